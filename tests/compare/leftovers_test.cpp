#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "compare/alignment.hpp"
#include "compare/verdict.hpp"
#include "support/packs.hpp"
#include "support/reports.hpp"

using namespace mizan;

namespace {

std::string conflicts(const std::string& day_b, const std::string& a, const std::string& b) {
  return test::conflicts_of(test::report_on({test::article("a", "en", "2022-04-02", a), test::article("b", "en", day_b, b)}));
}

DocumentView view(const std::string& id, const std::string& text) {
  return view_document(id, "en", test::checker().extract(test::article(id, "en", "2022-04-02", text)), test::packs());
}

/// The pairs of quotes that are taken for one fact.
std::string joined(const std::string& a, const std::string& b) {
  const auto x = view("a", a), y = view("b", b);
  const auto quote = [](const DocumentView& document, const std::string& id) {
    return std::find_if(document.claims.begin(), document.claims.end(), [&](const Claim& claim) { return claim.id == id; })->quote;
  };
  std::string pairs;
  for (const auto& edge : align(x, y, test::packs(), test::packs().model)) {
    // Who asks is told the same.
    const auto verdict = judge_pair(x, edge.a, y, edge.b, test::packs(), test::packs().model);
    CHECK(verdict.barrier.empty());
    CHECK(verdict.score == edge.score);
    pairs += quote(x, edge.a) + " = " + quote(y, edge.b) + "; ";
  }
  return pairs;
}

/// Two reports that agree on four things: what one dam of the Orvel is, in two wordings.
const std::string told =
    "The Maravel dam on the Orvel was opened on 14 March 1987 after eleven years of work. It is 83 metres high, cost 412 million euros and feeds 6,350 farms. ";
const std::string retold =
    "For eleven years they built at Maravel, until on 14 March 1987 the water of the Orvel rose behind a wall of 83 metres. 412 million euros were spent, and 6,350 farms drink from it. ";

}  // namespace

TEST_CASE("lists that differ in one state are one list where the articles agree on much", "[compare][leftovers]") {
  const std::string lenders = "It was supported by Norway, Austria and Japan.", others = "The dam was paid for by Norway, Japan and Canada.";
  CHECK(conflicts("2022-04-12", told + lenders, retold + others) == "AT,JP,NO / CA,JP,NO;");
  // Of a list that is open the other tells some, and of one that is longer, too.
  CHECK(conflicts("2022-04-12", told + lenders, retold + "The dam was paid for by countries including Norway, Japan and Canada.").empty());
  CHECK(conflicts("2022-04-12", told + lenders, retold + "The dam was paid for by Norway and Japan.").empty());
  // Where the articles agree on nothing else, they are two lists.
  CHECK(conflicts("2022-04-12", "The Maravel dam was discussed for years. " + lenders, "At Maravel there was a quarrel. " + others).empty());
}

TEST_CASE("the only count of a noun in two articles that agree on much is one count", "[compare][leftovers]") {
  CHECK(conflicts("2022-04-12", told + "Under the crest run 24 galleries.", retold + "You may see the 21 galleries on Sundays.") == "24 gallery / 21 gallery;");
  // Another figure of the noun may be the one that is meant.
  CHECK(conflicts("2022-04-12", told + "Under the crest run 24 galleries.", retold + "You may see 21 galleries on Sundays, and three galleries are shut.").empty());
  // Months later there may be more of them; and far figures are of two things.
  CHECK(conflicts("2022-09-12", told + "Under the crest run 24 galleries.", retold + "You may see the 21 galleries on Sundays.").empty());
  CHECK(conflicts("2022-04-12", told + "Under the crest run 24 galleries.", retold + "You may see three galleries on Sundays.").empty());
}

TEST_CASE("equal figures that are left are told in other words", "[compare][leftovers]") {
  const auto tells = [](const std::string& pairs, const std::string& pair) { return pairs.find(pair) != std::string::npos; };
  CHECK(tells(joined(told + "The crest carries nine statues.", retold + "Nine stone giants look down."), "nine statues = Nine stone giants"));
  CHECK(tells(joined(told + "Divers searched it for 72 hours.", retold + "It was under water for three days."), "72 hours = three days"));
  // Two of anything are told of many things, shares are equal by chance, and who was killed was not arrested.
  CHECK(!tells(joined(told + "Two foremen had planned it for a decade.", retold + "Above the water two choirs sing at Easter."), "Two foremen"));
  CHECK(!tells(joined(told + "Nine percent of the power goes north.", retold + "Prices fell by nine percent."), "Nine percent"));
  CHECK(!tells(joined(told + "Nine smugglers were killed there.", retold + "Nine men were arrested."), "Nine smugglers"));
  // Nor is a noun of another sort told so, nor anything where the articles agree on nothing else.
  CHECK(!tells(joined(told + "Nine engineers live there.", retold + "Nine lamps burn there."), "Nine engineers"));
  CHECK(!tells(joined("The crest of Maravel carries nine statues.", "Under the arches nine stone giants look down on the market of Orvel."), "nine statues"));
}

TEST_CASE("near figures of one role are one count where neither article counts another of it", "[compare][leftovers]") {
  const std::string yes = "In the council five members voted for the cut.", other_yes = "Though the mayor had begged for it, only four members of the committee voted for it.";
  CHECK(conflicts("2022-04-12", told + yes, retold + other_yes) == "5 member / 4 member;");
  // Another such vote may be the one that is meant; and what is far apart is of two.
  CHECK(conflicts("2022-04-12", told + yes, retold + other_yes + " A year before, three members voted for it.").empty());
  CHECK(conflicts("2022-04-12", told + yes, retold + "Though the mayor had begged for it, 19 members of the committee voted for it.").empty());
  CHECK(conflicts("2022-04-12", "The Maravel dam was discussed for years. " + yes, "At Maravel there was a quarrel. " + other_yes).empty());
}

TEST_CASE("a toll that each of two articles tells once is one toll where they agree on anything", "[compare][leftovers]") {
  const auto updates = [](const std::string& day, const std::string& a, const std::string& b) {
    return test::related(test::report_on({test::article("a", "en", "2022-04-02", a), test::article("b", "en", day, b)}), Relation::update);
  };
  const std::string first = "Engineers from Gravelin inspected 17 turbines with sonar probes. Apricot growers near Lisska demanded 29 sluice permits from the chancellery. "
                            "The barrage is 83 metres high and cost 412 million euros. Four workers were killed when a crane toppled.";
  const std::string later = "Pilgrims lit 38 candles beneath the chapel of Saint Oda. Schoolteacher Brenn Halloway recited ballads about 21 forgotten hamlets. "
                            "A wall of 83 metres holds the water, for which 412 million euros were spent. By Tuesday six people had died.";
  CHECK(updates("2022-04-05", first, later) == "4 worker / 6 person;");
  CHECK(updates("2022-04-05", first, later + " In the flood of the year before nine people had died.").empty());
  // News tell their own toll first: where the later one tells that it grew, those of other days behind it are no rivals.
  const std::string grown = later.substr(0, later.find("By Tuesday")) + "The death toll rose to six people.";
  CHECK(updates("2022-04-05", first, grown + " In the flood of the year before nine people had died.") == "4 worker / 6 person;");
  CHECK(updates("2022-04-05", first, grown.substr(0, grown.find("The death toll")) + "In the flood of the year before nine people had died. The death toll rose to six people.").empty());
  // A month later it is another accident.
  CHECK(updates("2022-05-20", first, later).empty());
}

TEST_CASE("a day that was moved is the one that was to come where the articles agree on much", "[compare][leftovers]") {
  const auto updates = [](const std::string& a, const std::string& b) {
    return test::related(test::report_on({test::article("a", "en", "2022-04-02", a), test::article("b", "en", "2022-04-12", b)}), Relation::update);
  };
  const std::string due = "The probe from Gravelin is to be launched on 20 April 2022.", moved = "From there the launch was put off to 6 May 2022.";
  CHECK(updates(told + due, retold + moved) == "2022-04-20 / 2022-05-06;");
  // Where nobody says that it was moved, there are two.
  CHECK(updates(told + due, retold + "A rocket was launched there on 9 April 2022.").empty());
  CHECK(updates("The Maravel dam was discussed for years. " + due, "At Maravel there was a quarrel. " + moved).empty());
}

TEST_CASE("a toll that rose by the law of its role needs no shared word where the articles agree on much", "[compare][leftovers]") {
  const auto updates = [](const std::string& a, const std::string& b) {
    return test::related(test::report_on({test::article("a", "en", "2022-04-02", a), test::article("b", "en", "2022-04-05", b)}), Relation::update);
  };
  const std::string first = "Engineers from Gravelin inspected 17 turbines with sonar probes. Apricot growers near Lisska demanded 29 sluice permits from the chancellery. "
                            "The barrage is 83 metres high, cost 412 million euros and feeds 6,350 farms. Four workers were killed when a crane toppled.";
  const std::string later = "Pilgrims lit 38 candles beneath the chapel of Saint Oda. Schoolteacher Brenn Halloway recited ballads about 21 forgotten hamlets. "
                            "A wall of 83 metres holds the water. 412 million euros were spent, and 6,350 farms drink from it. ";
  CHECK(updates(first, later + "By Tuesday six people had died.") == "4 worker / 6 person;");
  // A toll does not fall.
  CHECK(updates(first, later + "By Tuesday three people had died.").empty());
}
