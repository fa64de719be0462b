#pragma once
#include <optional>

#include "kind/date_tense.hpp"

namespace mizan {

/// Dates told from one that the text told before: "November of the same year", "than in the previous year". Each is nothing where there is none.
class NarratedDates : public DateTense {
 public:
  using DateTense::DateTense;

 protected:
  [[nodiscard]] std::optional<DateRange> narrated() const;
  [[nodiscard]] std::optional<DateRange> year_beside() const;
  [[nodiscard]] std::optional<DateRange> year_elided() const;
  /// The year of the date that was told before.
  [[nodiscard]] std::optional<int> year_before() const;
  /// Was a date of a known year told not long before?
  [[nodiscard]] bool is_told_before() const;

 private:
  [[nodiscard]] bool ends_part() const;
};

}  // namespace mizan
