#include "kind/relative_dates.hpp"

namespace mizan {

/// The year that puts the month (and day) nearest to the dateline, before it, or after it.
void RelativeDates::imply_year(DatePoint& p, int shift) const {
  const bool ahead = shift == 0 && looks_ahead();
  if (p.year_is != Certainty::unknown || p.month_is == Certainty::unknown || !context_.dateline) return;
  const DatePoint today = civil_from_days(*context_.dateline);
  const auto distance = [&](int year) {
    const int day = p.day_is == Certainty::unknown ? 15 : std::min(p.day, days_in_month(year, p.month));
    return days_from_civil(year, p.month, day) - (p.day_is == Certainty::unknown ? days_from_civil(today.year, today.month, 15) : *context_.dateline);
  };
  std::optional<int> best;
  for (int year = today.year - 1; year <= today.year + 1; ++year) {
    const auto days = distance(year);
    if (p.day_is != Certainty::unknown && p.day > days_in_month(year, p.month)) continue;
    if ((shift < 0 && days >= 0) || (shift > 0 && days <= 0) || (ahead && days < 0)) continue;
    if (!best || std::abs(days) < std::abs(distance(*best))) best = year;
  }
  if (!best) return;
  p.year = *best;
  p.year_is = Certainty::implied;
}

/// Words of the future in the clause: "will meet on Tuesday" is the Tuesday to come.
bool RelativeDates::looks_ahead() const {
  const Sentence& sentence = context_.sentence;
  const auto clause = std::find_if(sentence.clauses.begin(), sentence.clauses.end(),
                                   [&](const Clause& c) { return c.first <= mention_.first && mention_.first < c.last; });
  if (clause == sentence.clauses.end()) return false;
  // "will not open | before April": a border right before the date parts nothing.
  const bool is_short = clause != sentence.clauses.begin() && mention_.first - clause->first <= 1;
  const std::uint32_t first = is_short ? std::prev(clause)->first : clause->first;
  // "said on Sunday that it would meet" tells of the past: words of the future count behind the date only where nobody said it before.
  const bool told = std::any_of(sentence.triggers.begin(), sentence.triggers.end(),
                                [&](const Atom& a) { return a.entry->list == List::speech && a.first >= first && a.last <= mention_.first; });
  const std::uint32_t last = told ? mention_.first : clause->last;
  const auto here = [&](const Atom& a) { return a.first >= first && a.first < last; };
  return std::any_of(sentence.atoms.begin(), sentence.atoms.end(),
                     [&](const Atom& a) { return here(a) && a.entry->list == List::words && a.entry->id == "future"; }) ||
         std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Atom& a) { return here(a) && a.future; });
}

/// Ten years ago is a year, ten months ago a month, ten days ago a day; three weeks ago is too vague for a day.
std::optional<DateRange> RelativeDates::ago() const {
  if (!context_.dateline) return std::nullopt;
  const Atom* unit = get("time-unit") ? get("time-unit") : get("unit-dual");
  const auto n = get("number") ? number("number") : std::optional<int>(get("unit-dual") ? 2 : 1);
  if (!n || !unit) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  const Atom* ago = get("ago-after") ? get("ago-after") : get("ago-before");
  const int steps = *n * (ago && ago->entry->amount > 0 ? 1 : -1);  // "from now" looks the other way
  const std::string& id = unit->entry->id;
  if (*n > 500) return std::nullopt;
  if (id == "year" || id == "decade") return single(implied(point(today.year + steps * (id == "decade" ? 10 : 1), std::nullopt, std::nullopt)));
  if (id == "month") {
    const int months = today.year * 12 + today.month - 1 + steps;
    return single(implied(point(months / 12, months % 12 + 1, std::nullopt)));
  }
  if (id == "day") return single(civil_from_days(*context_.dateline + steps));
  return std::nullopt;
}

std::optional<DateRange> RelativeDates::relative_day() const {
  if (!context_.dateline) return std::nullopt;
  const auto days = *context_.dateline + get("relative-day")->entry->amount;
  // "yesterday, Tuesday" of a paper that was dated a day late: the two do not fit, and neither is sure.
  if (const Atom* weekday = get("weekday"); weekday && weekday_of(days) != weekday->entry->amount) return std::nullopt;
  return single(civil_from_days(days));
}

std::optional<DateRange> RelativeDates::weekday() const {
  if (!context_.dateline) return std::nullopt;
  const int wanted = get("weekday")->entry->amount;
  const int back = (weekday_of(*context_.dateline) - wanted + 7) % 7;
  const int shift = shift_amount();
  std::int32_t days = *context_.dateline - back;
  if (get("shift") && shift < 0) days -= back == 0 ? 7 : 0;
  if (get("shift") && shift < -1) days -= 7;
  if ((get("shift") && shift > 0) || (!get("shift") && back > 0 && looks_ahead())) days += 7;
  return single(civil_from_days(days));
}

std::optional<DateRange> RelativeDates::period(std::string_view rule) const {
  if (!context_.dateline) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  const int shift = shift_amount();
  if (rule == "year") return single(implied(point(today.year + shift, std::nullopt, std::nullopt)));
  if (rule == "month") {
    const int months = today.year * 12 + today.month - 1 + shift;
    return single(implied(point(months / 12, months % 12 + 1, std::nullopt)));
  }
  const std::int32_t monday = *context_.dateline - (weekday_of(*context_.dateline) - 1) + shift * 7;
  DateRange range;
  range.first = civil_from_days(monday);
  range.last = civil_from_days(monday + 6);
  range.is_range = true;
  return range;
}

/// Tuesday of last week. Weeks begin on Saturday, Sunday or Monday: those days are of two weeks, and left alone.
std::optional<DateRange> RelativeDates::weekday_of_week() const {
  const int wanted = get("weekday")->entry->amount;
  if (!context_.dateline || wanted > 5 || weekday_of(*context_.dateline) > 5) return std::nullopt;
  return single(civil_from_days(*context_.dateline - weekday_of(*context_.dateline) + wanted + 7 * shift_amount()));
}

/// The 20th of next month.
std::optional<DateRange> RelativeDates::day_of_month() const {
  if (!context_.dateline) return std::nullopt;
  const DatePoint today = civil_from_days(*context_.dateline);
  const int months = today.year * 12 + today.month - 1 + shift_amount();
  DatePoint p = implied(point(months / 12, months % 12 + 1, std::nullopt));
  p.day = number("day").value_or(0);
  p.day_is = Certainty::certain;
  return exists(p) ? std::optional(single(p)) : std::nullopt;
}

}  // namespace mizan
