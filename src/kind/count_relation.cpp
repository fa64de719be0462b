// How two counts relate: bounds, roundings, units that convert.
#include "kind/modules.hpp"
#include "kind/same_units.hpp"

namespace mizan {
namespace {

/// "More than 200" is told of 203 and of 200: writers take the one for the other, and readers are not misled.
struct Range {
  std::optional<Decimal> low, high;
};

bool less(const Decimal& a, const Decimal& b) { return compare(a, b) == std::strong_ordering::less; }

/// `about` reaches 5 % to either side; an exact figure reaches half a unit of its last stated place, where it is rounded.
Range reach(const Quantity& quantity, const Decimal& factor, bool rounded) {
  Range range;
  const auto convert = [&](const Decimal& value) { return factor == Decimal{1, 0} ? value : multiply(value, factor).value_or(value); };
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
    auto half = multiply(make_decimal(5, quantity.min->exponent - 1), factor).value_or(Decimal{});
    // 200 may stand for 195 or 206, not for 150.
    const auto five_percent = multiply(*range.low, make_decimal(5, -2)).value_or(half);
    if (quantity.min->exponent > 0 && less(five_percent, half)) half = five_percent;
    widen(half, half);
  }
  return range;
}

bool overlap(const Range& a, const Range& b) {
  if (a.high && b.low && less(*a.high, *b.low)) return false;
  if (b.high && a.low && less(*b.high, *a.low)) return false;
  return true;
}

/// Is one figure the other one rounded: fewer stated places, and near enough?
bool is_rounding(const Quantity& coarse, const Quantity& fine) {
  if (!coarse.min || !coarse.max || !fine.min || !fine.max || !(*coarse.min == *coarse.max) || !(*fine.min == *fine.max)) return false;
  const int places = coarse.min->exponent;
  if (places <= fine.min->exponent) return false;
  // 190 states against 189 is no rounding: only whole hundreds and more, or decimals, are told in round numbers.
  return places < 0 || fine.min->exponent < 0 || places >= 2;
}

}  // namespace

ValueRelation relate_counts(const Value& left, const Value& right, const World& world) {
  const auto &a = std::get<Quantity>(left), &b = std::get<Quantity>(right);
  Decimal factor_a{1, 0}, factor_b{1, 0};
  if (a.unit != b.unit) {
    const auto x = world.units.find(a.unit), y = world.units.find(b.unit);
    const bool convertible = x != world.units.end() && y != world.units.end() && x->second.dimension == y->second.dimension;
    if (convertible) {
      factor_a = x->second.factor;
      factor_b = y->second.factor;
    } else if (!may_count_one(a.unit, b.unit, world)) {
      if (world.class_of(a.unit) == "money" || world.class_of(b.unit) == "money") return {Relation::conflict, false, "currency"};
      // State, country; an open-class noun beside a known one: the words differ, the thing may not.
    }
  }
  const auto same_bound = [&](const std::optional<Decimal>& p, const std::optional<Decimal>& q) {
    if (!p || !q) return !p && !q;
    if (factor_a == factor_b) return *p == *q;
    return multiply(*p, factor_a).value_or(*p) == multiply(*q, factor_b).value_or(*q);
  };
  if (same_bound(a.min, b.min) && same_bound(a.max, b.max) && a.strict == b.strict)
    return a.approximate == b.approximate ? ValueRelation{Relation::agree, true, "equal"} : ValueRelation{Relation::compatible, true, "about"};
  // 596 million marks are 595.6 million Deutschmarks: another word for the unit rounds as well.
  const bool is_one_measure = factor_a == factor_b;
  const bool a_rounds = is_one_measure && is_rounding(a, b), b_rounds = is_one_measure && is_rounding(b, a);
  if (overlap(reach(a, factor_a, a_rounds), reach(b, factor_b, b_rounds)))
    return {Relation::compatible, true, a_rounds || b_rounds ? "rounded" : a.approximate || b.approximate ? "about" : "bounds"};
  return {Relation::conflict, true, "count-differs"};
}

}  // namespace mizan
