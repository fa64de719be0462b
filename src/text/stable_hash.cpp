#include "text/stable_hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstdio>

namespace mizan {

std::string stable_hash(const std::vector<std::string>& parts) {
  std::string bytes;
  for (const auto& part : parts) bytes += part + '\0';
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return hex.data();
}

}  // namespace mizan
