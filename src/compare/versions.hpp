#pragma once
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/version_diff.hpp"

namespace mizan {

/// Which claim of the new version stands for which of the old: by value, topic, the words around and the place, so that a paragraph may move and a sentence
/// be written anew. A claim has one partner at most. Both lists in order of place, as Checker::extract gives them.
[[nodiscard]] VersionDiff compare_versions(const std::vector<Claim>& before, const std::vector<Claim>& after);

}  // namespace mizan
