#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "source/dateline.hpp"
#include "source/formats.hpp"
#include "source/json_lines.hpp"
#include "source/text_file.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

struct Read {
  std::vector<Document> documents;
  std::vector<Error> errors;
  ReadCounts counts;

  [[nodiscard]] std::string ids() const {
    std::string ids;
    for (const Document& document : documents) ids += (ids.empty() ? "" : " ") + document.id;
    return ids;
  }
};

Read read(const std::vector<std::string>& paths, ReadOptions options = {}) {
  Read result;
  result.counts = read_inputs(paths, options,
                              {[&](Document document) {
                                 result.documents.push_back(std::move(document));
                                 return true;
                               },
                               [&](Error error) { result.errors.push_back(std::move(error)); }});
  return result;
}

Read read_standard_input(const std::string& bytes, ReadOptions options = {}) {
  std::istringstream in(bytes);
  options.standard_input = &in;
  return read({"-"}, options);
}

Document text_document(const std::string& bytes, const std::string& name = "a.txt") {
  auto document = document_of_text(bytes, {name, name});
  REQUIRE(document);
  return *document;
}

}  // namespace

TEST_CASE("a dateline is a day that exists", "[source]") {
  struct Row {
    const char *given, *day;
  };
  const auto row = GENERATE(values<Row>({{"2015-05-24", "2015-05-24"},
                                         {"2015-05-24T10:00:00Z", "2015-05-24"},
                                         {"2015-05-24 10:00", "2015-05-24"},
                                         {"2012-02-29", "2012-02-29"},
                                         {"2015-02-29", ""},
                                         {"2015-13-01", ""},
                                         {"2015-00-10", ""},
                                         {"2015-05-00", ""},
                                         {"0000-05-01", ""},
                                         {"2015-05-245", ""},
                                         {"2015-05", ""},
                                         {"24-05-2015", ""},
                                         {"2015/05/24", ""},
                                         {"yesterday", ""},
                                         {"", ""}}));
  CAPTURE(row.given);
  CHECK(iso_day(row.given) == row.day);
}

TEST_CASE("a file's name may hold its dateline", "[source]") {
  struct Row {
    const char *name, *day;
  };
  const auto row = GENERATE(values<Row>({{"2015-05-24.txt", "2015-05-24"},
                                         {"treaty-2015-05-24-late.txt", "2015-05-24"},
                                         {"2015-13-24-2015-05-24.txt", "2015-05-24"},
                                         {"12015-05-24.txt", ""},
                                         {"2015-05-241.txt", ""},
                                         {"treaty.txt", ""}}));
  CAPTURE(row.name);
  CHECK(day_in_name(row.name) == row.day);
}

TEST_CASE("a text file is its bytes", "[source][text]") {
  const Document document = text_document("\xEF\xBB\xBFالعنوان\r\n\r\nشاركت ١٩٠ دولة.\r\n", "2015-05-24.txt");
  CHECK(document.text.size() == 50);
  CHECK(document.body_begin == 3);
  CHECK(document.title == "العنوان");
  CHECK(document.title_in_text);
  CHECK(document.published == "2015-05-24");
  CHECK(document.id == "2015-05-24.txt");
}

TEST_CASE("the first line is a title only before a blank line and more text", "[source][text]") {
  struct Row {
    std::string text, title;
  };
  const auto row = GENERATE(values<Row>({{"Title\n\nBody", "Title"},
                                         {"\n\n  Title \n \nBody", "Title"},
                                         {"Title\r\n\r\nBody", "Title"},
                                         {"Title\nBody", ""},
                                         {"Title\n\n", ""},
                                         {"Title\n\n  \n", ""},
                                         {"Title", ""},
                                         {std::string(500, 'a') + "\n\nBody", ""}}));
  CAPTURE(row.text);
  CHECK(text_document(row.text).title == row.title);
  CHECK(text_document(row.text).title_in_text == !row.title.empty());
}

TEST_CASE("a front matter is read and claims begin behind it", "[source][text]") {
  const std::string front =
      "---\r\ntitle: \"Talks: day one\"\npublished: 2015-05-24T08:00\nlang: en\nid: npt-1\nsource: wire\nother: x\n---\n";
  const Document document = text_document(front + "Body\n\nMore", "2011-01-01.txt");
  CHECK(document.title == "Talks: day one");
  CHECK_FALSE(document.title_in_text);
  CHECK(document.published == "2015-05-24");
  CHECK(document.lang == "en");
  CHECK(document.id == "npt-1");
  CHECK(document.source == "wire");
  CHECK(document.body_begin == front.size());
  CHECK(document.text == front + "Body\n\nMore");
}

TEST_CASE("a front matter without title or day leaves them to the text and the name", "[source][text]") {
  const Document document = text_document("---\nlang: en\npublished: soon\n---\nTitle\n\nBody", "2011-01-01.txt");
  CHECK(document.title == "Title");
  CHECK(document.published == "2011-01-01");
}

TEST_CASE("dashes that open no front matter are text", "[source][text]") {
  for (const std::string& text : {"---\nThe talks opened.\n---\nBody"s, "---\ntitle: x\nBody without an end"s, "title: x\n\nBody"s,
                                  "----\ntitle: x\n---\n"s}) {
    CAPTURE(text);
    CHECK(text_document(text).body_begin == 0);
    CHECK(text_document(text).id == "a.txt");
  }
}

TEST_CASE("bad text files say what is wrong and where", "[source][text]") {
  struct Row {
    std::string bytes, where, what;
  };
  const auto row = GENERATE(values<Row>({
      {"", "a.txt", "is empty"},
      {" \n\r\n", "a.txt", "holds no text"},
      {"\xEF\xBB\xBF", "a.txt", "holds no text"},
      {"---\ntitle: x\n---\n", "a.txt", "holds no text"},
      {"one\ntwo caf\xE9", "a.txt:2", "byte 11 (0xE9) is no UTF-8"},
      {"\xFF\xFEt\0"s, "a.txt", "is UTF-16, not UTF-8"},
      {"PK\0\1"s, "a.txt:1", "byte 2 is zero: this is no text"},
  }));
  CAPTURE(row.bytes);
  const auto document = document_of_text(row.bytes, {"a.txt", "a.txt"});
  REQUIRE_FALSE(document);
  CHECK(document.error().where == row.where);
  CHECK(document.error().what == row.what);
}

TEST_CASE("a JSON line gives its members", "[source][json]") {
  const auto document = document_of_json(
      R"({"id":"n1","text":"\u0661 دولة\n","lang":"ar","title":"ع","published":"2015-05-24T10:00:00+03:00","source":"http://x",)"
      R"("tags":[{"text":"no"}],"n":{"id":2}})",
      "c.jsonl:1", "d/c.jsonl:1");
  REQUIRE(document);
  CHECK(*document == Document{.id = "n1",
                              .source = "http://x",
                              .lang = "ar",
                              .title = "ع",
                              .published = "2015-05-24",
                              .text = "١ دولة\n",
                              .title_in_text = false,
                              .body_begin = 0});
}

TEST_CASE("a JSON line goes without what is not needed", "[source][json]") {
  struct Row {
    const char *line, *id, *published;
  };
  const auto row = GENERATE(values<Row>({
      {R"({"text":"x"})", "c.jsonl:1", ""},
      {R"({"text":"x","id":null,"lang":null,"title":null,"published":null})", "c.jsonl:1", ""},
      {R"({"text":"x","id":""})", "c.jsonl:1", ""},
      {R"({"text":"x","id":17})", "17", ""},
      {R"({"text":"x","published":"2015-02-30"})", "c.jsonl:1", ""},
      {R"({"text":"x","published":20150524})", "c.jsonl:1", ""},
      {R"({"text":1,"text":"x","published":"2015-05-24"})", "c.jsonl:1", "2015-05-24"},
  }));
  CAPTURE(row.line);
  const auto document = document_of_json(row.line, "c.jsonl:1", "d/c.jsonl:1");
  REQUIRE(document);
  CHECK(document->id == row.id);
  CHECK(document->text == "x");
  CHECK(document->source == "d/c.jsonl:1");
  CHECK(document->published == row.published);
}

TEST_CASE("bad JSON lines say what is wrong and where", "[source][json]") {
  struct Row {
    std::string line, where, what;
  };
  const auto row = GENERATE(values<Row>({
      {R"({"id":"a"})", "c:7", "`text` is missing"},
      {R"({"text":null})", "c:7", "`text` is missing"},
      {R"({"text":" \n"})", "c:7", "`text` is empty"},
      {R"({"text":5})", "c:7", "`text` is no string"},
      {R"({"text":["x"]})", "c:7", "`text` is no string"},
      {R"({"text":"x","title":{}})", "c:7", "`title` is no string"},
      {R"({"text":"x","id":1.5})", "c:7", "`id` is no string"},
      {R"(["text"])", "c:7", "no JSON object"},
      {R"("text")", "c:7", "no JSON object"},
      {"17", "c:7", "no JSON object"},
      {R"({"text":"x"} {})", "c:7:14", "no valid JSON: "},
      {R"({"text":"x)", "c:7:11", "no valid JSON: "},
      {R"({"text":"\ud800"})", "c:7:10", "no valid JSON: "},
      {R"({'text':1})", "c:7:2", "no valid JSON: "},
      {"{\"text\":\"\xC7\xE1\"}", "c:7:10", "bytes that are no UTF-8"},
      {std::string(100000, '['), "c:7", "no JSON object"},
      {"{\"a\":" + std::string(100000, '['), "c:7:100006", "no valid JSON: "},
  }));
  CAPTURE(row.line.substr(0, 60));
  const auto document = document_of_json(row.line, "c:7", "c:7");
  REQUIRE_FALSE(document);
  CHECK(document.error().where == row.where);
  CHECK(document.error().what.starts_with(row.what));
  CHECK(document.error().what.size() < 250);
}

TEST_CASE("lines are read one by one, with any end", "[source][json]") {
  std::istringstream in("one\r\n\n" + std::string(70000, 'x') + "\nlonger than ten\nlast");
  LineReader reader(in, 70000);
  CHECK(reader.next() == LineReader::Got::line);
  CHECK(reader.line() == "one\r");
  CHECK(reader.next() == LineReader::Got::line);
  CHECK(reader.line().empty());
  CHECK(reader.next() == LineReader::Got::line);
  CHECK(reader.line().size() == 70000);
  CHECK(reader.next() == LineReader::Got::line);
  CHECK(reader.next() == LineReader::Got::line);
  CHECK(reader.line() == "last");
  CHECK(reader.number() == 5);
  CHECK(reader.next() == LineReader::Got::end);
}

TEST_CASE("a line above the limit is skipped and reading goes on", "[source][json]") {
  ReadOptions options;
  options.limits.line_bytes = 100;
  const std::string long_line = "{\"text\":\"" + std::string(200000, 'y') + "\"}\n";
  const Read result =
      read_standard_input("{\"id\":\"a\",\"text\":\"x\"}\n" + long_line + "{\"id\":\"b\",\"text\":\"x\"}", options);
  CHECK(result.ids() == "a b");
  REQUIRE(result.errors.size() == 1);
  CHECK(show(result.errors[0]) == "stdin:2: the line is longer than 100 bytes");
  CHECK(result.errors[0].cause == Error::Cause::limit);
}

TEST_CASE("standard input is JSON Lines, or a text with a name", "[source]") {
  CHECK(read_standard_input("\xEF\xBB\xBF{\"text\":\"x\"}\n\n{\"text\":\"y\"}\n").ids() == "stdin:1 stdin:3");
  ReadOptions options;
  options.stdin_name = "wire-2015-05-24.txt";
  const Read text = read_standard_input("{\"text\":\"x\"}", options);
  REQUIRE(text.documents.size() == 1);
  CHECK(text.documents[0].id == "wire-2015-05-24.txt");
  CHECK(text.documents[0].text == "{\"text\":\"x\"}");
  CHECK(text.documents[0].published == "2015-05-24");
  options.stdin_name = "c.jsonl";
  CHECK(read_standard_input("{\"text\":\"x\"}", options).ids() == "c.jsonl:1");
}

TEST_CASE("a folder is walked in sorted order, without hidden and foreign files", "[source]") {
  const test::TempFolder folder;
  for (const char* name : {"b.txt", "a/z.TXT", "a/y.text", "c.jsonl", ".hidden.txt", ".git/x.txt", "picture.png", "noextension", "ب.txt"}) {
    folder.write(name, "{\"text\":\"x\"}");
  }
  const Read result = read({folder.path().string()});
  CHECK(result.ids() == "a/y.text a/z.TXT b.txt c.jsonl:1 ب.txt");
  CHECK(result.errors.empty());
  CHECK(result.documents[0].source == folder.file("a/y.text"));
}

TEST_CASE("a file named by itself is text whatever it is called", "[source]") {
  const test::TempFolder folder;
  folder.write("article.md", "x");
  folder.write("noextension", "x");
  folder.write(".hidden", "x");
  CHECK(read({folder.file("article.md"), folder.file("noextension"), folder.file(".hidden")}).ids() == "article.md noextension .hidden");
}

TEST_CASE("a file that is reached twice is read once", "[source]") {
  const test::TempFolder folder;
  folder.write("a.txt", "x");
  const Read result = read({folder.path().string(), folder.file("a.txt"), folder.path().string() + "/./a.txt"});
  CHECK(result.ids() == "a.txt");
  CHECK(result.errors.empty());
}

TEST_CASE("files of one name are told apart by their paths", "[source]") {
  const test::TempFolder folder;
  folder.write("monday/a.txt", "x");
  folder.write("tuesday/a.txt", "y");
  folder.write("tuesday/b.txt", "z");
  CHECK(read({folder.file("monday"), folder.file("tuesday")}).ids() ==
        folder.file("monday/a.txt") + " " + folder.file("tuesday/a.txt") + " b.txt");
}

TEST_CASE("a second document of one id is refused, unless ids may repeat", "[source]") {
  const std::string corpus = "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"y\"}\n{\"id\":\"b\",\"text\":\"z\"}\n";
  const Read result = read_standard_input(corpus);
  CHECK(result.ids() == "a b");
  REQUIRE(result.errors.size() == 1);
  CHECK(show(result.errors[0]) == "stdin:2: has the same id as stdin:1, ignored: a");
  ReadOptions options;
  options.unique_ids = false;
  CHECK(read_standard_input(corpus, options).ids() == "a a b");
}

TEST_CASE("paths that give nothing are counted by their reason, and the rest is read", "[source]") {
  const test::TempFolder folder;
  folder.write("good.txt", "x");
  folder.write("bad.txt", "\xFF");
  folder.write("none.txt", "");
  folder.write("none.jsonl", "\n");
  fs::create_directories(folder.file("empty/.hidden"));
  const Read result = read({folder.file("gone.txt"), folder.file("empty"), folder.file("bad.txt"), folder.file("none.txt"),
                            folder.file("none.jsonl"), folder.file("good.txt")});
  CHECK(result.ids() == "good.txt");
  CHECK(result.counts.documents == 1);
  CHECK(result.counts.missing == 1);
  CHECK(result.counts.empty == 2);
  CHECK(result.counts.unreadable == 2);
  REQUIRE(result.errors.size() == 5);
  CHECK(show(result.errors[0]) == folder.file("gone.txt") + ": no such file or folder");
}

TEST_CASE("a text above the limit is refused", "[source]") {
  const test::TempFolder folder;
  folder.write("a.txt", std::string(101, 'x'));
  ReadOptions options;
  options.limits.file_bytes = 100;
  const Read result = read({folder.file("a.txt")}, options);
  REQUIRE(result.errors.size() == 1);
  CHECK(show(result.errors[0]) == folder.file("a.txt") + ": is larger than 100 bytes");
}

TEST_CASE("a file's name that is no UTF-8 is made so", "[source]") {
  const test::TempFolder folder;
  folder.write("caf\xE9.txt", "x");
  CHECK(read({folder.path().string()}).ids() == "caf\\xE9.txt");
}

TEST_CASE("links to folders are not followed", "[source]") {
  const test::TempFolder folder;
  folder.write("a/b.txt", "x");
  fs::create_directory_symlink(folder.path().string(), folder.file("a/back"));
  CHECK(read({folder.path().string()}).ids() == "a/b.txt");
}

TEST_CASE("the sink can stop the reading", "[source]") {
  std::istringstream in("{\"text\":\"x\"}\n{\"text\":\"y\"}\n");
  ReadOptions options;
  options.standard_input = &in;
  std::size_t taken = 0;
  const ReadCounts counts = read_inputs({"-"}, options, {[&](Document) { return ++taken < 1; }, [](Error) {}});
  CHECK(taken == 1);
  CHECK(counts.documents == 1);
}

TEST_CASE("input formats have names, extensions and readers of their own", "[source][table]") {
  std::vector<std::string_view> seen;
  for (const InputFormat& format : input_formats()) {
    CAPTURE(format.name);
    CHECK_FALSE(format.help.empty());
    CHECK(format.read != nullptr);
    REQUIRE_FALSE(format.extensions.empty());
    for (const std::string_view extension : format.extensions) {
      CHECK(extension.starts_with('.'));
      CHECK(std::find(seen.begin(), seen.end(), extension) == seen.end());
      seen.push_back(extension);
    }
  }
}
