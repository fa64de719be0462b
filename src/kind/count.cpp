#include <algorithm>

#include "kind/modules.hpp"
#include "reading/rules.hpp"

namespace mizan {
namespace {

class CountBuilder {
 public:
  CountBuilder(const SentenceContext& context, const Mention& mention) : context_(context), mention_(mention) {}

  std::optional<ReadValue> build() {
    ReadValue read;
    Quantity quantity;
    if (!set_unit(quantity, read)) return std::nullopt;
    auto low = number("number"), high = number("number2");
    if (get("unit-dual")) low = make_decimal(2);
    if (!low) return std::nullopt;
    if (const auto same = number("same"); same && compare(*same, *low) != std::strong_ordering::equal) return std::nullopt;
    if (high && !set_scale_of(*low, *high)) return std::nullopt;
    if (!scale(quantity, *low) || (high && !scale(quantity, *high))) return std::nullopt;
    if (high && compare(*low, *high) == std::strong_ordering::greater) return std::nullopt;
    quantity.min = low;
    quantity.max = high ? high : low;
    set_bounds(quantity);
    read.value = quantity;
    read.first = mention_.first;
    read.last = mention_.last;
    read.begin = mention_.begin;
    read.end = mention_.end;
    read.rule = mention_.rule->name;
    return read;
  }

 private:
  const Atom* get(std::string_view label) const { return mention_.get(label); }
  const NumberMention* mention_of(std::string_view label) const {
    const Atom* atom = get(label);
    return atom && atom->number >= 0 ? &context_.sentence.numbers[static_cast<std::size_t>(atom->number)] : nullptr;
  }

  /// The number, where it has one reading. 4.500 has two: with a noun that comes in wholes it is four thousand five hundred.
  std::optional<Decimal> number(std::string_view label) const {
    const auto* number = mention_of(label);
    if (!number) return std::nullopt;
    if (!number->other_value) return number->value;
    const Atom* unit = get("unit");
    const auto unit_class = unit ? context_.world.class_of(unit->entry->id) : std::string();
    if (unit_class == "person" || unit_class == "state" || unit_class == "thing") return number->value;
    if (!context_.language.adds_by_conjunction && unit_class != "money") return number->other_value;
    return std::nullopt;
  }

  /// "between 3 and 5 million": the first figure has the scale of the second.
  bool set_scale_of(Decimal& low, const Decimal&) const {
    const auto *first = mention_of("number"), *second = mention_of("number2");
    if (first->has_scale || !second->has_scale || get("sign") || first->grouped) return true;
    std::int32_t exponent = 0;
    for (Decimal scale = make_decimal(1000); compare(scale, second->value) != std::strong_ordering::greater && exponent < 15;) {
      exponent += 3;
      scale = make_decimal(1, exponent + 3);
    }
    const auto scaled = multiply(low, make_decimal(1, exponent));
    if (!scaled) return false;
    low = *scaled;
    return true;
  }

  /// USD/100 is a hundredth of a dollar.
  bool scale(Quantity& quantity, Decimal& value) const {
    const auto slash = divisor_.empty() ? std::string::npos : 0;
    if (slash == std::string::npos) return true;
    const auto divided = multiply(value, divisor_ == "100" ? make_decimal(1, -2) : make_decimal(1, -3));
    if (!divided) return false;
    value = *divided;
    (void)quantity;
    return true;
  }

  bool set_unit(Quantity& quantity, ReadValue& read) {
    const Atom* unit = get("unit") ? get("unit") : get("unit-dual");
    if (unit) {
      read.noun = unit->entry;
      read.row = context_.language.tag + "/units.tsv:" + std::to_string(unit->entry->line);
      quantity.unit = unit->entry->id;
      if (const auto slash = quantity.unit.find('/'); slash != std::string::npos) {
        divisor_ = quantity.unit.substr(slash + 1);
        quantity.unit.resize(slash);
      }
      if (const auto generic = context_.world.currencies.find(quantity.unit); generic != context_.world.currencies.end()) {
        const auto code = generic->second.find(context_.country);
        if (code != generic->second.end()) quantity.unit = code->second;
      }
      return true;
    }
    if (const Atom* noun = get("noun")) {
      quantity.unit = "~" + std::string(context_.reading.text(*noun));
      read.reading = 0.85;
      return true;
    }
    read.needs_unit = get("of-them") || get("others");
    return read.needs_unit;
  }

  void set_bounds(Quantity& quantity) const {
    for (const auto& capture : mention_.captures) {
      if (!capture.atom.entry || capture.atom.entry->list != List::qualifiers) continue;
      switch (static_cast<QualifierEffect>(capture.atom.entry->type)) {
        case QualifierEffect::about: quantity.approximate = true; break;
        case QualifierEffect::over: quantity.strict = true; [[fallthrough]];
        case QualifierEffect::at_least: quantity.max.reset(); break;
        case QualifierEffect::under: quantity.strict = true; [[fallthrough]];
        case QualifierEffect::at_most: quantity.min.reset(); break;
        case QualifierEffect::between:
        case QualifierEffect::exactly: break;
      }
    }
  }

  const SentenceContext& context_;
  const Mention& mention_;
  std::string divisor_;
};

/// A bare figure in a sentence whose figures before it counted something: "137 states voted in favour, six against".
std::vector<ReadValue> bare_numbers(const SentenceContext& context) {
  std::vector<ReadValue> values;
  for (const auto& number : context.sentence.numbers) {
    const bool covered = std::any_of(context.sentence.mentions.begin(), context.sentence.mentions.end(),
                                     [&](const Mention& m) { return m.first < number.last && number.first < m.last; });
    const bool whole = number.value.exponent >= 0 && !number.decimal && !number.other_value && !number.leading_zero && !number.refused;
    const bool year_like = number.digits == 4 && number.value.exponent <= 3;
    if (covered || !whole || year_like || number.is_year_words || compare(number.value, make_decimal(2)) == std::strong_ordering::less) continue;
    const auto next = number.last < context.sentence.last ? &context.reading.tokens[number.last] : nullptr;
    // A figure that something unknown is glued to, or that an unknown word follows, counts that, and not the noun from before.
    if (next && next->kind == TokenKind::mark && !next->space_before) {
      const auto mark = context.reading.text(*next);
      if (mark != "," && mark != "." && mark != ";" && mark != "،" && mark != ")" && mark != "؛" && mark != "»" && mark != "”") continue;
    }
    if (next && next->kind == TokenKind::number) continue;
    if (next && next->kind == TokenKind::word) {
      if (!next->space_before) continue;
      const bool stop = std::any_of(context.sentence.atoms.begin(), context.sentence.atoms.end(), [&](const Atom& atom) {
        return atom.first == number.last && atom.entry->list == List::stopwords && atom.entry->type != static_cast<std::uint8_t>(WordClass::adjective);
      });
      const bool trigger = std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(),
                                       [&](const Atom& atom) { return atom.first == number.last && atom.entry->list == List::roles; });
      if (!stop && !trigger) continue;
    }
    ReadValue read;
    Quantity quantity;
    quantity.min = quantity.max = number.value;
    read.value = quantity;
    read.first = number.first;
    read.last = number.last;
    read.begin = number.begin;
    read.end = number.end;
    read.rule = context.language.tag + "/count.rules:bare";
    read.needs_unit = true;
    read.reading = 0.8;
    values.push_back(std::move(read));
  }
  return values;
}

/// The noun of the figure before it in the sentence; without one a bare figure is no claim.
void resolve_elliptical(const SentenceContext& context, std::vector<ReadValue>& values) {
  std::string unit;
  const Entry* noun = nullptr;
  std::vector<ReadValue> kept;
  for (auto& value : values) {
    auto& quantity = std::get<Quantity>(value.value);
    if (!value.needs_unit) {
      const auto unit_class = context.world.class_of(quantity.unit);
      if (unit_class == "person" || unit_class == "state" || unit_class == "thing" || unit_class == "event") {
        unit = quantity.unit;
        noun = value.noun;
      }
    } else if (unit.empty()) {
      continue;
    } else {
      quantity.unit = unit;
      value.noun = nullptr;
    }
    kept.push_back(std::move(value));
  }
  (void)noun;
  values = std::move(kept);
}

struct Range {
  std::optional<Decimal> low, high;
  bool strict = false;
};

bool less(const Decimal& a, const Decimal& b) { return compare(a, b) == std::strong_ordering::less; }
bool equal(const Decimal& a, const Decimal& b) { return compare(a, b) == std::strong_ordering::equal; }

/// `about` reaches 5 % to either side; an exact figure reaches half a unit of its last stated place, where it is rounded.
Range reach(const Quantity& quantity, const Decimal& factor, bool rounded) {
  Range range;
  range.strict = quantity.strict;
  const auto convert = [&](const Decimal& value) { return multiply(value, factor).value_or(value); };
  if (quantity.min) range.low = convert(*quantity.min);
  if (quantity.max) range.high = convert(*quantity.max);
  const auto widen = [&](const Decimal& by_low, const Decimal& by_high) {
    if (range.low) range.low = add(*range.low, Decimal{-by_low.mantissa, by_low.exponent}).value_or(*range.low);
    if (range.high) range.high = add(*range.high, by_high).value_or(*range.high);
  };
  if (quantity.approximate && range.low && range.high) {
    const auto five = make_decimal(5, -2);
    widen(multiply(*range.low, five).value_or(Decimal{}), multiply(*range.high, five).value_or(Decimal{}));
  } else if (rounded && quantity.min && quantity.max && *quantity.min == *quantity.max) {
    const auto half = multiply(make_decimal(5, quantity.min->exponent - 1), factor).value_or(Decimal{});
    widen(half, half);
  }
  return range;
}

bool overlap(const Range& a, const Range& b) {
  if (a.high && b.low && less(*a.high, *b.low)) return false;
  if (b.high && a.low && less(*b.high, *a.low)) return false;
  // "more than 200" excludes 200.
  if (a.strict && b.low && b.high && ((a.low && !a.high && !less(*a.low, *b.high)) || (a.high && !a.low && !less(*b.low, *a.high)))) return false;
  if (b.strict && a.low && a.high && ((b.low && !b.high && !less(*b.low, *a.high)) || (b.high && !b.low && !less(*a.low, *b.high)))) return false;
  return true;
}

/// Is one figure the other one rounded: fewer stated places, and near enough?
bool is_rounding(const Quantity& coarse, const Quantity& fine) {
  if (!coarse.min || !coarse.max || !fine.min || !fine.max || !(*coarse.min == *coarse.max) || !(*fine.min == *fine.max)) return false;
  const int places = coarse.min->exponent;
  if (places <= fine.min->exponent) return false;
  // Ten to twelve is no rounding: only figures of some size, or decimals, are told in round numbers.
  return places < 0 || fine.min->exponent < 0 || places >= 2 || std::abs(coarse.min->mantissa) >= 10;
}

}  // namespace

std::vector<ReadValue> build_counts(const SentenceContext& context) {
  std::vector<ReadValue> values;
  for (const auto& mention : context.sentence.mentions)
    if (mention.rule->makes == Makes::count)
      if (auto value = CountBuilder(context, mention).build()) values.push_back(std::move(*value));
  auto bare = bare_numbers(context);
  values.insert(values.end(), std::make_move_iterator(bare.begin()), std::make_move_iterator(bare.end()));
  std::stable_sort(values.begin(), values.end(), [](const ReadValue& a, const ReadValue& b) { return a.first < b.first; });
  resolve_elliptical(context, values);
  return values;
}

ValueRelation relate_counts(const Value& left, const Value& right, const World& world) {
  const auto &a = std::get<Quantity>(left), &b = std::get<Quantity>(right);
  Decimal factor_a{1, 0}, factor_b{1, 0};
  if (a.unit != b.unit) {
    const auto x = world.units.find(a.unit), y = world.units.find(b.unit);
    const bool convertible = x != world.units.end() && y != world.units.end() && x->second.dimension == y->second.dimension;
    if (convertible) {
      factor_a = x->second.factor;
      factor_b = y->second.factor;
    } else if (!world.counts_as.contains({a.unit, b.unit})) {
      if (world.class_of(a.unit) == "money" || world.class_of(b.unit) == "money") return {Relation::conflict, false, "currency"};
      // State, country; an open-class noun beside a known one: the words differ, the thing may not.
    }
  }
  const auto same_bound = [&](const std::optional<Decimal>& p, const std::optional<Decimal>& q) {
    if (!p || !q) return !p && !q;
    return equal(multiply(*p, factor_a).value_or(*p), multiply(*q, factor_b).value_or(*q));
  };
  if (same_bound(a.min, b.min) && same_bound(a.max, b.max) && a.strict == b.strict)
    return a.approximate == b.approximate ? ValueRelation{Relation::agree, true, "equal"} : ValueRelation{Relation::compatible, true, "about"};
  const bool a_rounds = a.unit == b.unit ? is_rounding(a, b) : false, b_rounds = a.unit == b.unit ? is_rounding(b, a) : false;
  if (overlap(reach(a, factor_a, a_rounds), reach(b, factor_b, b_rounds)))
    return {Relation::compatible, true, a_rounds || b_rounds ? "rounded" : a.approximate || b.approximate ? "about" : "bounds"};
  return {Relation::conflict, true, "count-differs"};
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
