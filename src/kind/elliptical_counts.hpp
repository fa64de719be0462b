#pragma once
#include <vector>

#include "kind/kinds.hpp"

namespace mizan {

/// Gives the counts that need one their unit: people where they were killed or hurt, else the noun of the figure before ("137 states voted in favour,
/// six against"). Drops those that get none.
void resolve_elliptical(const SentenceContext& context, std::vector<ReadValue>& values);

}  // namespace mizan
