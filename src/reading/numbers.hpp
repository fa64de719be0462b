#pragma once
#include "reading/reading.hpp"

namespace mizan {

/// Reads the cardinal numbers of a sentence out of its tokens and its numeral atoms, left to right, longest first, no two sharing a token.
/// A run of numerals that makes no number comes out `refused`.
[[nodiscard]] std::vector<NumberMention> read_numbers(const Reading& reading, const Sentence& sentence, const Language& language);

}  // namespace mizan
