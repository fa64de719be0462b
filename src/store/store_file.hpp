#pragma once
#include <chrono>
#include <string>

#include "mizan/result.hpp"
#include "mizan/store.hpp"
#include "store/sqlite.hpp"

namespace mizan {

/// The Error that people read: the file and what is the matter with it.
[[nodiscard]] Error store_error(const std::string& path, const sqlite::Failure& failure);
[[nodiscard]] Error store_error(const std::string& path, std::string what);

/// Opens `path` as a store: refuses what is none, creates the schema in a new or empty file where `mode` is write. An older schema is refused for reading,
/// unless `any_schema` (to copy it).
[[nodiscard]] Result<sqlite::Database> open_store_file(const std::string& path, StoreMode mode, std::chrono::milliseconds wait,
                                                       bool any_schema = false);
/// A new store in memory.
[[nodiscard]] Result<sqlite::Database> open_store_in_memory();
/// The store in `path`, which is only read: what is written stays in memory. Until it is closed others may read the file, not write to it.
[[nodiscard]] Result<sqlite::Database> open_store_overlay(const std::string& path, std::chrono::milliseconds wait);

}  // namespace mizan
