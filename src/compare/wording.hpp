#pragma once
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// How many of the three words on either side of the masked values are equal, 0 … 6. A side on which both sentences end after the same words
/// counts in full, and one on which both end at once does where two words on the other side are equal; else it says little and counts as one.
[[nodiscard]] std::size_t equal_neighbours(const Claim& a, const Claim& b);

/// Do the two stand in one passage, taken over by one article from the other or by both from a wire?
[[nodiscard]] bool is_same_passage(const Claim& a, const Claim& b, const Background& background);

/// A figure that was changed in one passage needs no role to be compared. Articles of different days use one wording of different things, and market reports of
/// one day do, so those do not count: but for sentences in which nothing else was changed, though there is more to change.
[[nodiscard]] bool is_reused_text(const Claim& a, const Claim& b, const Knowledge& knowledge);

/// Bounds and ranges that differ may both hold: more than 80 are more than 50. Not so where one sentence is told twice with one of them changed.
[[nodiscard]] bool is_bound_changed(const Claim& a, const Claim& b, const Knowledge& knowledge);

}  // namespace mizan
