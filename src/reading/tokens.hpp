#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/fold.hpp"

namespace mizan {

enum class TokenKind : std::uint8_t { word, number, mark };
enum class Script : std::uint8_t { arabic, latin, other };

/// A run of letters of one script, a run of digits, or one other character, in folded text. Tokens break at script and digit borders:
/// year2010 is two.
struct Token {
  FoldedOffset begin{}, end{};
  TokenKind kind = TokenKind::word;
  Script script = Script::other;
  bool space_before = false;    ///< white space or a new line stands before it
  bool joined_by_space = false; ///< that space is one no-break or thin space between two figures: 1 234 567
  bool break_before = false;    ///< a blank line, or a new line after a short or ended line, stands before it
  bool capital = false;         ///< its first source letter is upper case
  bool all_capitals = false;    ///< two letters or more, all upper case
};

[[nodiscard]] inline std::string_view text_of(const FoldedText& folded, const Token& token) {
  return {folded.text.data() + index_of(token.begin), index_of(token.end) - index_of(token.begin)};
}

/// What a token of this text is.
[[nodiscard]] TokenKind kind_of(std::string_view token);

/// The same cuts for a folded form of a list, without anything that only running text has. Borrowed from `folded`.
[[nodiscard]] std::vector<std::string_view> cut_form(std::string_view folded);

/// Cuts a folded text; `source` is what it was folded from.
[[nodiscard]] std::vector<Token> tokenize(const FoldedText& folded, std::string_view source);

}  // namespace mizan
