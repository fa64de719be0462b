#include "report/claim_text.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "kind/kinds.hpp"

namespace mizan {
namespace {

Claim a_claim() {
  Claim claim;
  claim.id = "a:count:4";
  claim.quote = "190\u202E states";
  claim.kind = Kind::count;
  claim.value = Quantity{make_decimal(190), make_decimal(190), false, false, "state"};
  claim.rule = "en/count.rules:unit";
  claim.topic.event.head = {"conference", SlotState::known, "the talks"};
  claim.topic.event.ordinal = {"3", SlotState::known, {}};
  claim.topic.event.year = {"2015", SlotState::known, {}};
  claim.topic.role = {"attended", SlotState::known, "came"};
  claim.topic.modality = {"planned", SlotState::inherited, {}};
  claim.topic.as_of = {16572, AsOf::From::dateline};
  return claim;
}

std::string text_of(const Claim& claim) {
  const Words words = [](const std::string& key) {
    static const std::map<std::string, std::string> messages{{"topic.from", "{0} from {1}"},    {"topic.concluded", "{0} concluded"}, {"topic.of-year", "{0} {1}"},
                                                             {"ordinal.number", "no {0}"},      {"topic.dateline", "{0} of the article"},
                                                             {"value.unit", "{0} {1}"},         {"date.day-month-year", "{0} {1} {2}"}, {"month.5", "May"}};
    const auto found = messages.find(key);
    return found == messages.end() ? key : found->second;
  };
  return claim_in_words(claim, words);
}

}  // namespace

TEST_CASE("a claim in words says each slot and the words that set it", "[report]") {
  CHECK(text_of(a_claim()) ==
        "a:count:4\n"
        "  190\\u202E states\n"
        "  topic.value: 190 state\n"
        "  topic.rule: en/count.rules:unit\n"
        "  topic.event: conference no 3 2015 from the talks\n"
        "  topic.role: attended from came\n"
        "  topic.modality: planned concluded\n"
        "  topic.as-of: 17 May 2015 of the article\n");
}

TEST_CASE("a claim of no event says so", "[report]") {
  auto claim = a_claim();
  claim.topic = {};
  CHECK(text_of(claim).ends_with("  topic.event: topic.unknown\n"));
}

}  // namespace mizan
