#include "reading/clauses.hpp"
#include "text/marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mizan {
namespace {

enum class Border : std::uint8_t { none, plain, opens_quote, closes_quote, toggles_quote };

Border border_of(std::string_view mark) {
  if (mark == "." || mark == "-" || mark == "'") return Border::none;  // the commonest that part nothing
  if (mark == "«" || mark == "“") return Border::opens_quote;
  if (mark == "»" || mark == "”") return Border::closes_quote;
  if (mark == "\"") return Border::toggles_quote;
  static constexpr std::array<std::string_view, 11> plain{",", marks::arabic_comma, ";", marks::arabic_semicolon, ":", "(", ")", "[", "]", "–", "—"};
  return std::find(plain.begin(), plain.end(), mark) != plain.end() ? Border::plain : Border::none;
}

}  // namespace

std::vector<Clause> cut_clauses(const Reading& reading, const Sentence& sentence) {
  std::vector<Clause> clauses;
  clauses.reserve(4);
  bool quoted = false;
  std::uint32_t begin = sentence.first;
  const auto close = [&](std::uint32_t end, std::uint32_t next) {
    if (end > begin) clauses.push_back({begin, end, quoted});
    begin = next;
  };
  // Most words begin no clause: the next that do are looked for once, not asked for at each word.
  auto atom = sentence.atoms.begin();
  auto trigger = sentence.triggers.begin();
  const auto next_word = [&](std::uint32_t i) {
    while (atom != sentence.atoms.end() && (atom->first < i || !atom->is_word("clause"))) ++atom;
    return atom == sentence.atoms.end() ? sentence.last : atom->first;
  };
  const auto next_verb = [&](std::uint32_t i) {
    while (trigger != sentence.triggers.end() && (trigger->first < i || !trigger->conjunction || trigger->list != List::roles)) ++trigger;
    return trigger == sentence.triggers.end() ? sentence.last : trigger->first;
  };
  std::uint32_t word = next_word(sentence.first), verb = next_verb(sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = reading.tokens[i];
    if (token.kind == TokenKind::mark) {
      const auto text = reading.text(token);
      // A comma or colon inside a figure (1,234 or 10:30) is glued on both sides.
      const bool inside = !token.space_before && i + 1 < sentence.last && !reading.tokens[i + 1].space_before && i > sentence.first &&
                          reading.tokens[i - 1].kind == TokenKind::number && reading.tokens[i + 1].kind == TokenKind::number;
      const bool pause = text == "." && i + 1 < sentence.last && reading.text(reading.tokens[i + 1]) == ".";
      Border border = inside ? Border::none : border_of(text);
      if (pause) border = Border::plain;
      if (border == Border::none) continue;
      close(i, i + 1);
      if (border == Border::opens_quote) quoted = true;
      if (border == Border::closes_quote) quoted = false;
      if (border == Border::toggles_quote) quoted = !quoted;
      continue;
    }
    if (i < word && i < verb) continue;
    if (word < i) word = next_word(i);
    if (verb < i) verb = next_verb(i);
    // "141 voted for it and-opposed-it five": a joined verb behind a figure tells of the next one.
    const bool is_told = verb == i && begin < i && std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
                           return number.first >= begin && number.last <= i;
                         });
    if (is_told || word == i) close(i, i);
  }
  close(sentence.last, sentence.last);
  return clauses;
}

}  // namespace mizan
