#include "kind/life_span.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr int kShortest = 15, kLongest = 115;  ///< years
/// How far from the brackets, in tokens, it is said what somebody was: (…) was a Norwegian composer.
constexpr std::uint32_t kNounReach = 5;

/// How many words of a place may stand before the first date.
constexpr std::uint32_t kPlace = 2;

/// Is a word there what somebody is? Not a nation (the Lebanese war), nor what is told of many (killed thousands).
bool is_of_people(const Reading& reading, const Sentence& sentence, const World& world, std::uint32_t i) {
  if (reading.tokens[i].capital) return false;
  const auto atoms = sentence.atoms_at(i);
  return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.list == List::units && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::sg) && world.class_of(atom.entry->id) == "person"; });
}

}  // namespace

bool is_life_span(const Reading& reading, const Sentence& sentence, const World& world, const DatePoint& begin, const DatePoint& end, std::uint32_t first, std::uint32_t last) {
  if (begin.year_is != Certainty::certain || end.year_is != Certainty::certain || first < sentence.first + 2 || last >= sentence.last) return false;
  const int years = end.year - begin.year;
  const auto mark_at = [&](std::uint32_t i) { return reading.text(reading.tokens[i]); };
  for (std::uint32_t words = 0; words < kPlace && first > sentence.first + 2 && reading.tokens[first - 1].kind == TokenKind::word; ++words) --first;
  if (years < kShortest || years > kLongest || mark_at(first - 1) != "(" || mark_at(last) != ")") return false;
  // What is told from day to day behind a name and is so long is a life.
  const Token& before = reading.tokens[first - 2];
  const bool is_name = before.kind == TokenKind::word && (before.capital || before.script != Script::latin);
  if (is_name && begin.day_is == Certainty::certain && end.day_is == Certainty::certain) return true;
  // Whom a war killed is counted behind it, and "(…) of the king" is his reign.
  const auto is_figure = [&](std::uint32_t i) { return reading.tokens[i].kind == TokenKind::number; };
  const bool is_of = last + 1 < sentence.last && sentence.word_before(last + 2, "of") != nullptr;
  for (std::uint32_t i = last + 1; !is_of && i < std::min(sentence.last, last + 1 + kNounReach) && !is_figure(i); ++i)
    if (is_of_people(reading, sentence, world, i)) return true;
  const std::uint32_t from = first - 1 > sentence.first + kNounReach ? first - 1 - kNounReach : sentence.first;
  for (std::uint32_t i = first - 1; i > from && !is_figure(i - 1); --i)
    if (is_of_people(reading, sentence, world, i - 1)) return true;
  return false;
}

}  // namespace mizan
