#include "reading/tokens.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace mizan {
namespace {

enum class CharClass : std::uint8_t { space, newline, digit, arabic, latin, other_letter, mark };

CharClass work_out_class(char32_t c) {
  if (c < 0x80) {
    if (c == '\n') return CharClass::newline;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return CharClass::space;
    if (c >= '0' && c <= '9') return CharClass::digit;
    return (c >= 'a' && c <= 'z') ? CharClass::latin : CharClass::mark;
  }
  if (c >= 0x620 && c <= 0x6FF) return u_isalpha(static_cast<UChar32>(c)) ? CharClass::arabic : CharClass::mark;
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return CharClass::newline;
  if (u_isUWhiteSpace(static_cast<UChar32>(c))) return CharClass::space;
  if (!u_isalpha(static_cast<UChar32>(c))) return CharClass::mark;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_ARABIC: return CharClass::arabic;
    case USCRIPT_LATIN: return CharClass::latin;
    default: return CharClass::other_letter;
  }
}

/// Is what stands between two figures one space that keeps them together? Folding makes all spaces equal, so the source is asked.
bool is_joining_space(std::string_view between) {
  static constexpr std::array<std::string_view, 3> spaces{"\u00A0", "\u202F", "\u2009"};
  return std::find(spaces.begin(), spaces.end(), between) != spaces.end();
}

/// Latin, Cyrillic and Arabic letters, worked out once.
constexpr char32_t kTable = 0x700;
const std::array<CharClass, kTable>& common_classes() {
  static const auto table = [] {
    std::array<CharClass, kTable> classes{};
    for (char32_t c = 0; c < kTable; ++c) classes[c] = work_out_class(c);
    return classes;
  }();
  return table;
}
/// By byte, of those that stand for a character alone; a byte of a longer sequence has the class of a mark, of which there are no runs.
const std::array<CharClass, 256>& byte_classes() {
  static const auto table = [] {
    std::array<CharClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) classes[byte] = byte < 0x80 ? work_out_class(static_cast<char32_t>(byte)) : CharClass::mark;
    return classes;
  }();
  return table;
}
CharClass class_of(char32_t c) { return c < kTable ? common_classes()[c] : work_out_class(c); }

/// The class of the character that begins at `at`; moves `at` behind it. Most have one byte, or two.
inline CharClass take_class(const std::array<CharClass, kTable>& common, std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return common[lead];
  }
  if (lead >= 0xC2 && lead < 0xDC && at + 1 < text.size()) {
    const auto c = static_cast<char32_t>((lead & 0x1Fu) << 6 | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu));
    at += 2;
    return common[c];
  }
  const char32_t c = decode_utf8(text, at);
  return c < kTable ? common[c] : work_out_class(c);
}

/// Where the characters of one class end that go on at `at`. Most take one byte, or two; a word is of one kind as a rule.
std::size_t end_of_run(const std::array<CharClass, kTable>& common, const std::array<CharClass, 256>& bytes, std::string_view text, std::size_t at, CharClass what) {
  while (at < text.size()) {
    while (at < text.size() && bytes[static_cast<unsigned char>(text[at])] == what) ++at;
    // Behind a word stands ASCII as a rule, which is of another class.
    if (at == text.size() || static_cast<unsigned char>(text[at]) < 0x80) break;
    const std::size_t begin = at;
    while (at + 1 < text.size()) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (lead < 0xC2 || lead >= 0xDC || common[static_cast<char32_t>((lead & 0x1Fu) << 6 | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu))] != what) break;
      at += 2;
    }
    if (at != begin) continue;
    std::size_t next = at;
    if (take_class(common, text, next) != what) break;
    at = next;
  }
  return at;
}

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }

TokenKind kind_of(CharClass what) { return what == CharClass::digit ? TokenKind::number : what == CharClass::mark ? TokenKind::mark : TokenKind::word; }

/// Marks the last figure where one space keeps it together with the figure before.
void join_figure(const FoldedText& folded, std::string_view source, std::vector<Token>& tokens) {
  if (tokens.size() < 2) return;
  const auto& before = tokens[tokens.size() - 2];
  auto& token = tokens.back();
  if (!token.space_before || before.kind != TokenKind::number) return;
  const auto begin = folded.source[index_of(before.end)], end = folded.source[index_of(token.begin)];
  token.joined_by_space = is_joining_space(source.substr(begin, end - begin));
}

/// Whether the word's source letters are capitals. The first small letter says all that is asked for, and most words begin with one.
void read_capitals(const FoldedText& folded, std::string_view source, Token& token) {
  std::size_t at = folded.source[index_of(token.begin)];
  if (source[at] >= 'a' && source[at] <= 'z') return;
  std::size_t upper = 0, letters = 0;
  for (const std::size_t end = folded.source[index_of(token.end)]; at < end && upper == letters;) {
    if (is_ascii_letter(source[at])) {
      ++letters;
      upper += is_ascii_upper(source[at]);
      ++at;
    } else if (const auto c = static_cast<UChar32>(decode_utf8(source, at)); u_isalpha(c)) {
      ++letters;
      upper += u_isupper(c) != 0;
    }
  }
  token.capital = upper > 0;
  token.all_capitals = letters > 1 && upper == letters;
}

/// A line shorter than this was ended on purpose, not wrapped.
constexpr std::size_t kWrappedLine = 50;

}  // namespace

TokenKind kind_of(std::string_view token) {
  std::size_t at = 0;
  return kind_of(class_of(decode_utf8(token, at)));
}

std::vector<std::string_view> cut_form(std::string_view folded) {
  std::vector<std::string_view> words;
  CharClass previous = CharClass::space;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const CharClass what = class_of(decode_utf8(folded, at));
    const bool joins = what == previous && what != CharClass::mark;
    previous = what;
    if (what == CharClass::space || what == CharClass::newline) continue;
    if (joins) {
      words.back() = folded.substr(begin, at - begin);
    } else {
      begin = start;
      words.push_back(folded.substr(start, at - start));
    }
  }
  return words;
}

std::vector<Token> tokenize(const FoldedText& folded, std::string_view source) {
  std::vector<Token> tokens;
  tokens.reserve(folded.text.size() / 4);  // of English: of other languages too many, but for a moment
  bool space = true, line_break = true;
  std::size_t newlines = 0, line_begin = 0;
  const std::string_view text = folded.text;
  const auto& common = common_classes();
  const auto& bytes = byte_classes();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const CharClass what = take_class(common, text, at);
    if (what == CharClass::space) {
      space = true;
      continue;
    }
    if (what == CharClass::newline) {
      space = true;
      ++newlines;
      const char last = tokens.empty() ? ' ' : text[index_of(tokens.back().end) - 1];
      const bool ended = last == '.' || last == '!' || last == '?' || last == ':';
      if (newlines > 1 || ended || start - line_begin < kWrappedLine) line_break = true;
      line_begin = at;
      continue;
    }
    newlines = 0;
    // To the end of the run: most characters stand inside one.
    if (what != CharClass::mark) at = end_of_run(common, bytes, text, at, what);
    Token& token = tokens.emplace_back();
    token.begin = FoldedOffset{static_cast<std::uint32_t>(start)};
    token.end = FoldedOffset{static_cast<std::uint32_t>(at)};
    token.kind = kind_of(what);
    token.script = what == CharClass::arabic ? Script::arabic : what == CharClass::latin ? Script::latin : Script::other;
    token.space_before = space;
    token.break_before = line_break;
    if (token.script == Script::latin) read_capitals(folded, source, token);
    else if (token.kind == TokenKind::number) join_figure(folded, source, tokens);
    space = line_break = false;
  }
  return tokens;
}

}  // namespace mizan
