#include <array>
#include <charconv>
#include <limits>
#include <stdexcept>

#include "kind/scan.hpp"
#include "mizan/value.hpp"

namespace mizan {
namespace {

constexpr std::int32_t open_first = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t open_last = std::numeric_limits<std::int32_t>::max();

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool is_known(Certainty certainty) { return certainty != Certainty::unknown; }

/// How many years a year with unknown last digits stands for: 197X is ten of them.
int years_of(const DatePoint& point) { return point.unknown_year_digits == 2 ? 100 : point.unknown_year_digits == 1 ? 10 : 1; }

void append_padded(std::string& text, int number, std::size_t width) {
  std::array<char, 12> digits{};
  const auto size = static_cast<std::size_t>(std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr - digits.data());
  if (size < width) text.append(width - size, '0');
  text.append(digits.data(), size);
}

void append_year(std::string& text, const DatePoint& point) {
  if (!is_known(point.year_is)) {
    text += "XXXX";
    return;
  }
  const int magnitude = point.year < 0 ? -point.year : point.year;
  if (magnitude > 9999) text += 'Y';
  if (point.year < 0) text += '-';
  const auto begin = text.size();
  append_padded(text, magnitude, 4);
  for (std::size_t i = 0; i < point.unknown_year_digits && i < text.size() - begin; ++i) text[text.size() - 1 - i] = 'X';
}

/// Every claim tells some days, its own and the article's.
std::string point_text(const DatePoint& point) {
  std::string text;
  append_year(text, point);
  const bool has_day = is_known(point.day_is);
  if (is_known(point.month_is)) {
    text += '-';
    append_padded(text, point.month, 2);
  } else if (has_day) {
    text += "-XX";
  }
  if (has_day) {
    text += '-';
    append_padded(text, point.day, 2);
  }
  if (point.approximate) text += '~';
  return text;
}

/// A number whose last digits may be X; those count as 0 in `number`.
struct Digits {
  int number = 0;
  int unknown = 0;
};
/// Exactly `width` of them off the front of `text`.
std::optional<Digits> take_digits(std::string_view& text, int width) {
  if (text.size() < static_cast<std::size_t>(width)) return std::nullopt;
  Digits digits;
  for (const char c : text.substr(0, static_cast<std::size_t>(width))) {
    if (c == 'X') {
      ++digits.unknown;
      digits.number *= 10;
    } else if (c >= '0' && c <= '9' && digits.unknown == 0) {
      digits.number = digits.number * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  text.remove_prefix(static_cast<std::size_t>(width));
  return digits;
}

/// XXXX leaves the year unknown; 197X and 19XX are a decade and a century; 1XXX is nothing that an article means.
bool read_year(std::string_view& text, DatePoint& point) {
  const bool negative = take(text, '-');
  const auto year = take_digits(text, 4);
  if (!year || year->unknown == 3) return false;
  if (year->unknown == 4) return !negative;
  if (negative && (year->number == 0 || year->unknown > 0)) return false;
  point.year = negative ? -year->number : year->number;
  point.year_is = Certainty::certain;
  point.unknown_year_digits = static_cast<std::uint8_t>(year->unknown);
  return true;
}

/// A month or day after its hyphen: two digits, or XX, which leaves the field unknown.
bool read_field(std::string_view& text, int& field, Certainty& field_is) {
  const auto digits = take_digits(text, 2);
  if (!digits || digits->unknown == 1) return false;
  if (digits->unknown == 2) return true;
  field = digits->number;
  field_is = Certainty::certain;
  return true;
}

/// Is there such a day? Where the year is open, 29 February is; where the month is open, any up to the 31st.
bool exists(const DatePoint& point) {
  if (is_known(point.month_is) && (point.month < 1 || point.month > 12)) return false;
  if (!is_known(point.day_is)) return true;
  const bool one_year = is_known(point.year_is) && point.unknown_year_digits == 0;
  const int last = is_known(point.month_is) ? days_in_month(one_year ? point.year : 2000, point.month) : 31;
  return point.day >= 1 && point.day <= last;
}

std::optional<DatePoint> read_point(std::string_view text) {
  DatePoint point;
  if (!read_year(text, point)) return std::nullopt;
  if (take(text, '-')) {
    if (!read_field(text, point.month, point.month_is)) return std::nullopt;
    if (take(text, '-') && !read_field(text, point.day, point.day_is)) return std::nullopt;
  }
  point.approximate = take(text, '~');
  if (!text.empty() || !exists(point)) return std::nullopt;
  return point;
}

}  // namespace

std::int32_t days_from_civil(int year, int month, int day) {
  // Years begin in March here, so that the leap day is their last; eras of 400 years are all alike.
  const std::int64_t y = std::int64_t{year} - (month <= 2 ? 1 : 0);
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (std::int64_t{month} + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  const std::int64_t days = era * 146097 + day_of_era - 719468;
  if (days <= open_first || days >= open_last) throw std::out_of_range("date too far from 1970");
  return static_cast<std::int32_t>(days);
}

DatePoint civil_from_days(std::int32_t days) {
  const std::int64_t z = std::int64_t{days} + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  DatePoint point;
  point.day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  point.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  point.year = static_cast<int>(year_of_era + era * 400 + (point.month <= 2 ? 1 : 0));
  point.year_is = point.month_is = point.day_is = Certainty::implied;
  return point;
}

int weekday_of(std::int32_t days) {
  // 1970-01-01 was a Thursday.
  return static_cast<int>(((std::int64_t{days} + 3) % 7 + 7) % 7) + 1;
}

int days_in_month(int year, int month) {
  switch (month) {
    case 2: return is_leap(year) ? 29 : 28;
    case 4: case 6: case 9: case 11: return 30;
    case 1: case 3: case 5: case 7: case 8: case 10: case 12: return 31;
    default: return 0;
  }
}

std::optional<DayInterval> interval(const DatePoint& point) {
  if (!is_known(point.year_is)) return std::nullopt;
  const int last_year = point.year + years_of(point) - 1;
  if (last_year != point.year || !is_known(point.month_is)) {
    return DayInterval{days_from_civil(point.year, 1, 1), days_from_civil(last_year, 12, 31)};
  }
  const bool has_day = is_known(point.day_is);
  const int last_day = has_day ? point.day : days_in_month(point.year, point.month);
  return DayInterval{days_from_civil(point.year, point.month, has_day ? point.day : 1), days_from_civil(point.year, point.month, last_day)};
}

std::optional<DayInterval> interval(const DateRange& range) {
  if (!range.is_range) return interval(range.first);
  DayInterval days{open_first, open_last};
  if (!range.open_begin) {
    const auto first = interval(range.first);
    if (!first) return std::nullopt;
    days.first = first->first;
  }
  if (!range.open_end) {
    const auto last = interval(range.last);
    if (!last) return std::nullopt;
    days.last = last->last;
  }
  if (days.last < days.first) return std::nullopt;  // a range that ends before it begins holds no day
  return days;
}

std::string to_edtf(const DateRange& range) {
  if (!range.is_range) return point_text(range.first);
  return (range.open_begin ? ".." : point_text(range.first)) + '/' + (range.open_end ? ".." : point_text(range.last));
}

std::optional<DateRange> parse_edtf(std::string_view text) {
  DateRange range;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto point = read_point(text);
    if (!point) return std::nullopt;
    range.first = range.last = *point;
    return range;
  }
  const auto first = text.substr(0, slash), last = text.substr(slash + 1);
  range.is_range = true;
  range.open_begin = first == "..";
  range.open_end = last == "..";
  if (range.open_begin && range.open_end) return std::nullopt;
  const auto begin = range.open_begin ? DatePoint{} : read_point(first);
  const auto end = range.open_end ? DatePoint{} : read_point(last);
  if (!begin || !end) return std::nullopt;
  range.first = *begin;
  range.last = *end;
  return range;
}

}  // namespace mizan
