#include "kind/elliptical_counts.hpp"

#include <algorithm>
#include <array>

#include "kind/numbered_nouns.hpp"
#include "kind/parallel_figures.hpp"
#include "kind/told_nouns.hpp"

namespace mizan {
namespace {

bool is_word(const Atom& atom, WordList list) { return atom.is_word(list); }

bool has_word_at(const SentenceContext& context, std::uint32_t token, WordList list) { return context.sentence.word_at(token, list) != nullptr; }

bool has_word_before(const SentenceContext& context, std::uint32_t token, WordList list) { return context.sentence.word_before(token, list) != nullptr; }

/// Does a word of killing, hurting … stand right before? "killed 12 and wounded 36 others".
bool counts_people(const SentenceContext& context, const ReadValue& value) {
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(),
                     [&](const Atom& trigger) { return trigger.last == value.first && is_role_of_people(context, trigger); });
}

/// "four of those who were swept away": nobody else is told of so.
bool is_of_those_who(const SentenceContext& context, const ReadValue& value) {
  const Atom* of = context.sentence.word_at(value.last, "each-of");
  return of && has_word_at(context, of->last, "those-who");
}

/// "Of those taking part, 866 were diagnosed".
bool follows_those_who(const SentenceContext& context, const ReadValue& value) {
  constexpr std::uint32_t kReach = 6;
  const auto first = context.sentence.first;
  if (value.first < first + 3 || value.first - first > kReach || !has_word_at(context, value.last, "auxiliary")) return false;
  return has_word_at(context, first, "those-who") && context.reading.text(context.reading.tokens[value.first - 1]) == ",";
}

/// Or behind, past its auxiliary? "300 others were hurt". This alone does not say that no ship was lost: it decides only where no other noun was counted.
bool tells_of_people(const SentenceContext& context, const ReadValue& value) {
  if (has_word_at(context, value.last, "aboard") || has_word_at(context, value.last, "person-relative") || acts_as_people(context, value.last)) return true;
  for (const Atom& auxiliary : context.sentence.atoms_at(value.last)) {
    if (!is_word(auxiliary, "auxiliary")) continue;
    const auto is = [&](const Atom& atom) {
      return atom.first == auxiliary.last && (is_word(atom, "aboard") || is_role_of_people(context, atom) ||
                                              (atom.list == List::units && atom.entry->id == "person"));
    };
    const auto behind = context.sentence.atoms_at(auxiliary.last);
    if (std::any_of(behind.begin(), behind.end(), is) || std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), is)) return true;
  }
  return false;
}

/// "a jury of five": a body of people, and how many they are.
bool is_size_of_body(const SentenceContext& context, const ReadValue& value) {
  if (value.first < context.sentence.first + 2 || !has_word_before(context, value.first, "of")) return false;
  return has_word_before(context, value.first - 1, "body-of-people");
}

/// "three of the train's seven coaches": whose they are may stand before the whole.
bool follows_owner(const SentenceContext& context, std::uint32_t token) {
  const auto& tokens = context.reading.tokens;
  const auto is_mark = [&](std::uint32_t i) { return tokens[i].kind == TokenKind::mark && !tokens[i].space_before && context.reading.text(tokens[i]) == "'"; };
  return token >= context.sentence.first + 2 && (is_mark(token - 1) || (is_mark(token - 2) && !tokens[token - 1].space_before));
}

/// "36 of the 67 seats": the first counts what the second does.
bool is_part_of(const SentenceContext& context, const ReadValue& part, const ReadValue& whole) {
  constexpr std::uint32_t kReach = 2, kOwnerReach = 6;
  if (whole.first < part.last || whole.first - part.last > (follows_owner(context, whole.first) ? kOwnerReach : kReach)) return false;
  const auto behind = context.sentence.atoms_at(part.last);
  return std::any_of(behind.begin(), behind.end(), [&](const Atom& atom) { return is_word(atom, "each-of"); });
}

/// The nouns that a text has counted, as far as a figure without one may lean on them.
struct CountedNouns {
  std::string any, people, others;  ///< the last, the last of people, the last of anything else
  std::string several;              ///< another than the last, where there is one
};

bool is_of_people(const SentenceContext& context, const std::string& unit) { return context.world.class_of(unit) == "person"; }

/// Is a word of the list the last of the mention? 22 of them.
bool ends_with_word(const SentenceContext& context, const ReadValue& value, WordList list) {
  const auto& atoms = context.sentence.atoms;
  return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.first > value.first && atom.last <= value.last && is_word(atom, list); });
}

/// "the 75-member parliament": a figure written on its noun describes another one, and nothing leans on it.
bool is_one_word(const SentenceContext& context, const ReadValue& value) {
  if (value.last < value.first + 3) return false;
  const auto& mark = context.reading.tokens[value.last - 2];
  return context.reading.text(mark) == "-" && !mark.space_before && context.reading.tokens[value.last - 3].kind == TokenKind::number;
}

/// Does a preposition of place or direction stand right before the figure?
bool is_behind_direction(const SentenceContext& context, const ReadValue& value) {
  return has_word_before(context, value.first, "locative") || has_word_before(context, value.first, "from") || has_word_before(context, value.first, "to");
}

/// Does the sentence begin with the figure, and go on with a verb? "Thirty-nine did not vote": its noun stands in the sentence before.
bool is_subject(const SentenceContext& context, const ReadValue& value) {
  for (auto token = context.sentence.first; token < value.first; ++token)
    if (context.reading.tokens[token].kind != TokenKind::mark) return false;
  if (value.last >= context.sentence.last) return false;
  if (has_word_at(context, value.last, "auxiliary") || has_word_at(context, value.last, "subject-verb")) return true;
  const auto& ending = context.language.verb_suffix;
  const auto next = context.reading.text(context.reading.tokens[value.last]);
  if (!ending.empty() && next.ends_with(ending) && next.size() > ending.size() + 4) return true;
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(),
                     [&](const Atom& trigger) { return trigger.first == value.last && trigger.list == List::roles; });
}

/// Who acts are people and states more often than seats and houses: "Fewer than 1,000 remain" may be told of any, and is left alone behind these.
bool may_act(const SentenceContext& context, const std::string& unit) {
  const auto unit_class = context.world.class_of(unit);
  return unit_class == "person" || unit_class == "state";
}

/// "The Civic Union got 29", and nothing behind it: what it got is what the others did.
bool is_object(const SentenceContext& context, const ReadValue& value) {
  if (!has_word_before(context, value.first, "object-verb")) return false;
  if (has_word_at(context, value.last, "and")) {
    const Atom* joint = context.sentence.word_at(value.last, "and");
    if (has_word_at(context, joint->last, "object-verb")) return true;  // had four and have 12
  }
  if (value.last >= context.sentence.last) return true;
  const auto& next = context.reading.tokens[value.last];
  return next.break_before || next.kind == TokenKind::mark;
}

/// "to 5 billion crowns a month from 3.5 billion", "180,000 tonnes against 240,000": what is compared is measured alike, where the figures are of one size.
std::string compared_unit(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  if (!before) return {};
  const auto& quantity = std::get<Quantity>(value.value);
  const auto& other = std::get<Quantity>(before->value);
  const auto unit_class = context.world.class_of(other.unit);
  if (unit_class != "money" && unit_class != "measure" && unit_class != "percent") return {};
  // "fell 10 percent from 90": a change in percent is of what is no share itself.
  const bool is_compared = (unit_class != "percent" && has_word_before(context, value.first, "from")) || has_word_before(context, value.first, "compared");
  const bool is_again = quantity.min && quantity.min->exponent < 0 && has_word_before(context, value.first, "figure-link");
  if (!is_compared && !is_again) return {};
  if (!quantity.min || !other.min) return {};
  const auto ten = make_decimal(10);
  const auto more = multiply(*other.min, ten), most = multiply(*quantity.min, ten);
  if (!more || !most || compare(*quantity.min, *more) != std::strong_ordering::less || compare(*most, *other.min) != std::strong_ordering::greater) return {};
  return other.unit;
}

/// "one of them" leans on anything.
bool is_more_than_one(const ReadValue& value) {
  const auto& least = std::get<Quantity>(value.value).min;
  return !least || compare(*least, make_decimal(1)) == std::strong_ordering::greater;
}

/// Does the sentence name another noun before the figure, which it may lean on as well?
bool names_other_noun(const SentenceContext& context, const ReadValue& value, const std::string& unit) {
  const auto& atoms = context.sentence.atoms;
  return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    return atom.list == List::units && atom.first < value.first && atom.entry->id != unit && is_counted_noun(context.world.class_of(atom.entry->id)) &&
           atom.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::sg);
  });
}

/// "The teachers, all 33,400 of them, settled": what stands between two marks counts the noun before them; so does what a relative joins to it: "citizens, of whom
/// 400,000 have left", "firms, eleven of which are new".
std::string noun_before_mark(const SentenceContext& context, const ReadValue& value) {
  const auto& tokens = context.reading.tokens;
  const auto is_mark = [&](std::uint32_t i) { return i >= context.sentence.first && i < context.sentence.last && tokens[i].kind == TokenKind::mark; };
  const Atom* all = context.sentence.word_before(value.first, "all-word");
  const Atom* relative = context.sentence.word_before(value.first, "relative-of");
  const std::uint32_t first = all ? all->first : relative ? relative->first : value.first;
  const bool of_people = ends_with_word(context, value, "of-people") || (relative && has_word_before(context, value.first, "of-people"));  // homes are no "whom"
  const bool is_closed = relative || ends_with_word(context, value, "relative-of") || is_mark(value.last);
  if (first < context.sentence.first + 2 || !is_mark(first - 1) || !is_closed) return {};
  for (const Atom& atom : context.sentence.atoms)
    if (atom.list == List::units && atom.last == first - 1 && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::pl) &&
        is_counted_noun(context.world.class_of(atom.entry->id)) && (!of_people || is_of_people(context, atom.entry->id)))
      return atom.entry->id;
  return {};
}

bool comes_in_wholes(const SentenceContext& context, const std::string& unit) {
  const auto unit_class = context.world.class_of(unit);
  return unit_class == "person" || unit_class == "state" || unit_class == "event";
}

bool is_difference(const ReadValue& value) { return value.rule.ends_with(":bare-difference"); }

/// "14 children, five more than in May and two fewer than in June": behind a mark, or another difference, of what was counted right before. Elsewhere a verb of
/// its own may tell of something else: "employs 22 workers and sold 20 more than last year".
std::string differing_noun(const SentenceContext& context, const ReadValue& value, const CountedNouns& counted, const ReadValue* before) {
  constexpr std::uint32_t kReach = 10;
  if (!before || value.first == context.sentence.first) return {};
  const auto& other = std::get<Quantity>(before->value);
  const auto& amount = std::get<Quantity>(value.value).min;
  const auto unit_class = context.world.class_of(other.unit);
  // "1,150 francs, 370 more than the last time"; what is more than nine percent by two is told in points.
  if ((unit_class == "money" || unit_class == "measure") && before->last + 1 == value.first && context.reading.text(context.reading.tokens[before->last]) == ",")
    return amount && other.min && compare(*amount, *other.min) == std::strong_ordering::less ? other.unit : std::string();
  if (counted.any.empty() || !counted.several.empty()) return {};
  if (other.unit != counted.any || value.first - before->last > kReach) return {};
  if (is_difference(*before)) return has_word_before(context, value.first, "and") ? other.unit : std::string();
  if (context.reading.text(context.reading.tokens[value.first - 1]) != ",") return {};
  // What is 20 more than before is more than 20.
  const bool is_less = has_word_at(context, value.last, "fewer");
  return is_less || (amount && other.min && compare(*amount, *other.min) == std::strong_ordering::less) ? other.unit : std::string();
}

/// "The first 300, from Kenya and Uganda, arrive this week."
bool is_first_of_them(const SentenceContext& context, const ReadValue& value) {
  const Atom* first = context.sentence.word_before(value.first, "some-of-them");
  return first && first->first == context.sentence.first;
}

/// "four natural and two mixed sites", "12 Syrian and three Iraqi soldiers": the noun of the last is that of all.
void share_noun_behind(const SentenceContext& context, std::vector<ReadValue>& values) {
  constexpr std::uint32_t kReach = 2;    // , and
  constexpr std::uint32_t kModified = 3;  // three Iraqi soldiers
  for (std::size_t i = values.size(); i-- > 1;) {
    auto &value = values[i - 1], &next = values[i];
    if (!value.lacks_noun || !value.needs_unit || next.needs_unit) continue;
    const auto& unit = std::get<Quantity>(next.value).unit;
    const bool is_next = next.first >= value.last && next.first - value.last <= kReach && next.last - next.first >= kModified;
    if (!is_next || !is_counted_noun(context.world.class_of(unit))) continue;
    std::get<Quantity>(value.value).unit = unit;
    value.needs_unit = false;
  }
}

/// Which noun the figure leans on; empty where none is clear.
std::string elided_noun(const SentenceContext& context, const ReadValue& value, const CountedNouns& counted, const ReadValue* noun_before, const ReadValue* before) {
  if (is_difference(value)) return differing_noun(context, value, counted, before);
  if (value.only_parallel) {
    if (auto unit = parallel_unit(context, value, before); !unit.empty()) return unit;
    if (!value.rule.ends_with(":bare-to")) return limit_unit(context, value, before);
    // "Hospital beds fell from 1,200 to 950": of what changed, and of nothing else.
    auto unit = changed_noun(context, value, noun_before);
    return unit.empty() ? numbered_noun(context, value, noun_before) : unit;
  }
  if (value.lacks_noun) return counts_people(context, value) || acts_as_people(context, value.last) ? "person" : "";
  if (auto unit = labelled_noun(context, value); !unit.empty()) return unit;
  if (auto unit = subject_noun(context, value); !unit.empty()) return unit;
  if (auto unit = numbered_noun(context, value, noun_before); !unit.empty()) return unit;
  if (auto unit = noun_of_number(context, value); !unit.empty()) return unit;
  if (auto unit = changed_noun(context, value, noun_before); !unit.empty()) return unit;
  if (auto unit = predicate_noun(context, value); !unit.empty()) return unit;
  if (auto unit = implied_people(context, value); !unit.empty()) return unit;
  if (counts_people(context, value) || is_size_of_body(context, value)) return "person";
  if (is_of_those_who(context, value) || follows_those_who(context, value)) return counted.people.empty() ? "person" : counted.people;
  if (auto unit = compared_unit(context, value, before); !unit.empty()) return unit;
  if (auto unit = money_again(context, value, before); !unit.empty()) return unit;
  if (auto unit = parallel_unit(context, value, before); !unit.empty()) return unit;
  if (auto unit = limit_unit(context, value, before); !unit.empty()) return unit;
  const auto& discourse = context.discourse;
  const bool is_recent = discourse.counted_at > 0;
  const bool is_pronoun = ends_with_word(context, value, "of-them");
  if (is_more_than_one(value) && (is_pronoun || has_word_before(context, value.first, "relative-of")))
    if (auto unit = noun_before_mark(context, value); !unit.empty()) return unit;
  const bool is_other = ends_with_word(context, value, "others") || has_word_before(context, value.first, "another");
  // The pronoun of people takes people; that of things, anything else.
  if (ends_with_word(context, value, "of-people")) {
    if (!counted.people.empty()) return counted.people;
    if (!is_more_than_one(value)) return {};
    return counted.any.empty() && is_recent && !discourse.counted_people.empty() ? discourse.counted_people : "person";
  }
  if (ends_with_word(context, value, "of-things")) {
    if (!counted.others.empty()) return counted.others;
    return counted.any.empty() && is_recent && !discourse.counted.empty() && !is_of_people(context, discourse.counted) ? discourse.counted : std::string();
  }
  const bool tells = tells_of_people(context, value);
  if (counted.any.empty()) {
    if (tells) return "person";
    const bool leans = is_pronoun || is_other || is_object(context, value) || is_first_of_them(context, value) ||
        (is_subject(context, value) && (may_act(context, discourse.counted) || undergoes(context, value.last, discourse.counted)));
    return leans && is_recent && is_more_than_one(value) && !names_other_noun(context, value, discourse.counted) ? discourse.counted : std::string();
  }
  // "two soldiers and three civilians were killed, seven others wounded": of either.
  if (is_other && !counted.several.empty() && is_of_people(context, counted.several) && is_of_people(context, counted.any)) return "person";
  // "142 films from 37 countries, against 120 last year": of which there were 120 is not clear.
  if (!counted.several.empty() && (has_word_before(context, value.first, "compared") || has_word_before(context, value.first, "from"))) return {};
  if (tells && !is_of_people(context, counted.any) && !counted.people.empty()) return counted.people;
  return counted.any;
}

/// The one noun that the values count, of those that `is` takes; empty where there are several. Pupils and teachers are both persons: "five others" behind them
/// are so too.
template <class Is>
std::string only_noun(const SentenceContext& context, const std::vector<ReadValue>& values, Is is) {
  std::string only;
  for (const auto& value : values) {
    const auto& unit = std::get<Quantity>(value.value).unit;
    if (!is(unit) || unit == only) continue;
    if (!only.empty() && !(is_of_people(context, unit) && is_of_people(context, only))) return {};
    only = only.empty() ? unit : "person";
  }
  return only;
}

/// What the sentences behind may lean on: what this one counted; where it counted nothing, the one before it still stands. A count whose noun stayed unknown leaves
/// nothing clear: "At least seven, including four children, died."
void remember_counted(const SentenceContext& context, const std::vector<ReadValue>& values, bool is_clear) {
  constexpr std::uint32_t kReach = 60;  // tokens: two sentences of news
  auto& discourse = context.discourse;
  const auto counts_noun = [&](const ReadValue& value) { return is_counted_noun(context.world.class_of(std::get<Quantity>(value.value).unit)); };
  if (is_clear && std::any_of(values.begin(), values.end(), counts_noun)) {
    discourse.counted = only_noun(context, values, [&](const std::string& unit) { return is_counted_noun(context.world.class_of(unit)); });
    discourse.counted_people = only_noun(context, values, [&](const std::string& unit) { return is_of_people(context, unit); });
    discourse.counted_at = context.sentence.last;
  } else if (!is_clear || context.sentence.last - discourse.counted_at > kReach) {
    discourse.counted.clear();
    discourse.counted_people.clear();
    discourse.counted_at = 0;
  }
}

}  // namespace

bool is_counted_noun(std::string_view unit_class) { return unit_class == "person" || unit_class == "state" || unit_class == "thing" || unit_class == "event"; }

void resolve_elliptical(const SentenceContext& context, std::vector<ReadValue>& values) {
  CountedNouns counted;
  std::vector<ReadValue> kept;
  kept.reserve(values.size());
  for (std::size_t i = 0; i + 1 < values.size(); ++i)
    if (values[i].needs_unit && !values[i + 1].needs_unit && is_part_of(context, values[i], values[i + 1])) {
      std::get<Quantity>(values[i].value).unit = std::get<Quantity>(values[i + 1].value).unit;
      values[i].needs_unit = false;
    }
  share_noun_behind(context, values);
  const ReadValue* noun_before = nullptr;
  bool is_clear = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto& value = values[i];
    auto& unit = std::get<Quantity>(value.value).unit;
    if (value.needs_unit) {
      // "eleven of the 20 on board": the noun of the whole is that of the part.
      const bool is_part = i + 1 < values.size() && values[i + 1].needs_unit && is_part_of(context, value, values[i + 1]);
      unit = elided_noun(context, is_part ? values[i + 1] : value, counted, noun_before, kept.empty() ? nullptr : &kept.back());
      if (unit.empty() && (is_difference(value) || value.only_parallel || value.lacks_noun)) continue;  // that of two counts leaves the noun of both as clear as it was
      // "two aftershocks, of magnitudes of 5.2": nobody counts them in tenths.
      if (const auto& least = std::get<Quantity>(value.value).min; least && least->exponent < 0 && comes_in_wholes(context, unit)) continue;
      if (unit.empty()) is_clear = false;
      if (unit.empty() && !value.may_lack_unit) continue;
    }
    const bool is_noun = (is_counted_noun(context.world.class_of(unit)) && !is_one_word(context, value)) ||
        (value.needs_unit && unit == counted.any && !unit.empty());
    if (is_noun) {
      // "412 shops in 19 countries, and 30 more": where the others are is not what is counted on.
      const bool is_where = !value.needs_unit && !counted.any.empty() && !is_of_people(context, unit) && is_behind_direction(context, value);
      if (!counted.any.empty() && counted.any != unit) counted.several = is_where ? unit : counted.any;
      if (!is_where) counted.any = unit;
      (is_of_people(context, unit) ? counted.people : counted.others) = unit;
    }
    kept.push_back(std::move(value));
    if (is_noun) noun_before = &kept.back();  // reserved: it stays where it is
  }
  values = std::move(kept);
  remember_measured(context, values);
  remember_counted(context, values, is_clear);
}

}  // namespace mizan
