#include "kind/relative_dates.hpp"

#include <algorithm>
#include <cstdlib>

namespace mizan {

/// The weekday that is told of the day: in "from Monday 7 April to Friday 11 April" each end has its own.
const Atom* RelativeDates::weekday_of_point(const DatePoint& p) const {
  const Atom* day2 = get("day2");
  if (!day2 || number("day2").value_or(0) != p.day || number("day").value_or(0) == p.day) return get("weekday");
  const Atom* told = nullptr;
  for (const Capture& capture : mention_.captures)
    if (capture.label == "weekday" && get("day") && capture.atom.first > get("day")->first) told = &capture.atom;
  return told;
}

/// The text says which day of the week it was: of the years around the dateline the nearest in which the two fit. Where none does, one of the two is a
/// mistake, and the year stays unknown. Does a weekday decide at all?
bool RelativeDates::imply_year_of_weekday(DatePoint& p) const {
  const Atom* weekday = weekday_of_point(p);
  if (!weekday || !weekday->entry || weekday->list != List::weekdays || p.day_is == Certainty::unknown) return false;
  constexpr int kYears = 5;  // either side; the seventh year at the latest has the day again
  const int now = civil_from_days(*context_.dateline).year;
  std::optional<int> best;
  const auto distance = [&](int year) { return std::abs(days_from_civil(year, p.month, p.day) - *context_.dateline); };
  for (int year = now - kYears; year <= now + kYears; ++year) {
    if (p.day > days_in_month(year, p.month) || weekday_of(days_from_civil(year, p.month, p.day)) != weekday->entry->amount) continue;
    if (!best || distance(year) < distance(*best)) best = year;
  }
  constexpr int kNear = 550;  // days
  if (!best || distance(*best) > kNear) return true;
  p.year = *best;
  p.year_is = Certainty::implied;
  return true;
}

/// "Yesterday, 8 May": the year in which the two fit.
bool RelativeDates::imply_year_of_relative_day(DatePoint& p) const {
  const Atom* word = get("relative-day");
  if (!word || p.day_is == Certainty::unknown) return false;
  const DatePoint day = civil_from_days(*context_.dateline + word->entry->amount);
  if (day.month != p.month || day.day != p.day) return false;
  p.year = day.year;
  p.year_is = Certainty::implied;
  return true;
}

/// The year that puts the month (and day) near the dateline. News leans to the past: a day to come is meant where the clause says so, or where it is much
/// nearer than the last one.
void RelativeDates::imply_year(DatePoint& p, int shift) const {
  if (p.year_is != Certainty::unknown || p.month_is == Certainty::unknown) return;
  if (!context_.dateline || imply_year_of_weekday(p) || imply_year_of_relative_day(p)) return;
  // The sentence has told a full date of another time: then only a day around the dateline is sure to be of its year.
  bool is_old_story = false;
  if (shift == 0 && context_.discourse.date && context_.discourse.token > context_.sentence.first && looks_ahead() == Ahead::no) {
    const DatePoint& before = context_.discourse.date->last;
    is_old_story = before.year_is == Certainty::certain && before.month_is == Certainty::certain &&
                   std::abs(civil_from_days(*context_.dateline).year - before.year) > 1;
  }
  const DatePoint today = civil_from_days(*context_.dateline);
  const auto distance = [&](int year) {
    const int day = p.day_is == Certainty::unknown ? 15 : std::min(p.day, days_in_month(year, p.month));
    return days_from_civil(year, p.month, day) - (p.day_is == Certainty::unknown ? days_from_civil(today.year, today.month, 15) : *context_.dateline);
  };
  std::optional<int> past, future;  // the nearest on either side, in years
  for (int year = today.year - 1; year <= today.year + 1; ++year) {
    const auto days = distance(year);
    if (p.day_is != Certainty::unknown && p.day > days_in_month(year, p.month)) continue;
    if (days <= 0 && (shift == 0 || days < 0)) past = year;
    if (days >= 0 && (shift == 0 || days > 0) && !future) future = year;
  }
  if (past && future && *past != *future) {
    constexpr int kLongAhead = 270, kJustPast = 20;  // days
    const int back = -distance(*past), on = distance(*future);
    const bool is_since = shift == 0 && context_.sentence.word_before(mention_.first, "since-word") != nullptr;  // what has lasted since October began
    const Ahead ahead = shift == 0 && !is_since ? looks_ahead() : Ahead::no;
    bool take_future = shift > 0 || (on * 2 <= back && !(ahead == Ahead::no && is_told_as_past()));
    // The next one is nearer, but not by much: then the clause must say that it is over, else nobody knows.
    if (shift == 0 && ahead == Ahead::no && on < back && on * 2 > back && !is_since && !is_past()) return;
    if (ahead == Ahead::yes) take_future = p.day_is == Certainty::unknown || on < kLongAhead || back > kJustPast;
    if (ahead == Ahead::leaning) take_future = on <= back;
    if (shift < 0 || is_since) take_future = false;
    (take_future ? past : future).reset();
  } else if (past && future) {
    future.reset();
  }
  if (shift < 0) future.reset();
  if (shift > 0) past.reset();
  const auto best = past ? past : future;
  constexpr int kAround = 160;  // days
  if (!best || (is_old_story && std::abs(distance(*best)) > kAround)) return;
  p.year = *best;
  p.year_is = Certainty::implied;
}

/// Ten years ago is a year, ten months ago a month, ten days ago a day; three weeks ago is about a day. "More than ten years ago" is none of these.
std::optional<DateRange> RelativeDates::ago() const {
  if (!context_.dateline) return std::nullopt;
  if (get("q-over") || get("q-at-least") || get("q-under") || get("q-at-most")) return std::nullopt;
  const Atom* ago = get("ago-after") ? get("ago-after") : get("ago-before");
  const bool is_ahead = rule_name().starts_with("ahead") || (ago && ago->entry->amount > 0);  // "from now" looks the other way
  const DatePoint today = civil_from_days(*context_.dateline);
  std::int32_t days = *context_.dateline;
  int months = today.year * 12 + today.month - 1;
  bool has_months = false, has_days = false, has_weeks = false, has_years = false;
  const auto add = [&](const Atom* unit, int n) {
    const int steps = is_ahead ? n : -n;
    const std::string& id = unit->entry->id;
    has_years |= id == "year" || id == "decade";
    has_months |= id == "month";
    has_weeks |= id == "week" || id == "fortnight";
    has_days |= id == "day";
    if (id == "year" || id == "decade") months += steps * (id == "decade" ? 120 : 12);
    else if (id == "month") months += steps;
    else if (id == "fortnight") days += steps * 14;
    else if (id == "week" || id == "day") days += steps * (id == "week" ? 7 : 1);
    else return false;
    return n <= 500;
  };
  const Atom* unit = get("time-unit") ? get("time-unit") : get("unit-dual");
  auto n = get("number") ? number("number") : std::optional<int>(get("unit-dual") ? 2 : 1);
  const Atom* figure = get("number");
  bool has_half = false;
  if (!n && figure && figure->number >= 0) {
    // Two and a half years ago.
    const Decimal& value = context_.sentence.numbers[static_cast<std::size_t>(figure->number)].value;
    has_half = value.exponent == -1 && value.mantissa % 10 == 5 && value.mantissa < 1000;
    if (has_half) n = static_cast<int>(value.mantissa / 10);
  }
  if (get("half-word")) {
    // Half a year is six months; half of a shorter stretch falls between two days or months.
    const int half = unit->entry->id == "year" ? 6 : unit->entry->id == "decade" ? 60 : unit->entry->id == "century" ? 600 : 0;
    if (half == 0) return std::nullopt;
    months += is_ahead ? half : -half;
    (half == 6 ? has_months : has_years) = true;
  } else if (!n || !unit || !add(unit, *n)) {
    return std::nullopt;
  }
  const Atom* plus = get("plus");
  if (plus || get("half-more") || has_half) {
    // A year and a half ago; a half of a month falls between two.
    if (unit->entry->id != "year" || (plus && plus->entry->value != make_decimal(5, -1))) return std::nullopt;
    months += is_ahead ? 6 : -6;
    has_months = true;
  } else if (const Atom* smaller = get("unit2")) {
    const auto m = get("number2") ? number("number2") : std::optional<int>(1);
    if (!m || !add(smaller, *m)) return std::nullopt;
  }
  DatePoint p = point(months / 12, months % 12 + 1, std::nullopt);
  if (has_days || has_weeks) {
    p.day = std::min(today.day, days_in_month(p.year, p.month));
    p = civil_from_days(days_from_civil(p.year, p.month, p.day) + days - *context_.dateline);
    p.approximate = has_weeks && !has_days;
  } else if (has_years && !has_months) {
    p = point(p.year, std::nullopt, std::nullopt);
  }
  p.approximate |= get("q-about") != nullptr;
  return single(implied(p));
}

/// Three days from Tuesday, two days from tomorrow.
std::optional<DateRange> RelativeDates::days_from_day() const {
  if (!context_.dateline) return std::nullopt;
  const auto n = get("number") ? number("number") : std::optional<int>(1);
  const std::string& unit = get("time-unit")->entry->id;
  if (!n || *n > 60 || (unit != "day" && unit != "week")) return std::nullopt;
  std::int32_t from = *context_.dateline;
  if (get("weekday")) from += 7 - (weekday_of(from) - get("weekday")->entry->amount + 7) % 7;  // the next one to come
  else from += get("relative-day")->entry->amount;
  return single(civil_from_days(from + *n * (unit == "week" ? 7 : 1)));
}

/// A week ago on Monday: of the days of that name the one nearest to the day a week ago, where it is also the last such day less a week. On a Sunday the two
/// differ, and nobody knows.
std::optional<DateRange> RelativeDates::weekday_ago() const {
  const auto n = get("number") ? number("number") : std::optional<int>(1);
  if (!context_.dateline || !n || *n > 8 || get("time-unit")->entry->id != "week" || get("ago-after")->entry->amount > 0) return std::nullopt;
  const int wanted = get("weekday")->entry->amount, back = (weekday_of(*context_.dateline) - wanted + 7) % 7;
  if (back > 3) return std::nullopt;
  return single(civil_from_days(*context_.dateline - back - 7 * *n));
}

std::optional<DateRange> RelativeDates::relative_day() const {
  if (!context_.dateline) return std::nullopt;
  const Atom* word = get("relative-day") ? get("relative-day") : get("day-fragment");
  const auto days = *context_.dateline + (word ? word->entry->amount : shift_amount());
  // "yesterday, Tuesday" of a paper that was dated a day late: the two do not fit, and neither is sure.
  if (const Atom* weekday = get("weekday"); weekday && weekday_of(days) != weekday->entry->amount) return std::nullopt;
  return single(civil_from_days(days));
}

/// The last such day before the dateline or on it; the next one where the clause looks ahead.
std::int32_t RelativeDates::weekday_day(int wanted) const {
  const int back = (weekday_of(*context_.dateline) - wanted + 7) % 7;
  return *context_.dateline - back + (back > 0 && looks_ahead() != Ahead::no ? 7 : 0);
}

std::optional<DateRange> RelativeDates::weekday() const {
  if (!context_.dateline) return std::nullopt;
  const int wanted = get("weekday")->entry->amount;
  if (!get("shift")) return single(civil_from_days(weekday_day(wanted)));
  const int today = weekday_of(*context_.dateline);
  const int shift = shift_amount();
  const int back = (today - wanted + 7) % 7;
  std::int32_t days = *context_.dateline - back;
  if (shift < 0) days -= back == 0 ? 7 : 0;
  if (shift < -1) days -= 7;
  if (shift > 0) days += 7 * shift;
  // This Friday: of the week at hand, whichever side of today it lies on, unless the clause says which.
  if (shift == 0 && (looks_ahead() == Ahead::yes || !is_past()))
    days = *context_.dateline - today + wanted + (wanted < today && looks_ahead() == Ahead::yes ? 7 : 0);
  return single(civil_from_days(days));
}

std::optional<DatePoint> RelativeDates::month_from_now(int shift) const {
  if (!context_.dateline) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  const int months = today.year * 12 + today.month - 1 + shift;
  return implied(point(months / 12, months % 12 + 1, std::nullopt));
}

std::optional<DateRange> RelativeDates::period(std::string_view rule) const {
  if (!context_.dateline) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  const int shift = shift_amount();
  if (rule == "year") return single(implied(point(today.year + shift, std::nullopt, std::nullopt)));
  if (rule == "month") return single(*month_from_now(shift));
  const std::int32_t monday = *context_.dateline - (weekday_of(*context_.dateline) - 1) + shift * 7;
  return from_to(civil_from_days(monday), civil_from_days(monday + 6));
}

/// This, the last, the next quarter of the year.
std::optional<DateRange> RelativeDates::quarter_now() const {
  if (!context_.dateline) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  const int quarter = today.year * 4 + (today.month - 1) / 3 + shift_amount();
  const int first = quarter % 4 * 3 + 1;
  return from_to(implied(point(quarter / 4, first, std::nullopt)), implied(point(quarter / 4, first + 2, std::nullopt)));
}

/// Saturday and Sunday. "This weekend" on a weekday is the last one to some and the next one to others: only words of the future decide.
std::optional<DateRange> RelativeDates::weekend() const {
  if (!context_.dateline) return std::nullopt;
  const int today = weekday_of(*context_.dateline), shift = shift_amount();
  const std::int32_t saturday = *context_.dateline - today + 6;
  if ((today > 5 && shift != 0) || shift > 0 || shift < -1) return std::nullopt;
  if (today <= 5 && shift == 0 && looks_ahead() == Ahead::no) return std::nullopt;
  const std::int32_t first = saturday + 7 * shift;
  return from_to(civil_from_days(first), civil_from_days(first + 1));
}

/// Tuesday of last week. Weeks begin on Saturday, Sunday or Monday: those days are of two weeks, and left alone.
std::optional<DateRange> RelativeDates::weekday_of_week() const {
  const int wanted = get("weekday")->entry->amount;
  if (!context_.dateline) return std::nullopt;
  if (wanted > 5 || weekday_of(*context_.dateline) > 5) return shift_amount() == 0 ? std::optional(single(civil_from_days(weekday_day(wanted)))) : std::nullopt;
  return single(civil_from_days(*context_.dateline - weekday_of(*context_.dateline) + wanted + 7 * shift_amount()));
}

/// Tuesday the 19th: the nearest month in which the two fit; else the day of the week alone.
std::optional<DateRange> RelativeDates::day_of_weekday() const {
  const auto day = number("day");
  if (!context_.dateline || !day) return std::nullopt;
  std::optional<std::int32_t> best;
  for (int shift = -2; shift <= 2; ++shift) {
    const DatePoint month = *month_from_now(shift);
    if (*day < 1 || *day > days_in_month(month.year, month.month)) continue;
    const std::int32_t days = days_from_civil(month.year, month.month, *day);
    if (weekday_of(days) != get("weekday")->entry->amount) continue;
    if (!best || std::abs(days - *context_.dateline) < std::abs(*best - *context_.dateline)) best = days;
  }
  return best ? std::optional(single(civil_from_days(*best))) : rule_name().ends_with("-plain") ? weekday() : std::nullopt;
}

/// On the 15th: of the month at hand or one beside it, where the clause says on which side of today; else of an unknown month.
std::optional<DateRange> RelativeDates::day_alone() const {
  const auto day = number("day");
  if (!day) return std::nullopt;
  DatePoint p = point(std::nullopt, std::nullopt, day);
  const Ahead ahead = context_.dateline ? looks_ahead() : Ahead::no;
  if (!context_.dateline || (ahead != Ahead::yes && !is_past())) return single(p);
  for (const int shift : {0, ahead == Ahead::yes ? 1 : -1}) {
    const DatePoint month = *month_from_now(shift);
    if (*day > days_in_month(month.year, month.month)) continue;
    const std::int32_t days = days_from_civil(month.year, month.month, *day);
    if (ahead == Ahead::yes ? days >= *context_.dateline : days <= *context_.dateline) return single(civil_from_days(days));
  }
  return single(p);
}

/// The 20th of next month; the 4th to the 23rd of it.
std::optional<DateRange> RelativeDates::day_of_month() const {
  const auto month = month_from_now(shift_amount());
  if (!month) return std::nullopt;
  const auto on = [&](std::string_view label) {
    DatePoint p = *month;
    p.day = number(label).value_or(0);
    p.day_is = Certainty::certain;
    return p;
  };
  const DatePoint first = on("day"), last = on(get("day2") ? "day2" : "day");
  if (!exists(first) || !exists(last) || first.day > last.day) return std::nullopt;
  return first.day == last.day ? single(first) : from_to(first, last);
}

/// The end of the year: the dateline's, unless the text is telling of another.
std::optional<DateRange> RelativeDates::this_period(std::string_view rule) const {
  const bool is_year = rule.starts_with("year-now");
  const Atom* word = get(is_year ? "year-word" : "month-word");
  if (!context_.dateline || (!word->article && !get("article") && !rule.ends_with("-bare"))) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  // A story told from its end: the month is over, and early in the year the year may be.
  if (get("late") && is_past() && (!is_year || today.month <= 3)) return std::nullopt;
  if (is_told_before()) {
    const DatePoint& before = context_.discourse.date->last;
    if (before.year != today.year || (!is_year && before.month_is != Certainty::unknown && before.month != today.month)) return std::nullopt;
  }
  if (is_year) return single(implied(point(today.year, std::nullopt, std::nullopt)));
  return single(*month_from_now(0));
}

/// "By the end of the decade", "late this decade": the dateline's. Not in its first years where the clause tells of the past: it may be the one before.
std::optional<DateRange> RelativeDates::decade_now() const {
  if (!context_.dateline || shift_amount() != 0) return std::nullopt;
  constexpr int kFirstYears = 2;
  const int year = civil_from_days(*context_.dateline).year, start = year - year % 10;
  if (!get("shift") && year - start < kFirstYears && is_past()) return std::nullopt;
  if (is_told_before() && context_.discourse.date->last.year < start) return std::nullopt;
  DatePoint p = implied(point(start, std::nullopt, std::nullopt));
  p.unknown_year_digits = 1;
  return single(p);
}

}  // namespace mizan
