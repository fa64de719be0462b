#pragma once
#include "kind/relative_dates.hpp"

namespace mizan {

/// Dates that say their day, month or year, in words or in figures. Each is nothing where its parts make no date, or could make two.
class CalendarDates : public RelativeDates {
 public:
  using RelativeDates::RelativeDates;

 protected:
  [[nodiscard]] std::optional<int> told_year() const;
  void take_year_beside(DatePoint& p) const;
  [[nodiscard]] std::optional<DateRange> calendar();
  [[nodiscard]] DatePoint stated_month() const;
  [[nodiscard]] std::optional<DateRange> weekday_of_month() const;
  [[nodiscard]] std::optional<DateRange> week_of_day();
  [[nodiscard]] std::optional<DateRange> last_day() const;
  [[nodiscard]] std::optional<DatePoint> numeric_point(std::optional<int> a, std::optional<int> b, std::optional<int> year) const;
  [[nodiscard]] std::optional<DateRange> numeric() const;
  [[nodiscard]] std::optional<DateRange> numeric_range() const;

 private:
  [[nodiscard]] bool is_and_between(const Mention& a, const Mention& b) const;
  static void share(DatePoint& first, DatePoint& last);
  [[nodiscard]] std::optional<DateRange> two_months() const;
  [[nodiscard]] std::optional<DateRange> one_point(DatePoint p);
  [[nodiscard]] bool may_be_year(int year) const;
  [[nodiscard]] bool ends_clause(std::uint32_t behind) const;
  [[nodiscard]] bool may_count_weekdays(const DatePoint& p) const;
  void shift_year(DatePoint& p) const;
  [[nodiscard]] std::optional<int> full_year(int two_digits) const;
};

}  // namespace mizan
