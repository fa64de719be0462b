#pragma once
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Do two dates or places tell when or where something came to one thing that comes to it but once: it was born, founded, opened? Where words of both say so, both
/// tell the year and they name one thing, no event need be known: a person, a company, a bridge is none. Anna Norlund and her father are born on two days.
[[nodiscard]] bool are_once_of_one_thing(const Claim& a, const Claim& b, bool share_names, const Knowledge& knowledge);

}  // namespace mizan
