#pragma once
#include <cstdint>
#include <cstring>

namespace mizan {

/// Eight bytes of a text as one number, to ask of all of them at once. After "Bit Twiddling Hacks" (Sean Eron Anderson): exact as to whether there is such a byte,
/// though not as to which.
struct EightBytes {
  static constexpr std::uint64_t each = 0x0101010101010101u, high = each * 0x80;
  std::uint64_t bytes = 0;

  explicit EightBytes(const char* text) { std::memcpy(&bytes, text, sizeof bytes); }
  [[nodiscard]] bool is_ascii() const { return (bytes & high) == 0; }
  /// Not 0 where one of them is below `limit`, which is at most 0x80.
  [[nodiscard]] std::uint64_t below(unsigned char limit) const { return (bytes - each * limit) & ~bytes & high; }
  /// Not 0 where one of them is `byte`.
  [[nodiscard]] std::uint64_t equal(unsigned char byte) const {
    const std::uint64_t differing = bytes ^ each * byte;
    return (differing - each) & ~differing & high;
  }
};

}  // namespace mizan
