#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "compare/alignment.hpp"
#include "compare/blocking.hpp"
#include "compare/evidence.hpp"
#include "compare/facts.hpp"
#include "compare/gates.hpp"
#include "compare/restatements.hpp"
#include "compare/updates.hpp"
#include "reading/packs.hpp"
#include "report/formats.hpp"
#include "support/reports.hpp"

#include <sstream>

using namespace mizan;
using test::article;
using test::report_on;

namespace {

const Knowledge& knowledge() {
  static const auto opened = open_packs(MIZAN_SOURCE_FACTS);
  if (!opened) FAIL(show(opened.error()));
  return opened->knowledge;
}

Claim count(const char* id, const char* document, int value, const char* unit, const char* role) {
  Claim claim;
  claim.id = id;
  claim.document = document;
  claim.kind = Kind::count;
  Quantity quantity;
  quantity.min = quantity.max = make_decimal(value);
  quantity.unit = unit;
  claim.value = quantity;
  if (*role) claim.topic.role = {role, SlotState::known, role};
  return claim;
}

std::string as_json(const Report& report) {
  ReportOptions options;
  options.version = "test";
  options.message = [](const std::string& key) { return key; };
  std::ostringstream out;
  for (const auto& format : report_formats())
    if (format.name == "json") format.write(report, options, out);
  return out.str();
}

/// status of the fact that holds claims whose quotes hold both texts; empty where none does.
std::string status_of(const Report& report, const std::string& a, const std::string& b) {
  const auto quote = [&](const std::string& id) {
    const auto claim = std::find_if(report.claims.begin(), report.claims.end(), [&](const Claim& c) { return c.id == id; });
    return claim == report.claims.end() ? std::string() : claim->quote;
  };
  for (const auto& fact : report.facts) {
    bool has_a = false, has_b = false;
    for (const auto& position : fact.positions)
      for (const auto& id : position.claims) {
        has_a |= quote(id).find(a) != std::string::npos;
        has_b |= quote(id).find(b) != std::string::npos;
      }
    if (has_a && has_b) return std::string(name_of(fact.status));
  }
  return {};
}

std::vector<Document> conference(const std::string& second_count) {
  return {article("a", "en", "2015-05-24",
                  "Delegates of 190 states took part in the review conference of the Antarctic Krill Treaty, which opened in Ushuaia on 27 April. "
                  "The Krill Treaty conference ended without a declaration after 122 states voted for the draft."),
          article("b", "en", "2015-05-25",
                  "The review conference of the Antarctic Krill Treaty in Ushuaia was attended by " + second_count +
                      " states. It opened on 27 April, and 122 states voted for the draft declaration on krill.")};
}

}  // namespace

TEST_CASE("two known and different slots never match", "[compare]") {
  const auto& world = knowledge().world;
  auto a = count("a:1", "a", 12, "person", "killed"), b = count("b:1", "b", 12, "person", "injured");
  CHECK(gate(a, b, Stand::compatible, world) == "role");
  b = count("b:1", "b", 12, "person", "killed");
  CHECK(gate(a, b, Stand::compatible, world).empty());
  a.topic.of_whom = {"c:FR", SlotState::known, "French"};
  b.topic.of_whom = {"c:DE", SlotState::known, "German"};
  CHECK(gate(a, b, Stand::compatible, world) == "of-whom");
}

TEST_CASE("units that are no one thing never match, and claims that differ need a role", "[compare]") {
  const auto& world = knowledge().world;
  CHECK(gate(count("a:1", "a", 190, "state", ""), count("b:1", "b", 190, "page", ""), Stand::compatible, world) == "unit");
  CHECK(gate(count("a:1", "a", 190, "state", ""), count("b:1", "b", 189, "state", ""), Stand::differ, world) == "role-unknown");
  CHECK(gate(count("a:1", "a", 190, "state", "attended"), count("b:1", "b", 189, "state", "attended"), Stand::differ, world).empty());
  // Two nouns for one thing, where the figure is hardly equal by chance, be it that the one article calls it "some".
  CHECK(gate(count("a:1", "a", 73, "seat", ""), count("b:1", "b", 73, "deputy", ""), Stand::equal, world).empty());
  CHECK(gate(count("a:1", "a", 2410, "pupil", ""), count("b:1", "b", 2410, "child", ""), Stand::compatible, world).empty());
  CHECK(gate(count("a:1", "a", 73, "seat", ""), count("b:1", "b", 71, "deputy", ""), Stand::compatible, world) == "unit");
}

TEST_CASE("prices that no day dates contradict nothing", "[compare]") {
  const auto& world = knowledge().world;
  auto a = count("a:1", "a", 7024, "USD", "price"), b = count("b:1", "b", 7061, "USD", "price");
  CHECK(gate(a, b, Stand::differ, world) == "undated");
  CHECK(gate(a, b, Stand::equal, world).empty());
  a.topic.as_of = b.topic.as_of = {100, AsOf::From::dateline};
  CHECK(gate(a, b, Stand::differ, world) != "undated");
}

TEST_CASE("articles without a day contradict each other only where they surely tell one story", "[compare]") {
  const auto crash = [](const std::string& id, const std::string& day, const std::string& place, const std::string& more) {
    return article(id, "en", day, "A helicopter crashed in " + place + ", California, killing nine people. It had flown for 26 minutes. " + more);
  };
  const auto conflicts = [&](const std::string& day) {
    return test::conflicts_of(test::report_on({crash("a", day, "Fresno", "Kobe Lindqvist had won five titles with the Ventura Comets in 20 seasons. The foundation of his widow trains 340 girls."),
                                               crash("b", day, "Fairfield", "Halden Grid pays 300 crews to clear its power lines around Vacaville. The utility was fined 19 million dollars after the Solano fire.")}));
  };
  CHECK(conflicts("2020-01-26") == "Fresno / Fairfield;");
  CHECK(conflicts("").empty());
}

TEST_CASE("what happens in many places is told of each", "[compare]") {
  const auto& world = knowledge().world;
  const auto place = [](const char* id, const char* document, const char* name, const char* event) {
    Claim claim = count(id, document, 1, "person", "occurred");
    claim.kind = Kind::place;
    Place value;
    value.name = name;
    value.country = "SD";
    claim.value = value;
    claim.topic.event.head = {event, SlotState::known, event};
    return claim;
  };
  CHECK(gate(place("a:1", "a", "Kassala", "outbreak"), place("b:1", "b", "Gedaref", "outbreak"), Stand::differ, world) == "many-places");
  CHECK(gate(place("a:1", "a", "Kassala", "explosion"), place("b:1", "b", "Gedaref", "explosion"), Stand::differ, world).empty());
}

TEST_CASE("a month and a year lie as far apart as what they measure", "[compare]") {
  const auto& world = knowledge().world;
  const auto apart = [&](int months, int years) { return distance(count("a:1", "a", months, "month", "").value, count("b:1", "b", years, "year", "").value, false, world); };
  CHECK_FALSE(apart(16, 14));
  CHECK(apart(150, 13));
}

TEST_CASE("equal values of two roles are two facts only where the roles exclude each other", "[compare]") {
  const auto& world = knowledge().world;
  auto a = count("a:1", "a", 3950, "person", "cost"), b = count("b:1", "b", 3950, "person", "published");
  CHECK(gate(a, b, Stand::compatible, world).empty());
  CHECK(gate(a, b, Stand::differ, world) == "role");
}

TEST_CASE("a figure after its change is the level, the change is none", "[compare]") {
  const auto& world = knowledge().world;
  auto a = count("a:1", "a", 33, "person", "killed"), b = count("b:1", "b", 41, "person", "killed");
  a.topic.scope = {"change-to", SlotState::known, "rose to"};
  CHECK(gate(a, b, Stand::differ, world).empty());
  a.topic.scope.id = "change-by";
  CHECK(gate(a, b, Stand::differ, world) == "scope");
  CHECK(gate(a, b, Stand::compatible, world) == "scope");
}

TEST_CASE("a day in a quotation and six years ago contradict nothing", "[compare]") {
  const auto& world = knowledge().world;
  Claim a, b;
  a.kind = b.kind = Kind::date;
  a.topic.role = b.topic.role = {"held", SlotState::known, "held"};
  a.topic.event.head = b.topic.event.head = {"conference", SlotState::known, "conference"};
  a.value = *parse_edtf("2012");
  b.value = *parse_edtf("2011");
  CHECK(gate(a, b, Stand::differ, world).empty());
  a.anchor = 17659;
  CHECK(gate(a, b, Stand::differ, world) == "rounded");
  b.value = *parse_edtf("2009");
  CHECK(gate(a, b, Stand::differ, world).empty());
  b.reading = 0.5;
  CHECK(gate(a, b, Stand::differ, world) == "reading");
}

TEST_CASE("a toll may grow with the days, votes cast may not", "[compare][update]") {
  struct Row {
    const char* role;
    int first, second;
    const char* reason;
  };
  for (const auto& row : {Row{"killed", 12, 15, "update-moved"}, {"killed", 15, 12, ""}, {"voted-for", 120, 122, ""}}) {
    CAPTURE(row.role, row.first, row.second);
    auto a = count("a:1", "a", row.first, "person", row.role), b = count("b:1", "b", row.second, "person", row.role);
    a.topic.as_of = {100, AsOf::From::dateline};
    b.topic.as_of = {101, AsOf::From::dateline};
    CHECK(update_reason(a, b, knowledge().world) == row.reason);
    b.topic.as_of = a.topic.as_of;
    CHECK(update_reason(a, b, knowledge().world).empty());
  }
}

TEST_CASE("a figure within the bound that another day tells has not moved", "[compare][update]") {
  auto a = count("a:1", "a", 846, "person", "killed"), b = count("b:1", "b", 850, "person", "killed");
  a.topic.as_of = {100, AsOf::From::dateline};
  b.topic.as_of = {101, AsOf::From::dateline};
  std::get<Quantity>(b.value).min.reset();
  CHECK(update_reason(a, b, knowledge().world).empty());
  a = count("a:1", "a", 870, "person", "killed");
  a.topic.as_of = {102, AsOf::From::dateline};
  CHECK(update_reason(a, b, knowledge().world) == "update-moved");
}

TEST_CASE("the same figure told alike agrees, another one conflicts", "[compare]") {
  CHECK(status_of(report_on(conference("190")), "190", "190") == "agree");
  CHECK(status_of(report_on(conference("189")), "190", "189") == "conflict");
}

TEST_CASE("equal values of contradictory roles are a conflict of predicate", "[compare][predicate]") {
  struct Row { const char *lang, *a, *b, *day_b, *quote_a, *quote_b, *expected; };
  const auto row = GENERATE(values<Row>({
      {"ar", "ارتفع الدولار الكندي إلى أعلى مستوى في 3 أشهر أمام الين الياباني بعد قرار بنك كندا.",
       "هبط الدولار الكندي إلى أدنى مستوى في ٣ أشهر أمام الين الياباني بعد قرار بنك كندا.", "2024-05-08", "3 أشهر", "٣ أشهر", "conflict"},
      {"en", "The Canadian dollar is at its highest in three months against the Japanese yen after the Bank of Canada decided.",
       "The Canadian dollar is at its lowest in three months against the Japanese yen after the Bank of Canada decided.", "2024-05-08", "three months",
       "three months", "conflict"},
      // What moves by the day is told of one day.
      {"en", "The Canadian dollar is at its highest in three months against the Japanese yen after the Bank of Canada decided.",
       "The Canadian dollar is at its lowest in three months against the Japanese yen after the Bank of Canada decided.", "2024-06-19", "three months",
       "three months", ""},
      // Another thing that fell.
      {"en", "The Canadian dollar is at its highest in three months against the Japanese yen after the Bank of Canada decided.",
       "Copper futures in London fell to their lowest in three months as the Bank of Canada met.", "2024-05-08", "three months", "three months", ""},
      // Neither is the opposite of the other.
      {"en", "The Canadian dollar is at its highest in three months against the Japanese yen after the Bank of Canada decided.",
       "The Canadian dollar is at its highest in three months against the Japanese yen after the Bank of Canada decided.", "2024-05-08", "three months",
       "three months", "agree"},
  }));
  CAPTURE(row.a, row.b);
  const auto report = report_on({article("a", row.lang, "2024-05-08", row.a), article("b", row.lang, row.day_b, row.b)});
  CHECK(status_of(report, row.quote_a, row.quote_b) == row.expected);
  for (const auto& fact : report.facts)
    if (fact.status == Relation::conflict) CHECK(fact.positions.size() == 2);
}

TEST_CASE("what a headline rounds is the figure of the text", "[compare][restatements]") {
  auto article = test::article("a", "en", "2023-09-10", "The earthquake in Adassil killed 2,012 people, the ministry said. A quake of 1990 had killed 2,500 people.");
  article.title = "Earthquake: more than 2,000 people killed in Adassil";
  const auto claims = test::checker().extract(article);
  for (const auto& node : merge_restatements(claims, test::packs().world)) {
    if (node.front()->quote == "2,012 people") CHECK((node.size() == 2 && node.back()->in_title));
    else CHECK((node.front()->kind != Kind::count || node.size() == 1));
  }
}

TEST_CASE("what merely could be true of a figure does not take it from its own", "[compare][update]") {
  const auto first = test::article("a", "en", "2023-04-05", "At least 24 people were killed when a bus ran off a mountain road in Ayacucho on Wednesday.");
  const auto later = test::article("b", "en", "2023-04-06", "On the way home, their bus left the road, killing 27 pilgrims. In Ayacucho 9 crashes of a bus on a mountain road killed 63 people since January.");
  CHECK(test::related(test::report_on({first, later}), Relation::compatible).find("63") == std::string::npos);
  CHECK(test::related(test::report_on({first, later}), Relation::update).find("63") == std::string::npos);
}

TEST_CASE("a toll told as at least grows where no day says which came first", "[compare][update]") {
  const char* early = "A powerful earthquake hit southern Iran near Qeshm, killing at least three people, officials said.";
  const char* late = "A powerful earthquake hit southern Iran near Qeshm, killing ten people, officials said.";
  CHECK(status_of(report_on({article("a", "en", "", early), article("b", "en", "", late)}), "at least three people", "ten people") == "update");
  CHECK(status_of(report_on({article("a", "en", "2024-05-08", early), article("b", "en", "2024-05-08", late)}), "at least three people", "ten people") == "agree");
}

TEST_CASE("a plan is told before what came of it", "[compare][update]") {
  Claim plan = count("a:1", "a", 190, "state", "attended"), event = count("b:1", "b", 189, "state", "attended");
  plan.topic.modality = Slot{"planned", SlotState::known, {}};
  CHECK(is_plan_told_first(plan, event));  // no day is known
  plan.topic.as_of.days = 17660;
  event.topic.as_of.days = 17661;
  CHECK(is_plan_told_first(plan, event));
  CHECK(is_plan_told_first(event, plan));
  plan.topic.as_of.days = 17661;
  CHECK_FALSE(is_plan_told_first(plan, event));
  event.document = "a";  // an article that tells both says so
  CHECK(is_plan_told_first(plan, event));
}

TEST_CASE("copies of one text are one witness", "[compare][witnesses]") {
  const char* wire = "The quake near Gyoma killed 1,342 people and destroyed 217 houses, the civil protection office said on Tuesday.";
  const char* copy = "BUDAPEST (Wire) The quake near Gyoma killed 1,342 people and destroyed 217 houses, the civil protection office said on Tuesday, officials added.";
  const char* own = "Rescuers in Gyoma have counted 1,342 people killed by the earthquake, according to the mayor.";
  const auto witnesses = [](const std::vector<Document>& documents) {
    for (const auto& fact : report_on(documents).facts)
      for (const auto& position : fact.positions)
        if (show(position.value) == "1342 person") return position.witnesses;
    return std::size_t{0};
  };
  CHECK(witnesses({article("a", "en", "2024-05-08", wire), article("b", "en", "2024-05-08", copy)}) == 1);
  CHECK(witnesses({article("a", "en", "2024-05-08", wire), article("b", "en", "2024-05-08", own)}) == 2);
  CHECK(witnesses({article("c", "en", "2024-05-08", own), article("b", "en", "2024-05-08", copy), article("a", "en", "2024-05-08", wire)}) == 2);
}

TEST_CASE("figures of other roles are no finding", "[compare]") {
  const auto report = report_on(conference("190"));
  CHECK(report.summary.conflict == 0);
  CHECK(status_of(report, "190", "122").empty());
}

TEST_CASE("a chain of near misses is not one fact", "[compare]") {
  std::vector<Claim> claims;
  for (const char* document : {"a", "b", "c", "d", "e", "f", "g"}) claims.push_back(count((std::string(document) + ":1").c_str(), document, 5, "person", "killed"));
  std::vector<Edge> edges;
  for (std::size_t i = 0; i + 1 < claims.size(); ++i) edges.push_back({claims[i].id, claims[i + 1].id, 100, {}});
  const auto groups = group_facts(claims, edges);
  REQUIRE_FALSE(groups.empty());
  for (const auto& group : groups) CHECK(group.claims.size() < claims.size());
}

TEST_CASE("a claim that contradicts one of many equal ones is not of their fact, one that tells of its change is", "[compare]") {
  std::vector<Claim> claims;
  for (const char* document : {"a", "b", "c", "d"}) claims.push_back(count((std::string(document) + ":1").c_str(), document, 5, "person", "killed"));
  claims.push_back(count("e:1", "e", 9, "person", "killed"));
  const auto held_together = [&](Signal signal, std::size_t links) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t j = i + 1; j < 4; ++j) edges.push_back({claims[i].id, claims[j].id, 900, {}});
    for (std::size_t i = 0; i < links; ++i) edges.push_back({claims[i].id, "e:1", 800, {{std::string(name_of(signal)), -1}}});
    return group_facts(claims, edges).at(0).claims.size() == 5;
  };
  CHECK_FALSE(held_together(Signal::value_contradicts, 1));
  CHECK(held_together(Signal::value_contradicts, 2));
  CHECK(held_together(Signal::value_updated, 1));
  CHECK_FALSE(held_together(Signal::value_equal, 1));
  CHECK(held_together(Signal::value_equal, 2));
}

TEST_CASE("values that could both be true are of one fact only where they are near, in whatever unit", "[compare]") {
  const auto facts = [](const std::string& first, const std::string& second) {
    return report_on({article("a", "en", "2024-05-08", "The Helsinki peace force of the whaling treaty will stay in Kabul for " + first + ", the secretariat said on Wednesday."),
                      article("b", "en", "2024-05-08", "The whaling treaty secretariat said on Wednesday: the Helsinki peace force is to be in Kabul for " + second + ".")});
  };
  const auto duration = [](const Report& report) {
    return std::count_if(report.facts.begin(), report.facts.end(), [](const Fact& fact) { return fact.kind == Kind::count; });
  };
  CHECK(duration(facts("at least three months", "about three months")) == 1);
  CHECK(duration(facts("at least three months", "about three years")) == 0);
}

TEST_CASE("results of two companies that only their titles name are no conflict", "[compare]") {
  const auto results = [](const std::string& title, const std::string& other) {
    const std::string text = "Shr profit 32 cts vs profit nine cts\nNet profit 413,000 vs profit 63,000\nRevs 9,412,000 vs 8,700,000\n";
    const std::string others = "Shr profit 38 cts vs profit nine cts\nNet profit 413,000 vs profit 63,000\nRevs 9,412,000 vs 8,700,000\n";
    auto first = article("a", "en", "1987-03-19", text), second = article("b", "en", "1987-03-19", others);
    first.title = title;
    second.title = other;
    return report_on({first, second}).summary.conflict;
  };
  CHECK(results("WALTHAM CORP <WLBK.O> 3RD QTR NET", "SOUTHOLD SAVINGS BANK <SDSB.O> 3RD QTR NET") == 0);
  CHECK(results("WALTHAM CORP <WLBK.O> 3RD QTR NET", "WALTHAM CORP <WLBK.O> 3RD QTR NET") > 0);
}

TEST_CASE("bodies that open two articles with their short names in brackets are no companies", "[compare]") {
  const auto toll = [](const std::string& body, const std::string& killed) {
    return body + " said that " + killed + " people were killed when a ferry sank off Mombasa on Monday. The ferry carried 312 passengers and a crew of 14.";
  };
  const auto conflicts = [&](const std::string& a, const std::string& b) {
    return report_on({article("a", "en", "2024-04-09", toll(a, "39")), article("b", "en", "2024-04-09", toll(b, "45"))}).summary.conflict;
  };
  CHECK(conflicts("Kenya Red Cross (KRC)", "World Health Organization (WHO)") == 1);
  CHECK(conflicts("Harrow Holdings (NYSE: HRW)", "Waltham Lines (WLBK.O)") == 0);
}

TEST_CASE("two reporting periods contradict nothing", "[compare]") {
  const auto conflicts = [](const std::string& first, const std::string& second) {
    const auto sales = [](const std::string& period) {
      return "Harrow Stores of Leeds said its sales rose 4.2 percent to 2.62 billion pounds. " + period + " The Harrow group of Leeds runs 312 shops and employs 18,400 people.";
    };
    return report_on({article("a", "en", "2024-04-09", sales(first)), article("b", "en", "2024-04-09", sales(second))}).summary.conflict;
  };
  CHECK(conflicts("Harrow sales for the nine weeks ended April 4 rose most in Leeds.", "Harrow sales for the five weeks ended April 4 rose most in Leeds.") == 0);
}

TEST_CASE("a fact takes two documents, and one claim of each unless the document tells of a change", "[compare]") {
  const std::vector<Claim> claims{count("a:1", "a", 5, "person", "killed"), count("a:2", "a", 6, "person", "killed"), count("b:1", "b", 5, "person", "killed")};
  CHECK(group_facts(claims, {{"a:1", "a:2", 900, {}}}).empty());
  const auto groups = group_facts(claims, {{"a:1", "b:1", 900, {}}, {"a:2", "b:1", 800, {}}});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].claims.size() == 2);
  CHECK(group_facts(claims, {{"a:1", "a:2", 900, {}}, {"a:1", "b:1", 800, {}}}).at(0).claims.size() == 3);
}

TEST_CASE("any order of arrival gives the same report", "[compare][order]") {
  auto documents = conference("189");
  documents.push_back(article("c", "en", "2015-06-20", "The Antarctic Krill Treaty conference in Ushuaia brought together 190 states. Krill catches fell by 4 percent."));
  documents.push_back(article("d", "ar", "2015-05-25", "شاركت 190 دولة في مؤتمر مراجعة معاهدة الكريل الذي افتتح في 27 أبريل، وصوتت لصالح النص 122 دولة."));
  const std::string expected = as_json(report_on(documents));
  std::mt19937 random(7);
  for (int round = 0; round < 12; ++round) {
    std::shuffle(documents.begin(), documents.end(), random);
    CHECK(as_json(report_on(documents)) == expected);
    // One after another, each in a batch of its own, some twice.
    auto store = open_store(":memory:", StoreMode::write, test::checker().packs());
    REQUIRE(store);
    for (const auto& document : documents) {
      REQUIRE(test::checker().add(**store, {document}));
      if (round % 3 == 0) {
        const auto again = test::checker().add(**store, {document});
        REQUIRE(again);
        CHECK(*again == 0);
      }
    }
    CHECK(as_json(*test::checker().report(**store)) == expected);
  }
}

TEST_CASE("a corrected article takes the place of its old self", "[compare][order]") {
  auto wrong = conference("189"), right = conference("190");
  auto store = open_store(":memory:", StoreMode::write, test::checker().packs());
  REQUIRE(store);
  REQUIRE(test::checker().add(**store, wrong));
  REQUIRE(test::checker().add(**store, {right[1]}));
  CHECK(as_json(*test::checker().report(**store)) == as_json(report_on(right)));
}

TEST_CASE("blocking keys come from what is rare", "[compare]") {
  Claim claim;
  claim.context = {"krill", "the"};
  claim.anchors = {"#:7", "c:FR", "d:2015", "d:2015-05-24", "n:ushuaia", "p:Ushuaia"};
  const auto keys = blocking_keys(claim, knowledge().background);
  const std::vector<std::string> expected{"c:FR", "d:2015-05-24", "n:ushuaia", "p:Ushuaia", "s:krill"};
  for (const auto& key : expected) CHECK(std::count(keys.begin(), keys.end(), key) == 1);
  CHECK(std::count(keys.begin(), keys.end(), "#:7") == 0);
}

TEST_CASE("where an article has no casualties at all, another has none killed", "[compare]") {
  const auto said = [](const char* what, const char* first_day, const char* second_day) {
    const std::string killed = "سقوط 29 قتيلا في هجوم بقذيفة صاروخية على سوق في دمشق";
    return test::conflicts_of(report_on({article("a", "ar", first_day, killed),
                                         article("b", "ar", second_day, std::string("هجوم بقذيفة صاروخية في دمشق ") + what)}));
  };
  CHECK(said("دون وقوع ضحايا", "", "") == "29 person / 0 person;");
  CHECK(said("دون وقوع ضحايا", "2018-03-20", "2018-03-20") == "29 person / 0 person;");
  // The first reports of the day before knew of none.
  CHECK(said("دون وقوع ضحايا", "2018-03-20", "2018-03-19").empty());
  CHECK(said("وسقوط ضحايا", "", "").empty());
}
