#pragma once
#include <string>
#include <vector>

namespace mizan {

/// 16 hexadecimal digits that depend on the parts and their order alone: ids that people write into baselines.
[[nodiscard]] std::string stable_hash(const std::vector<std::string>& parts);

}  // namespace mizan
