#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "eval/scoring.hpp"

#ifndef MIZAN_TESTS_DIR
#error "MIZAN_TESTS_DIR: the folder tests/ of the sources"
#endif

namespace mizan::eval {
namespace {

using nlohmann::json;

/// Sets of claims that relations join; the smallest id stands for its set.
class Groups {
 public:
  std::string find(const std::string& id) {
    auto& up = up_.emplace(id, id).first->second;
    return up == id ? id : up = find(up);
  }
  void join(const std::string& a, const std::string& b) {
    const auto [low, high] = std::minmax({find(a), find(b)});
    up_[high] = low;
  }

 private:
  std::map<std::string, std::string> up_;
};

/// The report that a program without fault would write on this case.
json perfect_report(const Case& gold) {
  json report{{"claims", json::array()}, {"facts", json::array()}};
  for (const GoldClaim& claim : gold.claims)
    report["claims"].push_back({{"id", claim.id}, {"document", claim.document}, {"kind", claim.kind}, {"begin", claim.begin},
                                {"end", claim.end}, {"quote", claim.quote}, {"value", claim.value}, {"unit", claim.unit}});
  Groups facts, positions;
  for (const GoldRelation& row : gold.relations) {
    facts.join(row.a, row.b);
    if (row.relation == "agree") positions.join(row.a, row.b);
  }
  std::map<std::string, std::set<std::string>> facts_of, positions_of;  // fact → positions, position → claims
  for (const GoldRelation& row : gold.relations)
    for (const std::string& id : {row.a, row.b}) {
      facts_of[facts.find(id)].insert(positions.find(id));
      positions_of[positions.find(id)].insert(id);
    }
  for (const auto& [fact, members] : facts_of) {
    json written{{"positions", json::array()}, {"relations", json::array()}};
    std::map<std::string, std::size_t> index;
    for (const std::string& position : members) {
      index.emplace(position, index.size());
      written["positions"].push_back({{"claims", positions_of[position]}});
    }
    std::set<std::pair<std::size_t, std::size_t>> told;
    for (const GoldRelation& row : gold.relations) {
      if (facts.find(row.a) != fact || row.relation == "agree") continue;
      const auto [first, second] = std::minmax({index.at(positions.find(row.a)), index.at(positions.find(row.b))});
      if (told.emplace(first, second).second)
        written["relations"].push_back({{"positions", {first, second}}, {"relation", row.relation}});
    }
    report["facts"].push_back(std::move(written));
  }
  return report;
}

Answer answer_of(const json& report) {
  const auto answer = parse_answer(report.dump(), "test");
  REQUIRE(answer);
  return *answer;
}

Figures figures_of(const Case& gold, const json& report) {
  std::ostringstream out;
  return score({gold}, {answer_of(report)}, 0, out);
}

std::vector<Case> developers_cases() {
  std::vector<Case> cases;
  for (const char* name : {"dev-ar", "dev-cross", "dev-en", "reused"}) {
    const auto more = read_gold(MIZAN_TESTS_DIR "/cases/" + std::string(name) + ".jsonl");
    if (!more) FAIL(show(more.error()));
    cases.insert(cases.end(), more->begin(), more->end());
  }
  return cases;
}

/// Two documents, each with a count and a date: the counts conflict, the dates agree.
Case two_articles() {
  const auto gold = parse_case(R"({"id": "t", "documents": [
      {"id": "a", "lang": "ar", "text": "شاركت 190 دولة في 3 أيار 2015"},
      {"id": "b", "lang": "en", "text": "189 states met on 3 May 2015"}],
    "claims": [
      {"id": "a1", "doc": "a", "kind": "count", "quote": "190 دولة", "value": {"min": 190, "max": 190}, "unit": "state"},
      {"id": "a2", "doc": "a", "kind": "date", "quote": "3 أيار 2015", "value": {"edtf": "2015-05-03"}},
      {"id": "b1", "doc": "b", "kind": "count", "quote": "189 states", "value": {"min": 189, "max": 189}, "unit": "state"},
      {"id": "b2", "doc": "b", "kind": "date", "quote": "3 May 2015", "value": {"edtf": "2015-05-03"}}],
    "relations": [
      {"pair": ["a1", "b1"], "relation": "conflict"},
      {"pair": ["b2", "a2"], "relation": "agree"}]})", "test");
  REQUIRE(gold);
  return *gold;
}

/// The claim of a report, to be spoilt.
json& claim(json& report, const char* id) {
  for (json& one : report["claims"])
    if (one["id"] == id) return one;
  throw std::logic_error("no such claim");
}

/// A count of 3 in the English document.
json another_claim(int begin, int end) {
  return {{"id", "x"}, {"document", "b"}, {"kind", "count"}, {"begin", begin}, {"end", end}, {"value", {{"min", 3}, {"max", 3}}}};
}

/// A fact of two claims that differ.
json fact_of(const char* first, const char* second, const char* relation) {
  return {{"positions", {{{"claims", {first}}}, {{"claims", {second}}}}},
          {"relations", {{{"positions", {0, 1}}, {"relation", relation}}}}};
}

/// "P/R" of a row in hundredths.
std::string show_row(const Figures& figures, const std::string& name) {
  const auto row = figures.rows.find(name);
  if (row == figures.rows.end()) return "-";
  const auto hundredths = [](double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)); };
  return hundredths(row->second.precision()) + "/" + hundredths(row->second.recall());
}

}  // namespace

TEST_CASE("the gold as answer scores 1 everywhere", "[eval]") {
  auto cases = developers_cases();
  if (GENERATE(false, true)) cases = {pool(cases)};
  std::vector<Answer> answers;
  for (const Case& gold : cases) answers.push_back(answer_of(perfect_report(gold)));
  std::ostringstream misses;
  const Figures figures = score(cases, answers, 1, misses);
  CHECK(misses.str().empty());
  CHECK(figures.rows.at("claims").gold > 0);
  for (const auto& [name, row] : figures.rows) {
    CAPTURE(name);
    CHECK(row.precision() == 1.0);
    CHECK(row.recall() == 1.0);
    CHECK(row.f1() == 1.0);
  }
  CHECK(figures.units.value() == 1.0);
  CHECK(figures.labels.value() == 1.0);
  CHECK(figures.alarmed == figures.with_conflict);
  CHECK(figures.quiet == figures.without_conflict);
}

TEST_CASE("no answer scores 0 everywhere", "[eval]") {
  const auto cases = developers_cases();
  std::ostringstream misses;
  const Figures figures = score(cases, std::vector<Answer>(cases.size()), 0, misses);
  for (const auto& [name, row] : figures.rows) {
    CAPTURE(name);
    CHECK(row.gold > 0);
    CHECK(row.precision() == 0.0);
    CHECK(row.recall() == 0.0);
    CHECK(row.f1() == 0.0);
  }
  CHECK(figures.units.value() == 0.0);
  CHECK(figures.labels.value() == 0.0);
  CHECK(figures.alarmed == 0);
  CHECK(figures.quiet == figures.without_conflict);
}

TEST_CASE("partial answers score as counted by hand", "[eval]") {
  struct Row {
    const char* what;
    void (*spoil)(json& report);
    std::map<std::string, std::string> expected;  // row → P/R in hundredths
  };
  const std::vector<Row> rows{
      {"a claim is missing, and with it its fact's pair",
       [](json& report) { report["claims"].erase(0); },
       {{"claims", "100/75"}, {"claims count", "100/50"}, {"claims date", "100/100"}, {"claims ar", "100/50"}, {"claims en", "100/100"},
        {"spans", "100/75"}, {"same fact", "100/50"}, {"conflict", "0/0"}, {"agree", "100/100"}, {"alarms", "0/0"}}},
      {"a wrong value keeps its span and its relation",
       [](json& report) { claim(report, "a1")["value"]["max"] = nullptr; },
       {{"claims", "75/75"}, {"claims count", "50/50"}, {"spans", "100/100"}, {"same fact", "100/100"}, {"alarms", "100/100"}}},
      {"a claim where the gold has none",
       [](json& report) { report["claims"].push_back(another_claim(18, 19)); },
       {{"claims", "80/100"}, {"claims count", "67/100"}, {"claims en", "67/100"}, {"spans", "80/100"}, {"same fact", "100/100"}}},
      {"a claim in the title is not scored",
       [](json& report) {
         report["claims"].push_back(another_claim(0, 3));
         report["claims"].back()["in"] = "title";
       },
       {{"claims", "100/100"}}},
      {"a span half of which overlaps is enough",
       [](json& report) { claim(report, "b1")["begin"] = 5; },
       {{"claims", "100/100"}, {"spans", "100/100"}}},
      {"a span of which less than half overlaps is another one",
       [](json& report) { claim(report, "b1")["begin"] = 6, claim(report, "b1")["end"] = 16; },
       {{"claims", "75/75"}, {"spans", "75/75"}, {"same fact", "50/50"}, {"conflict", "0/0"}}},
      {"the conflict is called an update: the fact is found, the alarm is not",
       [](json& report) { report["facts"][0]["relations"][0]["relation"] = "update"; },
       {{"same fact", "100/100"}, {"conflict", "0/0"}, {"update", "0/0"}, {"agree", "100/100"}, {"alarms", "0/0"}}},
      {"agreement called compatible counts as agreement",
       [](json& report) { report["facts"][1] = fact_of("a2", "b2", "compatible"); },
       {{"agree", "100/100"}, {"same fact", "100/100"}}},
      {"a conflict too many, across two facts",
       [](json& report) { report["facts"].push_back(fact_of("a1", "b2", "conflict")); },
       {{"same fact", "67/100"}, {"conflict", "50/100"}, {"alarms", "50/100"}}},
      {"a conflict too many in a fact that has a true one is no second alarm",
       [](json& report) {
         report["facts"][0]["positions"].push_back({{"claims", {"b2"}}});
         report["facts"][0]["relations"].push_back({{"positions", {0, 2}}, {"relation", "conflict"}});
       },
       {{"same fact", "67/100"}, {"conflict", "50/100"}, {"alarms", "100/100"}}},
      {"a pair inside one document counts only where the gold lists it",
       [](json& report) { report["facts"].push_back({{"positions", {{{"claims", {"a1", "a2"}}}}}}); },
       {{"same fact", "100/100"}, {"agree", "100/100"}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Case gold = two_articles();
    json report = perfect_report(gold);
    row.spoil(report);
    const Figures figures = figures_of(gold, report);
    for (const auto& [name, expected] : row.expected) {
      CAPTURE(name);
      CHECK(show_row(figures, name) == expected);
    }
  }
}

TEST_CASE("units and labels are shares of what was found", "[eval]") {
  const Case gold = two_articles();
  json report = perfect_report(gold);
  claim(report, "a1")["unit"] = "country";
  claim(report, "b1")["unit"] = "person";
  report["facts"][0]["relations"][0]["relation"] = "update";
  const Figures figures = figures_of(gold, report);
  CHECK(figures.units.value() == 0.5);   // a country is a state, a person is not
  CHECK(figures.labels.value() == 0.5);  // the dates agree, the counts were to conflict
  CHECK(figures.with_conflict == 1);
  CHECK(figures.alarmed == 0);
}

TEST_CASE("only the first mistakes of each kind are shown", "[eval]") {
  std::ostringstream out;
  (void)score({two_articles()}, {Answer{}}, 1, out);
  CHECK(out.str() == "  missed claim: t/a1 count \"190 دولة\" {\"max\":190,\"min\":190}\n"
                     "  missed conflict: t a1 b1: 190 دولة | 189 states reported as nothing\n"
                     "  missed agree: t a2 b2: 3 أيار 2015 | 3 May 2015 reported as nothing\n");
}

TEST_CASE("the table shows a row's figures and what they are made of", "[eval]") {
  const Case gold = two_articles();
  json report = perfect_report(gold);
  report["claims"].erase(0);
  std::ostringstream out;
  print_table(figures_of(gold, report), out);
  CHECK_THAT(out.str(), Catch::Contains("\nclaims             P 1.000  R 0.750  F1 0.857   (3 of 4 gold, 3 reported)\n"));
  CHECK_THAT(out.str(), Catch::EndsWith("unit accuracy      1.000; label accuracy of found facts 1.000\n"
                                        "cases with a conflict 1; of them alarmed 0; cases without 0; of them quiet 0\n"));
}

TEST_CASE("values are equal as the gold format says", "[eval]") {
  struct Row {
    const char *kind, *gold, *ours;
    bool same;
  };
  const auto row = GENERATE(values<Row>({
      {"date", R"({"edtf": "2012-12"})", R"({"edtf": "2012-12-01/2012-12-31"})", true},
      {"date", R"({"edtf": "2012-02"})", R"({"edtf": "2012-02-01/2012-02-29"})", true},
      {"date", R"({"edtf": "1900-02"})", R"({"edtf": "1900-02-01/1900-02-29"})", false},
      {"date", R"({"edtf": "197X"})", R"({"edtf": "1970/1979"})", true},
      {"date", R"({"edtf": "1974~"})", R"({"edtf": "1974"})", true},
      {"date", R"({"edtf": "../2015"})", R"({"edtf": "/2015-12-31"})", true},
      {"date", R"({"edtf": "2015/.."})", R"({"edtf": "2015"})", false},
      {"date", R"({"edtf": "XXXX-04-27"})", R"({"edtf": "XXXX-04-27"})", true},
      {"date", R"({"edtf": "XXXX-04-27"})", R"({"edtf": "2015-04-27"})", false},
      {"date", R"({"edtf": "2012"})", R"({"edtf": 2012})", true},
      {"date", R"({"edtf": "2012", "accept": [{"edtf": "2013"}]})", R"({"edtf": "2013"})", true},
      {"count", R"({"min": 12.5, "max": 12.5})", R"({"min": "12.50", "max": 12.5})", true},
      {"count", R"({"min": 200, "max": null, "strict": true})", R"({"min": 200})", true},
      {"count", R"({"min": 200, "max": null})", R"({"min": 200, "max": 200})", false},
      {"count", R"({"min": 3, "max": 3})", R"({"min": "three", "max": 3})", false},
      {"count", R"({"min": 3, "max": 3})", "null", false},
      {"countries", R"({"codes": ["US", "GB"]})", R"({"codes": ["GB", "US", "GB"], "partial": true})", true},
      {"countries", R"({"codes": ["US", "GB"]})", R"({"codes": ["US"]})", false},
      {"place", R"({"name": "São Paulo"})", R"({"name": "Sao paulo"})", true},
      {"place", R"({"name": "Riyadh"})", R"({"name": "Ar-Riyāḍ", "country": "SA"})", false},
      {"place", R"({"name": "al-Hasakah"})", R"({"name": "Hasakah"})", true},
  }));
  CAPTURE(row.kind, row.gold, row.ours);
  CHECK(same_value(row.kind, json::parse(row.gold), json::parse(row.ours)) == row.same);
}

TEST_CASE("units are compared by what they mean", "[eval]") {
  CHECK(unit_of(" Country ") == "state");
  CHECK(unit_of("percentage-point") == "percent");
  CHECK(unit_of("firefighter") == "person");
  CHECK(unit_of("USD") == "usd");
  CHECK(unit_of("").empty());
}

TEST_CASE("gold that contradicts itself is refused", "[eval]") {
  struct Row {
    const char *from, *to, *says;
  };
  const auto row = GENERATE(values<Row>({
      {"189 states\"", "188 states\"", "b1: the text lacks this quote"},
      {"\"kind\": \"date\"", "\"kind\": \"day\"", "kind 'day' is unknown"},
      {"\"conflict\"", "\"clash\"", "relation 'clash' is unknown"},
      {"\"b1\"]", "\"b7\"]", "b7"},
      {"\"doc\": \"b\"", "\"doc\": \"c\"", "is of no document"},
      {"{\"id\": \"t\", ", "{", "id"},
  }));
  std::string line = R"({"id": "t", "documents": [
    {"id": "a", "text": "190 states"}, {"id": "b", "text": "189 states on 3 May 2015"}], "claims": [
    {"id": "a1", "doc": "a", "kind": "count", "quote": "190 states", "value": {"min": 190, "max": 190}},
    {"id": "b1", "doc": "b", "kind": "count", "quote": "189 states", "nth": 1, "value": {"min": 189, "max": 189}},
    {"id": "b2", "doc": "b", "kind": "date", "quote": "3 May 2015", "value": {"edtf": "2015-05-03"}}],
    "relations": [{"pair": ["a1", "b1"], "relation": "conflict"}]})";
  REQUIRE(parse_case(line, "here"));
  // the last occurrence: a quote, not the text it is taken from
  line.replace(line.rfind(row.from), std::string(row.from).size(), row.to);
  const auto refused = parse_case(line, "here:3");
  REQUIRE_FALSE(refused);
  CHECK_THAT(show(refused.error()), Catch::StartsWith("here:3: ") && Catch::Contains(row.says));
}

TEST_CASE("documents in other languages leave with what hangs on them", "[eval]") {
  const Case kept = keep_languages(two_articles(), {"en"});
  REQUIRE(kept.documents.size() == 1);
  CHECK(kept.claims.size() == 2);
  CHECK(kept.relations.empty());
}

TEST_CASE("the n-th occurrence of a quote is found in bytes", "[eval]") {
  const auto gold = parse_case(R"({"id": "t", "documents": [{"id": "a", "text": "في 3 و3 و3"}], "claims": [
    {"id": "a1", "doc": "a", "kind": "count", "quote": "3", "nth": 3, "value": {"min": 3, "max": 3}}], "relations": []})", "test");
  REQUIRE(gold);
  CHECK(gold->claims[0].begin == 13);
  CHECK(gold->claims[0].end == 14);
}

TEST_CASE("a claim stream holds the gold's claims by place", "[eval]") {
  std::istringstream lines(claim_stream_of(two_articles()));
  std::string first;
  std::getline(lines, first);
  const json row = json::parse(first);
  CHECK(row["document"] == "a");
  REQUIRE(row["claims"].size() == 2);
  CHECK(row["claims"][0]["id"] == "a1");
  CHECK(row["claims"][0]["unit"] == "state");
  CHECK_FALSE(row["claims"][1].contains("unit"));
}

}  // namespace mizan::eval
