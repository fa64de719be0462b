#include <algorithm>
#include <array>

#include "kind/hijri.hpp"
#include "kind/modules.hpp"
#include "kind/relative_dates.hpp"
#include "reading/rules.hpp"

namespace mizan {
namespace {

constexpr int kFirstYear = 1500, kLastYear = 2150;  ///< bare figures outside are no years

/// A date that a mention told: the whole of it, or one of several days named together.
struct DatePiece {
  DateRange date;
  const Atom *first = nullptr, *last = nullptr;  ///< what of the mention tells it; none where the whole does
};

class DateBuilder : private RelativeDates {
 public:
  using RelativeDates::RelativeDates;

  /// Empty where a relative date has no dateline, where the parts make no date, or where they could make two.
  std::vector<DatePiece> build() {
    const auto rule = rule_name();
    if (rule == "days-m" || rule == "m-days") return days_of_month_list();
    if (rule.starts_with("weekday-range")) return weekdays();
    if (is_joined_by_and() ? !get("from") && !get("between") : is_moved()) return coordination();
    const auto date = build_one(rule);
    return date ? std::vector<DatePiece>{{*date}} : std::vector<DatePiece>{};
  }

  /// Was it worked out from the dateline?
  static bool is_anchored(const DateRange& date) {
    const auto implied = [](const DatePoint& p) { return p.year_is == Certainty::implied; };
    return implied(date.first) || implied(date.last);
  }

 private:
  std::optional<DateRange> build_one(std::string_view rule) {
    if (rule.starts_with("hijri")) return hijri(rule);
    if (rule.starts_with("decade")) return decade();
    if (rule == "century") return century();
    if (rule == "range-numeric") return numeric_range();
    if (rule.starts_with("numeric")) return numeric();
    if (rule == "quarter-now") return quarter_now();
    if (rule.starts_with("quarter") || rule.starts_with("half") || rule.starts_with("first-months")) return part_of_year(rule);
    if (rule.starts_with("ago-day")) return days_from_day();
    if (rule.starts_with("ago") || rule.starts_with("ahead")) return ago();
    if (rule == "weekday-week") return weekday_of_week();
    if (rule == "weekday-of-month") return weekday_of_month();
    if (rule.starts_with("last-day")) return last_day();
    if (rule.starts_with("day-of-weekday")) return day_of_weekday();
    if (rule == "day-alone") return day_alone();
    if (rule == "day-of-month" || rule == "range-d-relative") return day_of_month();
    if (rule.starts_with("day") || rule == "weekday-day") return relative_day();
    if (rule.starts_with("weekday")) return weekday();
    if (rule == "weekend") return weekend();
    if (rule == "week" || rule == "month" || rule == "year") return period(rule);
    if (rule.starts_with("month-now") || rule.starts_with("year-now")) return this_period(rule);
    if (rule.ends_with("-narrated")) return narrated();
    return calendar();
  }

  /// The year of the full date that stands beside: "in March and in May 2012", "on 5 June 2003 and 7 July".
  void take_year_beside(DatePoint& p) const {
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
  bool is_and_between(const Mention& a, const Mention& b) const {
    if (b.first < a.last || b.first - a.last > 2) return false;
    if (b.captures.front().atom.conjunction) return true;
    for (std::uint32_t i = a.last; i < b.first; ++i)
      for (const auto& atom : context_.sentence.atoms_at(i))
        if (atom.entry->list == List::words && (atom.entry->id == "and" || atom.entry->id == "or" || atom.conjunction)) return true;
    return false;
  }

  // ---- Several dates named together ----

  /// "27 and 31 March" names two days, "27 to 31 March" one range.
  bool is_joined_by_and() const {
    if (get("month-and") || get("ordinal-and") || (get("day2") && get("day2")->conjunction)) return true;
    const Atom* to = get("to");
    return to && to->entry && to->entry->list == List::words && to->entry->id == "and";
  }

  /// "moved from 3 May to 5 June" tells two dates of one event, not the days between.
  bool is_moved() const {
    const Atom* to = get("to");
    if (!to || context_.reading.tokens[to->first].kind != TokenKind::word) return false;  // a dash tells a range
    const auto is_from = [&](std::uint32_t i) {
      const auto atoms = context_.sentence.atoms_at(i);
      return std::any_of(atoms.begin(), atoms.end(), [](const Atom& a) { return a.entry->list == List::words && a.entry->id == "from"; });
    };
    if (!is_from(mention_.first) && (mention_.first == context_.sentence.first || !is_from(mention_.first - 1))) return false;
    const auto& clauses = context_.sentence.clauses;
    const auto clause = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.first <= mention_.first && mention_.first < c.last; });
    return clause != clauses.end() && std::any_of(context_.sentence.triggers.begin(), context_.sentence.triggers.end(), [&](const Atom& a) {
             return a.entry->list == List::change && a.entry->id == "moved" && a.first >= clause->first && a.first < mention_.first;
           });
  }

  std::vector<DatePiece> coordination() {
    const auto range = build_one(rule_name());
    if (!range) return {};
    const bool moved = !is_joined_by_and();
    const auto a = interval(range->first), b = interval(range->last);
    const bool has_days = range->first.day_is != Certainty::unknown;
    // Side by side they are one stretch: the 13th and 14th of June, March and April.
    const bool adjoin = a && b ? a->last + 1 == b->first : has_days && range->first.month == range->last.month && range->first.day + 1 == range->last.day;
    if ((adjoin && !moved) || !range->is_range) return {{*range}};
    const auto border = std::find_if(mention_.captures.begin(), mention_.captures.end(), [&](const Capture& c) {
      return c.label == "to" || c.label == "month-and" || c.label == "ordinal-and" || (c.label == "day2" && c.atom.conjunction);
    });
    const bool is_word = border->label == "to";
    const Atom* first_last = &std::prev(border)->atom;
    const Atom* last_first = is_word ? &std::next(border)->atom : &border->atom;
    return {{single(range->first), &mention_.captures.front().atom, first_last}, {single(range->last), last_first, &mention_.captures.back().atom}};
  }

  /// 3, 5 and 7 May 2011.
  std::vector<DatePiece> days_of_month_list() {
    DatePoint last = point(number("year"), number("month"), number("day"));
    take_year_beside(last);
    imply_year(last, 0);
    std::vector<DatePiece> pieces;
    for (const std::string_view label : {"d1", "d2", "d3", "day"}) {
      const Atom* day = get(label);
      if (!day) continue;
      DatePoint p = last;
      p.day = number(label).value_or(0);
      if (!exists(p)) return {};
      pieces.push_back({single(p), day, label == "day" && rule_name() == "days-m" ? &mention_.captures.back().atom : day});
    }
    return pieces;
  }

  /// Monday and Tuesday are one stretch, Monday and Thursday two days; Monday to Thursday is a range.
  std::vector<DatePiece> weekdays() const {
    if (!context_.dateline) return {};
    const Atom *a = get("weekday"), *b = get("weekday2") ? get("weekday2") : get("weekday-and");
    const int days = (b->entry->amount - a->entry->amount + 7) % 7;
    if (days == 0) return {};
    const std::int32_t on_first = weekday_day(a->entry->amount), on_last = weekday_day(b->entry->amount);
    const bool by_and = get("weekday-and") || is_joined_by_and();
    // Two days that are told together lie on one side of today; a range may reach over it.
    const bool from_first = !by_and || on_last > *context_.dateline;
    const std::int32_t first = from_first ? on_first : on_last - days, last = first + days;
    if (!by_and || days == 1) return {{from_to(civil_from_days(first), civil_from_days(last))}};
    if (get("between") || get("from")) return {{from_to(civil_from_days(first), civil_from_days(last))}};
    // Far apart or told backwards, each is the last such day by itself.
    const bool apart = days > 3 && !from_first;
    return {{single(civil_from_days(apart ? on_first : first)), a, a}, {single(civil_from_days(apart ? on_last : last)), b, b}};
  }

  // ---- Dates that say day, month or year ----

  std::optional<DateRange> calendar() {
    for (const auto& [twin, month] : {std::pair{"same", "month"}, std::pair{"same2", "month2"}})
      if (get(twin) && number(twin) != number(month)) return std::nullopt;
    auto year = number("year");
    if (!year && get("year-words")) year = number("year-words");
    if (!year && get("short")) year = full_year(*number("short"));
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
    const auto a = interval(first), b = interval(last);
    if (a && b && a->first > b->last) return std::nullopt;
    return from_to(first, last);
  }

  /// 27 to 31 March 2017: what the second point alone says holds for the first too, and the other way round.
  static void share(DatePoint& first, DatePoint& last) {
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

  std::optional<DateRange> one_point(DatePoint p) {
    if (get("shift") && !context_.dateline) return std::nullopt;
    shift_year(p);
    take_year_beside(p);
    imply_year(p, 0);
    if (p.month_is == Certainty::unknown && (p.year < kFirstYear || p.year > kLastYear) && !get("year-word") && !get("about")) return std::nullopt;
    if (!exists(p)) return std::nullopt;
    return single(p);
  }

  /// Of last year; "last May" is the last one that there was.
  void shift_year(DatePoint& p) const {
    if (!get("shift") || !context_.dateline) return;
    if (get("year-word") || shift_amount() == 0) {
      p.year = civil_from_days(*context_.dateline).year + shift_amount();
      p.year_is = Certainty::implied;
    } else {
      imply_year(p, shift_amount());
    }
  }

  /// 31/10/74 is of 1974: two digits are a year of the past, or of the next ten years.
  std::optional<int> full_year(int two_digits) const {
    const int now = context_.dateline ? civil_from_days(*context_.dateline).year : 2024;
    const int year = now / 100 * 100 + two_digits;
    return year > now + 10 ? year - 100 : year;
  }

  /// The year that stands with a month, or the one that the dateline implies.
  DatePoint stated_month() const {
    if (!get("month")) return month_from_now(shift_amount()).value_or(DatePoint{});
    auto year = number("year");
    if (!year && get("year-words")) year = number("year-words");
    DatePoint p = point(year, number("month"), std::nullopt);
    imply_year(p, 0);
    return p;
  }

  /// The first Friday of July.
  std::optional<DateRange> weekday_of_month() const {
    DatePoint p = stated_month();
    if (p.year_is == Certainty::unknown || p.month < 1 || p.month > 12) return std::nullopt;
    const int wanted = get("weekday")->entry->amount, days = days_in_month(p.year, p.month);
    const int first = 1 + (wanted - weekday_of(days_from_civil(p.year, p.month, 1)) + 7) % 7;
    const int nth = get("nth") ? number("nth").value_or(9) : get("first-word") ? 1 : 0;  // 0: the last
    p.day = nth > 0 ? first + 7 * (nth - 1) : first + (days - first) / 7 * 7;
    p.day_is = p.year_is;
    return nth < 6 && exists(p) ? std::optional(single(p)) : std::nullopt;
  }

  /// The last day of October 2015.
  std::optional<DateRange> last_day() const {
    DatePoint p = stated_month();
    if (p.month < 1 || p.month > 12 || (p.month == 2 && p.year_is == Certainty::unknown)) return std::nullopt;
    p.day = days_in_month(p.year_is == Certainty::unknown ? 2000 : p.year, p.month);
    p.day_is = p.month_is;
    return single(p);
  }

  /// 3/5/2011 is a day of May in Arabic news; in English it may be one of March as well: nothing, where the text shows no habit.
  std::optional<DatePoint> numeric_point(std::optional<int> a, std::optional<int> b, std::optional<int> year) const {
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

  std::optional<DateRange> numeric() const {
    auto p = numeric_point(number("n1"), number("n2"), get("short") ? full_year(*number("short")) : number("year"));
    if (!p) return std::nullopt;
    imply_year(*p, 0);
    return single(*p);
  }

  std::optional<DateRange> numeric_range() const {
    const auto a = numeric_point(number("n1"), number("n2"), number("year")), b = numeric_point(number("n3"), number("n4"), number("year2"));
    if (!a || !b || interval(*a)->first > interval(*b)->first) return std::nullopt;
    return from_to(*a, *b);
  }

  // ---- Parts and multiples of a year ----

  std::optional<DateRange> decade() const {
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

  std::optional<DateRange> century() const {
    const auto n = number("ordinal");
    if (!n || *n < 10 || *n > 21) return std::nullopt;
    DatePoint p = point((*n - 1) * 100, std::nullopt, std::nullopt);
    p.unknown_year_digits = 2;
    return single(p);
  }

  std::optional<int> stated_year() const {
    if (const auto year = number("year")) return year;
    if (get("year-words")) return number("year-words");
    if (rule_name().ends_with("-now")) {
      const auto now = this_period("year-now");
      return now ? std::optional(now->first.year) : std::nullopt;
    }
    if (!get("shift") || !context_.dateline) return std::nullopt;
    return civil_from_days(*context_.dateline).year + shift_amount();
  }

  std::optional<DateRange> part_of_year(std::string_view rule) const {
    const auto year = stated_year();
    const auto ordinal = number("ordinal");
    const bool is_last = get("last-word") != nullptr;
    if (!year) return std::nullopt;
    int first = 0, last = 0;
    if (rule.starts_with("first-months")) {
      const auto months = number("months");
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
    return from_to(point(year, first, std::nullopt), point(year, last, std::nullopt));
  }

  // ---- The Islamic calendar ----

  std::optional<DayInterval> hijri_days() const {
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

  /// Both calendars are one claim. Moon-sighting moves the Islamic day by a day or two; where the two lie further apart one of them is a mistake, and nobody
  /// can say which: then there is no claim.
  std::optional<DateRange> both_calendars() const {
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
    constexpr std::int32_t kSighting = 2;  // days
    if (!gregorian || gregorian->first > hijri->last + kSighting || hijri->first > gregorian->last + kSighting) return std::nullopt;
    return single(p);
  }

  std::optional<DateRange> hijri(std::string_view rule) const {
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
};

/// Remembers the date for words that lean on it; a weekday or "yesterday" is no date that "the same year" would speak of.
void remember(Discourse& discourse, const DateRange& date, std::uint32_t end) {
  const DatePoint& p = date.last;
  const bool told = p.year_is == Certainty::certain || p.month_is == Certainty::certain;
  if (!told || p.year_is == Certainty::unknown || date.open_end) return;
  discourse.date = date;
  discourse.token = end;
}

}  // namespace

std::vector<ReadValue> build_dates(const SentenceContext& context) {
  std::vector<ReadValue> values;
  const auto is_date = [](const Mention& mention) { return mention.rule->makes == Makes::date; };
  if (std::none_of(context.sentence.mentions.begin(), context.sentence.mentions.end(), is_date)) return values;
  values.reserve(context.sentence.mentions.size());
  const TenseWords tense(context);
  for (const auto& mention : context.sentence.mentions) {
    if (!is_date(mention)) continue;
    for (const auto& piece : DateBuilder(context, mention, tense).build()) {
      remember(context.discourse, piece.date, mention.last);
      ReadValue value;
      value.value = piece.date;
      value.first = piece.first ? piece.first->first : mention.first;
      value.last = piece.last ? piece.last->last : mention.last;
      value.begin = piece.first ? piece.first->begin : mention.begin;
      value.end = piece.last ? piece.last->end : mention.end;
      value.rule = mention.rule->name;
      if (context.dateline && DateBuilder::is_anchored(piece.date)) value.anchor = context.dateline;
      // A bare figure that looks like a year may be a count whose noun is not known.
      if (mention.last - mention.first == 1 && piece.date.first.month_is == Certainty::unknown) value.reading = 0.9;
      values.push_back(std::move(value));
    }
  }
  return values;
}

std::string show_date(const Value& value) { return to_edtf(std::get<DateRange>(value)); }

}  // namespace mizan
