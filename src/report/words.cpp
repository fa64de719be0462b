#include "report/words.hpp"

#include <cmath>

namespace mizan {

std::string counted(const Words& words, const std::string& thing, std::size_t count) {
  return fill(words("closing." + thing + (count == 1 ? ".one" : ".other")), {std::to_string(count)});
}

std::string whole_percent(double share) { return std::to_string(std::lround(share * 100)); }

}  // namespace mizan
