#pragma once
#include <vector>

#include "reading/reading.hpp"

namespace mizan {

/// Of all matches the set without overlap that explains most: weighted interval scheduling (Kleinberg & Tardos, Algorithm Design, §6.1), with a weight
/// that grows faster than the length, so that one long reading beats two short ones. So every token gets at most one class, and no two kinds read one
/// number twice. Ties fall to the earlier rule.
[[nodiscard]] std::vector<Mention> arbitrate(std::vector<Mention> candidates);

}  // namespace mizan
