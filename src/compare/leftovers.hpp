#pragma once
#include <string>
#include <vector>

#include "compare/gates.hpp"
#include "compare/pairing.hpp"
#include "compare/retelling.hpp"

namespace mizan {

/// What is left of two articles when all that both surely tell alike is taken away. Where they agree on much, equal values that are left are told in other words:
/// another noun, another role, another time ("three matches to go", "with three games left"). And where each counts one noun once, or tells one list but for
/// one state, they contradict each other, whether or not a word that we know says what it is of: "drawers for 620 manuscripts", "the number of the manuscripts
/// is 560". On the open cases 22 of 25 equal counts of like nouns that were left so are one fact, and 7 of 7 lists; no day or place that differs is taken for one,
/// since 14 of 20 were two.

/// Could two claims that `barrier` keeps apart (pairing.hpp), or that too little speaks for where it is empty, be left so?
[[nodiscard]] bool may_be_left_over(const Claim& x, const Claim& y, Stand stand, const std::string& barrier, const Retelling& retelling, const World& world);
/// The same for a pair whose values may both be true, and the pair with what then speaks for it.
[[nodiscard]] bool may_be_left_over(const Pairing& pair, const Retelling& retelling, const World& world);
[[nodiscard]] Pairing as_left_over(Pairing pair, const Model& model);

/// Do two documents agree on enough, as far as the scores of their pairs show before they are held against each other (add_margins), that something may be left?
[[nodiscard]] bool may_leave_over(const Pairings& pairings, const Model& model);

/// Adds to the partners of two documents those that are left over.
void add_left_over(std::vector<const Pairing*>& partners, const Pairings& pairings, const Model& model);

}  // namespace mizan
