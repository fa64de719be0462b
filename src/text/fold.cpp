#include "text/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <cassert>
#include <cstring>
#include <utility>

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

/// What one code point folds to as the bytes that are written; `kOther` where these are more than three, or a look into the table does not tell.
struct FoldedBytes {
  static constexpr std::uint8_t kOther = 0xFF;
  std::array<char, 3> bytes{};
  std::uint8_t size = 0;
};
static_assert(sizeof(FoldedBytes) == 4);

FoldedBytes bytes_of(const Folding& folding) {
  std::string bytes;
  for (std::uint8_t i = 0; i < folding.size; ++i) append_utf8(bytes, folding.out[i]);
  FoldedBytes result;
  if (bytes.size() > result.bytes.size()) return {{}, FoldedBytes::kOther};
  for (const char byte : bytes) result.bytes[result.size++] = byte;
  return result;
}

/// What news is made of, worked out once: Latin-1, Latin Extended, Cyrillic, Arabic, and behind them the marks of General Punctuation.
constexpr char32_t kLetters = 0x700, kMarks = 0x2000, kMarksEnd = 0x2070;
constexpr std::size_t kTable = kLetters + (kMarksEnd - kMarks);
using FoldTable = std::array<FoldedBytes, kTable>;
const FoldTable& common_foldings() {
  static const auto table = [] {
    FoldTable rows{};
    for (char32_t i = 0; i < kTable; ++i) rows[i] = bytes_of(fold_one(i < kLetters ? i : kMarks + (i - kLetters)));
    rows[kTanwinFath].size = FoldedBytes::kOther;  // what it makes depends on its neighbours
    return rows;
  }();
  return table;
}

/// Writes a FoldedText letter by letter, into room that is there: this sees every byte of every text.
class FoldWriter {
 public:
  FoldWriter(std::string_view utf8, std::size_t begin) : utf8_(utf8), begin_(begin), at_(begin) { resize(room_ = utf8.size() - begin + 64); }

  FoldedText run() {
    while (at_ < utf8_.size()) {
      if (size_ + kStep > room_) resize(room_ += room_ / 2);
      take_common();
      if (at_ < utf8_.size() && size_ + kStep <= room_) take_one();
    }
    resize(size_);
    result_.source[size_] = static_cast<std::uint32_t>(utf8_.size());
    return std::move(result_);
  }

 private:
  /// The most bytes that are written before room is asked for again, and ASCII letters that are folded at once: each is one byte, and none is dropped.
  static constexpr std::size_t kStep = 16;
  static constexpr std::size_t kRun = 8;
  static constexpr std::string_view kAlefBytes = "\u0627";

  void resize(std::size_t bytes) {
    result_.text.resize(bytes);
    result_.source.resize(bytes + 1);
  }

  /// Letters of one or two bytes, up to the first that takes more than a look into the table, or the last few of the text.
  void take_common() {
    // Copies of the members: bytes that are written might be theirs, for all that the compiler knows.
    const char* in = utf8_.data();
    const FoldedBytes* const foldings = foldings_.data();
    char* const text = result_.text.data();
    std::uint32_t* const source = result_.source.data();
    const std::size_t end = utf8_.size(), room = room_;
    std::size_t at = at_, size = size_;
    while (at + kRun <= end && size + kStep <= room) {
      const auto lead = static_cast<unsigned char>(in[at]);
      char32_t c = lead;
      std::size_t next = at + 1;
      if (lead >= 0xC2 && lead < 0xDC) {
        c = static_cast<char32_t>((lead & 0x1Fu) << 6 | (static_cast<unsigned char>(in[at + 1]) & 0x3Fu));
        next = at + 2;
      } else if (lead < 0x80) {
        // A letter of ASCII alone is a space between words of another script.
        if (static_cast<unsigned char>(in[at + 1]) < 0x80 && take_ascii_run(in + at, text + size)) {
          for (std::size_t i = 0; i < kRun; ++i) source[size + i] = static_cast<std::uint32_t>(at + i);
          at += kRun;
          size += kRun;
          continue;
        }
      } else {
        break;
      }
      const FoldedBytes folding = foldings[c];
      if (folding.size == FoldedBytes::kOther) break;
      // All of them, though there may be fewer: what is behind the end is written over.
      std::memcpy(text + size, &folding, sizeof folding);
      source[size] = source[size + 1] = source[size + 2] = static_cast<std::uint32_t>(at);
      size += folding.size;
      at = next;
    }
    at_ = at;
    size_ = size;
  }

  /// Eight ASCII letters as one number: "A" to "Z" become small, and each stands where it stood. False where they are not all ASCII.
  static bool take_ascii_run(const char* in, char* out) {
    constexpr std::uint64_t each = 0x0101010101010101u;
    std::uint64_t letters = 0;
    std::memcpy(&letters, in, kRun);
    if ((letters & each * 0x80) != 0) return false;
    const std::uint64_t from_a = letters + each * (0x80 - 'A'), behind_z = letters + each * (0x80 - 'Z' - 1);
    letters += (from_a & ~behind_z & each * 0x80) >> 2;
    std::memcpy(out, &letters, kRun);
    return true;
  }

  void take_one() {
    const std::size_t start = at_;
    const char32_t c = take_letter();
    const std::size_t row = c < kLetters ? c : c - kMarks + kLetters;
    if (c >= kLetters && (c < kMarks || c >= kMarksEnd)) return take_other(c, start);
    const FoldedBytes folding = foldings_[row];
    if (c == kTanwinFath) return take_tanwin(start);
    if (folding.size == FoldedBytes::kOther) return take_other(c, start);
    char* text = result_.text.data() + size_;
    std::uint32_t* source = result_.source.data() + size_;
    // All three, though there may be fewer: what is behind the end is written over.
    std::memcpy(text, folding.bytes.data(), folding.bytes.size());
    source[0] = source[1] = source[2] = static_cast<std::uint32_t>(start);
    size_ += folding.size;
  }

  /// Moves behind the letter. Most have one byte, or two.
  char32_t take_letter() {
    const auto lead = static_cast<unsigned char>(utf8_[at_]);
    if (lead < 0x80) return static_cast<unsigned char>(utf8_[at_++]);
    if (lead < 0xC2 || lead >= 0xE0 || at_ + 1 == utf8_.size()) return decode_utf8(utf8_, at_);
    const auto tail = static_cast<unsigned char>(utf8_[at_ + 1]);
    at_ += 2;
    return static_cast<char32_t>((lead & 0x1Fu) << 6 | (tail & 0x3Fu));
  }

  void take_other(char32_t c, std::size_t start) {
    const Folding folding = fold_one(c);
    for (std::uint8_t i = 0; i < folding.size; ++i) {
      std::string bytes;
      append_utf8(bytes, folding.out[i]);
      for (const char byte : bytes) {
        result_.text[size_] = byte;
        result_.source[size_++] = static_cast<std::uint32_t>(start);
      }
    }
  }

  /// The mark is dropped, and the alef that only carries it, on whichever side of it that stands.
  void take_tanwin(std::size_t start) {
    const bool behind_alef = start >= begin_ + kAlefBytes.size() && utf8_.substr(start - kAlefBytes.size(), kAlefBytes.size()) == kAlefBytes;
    if (behind_alef && dropped_alef_end_ != start) size_ -= kAlefBytes.size();
    if (utf8_.substr(at_, kAlefBytes.size()) != kAlefBytes) return;
    at_ += kAlefBytes.size();
    dropped_alef_end_ = at_;
  }

  std::string_view utf8_;
  std::size_t begin_, at_;
  std::size_t size_ = 0, room_ = 0;
  std::size_t dropped_alef_end_ = 0;  ///< of the last one that stood behind its mark, in the source
  FoldedText result_;
  const FoldTable& foldings_ = common_foldings();
};

}  // namespace

FoldedText fold(std::string_view utf8, std::uint32_t begin) {
  assert(utf8.size() < UINT32_MAX);
  return FoldWriter(utf8, begin).run();
}

std::string folded(std::string_view utf8) { return fold(utf8).text; }

}  // namespace mizan
