#include "judge/decisions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "judge/decision_json.hpp"
#include "support/got.hpp"
#include "support/packs.hpp"

// What editors decide binds later runs, also when other parts of the articles have changed.

using namespace mizan;
using test::got;
using Catch::Matchers::Contains;

namespace {

const std::string before_a = "The hall was full and warm. ", behind_a = " Nobody left early.";
const std::string news = " states attended the review conference of the Antarctic whaling treaty in Helsinki, the secretariat of the whaling treaty said.";

Document article(const std::string& id, const std::string& text) {
  return test::checker().prepare({.id = id, .source = id + ".txt", .lang = "en", .title = "", .published = "2015-05-25", .text = text});
}

/// Two articles of which one says 190 and the other 189.
struct Newsroom {
  std::unique_ptr<Store> store = got(open_store(":memory:", StoreMode::write, test::checker().packs()));
  Newsroom() { add({article("a", "Delegates of 190" + news), article("b", "Delegates of 189" + news)}); }
  void add(const std::vector<Document>& documents) { REQUIRE(test::checker().add(*store, documents)); }
  /// `a` again, with sentences around the old one: every offset has moved.
  void edit() { add({article("a", before_a + "Delegates of 190" + news + behind_a)}); }
  [[nodiscard]] Report report() const { return got(test::checker().report(*store)); }
  void decide(const Decision& decision) { REQUIRE(test::checker().decide(*store, {decision})); }
  [[nodiscard]] Claim count_of(const std::string& document) const {
    for (const auto claims = got(store->claims(document)); const Claim& claim : claims)
      if (claim.kind == Kind::count) return claim;
    FAIL("no count in " << document);
    return {};
  }
};

const FactRelation& conflict_of(const Report& report) {
  for (const Fact& fact : report.facts)
    for (const FactRelation& relation : fact.relations)
      if (relation.relation == Relation::conflict) return relation;
  FAIL("no conflict");
  throw std::logic_error("unreachable");
}

Decision about(Ruling ruling, const std::string& finding) { return {.ruling = ruling, .finding = finding, .reason = "because", .by = "Salma", .on = "2015-06-01"}; }
Decision about(Ruling ruling, const Claim& x, const Claim& y) {
  const std::pair<ClaimMark, ClaimMark> marks = std::minmax(mark_of(x), mark_of(y));
  return {.ruling = ruling, .a = marks.first, .b = marks.second, .by = "Salma", .on = "2015-06-01"};
}

}  // namespace

TEST_CASE("what was dismissed does not count, and what was accepted stays", "[judge]") {
  Newsroom room;
  const auto before = room.report();
  REQUIRE(before.summary.conflict == 1);
  CHECK(before.summary.dismissed == 0);
  const std::string id = conflict_of(before).id;
  for (const Ruling ruling : {Ruling::dismiss, Ruling::accept}) {
    room.decide(about(ruling, id));
    for (const bool is_edited : {false, true}) {
      if (is_edited) room.edit();
      CAPTURE(name_of(ruling), is_edited);
      const auto report = room.report();
      const bool is_dismissed = ruling == Ruling::dismiss;
      CHECK(report.summary.conflict == (is_dismissed ? 0 : 1));
      CHECK(report.summary.dismissed == (is_dismissed ? 1 : 0));
      CHECK(report.summary.facts == before.summary.facts);
      CHECK(conflict_of(report).judgement == Judgement{is_dismissed ? Standing::dismissed : Standing::accepted, "because", "Salma", "2015-06-01"});
      CHECK(counts(conflict_of(report).judgement.standing) == !is_dismissed);
    }
  }
  CHECK(got(room.store->decisions()).size() == 1);  // the later took the place of the first
}

TEST_CASE("a decision about a value that was corrected binds no more", "[judge]") {
  Newsroom room;
  room.decide(about(Ruling::dismiss, conflict_of(room.report()).id));
  room.add({article("a", "Delegates of 191" + news)});
  CHECK(room.report().summary.conflict == 1);
  CHECK(room.report().summary.dismissed == 0);
}

TEST_CASE("a check of one article is dismissed like a conflict of two", "[judge]") {
  Newsroom room;
  room.add({article("c", "The court met on Monday 21 May 2024.")});
  const auto before = room.report();
  REQUIRE(before.checks.size() == 1);
  room.decide(about(Ruling::dismiss, before.checks.front().id));
  CHECK(room.report().summary.checks == 0);
  CHECK(room.report().summary.dismissed == 1);
  const auto after = room.report();
  CHECK(after.checks.front().judgement.standing == Standing::dismissed);
}

TEST_CASE("two claims that an editor parted are no fact, whatever speaks for it", "[judge]") {
  Newsroom room;
  const auto decision = about(Ruling::different, room.count_of("a"), room.count_of("b"));
  room.decide(decision);
  CHECK(room.report().summary.conflict == 0);
  room.edit();
  CHECK(room.report().summary.conflict == 0);
  room.add({article("b", "Delegates of 189" + news + behind_a)});  // now both were linked anew
  CHECK(room.report().summary.conflict == 0);
  const auto verdict = got(test::checker().verdict(*room.store, room.count_of("a"), room.count_of("b")));
  CHECK(verdict.barrier == "decided");

  CHECK(got(test::checker().withdraw(*room.store, decision)));
  CHECK(room.report().summary.conflict == 1);
  CHECK_FALSE(got(test::checker().withdraw(*room.store, decision)));
}

TEST_CASE("two claims that an editor joined are one fact, however little speaks for it", "[judge]") {
  Newsroom room;
  room.add({article("c", "A bakery in Porto sold 23 loaves before noon."), article("d", "The choir of Tromso has 24 singers and a conductor.")});
  const auto with_both = [&] {
    for (const auto report = room.report(); const Fact& fact : report.facts)
      for (const Position& position : fact.positions)
        for (const auto& id : position.claims)
          if (id.starts_with("c:")) return true;
    return false;
  };
  CHECK_FALSE(with_both());
  const auto decision = about(Ruling::same, room.count_of("c"), room.count_of("d"));
  room.decide(decision);
  CHECK(with_both());
  room.add({article("c", before_a + "A bakery in Porto sold 23 loaves before noon." + behind_a)});
  CHECK(with_both());
  CHECK(got(test::checker().verdict(*room.store, room.count_of("c"), room.count_of("d"))).barrier.empty());
  CHECK(got(test::checker().withdraw(*room.store, decision)));
  CHECK_FALSE(with_both());
}

TEST_CASE("a wall between two claims keeps their groups apart over third claims", "[judge]") {
  Newsroom room;
  room.add({article("e", "Delegates of 190" + news)});
  room.decide(about(Ruling::different, room.count_of("a"), room.count_of("b")));
  room.decide(about(Ruling::same, room.count_of("a"), room.count_of("e")));
  for (const auto report = room.report(); const Fact& fact : report.facts) {
    if (fact.kind != Kind::count) continue;  // all of them met in Helsinki
    std::vector<std::string> documents;
    for (const Position& position : fact.positions)
      for (const auto& id : position.claims) documents.push_back(id.substr(0, 1));
    CHECK_FALSE((std::ranges::find(documents, "a") != documents.end() && std::ranges::find(documents, "b") != documents.end()));
  }
}

TEST_CASE("an article may go and come back: what was decided about it waits", "[judge]") {
  Newsroom room;
  room.decide(about(Ruling::different, room.count_of("a"), room.count_of("b")));
  CHECK(got(test::checker().remove(*room.store, "a")));
  CHECK_FALSE(got(test::checker().remove(*room.store, "a")));
  CHECK(got(room.store->documents(false)).size() == 1);
  room.edit();
  CHECK(room.report().summary.conflict == 0);
}

TEST_CASE("decisions go out as JSON and come back the same", "[judge]") {
  Newsroom room;
  room.decide(about(Ruling::accept, "0123"));
  room.decide(about(Ruling::note, "0123"));
  auto right = about(Ruling::accept, "4567");
  right.right = mark_of(room.count_of("a"));
  room.decide(right);
  room.decide(about(Ruling::same, room.count_of("a"), room.count_of("b")));
  const auto decisions = got(room.store->decisions());
  REQUIRE(decisions.size() == 4);
  const auto text = decisions_to_json(decisions);
  CHECK(decisions_to_json(got(decisions_from_json(text, "x"))) == text);
  auto back = got(decisions_from_json(text, "x")), sorted = decisions;
  std::ranges::sort(back);
  std::ranges::sort(sorted);
  CHECK(back == sorted);
  auto turned = decisions;
  std::ranges::reverse(turned);
  CHECK(decisions_to_json(turned) == text);
  CHECK(decisions_to_json({}) == "{\"schema\":\"mizan-decisions/1\",\"decisions\":[\n]}\n");
}

TEST_CASE("a file of decisions that is not one is refused with its place", "[judge]") {
  struct Row {
    const char *text, *what;
  };
  const auto decision = [](const std::string& body) { return "{\"schema\":\"mizan-decisions/1\",\"decisions\":[" + body + "]}"; };
  const auto refused = [](const std::string& text) {
    const auto read = decisions_from_json(text, "file");
    return read ? "taken" : show(read.error());
  };
  CHECK_THAT(refused("{"), Contains("file: is no JSON"));
  CHECK_THAT(refused("[]"), Contains("no file of decisions"));
  CHECK_THAT(refused("{\"schema\":\"mizan-decisions/1\"}"), Contains("no list"));
  CHECK_THAT(refused(decision("1")), Contains("decision 1: no object"));
  CHECK_THAT(refused(decision(R"({"ruling":"maybe"})")), Contains("not 'maybe'"));
  CHECK_THAT(refused(decision(R"({"ruling":"accept","by":"x","on":"2015-06-01"})")), Contains("'finding' is missing"));
  CHECK_THAT(refused(decision(R"({"ruling":"accept","finding":"1","by":"x","on":"2015-02-30"})")), Contains("not '2015-02-30'"));
  CHECK_THAT(refused(decision(R"({"ruling":"accept","finding":"1","by":"x","on":"2015-06-01","why":""})")), Contains("'why' is unknown"));
  CHECK_THAT(refused(decision(R"({"ruling":"same","by":"x","on":"2015-06-01"})")), Contains("not two"));
  CHECK_THAT(refused(decision(R"({"ruling":"accept","finding":7,"by":"x","on":"2015-06-01"})")), Contains("is no text"));
  CHECK(refused(decision(R"({"ruling":"accept","finding":"1","by":"x","on":"2015-06-01"})")) == "taken");
}

TEST_CASE("of two decisions about one thing the later stands", "[judge]") {
  auto early = about(Ruling::accept, "1"), late = about(Ruling::dismiss, "1"), other = about(Ruling::accept, "2"), note = about(Ruling::note, "1");
  late.on = "2015-06-02";
  CHECK(merged({early, other}, {late}) == std::vector{late, other});
  CHECK(merged({late, other}, {early}) == std::vector{late, other});
  CHECK(merged({note}, {early, note}) == std::vector{early, note});
  late.on = early.on;
  CHECK(merged({early}, {late}) == std::vector{late});  // of one day the second
}
