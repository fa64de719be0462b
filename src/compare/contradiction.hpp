#pragma once
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Do two claims of one article tell one fact for sure, with values that cannot both be true, and does nothing excuse it? Judged as between two articles of one
/// story (gates, updates, roundings), but by a stricter bar: what one author writes twice is mostly two facts.
[[nodiscard]] bool contradict(const Claim& a, const Claim& b, const Knowledge& knowledge);

}  // namespace mizan
