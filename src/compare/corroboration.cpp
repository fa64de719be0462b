#include "compare/corroboration.hpp"

#include <algorithm>
#include <cstdlib>

namespace mizan {
namespace {

/// A headline or a line of news tells so little that nothing else in it need agree; in a brief one thing will do.
constexpr std::size_t kLine = 2, kBrief = 4;
/// Within so many days one passage is taken over; later it is the next issue of a weekly report.
constexpr std::int32_t kTakenOver = 4;

bool contradicts(const Pairing& pair) { return !pair.may_both_hold && !pair.is_update; }

/// Were the articles written days apart? What is told again and again in one wording has another value each time.
bool are_of_other_days(const Pairing& pair) {
  const auto &x = pair.claim_a->topic.as_of, &y = pair.claim_b->topic.as_of;
  return x.days && y.days && std::abs(*x.days - *y.days) > kTakenOver;
}

}  // namespace

void drop_uncorroborated(std::vector<const Pairing*>& partners, const Pairings& pairings) {
  constexpr std::size_t part = 7;  // of what the shorter article tells
  std::size_t agree = 0, differ = 0;
  for (const Pairing* pair : partners) {
    agree += pair->may_both_hold;
    differ += contradicts(*pair);
  }
  const std::size_t shorter = std::min(pairings.a.size(), pairings.b.size());
  const bool is_borne_out = shorter <= kLine || (shorter <= kBrief && agree >= 1 && agree + 1 >= differ) ||
                            (agree >= 2 && agree >= differ && part * agree >= shorter);
  std::erase_if(partners, [&](const Pairing* pair) {
    return contradicts(*pair) && (!is_borne_out || pairings.are_of_others || (pair->is_reused && are_of_other_days(*pair)));
  });
}

}  // namespace mizan
