#include "reading/number_parts.hpp"

#include <algorithm>

namespace mizan {

bool NumberPartReader::ends_month(std::uint32_t at) const {
  const Atom* month = at > sentence_.first ? longest_at(at - 1, [](const Entry& e) { return e.list == List::months; }) : nullptr;
  return month && month->last > at;
}

std::uint32_t NumberPartReader::behind_unit(std::uint32_t at) const {
  const Atom* unit = longest_at(at, [](const Entry& e) { return e.list == List::units; });
  return unit && unit->last > at + 1 ? unit->last : at;
}

bool NumberPartReader::is_on_figure(std::uint32_t at, std::string_view mark) const {
  // A hyphen that opens a line opens an item of a list.
  const bool opens = at == sentence_.first || (!glued(at) && !is_number(at - 1));
  return is_mark(at, mark) && is_number(at + 1) && glued(at + 1) && opens && (mark == "." || !token(at).break_before);
}

bool NumberPartReader::is_sign_word(std::uint32_t at) const {
  if (is_word(at, "minus")) return true;
  if (!is_word(at, "minus-behind-function")) return false;
  if (at == sentence_.first || token(at - 1).kind == TokenKind::mark) return true;
  return longest_at(at - 1, [](const Entry& e) {
           return (e.list == List::stopwords && e.type == static_cast<std::uint8_t>(WordClass::function)) || e.list == List::qualifiers ||
                  (e.is_word("between"));
         }) != nullptr;
}

std::optional<NumberPart> NumberPartReader::part_at(std::uint32_t at, NumberMention& writing) const {
  if (at >= sentence_.last) return std::nullopt;
  if (auto literal = figure_at(at, writing)) return literal;
  const Atom* atom = longest_at(at, is_cardinal);
  if (!atom) return std::nullopt;
  NumberPart part;
  part.type = static_cast<NumeralType>(atom->entry->type);
  part.value = atom->entry->value;
  part.first = atom->first;
  part.space_before = token(atom->first).space_before;
  part.last = atom->last;
  part.begin = atom->begin;
  part.end = atom->end;
  part.conjunction = atom->conjunction;
  part.article = atom->article;
  part.plural = longest_at(at, [](const Entry& e) { return e.list == List::numerals && e.type == static_cast<std::uint8_t>(NumeralType::vague); }) != nullptr;
  const auto& ending = language_.indefinite_suffix;
  part.dual_or_accusative = part.type == NumeralType::scaled && !ending.empty() && atom->entry->form.ends_with(ending);
  if (part.dual_or_accusative && !stands_before_unit(part.last)) as_accusative(part);
  if (language_.adds_by_conjunction) take_detached_hundred(part);
  return part;
}

bool NumberPartReader::stands_before_unit(std::uint32_t at) const {
  return at < sentence_.last && !token(at).break_before && longest_at(at, [](const Entry& e) { return e.list == List::units; });
}

void NumberPartReader::take_detached_hundred(NumberPart& part) const {
  if (part.type != NumeralType::digit || part.value.exponent != 0 || part.value.mantissa < 3 || part.last >= sentence_.last || token(part.last).break_before) return;
  const Atom* hundred = longest_at(part.last, is_cardinal);
  if (!hundred || static_cast<NumeralType>(hundred->entry->type) != NumeralType::hundred || hundred->conjunction || hundred->article || hundred->preposition) return;
  part.type = NumeralType::hundreds;
  part.value = make_decimal(part.value.mantissa, 2);
  part.last = hundred->last;
  part.end = hundred->end;
}

std::optional<NumberPart> NumberPartReader::joined_part_at(std::uint32_t at, NumberMention& writing) const {
  if (at >= sentence_.last || token(at).break_before) return std::nullopt;
  if (is_mark(at, "-") && glued(at) && glued(at + 1) && !is_number(at + 1)) {
    auto part = part_at(at + 1, writing);
    if (part) part->hyphen = true;
    return part;
  }
  if (is_word(at, "and") && !longest_at(at, is_cardinal)) {
    auto part = part_at(at + 1, writing);
    if (!part && is_word(at + 1, "article")) part = part_at(at + 2, writing);
    if (part) part->conjunction = true;
    return part;
  }
  auto part = part_at(at, writing);
  if (part && part->literal && !part->conjunction && is_before_smaller_scale(*part)) part->beside = true;
  return part;
}

bool NumberPartReader::is_before_smaller_scale(const NumberPart& figure) const {
  NumberMention ignored;
  if (figure.value.exponent < 0 || compare(figure.value, make_decimal(1000)) != std::strong_ordering::less) return false;
  const auto scale = part_at(figure.last, ignored);
  return scale && !scale->literal && !scale->conjunction && (scale->type == NumeralType::hundred || scale->type == NumeralType::scale);
}

std::optional<NumberPart> NumberPartReader::vulgar_fraction_at(std::uint32_t at) const {
  NumberMention ignored;
  if (at >= sentence_.last || token(at).kind != TokenKind::mark || token(at).break_before) return std::nullopt;
  const auto part = part_at(at, ignored);
  return part && part->type == NumeralType::fraction ? part : std::nullopt;
}

bool NumberPartReader::preceded_by_article(std::uint32_t at) const {
  return at > sentence_.first && is_word(at - 1, "article");
}

NumberSum::Beginning NumberPartReader::beginning_of(const NumberPart& part) const {
  return {preceded_by_article(part.first), follows_month(part.first), part.literal && part.last == part.first + 1 && text(part.first).size() == 4};
}

bool NumberPartReader::follows_month(std::uint32_t at) const {
  return at > sentence_.first && longest_at(at - 1, [](const Entry& e) { return e.list == List::months; });
}

bool NumberPartReader::follows_between(std::uint32_t at) const {
  constexpr std::uint32_t longest = 4;
  for (std::uint32_t first = at > sentence_.first + longest ? at - longest : sentence_.first; first < at; ++first) {
    const Atom* between = longest_at(first, [](const Entry& e) {
      return (e.is_word("between")) || (e.list == List::qualifiers && e.type == static_cast<std::uint8_t>(QualifierEffect::between));
    });
    const Atom* longest_word = longest_at(first, [](const Entry& e) { return e.list == List::words || e.list == List::qualifiers; });
    // "from among 26 states" parts nothing.
    if (longest_word && longest_word->last >= at && longest_word->is_word("each-of")) return false;
    if (between && (between->last == at || (between->last + 1 == at && is_word(at - 1, "indefinite")))) return true;
  }
  return false;
}

bool NumberPartReader::joined_number_at(std::uint32_t at) const {
  NumberMention ignored;
  const auto part = joined_part_at(at, ignored);
  return part && part->conjunction;
}

std::optional<NumberPartReader::Places> NumberPartReader::places_at(std::uint32_t at) const {
  if (at >= sentence_.last || !is_word(at, "decimal-point") || token(at).break_before) return std::nullopt;
  NumberMention writing;
  if (const auto figure = figure_at(at + 1, writing)) {
    if (writing.refused || writing.grouped || writing.decimal || text(at + 1).size() > 12) return std::nullopt;
    const auto count = static_cast<std::int32_t>(text(at + 1).size());
    return Places{make_decimal(figure->value.mantissa, figure->value.exponent - count), figure->last, figure->end};
  }
  return places_in_words(at + 1);
}

std::optional<NumberPartReader::Places> NumberPartReader::places_in_words(std::uint32_t at) const {
  NumberMention ignored;
  std::int64_t digits = 0;
  std::int32_t count = 0;
  Places places{{}, at, {}};
  NumberSum sum(language_.adds_by_conjunction);
  const auto single = [](const std::optional<NumberPart>& part) { return part && !part->literal && !part->conjunction && part->type == NumeralType::digit; };
  for (auto part = part_at(at, ignored); count < 12 && single(part); part = part_at(places.last, ignored)) {
    if (language_.adds_by_conjunction && part->value.mantissa != 0) break;
    digits = digits * 10 + part->value.mantissa;
    ++count;
    places.last = part->last;
    places.end = part->end;
  }
  // What is no single figure is a number of up to three places.
  for (auto part = part_at(places.last, ignored); digits == 0 && part && is_below_thousand(*part); part = joined_part_at(places.last, ignored)) {
    if (sum.open && !part->conjunction && !part->hyphen) break;
    if (!(sum.open ? sum.take(*part) : sum.begin(*part, beginning_of(*part)))) break;
    places.last = part->last;
    places.end = part->end;
  }
  if (sum.open) digits = integer_of(sum.group);
  for (std::int64_t rest = sum.open ? digits : 0; rest > 0; rest /= 10) ++count;
  if (count == 0) return std::nullopt;
  places.value = make_decimal(digits, -count);
  return places;
}

bool NumberPartReader::is_below_thousand(const NumberPart& part) {
  return !part.literal && (part.type == NumeralType::digit || part.type == NumeralType::teen || part.type == NumeralType::ten || part.type == NumeralType::hundred ||
                           part.type == NumeralType::hundreds);
}

}  // namespace mizan
