#pragma once
#include "kind/calendar_dates.hpp"

namespace mizan {

/// Parts and multiples of a year, and the dates of the Islamic calendar, which become stretches of the Gregorian one.
class DatePeriods : public CalendarDates {
 public:
  using CalendarDates::CalendarDates;

 protected:
  [[nodiscard]] std::optional<DateRange> decade() const;
  [[nodiscard]] std::optional<DateRange> century() const;
  [[nodiscard]] std::optional<DateRange> part_of_year(std::string_view rule) const;
  [[nodiscard]] std::optional<DateRange> quarters() const;
  [[nodiscard]] std::optional<DateRange> hijri(std::string_view rule) const;

  [[nodiscard]] std::optional<DayInterval> hijri_days() const;
  /// Do the two calendars of one claim tell days that no sighting of the moon explains?
  [[nodiscard]] static bool are_calendars_apart(const DayInterval& gregorian, const DayInterval& hijri);

 private:
  [[nodiscard]] std::optional<int> stated_year() const;
  [[nodiscard]] std::optional<DateRange> both_calendars() const;
};

}  // namespace mizan
