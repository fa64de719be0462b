#include "topic/opening.hpp"

#include <algorithm>

#include "topic/words.hpp"

namespace mizan {
namespace {

/// How many words the name of a company has at most.
constexpr std::uint32_t kLongestName = 7;

bool is_function_word(const Sentence& sentence, std::uint32_t i) {
  const auto atoms = atoms_at(sentence, i);
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
    return atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::function);
  });
}

}  // namespace

std::string opening_company(const Reading& reading) {
  if (reading.sentences.empty() || !reading.sentences.front().language) return {};
  const Sentence& sentence = reading.sentences.front();
  std::uint32_t first = sentence.first;
  // "<Fisher Transportation Services Inc> said"
  while (first < sentence.last && reading.tokens[first].kind == TokenKind::mark) ++first;
  const StemCache stems(reading, sentence);
  const std::uint32_t last = std::min(sentence.last, first + kLongestName);
  if (first >= last || !stems.is_content(first)) return {};
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = reading.tokens[i];
    if (i > first && token.capital && word_at(sentence, i, "company-form")) return stems.stem(first);
    if (!token.capital && !(i > first && is_function_word(sentence, i))) break;
  }
  return {};
}

}  // namespace mizan
