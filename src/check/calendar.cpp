#include <cstdlib>

#include "check/modules.hpp"

namespace mizan {

std::vector<Slip> check_calendar(const CheckContext& context) {
  // Umm al-Qura is worked out; where the moon is sighted, the month begins a day later, in the Maghreb up to two.
  constexpr std::int32_t kSighting = 2;
  std::vector<Slip> slips;
  for (const auto* part : {&context.title, &context.body})
    for (const Claim* claim : *part) {
      const auto* date = std::get_if<DateRange>(&claim->value);
      const auto days = date && claim->beside.hijri ? interval(*date) : std::nullopt;
      if (!days || days->first != days->last || std::abs(days->first - *claim->beside.hijri) <= kSighting) continue;
      const auto told = [&](std::int32_t day) { return day_in_words(day, context.words); };
      slips.push_back({{claim}, 0.9, context.words.phrase("why.calendar", {told(*claim->beside.hijri), told(days->first)})});
    }
  return slips;
}

}  // namespace mizan
