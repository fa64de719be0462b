#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Claims of one document that say the same: one node of the assignment.
using Restatements = std::vector<const Claim*>;

/// The claims of one document by what they say, in the order of the first of each. A headline's round figure stands behind the figure of the text that it rounds. Borrows
/// them.
[[nodiscard]] std::vector<Restatements> merge_restatements(const std::vector<Claim>& claims, const World& world);

/// The day on which a document was written, as its claims tell it (days since 1970-01-01); nothing where none of them does.
[[nodiscard]] std::optional<std::int32_t> day_of(const std::vector<Restatements>& nodes);

}  // namespace mizan
