#include "reading/arbiter.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace mizan {
namespace {

/// The priority counts for every token: else two short readings with a bonus each would beat the long one over the same tokens.
std::int64_t weight_of(const Candidate& candidate) {
  const std::int64_t length = candidate.last - candidate.first;
  return length * (100 + candidate.priority * 10) + length * length;
}

}  // namespace

std::vector<std::size_t> arbitrate(std::span<const Candidate> candidates) {
  const std::size_t n = candidates.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t i) { return std::tuple(candidates[i].last, candidates[i].first, i); };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  std::vector<std::int64_t> best(n + 1, 0);
  std::vector<std::size_t> before(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Candidate& candidate = candidates[order[i]];
    before[i] = static_cast<std::size_t>(std::upper_bound(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), candidate.first,
                                                          [&](std::uint32_t first, std::size_t other) { return first < candidates[other].last; }) -
                                         order.begin());
    best[i + 1] = std::max(best[i], best[before[i]] + weight_of(candidate));
  }
  std::vector<std::size_t> chosen;
  for (std::size_t i = n; i > 0;) {
    if (best[i] == best[i - 1]) {
      --i;
      continue;
    }
    chosen.push_back(order[i - 1]);
    i = before[i - 1];
  }
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace mizan
