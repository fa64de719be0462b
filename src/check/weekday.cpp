#include <cstdlib>
#include <optional>

#include "check/modules.hpp"

namespace mizan {
namespace {

/// The day that the claim tells. Where the text leaves the year out, a day close to the article's own is of the same year, whatever year the weekday was made
/// to fit; of any other nobody knows the year.
std::optional<std::int32_t> told_day(const Claim& claim, const Document& document) {
  const auto* date = std::get_if<DateRange>(&claim.value);
  if (!date || date->is_range || date->first.day_is == Certainty::unknown || date->first.month_is == Certainty::unknown) return std::nullopt;
  const DatePoint& p = date->first;
  if (p.year_is == Certainty::certain) return days_from_civil(p.year, p.month, p.day);
  const auto published = parse_edtf(document.published);
  const auto written = published ? interval(*published) : std::nullopt;
  if (!written) return std::nullopt;
  constexpr std::int32_t kNear = 10;  // days
  const int now = civil_from_days(written->first).year;
  for (int year = now - 1; year <= now + 1; ++year) {
    if (p.day > days_in_month(year, p.month)) continue;
    const std::int32_t day = days_from_civil(year, p.month, p.day);
    if (std::abs(day - written->first) <= kNear) return day;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Slip> check_weekday(const CheckContext& context) {
  std::vector<Slip> slips;
  for (const auto* part : {&context.title, &context.body})
    for (const Claim* claim : *part) {
      const int told = claim->beside.weekday;
      const auto day = told ? told_day(*claim, context.document) : std::nullopt;
      if (!day || weekday_of(*day) == told) continue;
      const auto name = [&](int weekday) { return context.words.phrase("weekday." + std::to_string(weekday), {}); };
      slips.push_back({{claim}, 0.95, context.words.phrase("why.weekday", {day_in_words(*day, context.words), name(weekday_of(*day)), name(told)})});
    }
  return slips;
}

}  // namespace mizan
