#pragma once
#include <vector>

#include "compare/pairing.hpp"

namespace mizan {

/// Adds to the partners of two documents the claims that are left when all that both tell alike is taken away. Where two articles agree on much, each tells one
/// more figure of a noun, and the figures are near each other, they are one figure that one of the two has wrong, whether or not a word that we know says what it
/// is of: "drawers for 620 manuscripts", "the number of the manuscripts is 560". So it is with lists of states of which most are in both.
void add_left_over(std::vector<const Pairing*>& partners, const Pairings& pairings, const Model& model);

}  // namespace mizan
