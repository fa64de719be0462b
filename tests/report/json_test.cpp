#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/claim_stream.hpp"
#include "report/filter.hpp"
#include "report/made_report.hpp"
#include "report/visible.hpp"

using namespace mizan;
using namespace mizan::test;
using Json = nlohmann::ordered_json;

namespace {

Json report_json(const Report& report, bool verbose = false) {
  ReportOptions options = options_for("en");
  options.verbose = verbose;
  return Json::parse(written("json", report, options));
}

std::string keys_of(const Json& object) {
  std::string keys;
  for (const auto& item : object.items()) keys += (keys.empty() ? "" : " ") + item.key();
  return keys;
}

}  // namespace

TEST_CASE("the JSON report has the members of mizan-report/1 in their order", "[report][json]") {
  const Json json = report_json(sample_report());
  CHECK(keys_of(json) == "schema generator documents claims facts checks summary");
  CHECK(json["schema"] == "mizan-report/1");
  CHECK(json["generator"] == Json({{"name", "mizan"}, {"version", "1.2.3"}}));
  CHECK(keys_of(json["documents"][0]) == "id source lang title published");
  CHECK(keys_of(json["facts"][1]) == "id key kind label status positions relations");
  CHECK(keys_of(json["facts"][1]["positions"][0]) == "value claims witnesses");
  CHECK(keys_of(json["facts"][1]["relations"][0]) == "id positions relation confidence severity why slip");
  CHECK(keys_of(json["facts"][0]["relations"][0]) == "id positions relation confidence severity why");
  CHECK(keys_of(json["summary"]) == "documents claims facts agree conflict update checks");
}

TEST_CASE("a fact is written out with its positions and relations", "[report][json]") {
  const Json fact = report_json(sample_report())["facts"][1];
  CHECK(fact["kind"] == "count");
  CHECK(fact["status"] == "conflict");
  CHECK(fact["positions"][0] == Json::parse(R"({"value":{"min":190,"max":190},"claims":["a.txt:count:11"],"witnesses":1})"));
  CHECK(fact["relations"][0]["positions"] == Json({0, 1}));
  CHECK(fact["relations"][0]["confidence"].dump() == "0.94");
  CHECK(fact["relations"][0]["slip"] == "one-digit");
}

TEST_CASE("what is unknown of a document is null", "[report][json]") {
  const Json document = report_json(sample_report())["documents"][1];
  CHECK(document["title"].is_null());
  CHECK(document["published"].is_null());
}

TEST_CASE("features are told on request", "[report][json]") {
  const Json relation = report_json(sample_report(), true)["facts"][1]["relations"][0];
  CHECK(relation["features"] == Json::parse(R"([{"name":"role-same","share":1234},{"name":"value-apart","share":-20}])"));
}

TEST_CASE("confidence is written without the noise of arithmetic", "[report][json]") {
  Report report = sample_report();
  report.facts[1].relations[0].confidence = 0.1 + 0.2;
  CHECK(report_json(report)["facts"][1]["relations"][0]["confidence"].dump() == "0.3");
}

TEST_CASE("checks stand in the JSON report", "[report][json]") {
  Report report = sample_report();
  report.checks.push_back({"77ab", "weekday", "b.txt", {"b.txt:date:40"}, 0.99, "3 May 2011 was a Tuesday"});
  CHECK(report_json(report)["checks"][0] ==
        Json::parse(R"({"id":"77ab","check":"weekday","document":"b.txt","claims":["b.txt:date:40"],"confidence":0.99,)"
                    R"("why":"3 May 2011 was a Tuesday"})"));
}

TEST_CASE("an empty report is one", "[report][json]") {
  const Json json = report_json(Report{});
  CHECK(json["documents"].is_array());
  CHECK(json["claims"].empty());
  CHECK(json["summary"]["facts"] == 0);
}

TEST_CASE("one report is written alike each time, a document, claim or fact a line", "[report][json]") {
  const std::string first = written("json", sample_report(), options_for("en"));
  CHECK(first == written("json", sample_report(), options_for("en")));
  CHECK(std::count(first.begin(), first.end(), '\n') == 2 + 3 + 7 + 4 + 1 + 1);
}

TEST_CASE("hostile text comes back from JSON as it was, and stands in it only as escapes", "[report][json]") {
  Report report = sample_report();
  const std::string hostile = "\x1b[31m\u202Eevil\u2066\u0085\x7f\"}\n\U000E0041";
  report.documents[0].title = hostile;
  const std::string bytes = written("json", report, options_for("en"));
  CHECK(Json::parse(bytes)["documents"][0]["title"] == hostile);
  for (const char* raw : {"\x1b", "\u202E", "\u2066", "\u0085", "\x7f", "\U000E0041"}) CHECK(bytes.find(raw) == bytes.npos);
}

TEST_CASE("inert JSON leaves harmless text alone", "[report][json]") {
  CHECK(inert_json("{\"a\": \"دولة é 😀\"}\n") == "{\"a\": \"دولة é 😀\"}\n");
  CHECK(inert_json("\"\u202E\u202C\"") == "\"\\u202E\\u202C\"");
  CHECK(inert_json("").empty());
}

static std::string claim_line(const Document& document, const std::vector<Claim>& claims) {
  std::string text;
  ClaimLine line(document, [&](std::string_view piece) { text += piece; });
  for (const Claim& claim : claims) line.add(claim);
  line.end();
  return text;
}

TEST_CASE("the claim stream is a line a document", "[report][json]") {
  const Report report = sample_report();
  const std::string line = claim_line(report.documents[0], {report.claims[0], report.claims[1]});
  CHECK(line.find('\n') == line.size() - 1);
  const Json json = Json::parse(line);
  CHECK(keys_of(json) == "document lang published claims");
  CHECK(json["document"] == "a.txt");
  CHECK(json["claims"].size() == 2);
  CHECK(json["claims"][0]["quote"] == "١٩٠ دولة");
  CHECK(claim_line(report.documents[1], {}) == R"({"document":"b.txt","lang":"en","published":null,"claims":[]})" "\n");
}

TEST_CASE("an input that cannot be read is a line with an error", "[report][json]") {
  CHECK(error_line({"c.jsonl:3", "`text` is missing"}) == R"({"document":"c.jsonl:3","error":"`text` is missing"})" "\n");
}

TEST_CASE("filters leave the facts that pass, with what they name", "[report][filter]") {
  struct Row {
    ReportFilter filter;
    std::string facts;
  };
  const std::vector<Row> rows{
      {{}, "f1 f2 f3 "},
      {{.kinds = {Kind::date}}, "f1 "},
      {{.statuses = {Relation::conflict, Relation::update}}, "f1 f2 "},
      {{.min_confidence = 0.95}, "f3 "},
      {{.min_confidence = 0.94}, "f1 f2 f3 "},
      {{.document = "b.txt"}, "f1 f2 f3 "},
      {{.document = "b"}, ""},
      {{.source = "d/"}, "f1 f2 f3 "},
      {{.source = "elsewhere"}, ""},
      {{.text = "VOTED"}, "f3 "},         // in the label, letters folded
      {{.text = "190"}, "f2 "},           // a quote in other digits
      {{.text = "same role"}, "f1 f2 "},  // a reason
      {{.kinds = {Kind::count}, .statuses = {Relation::agree}}, "f3 "},
  };
  for (const Row& row : rows) {
    const Report report = filtered(sample_report(), row.filter);
    std::string facts;
    for (const Fact& fact : report.facts) facts += fact.id + " ";
    CAPTURE(row.facts);
    CHECK(facts == row.facts);
  }
}

TEST_CASE("a filtered report names only what is left, and still says how much was compared", "[report][filter]") {
  ReportFilter filter;
  filter.kinds = {Kind::date};
  const Report report = filtered(sample_report(), filter);
  CHECK(report.claims.size() == 2);
  CHECK(report.summary.documents == 2);
  CHECK(report.summary.claims == 6);
  CHECK(report.summary.facts == 1);
  CHECK(report.summary.conflict == 0);
  CHECK(report.summary.update == 1);
}
