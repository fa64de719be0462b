#include "text/stable_hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstdio>

namespace mizan {

std::uint64_t stable_number(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::string stable_hash(const std::vector<std::string>& parts) {
  std::string bytes;
  for (const auto& part : parts) bytes += part + '\0';
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(stable_number(bytes)));
  return hex.data();
}

}  // namespace mizan
