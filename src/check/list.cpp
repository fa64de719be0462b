#include "check/modules.hpp"

namespace mizan {

std::vector<Slip> check_list(const CheckContext& context) {
  std::vector<Slip> slips;
  for (const Claim* claim : context.body) {
    const Decimal* told = exact_figure(*claim);
    const auto listed = claim->beside.listed;
    if (!told || listed == 0 || *told == make_decimal(listed)) continue;
    // "Three of the five states: A, B and C" counts the three and names them; "the third of five" counts no list.
    const auto& scope = claim->topic.scope;
    if (scope && (scope.id == "rank" || scope.id == "each" || scope.id == "out-of")) continue;
    slips.push_back({{claim}, 0.9, context.words.phrase("why.list", {claim->quote, std::to_string(listed)})});
  }
  return slips;
}

}  // namespace mizan
