#include "kind/calendar_dates.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr int kFirstYear = 1500, kLastYear = 2150;  ///< bare figures outside are no years

}  // namespace

/// The year of the full date that stands beside: "in March and in May 2012", "on 5 June 2003 and 7 July".
void CalendarDates::take_year_beside(DatePoint& p) const {
  if (p.year_is != Certainty::unknown || p.month_is == Certainty::unknown) return;
  const auto& mentions = context_.sentence.mentions;
  const auto at = static_cast<std::size_t>(&mention_ - mentions.data());
  for (const auto i : {at + 1, at - 1}) {
    if (i >= mentions.size()) continue;  // at - 1 of the first wraps round
    const Mention& other = mentions[i];
    const Atom* year = other.get("year2") ? other.get("year2") : other.get("year");
    if (other.rule->makes != Makes::date || !other.get("month") || !year || year->number < 0) continue;
    if (!(i > at ? is_and_between(mention_, other) : is_and_between(other, mention_))) continue;
    p.year = whole(context_.sentence.numbers[static_cast<std::size_t>(year->number)].value).value_or(0);
    p.year_is = Certainty::implied;
    return;
  }
}

/// Does nothing stand between the two but an "and" and a preposition?
bool CalendarDates::is_and_between(const Mention& a, const Mention& b) const {
  if (b.first < a.last || b.first - a.last > 2) return false;
  if (b.captures.front().atom.conjunction) return true;
  for (std::uint32_t i = a.last; i < b.first; ++i)
    for (const auto& atom : context_.sentence.atoms_at(i))
      if (atom.is_word("and") || atom.is_word("or") || (atom.conjunction && atom.list == List::words)) return true;
  return false;
}

/// May/June 2016: not the two names of one month, but two months.
std::optional<DateRange> CalendarDates::two_months() const {
  const auto a = number("month"), b = number("same");
  if (get("day") || get("month2") || get("ordinal") || get("weekday") || get("or") || !a || !b || *a >= *b) return std::nullopt;
  DatePoint first = point(told_year(), a, std::nullopt), last = point(told_year(), b, std::nullopt);
  imply_year(last, 0);
  first.year = last.year;
  first.year_is = last.year_is;
  return from_to(first, last);
}

std::optional<DateRange> CalendarDates::calendar() {
  for (const auto& [twin, month] : {std::pair{"same", "month"}, std::pair{"same2", "month2"}})
    if (get(twin) && number(twin) != number(month)) return twin == std::string_view("same") ? two_months() : std::nullopt;
  const auto year = told_year();
  auto year2 = number("year2");
  const bool turns = get("year2short") && *number("year2short") == 0 && *year % 100 == 99;  // 1999-00
  if (turns) year2 = *year + 1;
  if (get("year2short") && !turns && *number("year2short") <= *year % 100) {
    // 2013-02 is no range of years.
    const int month = *number("year2short");
    if (month < 1 || month > 12) return std::nullopt;
    return single(point(year, month, std::nullopt));
  }
  if (get("year2short") && !turns) year2 = *year / 100 * 100 + *number("year2short");
  const auto day = get("first-day") ? std::optional<int>(1) : number("day");
  DatePoint first = point(year, number("month"), day);
  first.approximate = get("about") != nullptr;
  const auto month2 = number(get("month-and") ? "month-and" : "month2"), day2 = number(get("ordinal-and") ? "ordinal-and" : "day2");
  const bool is_range = day2 || month2 || year2.has_value();
  if (!is_range) return one_point(first);

  DatePoint last = point(year2, month2, day2);
  share(first, last);
  take_year_beside(first);
  take_year_beside(last);
  shift_year(last);
  imply_year(last, 0);
  if (first.year_is == Certainty::unknown && last.year_is != Certainty::unknown && first.month_is != Certainty::unknown) {
    // 28 December to 3 January: the year turns inside the range.
    first.year = first.month > last.month ? last.year - 1 : last.year;
    first.year_is = Certainty::implied;
  }
  if (!exists(first) || !exists(last)) return std::nullopt;
  return from_to(first, last);  // also where it ends before it begins: build() knows what to make of that
}

/// 27 to 31 March 2017: what the second point alone says holds for the first too, and the other way round.
void CalendarDates::share(DatePoint& first, DatePoint& last) {
  const auto take = [](int& field, Certainty& is, int other, Certainty other_is) {
    if (is != Certainty::unknown || other_is == Certainty::unknown) return;
    field = other;
    is = Certainty::certain;  // one word of the text says it of both
  };
  const bool has_days = first.day_is != Certainty::unknown || last.day_is != Certainty::unknown;
  if (has_days) {
    take(first.month, first.month_is, last.month, last.month_is);
    take(last.month, last.month_is, first.month, first.month_is);
  }
  if (first.month_is == Certainty::unknown || last.month_is == Certainty::unknown || first.month <= last.month) {
    take(first.year, first.year_is, last.year, last.year_is);
    if (first.month_is != Certainty::unknown) take(last.year, last.year_is, first.year, first.year_is);
  }
}

std::optional<DateRange> CalendarDates::one_point(DatePoint p) {
  if (get("shift") && !context_.dateline) return std::nullopt;
  shift_year(p);
  take_year_beside(p);
  imply_year(p, 0);
  if (p.month_is == Certainty::unknown && !may_be_year(p.year)) return std::nullopt;
  if (!exists(p) || may_count_weekdays(p)) return std::nullopt;
  return single(p);
}

/// A bare figure is a year of our time. An older one is where words say so, or where it ends its clause behind a word that leads to years: "founded in 1209."
bool CalendarDates::may_be_year(int year) const {
  constexpr int kOurTime = 1900, kFirstOfFour = 1000;
  if (get("year-word") || get("about")) return true;
  const Atom* figure = get("year");
  const auto& tokens = context_.reading.tokens;
  // The mark of the calendar may be that of metres: a height of 1,200 m, a race over 1,500 m.
  if (get("gregorian-mark") && figure && year < kOurTime) {
    const bool is_in_brackets = figure->first > context_.sentence.first && context_.reading.text(tokens[figure->first - 1]) == "(";
    return is_in_brackets || context_.sentence.word_before(figure->first, "month-prep") != nullptr;
  }
  if (year >= kFirstYear && year <= kLastYear) return true;
  return figure && year >= kFirstOfFour && year < kFirstYear && context_.sentence.word_before(figure->first, "year-prep") && ends_clause(figure->last);
}

/// Does a clause end before the token? Not "in 1200, then 1300 shops".
bool CalendarDates::ends_clause(std::uint32_t behind) const {
  constexpr std::uint32_t kFigureReach = 4;
  if (behind >= context_.sentence.last || context_.sentence.word_at(behind, "and")) return true;
  const auto mark = context_.reading.text(context_.reading.tokens[behind]);
  if (mark == "." || mark == ";" || mark == ")") return true;
  const auto& numbers = context_.sentence.numbers;
  const auto follows = [&](const NumberMention& number) { return number.first > behind && number.first < behind + kFigureReach; };
  return mark == "," && std::none_of(numbers.begin(), numbers.end(), follows);
}

/// In Arabic the same words say Monday the first of October and the first Monday of it. Only where the two fit is it surely the day.
bool CalendarDates::may_count_weekdays(const DatePoint& p) const {
  const Atom *weekday = get("weekday"), *day = get("day");
  constexpr int kWeeks = 5;  // of a month, at most
  if (!weekday || !day || weekday->list != List::weekdays || day->number >= 0 || weekday->last != day->first || p.day > kWeeks) return false;
  const auto days = interval(p);
  return days && days->first == days->last && weekday_of(days->first) != weekday->entry->amount;
}

/// Of last year; "last May" is the last one that there was.
void CalendarDates::shift_year(DatePoint& p) const {
  if (!get("shift") || !context_.dateline) return;
  if (get("year-word") || shift_amount() == 0) {
    p.year = civil_from_days(*context_.dateline).year + shift_amount();
    p.year_is = Certainty::implied;
  } else {
    imply_year(p, shift_amount());
  }
}

/// 31/10/74 is of 1974: two digits are a year of the past, or of the next ten years.
std::optional<int> CalendarDates::full_year(int two_digits) const {
  const int now = context_.dateline ? civil_from_days(*context_.dateline).year : 2024;
  const int year = now / 100 * 100 + two_digits;
  return year > now + 10 ? year - 100 : year;
}

/// The year that the text says: in figures, in words, or as '98.
std::optional<int> CalendarDates::told_year() const {
  if (const auto year = number("year")) return year;
  if (get("year-words")) return number("year-words");
  return get("short") ? full_year(*number("short")) : std::nullopt;
}

/// The year that stands with a month, or the one that the dateline implies.
DatePoint CalendarDates::stated_month() const {
  if (!get("month") && told_year()) return point(told_year(), get("last-word") ? 12 : 1, std::nullopt);  // the first Monday of 2017
  if (!get("month")) return month_from_now(shift_amount()).value_or(DatePoint{});
  DatePoint p = point(told_year(), number("month"), std::nullopt);
  imply_year(p, 0);
  return p;
}

/// The first Friday of July.
std::optional<DateRange> CalendarDates::weekday_of_month() const {
  DatePoint p = stated_month();
  if (p.year_is == Certainty::unknown || p.month < 1 || p.month > 12) return std::nullopt;
  const int wanted = get("weekday")->entry->amount, days = days_in_month(p.year, p.month);
  const int first = 1 + (wanted - weekday_of(days_from_civil(p.year, p.month, 1)) + 7) % 7;
  const int nth = get("nth") ? number("nth").value_or(9) : get("first-word") ? 1 : 0;  // 0: the last
  p.day = nth > 0 ? first + 7 * (nth - 1) : first + (days - first) / 7 * 7;
  p.day_is = p.year_is;
  return nth < 6 && exists(p) ? std::optional(single(p)) : std::nullopt;
}

/// The week of 12 May: from Monday to Sunday around it; a week that begins on the 12th goes on for seven days.
std::optional<DateRange> CalendarDates::week_of_day() {
  const auto day = calendar();
  const auto days = day ? interval(day->first) : std::nullopt;
  if (!days) return std::nullopt;
  const std::int32_t first = get("week-start") || get("from") ? days->first : days->first - weekday_of(days->first) + 1;
  return from_to(civil_from_days(first), civil_from_days(first + 6));
}

/// The last day of October 2015.
std::optional<DateRange> CalendarDates::last_day() const {
  DatePoint p = stated_month();
  if (p.month < 1 || p.month > 12 || (p.month == 2 && p.year_is == Certainty::unknown)) return std::nullopt;
  p.day = days_in_month(p.year_is == Certainty::unknown ? 2000 : p.year, p.month);
  p.day_is = p.month_is;
  return single(p);
}

/// 3/5/2011 is a day of May in Arabic news; in English it may be one of March as well: nothing, where the text shows no habit.
std::optional<DatePoint> CalendarDates::numeric_point(std::optional<int> a, std::optional<int> b, std::optional<int> year) const {
  if (const Atom* weekday = get("weekday"); weekday && year && *a <= 12 && *b <= 12) {
    // The weekday settles it, where it fits one of the two readings only.
    const auto fits = [&](int month, int day) { return weekday_of(days_from_civil(*year, month, day)) == weekday->entry->amount; };
    if (fits(*b, *a) != fits(*a, *b)) return fits(*b, *a) ? point(year, b, a) : point(year, a, b);
  }
  const auto habit = context_.reading.day_first;
  const bool day_first = *a > 12 || (*b <= 12 && (*a == *b || habit.value_or(context_.language.day_first)));
  const bool month_first = !day_first && (*b > 12 || (habit && !*habit));
  if (!day_first && !month_first) return std::nullopt;
  const auto p = day_first ? point(year, b, a) : point(year, a, b);
  return exists(p) ? std::optional(p) : std::nullopt;
}

std::optional<DateRange> CalendarDates::numeric() const {
  auto p = numeric_point(number("n1"), number("n2"), told_year());
  if (!p) return std::nullopt;
  imply_year(*p, 0);
  return single(*p);
}

std::optional<DateRange> CalendarDates::numeric_range() const {
  const auto a = numeric_point(number("n1"), number("n2"), number("year")), b = numeric_point(number("n3"), number("n4"), number("year2"));
  if (!a || !b) return std::nullopt;
  return from_to(*a, *b);
}

}  // namespace mizan
