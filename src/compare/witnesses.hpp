#pragma once
#include <cstddef>
#include <vector>

#include "knowledge/background.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// How many independent sources some claims have: articles that tell the value in one passage, word for word or nearly so, are one witness, since one wire or one of
/// them wrote it. Claims meet by signatures of their passages, so that the work grows as their number does. A pure function of the claims, in whatever order.
[[nodiscard]] std::size_t count_witnesses(const std::vector<const Claim*>& claims, const Background& background);

}  // namespace mizan
