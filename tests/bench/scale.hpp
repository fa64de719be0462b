#pragma once
#include <cstddef>
#include <filesystem>

#include "mizan/checker.hpp"

namespace mizan::bench {

struct ScaleSettings {
  std::size_t claims = 0;        ///< of the largest archive; the others have a half, a quarter and an eighth of it
  std::size_t articles = 300;    ///< that are added to the largest, one at a time
  bool only_largest = false;     ///< one archive, and no exponent
  bool by_date = false;          ///< articles come as they were written, not in any order
  std::filesystem::path folder;  ///< where the stores stand while they are measured
  double exponent_limit = 0;     ///< of seconds over claims; 0: none
  double article_limit_ms = 0;   ///< of the median of one new article; 0: none
};

/// Full comparison of archives of growing size, and one new article beside the largest. Prints a table; returns how many limits are broken.
[[nodiscard]] int measure_scale(const Checker& checker, const ScaleSettings& settings);

}  // namespace mizan::bench
