#pragma once
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/reading.hpp"

namespace mizan {

/// Cuts tokens into sentences, [first, last) each: at end marks that something new follows, and at line ends that are no wrapping. ICU's sentence breaks
/// split Arabic after a doctor's title; here abbreviations and single letters never end one. No sentence is longer than 250 tokens.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> cut_sentences(const Reading& reading,
                                                                                 const std::function<bool(std::string_view)>& is_abbreviation);

}  // namespace mizan
