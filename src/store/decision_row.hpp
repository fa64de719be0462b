#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "mizan/decision.hpp"
#include "store/sqlite.hpp"

namespace mizan {

// Decisions in their tables. All of it throws what Query throws, and UnreadableRow.

void write_decision(sqlite::Database& database, const Decision& decision);
/// False where there is none.
[[nodiscard]] bool erase_decision(sqlite::Database& database, const Decision& decision);
/// By finding and claims, notes behind them.
[[nodiscard]] std::vector<Decision> read_decisions(sqlite::Database& database);

}  // namespace mizan
