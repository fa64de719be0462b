#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/utf8.hpp"

using namespace mizan;
using namespace std::string_literals;

TEST_CASE("the first byte that is no UTF-8 is found", "[text][utf8]") {
  struct Row {
    std::string text;
    std::size_t bad;
  };
  const std::vector<Row> rows{
      {"\x80", 0},                          // a tail alone
      {"caf\xE9 au lait", 3},               // Latin-1
      {"eight bytes and \xC7\xE1", 16},     // Windows-1256, behind the fast path
      {"\xC0\xAF", 0},                      // an overlong slash
      {"\xC1\xBF", 0},                      // overlong, two bytes
      {"\xE0\x80\xAF", 0},                  // overlong, three bytes
      {"\xE0\x9F\xBF", 0},                  // the last overlong of three
      {"\xF0\x8F\xBF\xBF", 0},              // overlong, four bytes
      {"\xED\xA0\x80", 0},                  // a surrogate
      {"\xED\xBF\xBF", 0},                  // the last surrogate
      {"\xF4\x90\x80\x80", 0},              // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},              // no lead byte
      {"\xFE\xFF", 0},                      // UTF-16
      {"abc\xD8", 3},                       // cut off after one byte
      {"abc\xE2\x82", 3},                   // cut off in the middle
      {"abc\xF0\x9F\x98", 3},               // cut off before the last
      {"\xE2\x28\xA1", 0},                  // a tail that is none
      {"دولة\xFF", 8},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    REQUIRE(find_invalid_utf8(row.text).has_value());
    CHECK(*find_invalid_utf8(row.text) == row.bad);
  }
}

TEST_CASE("what is UTF-8 passes", "[text][utf8]") {
  for (const std::string& text : {""s, "plain ASCII, more than eight bytes of it"s, "١٩٠ دولة"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s,
                                  "\xF4\x8F\xBF\xBF"s, "\xC2\x80"s, "\xE0\xA0\x80"s, "\xF0\x90\x80\x80"s, "a\0b"s, "\xEF\xBB\xBF"s}) {
    CAPTURE(text);
    CHECK_FALSE(find_invalid_utf8(text).has_value());
  }
}

TEST_CASE("every code point comes back from its bytes", "[text][utf8]") {
  bool all_back = true;
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string bytes;
    append_utf8(bytes, code);
    std::size_t at = 0;
    all_back = all_back && decode_utf8(bytes, at) == code && at == bytes.size() && !find_invalid_utf8(bytes);
  }
  CHECK(all_back);
}

TEST_CASE("what is no code point is written as the replacement character", "[text][utf8]") {
  for (const char32_t code : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    std::string bytes;
    append_utf8(bytes, code);
    CHECK(bytes == "\uFFFD");
  }
}

TEST_CASE("decoding broken bytes ends and stays inside", "[text][utf8]") {
  for (const std::string& text : {"\xF0\x9F"s, "\xE2"s, "\x80\x80"s, "\xFF\xFE"s}) {
    std::size_t at = 0, steps = 0;
    for (; at < text.size(); ++steps) (void)decode_utf8(text, at);
    CHECK(at == text.size());
    CHECK(steps <= text.size());
  }
}

TEST_CASE("a byte order mark is stripped once", "[text][utf8]") {
  CHECK(strip_bom("\xEF\xBB\xBFtext") == "text");
  CHECK(strip_bom("\xEF\xBB\xBF\xEF\xBB\xBF") == "\xEF\xBB\xBF");
  CHECK(bom_size("\xEF\xBB") == 0);
  CHECK(bom_size("text") == 0);
}
