#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "kind/claim_json.hpp"
#include "kind/claim_writer.hpp"
#include "mizan/fact.hpp"

using namespace mizan;
using Json = nlohmann::json;

namespace {

Slot known(std::string id, std::string words = {}) { return {std::move(id), SlotState::known, std::move(words)}; }

/// Every member differs from its default, so that one which is forgotten shows.
Claim full_claim() {
  Claim claim;
  claim.id = "a:title-count:391";
  claim.document = "a";
  claim.kind = Kind::count;
  claim.span = {ByteOffset{391}, ByteOffset{405}};
  claim.in_title = true;
  claim.quote = "١٩٠ دولة";
  claim.value = Quantity{make_decimal(190), make_decimal(1935, -1), true, true, "state"};
  claim.topic.event = {known("conference", "مؤتمر"), {"US", "npt"}, known("9"),    known("2015"), {"Helsinki", SlotState::inherited, {}},
                       known("treaty"),              "NPT review conference", 7};
  claim.topic.role = known("attended", "شاركت");
  claim.topic.facet = {"whole", SlotState::inherited, {}};
  claim.topic.modality = known("actual");
  claim.topic.of_whom = known("c:EG");
  claim.topic.scope = known("all");
  claim.topic.as_of = {16572, AsOf::From::dateline};
  claim.topic.speaker = known("n:minister");
  claim.topic.updates = true;
  claim.sentence = {ByteOffset{380}, ByteOffset{500}};
  claim.context = {"b", "a"};
  claim.anchors = {"c:EG", "y:2012"};
  claim.left = {"#"};
  claim.right = {"x", "y"};
  claim.keys = {"k1", "k2"};
  claim.rule = "ar/count.rules:number-unit";
  claim.row = "ar/units.tsv:12";
  claim.reading = 0.1 + 0.2;  // not 0.3
  return claim;
}

/// By way of bytes, as the stream and the store do it.
Claim through_json(const Claim& claim) {
  const auto read = claim_from_json(Json::parse(claim_to_json(claim, ClaimMembers::all)));
  if (!read) FAIL(show(read.error()));
  return *read;
}

Json claim_json() { return Json::parse(R"({"document": "a", "kind": "date", "begin": 4, "end": 8, "value": {"edtf": "2012"}})"); }

}  // namespace

TEST_CASE("names as on disk", "[kind][json]") {
  CHECK(name_of(Kind::date) == "date");
  CHECK(name_of(Kind::count) == "count");
  CHECK(name_of(Kind::countries) == "countries");
  CHECK(name_of(Kind::place) == "place");
  CHECK(name_of(Relation::agree) == "agree");
  CHECK(name_of(Relation::compatible) == "compatible");
  CHECK(name_of(Relation::conflict) == "conflict");
  CHECK(name_of(Relation::update) == "update");
}

TEST_CASE("values as the formats write them, and back", "[kind][json]") {
  struct Row { Value value; const char* json; };
  const auto decimal = [](const char* text) { return *parse_decimal(text); };
  const auto exactly = [&](const char* text) { return Quantity{decimal(text), decimal(text), false, false, "state"}; };
  const std::vector<Row> rows = {
      {*parse_edtf("2015-04-27/2015-05-22"), R"({"edtf":"2015-04-27/2015-05-22"})"},
      {exactly("190"), R"({"min":190,"max":190})"},
      {exactly("12.5"), R"({"min":12.5,"max":12.5})"},
      {exactly("-0.25"), R"({"min":-0.25,"max":-0.25})"},
      {exactly("0.1"), R"({"min":0.1,"max":0.1})"},
      {exactly("3000000000"), R"({"min":3000000000,"max":3000000000})"},
      {exactly("-9223372036854775808"), R"({"min":-9223372036854775808,"max":-9223372036854775808})"},
      {exactly("10000000000000000000"), R"({"min":10000000000000000000,"max":10000000000000000000})"},
      {exactly("1e30"), R"({"min":1e+30,"max":1e+30})"},  // beyond 64 bits JSON numbers are doubles
      {exactly("12345678901234.5678"), R"({"min":"12345678901234.5678","max":"12345678901234.5678"})"},  // no double holds it
      {Quantity{decimal("200"), std::nullopt, true, false, "state"}, R"({"min":200,"max":null,"strict":true})"},
      {Quantity{std::nullopt, decimal("200"), false, true, "state"}, R"({"min":null,"max":200,"approx":true})"},
      {CountryList{{"CA", "GB", "US"}, false}, R"({"codes":["CA","GB","US"]})"},
      {CountryList{{"CA", "US"}, true}, R"({"codes":["CA","US"],"partial":true})"},
      {Place{"Helsinki", "FI"}, R"({"name":"Helsinki","country":"FI"})"},
      {Place{"Helsinki", ""}, R"({"name":"Helsinki"})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(value_to_json(row.value) == row.json);
    const auto back = value_from_json(kind_of(row.value), Json::parse(row.json), "state");
    REQUIRE(back);
    CHECK(*back == row.value);
  }
}

TEST_CASE("countries come back sorted and once", "[kind][json]") {
  const auto list = value_from_json(Kind::countries, Json::parse(R"({"codes": ["US", "CA", "US"]})"), "");
  REQUIRE(list);
  CHECK(*list == Value{CountryList{{"CA", "US"}, false}});
}

TEST_CASE("a value that cannot be read names the member", "[kind][json]") {
  struct Row { Kind kind; const char *json, *where; };
  const auto row = GENERATE(values<Row>({
      {Kind::date, R"({"edtf": "2015-02-30"})", "edtf"},
      {Kind::date, R"({"edtf": 2015})", "edtf"},
      {Kind::date, R"({})", "edtf"},
      {Kind::date, R"("2015")", "value"},
      {Kind::count, R"({})", "min"},
      {Kind::count, R"({"min": "many", "max": 1})", "min"},
      {Kind::count, R"({"min": 1, "max": [2]})", "max"},
      {Kind::count, R"({"min": 1e300, "max": null})", "min"},
      {Kind::count, R"({"min": 1, "max": 1, "strict": 1})", "strict"},
      {Kind::countries, R"({"codes": "US"})", "codes"},
      {Kind::countries, R"({"codes": [1]})", "codes"},
      {Kind::countries, R"({})", "codes"},
      {Kind::place, R"({"country": "FI"})", "name"},
  }));
  CAPTURE(row.json);
  const auto value = value_from_json(row.kind, Json::parse(row.json), "");
  REQUIRE_FALSE(value);
  CHECK(value.error().where == row.where);
}

TEST_CASE("a whole claim comes back equal", "[kind][json]") {
  const Claim claim = full_claim();
  CHECK(through_json(claim) == claim);
  Claim bare;
  bare.id = "x";
  CHECK(through_json(bare) == bare);
}

TEST_CASE("which fields of a date were concluded comes back too", "[kind][json]") {
  Claim claim;
  claim.id = "a:date:0";
  DateRange date = *parse_edtf("2015-05-22");
  date.first.year_is = date.last.year_is = Certainty::implied;
  claim.value = date;
  CHECK(through_json(claim) == claim);
  date = *parse_edtf("2015-04-27/2015-05-22");
  date.first.year_is = date.last.month_is = Certainty::implied;
  claim.value = date;
  CHECK(through_json(claim) == claim);
}

TEST_CASE("a claim in a report", "[kind][json]") {
  CHECK(claim_to_json(full_claim(), ClaimMembers::shown) ==
        R"({"id":"a:title-count:391","document":"a","kind":"count","begin":391,"end":405,"quote":"١٩٠ دولة","in":"title",)"
        R"("value":{"min":190,"max":193.5,"strict":true,"approx":true},"unit":"state",)"
        R"("topic":{"event":"NPT review conference","role":"attended","facet":"whole","modality":"actual","of_whom":"c:EG",)"
        R"("scope":"all","speaker":"n:minister","as_of":"2015-05-17","updates":true}})");
}

TEST_CASE("an event without a name is told by its head and instance", "[kind][json]") {
  Topic topic;
  CHECK(topic_to_json(topic) == "{}");
  topic.event.head = known("conference");
  topic.event.year = known("2015");
  topic.event.place = {"Helsinki", SlotState::unknown, {}};
  CHECK(topic_to_json(topic) == R"({"event":"conference 2015"})");
}

TEST_CASE("a claim from elsewhere needs little", "[kind][json]") {
  const auto claim = claim_from_json(claim_json());
  REQUIRE(claim);
  CHECK(claim->id == "a:date:4");
  CHECK(claim->reading == 1.0);
  CHECK_FALSE(claim->topic.role);

  auto in_title = claim_json();
  in_title["in"] = "title";
  in_title["topic"] = {{"event", "the talks"}, {"role", "opened"}, {"as_of", "2015-05-24"}};
  const auto read = claim_from_json(in_title);
  REQUIRE(read);
  CHECK(read->id == "a:title-date:4");
  CHECK(read->topic.event.label == "the talks");
  CHECK(read->topic.role == known("opened"));
  CHECK(read->topic.as_of == AsOf{days_from_civil(2015, 5, 24), AsOf::From::text});
}

TEST_CASE("a claim that cannot be read names the member", "[kind][json]") {
  struct Row { const char *member, *json, *where; };
  const auto row = GENERATE(values<Row>({
      {"document", "null", "document"},
      {"document", "1", "document"},
      {"kind", "\"colour\"", "kind"},
      {"kind", "null", "kind"},
      {"begin", "-1", "end"},
      {"begin", "9", "end"},
      {"end", "4294967296", "end"},
      {"end", "null", "end"},
      {"end", "\"8\"", "end"},
      {"value", "null", "value"},
      {"value", R"({"edtf": "soon"})", "edtf"},
      {"in", "\"body\"", "in"},
      {"slots", "[]", "slots"},
      {"slots", R"({"role": "killed"})", "role"},
      {"slots", R"({"role": {"id": "x", "state": "sure"}})", "state"},
      {"slots", R"({"as_of_days": 4294967296})", "as_of_days"},
      {"slots", R"({"as_of_days": 18446744073709551615})", "as_of_days"},
      {"topic", R"({"as_of": "2015-05"})", "as_of"},
      {"sentence", "[1]", "sentence"},
      {"sentence", "[2, 1]", "sentence"},
      {"keys", "{}", "keys"},
      {"reading", "\"high\"", "reading"},
  }));
  auto json = claim_json();
  json[row.member] = Json::parse(row.json);
  CAPTURE(row.member, row.json);
  const auto claim = claim_from_json(json);
  REQUIRE_FALSE(claim);
  CHECK(claim.error().where == row.where);
}
