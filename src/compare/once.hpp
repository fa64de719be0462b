#pragma once
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Do two dates or places tell when or where something came to one thing that comes to it but once: it was born, founded, opened? Where words of both say so, both
/// tell the year and their sentences name the thing by a rare name, no event need be known: a person, a company, a bridge is none. Not where each sentence names
/// others, too, and fewer than two names are in both: Anna Norlund and her father are born on two days. A sentence that names nobody ("the composer died in Graz")
/// is of whom its article is: there the articles must `share_names` (story.hpp).
[[nodiscard]] bool are_once_of_one_thing(const Claim& a, const Claim& b, bool share_names, const Knowledge& knowledge);

}  // namespace mizan
