#include "topic/words.hpp"

#include <algorithm>

namespace mizan {

std::span<const Atom> atoms_at(const Sentence& sentence, std::uint32_t i) {
  const auto first = std::lower_bound(sentence.atoms.begin(), sentence.atoms.end(), i, [](const Atom& a, std::uint32_t at) { return a.first < at; });
  auto last = first;
  while (last != sentence.atoms.end() && last->first == i) ++last;
  return {first, last};
}

const Atom* word_at(const Sentence& sentence, std::uint32_t i, std::string_view list) {
  for (const auto& atom : atoms_at(sentence, i))
    if (atom.entry->list == List::words && atom.entry->id == list) return &atom;
  return nullptr;
}

StemCache::StemCache(const Reading& reading, const Sentence& sentence)
    : reading_(reading), sentence_(sentence), stemmer_(std::make_unique<Stemmer>(language_of(*sentence.language).stemmer)), stems_(sentence.last - sentence.first) {}
StemCache::~StemCache() = default;

bool StemCache::is_content(std::uint32_t i) const {
  const Token& token = reading_.tokens[i];
  if (token.kind != TokenKind::word) return false;
  const auto word = reading_.text(token);
  if (word.size() < (token.script == Script::arabic ? 6 : 3)) return false;
  for (const auto& atom : atoms_at(sentence_, i)) {
    if (atom.last > i + 1) continue;
    const auto list = atom.entry->list;
    if (list == List::stopwords && atom.entry->type <= static_cast<std::uint8_t>(WordClass::adverb)) return false;
    if (list == List::numerals || list == List::months || list == List::weekdays || list == List::qualifiers || list == List::relative) return false;
  }
  return true;
}

const std::string& StemCache::stem(std::uint32_t i) const {
  auto& stem = stems_[i - sentence_.first];
  if (stem.empty()) stem = bare_stem(*sentence_.language, *stemmer_, reading_.text(reading_.tokens[i]));
  return stem;
}

}  // namespace mizan
