#pragma once
#include <vector>

#include "compare/adjudication.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// May a claim whose words tell a reference fact be held against it? Not what is planned or denied, not a part, not another role, and nothing of another time than
/// the reference's own: silence is better than a wrong alarm.
[[nodiscard]] bool may_be_held_against(const Claim& claim, const ReferenceFact& reference, const World& world);

/// Gives a fact one more position, the reference's, and a relation to each position that one of `claims`, which tell it, stands in. The fact's key stays.
void hold_against(Fact& fact, const ReferenceFact& reference, const std::vector<const Claim*>& claims, const Knowledge& knowledge, const Words& words);

/// The fact that claims tell which nothing but a reference brings together: its key is made of the reference alone, and survives each article.
/// `claims` are sorted by id.
[[nodiscard]] Fact fact_of(const ReferenceFact& reference, const std::vector<const Claim*>& claims, const Knowledge& knowledge, const Words& words);

}  // namespace mizan
