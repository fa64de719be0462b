#include "kind/hijri.hpp"

#include <unicode/ucal.h>

#include <memory>

namespace mizan {
namespace {

struct CalendarCloser {
  void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};

}  // namespace

std::optional<std::int32_t> days_from_hijri(int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCalendar, CalendarCloser> calendar(ucal_open(u"UTC", -1, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucal_clear(calendar.get());
  ucal_setDate(calendar.get(), year, month - 1, 1, &status);
  if (U_FAILURE(status)) return std::nullopt;
  if (day > ucal_getLimit(calendar.get(), UCAL_DAY_OF_MONTH, UCAL_ACTUAL_MAXIMUM, &status)) return std::nullopt;
  ucal_set(calendar.get(), UCAL_DAY_OF_MONTH, day);
  const double millis = ucal_getMillis(calendar.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<std::int32_t>(millis / 86400000.0 + (millis < 0 ? -0.5 : 0.5));
}

}  // namespace mizan
