#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/language.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// Words of all packs that say whether a dot ends a sentence.
struct SentenceWords {
  std::vector<const Language*> languages;
  /// Does any of them hold `word`, folded, in this set?
  [[nodiscard]] bool have(TextSet Language::*set, std::string_view word) const;
};

/// Cuts tokens into sentences, [first, last) each: at end marks that something new follows, and at line ends that are no wrapping. ICU's sentence breaks
/// split Arabic after a doctor's title; here abbreviations and single letters never end one. No sentence is longer than 250 tokens.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> cut_sentences(const Reading& reading,
                                                                                 const SentenceWords& words);

/// Is most of it written with capitals, as titles are, whose capitals then tell nothing? Of words of four letters and more in Latin script.
[[nodiscard]] bool is_written_as_title(const Reading& reading, const Sentence& sentence);

}  // namespace mizan
