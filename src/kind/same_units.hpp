#pragma once
#include <string_view>

#include "knowledge/world.hpp"

namespace mizan {

/// Is the one a currency of several countries as a text names it that does not say whose (pound), and the other one of these (EGP)?
[[nodiscard]] bool are_one_currency(std::string_view a, std::string_view b, const World& world);

/// May two different units count one thing: a pair of counts-as.tsv, a person and any other people (a worker, a sailor), a currency with and without its country?
[[nodiscard]] bool may_count_one(std::string_view a, std::string_view b, const World& world);

}  // namespace mizan
