#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "judge/baseline.hpp"
#include "judge/ignores.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;

namespace {

Quantity states(std::int64_t count) { return {make_decimal(count), make_decimal(count), false, false, "state"}; }

Claim claim_of(const std::string& document, std::int64_t count) {
  Claim claim;
  claim.id = document + ":count:0";
  claim.document = document;
  claim.kind = Kind::count;
  claim.value = states(count);
  return claim;
}

/// Two articles that contradict each other in finding `conflict`, and a slip `slip` in the second.
Report report() {
  Report made;
  for (const char* id : {"news/a.txt", "news/b.txt"}) made.documents.emplace_back().id = id;
  made.claims = {claim_of("news/a.txt", 190), claim_of("news/b.txt", 189)};
  Fact& fact = made.facts.emplace_back();
  fact.id = "f1";
  fact.kind = Kind::count;
  fact.label = "states";
  fact.status = Relation::conflict;
  fact.positions = {{states(190), {"news/a.txt:count:0"}, 1}, {states(189), {"news/b.txt:count:0"}, 1}};
  FactRelation& relation = fact.relations.emplace_back();
  relation.id = "conflict";
  relation.second = 1;
  relation.relation = Relation::conflict;
  relation.confidence = 0.9;
  CheckFinding& check = made.checks.emplace_back();
  check.id = "slip";
  check.check = "weekday";
  check.document = "news/b.txt";
  check.confidence = 0.5;
  check.why = "it was a Tuesday";
  return made;
}

Ignore row(Ignore given) {
  given.where = "mizan.toml:1";
  given.reason = "a reason";
  return given;
}

AcceptanceTerms acceptance(const std::string& reason, const std::string& date = "2026-01-01") {
  return {reason, date, "", 0, [](const Value& value) { return show(*std::get<Quantity>(value).min); }};
}

std::vector<std::string> ids(const std::vector<Accepted>& entries) {
  std::vector<std::string> found;
  for (const Accepted& entry : entries) found.push_back(entry.id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a pattern fits with stars and question marks", "[judge]") {
  struct Row {
    const char *text, *pattern;
    bool fits;
  };
  const auto row = GENERATE(values<Row>({
      {"news/a.txt", "news/a.txt", true},
      {"news/a.txt", "news/*", true},
      {"news/old/a.txt", "news/*.txt", true},  // a star takes slashes, too
      {"news/a.txt", "a.txt", false},          // the whole id, not a part of it
      {"news/a.txt", "news/?.txt", true},
      {"news/ab.txt", "news/?.txt", false},
      {"خبر", "؟بر", false},
      {"خبر", "?بر", true},   // one letter of two bytes
      {"خبر", "?*?", true},
      {"خ", "?*?", false},    // its second byte is no letter of its own
      {"", "*", true},
      {"", "?", false},
      {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "*a*a*a*a*a*a*a*a*b", false},
  }));
  CAPTURE(row.text, row.pattern);
  CHECK(fits_pattern(row.text, row.pattern) == row.fits);
}

TEST_CASE("an ignore hides what all of its members fit", "[judge]") {
  struct Row {
    Ignore ignore;
    Standing conflict, slip;
    std::size_t notes;
  };
  using enum Standing;
  const auto each = GENERATE(values<Row>({
      {{.where = {}, .id = "conflict", .check = {}, .document = {}, .kind = {}, .reason = {}, .expires = {}}, ignored, fresh, 0},
      {{.where = {}, .id = {}, .check = "week*", .document = {}, .kind = {}, .reason = {}, .expires = {}}, fresh, ignored, 0},
      {{.where = {}, .id = {}, .check = "conflict", .document = {}, .kind = {}, .reason = {}, .expires = {}}, ignored, fresh, 0},
      {{.where = {}, .id = {}, .check = {}, .document = "*b.txt", .kind = {}, .reason = {}, .expires = {}}, ignored, ignored, 0},
      {{.where = {}, .id = {}, .check = {}, .document = "*b.txt", .kind = "count", .reason = {}, .expires = {}}, ignored, fresh, 0},
      {{.where = {}, .id = {}, .check = "weekday", .document = "*a.txt", .kind = {}, .reason = {}, .expires = {}}, fresh, fresh, 1},  // it fits nothing
      {{.where = {}, .id = {}, .check = {}, .document = "other.txt", .kind = {}, .reason = {}, .expires = {}}, fresh, fresh, 0},      // was not read
      {{.where = {}, .id = "conflict", .check = {}, .document = {}, .kind = {}, .reason = {}, .expires = "2026-06-01"}, ignored, fresh, 0},  // its last day
      {{.where = {}, .id = "conflict", .check = {}, .document = {}, .kind = {}, .reason = {}, .expires = "2026-05-31"}, fresh, fresh, 1},
  }));
  CAPTURE(each.ignore.id, each.ignore.check, each.ignore.document, each.ignore.kind, each.ignore.expires);
  Report made = report();
  const auto notes = apply_ignores({row(each.ignore)}, "2026-06-01", made);
  CHECK(made.facts[0].relations[0].judgement.standing == each.conflict);
  CHECK(standing_of(made.facts[0]) == each.conflict);
  CHECK(made.checks[0].judgement.standing == each.slip);
  CHECK(notes.size() == each.notes);
  if (each.slip == ignored) CHECK(made.checks[0].judgement == Judgement{ignored, "a reason", "mizan.toml:1"});
}

TEST_CASE("a baseline is read as it was written, an entry a line, sorted", "[judge]") {
  Baseline baseline;
  Report made = report();
  CHECK(accept_fresh(baseline, made, acceptance("«why»")) == 2);
  const std::string text = baseline_json(baseline);
  CHECK(text ==
        "{\"schema\": \"mizan-baseline/1\",\n \"findings\": [\n"
        "  {\"id\":\"conflict\",\"finding\":\"conflict\",\"kind\":\"count\",\"label\":\"states\",\"documents\":[\"news/a.txt\",\"news/b.txt\"],"
        "\"values\":[\"190\",\"189\"],\"reason\":\"«why»\",\"date\":\"2026-01-01\"},\n"
        "  {\"id\":\"slip\",\"finding\":\"weekday\",\"label\":\"it was a Tuesday\",\"documents\":[\"news/b.txt\"],\"values\":[],\"reason\":\"«why»\","
        "\"date\":\"2026-01-01\"},\n"
        "  null]}\n");
  const test::TempFolder folder;
  folder.write("known.json", text);
  const auto read = read_baseline(folder.file("known.json"));
  REQUIRE(read);
  CHECK(read->findings == baseline.findings);
  // The order in which entries came, and doubled ones of a merge, change nothing; the one with a reason stays.
  Baseline merged{{baseline.findings[1], baseline.findings[0], baseline.findings[1]}};
  merged.findings[0].reason.clear();
  CHECK(baseline_json(merged) == text);
}

TEST_CASE("what is no baseline is refused by name", "[judge]") {
  const test::TempFolder folder;
  const char* text = GENERATE("", "[]", "{}", "{\"schema\": \"mizan-baseline/1\"}", "{\"schema\": \"mizan-baseline/1\", \"findings\": [{}]}",
                              "{\"schema\": \"mizan-baseline/1\", \"findings\": [{\"id\": 7}]}", "{\"schema\": \"mizan-baseline/2\", \"findings\": []}",
                              "{\"schema\": \"mizan-baseline/1\", \"findings\": [{\"id\": \"a\", \"expires\": \"31.12.2026\"}]}",
                              "{\"schema\": \"mizan-baseline/1\", \"findings\": [{\"id\": \"a\", \"expires\": \"2026-02-30\"}]}");
  CAPTURE(text);
  folder.write("known.json", text);
  const auto read = read_baseline(folder.file("known.json"));
  REQUIRE_FALSE(read);
  CHECK(read.error().where == folder.file("known.json"));
  CHECK(read.error().cause == Error::Cause::usage);
  CHECK_FALSE(read_baseline(folder.file("nowhere.json")));
}

TEST_CASE("an update adds what is new and keeps the reasons", "[judge]") {
  Baseline baseline;
  Report made = report();
  AcceptanceTerms sure = acceptance("first");
  sure.min_confidence = 0.8;
  CHECK(accept_fresh(baseline, made, sure) == 1);
  CHECK(accept_fresh(baseline, made, acceptance("second", "2026-02-02")) == 1);
  REQUIRE(ids(baseline.findings) == Ids{"conflict", "slip"});
  CHECK(baseline.findings[0].reason == "first");
  CHECK(baseline.findings[0].date == "2026-01-01");
  CHECK(baseline.findings[1].reason == "second");
  CHECK(accept_fresh(baseline, made, acceptance("third")) == 0);
  // What has expired is accepted anew; without another reason it keeps its own.
  baseline.findings[0].expires = "2026-02-28";
  CHECK(accept_fresh(baseline, made, acceptance("", "2026-03-01")) == 1);
  CHECK(baseline.findings[0].reason == "first");
  CHECK(baseline.findings[0].date == "2026-03-01");
  CHECK(baseline.findings[0].expires.empty());
}

TEST_CASE("two findings of one id are one entry", "[judge]") {
  Baseline baseline;
  Report made = report();
  made.checks.push_back(made.checks[0]);
  CHECK(accept_fresh(baseline, made, acceptance("")) == 2);
  CHECK(ids(baseline.findings) == Ids{"conflict", "slip"});
}

TEST_CASE("what is ignored is not accepted on top", "[judge]") {
  Baseline baseline;
  Report made = report();
  made.checks[0].judgement.standing = Standing::ignored;
  CHECK(accept_fresh(baseline, made, acceptance("")) == 1);
  CHECK(ids(baseline.findings) == Ids{"conflict"});
}

TEST_CASE("what a baseline holds is known, and what has expired counts again", "[judge]") {
  Baseline baseline;
  Report made = report();
  accept_fresh(baseline, made, acceptance("agreed"));
  baseline.findings[1].expires = "2026-05-31";
  CHECK(apply_baseline(baseline, "known.json", "2026-05-31", {}, made).empty());
  CHECK(made.has_baseline);
  CHECK(made.facts[0].relations[0].judgement == Judgement{Standing::known, "agreed", "known.json", "2026-01-01"});
  CHECK(made.checks[0].judgement.standing == Standing::known);
  Report later = report();
  const auto notes = apply_baseline(baseline, "known.json", "2026-06-01", {}, later);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].where == "known.json");
  CHECK(later.checks[0].judgement.standing == Standing::fresh);
}

TEST_CASE("an entry is stale only where its articles were read and held against each other", "[judge]") {
  Baseline baseline;
  Report made = report();
  accept_fresh(baseline, made, acceptance(""));
  CHECK(stale_entries(baseline, made, {}).empty());
  made.facts.clear();
  made.checks.clear();
  CHECK(ids(stale_entries(baseline, made, {})) == Ids{"conflict", "slip"});
  CHECK(ids(stale_entries(baseline, made, {{"news/a.txt"}, false})) == Ids{"conflict"});
  CHECK(stale_entries(baseline, made, {{"news/c.txt"}, false}).empty());
  baseline.findings[0].reference = "npt/in-force";
  CHECK(ids(stale_entries(baseline, made, {})) == Ids{"slip"});  // no reference was read
  CHECK(ids(stale_entries(baseline, made, {{}, true})) == Ids{"conflict", "slip"});
  made.documents.pop_back();
  CHECK(stale_entries(baseline, made, {{}, true}).empty());
}

TEST_CASE("a fact stands as its freshest finding does", "[judge]") {
  Report made = report();
  Fact& fact = made.facts[0];
  fact.relations.push_back(fact.relations[0]);
  fact.relations[0].judgement.standing = Standing::ignored;
  CHECK(standing_of(fact) == Standing::fresh);
  fact.relations[1].judgement.standing = Standing::known;
  CHECK(standing_of(fact) == Standing::known);
  fact.relations[1].relation = Relation::compatible;  // no finding
  CHECK(standing_of(fact) == Standing::ignored);
  fact.relations.clear();
  CHECK(standing_of(fact) == Standing::fresh);
}
