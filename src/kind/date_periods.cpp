#include "kind/date_periods.hpp"

#include "kind/hijri.hpp"

namespace mizan {

std::optional<DateRange> DatePeriods::decade() const {
  auto start = get("decade")->number >= 0 ? number("decade") : std::optional<int>(get("decade")->entry->amount);
  if (start && *start < 100) {
    // The 20s may be of either century.
    if (*start < 30) return std::nullopt;
    start = 1900 + *start;
  }
  if (const auto n = number("ordinal"); n && start) start = (*n - 1) * 100 + *start % 100;  // the seventies of the 19th century
  if (!start || *start % 10 != 0) return std::nullopt;
  DatePoint p = point(start, std::nullopt, std::nullopt);
  p.unknown_year_digits = 1;
  return single(p);
}

std::optional<DateRange> DatePeriods::century() const {
  const auto n = number("ordinal");
  if (!n || *n < 10 || *n > 21) return std::nullopt;
  DatePoint p = point((*n - 1) * 100, std::nullopt, std::nullopt);
  p.unknown_year_digits = 2;
  return single(p);
}

std::optional<int> DatePeriods::stated_year() const {
  if (const auto year = told_year()) return year;
  if (rule_name().ends_with("-now")) {
    const auto now = this_period("year-now");
    return now ? std::optional(now->first.year) : std::nullopt;
  }
  if (!get("shift") || !context_.dateline) return std::nullopt;
  return civil_from_days(*context_.dateline).year + shift_amount();
}

std::optional<DateRange> DatePeriods::part_of_year(std::string_view rule) const {
  const auto year = stated_year();
  const auto ordinal = number("ordinal");
  const bool is_last = get("last-word") != nullptr;
  if (!year) return std::nullopt;
  int first = 0, last = 0;
  if (rule.starts_with("first-")) {
    const auto quarters = number("quarters"), months = quarters ? std::optional(*quarters * 3) : number("months");
    if ((ordinal != 1 && !is_last && !get("first-word")) || !months || *months < 1 || *months > 11) return std::nullopt;
    first = is_last ? 13 - *months : 1;
    last = is_last ? 12 : *months;
  } else if (rule.starts_with("half")) {
    const bool second = ordinal ? *ordinal == 2 : get("second-half") || is_last;
    if (ordinal && *ordinal > 2) return std::nullopt;
    first = second ? 7 : 1;
    last = first + 5;
  } else {
    const int quarter = is_last ? 4 : ordinal.value_or(0);
    if (quarter < 1 || quarter > 4) return std::nullopt;
    first = quarter * 3 - 2;
    last = first + 2;
  }
  // "The third quarter of the year" that is over, in a text of its January: of the year before, and not of this one.
  const DatePoint begins = point(year, first, std::nullopt);
  if (rule.ends_with("-now") && is_past() && interval(begins)->first > *context_.dateline) return std::nullopt;
  return from_to(begins, point(year, last, std::nullopt));
}

/// From Q1 to Q3 2016: the year that stands last holds for both.
std::optional<DateRange> DatePeriods::quarters() const {
  const auto a = number("ordinal"), b = number("ordinal2"), last = number("year2");
  const auto first = get("year") ? number("year") : last;
  if (!a || !b || !first || !last || *a < 1 || *a > 4 || *b < 1 || *b > 4) return std::nullopt;
  if (*first * 4 + *a >= *last * 4 + *b) return std::nullopt;
  return from_to(point(first, *a * 3 - 2, std::nullopt), point(last, *b * 3, std::nullopt));
}

std::optional<DayInterval> DatePeriods::hijri_days() const {
  const auto year = number("hijri-year");
  const auto month = number(get("hijri-month") ? "hijri-month" : "hijri-month-alone"), day = number("day");
  if (!year) return std::nullopt;
  const auto first = days_from_hijri(*year, month.value_or(1), day.value_or(1));
  if (!first) return std::nullopt;
  if (day) return DayInterval{*first, *first};
  const bool last_month = month && *month == 12;
  const auto next = month ? days_from_hijri(last_month ? *year + 1 : *year, last_month ? 1 : *month + 1, 1) : days_from_hijri(*year + 1, 1, 1);
  return next ? std::optional(DayInterval{*first, *next - 1}) : std::nullopt;
}

/// Moon-sighting moves the Islamic day by a day, in the Maghreb by two.
bool DatePeriods::are_calendars_apart(const DayInterval& gregorian, const DayInterval& hijri) {
  constexpr std::int32_t kSighting = 2;  // days
  return gregorian.first > hijri.last + kSighting || hijri.first > gregorian.last + kSighting;
}

/// Both calendars are one claim. Where the two lie far apart one of them is a mistake, and nobody can say which: the claim is the Gregorian day, but hardly
/// one to rely on. Not where no word says that they are one day: then there is none.
std::optional<DateRange> DatePeriods::both_calendars() const {
  const auto hijri = hijri_days();
  DatePoint p;
  if (get("n1")) {
    const auto numeric = numeric_point(number("n1"), number("n2"), number("year2"));
    if (!numeric) return std::nullopt;
    p = *numeric;
  } else {
    p = point(number("year2"), number("month2"), number("day2"));
  }
  if (!hijri || !exists(p)) return std::nullopt;
  if (p.year_is == Certainty::unknown) {
    p.year = civil_from_days(hijri->first).year;
    p.year_is = Certainty::implied;
  }
  const auto gregorian = interval(p);
  if (!gregorian || (!get("corresponds") && are_calendars_apart(*gregorian, *hijri))) return std::nullopt;
  return single(p);
}

std::optional<DateRange> DatePeriods::hijri(std::string_view rule) const {
  if (rule.starts_with("hijri-both")) return both_calendars();
  auto days = hijri_days();
  if (!days) return std::nullopt;
  if (const auto last = number("day2")) {
    const auto end = days_from_hijri(*number("hijri-year"), *number("hijri-month"), *last);
    if (!end || *end <= days->first) return std::nullopt;
    days->last = *end;
  }
  const auto certain = [](DatePoint p) {
    p.year_is = p.month_is = p.day_is = Certainty::certain;  // converted, not concluded
    return p;
  };
  const DatePoint first = certain(civil_from_days(days->first));
  return days->first == days->last ? single(first) : from_to(first, certain(civil_from_days(days->last)));
}

}  // namespace mizan
