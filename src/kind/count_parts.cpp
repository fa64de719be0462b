#include "kind/count_parts.hpp"

#include <algorithm>

namespace mizan {

const NumberMention* CountParts::mention_of(std::string_view label) const {
  const Atom* atom = get(label);
  return atom && atom->number >= 0 ? &context_.sentence.numbers[static_cast<std::size_t>(atom->number)] : nullptr;
}

/// The number, where it has one reading. 4.500 has two: with a noun that comes in wholes it is four thousand five hundred.
std::optional<Decimal> CountParts::number(std::string_view label) const {
  if (const Atom* fraction = get(label); fraction && fraction->entry && fraction->list == List::numerals)
    return fraction->entry->value.exponent > -4 ? std::optional(fraction->entry->value) : std::nullopt;  // half an hour; a third has no decimal
  const auto* number = mention_of(label);
  if (!number) return std::nullopt;
  if (!number->other_value) return number->value;
  const Atom* unit = get("unit");
  const auto unit_class = unit ? context_.world.class_of(unit->entry->id) : std::string();
  if (unit_class == "person" || unit_class == "state" || unit_class == "thing") return number->value;
  if (unit && unit->entry->id == "percent") return number->other_value;  // 12.345 percent: nothing is a thousand times as much
  if (!context_.language.adds_by_conjunction && unit_class != "money") return number->other_value;
  return std::nullopt;
}

bool CountParts::word_at(std::uint32_t token, WordList list) const { return context_.sentence.word_at(token, list) != nullptr; }

const Atom* CountParts::word_before(std::uint32_t token, WordList list) const { return context_.sentence.word_before(token, list); }

/// The mark that is written right before the token, without a space between them.
std::string_view CountParts::mark_before(std::uint32_t token) const {
  if (token == context_.sentence.first || context_.reading.tokens[token].space_before) return {};
  const Token& before = context_.reading.tokens[token - 1];
  return before.kind == TokenKind::mark ? context_.reading.text(before) : std::string_view();
}

/// The rules whose figure has no noun: bare, bare-between …
bool CountParts::is_bare() const { return mention_.rule->name.find(":bare") != std::string::npos; }

}  // namespace mizan
