#include "reading/arbiter.hpp"

#include <algorithm>
#include <tuple>

#include "reading/rules.hpp"

namespace mizan {

const Atom* Mention::get(std::string_view label) const {
  for (const auto& capture : captures)
    if (capture.label == label) return &capture.atom;
  return nullptr;
}

namespace {

/// The priority counts for every token: else two short readings with a bonus each would beat the long one over the same tokens.
std::int64_t weight_of(const Mention& mention) {
  const std::int64_t length = mention.last - mention.first;
  return length * (100 + mention.rule->priority * 10) + length * length;
}

}  // namespace

std::vector<Mention> arbitrate(std::vector<Mention> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Mention& a, const Mention& b) { return std::tie(a.last, a.first) < std::tie(b.last, b.first); });
  const std::size_t n = candidates.size();
  std::vector<std::int64_t> best(n + 1, 0);
  std::vector<std::size_t> before(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    before[i] = static_cast<std::size_t>(std::upper_bound(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i), candidates[i].first,
                                                          [](std::uint32_t first, const Mention& m) { return first < m.last; }) -
                                         candidates.begin());
    best[i + 1] = std::max(best[i], best[before[i]] + weight_of(candidates[i]));
  }
  std::vector<Mention> chosen;
  for (std::size_t i = n; i > 0;) {
    if (best[i] == best[i - 1]) {
      --i;
      continue;
    }
    chosen.push_back(std::move(candidates[i - 1]));
    i = before[i - 1];
  }
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace mizan
