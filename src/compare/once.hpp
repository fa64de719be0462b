#pragma once
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Do two dates tell when something came to one thing that comes to it but once: it was born, founded, opened? Where words of both say so, both tell the year and
/// their sentences name the thing by a rare name, no event need be known: a person, a company, a bridge is none. Not where each sentence names others, too, and
/// fewer than two names are in both: Anna Norlund and her father are born on two days.
[[nodiscard]] bool are_once_of_one_thing(const Claim& a, const Claim& b, const Knowledge& knowledge);

}  // namespace mizan
