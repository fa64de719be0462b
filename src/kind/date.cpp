#include <algorithm>

#include "kind/hijri.hpp"
#include "kind/modules.hpp"
#include "kind/relative_dates.hpp"
#include "reading/rules.hpp"

namespace mizan {
namespace {

/// How many tokens back a year may stand that "the same year" speaks of.
constexpr std::uint32_t kYearReach = 60;
constexpr int kFirstYear = 1500, kLastYear = 2150;  ///< bare figures outside are no years

class DateBuilder : private RelativeDates {
 public:
  using RelativeDates::RelativeDates;

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
