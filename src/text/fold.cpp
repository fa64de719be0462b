#include "text/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <cassert>

#include "text/utf8.hpp"

namespace mizan {
namespace {

constexpr char32_t kAlef = 0x0627, kTanwinFath = 0x064B, kTatweel = 0x0640;

/// What folding makes of one code point: up to four others; none where it is dropped.
struct Folding {
  std::array<char32_t, 4> out{};
  std::uint8_t size = 0;
};

bool is_dropped(char32_t c) {
  if (c == kTatweel) return true;
  const auto category = u_charType(static_cast<UChar32>(c));
  // Cf: zero-width joiners, bidi controls, the soft hyphen, the byte order mark.
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
}

char32_t fold_letter(char32_t c) {
  switch (c) {
    case 0x0622: case 0x0623: case 0x0625: case 0x0671: case 0x0672: case 0x0673: return kAlef;
    case 0x0649: case 0x06CC: return 0x064A;  // alef maqsura and Farsi yeh: ya
    case 0x0629: case 0x06C1: case 0x06D5: return 0x0647;  // ta marbuta: ha
    case 0x06A9: return 0x0643;               // keheh: kaf
    case 0x0624: return 0x0648;
    case 0x0626: return 0x064A;
    case 0x2018: case 0x2019: case 0x02BC: return U'\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2212: return U'-';
    default: break;
  }
  if (const auto digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0 && u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER)
    return U'0' + static_cast<char32_t>(digit);
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

Folding fold_one(char32_t c) {
  Folding result;
  // Vulgar fractions and superscripts stay themselves: 1½ must not become 11/2, nor km² km2.
  const bool keep = u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER;
  std::array<UChar, 18> decomposed{};
  std::int32_t length = -1;
  if (!keep) {
    UErrorCode status = U_ZERO_ERROR;
    length = unorm2_getDecomposition(unorm2_getNFKDInstance(&status), static_cast<UChar32>(c), decomposed.data(), decomposed.size(), &status);
    if (U_FAILURE(status)) length = -1;
  }
  if (length < 0) {
    if (!is_dropped(c)) result.out[result.size++] = fold_letter(c);
    return result;
  }
  for (std::int32_t i = 0; i < length && result.size < result.out.size();) {
    std::int32_t behind = i;
    U16_FWD_1(decomposed.data(), behind, length);
    const char32_t high = decomposed[static_cast<std::size_t>(i)];
    const char32_t part = behind - i == 1 ? high : 0x10000 + ((high - 0xD800) << 10) + (decomposed[static_cast<std::size_t>(i) + 1] - 0xDC00u);
    i = behind;
    if (!is_dropped(part)) result.out[result.size++] = fold_letter(part);
  }
  return result;
}

/// Latin-1, Latin Extended, Cyrillic, Arabic: what news is made of, worked out once.
constexpr char32_t kTable = 0x700;
const std::array<Folding, kTable>& common_foldings() {
  static const auto table = [] {
    std::array<Folding, kTable> rows{};
    for (char32_t i = 0; i < kTable; ++i) rows[i] = fold_one(i);
    return rows;
  }();
  return table;
}

/// Hands each folded letter to `put` with the byte that it came from.
template <class Put>
void fold_each(std::string_view utf8, std::size_t begin, Put put) {
  const auto& common = common_foldings();
  Folding other;
  bool after_tanwin = false;
  for (std::size_t at = begin; at < utf8.size();) {
    const auto start = static_cast<std::uint32_t>(at);
    const char32_t c = decode_utf8(utf8, at);
    if (c == kAlef) {
      // The alef only carries the ending, on whichever side of it the mark stands.
      std::size_t next = at;
      const bool carries = after_tanwin || (next < utf8.size() && decode_utf8(utf8, next) == kTanwinFath);
      after_tanwin = false;
      if (carries) continue;
    }
    after_tanwin = c == kTanwinFath;
    if (c >= kTable) other = fold_one(c);
    const Folding& folding = c < kTable ? common[c] : other;
    for (std::uint8_t i = 0; i < folding.size; ++i) put(folding.out[i], start);
  }
}

}  // namespace

FoldedText fold(std::string_view utf8, std::uint32_t begin) {
  assert(utf8.size() < UINT32_MAX);
  FoldedText result;
  // Written by index, into room that is there: this loop sees every byte of every text.
  std::size_t size = 0, room = utf8.size() - begin + 64;
  const auto resize = [&](std::size_t bytes) {
    result.text.resize(bytes);
    result.source.resize(bytes + 1);
  };
  resize(room);
  fold_each(utf8, begin, [&](char32_t c, std::uint32_t at) {
    if (size + 4 > room) resize(room += room / 2);
    char* text = result.text.data() + size;
    std::uint32_t* source = result.source.data() + size;
    if (c < 0x80) {
      text[0] = static_cast<char>(c);
      source[0] = at;
      size += 1;
    } else if (c < 0x800) {
      text[0] = static_cast<char>(0xC0u | c >> 6);
      text[1] = static_cast<char>(0x80u | (c & 0x3Fu));
      source[0] = source[1] = at;
      size += 2;
    } else {
      std::string other;
      append_utf8(other, c);
      for (const char byte : other) {
        *text++ = byte;
        *source++ = at;
      }
      size += other.size();
    }
  });
  resize(size);
  result.source[size] = static_cast<std::uint32_t>(utf8.size());
  return result;
}

std::string folded(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  fold_each(utf8, 0, [&](char32_t c, std::uint32_t) { append_utf8(text, c); });
  return text;
}

}  // namespace mizan
