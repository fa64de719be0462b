#pragma once
#include <string>

#include "compare/story.hpp"
#include "knowledge/world.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// Why a claim of document `a` and one of document `b` are taken for one fact, or not: the same steps as alignment, with what each said. Depends on nothing
/// but the two documents and the model. A claim that its document lacks is a bug: throws std::out_of_range.
[[nodiscard]] PairVerdict judge_pair(const DocumentView& a, const std::string& claim_a, const DocumentView& b, const std::string& claim_b,
                                     const Knowledge& knowledge, const Model& model);

}  // namespace mizan
