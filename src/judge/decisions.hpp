#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mizan/checker.hpp"
#include "mizan/decision.hpp"
#include "mizan/store.hpp"

namespace mizan {

/// Marks the findings that were accepted or dismissed, by any id that they go by. The report must hold its claims.
void bind_decisions(Report& report, const std::vector<Decision>& decisions);

/// Draws the edges of what was decided about two claims, over what likeness says of them. Where `documents` is not empty, only of claims of these. A claim that
/// the store does not hold, or not as it was, is left alone: its article may come back.
[[nodiscard]] Status draw_decided_edges(Store& store, const std::vector<Decision>& decisions, const std::set<std::string>& documents);
[[nodiscard]] Status erase_decided_edges(Store& store, const Decision& decision);

/// What was decided about two claims, if anything was.
[[nodiscard]] std::optional<PairVerdict> verdict_of(const std::vector<Decision>& decisions, const Claim& a, const Claim& b);

/// The decisions of two lists as one: of two about the same thing the later stands, of one day the second. Sorted as a store has them.
[[nodiscard]] std::vector<Decision> merged(std::vector<Decision> first, const std::vector<Decision>& second);

}  // namespace mizan
