#pragma once
#include <cstddef>
#include <utility>
#include <vector>

#include "mizan/claim.hpp"

namespace mizan {

/// What became of the claims of one article in a newer version of it. Points into the claims of both.
struct VersionDiff {
  std::vector<std::pair<const Claim*, const Claim*>> changed;  ///< old and new: the same topic and place, another value; in the order of the new version
  std::vector<const Claim*> added, removed;                    ///< in the order of their version
  std::size_t unchanged = 0;
};

}  // namespace mizan
