#include <catch2/catch.hpp>

#include "report/made_report.hpp"
#include "report/places.hpp"

using namespace mizan;
using namespace mizan::test;

namespace {

/// "line:column-line:column" of the first `quote` in an article.
std::string placed(const Document& document, const std::string& quote, bool in_title = false) {
  Report report;
  report.documents = {document};
  const Claim& claim = add_claim(report, 0, quote, count(1, ""), in_title);
  Places places;
  const TextPlace place = places.find(&report.documents[0], &claim);
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "-" + std::to_string(place.end_line) + ":" + std::to_string(place.end_column);
}

}  // namespace

TEST_CASE("lines and columns count from 1, columns in code points", "[report][places]") {
  struct Row {
    std::string text, quote, place;
  };
  const std::vector<Row> rows{
      {"190 states", "190 states", "1:1-1:11"},
      {"شاركت ١٩٠ دولة", "١٩٠ دولة", "1:7-1:15"},
      {"عنوان\n\nشاركت ١٩٠ دولة.\n", "١٩٠ دولة", "3:7-3:15"},
      {"One\r\ntwo 3\r\n", "3", "2:5-2:6"},             // a carriage return is no line of its own
      {"\xEF\xBB\xBF" "190 states", "190", "1:1-1:4"},    // a byte order mark is no character
      {"😀 190", "190", "1:3-1:6"},                      // one code point outside of the first plane, not two
      {"م\u064F\u0646 190", "190", "1:5-1:8"},           // a vowel mark is one
      {"4 to\n15 May", "4 to\n15 May", "1:1-2:7"},
      {"a\n190", "190", "2:1-2:4"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(placed(article("a", row.text), row.quote) == row.place);
  }
}

TEST_CASE("a title out of a front matter is found there", "[report][places]") {
  Document document = article("a", "---\nid: 81\ntitle: \"Floods kill 81\"\n---\nThe floods killed 18.\n", "Floods kill 81");
  document.body_begin = static_cast<std::uint32_t>(document.text.find("The"));
  CHECK(placed(document, "81", true) == "3:21-3:23");
  CHECK(placed(document, "18") == "5:19-5:21");
  document.body_begin = 0;  // the title came with the article, not in its text
  CHECK(placed(document, "81", true) == "1:0-0:0");
}

TEST_CASE("an article of a corpus stands in its line, one of the web in no line", "[report][places]") {
  struct Row {
    std::string file;
    std::uint32_t file_line;
    std::string source, path;
    std::uint32_t line;
    std::string uri;
  };
  const std::vector<Row> rows{
      {"d/a.txt", 0, "", "d/a.txt", 1, "d/a.txt"},
      {"./d/../أ ب.txt", 0, "https://example.org/1", "أ ب.txt", 1, "%D8%A3%20%D8%A8.txt"},
      {"corpus.jsonl", 12, "https://example.org/1", "corpus.jsonl", 12, "corpus.jsonl"},
      {"", 0, "corpus.jsonl:12", "corpus.jsonl", 12, "corpus.jsonl"},
      {"", 0, "a:b.txt", "a:b.txt", 1, "a%3Ab.txt"},  // no scheme
      {"", 0, "/abs/a.txt", "/abs/a.txt", 1, "file:///abs/a.txt"},
      {"", 0, "https://example.org/ا?q=1#c", "https://example.org/ا?q=1#c", 0, "https://example.org/%D8%A7?q=1#c"},
      {"", 0, "https://example.org/100%", "https://example.org/100%", 0, "https://example.org/100%25"},
      {"", 0, "javascript:alert(1)", "javascript:alert(1)", 1, "javascript%3Aalert%281%29"},
      {"", 0, "", "id", 1, "id"},
  };
  for (const Row& row : rows) {
    Document document = article("id", "190 states");
    document.file = {row.file, row.file_line};
    document.source = row.source;
    Places places;
    const TextPlace place = places.find(&document, nullptr);
    CAPTURE(row.source, row.file);
    CHECK(place.path == row.path);
    CHECK(place.line == row.line);
    if (row.source != "javascript:alert(1)") CHECK(uri_of(place) == row.uri);
    CHECK_FALSE(uri_of(place).starts_with("javascript:"));
  }
}

TEST_CASE("an error's place is a file, a line of it and a column", "[report][places]") {
  struct Row {
    const char *where, *path;
    std::uint32_t line, column;
  };
  const auto row = GENERATE(values<Row>({
      {"a.txt", "a.txt", 0, 0},
      {"a.txt:3", "a.txt", 3, 0},
      {"a.txt:3:14", "a.txt", 3, 14},
      {"a:b.txt:3:14", "a:b.txt", 3, 14},
      {"a.txt:", "a.txt:", 0, 0},
      {":7", ":7", 0, 0},
      {"a.txt:9999999999999999999999", "a.txt:9999999999999999999999", 0, 0},
      {"", "", 0, 0},
  }));
  CAPTURE(row.where);
  const TextPlace place = place_of({row.where, "no matter"});
  CHECK(place.path == row.path);
  CHECK(place.line == row.line);
  CHECK(place.column == row.column);
}
