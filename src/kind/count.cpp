#include <algorithm>

#include "kind/bare_adjectives.hpp"
#include "kind/closed_lists.hpp"
#include "kind/figures_of_names.hpp"
#include "kind/elliptical_counts.hpp"
#include "kind/modules.hpp"

namespace mizan {
namespace {

class CountBuilder : private FiguresOfNames {
 public:
  using FiguresOfNames::FiguresOfNames;

  std::optional<ReadValue> build() {
    if (get("none")) return nobody();
    if (get("part")) return part_of_whole(fraction_share());
    if (get("of")) return part_of_whole(share());
    ReadValue read;
    if (auto length = length_told()) return length;
    Quantity quantity;
    if (!set_unit(quantity, read)) return std::nullopt;
    auto low = number("number"), high = number("number2");
    const Atom* unit = get("unit-dual") ? get("unit-dual") : get("unit");
    if (get("unit-dual") && unit->article && !is_told_dual(*unit)) return std::nullopt;  // "the two continents" are the two that everybody knows
    // "its seven (factories) thousands of Saudis": the thousand belongs to what comes next.
    if (const auto* few = mention_of("number"); few && few->has_scale && mention_.rule->name.ends_with(":unit-before-owned")) return std::nullopt;
    // "a single goal"; but "a lonely child", "the only goal"
    if (unit && mention_.rule->name.ends_with(":unit-single") && (unit->article || context_.world.class_of(unit->entry->id) == "person")) return std::nullopt;
    // "from 1,200 to 950 last year": the year tells when.
    if (const Atom* mod = get("mod"); mod && unit && context_.world.class_of(unit->entry->id) == "time") {
      const auto said = context_.sentence.atoms_at(mod->first);
      if (std::any_of(said.begin(), said.end(), [](const Atom& atom) { return atom.list == List::relative; }) && unit->entry->type == static_cast<std::uint8_t>(GrammaticalNumber::sg))
        return std::nullopt;
    }
    if (get("unit-dual") && follows_dual()) return std::nullopt;
    const bool is_dual = unit && unit->entry->type == static_cast<std::uint8_t>(GrammaticalNumber::du);
    if (is_dual && !low) low = make_decimal(2);
    if (!low && get("plus") && unit && unit->article) return std::nullopt;  // the year and a half that was told of before
    if ((get("unit-sub") || get("whole") || get("plus")) && !low) low = make_decimal(1);
    if (!low && unit && tells_one(*unit)) {
      if (!may_tell_length(*unit)) return std::nullopt;
      low = make_decimal(1);
    }
    if (!low) return std::nullopt;
    if (is_owner()) return owns_number() ? part_of_owned(*low) : std::nullopt;
    if (names_year(*low) || (get("noun") && !read.needs_unit && !may_count(*low, *get("noun")))) return std::nullopt;
    if (get("number") && !get("number2") && !get("among") && unit && (is_modifier(*low, *unit) || is_out_of_order(*low, *unit))) return std::nullopt;
    if (is_in_name() || is_unsure_behind_name() || is_speaker(*low) || is_stray_letter()) return std::nullopt;
    if (is_bare() && !may_stand_bare(*mention_of(high ? "number2" : "number"))) {
      if (high || !may_stand_parallel(*mention_of("number"))) return std::nullopt;
      read.only_parallel = true;
    }
    if (is_bare()) read.may_lack_unit = is_figure_as_such(*mention_of("number"));
    const bool is_bare_change = is_bare() && high && follows_from() && changes_before(word_before(mention_.first, "from"));
    if (is_bare() && high && !is_bare_change && (!read.may_lack_unit || follows_from())) return std::nullopt;
    if (const auto same = number("same"); same && compare(*same, *low) != std::strong_ordering::equal) return std::nullopt;
    if (get("unit-sub") && !add_smaller_unit(quantity, *low)) return std::nullopt;
    if (get("plus") && !add_fraction(*low)) return std::nullopt;
    // The second half of an hour-long programme; a two-and-a-half-year-old boy.
    if ((get("joint") || (get("plus") && mark_before(get("plus")->first) == "-")) && is_glued_behind()) return std::nullopt;
    if (const Atom* fraction = get("number"); fraction && fraction->number < 0 && fraction->conjunction) return std::nullopt;  // it belongs to what stands before
    if (get("below-zero")) low = make_decimal(-low->mantissa, low->exponent);
    if (get("unit-again") && get("unit-again")->entry->id != unit_id()) return std::nullopt;
    if (is_strength(quantity.unit, *low)) quantity.unit = kMagnitude;
    if (is_part_of_whole(quantity, *low) || (is_linked_strength() && !may_be_strength(*low))) return std::nullopt;
    if (get("each-of") && *low == make_decimal(1)) return std::nullopt;  // one of the ministers
    if (get("subunit") && !add_subunit(*low, quantity.unit)) return std::nullopt;
    if (quantity.unit == "century" && !mention_of("number")) {  // a quarter of a century is told of as 25 years
      low = multiply(*low, make_decimal(100));
      quantity.unit = "year";
    }
    if (quantity.unit == "fortnight") {
      low = low ? multiply(*low, make_decimal(2)) : low;
      quantity.unit = "week";
    }
    if (!low) return std::nullopt;
    if (high && !set_scale_of(*low, *high)) return std::nullopt;
    if (!scale(*low) || (high && !scale(*high))) return std::nullopt;
    if (has_scale_behind_plus()) return std::nullopt;
    if (is_bare_change) {
      quantity.min = low;
      quantity.max = high;
      read.may_lack_unit = false;
      read.only_parallel = true;
      return placed_after(std::move(read), std::move(quantity));
    }
    if (high && compare(*low, *high) == std::strong_ordering::greater) {
      // Between 12 and 10: the two may have been swapped or one of them mistyped. From 12 to 10 is a fall.
      if (is_change()) {
        quantity.min = low;
        quantity.max = high;
        return placed_after(std::move(read), std::move(quantity));
      }
      if ((!get("between") && !get("q-between")) || quantity.unit == "degree") return std::nullopt;  // -5 and -10 degrees
      std::swap(low, high);
      read.beside.backwards = true;
      read.reading = kBackwards;
    }
    if (high && may_be_month_and_year(*low, *high)) return std::nullopt;
    quantity.min = low;
    quantity.max = high ? high : low;
    set_bounds(quantity);
    if (high && is_change()) return placed_after(std::move(read), std::move(quantity));
    if (!quantity.min && !quantity.max) return std::nullopt;  // more than 30 or less
    if (quantity.min == quantity.max && is_state_or_place(quantity.unit)) read.beside.listed = listed_behind(context_, mention_.last);
    read.value = quantity;
    return placed(std::move(read));
  }

  /// What a change started from, once it was built.
  [[nodiscard]] const std::optional<ReadValue>& before_change() const { return before_; }

 private:
  std::optional<ReadValue> before_;

  std::optional<ReadValue> part_of_owned(const Decimal& part) const {
    const auto* figure = mention_of("number");
    if (!figure) return std::nullopt;
    Quantity quantity;
    quantity.min = quantity.max = part;
    set_bounds(quantity);
    ReadValue read;
    read.value = quantity;
    read.needs_unit = true;
    read = placed(std::move(read));
    read.last = figure->last;
    read.end = figure->end;
    return read;
  }

  /// "The 52m trawler", "a 30m-high wall": metres, and no millions. Only before one thing that is told by its length, and where a dimension stands behind; not
  /// "30m high school pupils".
  std::optional<ReadValue> length_told() const {
    constexpr std::int64_t kLongest = 3000;
    const auto* figure = mention_of("number");
    const Atom *metre = figure && !get("number2") ? letter_unit(*figure) : nullptr, *unit = get("unit"), *dimension = get("dimension");
    if (!metre) return std::nullopt;
    const auto length = multiply(figure->value, make_decimal(1, -figure->scale_exponent));
    if (!length || compare(*length, make_decimal(kLongest)) == std::strong_ordering::greater) return std::nullopt;
    if (is_glued_behind()) return std::nullopt;
    if (dimension ? mark_before(dimension->first) != "-" && !ends_before_noun() : is_of_noun_behind()) return std::nullopt;
    if (!dimension && !get("thing") && (!unit || !is_modifier(figure->value, *unit) || !is_long_thing(*unit))) return std::nullopt;
    Quantity quantity;
    quantity.min = quantity.max = length;
    quantity.unit = metre->entry->id;
    set_bounds(quantity);
    ReadValue read;
    read.value = quantity;
    read.row = context_.language.tag + "/units.tsv:" + std::to_string(metre->entry->line);
    read = placed(std::move(read));
    read.last = figure->last;
    read.end = figure->end;
    return read;
  }

  /// "the 60m tunnel project" may cost as much.
  bool is_of_noun_behind() const {
    const auto behind = context_.sentence.atoms_at(mention_.last);
    return std::any_of(behind.begin(), behind.end(), [](const Atom& atom) {
      return atom.list == List::units && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::sg);
    });
  }

  bool is_long_thing(const Atom& unit) const {
    for (std::uint32_t token = unit.first; token < unit.last; ++token)
      if (word_at(token, "long-thing")) return true;
    return false;
  }

  static constexpr double kBackwards = 0.4;  ///< how surely a count is read whose bounds stand the wrong way round

  /// "a week", "week-long": the form itself says that it is one.
  static bool tells_one(const Atom& unit) {
    const auto number = static_cast<GrammaticalNumber>(unit.entry->type);
    return number == GrammaticalNumber::one || number == GrammaticalNumber::length;
  }

  /// Not "for a day trip", "a two-week-long strike", "twice a fortnight", "300 dollars a fortnight".
  bool may_tell_length(const Atom& unit) const {
    if (mark_before(mention_.first) == "-" || word_at(mention_.last, "or")) return false;  // a year or two
    if (unit.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::one)) return ends_before_noun();
    if (!word_at(unit.first, "indefinite")) return true;
    if (unit.first == context_.sentence.first) return true;
    const auto& atoms = context_.sentence.atoms;
    return context_.reading.tokens[unit.first - 1].kind != TokenKind::number && !word_before(unit.first, "times-word") &&
           std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.last == unit.first && atom.list == List::units; });
  }

  /// Does the last word go on behind a hyphen?
  bool is_glued_behind() const {
    if (mention_.last >= context_.sentence.last) return false;
    const Token& mark = context_.reading.tokens[mention_.last];
    return !mark.space_before && context_.reading.text(mark) == "-";
  }

  bool is_state_or_place(std::string_view unit) const { return context_.world.class_of(unit) == "state" || unit == "city" || unit == "province"; }

  /// Two Palestinian youths: the second dual is an adjective, and counts nobody else.
  bool follows_dual() const {
    if (context_.world.class_of(get("unit-dual")->entry->id) != "person") return false;
    const auto& atoms = context_.sentence.atoms;
    const std::uint32_t at = get("unit-dual")->first;
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      return atom.last == at && atom.list == List::units && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::du);
    });
  }

  /// "the two coming stages", "the only two doors": what is said of them tells the two apart from others. People and states have titles, and time its dates.
  bool is_told_dual(const Atom& unit) const {
    if (!mention_.rule->name.ends_with(":dual-told")) return false;
    const auto unit_class = context_.world.class_of(unit.entry->id);
    const auto behind = context_.sentence.atoms_at(mention_.last);
    const bool is_date = std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.list == List::relative; });
    return unit_class == "thing" || unit_class == "event" || (unit_class == "time" && !is_date);  // "the first two days", not "the past two days"
  }

  /// $300+ billion: the figure goes on behind its mark.
  bool has_scale_behind_plus() const {
    const auto plus = mention_.last;
    if (plus + 1 >= context_.sentence.last || context_.reading.text(context_.reading.tokens[plus]) != "+") return false;
    const auto behind = context_.sentence.atoms_at(plus + 1);
    return std::any_of(behind.begin(), behind.end(), [](const Atom& atom) {
      const auto type = static_cast<NumeralType>(atom.entry->type);
      return atom.list == List::numerals && (type == NumeralType::scale || type == NumeralType::scale_glued);
    });
  }

  /// "Membership fell from 12,000 to 9,500": right behind the verb; what changed stands before it.
  bool changes_before(const Atom* from) const {
    constexpr std::uint32_t kReach = 6;  // "fell the number of pupils from", where the verb comes first
    const auto& triggers = context_.sentence.triggers;
    if (context_.language.noun_follows_directly)
      return std::any_of(triggers.begin(), triggers.end(), [&](const Atom& verb) {
        return verb.list == List::change && (verb.entry->id == "rose" || verb.entry->id == "fell") && verb.last <= from->first && from->first - verb.last <= kReach;
      });
    return std::any_of(triggers.begin(), triggers.end(), [&](const Atom& verb) {
      return verb.list == List::change && (verb.entry->id == "rose" || verb.entry->id == "fell") && (verb.last == from->first || verb.last == from->last);
    });
  }

  /// "rose from 21 to 27 dollars": what it was, and what it is. Without a word of change it is a range: "takes from 3 to 5 days".
  bool is_change() const {
    const Atom* from = get("from");
    if (!from || from->first != mention_.first || !get("to")) return false;
    constexpr std::uint32_t kReach = 3;  // they raised the monthly fee from 21 to 27 dollars
    const auto& triggers = context_.sentence.triggers;
    return std::any_of(triggers.begin(), triggers.end(), [&](const Atom& verb) {
      return verb.list == List::change && verb.entry->id != "moved" && verb.first < from->first && verb.last <= from->last &&
             from->first <= verb.last + kReach;
    });
  }

  /// The figure behind the change, where it stands; the one before it is kept for `before_change`.
  ReadValue placed_after(ReadValue read, Quantity quantity) {
    const auto *old = mention_of("number"), *now = mention_of("number2");
    ReadValue before = read;
    Quantity was = quantity;
    was.max = was.min;
    quantity.min = quantity.max;
    before.value = was;
    read.value = quantity;
    before = placed(std::move(before));
    begin_at(before, *old);
    before.last = old->last;
    before.end = old->end;
    before_ = std::move(before);
    read = placed(std::move(read));
    begin_at(read, *now);
    return read;
  }

  /// The figure, with the sign before it.
  void begin_at(ReadValue& read, const NumberMention& figure) const {
    read.first = figure.first;
    read.begin = figure.begin;
    const bool is_money = context_.world.class_of(std::get<Quantity>(read.value).unit) == "money";
    for (const Atom& atom : context_.sentence.atoms)
      if (is_money && atom.list == List::units && atom.last == figure.first) {
        read.first = atom.first;
        read.begin = atom.begin;
      }
  }

  ReadValue placed(ReadValue read) const {
    read.first = mention_.first;
    read.last = mention_.last;
    read.begin = mention_.begin;
    read.end = mention_.end;
    if (const auto* figure = mention_of("number"); figure && get("noun") && read.needs_unit) {
      read.last = figure->last;
      read.end = figure->end;
    }
    read.rule = mention_.rule->name;
    read.lacks_noun = is_bare() && get("mod");
    return read;
  }

  /// "Nobody was hurt", "without casualties": but not where that is only so of some, or so far. A noun that goes on may tell whose: no deaths of children.
  std::optional<ReadValue> nobody() const {
    if (word_at(mention_.last, "not-all") || (get("casualties") && !ends_clause())) return std::nullopt;
    Quantity quantity;
    quantity.min = quantity.max = make_decimal(0);
    quantity.unit = "person";
    ReadValue read;
    read.value = quantity;
    return placed(std::move(read));
  }

  /// A part of a whole, in percent, where it is one: fractions are told in round numbers, as 61 percent may be three in five.
  std::optional<ReadValue> part_of_whole(const std::optional<Decimal>& percent) const {
    if (!percent) return std::nullopt;
    Quantity quantity;
    quantity.min = quantity.max = percent;
    quantity.unit = "percent";
    quantity.approximate = !mention_.rule->name.ends_with(":share");
    set_bounds(quantity);
    if (!quantity.min || !quantity.max) quantity.approximate = false;
    ReadValue read;
    read.value = quantity;
    return placed(std::move(read));
  }

  /// "between 3 and 5 million": the first figure has the scale of the second.
  /// Not "from 500 to a thousand": it stays below it.
  bool set_scale_of(Decimal& low, const Decimal& high) const {
    const auto *first = mention_of("number"), *second = mention_of("number2");
    if (!first) return true;  // a dual
    if (first->has_scale || second->scale_exponent == 0 || get("sign") || first->grouped) return true;
    if (second->scale_exponent == 2 && (!first->in_words || compare(low, make_decimal(10)) != std::strong_ordering::less)) return true;
    const auto scaled = multiply(low, make_decimal(1, second->scale_exponent));
    if (!scaled) return false;
    if (compare(*scaled, high) == std::strong_ordering::less) low = *scaled;
    return true;
  }

  /// USD/100 is a hundredth of a dollar.
  bool scale(Decimal& value) const {
    if (divisor_.empty()) return true;
    const auto divided = multiply(value, divisor_ == "100" ? make_decimal(1, -2) : make_decimal(1, -3));
    if (!divided) return false;
    value = *divided;
    return true;
  }
};

}  // namespace

std::vector<ReadValue> build_counts(const SentenceContext& context) {
  std::vector<ReadValue> values;
  values.reserve(context.sentence.mentions.size());
  for (const auto& mention : context.sentence.mentions)
    if (mention.rule->makes == Makes::count) {
      const auto alone = figure_alone(context, mention);
      CountBuilder builder(context, alone ? *alone : mention);
      auto value = builder.build();
      if (const auto& before = builder.before_change()) values.push_back(*before);
      if (value) values.push_back(std::move(*value));
    }
  resolve_elliptical(context, values);
  return values;
}

std::string show_count(const Value& value) {
  const auto& quantity = std::get<Quantity>(value);
  std::string text;
  if (quantity.min && quantity.max) {
    text = quantity.approximate ? "~" : "";
    text += *quantity.min == *quantity.max ? show(*quantity.min) : show(*quantity.min) + ".." + show(*quantity.max);
  } else if (quantity.min) {
    text = (quantity.strict ? ">" : ">=") + show(*quantity.min);
  } else if (quantity.max) {
    text = (quantity.strict ? "<" : "<=") + show(*quantity.max);
  }
  return text + " " + (quantity.unit.empty() ? "-" : quantity.unit);
}

}  // namespace mizan
