#include "text/utf8.hpp"

#include <cstring>

namespace mizan {
namespace {

/// Bytes of the well-formed sequence at `s`, of which `left` bytes are there; 0 where there is none. The second byte's range
/// is what tells overlong forms (E0, F0), surrogates (ED) and values that are too high (F4) apart.
std::size_t sequence_size(const unsigned char* s, std::size_t left) {
  const auto tail = [&](std::size_t i) { return (s[i] & 0xC0u) == 0x80u; };
  const auto second = [&](unsigned low, unsigned high) { return s[1] >= low && s[1] <= high; };
  const unsigned lead = s[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left >= 2 && tail(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !second(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF)) return 0;
    return tail(2) ? 3 : 0;
  }
  if (lead < 0xF5) {
    if (left < 4 || !second(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF)) return 0;
    return tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight ASCII bytes at a step: Latin articles and JSON are mostly that.
    std::uint64_t eight = 0;
    while (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, bytes + at, sizeof eight);
      if ((eight & 0x8080808080808080u) != 0) break;
      at += sizeof eight;
    }
    // Letters of two bytes one after another: Arabic articles are mostly that.
    while (at + 1 < text.size() && bytes[at] >= 0xC2 && bytes[at] < 0xE0 && (bytes[at + 1] & 0xC0u) == 0x80u) at += 2;
    if (at == text.size()) break;
    const std::size_t size = sequence_size(bytes + at, text.size() - at);
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

}  // namespace mizan
