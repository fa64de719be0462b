#pragma once
#include <cstdint>

#include "store/sqlite.hpp"

namespace mizan {

/// The version of schema.sql.
inline constexpr std::int64_t schema_version = 4;

/// Brings a store of the schema `version`, which is no newer, up to schema_version, in one transaction: afterwards it is as if it had been
/// written so from the start. Another process may have done it meanwhile. Throws a Failure or UnreadableRow, and then nothing has changed.
void migrate(sqlite::Database& database, std::int64_t version);

}  // namespace mizan
