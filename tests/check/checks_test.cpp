#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "check/checks.hpp"
#include "mizan/checker.hpp"
#include "support/packs.hpp"

using namespace mizan;

namespace {

/// A row of tests/check/examples-<lang>.tsv.
struct Example {
  std::string check;
  bool fires = false;
  Document document;
};

std::vector<Example> read_examples(const std::string& lang) {
  std::ifstream in(std::string(MIZAN_TESTS_DIR) + "/check/examples-" + lang + ".tsv");
  std::vector<Example> examples;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream row(line);
    std::string fires, title;
    Example example;
    std::getline(row, example.check, '\t');
    std::getline(row, fires, '\t');
    std::getline(row, example.document.published, '\t');
    std::getline(row, title, '\t');
    std::getline(row, example.document.text, '\t');
    if (title != "-") example.document.title = title;
    example.fires = fires == "yes";
    example.document.lang = lang;
    example.document.id = lang + std::to_string(examples.size());
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<CheckFinding> checked(const std::vector<Document>& documents) {
  auto store = open_store(":memory:", StoreMode::write, "test");
  REQUIRE(store);
  std::vector<Document> prepared;
  for (const auto& document : documents) prepared.push_back(test::checker().prepare(document));
  REQUIRE(test::checker().add(**store, prepared));
  auto report = test::checker().report(**store);
  REQUIRE(report);
  return report->checks;
}

std::vector<CheckFinding> checked(const Document& document) { return checked(std::vector<Document>{document}); }

}  // namespace

TEST_CASE("each check fires where its example says, and no other does", "[check]") {
  const std::string lang = GENERATE("ar", "en");
  for (const auto& example : read_examples(lang)) {
    std::set<std::string> fired;
    for (const auto& finding : checked(example.document)) fired.insert(finding.check);
    CAPTURE(lang, example.check, example.document.title, example.document.text);
    CHECK(fired == (example.fires ? std::set<std::string>{example.check} : std::set<std::string>{}));
  }
}

TEST_CASE("each check has examples that fire and examples that tempt", "[check]") {
  std::map<std::string, std::size_t> fire, tempt;
  for (const std::string lang : {"ar", "en"})
    for (const auto& example : read_examples(lang)) ++(example.fires ? fire : tempt)[lang + " " + example.check];
  constexpr std::size_t kEnough = 12;
  std::set<std::string_view> names;
  for (const auto& check : checks()) {
    CAPTURE(check.name);
    CHECK(names.insert(check.name).second);
    for (const std::string lang : {"ar", "en"}) {
      if (check.name == "calendar" && lang == "en") continue;  // the English pack has no rule for the Islamic calendar
      CAPTURE(lang);
      CHECK(fire[lang + " " + std::string(check.name)] >= kEnough);
      CHECK(tempt[lang + " " + std::string(check.name)] >= kEnough);
    }
    const std::string key = "check." + std::string(check.name);
    CHECK(test::checker().message(key) != key);
  }
}

TEST_CASE("a finding keeps its id when the article is edited elsewhere", "[check]") {
  Document before{.id = "a", .source = {}, .lang = "en", .title = {}, .published = "2011-05-05", .text = "The treaty was signed on Monday 3 May 2011 in Geneva."};
  Document after = before;
  after.text = "It rained. " + before.text;
  const auto first = checked(before), second = checked(after);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(first[0].id == second[0].id);
  CHECK(first[0].claims != second[0].claims);
  after.text = "The treaty was signed on Monday 4 May 2011 in Geneva.";
  const auto other = checked(after);
  REQUIRE(other.size() == 1);
  CHECK(other[0].id != first[0].id);
}

TEST_CASE("a title that is the first line of the text is a headline", "[check]") {
  Document document{.id = "a", .source = {}, .lang = "en", .title = "Floods kill 81 people", .published = "2024-05-20", .text = {}};
  document.text = "Floods kill 81 people\n\nThe floods killed 18 people in the north of the country on Tuesday.";
  document.title_in_text = true;
  const auto findings = checked(document);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].check == "headline");
  CHECK(findings[0].claims.size() == 2);
}

TEST_CASE("a document out of a store is checked as one that was just read", "[check]") {
  const Document wrong{.id = "a", .source = {}, .lang = "en", .title = {}, .published = "2011-05-05", .text = "The treaty was signed on Monday 3 May 2011."};
  const Document right{.id = "b", .source = {}, .lang = "en", .title = {}, .published = "2011-05-05", .text = "The treaty was signed on Tuesday 3 May 2011."};
  auto store = open_store(":memory:", StoreMode::write, "test");
  REQUIRE(store);
  REQUIRE(test::checker().add(**store, {wrong, right}));
  const auto whole = test::checker().report(**store), of_right = test::checker().report(**store, {"b"});
  REQUIRE(whole);
  REQUIRE(of_right);
  CHECK(whole->checks.size() == 1);
  CHECK(whole->summary.checks == 1);
  CHECK(of_right->checks.empty());  // only what the named articles get wrong
}
