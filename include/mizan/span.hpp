#pragma once
#include <compare>
#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace mizan {

/// A place in Document::text, in UTF-8 bytes. Folded text counts differently: src/text/fold.hpp
/// has FoldedOffset for it, and the compiler does not let the two mix.
enum class ByteOffset : std::uint32_t {};

/// Half-open [begin, end), on code point boundaries of one document.
struct Span {
  ByteOffset begin{}, end{};
  friend auto operator<=>(const Span&, const Span&) = default;
};

[[nodiscard]] constexpr std::uint32_t index_of(ByteOffset offset) { return static_cast<std::uint32_t>(offset); }
[[nodiscard]] constexpr std::uint32_t size_bytes(Span span) { return index_of(span.end) - index_of(span.begin); }

/// The text under `span`, borrowed from `text`. A span outside it is a bug: throws std::out_of_range.
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
  if (span.end < span.begin || index_of(span.end) > text.size()) throw std::out_of_range("span outside its text");
  return text.substr(index_of(span.begin), size_bytes(span));
}

}  // namespace mizan
