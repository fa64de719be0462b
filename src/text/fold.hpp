#pragma once
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mizan/span.hpp"

namespace mizan {

/// A place in FoldedText::text, in bytes. Never mixed with ByteOffset, which counts the source.
enum class FoldedOffset : std::uint32_t {};
[[nodiscard]] constexpr std::uint32_t index_of(FoldedOffset offset) { return static_cast<std::uint32_t>(offset); }

/// Makes room without writing to it: what is resized is written next.
template <class T>
struct UnwrittenAllocator : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = UnwrittenAllocator<U>;
  };
  template <class U>
  void construct(U* place) noexcept {
    ::new (static_cast<void*>(place)) U;
  }
  template <class U, class... Values>
  void construct(U* place, Values&&... values) {
    ::new (static_cast<void*>(place)) U(std::forward<Values>(values)...);
  }
};

/// A text with letters made equal (design.md §2): compatibility forms decomposed, marks, tatweel, the alef of tanwin and
/// invisible characters out, forms of alef, hamza, ya and ta marbuta equal, digits ASCII, Latin case folded.
struct FoldedText {
  std::string text;
  std::vector<std::uint32_t, UnwrittenAllocator<std::uint32_t>> source;  ///< for each byte of `text`, and one past its end: the source byte that it came from

  /// The source bytes of [begin, end), with the marks that followed its last letter.
  [[nodiscard]] Span source_span(FoldedOffset begin, FoldedOffset end) const {
    return {ByteOffset{source[index_of(begin)]}, ByteOffset{source[index_of(end)]}};
  }
};

/// Folds valid UTF-8 in one pass; reads from byte `begin` on.
[[nodiscard]] FoldedText fold(std::string_view utf8, std::uint32_t begin = 0);
/// The folded form alone, as packs need it.
[[nodiscard]] std::string folded(std::string_view utf8);

}  // namespace mizan
