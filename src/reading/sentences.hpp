#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "reading/reading.hpp"

namespace mizan {

/// Words of all packs, folded, that say whether a dot ends a sentence.
struct SentenceWords {
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
  Set abbreviations, months;
  Set before_day;  ///< weekdays, and what stands before a day of a month
};

/// Cuts tokens into sentences, [first, last) each: at end marks that something new follows, and at line ends that are no wrapping. ICU's sentence breaks
/// split Arabic after a doctor's title; here abbreviations and single letters never end one. No sentence is longer than 250 tokens.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> cut_sentences(const Reading& reading,
                                                                                 const SentenceWords& words);

}  // namespace mizan
