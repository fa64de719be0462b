#include "kind/figures_of_names.hpp"

#include <algorithm>

namespace mizan {

bool FiguresOfNames::names_year_of_event(const NumberMention& figure, const Decimal& value) const {
  const Atom* unit = get("unit");
  if (compare(value, make_decimal(1900)) == std::strong_ordering::less || compare(value, make_decimal(2100)) == std::strong_ordering::greater) return false;
  if (unit && context_.world.class_of(unit->entry->id) != "thing" && context_.world.class_of(unit->entry->id) != "event") return false;
  const auto& triggers = context_.sentence.triggers;
  return std::any_of(triggers.begin(), triggers.end(), [&](const Atom& event) {
    if (event.list != List::events || event.last != figure.first) return false;
    const auto info = context_.world.events.find(event.entry->id);
    return info != context_.world.events.end() && !info->second.when.empty();  // a company has no year
  });
}

bool FiguresOfNames::names_year(const Decimal& value) const {
  const auto* figure = mention_of("number");
  if (!figure || figure->digits != 4) return false;
  if (context_.language.noun_follows_directly) return names_year_of_event(*figure, value);
  // The Confession of 1559 shows.
  const bool is_named = mention_.first == figure->first && mention_.first > context_.sentence.first + 2 && word_before(mention_.first, "of") &&
                        context_.reading.tokens[mention_.first - 2].capital;
  const auto earliest = make_decimal(is_named ? 1000 : 1900);
  if (compare(value, earliest) == std::strong_ordering::less || compare(value, make_decimal(2100)) == std::strong_ordering::greater) return false;
  if (get("mod") || get("noun")) return true;
  const Atom* unit = get("unit");
  if (!unit) return false;
  // "The floods of 2022 killed 40": the verb behind is that of the event. Not "a march of 2000 people".
  const Atom* of = unit->entry->type == static_cast<std::uint8_t>(GrammaticalNumber::pl) ? nullptr : word_before(mention_.first, "of");
  const auto& triggers = context_.sentence.triggers;
  if (of && std::any_of(triggers.begin(), triggers.end(), [&](const Atom& event) { return event.list == List::events && event.last == of->first; })) return true;
  const auto unit_class = context_.world.class_of(unit->entry->id);
  return unit->entry->id != "person" && unit_class != "measure" && unit_class != "money" && unit_class != "time";
}

bool FiguresOfNames::is_in_name() const {
  const auto* figure = mention_of("number");
  if (!figure || figure->first != mention_.first || figure->first == context_.sentence.first || !context_.language.clitics.empty()) return false;
  return !context_.reading.tokens[figure->first].space_before && context_.reading.tokens[figure->first - 1].kind == TokenKind::word;
}

bool FiguresOfNames::is_unsure_behind_name() const {
  const Atom* unit = mention_.rule->name.ends_with(":unit-named") ? get("unit") : nullptr;
  return unit && (context_.reading.tokens[unit->first].capital || context_.world.class_of(unit->entry->id) == "money");
}

bool FiguresOfNames::is_speaker(const Decimal& value) const {
  const auto* figure = mention_of("number");
  if (context_.language.noun_follows_directly || !figure || !figure->in_words || !(value == make_decimal(1))) return false;
  const Atom* unit = get("unit");
  if (!unit || context_.world.class_of(unit->entry->id) != "person") return false;
  // Behind the quotation; not in "police said one man died".
  const auto is_behind_mark = [&](const Atom& trigger) {
    return trigger.first > context_.sentence.first && context_.reading.tokens[trigger.first - 1].kind == TokenKind::mark;
  };
  return std::any_of(context_.sentence.triggers.begin(), context_.sentence.triggers.end(), [&](const Atom& trigger) {
    return trigger.list == List::speech && ((trigger.last == mention_.first && is_behind_mark(trigger)) || trigger.first == mention_.last);
  });
}

bool FiguresOfNames::is_stray_letter() const {
  const Atom* unit = get("unit");
  if (!unit || unit->entry->id != "degree" || context_.reading.text(*unit).size() != 1) return false;
  const Token& letter = context_.reading.tokens[unit->first];
  const auto& atoms = context_.sentence.atoms;
  return letter.space_before || !letter.capital ||
         std::none_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.is_word("temperature-word"); });
}

bool FiguresOfNames::may_be_month_and_year(const Decimal& low, const Decimal& high) const {
  return mention_of("number2")->digits == 4 && compare(low, make_decimal(31)) != std::strong_ordering::greater &&
         compare(high, make_decimal(1900)) != std::strong_ordering::less && compare(high, make_decimal(2100)) == std::strong_ordering::less;
}

}  // namespace mizan
