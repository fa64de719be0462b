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

/// "SOUTHOLD SAVINGS BANK <SDSB.O>", "Waltham (WLBK.O)", "Waltham (NYSE: WLB)": what its shares are called in a market stands in brackets behind a company. In round ones
/// it names the market; without, it is the short name of any body: "World Health Organization (WHO)".
bool is_ticker(const Reading& reading, const Sentence& sentence, std::uint32_t i) {
  constexpr std::uint32_t longest = 4;  // tokens: SDSB . O
  const auto text = [&](std::uint32_t at) { return reading.text(reading.tokens[at]); };
  if (text(i) != "<" && text(i) != "(") return false;
  const std::string_view end = text(i) == "<" ? ">" : ")";
  bool names_market = end == ">";
  for (std::uint32_t at = i + 1; at < sentence.last && at <= i + longest; ++at) {
    if (text(at) == end) return names_market && at > i + 1;
    const bool is_between = text(at) == "." || text(at) == ":";
    if (!reading.tokens[at].capital && !is_between) return false;
    names_market |= is_between;
  }
  return false;
}

/// "First Union" is told from "First Boston" by its second word.
std::string rarest_of(const Reading& reading, const Sentence& sentence, const StemCache& stems, std::uint32_t first, std::uint32_t last) {
  std::uint32_t rarest = first;
  for (std::uint32_t i = first + 1; i < last; ++i)
    if (reading.tokens[i].capital && stems.is_content(i) && stem_idf(*sentence.language, reading, i) > stem_idf(*sentence.language, reading, rarest)) rarest = i;
  return std::string(stems.stem(rarest));
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
  if (first >= last || is_function_word(sentence, first)) return {};
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = reading.tokens[i];
    if (is_ticker(reading, sentence, i)) return i > first ? rarest_of(reading, sentence, stems, first, i) : std::string();
    if (i > first && token.capital && word_at(sentence, i, "company-form")) return rarest_of(reading, sentence, stems, first, i);
    if (!token.capital && !(i > first && is_function_word(sentence, i))) break;
  }
  return {};
}

}  // namespace mizan
