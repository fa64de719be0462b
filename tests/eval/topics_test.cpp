#include "eval/topics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

namespace mizan::eval {
namespace {

using nlohmann::json;

std::vector<Case> cases_of(const std::string& language) {
  const auto cases = read_gold(MIZAN_TESTS_DIR "/cases/dev-" + language + ".jsonl");
  if (!cases) FAIL(show(cases.error()));
  return *cases;
}

std::vector<GoldTopics> marks_of(const std::string& language) {
  const auto marks = read_topics(MIZAN_TESTS_DIR "/cases/topics-" + language + ".jsonl");
  if (!marks) FAIL(show(marks.error()));
  return *marks;
}

/// The claims that a program without fault would extract; events by number.
std::vector<ReportedClaim> perfect_claims(const Case& gold, const GoldTopics& topics) {
  std::vector<ReportedClaim> claims;
  std::map<std::string, std::size_t> numbers;
  for (const auto& [event, head] : topics.heads) numbers.emplace(event, numbers.size());
  for (const auto& claim : gold.claims) {
    const auto& topic = topics.claims.at(claim.id);
    json slots;
    for (const auto& [slot, answers] : topic.slots) slots[slot] = {{"id", answers.front()}};
    slots["entity"] = numbers.at(topic.events.front());
    claims.push_back({.id = claim.id, .document = claim.document, .kind = claim.kind, .quote = claim.quote, .unit = claim.unit, .value = claim.value, .slots = slots,
                      .begin = claim.begin, .end = claim.end});
  }
  return claims;
}

TopicFigures figures_of(const Case& gold, const GoldTopics& topics, const std::vector<ReportedClaim>& claims) {
  TopicFigures figures;
  std::map<std::string, std::size_t> shown;
  std::ostringstream out;
  score_topics(gold, topics, claims, 0, shown, figures, out);
  return figures;
}

Case two_counts() {
  const auto gold = parse_case(R"({"id": "t", "documents": [{"id": "a", "lang": "en", "text": "190 states met, 9 states left"}],
    "claims": [{"id": "a1", "doc": "a", "kind": "count", "quote": "190 states", "value": {"min": 190, "max": 190}, "unit": "state"},
               {"id": "a2", "doc": "a", "kind": "count", "quote": "9 states", "value": {"min": 9, "max": 9}, "unit": "state"}], "relations": []})", "test");
  REQUIRE(gold);
  return *gold;
}

GoldTopics two_topics() {
  const auto topics = parse_topics(R"({"case": "t", "events": {"e1": {"head": "conference"}, "e2": {"head": "session"}}, "claims": {
      "a1": {"role": ["attended", "invited"], "event": ["e1"], "modality": ["actual"], "scope": ["whole"]},
      "a2": {"role": ["other:left"], "event": ["e2"], "modality": ["planned"], "scope": ["part"]}}})", "test");
  REQUIRE(topics);
  return *topics;
}

}  // namespace

TEST_CASE("the marks as answer score 1 in every slot", "[eval]") {
  const std::string language = GENERATE("ar", "en");
  const auto cases = cases_of(language);
  std::size_t claims = 0;
  for (const auto& topics : marks_of(language)) {
    CAPTURE(topics.id);
    const auto gold = std::find_if(cases.begin(), cases.end(), [&](const Case& one) { return one.id.ends_with("/" + topics.id); });
    REQUIRE(gold != cases.end());
    claims += topics.claims.size();
    for (const auto& [slot, share] : figures_of(*gold, topics, perfect_claims(*gold, topics))) {
      CAPTURE(slot);
      CHECK(share.right == share.all);
    }
  }
  CHECK(claims >= 300);
}

TEST_CASE("each slot that is wrong costs its own figure", "[eval]") {
  const auto gold = two_counts();
  const auto topics = two_topics();
  auto claims = perfect_claims(gold, topics);
  SECTION("another answer that is as right") { claims[0].slots["role"]["id"] = "invited"; }
  SECTION("a role that no list has may be left out") { claims[1].slots.erase("role"); }
  SECTION("the ordinary may be left out") { claims[0].slots.erase("modality"); }
  for (const auto& [slot, share] : figures_of(gold, topics, claims)) CHECK(share.right == share.all);
  std::string spoilt;
  SECTION("role") { claims[1].slots[spoilt = "role"]["id"] = "killed"; }
  SECTION("modality") { claims[1].slots.erase(spoilt = "modality"); }
  SECTION("scope") { claims[1].slots.erase(spoilt = "scope"); }
  SECTION("event") { claims[1].slots["entity"] = claims[0].slots["entity"], spoilt = "event"; }
  if (spoilt.empty()) return;
  for (const auto& [slot, share] : figures_of(gold, topics, claims)) {
    CAPTURE(slot);
    CHECK(share.all - share.right == (slot == spoilt ? 1 : 0));
  }
}

TEST_CASE("marks that say what is not there are refused", "[eval]") {
  const auto error_of = [](const std::string& slot, const std::string& value) {
    json mark{{"role", {"attended"}}, {"event", {"e1"}}, {"modality", {"actual"}}, {"scope", {"whole"}}};
    mark[slot] = value.empty() ? json::array() : json{value};
    const json line{{"case", "t"}, {"events", {{"e1", {{"head", "conference"}}}}}, {"claims", {{"a1", mark}}}};
    const auto topics = parse_topics(line.dump(), "f:1");
    return topics ? std::string() : show(topics.error());
  };
  CHECK(error_of("scope", "half") == "f:1: claim a1: scope 'half' is unknown");
  CHECK(error_of("modality", "maybe") == "f:1: claim a1: modality 'maybe' is unknown");
  CHECK(error_of("event", "e9") == "f:1: claim a1: event e9 is not told of");
  CHECK(error_of("role", "") == "f:1: claim a1: no role");
  CHECK(error_of("role", "killed").empty());
}

}  // namespace mizan::eval
