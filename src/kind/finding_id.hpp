#pragma once
#include <string>
#include <utility>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// A claim as ids name it: its article, its value, and the role and the event that its own clause tells. No offset, and nothing that words elsewhere in the
/// article decide.
[[nodiscard]] std::string side_of(const Claim& claim);
/// The same of a reference fact.
[[nodiscard]] std::string side_of(const Reference& reference, const Value& value);

/// The id of a finding of two such sides, in whichever order.
[[nodiscard]] std::string finding_id(Kind kind, const std::string& a, const std::string& b);

/// The claim of the article that came first, by its dateline, then by its id: articles that are added later seldom stand before it. `claims` is not empty.
[[nodiscard]] const Claim* first_witness(const std::vector<const Claim*>& claims);
/// The claims that the id of a finding names: the first witness of either side, of two articles where there are two. Neither list is empty.
[[nodiscard]] std::pair<const Claim*, const Claim*> first_witnesses(const std::vector<const Claim*>& a, const std::vector<const Claim*>& b);

}  // namespace mizan
