#include "compare/corroboration.hpp"

#include <algorithm>
#include <cstdlib>

#include "compare/series.hpp"

namespace mizan {
namespace {

/// A headline or a line of news tells so little that nothing else in it need agree; in a brief one thing will do.
constexpr std::size_t kLine = 2, kBrief = 4;
/// On how many things two articles agree that contradict each other, and where they are no articles of one news; and on which part of what the shorter tells, one
/// in so many. All right alarms of the open development cases are within these.
constexpr std::size_t kAgreed = 2, kAgreedApart = 3, kPart = 7;
/// Within so many days one passage is taken over; later it is the next issue of a weekly report.
constexpr std::int32_t kTakenOver = 4;
/// From how far they tell one story on (story.hpp) one of two articles of a day may be a copy of the other in which several figures were changed.
constexpr double kCopy = 0.65;
/// Articles of one news are written within a week.
constexpr std::int32_t kOneNews = 7;

bool contradicts(const Pairing& pair) { return !pair.may_both_hold && !pair.is_update; }

bool are_apart(const Pairing& pair, std::int32_t days) {
  const auto &x = pair.claim_a->topic.as_of, &y = pair.claim_b->topic.as_of;
  return x.days && y.days && std::abs(*x.days - *y.days) > days;
}

}  // namespace

void drop_uncorroborated(std::vector<const Pairing*>& partners, const Pairings& pairings) {
  std::size_t agree = 0, differ = 0;
  for (const Pairing* pair : partners) {
    agree += pair->may_both_hold;
    differ += contradicts(*pair);
  }
  const std::size_t shorter = std::min(pairings.a.size(), pairings.b.size());
  const auto agree_on = [&](std::size_t least) { return agree >= least && agree >= differ && kPart * agree >= shorter; };
  const bool is_borne_out = shorter <= kLine || (shorter <= kBrief && agree >= 1 && agree + 1 >= differ) || agree_on(kAgreed);
  const bool is_well_borne_out = shorter <= kLine || agree_on(kAgreedApart);
  const Series series = differ > 0 ? series_of(pairings.a, pairings.b) : Series::none;
  const auto day = day_of(pairings.a), other_day = day_of(pairings.b);
  const bool may_be_copy = pairings.alike >= kCopy && !(day && other_day && *day != *other_day);
  const bool are_of_others = pairings.others > 1;  // one name that the other does not share may be that of a bystander
  std::erase_if(partners, [&](const Pairing* pair) {
    if (!contradicts(*pair)) return false;
    // Two people have one name sooner than two articles of one person agree on nothing.
    if (pair->is_of_name && (agree == 0 || agree < differ)) return true;
    const bool is_of_series = !may_be_copy && (series == Series::sure || (series == Series::likely && pair->is_of_own));
    return !is_borne_out || is_of_series || are_of_others || (are_apart(*pair, kOneNews) && !is_well_borne_out) || (are_apart(*pair, kTakenOver) && pair->is_reused);
  });
}

}  // namespace mizan
