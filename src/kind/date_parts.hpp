#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "kind/kinds.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// What a rule captured of a date, as numbers.
class DateParts {
 public:
  DateParts(const SentenceContext& context, const Mention& mention) : context_(context), mention_(mention) {}

 protected:
  /// A rule for fragments builds what its twin for running text does.
  std::string_view rule_name() const {
    const std::string_view name = mention_.rule->name;
    const auto rule = name.substr(name.rfind(':') + 1);
    constexpr std::string_view kFragment = "-fragment";
    return rule.ends_with(kFragment) ? rule.substr(0, rule.size() - kFragment.size()) : rule;
  }
  const Atom* get(std::string_view label) const { return mention_.get(label); }

  std::optional<int> number(std::string_view label) const {
    const Atom* atom = get(label);
    if (!atom) return std::nullopt;
    Decimal value;
    if (atom->number >= 0) value = context_.sentence.numbers[static_cast<std::size_t>(atom->number)].value;
    else if (atom->entry->list == List::numerals) value = atom->entry->value;
    else return atom->entry->amount;
    return whole(value);
  }

  static std::optional<int> whole(const Decimal& value) {
    std::int64_t result = value.mantissa;
    if (value.exponent < 0 || value.exponent > 5) return std::nullopt;
    for (std::int32_t i = 0; i < value.exponent; ++i) result *= 10;
    if (result < 0 || result > 100000) return std::nullopt;
    return static_cast<int>(result);
  }

  static DatePoint point(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    DatePoint p;
    const auto set = [](int& field, Certainty& is, std::optional<int> value) {
      if (!value) return;
      field = *value;
      is = Certainty::certain;
    };
    set(p.year, p.year_is, year);
    set(p.month, p.month_is, month);
    set(p.day, p.day_is, day);
    return p;
  }

  static DateRange single(const DatePoint& p) {
    DateRange range;
    range.first = range.last = p;
    return range;
  }

  static DateRange from_to(const DatePoint& first, const DatePoint& last) {
    DateRange range;
    range.first = first;
    range.last = last;
    range.is_range = true;
    return range;
  }

  static bool exists(const DatePoint& p) {
    if (p.month_is == Certainty::unknown) return p.day_is == Certainty::unknown;
    if (p.month < 1 || p.month > 12) return false;
    const int year = p.year_is == Certainty::unknown ? 2000 : p.year;
    return p.day_is == Certainty::unknown || (p.day >= 1 && p.day <= days_in_month(year, p.month));
  }

  int shift_amount() const {
    const Atom* shift = get("shift");
    return shift ? shift->entry->amount : 0;
  }

  static DatePoint implied(DatePoint p) {
    for (Certainty* is : {&p.year_is, &p.month_is, &p.day_is})
      if (*is == Certainty::certain) *is = Certainty::implied;
    return p;
  }

  const SentenceContext& context_;
  const Mention& mention_;
};

}  // namespace mizan
