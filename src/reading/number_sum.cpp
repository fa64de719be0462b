#include "reading/number_sum.hpp"

namespace mizan {
namespace {

std::int64_t scale_of(std::int64_t value) {
  std::int64_t scale = 1;
  while (value >= scale * 1000) scale *= 1000;
  return scale;
}

bool is_multiplier(const NumberPart& part) {
  return !part.literal && (part.type == NumeralType::scale || part.type == NumeralType::scale_glued || part.type == NumeralType::dozen ||
                           part.type == NumeralType::hundred);
}

}  // namespace

std::int64_t integer_of(const Decimal& value) {
  std::int64_t result = value.mantissa;
  for (std::int32_t i = 0; i < value.exponent && i < 18; ++i) result *= 10;
  return value.exponent < 0 ? -1 : result;
}

bool add_to(Decimal& a, const Decimal& b) {
  const auto sum = add(a, b);
  if (sum) a = *sum;
  return sum.has_value();
}

bool is_exact(const NumberPart& fraction) { return fraction.value.exponent > -4; }

void as_accusative(NumberPart& part) {
  part.type = NumeralType::scale;
  part.value = part.value.mantissa % 2 == 0 ? make_decimal(part.value.mantissa / 2, part.value.exponent)
      : make_decimal(part.value.mantissa * 5, part.value.exponent - 1);
  part.dual_or_accusative = false;
}

bool NumberSum::begin(const NumberPart& part, const Beginning& beginning) {
  const std::int64_t value = integer_of(part.value);
  if (!part.literal && part.type == NumeralType::scale_glued) return false;
  if (is_multiplier(part)) {
    const bool needs_article = part.type == NumeralType::dozen || !adds_by_conjunction_;
    if (part.type != NumeralType::hundred && part.plural) return false;
    if (needs_article && !beginning.behind_article) return false;
  }
  group = part.value;
  group_scale = is_multiplier(part) ? value : part.type == NumeralType::scaled ? scale_of(value) : 1;
  if (part.type == NumeralType::hundred) group_scale = 1;
  open = true;
  last_ = part.type;
  last_literal_ = part.literal;
  four_figures_ = beginning.four_figures;
  behind_month_ = beginning.behind_month;
  return true;
}

bool NumberSum::take(NumberPart part) {
  if (ended) return false;
  if (part.dual_or_accusative && !part.conjunction) as_accusative(part);
  if (!part.literal && part.type == NumeralType::scale_glued && (!last_literal_ || part.space_before)) return false;
  if (part.type == NumeralType::fraction && !part.literal) return add_fraction(part);
  const std::int64_t value = integer_of(part.value);
  return is_multiplier(part) && !part.conjunction ? multiply_by(part, value) : add_part(part, value);
}

/// A million and a half, two and a half: a fraction of the last scale.
bool NumberSum::add_fraction(const NumberPart& part) {
  if (!is_exact(part) || !part.conjunction) return false;
  const auto share = multiply(part.value, make_decimal(group_scale));
  if (!share || !add_to(group, *share)) return false;
  ended = group_scale != 1;
  last_ = part.type;
  return true;
}

bool NumberSum::multiply_by(const NumberPart& part, std::int64_t value) {
  if (part.plural && last_literal_ && (four_figures_ || behind_month_)) return false;  // in 2015 millions fled
  if (part.type == NumeralType::hundred) {
    const std::int64_t ones = integer_of(group);
    if (group_scale != 1 || ones < 1 || ones > (adds_by_conjunction_ ? 9 : 99) || four_figures_) return false;
  } else if (part.type == NumeralType::dozen && (group_scale != 1 || integer_of(group) > 99)) {
    return false;
  } else if (value <= 1000 && group_scale >= value && group_scale != 1) {
    return false;
  }
  if (limit_ != INT64_MAX && value > limit_) {
    if (!add_to(group, total)) return false;
    total = {};
    limit_ = INT64_MAX;
  }
  const auto product = multiply(group, part.value);
  if (!product || (limit_ != INT64_MAX && compare(*product, make_decimal(limit_)) >= 0)) return false;
  group = *product;
  if (part.type != NumeralType::hundred) group_scale *= value;
  last_ = part.type;
  last_literal_ = false;
  return true;
}

/// Does the part fit into the group below its scale? One and twenty, a hundred and five.
bool NumberSum::fits_group(const NumberPart& part) const {
  const std::int64_t whole = integer_of(group), ones = whole % 10, tens = whole % 100;
  switch (part.type) {
    case NumeralType::digit:
      return ones == 0 && tens != 10 && !(strict_order_ && adds_by_conjunction_ && tens != 0) && last_ != NumeralType::digit && (tens >= 20 || tens == 0);
    case NumeralType::teen:
    case NumeralType::ten: {
      const bool ones_then_ten = adds_by_conjunction_ && part.type == NumeralType::ten && tens > 0 && tens < 10;
      return (tens == 0 && whole >= 100) || ones_then_ten;
    }
    case NumeralType::hundred:
    case NumeralType::hundreds: return adds_by_conjunction_ && !strict_order_ && whole > 2 && whole < 100;  // five and a hundred: old prose puts the hundreds last
    case NumeralType::dozen:
    case NumeralType::scaled: return tens == 0 && whole >= 100;
    default: return false;
  }
}

bool NumberSum::add_part(const NumberPart& part, std::int64_t value) {
  if (value < 0 || part.type == NumeralType::fraction) return false;
  if (decimal && group_scale == 1) return false;
  if (adds_by_conjunction_ && !part.conjunction && !part.beside) return false;
  if (!adds_by_conjunction_ && part.conjunction && last_ != NumeralType::hundred && last_ != NumeralType::scale) return false;
  if (part.literal || last_literal_) {
    // 3 million and 500 thousand: figures join only behind a scale, or a hundred of one.
    const bool behind_hundred = last_ == NumeralType::hundred && adds_by_conjunction_;
    if ((group_scale == 1 && !behind_hundred) || (!adds_by_conjunction_ && !part.beside)) return false;
  }
  const std::int64_t own = part.type == NumeralType::scaled || part.type == NumeralType::scale ? scale_of(value) : 1;
  if (group_scale > 1 || own > 1) {
    if (group_scale <= value) return false;
    if (!add_to(total, group)) return false;
    limit_ = group_scale;
    group = part.value;
    group_scale = own;
  } else {
    if (value == 0 || !fits_group(part) || !add_to(group, part.value)) return false;
  }
  last_ = part.type;
  last_literal_ = part.literal;
  return true;
}

bool NumberSum::take_places(const Decimal& places) {
  if (ended || decimal || group_scale != 1 || total.mantissa != 0 || group.exponent < 0 || last_ == NumeralType::fraction) return false;
  if (!add_to(group, places)) return false;
  decimal = true;
  four_figures_ = false;
  return true;
}

}  // namespace mizan
