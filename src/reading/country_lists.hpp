#pragma once
#include <vector>

#include "reading/reading.hpp"

namespace mizan {

/// Countries that a sentence names, those that stand side by side together: over "and", commas, a repeated preposition, and brackets behind a name.
[[nodiscard]] std::vector<CountryMention> find_country_lists(const Reading& reading, const Sentence& sentence);

}  // namespace mizan
