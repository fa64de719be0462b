#include <algorithm>
#include <catch2/catch.hpp>
#include <iomanip>
#include <sstream>

#include "compare/edits.hpp"
#include "compare/gates.hpp"
#include "compare/pairing.hpp"
#include "support/reports.hpp"

// Two articles that agree, and a slip in one of them: exactly that is to be found. edits.jsonl holds the pairs, with what both tell marked; a slip is made of
// every marked value, of either article, in every way that edits.hpp knows.

using namespace mizan;
using test::AgreeingPair;
using test::Edit;
using test::Rendered;
using test::Stretch;

namespace {

/// What became of one edit.
struct Outcome {
  bool is_found = false;
  std::vector<std::string> other_alarms;
};

/// The text of the pair's articles, one of them edited.
struct Edited {
  std::array<Rendered, 2> articles;
  Edited(const AgreeingPair& pair, const Edit& edit) {
    for (std::size_t side = 0; side < 2; ++side)
      articles[side] = render(pair.articles[side], side == 0 ? "first" : "second", side == edit.side ? edit.instead : std::map<std::string, std::string>());
  }
  [[nodiscard]] std::vector<Document> documents() const {
    std::vector<Document> list;
    for (const auto& article : articles) list.push_back(test::checker().prepare(article.document));
    return list;
  }
};

bool is_at(const Claim& claim, const std::string& document, Kind kind, const Stretch& place) {
  return claim.document == document && claim.kind == kind && index_of(claim.span.begin) < place.end && place.begin < index_of(claim.span.end);
}

Kind kind_of_key(const std::string& key) { return test::Mark{key, {}, {}}.kind(); }

/// Does the position tell the value that is marked so in that article?
bool tells(const Position& position, const Report& report, const Rendered& article, const std::string& key) {
  const auto is_it = [&](const Claim& claim) { return is_at(claim, article.document.id, kind_of_key(key), article.places.at(key)); };
  return std::any_of(report.claims.begin(), report.claims.end(), [&](const Claim& claim) {
    return is_it(claim) && std::find(position.claims.begin(), position.claims.end(), claim.id) != position.claims.end();
  });
}

Outcome outcome_of(const AgreeingPair& pair, const Edit& edit) {
  const Edited edited(pair, edit);
  const auto report = test::report_on(edited.documents());
  const auto &mine = edited.articles[edit.side], &theirs = edited.articles[1 - edit.side];
  const bool may_have_moved = mine.document.published != theirs.document.published;
  Outcome outcome;
  for (const auto& fact : report.facts)
    for (const auto& relation : fact.relations) {
      if (relation.relation != Relation::conflict && relation.relation != Relation::update) continue;
      const auto &a = fact.positions[relation.first], &b = fact.positions[relation.second];
      const bool is_edit = std::any_of(edit.instead.begin(), edit.instead.end(), [&](const auto& instead) {
        const auto& key = instead.first;
        return (tells(a, report, mine, key) && tells(b, report, theirs, key)) || (tells(b, report, mine, key) && tells(a, report, theirs, key));
      });
      const bool is_alarm = relation.relation == Relation::conflict;
      if (is_edit && (is_alarm || may_have_moved)) outcome.is_found = true;
      else if (is_alarm) outcome.other_alarms.push_back(fact.label + ": " + show(a.value) + " / " + show(b.value));
    }
  return outcome;
}

/// Why the program is silent about an edited value: the claim that is not there, the gate, the score that is too low.
std::string reason_of(const AgreeingPair& pair, const Edit& edit) {
  const Edited edited(pair, edit);
  const auto& knowledge = test::packs();
  std::array<DocumentView, 2> views;
  std::array<const Claim*, 2> claims{};
  const auto& key = edit.instead.begin()->first;
  for (std::size_t side = 0; side < 2; ++side) {
    const auto& article = edited.articles[side];
    auto read = test::checker().extract(test::checker().prepare(article.document));
    views[side] = view_document(article.document.id, article.document.lang, std::move(read), knowledge);
    for (const auto& claim : views[side].claims)
      if (!claims[side] && is_at(claim, article.document.id, kind_of_key(key), article.places.at(key))) claims[side] = &claim;
    if (!claims[side]) return side == edit.side ? "edited value not read" : "partner not read";
  }
  const auto &x = *claims[0], &y = *claims[1];
  const auto topic = [](const Claim& claim) {
    const auto slot = [](const Slot& s) { return s.id.empty() ? std::string("?") : s.id + (s.state == SlotState::known ? "" : "~"); };
    const auto& t = claim.topic;
    return show(claim.value) + " " + slot(t.event.head) + "/" + slot(t.role) + "/" + slot(t.of_whom) + "/" + slot(t.scope);
  };
  const auto told = " | " + topic(x) + " | " + topic(y);
  const auto relation = claim_kind(x.kind).relate(x.value, y.value, knowledge.world);
  if (!relation.comparable || relation.relation != Relation::conflict) return "values may both hold" + told;
  auto pairings = pair_claims(views[0], views[1], knowledge, knowledge.model);
  add_margins(pairings);
  const Retelling retelling(pairings.a, pairings.b, knowledge.world);
  const auto forbidden = gate(x, y, Stand::differ, knowledge.world);
  if (!forbidden.empty() && !retelling.lets_by(forbidden, x, y)) return "gate " + forbidden + (retelling.is_sure() ? " though one event is told" : "") + told;
  for (auto& found : pairings.pairs) {
    if (found.claim_a != &x || found.claim_b != &y) continue;
    const auto score = score_of(found.observations, knowledge.model), bar = acceptance_of(found, knowledge.model).bar;
    std::string shares;
    for (const auto& feature : shares_of(found.observations, knowledge.model)) shares += " " + feature.name + " " + std::to_string(feature.share);
    if (score >= bar) return "taken by another" + told;
    return "score " + std::to_string(score) + told + shares;
  }
  if (!distance(x.value, y.value, false, knowledge.world)) return "more than three times" + told;
  return "stories or names apart, " + std::to_string(story(views[0], views[1], knowledge.background)) + told;
}

/// How many edits were made and found, by kind of edit and language.
class Tally {
 public:
  void add(const std::string& kind, const std::string& lang, bool is_found) {
    for (const auto& of_kind : {kind, std::string("all")})
      for (const auto& of_lang : {lang, std::string("all")}) {
        auto& [made, found] = counts_[{of_kind, of_lang}];
        ++made;
        found += is_found ? 1 : 0;
      }
  }
  [[nodiscard]] std::size_t made() const { return of("all", "all").first; }
  [[nodiscard]] double found(const std::string& kind = "all", const std::string& lang = "all") const {
    const auto [made, found] = of(kind, lang);
    return made == 0 ? 0 : static_cast<double>(found) / static_cast<double>(made);
  }
  [[nodiscard]] std::string table() const {
    std::ostringstream out;
    for (const auto& [key, count] : counts_) {
      out << std::left << std::setw(18) << key.first << std::setw(7) << key.second;
      out << std::right << std::setw(5) << count.second << " of " << std::setw(5) << count.first << "\n";
    }
    return out.str();
  }

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> of(const std::string& kind, const std::string& lang) const {
    const auto found = counts_.find({kind, lang});
    return found == counts_.end() ? std::pair<std::size_t, std::size_t>() : found->second;
  }
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>> counts_;
};

const std::vector<AgreeingPair>& agreeing_pairs() {
  static const auto pairs = test::read_agreeing_pairs(MIZAN_TESTS_DIR "/compare/edits.jsonl");
  return pairs;
}

}  // namespace

TEST_CASE("of articles that agree no alarm is raised", "[compare][edits]") {
  for (const auto& pair : agreeing_pairs()) {
    CAPTURE(pair.name);
    const auto report = test::report_on(Edited(pair, {}).documents());
    CHECK(report.summary.conflict == 0);
    CHECK(report.summary.agree > 0);
  }
}

TEST_CASE("a slip in one of two articles that agree raises its alarm and no other", "[compare][edits][slow]") {
  Tally tally;
  for (const auto& pair : agreeing_pairs())
    for (const auto& edit : test::edits_of(pair)) {
      const auto outcome = outcome_of(pair, edit);
      const auto& [key, text] = *edit.instead.begin();
      CAPTURE(pair.name, edit.kind, edit.side, key, text);
      CHECK(outcome.other_alarms == std::vector<std::string>());
      tally.add(edit.kind, pair.language(), outcome.is_found);
    }
  CAPTURE(tally.table());
  CHECK(tally.made() >= 500);
  // Measured, rounded down: 0.80 is wanted. What is missing is mostly roles that the packs do not know or read amiss ([edits-table] tells which).
  CHECK(tally.found() >= 0.60);
}

// For those who mend: what is found by kind and language, of the pairs that may be read when rules are written and of every third, which may not, and why the
// rest is not.
TEST_CASE("which slips are found", "[.][edits-table]") {
  std::array<Tally, 2> tallies;
  std::ostringstream missed;
  for (std::size_t i = 0; i < agreeing_pairs().size(); ++i) {
    const auto& pair = agreeing_pairs()[i];
    const bool is_unread = i % 3 == 2;
    for (const auto& edit : test::edits_of(pair)) {
      const bool is_found = outcome_of(pair, edit).is_found;
      tallies[is_unread ? 1 : 0].add(edit.kind, pair.language(), is_found);
      if (is_found || is_unread) continue;
      missed << pair.name << " " << edit.side;
      for (const auto& [key, text] : edit.instead) missed << " " << key << " " << text;
      missed << ": " << edit.kind << ": " << reason_of(pair, edit) << "\n";
    }
  }
  WARN("read:\n" << tallies[0].table() << "\nunread:\n" << tallies[1].table() << "\nmissed:\n" << missed.str());
}
