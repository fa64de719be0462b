#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "kind/narrated_dates.hpp"

namespace mizan {

/// Dates told from the dateline. Each is nothing where there is none.
class RelativeDates : public NarratedDates {
 public:
  using NarratedDates::NarratedDates;

 protected:
  /// The year of a day or month that the text tells without one.
  void imply_year(DatePoint& p, int shift) const;
  [[nodiscard]] std::optional<DateRange> ago() const;
  [[nodiscard]] std::optional<DateRange> days_from_day() const;
  [[nodiscard]] std::optional<DateRange> weekday_ago() const;
  [[nodiscard]] std::optional<DateRange> relative_day() const;
  [[nodiscard]] std::optional<DateRange> weekday() const;
  [[nodiscard]] std::optional<DateRange> weekday_of_week() const;
  [[nodiscard]] std::optional<DateRange> day_of_weekday() const;
  [[nodiscard]] std::optional<DateRange> day_alone() const;
  [[nodiscard]] std::optional<DateRange> day_of_month() const;
  [[nodiscard]] std::optional<DateRange> period(std::string_view rule) const;
  [[nodiscard]] std::optional<DateRange> quarter_now() const;
  [[nodiscard]] std::optional<DateRange> weekend() const;
  [[nodiscard]] std::optional<DateRange> this_period(std::string_view rule) const;
  [[nodiscard]] std::optional<DateRange> decade_now() const;
  /// The month that lies `shift` months from the dateline.
  [[nodiscard]] std::optional<DatePoint> month_from_now(int shift) const;
  [[nodiscard]] std::int32_t weekday_day(int wanted) const;

 private:
  [[nodiscard]] bool imply_year_of_weekday(DatePoint& p) const;
  [[nodiscard]] const Atom* weekday_of_point(const DatePoint& p) const;
  [[nodiscard]] bool imply_year_of_relative_day(DatePoint& p) const;
};

}  // namespace mizan
