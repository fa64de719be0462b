#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

/// Where `text` stops being UTF-8: the offset of the first byte that belongs to no well-formed sequence. Strict (Unicode, table 3-7):
/// overlong forms, surrogates, values above U+10FFFF and cut-off sequences are refused; the offset is that of their first byte.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The code point that begins at `at` in valid UTF-8 (`at` < text.size()); moves `at` behind it. Where no sequence begins or one is cut
/// off, the byte stands for itself, so that a loop always ends and never reads outside `text`.
[[nodiscard]] inline char32_t decode_utf8(std::string_view text, std::size_t& at) {
  const std::size_t left = text.size() - at;
  const char* from = text.data() + at;
  const auto byte = [from](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(from[i])); };
  const auto tail = [&](std::size_t i) { return byte(i) & 0x3Fu; };
  const char32_t lead = byte(0);
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2) {
    at += 2;
    return (lead & 0x1Fu) << 6 | tail(1);
  }
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3) {
    at += 3;
    return (lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2);
  }
  if (lead >= 0xF0 && lead < 0xF5 && left >= 4) {
    at += 4;
    return (lead & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
  }
  ++at;
  return lead;
}

/// Is this a byte that goes on with a sequence, so that no span may begin or end before it?
[[nodiscard]] constexpr bool is_utf8_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// Appends one code point. Surrogates and values above U+10FFFF become U+FFFD: what is written is always valid.
inline void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0u | code >> 6);
    put(0x80u | (code & 0x3Fu));
  } else if (code < 0x10000) {
    put(0xE0u | code >> 12);
    put(0x80u | (code >> 6 & 0x3Fu));
    put(0x80u | (code & 0x3Fu));
  } else {
    put(0xF0u | code >> 18);
    put(0x80u | (code >> 12 & 0x3Fu));
    put(0x80u | (code >> 6 & 0x3Fu));
    put(0x80u | (code & 0x3Fu));
  }
}

/// Bytes of the byte order mark at the start of `text`: 3, or 0 where there is none.
[[nodiscard]] constexpr std::size_t bom_size(std::string_view text) { return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

/// `text` behind its byte order mark.
[[nodiscard]] constexpr std::string_view strip_bom(std::string_view text) { return text.substr(bom_size(text)); }

}  // namespace mizan
