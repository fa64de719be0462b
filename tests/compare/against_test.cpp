#include <catch2/catch.hpp>
#include <algorithm>
#include <set>
#include <sstream>

#include "knowledge/pack_file.hpp"
#include "knowledge/reference_pack.hpp"
#include "report/formats.hpp"
#include "support/reports.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;
using test::article;

namespace {

const Checker& checker() {
  static const Checker opened = [] {
    CheckerOptions options;
    options.facts = MIZAN_SOURCE_FACTS;
    options.image = MIZAN_BUILT_IMAGE;
    options.references = {"nuclear-treaties"};
    return *Checker::open(options);
  }();
  return opened;
}

Report report_on(const std::vector<Document>& documents) { return test::report_on(checker(), documents); }

/// "npt/in-force conflict; npt/extended agree", sorted; "-" where the article is held against nothing.
std::string told(const Report& report) {
  std::set<std::string> found;
  for (const auto& fact : report.facts)
    for (const auto& relation : fact.relations)
      if (const auto& reference = fact.positions[relation.second].reference) found.insert(reference->id + " " + std::string(name_of(relation.relation)));
  std::string list;
  for (const auto& one : found) list += (list.empty() ? "" : "; ") + one;
  return list.empty() ? "-" : list;
}

}  // namespace

/// More than half of the rows tell of another treaty, another conference, a plan, a denial or another time: a wrong alarm is worse than none.
TEST_CASE("sentences are held against the facts that they tell, and no others", "[compare][reference]") {
  const auto bytes = test::bytes_of(MIZAN_TESTS_DIR "/compare/references.tsv");
  const auto file = parse_pack_file(bytes, "references.tsv", 4, RowOrder::as_written);
  REQUIRE(file);
  std::size_t silent = 0;
  for (const auto& row : file->rows) {
    INFO("references.tsv:" << row.line << ": " << row.cells[3]);
    const auto published = row.cells[2] == "-" ? std::string() : std::string(row.cells[2]);
    CHECK(told(report_on({article("a", std::string(row.cells[1]), published, std::string(row.cells[3]))})) == row.cells[0]);
    silent += row.cells[0] == "-";
  }
  CHECK(2 * silent > file->rows.size());
}

TEST_CASE("an article that says what the pack says agrees with it", "[compare][reference]") {
  const auto pack = read_reference_pack("nuclear-treaties", MIZAN_SOURCE_FACTS);
  REQUIRE(pack);
  for (const auto& row : pack->rows) {
    if (row.fact.empty()) continue;
    INFO(row.line << ": " << row.text);
    const auto time = parse_edtf(row.as_of);
    const auto day = time ? civil_from_days(interval(*time)->first) : DatePoint{};
    const auto found = told(report_on({article("a", row.lang, time ? to_edtf({day, day, false, false, false}) : "", row.text)}));
    CHECK(found.find(row.subject + "/" + row.fact + " agree") != std::string::npos);
    CHECK(found.find("conflict") == std::string::npos);
  }
}

TEST_CASE("a reference is a position without claims, and a conflict with it a finding", "[compare][reference]") {
  const auto first = article("a", "en", "2015-05-01", "The NPT entered into force on 5 May 1970.");
  const auto report = report_on({first});
  CHECK(report.summary.documents == 1);
  CHECK(report.summary.conflict == 1);
  REQUIRE(report.facts.size() == 1);
  const Fact& fact = report.facts.front();
  REQUIRE(fact.positions.size() == 2);
  CHECK(fact.positions[0].claims.size() == 1);
  CHECK(fact.positions[1].claims.empty());
  CHECK(fact.positions[1].witnesses == 0);
  CHECK(show(fact.positions[1].value) == "1970-03-05");
  REQUIRE(fact.positions[1].reference);
  CHECK(*fact.positions[1].reference == Reference{"npt/in-force", "UNODA treaties database, https://treaties.unoda.org/t/npt", ""});
  REQUIRE(fact.relations.size() == 1);
  CHECK(fact.relations[0].why == "the same subject and the same words as in the reference npt/in-force. 5 May 1970 against 5 March 1970: no day is in both");
  CHECK(fact.relations[0].confidence > 0.8);

  SECTION("its id survives other words around it, and other articles") {
    const auto edited = article("a", "en", "2015-05-01", "Diplomats met on Monday. The NPT entered into force on 5 May 1970.");
    const auto other = article("b", "en", "2015-05-02", "The TPNW entered into force on 22 January 2021.");
    const auto again = report_on({other, edited});
    const auto found = std::find_if(again.facts.begin(), again.facts.end(), [&](const Fact& f) { return f.key == fact.key; });
    REQUIRE(found != again.facts.end());
    CHECK(found->relations.front().id == fact.relations.front().id);
  }
  SECTION("JSON names id and source, text names the source") {
    std::ostringstream json, text;
    ReportOptions options;
    options.message = [](const std::string& key) { return checker().message(key); };
    for (const auto& format : report_formats()) {
      if (format.name == "json") format.write(report, options, json);
      if (format.name == "text") format.write(report, options, text);
    }
    const std::string reference = R"("reference":{"id":"npt/in-force","source":"UNODA treaties database, https://treaties.unoda.org/t/npt"})";
    CHECK(json.str().find(R"("claims":[],"witnesses":0,)" + reference) != std::string::npos);
    CHECK(text.str().find("    reference npt/in-force: UNODA treaties database, https://treaties.unoda.org/t/npt\n") != std::string::npos);
  }
}

TEST_CASE("articles that agree with each other are held against the reference together", "[compare][reference]") {
  const std::string text = "The Treaty on the Non-Proliferation of Nuclear Weapons (NPT) entered into force on 5 May 1970, the foreign ministry in Vienna ";
  const auto one = article("a", "en", "2015-05-01", text + "said."), two = article("b", "en", "2015-05-01", text + "recalled.");
  const auto alone = test::report_on({one, two});
  REQUIRE(alone.facts.size() == 1);
  const auto held = report_on({one, two});
  REQUIRE(held.facts.size() == 1);
  CHECK(held.facts[0].key == alone.facts[0].key);
  CHECK(held.facts[0].status == Relation::conflict);
  REQUIRE(held.facts[0].positions.size() == 2);
  CHECK(held.facts[0].positions[0].claims.size() == 2);
}

TEST_CASE("nothing of a reference goes into the store", "[compare][reference]") {
  auto store = open_store(":memory:", StoreMode::write, checker().packs());
  REQUIRE(store);
  REQUIRE(checker().add(**store, {article("a", "en", "2015-05-01", "The NPT entered into force on 5 May 1970.")}));
  REQUIRE(checker().report(**store));
  CHECK((*store)->documents(false)->size() == 1);
  CHECK((*store)->all_claims()->size() == 1);
  CHECK((*store)->edges()->empty());
}
