#pragma once
#include <chrono>
#include <string>

#include "store/sqlite.hpp"

namespace mizan {

/// A connection to the SQLite database in `file` that may be written to: what is written stays in the memory of the process, the file and its folder are only read,
/// and no more of the file than is asked for. Other processes may read the file meanwhile; who wants to write to it waits until the connection is closed.
/// The caller has made sure that the file is a whole database, without a journal that is to be undone. Throws a Failure.
[[nodiscard]] sqlite::Database open_overlay(const std::string& file, std::chrono::milliseconds wait);

}  // namespace mizan
