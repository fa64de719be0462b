#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace mizan {

/// A match that asks for its tokens, [first, last).
struct Candidate {
  std::uint32_t first = 0, last = 0;
  int priority = 0;
};

/// Of all matches the set without overlap that explains most: weighted interval scheduling (Kleinberg & Tardos, Algorithm Design, §6.1), with a weight
/// that grows faster than the length, so that one long reading beats two short ones. So every token gets at most one class, and no two kinds read one
/// number twice. Ties fall to the earlier rule.
/// Answers with their places in `candidates`, in order of place.
[[nodiscard]] std::vector<std::size_t> arbitrate(std::span<const Candidate> candidates);

}  // namespace mizan
