#pragma once
#include <string_view>
#include <vector>

#include "kind/kinds.hpp"

namespace mizan {

/// Classes of units that a figure may count one by one, and not measure.
[[nodiscard]] bool is_counted_noun(std::string_view unit_class);

/// Gives the counts that need one their unit: people where they were killed or hurt, else the noun of the figure before ("137 states voted in favour,
/// six against"), also that of the sentence before where it is clear. Drops those that get none.
void resolve_elliptical(const SentenceContext& context, std::vector<ReadValue>& values);

}  // namespace mizan
