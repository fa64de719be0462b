#include "check/modules.hpp"

namespace mizan {

std::vector<Slip> check_range(const CheckContext& context) {
  std::vector<Slip> slips;
  for (const auto* part : {&context.title, &context.body})
    for (std::size_t i = 0; i < part->size(); ++i) {
      const Claim* claim = (*part)[i];
      if (!claim->beside.backwards) continue;
      if (claim->kind != Kind::date) {
        slips.push_back({{claim}, 0.9, context.words.phrase("why.range-count", {claim->quote})});
        continue;
      }
      // The two ends of a date range are two claims, one behind the other.
      const Claim* end = nullptr;
      for (++i; i < part->size() && !end; ++i)
        if ((*part)[i]->kind == Kind::date && (*part)[i]->beside.backwards) end = (*part)[i];
      --i;
      if (!end || end->sentence != claim->sentence) continue;
      const auto first = interval(std::get<DateRange>(claim->value)), last = interval(std::get<DateRange>(end->value));
      if (first && last && first->first <= last->last) continue;
      slips.push_back({{claim, end}, 0.9, context.words.phrase("why.range", {claim->quote, end->quote})});
    }
  return slips;
}

}  // namespace mizan
