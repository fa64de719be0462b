#pragma once
#include <map>
#include <string>
#include <vector>

#include "compare/facts.hpp"
#include "knowledge/words.hpp"
#include "knowledge/world.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// conflict if any relation is one, else update if any is one, else agree.
[[nodiscard]] Relation status_of(const std::vector<FactRelation>& relations);

/// Positions, relations, excuses and reasons of one group of claims. `Fact::id` is left to the caller.
[[nodiscard]] Fact adjudicate(const FactGroup& group, const Knowledge& knowledge, const Words& words);

}  // namespace mizan
