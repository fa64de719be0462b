#include "text/fold.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace mizan;

TEST_CASE("spellings of one word fold to one form", "[text][fold]") {
  struct Row { const char *a, *b; };
  const auto row = GENERATE(values<Row>({
      {"تابوتاً", "تابوت"},                 // the alef only carries the tanwin
      {"تابوتًا", "تابوت"},                 // also where the mark stands before it
      {"أحمد", "احمد"},
      {"إسرائيل", "اسراييل"},
      {"آذار", "اذار"},
      {"مصطفى", "مصطفي"},
      {"مدرسة", "مدرسه"},
      {"مؤتمر", "موتمر"},
      {"مَدْرَسَة", "مدرسه"},
      {"مـــصر", "مصر"},                    // tatweel
      {"ﻣﺼﺮ", "مصر"},                       // presentation forms
      {"ﻻ", "لا"},
      {"١٩٠", "190"},
      {"۱۹۰", "190"},                       // Persian digits
      {"١٢٫٥", "12٫5"},                     // the separator stays itself
      {"CAFÉ", "cafe"},
      {"Ŀ", "l·"},
      {"half\u200Bway", "halfway"},         // zero-width space
      {"\u202Bمصر\u202C", "مصر"},           // bidi controls
      {"U.S.\u2019s", "u.s.'s"},
      {"2010\u20112014", "2010-2014"},      // non-breaking hyphen
      {"1½", "1½"},                         // not 11/2
      {"km²", "km²"},                       // not km2
  }));
  CAPTURE(row.a, row.b);
  CHECK(folded(row.a) == row.b);
  CHECK(folded(folded(row.a)) == folded(row.a));
}

TEST_CASE("folded bytes lead back to the source", "[text][fold]") {
  const std::string text = "قال: شخصاً في مـصر، 190 دولة";
  const FoldedText result = fold(text);
  REQUIRE(result.source.size() == result.text.size() + 1);
  const auto source_of = [&](std::string_view word) {
    const auto at = result.text.find(word);
    REQUIRE(at != std::string::npos);
    const Span span = result.source_span(FoldedOffset{static_cast<std::uint32_t>(at)}, FoldedOffset{static_cast<std::uint32_t>(at + word.size())});
    return std::string(slice(text, span));
  };
  CHECK(source_of("شخص") == "شخصاً");  // with what folding dropped behind its last letter
  CHECK(source_of("مصر") == "مـصر");
  CHECK(source_of("دوله") == "دولة");
  CHECK(source_of("190") == "190");
}

TEST_CASE("a map never runs backwards nor into a sequence", "[text][fold]") {
  const auto text = GENERATE(as<std::string>(), "", "a", "ﷺ وآله", "é\u0301\u0301", "\u064B\u0627", "اً", "a\u0300b", "١٢٣", "\u200B\u200C", "𝟏𝟐");
  CAPTURE(text);
  const FoldedText result = fold(text);
  REQUIRE(result.source.size() == result.text.size() + 1);
  CHECK(result.source.back() == text.size());
  for (std::size_t i = 1; i < result.source.size(); ++i) CHECK(result.source[i - 1] <= result.source[i]);
}

TEST_CASE("folding may begin behind a front matter", "[text][fold]") {
  const FoldedText result = fold("---\nمصر", 4);
  CHECK(result.text == "مصر");
  CHECK(result.source.front() == 4);
}
