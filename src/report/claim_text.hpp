#pragma once
#include <string>

#include "mizan/claim.hpp"
#include "report/words.hpp"

namespace mizan {

/// One claim for people who ask what was read and how: its value and each slot of its topic on a line, with the words of the article that set it.
[[nodiscard]] std::string claim_in_words(const Claim& claim, const Words& words);

}  // namespace mizan
