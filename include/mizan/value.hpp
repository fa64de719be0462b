#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mizan {

/// An exact decimal: mantissa × 10^exponent. Normalised: the mantissa does not end in 0 unless it is 0 (then the exponent is 0).
struct Decimal {
  std::int64_t mantissa = 0;
  std::int32_t exponent = 0;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};
[[nodiscard]] Decimal make_decimal(std::int64_t mantissa, std::int32_t exponent = 0);
[[nodiscard]] std::strong_ordering compare(const Decimal& a, const Decimal& b);
/// a × b, or nothing where the mantissa would not fit 64 bits.
[[nodiscard]] std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
[[nodiscard]] std::optional<Decimal> add(const Decimal& a, const Decimal& b);
/// Plain notation: 3000000000, 12.5, -0.25.
[[nodiscard]] std::string show(const Decimal& value);
/// Reads plain notation, also with an exponent (1.5e9); nothing else.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);
[[nodiscard]] double to_double(const Decimal& value);

/// How a field of a date is known: the text says it, it was concluded (from the dateline, from a neighbour), or neither.
enum class Certainty : std::uint8_t { unknown, implied, certain };

/// One end of a date, per field; a field that is `unknown` holds 0. Proleptic Gregorian.
struct DatePoint {
  int year = 0, month = 0, day = 0;
  Certainty year_is = Certainty::unknown, month_is = Certainty::unknown, day_is = Certainty::unknown;
  std::uint8_t unknown_year_digits = 0;  ///< 1: a decade (197X, year = 1970); 2: a century (19XX, year = 1900)
  bool approximate = false;              ///< EDTF ~

  friend bool operator==(const DatePoint&, const DatePoint&) = default;
};

/// A date or a range of dates, both ends included. Written as EDTF (ISO 8601-2:2019, level 1): 2012, 2012-12, XXXX-04-27,
/// 197X, 1974~, 2015-04-27/2015-05-22, ../2015.
struct DateRange {
  DatePoint first, last;  ///< equal where it is one date
  bool is_range = false;
  bool open_begin = false, open_end = false;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// Closed interval of days since 1970-01-01; an open end is INT32_MIN or INT32_MAX.
struct DayInterval {
  std::int32_t first = 0, last = 0;
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};
[[nodiscard]] std::int32_t days_from_civil(int year, int month, int day);
/// The date `days` after 1970-01-01, all fields `implied`.
[[nodiscard]] DatePoint civil_from_days(std::int32_t days);
/// ISO weekday, Monday 1 … Sunday 7.
[[nodiscard]] int weekday_of(std::int32_t days);
[[nodiscard]] int days_in_month(int year, int month);
/// The days a date may mean; nothing where the year is unknown (XXXX-04-27).
[[nodiscard]] std::optional<DayInterval> interval(const DatePoint& point);
[[nodiscard]] std::optional<DayInterval> interval(const DateRange& range);
[[nodiscard]] std::string to_edtf(const DateRange& range);
/// Fields read are `certain`. Nothing where the text is no EDTF of the forms above or the date does not exist.
[[nodiscard]] std::optional<DateRange> parse_edtf(std::string_view text);

/// A counted amount with closed bounds; an absent bound is open.
struct Quantity {
  std::optional<Decimal> min, max;
  bool strict = false;       ///< the one bound itself is excluded: "more than 200"
  bool approximate = false;  ///< "about 180": min = max = 180
  std::string unit;          ///< id of facts/world/units.tsv, an ISO 4217 code, or ~stem for an open-class noun; may be empty

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Countries named together in one role: ISO 3166-1 alpha-2, sorted, unique.
struct CountryList {
  std::vector<std::string> codes;
  bool partial = false;  ///< the text says that the list is not complete

  friend bool operator==(const CountryList&, const CountryList&) = default;
};

/// Where an event is: an id of facts/world/places.tsv (its English name), or a country.
struct Place {
  std::string name;
  std::string country;  ///< ISO 3166-1 alpha-2, empty where unknown

  friend bool operator==(const Place&, const Place&) = default;
};

/// The alternative's index is the Kind's number.
using Value = std::variant<DateRange, Quantity, CountryList, Place>;
enum class Kind : std::uint8_t { date, count, countries, place };
[[nodiscard]] inline Kind kind_of(const Value& value) { return static_cast<Kind>(value.index()); }

}  // namespace mizan
