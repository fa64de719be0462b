#include "reading/tokens.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace mizan;

namespace {

/// Tokens divided by |.
std::string cut(const std::string& text) {
  const FoldedText folded = fold(text);
  std::string result;
  for (const auto& token : tokenize(folded, text)) result += (result.empty() ? "" : "|") + std::string(text_of(folded, token));
  return result;
}

}  // namespace

TEST_CASE("tokens break at script and digit borders", "[reading][tokens]") {
  struct Row { const char *text, *expected; };
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"عام2010", "عام|2010"},
      {"10000دولار", "10000|دولار"},
      {"و6", "و|6"},
      {"G20", "g|20"},
      {"فرانس24", "فرانس|24"},
      {"NATOحلف", "nato|حلف"},
      {"1,234.5", "1|,|234|.|5"},
      {"12%", "12|%"},
      {"mid-May", "mid|-|may"},
      {"«مصر»", "«|مصر|»"},
      {"one\ttwo\u00A0three", "one|two|three"},
  }));
  CAPTURE(row.text);
  CHECK(cut(row.text) == row.expected);
}

TEST_CASE("a token knows its kind, its script and what stands before it", "[reading][tokens]") {
  const std::string text = "May NATO met.\n\nfive";
  const FoldedText folded = fold(text);
  const auto tokens = tokenize(folded, text);
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].capital);
  CHECK_FALSE(tokens[0].all_capitals);
  CHECK(tokens[1].all_capitals);
  CHECK_FALSE(tokens[2].capital);
  CHECK(tokens[3].kind == TokenKind::mark);
  CHECK_FALSE(tokens[3].space_before);
  CHECK(tokens[4].break_before);  // a blank line
  CHECK(tokens[4].script == Script::latin);
}

TEST_CASE("a long line that is wrapped goes on", "[reading][tokens]") {
  const std::string text = "The delegations of one hundred and ninety states that took\npart left.";
  const FoldedText folded = fold(text);
  for (const auto& token : tokenize(folded, text)) {
    if (text_of(folded, token) == "part") CHECK_FALSE(token.break_before);
  }
}
