#include <algorithm>
#include <iterator>
#include <cstdlib>

#include "kind/hijri.hpp"
#include "kind/modules.hpp"
#include "reading/rules.hpp"

namespace mizan {
namespace {

/// How many tokens back a year may stand that "the same year" speaks of.
constexpr std::uint32_t kYearReach = 60;
constexpr int kFirstYear = 1500, kLastYear = 2150;  ///< bare figures outside are no years

class DateBuilder {
 public:
  DateBuilder(const SentenceContext& context, const Mention& mention) : context_(context), mention_(mention) {}

  /// Nothing where a relative date has no dateline, where the parts make no date, or where they could make two.
  std::optional<DateRange> build() {
    const auto rule = rule_name();
    if (rule.starts_with("hijri")) return hijri(rule);
    if (rule.starts_with("decade")) return decade();
    if (rule == "century") return century();
    if (rule.starts_with("numeric")) return numeric();
    if (rule == "weekday-week") return weekday_of_week();
    if (rule == "weekday-of-month") return weekday_of_month();
    if (rule == "day-of-month") return day_of_month();
    if (rule.starts_with("quarter") || rule == "half" || rule == "first-months") return part_of_year(rule);
    if (rule.starts_with("ago")) return ago();
    if (rule == "day" || rule == "weekday-day") return relative_day();
    if (rule.starts_with("weekday")) return weekday();
    if (rule == "week" || rule == "month" || rule == "year") return period(rule);
    return calendar();
  }

 private:
  std::string_view rule_name() const {
    const std::string_view name = mention_.rule->name;
    return name.substr(name.rfind(':') + 1);
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

  static bool exists(const DatePoint& p) {
    if (p.month_is == Certainty::unknown) return p.day_is == Certainty::unknown;
    if (p.month < 1 || p.month > 12) return false;
    const int year = p.year_is == Certainty::unknown ? 2000 : p.year;
    return p.day_is == Certainty::unknown || (p.day >= 1 && p.day <= days_in_month(year, p.month));
  }

  /// The year that puts the month (and day) nearest to the dateline, before it, or after it.
  void imply_year(DatePoint& p, int shift) const {
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

  /// The year of the day or month that stands behind in the same sentence: "27 to 31 March and 15 June 2017". Only where there is no dateline to lean on.
  void carry_year_back(DatePoint& p) const {
    if (p.year_is != Certainty::unknown || context_.dateline) return;
    for (const auto& other : context_.sentence.mentions) {
      if (other.first < mention_.last || other.rule->makes != Makes::date || !other.get("month")) continue;
      const Atom* year = other.get("year") ? other.get("year") : other.get("year2");
      if (!year) continue;
      p.year = whole(context_.sentence.numbers[static_cast<std::size_t>(year->number)].value).value_or(0);
      p.year_is = Certainty::implied;
      return;
    }
  }

  /// The year of the date before, in this sentence or the one before it: "November of the same year".
  std::optional<int> year_before() const {
    const auto& sentences = context_.reading.sentences;
    std::optional<int> year;
    for (const auto& sentence : sentences) {
      if (sentence.first > context_.sentence.first || sentence.last + kYearReach < mention_.first) continue;
      for (const auto& other : sentence.mentions) {
        if (other.first >= mention_.first) break;
        const Atom* atom = other.rule->makes != Makes::date ? nullptr : other.get("year2") ? other.get("year2") : other.get("year");
        if (atom && atom->number >= 0) year = whole(sentence.numbers[static_cast<std::size_t>(atom->number)].value);
      }
    }
    return year;
  }

  std::optional<DateRange> calendar() {
    for (const auto& [twin, month] : {std::pair{"same", "month"}, std::pair{"same2", "month2"}})
      if (get(twin) && number(twin) != number(month)) return std::nullopt;
    auto year = number("year");
    if (!year && get("year-words")) year = number("year-words");
    auto year2 = number("year2");
    if (get("year2short")) year2 = *year / 100 * 100 + *number("year2short");
    if (get("same-word") && !(year = year_before())) return std::nullopt;
    DatePoint first = point(year, number("month"), number("day"));
    first.approximate = get("about") != nullptr;
    const bool is_range = get("day2") || get("month2") || year2.has_value();
    if (!is_range) return one_point(first);

    DatePoint last = point(year2, number("month2"), number("day2"));
    share(first, last);
    const int shift = shift_amount();
    carry_year_back(first);
    carry_year_back(last);
    imply_year(last, shift);
    if (first.year_is == Certainty::unknown && last.year_is != Certainty::unknown && first.month_is != Certainty::unknown) {
      // 28 December to 3 January: the year turns inside the range.
      first.year = first.month > last.month ? last.year - 1 : last.year;
      first.year_is = Certainty::implied;
    }
    if (!exists(first) || !exists(last)) return std::nullopt;
    DateRange range;
    range.first = first;
    range.last = last;
    range.is_range = true;
    const auto a = interval(first), b = interval(last);
    if (a && b && a->first > b->last) return std::nullopt;
    return range;
  }

  /// 27 to 31 March 2017: what the second point alone says holds for the first too, and the other way round.
  static void share(DatePoint& first, DatePoint& last) {
    const auto take = [](int& field, Certainty& is, int other, Certainty other_is) {
      if (is != Certainty::unknown || other_is == Certainty::unknown) return;
      field = other;
      is = Certainty::implied;
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

  int shift_amount() const {
    const Atom* shift = get("shift");
    return shift ? shift->entry->amount : 0;
  }

  std::optional<DateRange> one_point(DatePoint p) {
    if (const Atom* shift = get("shift")) {
      if (!context_.dateline) return std::nullopt;
      const auto rule = rule_name();
      if (rule.ends_with("year-relative") || rule == "md-relative" || (rule == "dm-relative" && get("year-word"))) {
        p.year = civil_from_days(*context_.dateline).year + shift->entry->amount;
        p.year_is = Certainty::implied;
      } else if (shift->entry->amount == 0) {
        p.year = civil_from_days(*context_.dateline).year;
        p.year_is = Certainty::implied;
      } else {
        imply_year(p, shift->entry->amount);
      }
    }
    carry_year_back(p);
    imply_year(p, 0);
    if (p.month_is == Certainty::unknown && (p.year < kFirstYear || p.year > kLastYear) && !get("year-word") && !get("about")) return std::nullopt;
    if (!exists(p)) return std::nullopt;
    return single(p);
  }

  /// 31/10/74 is of 1974: two digits are a year of the past, or of the next ten years.
  std::optional<int> full_year(int two_digits) const {
    const int now = context_.dateline ? civil_from_days(*context_.dateline).year : 2024;
    const int year = now / 100 * 100 + two_digits;
    return year > now + 10 ? year - 100 : year;
  }

  /// Tuesday of last week. Weeks begin on Saturday, Sunday or Monday: those days are of two weeks, and left alone.
  std::optional<DateRange> weekday_of_week() const {
    const int wanted = get("weekday")->entry->amount;
    if (!context_.dateline || wanted > 5 || weekday_of(*context_.dateline) > 5) return std::nullopt;
    return single(civil_from_days(*context_.dateline - weekday_of(*context_.dateline) + wanted + 7 * shift_amount()));
  }

  /// The first Friday of July.
  std::optional<DateRange> weekday_of_month() const {
    DatePoint p = point(number("year"), number("month"), std::nullopt);
    imply_year(p, 0);
    if (p.year_is == Certainty::unknown) return std::nullopt;
    const int wanted = get("weekday")->entry->amount, days = days_in_month(p.year, p.month);
    const int first = 1 + (wanted - weekday_of(days_from_civil(p.year, p.month, 1)) + 7) % 7;
    const int nth = get("nth") ? number("nth").value_or(9) : get("first-word") ? 1 : 0;  // 0: the last
    p.day = nth > 0 ? first + 7 * (nth - 1) : first + (days - first) / 7 * 7;
    p.day_is = p.year_is;
    return nth < 6 && exists(p) ? std::optional(single(p)) : std::nullopt;
  }

  /// The 20th of next month.
  std::optional<DateRange> day_of_month() const {
    if (!context_.dateline) return std::nullopt;
    const DatePoint today = civil_from_days(*context_.dateline);
    const int months = today.year * 12 + today.month - 1 + shift_amount();
    DatePoint p = implied(point(months / 12, months % 12 + 1, std::nullopt));
    p.day = number("day").value_or(0);
    p.day_is = Certainty::certain;
    return exists(p) ? std::optional(single(p)) : std::nullopt;
  }

  std::optional<DateRange> numeric() const {
    const auto a = number("n1"), b = number("n2"), year = get("short") ? full_year(*number("short")) : number("year");
    // 3/5/2011 is a day of May in Arabic news; in English it may be one of March as well.
    const auto habit = context_.reading.day_first;
    const bool day_first = *a > 12 || (*b <= 12 && (*a == *b || habit.value_or(context_.language.day_first)));
    const bool month_first = !day_first && (*b > 12 || (habit && !*habit));
    if (!day_first && !month_first) return std::nullopt;
    const auto p = day_first ? point(year, b, a) : point(year, a, b);
    if (!exists(p)) return std::nullopt;
    return single(p);
  }

  std::optional<DateRange> decade() const {
    auto start = get("decade")->number >= 0 ? number("decade") : std::optional<int>(get("decade")->entry->amount);
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
    if (!get("shift") || !context_.dateline) return std::nullopt;
    return civil_from_days(*context_.dateline).year + shift_amount();
  }

  std::optional<DateRange> part_of_year(std::string_view rule) const {
    const auto year = stated_year();
    const auto ordinal = number("ordinal");
    if (!year) return std::nullopt;
    int first = 0, last = 0;
    if (rule == "first-months") {
      const auto months = number("months");
      if (ordinal != 1 || !months || *months > 11) return std::nullopt;
      first = 1;
      last = *months;
    } else if (rule == "half") {
      const bool second = ordinal ? *ordinal == 2 : get("second-half") != nullptr;
      if (ordinal && *ordinal > 2) return std::nullopt;
      first = second ? 7 : 1;
      last = first + 5;
    } else {
      if (!ordinal || *ordinal < 1 || *ordinal > 4) return std::nullopt;
      first = *ordinal * 3 - 2;
      last = first + 2;
    }
    DateRange range;
    range.first = point(year, first, std::nullopt);
    range.last = point(year, last, std::nullopt);
    range.is_range = true;
    return range;
  }

  /// Ten years ago is a year, ten months ago a month, ten days ago a day; three weeks ago is too vague for a day.
  std::optional<DateRange> ago() const {
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

  static DatePoint implied(DatePoint p) {
    for (Certainty* is : {&p.year_is, &p.month_is, &p.day_is})
      if (*is == Certainty::certain) *is = Certainty::implied;
    return p;
  }

  std::optional<DateRange> relative_day() const {
    if (!context_.dateline) return std::nullopt;
    const auto days = *context_.dateline + get("relative-day")->entry->amount;
    // "yesterday, Tuesday" of a paper that was dated a day late: the two do not fit, and neither is sure.
    if (const Atom* weekday = get("weekday"); weekday && weekday_of(days) != weekday->entry->amount) return std::nullopt;
    return single(civil_from_days(days));
  }

  std::optional<DateRange> weekday() const {
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

  /// Words of the future in the clause: "will meet on Tuesday" is the Tuesday to come.
  bool looks_ahead() const {
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

  std::optional<DateRange> period(std::string_view rule) const {
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

  std::optional<DateRange> hijri(std::string_view rule) {
    if (rule == "hijri-both") {
      // Both calendars are one claim; where they are days apart the Gregorian one stands, and a check can say so.
      DatePoint p = point(number("year2"), number("month2"), number("day2"));
      return exists(p) ? std::optional(single(p)) : std::nullopt;
    }
    const auto year = number("hijri-year");
    const auto month = number(get("hijri-month") ? "hijri-month" : "hijri-month-alone"), day = number("day");
    if (!year) return std::nullopt;
    const auto first = days_from_hijri(*year, month.value_or(1), day.value_or(1));
    if (!first) return std::nullopt;
    if (day) return single(civil_from_days(*first));
    const bool last_month = month && *month == 12;
    const auto next = month ? days_from_hijri(last_month ? *year + 1 : *year, last_month ? 1 : *month + 1, 1) : days_from_hijri(*year + 1, 1, 1);
    if (!next) return std::nullopt;
    DateRange range;
    range.first = civil_from_days(*first);
    range.last = civil_from_days(*next - 1);
    range.is_range = true;
    return range;
  }

  const SentenceContext& context_;
  const Mention& mention_;
};

}  // namespace

std::vector<ReadValue> build_dates(const SentenceContext& context) {
  std::vector<ReadValue> values;
  for (const auto& mention : context.sentence.mentions) {
    if (mention.rule->makes != Makes::date) continue;
    auto date = DateBuilder(context, mention).build();
    if (!date) continue;
    ReadValue value;
    value.value = *date;
    value.first = mention.first;
    value.last = mention.last;
    value.begin = mention.begin;
    value.end = mention.end;
    value.rule = mention.rule->name;
    // A bare figure that looks like a year may be a count whose noun is not known.
    if (mention.last - mention.first == 1 && date->first.month_is == Certainty::unknown) value.reading = 0.9;
    values.push_back(std::move(value));
  }
  return values;
}

std::string show_date(const Value& value) { return to_edtf(std::get<DateRange>(value)); }

}  // namespace mizan
