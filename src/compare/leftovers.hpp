#pragma once
#include <string>
#include <vector>

#include "compare/gates.hpp"
#include "compare/pairing.hpp"
#include "compare/retelling.hpp"

namespace mizan {

/// What is left of two articles when all that both surely tell alike is taken away. Where they agree on much, equal values that are left are told in other words:
/// another noun, another role, another time ("three matches to go", "with three games left"). Where each counts one noun once, or tells one list but for one
/// state, they contradict each other, whether or not a word that we know says what it is of: "under the crest run 24 galleries", "you may see the 21
/// galleries"; and where words of both give two near figures one role, in which neither counts another of that noun, they contradict
/// each other, too. A toll that grew as its role does is the other's, later; of people, and told once by each, it is so wherever the articles agree on one thing
/// (12 of 13 pairs in a table of the open cases). On the open development cases 22 of 26 equal counts of like nouns that were left so are one
/// fact, 7 of 7 lists, and 4 of 5 only counts at three agreements, which is why counts need more. Of days and places of one role that differ 13 of 15 were two
/// things: none is taken for one.

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
