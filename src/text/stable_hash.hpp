#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// 16 hexadecimal digits that depend on the parts and their order alone: ids that people write into baselines.
[[nodiscard]] std::string stable_hash(const std::vector<std::string>& parts);
/// The same for one text, as a number: for what is kept in a store.
[[nodiscard]] std::uint64_t stable_number(std::string_view text);

}  // namespace mizan
