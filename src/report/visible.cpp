#include "report/visible.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

#include "text/eight_bytes.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

/// Characters that could steer a terminal or turn the order of what stands beside them.
bool is_dangerous(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;                                        // C0, DEL, C1
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F)) return true;               // bidi
  if (c == 0x2028 || c == 0x2029 || (c >= 0xFFF9 && c <= 0xFFFB)) return true;                 // line ends, annotations
  if (c == 0xFFFE || c == 0xFFFF) return true;                                                 // no characters; XML cannot hold them
  return c >= 0xE0000 && c <= 0xE007F;                                                         // tags
}

/// By byte: does a dangerous character begin with it? Bytes that go on with a sequence begin none: one that stands alone is none of valid UTF-8.
constexpr std::array<bool, 256> kMayBeDangerous = [] {
  std::array<bool, 256> may_be{};
  for (std::size_t lead = 0; lead < 0x20; ++lead) may_be[lead] = true;
  for (const std::size_t lead : {0x7Fu, 0xC2u, 0xE2u, 0xEFu, 0xF3u}) may_be[lead] = true;
  return may_be;
}();

bool is_idle(char32_t c) { return c == 0x200B || c == 0x200E || c == 0x200F || c == 0x061C || c == 0xFEFF; }

std::string escape(char32_t c) {
  char out[16];
  if (c < 0x10000) {
    std::snprintf(out, sizeof out, "\\u%04X", static_cast<unsigned>(c));
  } else {
    const auto rest = static_cast<unsigned>(c - 0x10000);
    std::snprintf(out, sizeof out, "\\u%04X\\u%04X", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
  }
  return out;
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    if (c == ' ' || (c >= 0x09 && c <= 0x0D)) {
      space = true;
      continue;
    }
    if (is_idle(c)) continue;
    if (space && !out.empty()) out.push_back(' ');
    space = false;
    if (is_dangerous(c)) {
      out += escape(c);
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out;
}

std::string inert_json(std::string json) {
  std::string out;
  std::size_t copied = 0;
  // Most letters begin with a byte that nothing dangerous begins with.
  const auto next_danger = [&](std::size_t at) {
    for (; at + sizeof(std::uint64_t) <= json.size(); at += sizeof(std::uint64_t)) {
      const EightBytes eight(json.data() + at);
      if ((eight.below(0x20) | eight.equal(0x7F)) != 0) break;
      if (!eight.is_ascii() && (eight.equal(0xC2) | eight.equal(0xE2) | eight.equal(0xEF) | eight.equal(0xF3)) != 0) break;
    }
    while (at < json.size() && !kMayBeDangerous[static_cast<unsigned char>(json[at])]) ++at;
    return at;
  };
  for (std::size_t at = next_danger(0); at < json.size(); at = next_danger(at)) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(json, at);
    // Line ends and spaces between members are JSON's own; inside strings the writer has escaped them already.
    if (c == '\n' || !is_dangerous(c)) continue;
    out.append(json, copied, begin - copied);
    out += escape(c);
    copied = at;
  }
  if (copied == 0) return json;
  return out.append(json, copied);
}

}  // namespace mizan
