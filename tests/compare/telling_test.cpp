#include <catch2/catch.hpp>

#include <algorithm>

#include "support/reports.hpp"

// What two articles of one story share by no chance, and what each of them counts once: compare/gates.hpp, compare/retelling.hpp.

using namespace mizan;
using test::article;

namespace {

Report report_on(const std::string& first_day, const std::string& first, const std::string& second_day, const std::string& second) {
  return test::report_on({article("first", "en", first_day, first), article("second", "en", second_day, second)});
}

/// Does a fact hold a claim of this quote of either article?
bool are_one_fact(const Report& report, const std::string& first, const std::string& second) {
  const auto is_told = [&](const Fact& fact, const std::string& quote) {
    for (const auto& position : fact.positions)
      for (const auto& id : position.claims)
        for (const auto& claim : report.claims)
          if (claim.id == id && claim.quote == quote) return true;
    return false;
  };
  return std::any_of(report.facts.begin(), report.facts.end(), [&](const Fact& fact) { return is_told(fact, first) && is_told(fact, second); });
}

const std::string kPrison =
    "Police put up 260 checkpoints around Gilboa prison on Monday after six prisoners fled through a tunnel that was 25 metres long, the prison service said.";
std::string prison(const std::string& checkpoints) {
  return "The prison service said that six prisoners escaped from Gilboa prison on Monday. Security forces stood at " + checkpoints +
         " checkpoints on the roads, and the tunnel of the prisoners began in a cell.";
}

const std::string kHeritage = "The World Heritage Committee inscribed 27 sites at its session in Baku, and the list now has 1,058 properties, its chairman said on Sunday.";
std::string heritage(const std::string& figure) {
  return "The list of the World Heritage Committee has grown at the session in Baku to " + figure + "; its members had talked for ten days.";
}

const std::string kCampaign = "The Liberty Party, which held its congress in Denver on Friday, nominated Anna Falk for the elections. The party won 203,091 votes in 2016.";
const std::string kLater = "Falk's Liberty Party opened its campaign for the elections in Denver on Friday. Her rival James Hedges first ran for the senate in 2016.";

}  // namespace

TEST_CASE("what each of two articles counts once is one thing, though nothing says what became of it", "[compare][telling]") {
  CHECK(test::conflicts_of(report_on("2021-09-06", kPrison, "2021-09-07", prison("200"))) == "260 checkpoint / 200 checkpoint;");
  CHECK(test::conflicts_of(report_on("2021-09-06", kPrison, "2021-09-07", prison("260"))).empty());
  // A month later they may be others, and a tenth of them are hardly the same.
  CHECK(test::conflicts_of(report_on("2021-09-06", kPrison, "2021-10-07", prison("200"))).empty());
  CHECK(test::conflicts_of(report_on("2021-09-06", kPrison, "2021-09-07", prison("20"))).empty());
  // One of the two counts them twice.
  CHECK(test::conflicts_of(report_on("2021-09-06", kPrison, "2021-09-07", prison("200") + " In the north 40 checkpoints were lifted.")).empty());
}

TEST_CASE("so are persons of a narrow noun, one sum of money and one lapse of time in one role", "[compare][telling]") {
  const auto guards = [](const std::string& figure) {
    return "The prison service said that six prisoners escaped from Gilboa prison on Monday, although " + figure + " had been sent to the prison.";
  };
  const std::string first = "Six prisoners fled from Gilboa prison through a tunnel on Monday, the prison service said. " ;
  CHECK(test::conflicts_of(report_on("2021-09-06", first + "It has 35 guards.", "2021-09-07", guards("25 guards"))) == "35 guard / 25 guard;");
  CHECK(test::conflicts_of(report_on("2021-09-06", first + "It has 7 guards.", "2021-09-07", guards("8 guards"))).empty());
  CHECK(test::conflicts_of(report_on("2021-09-06", first + "It has 35 people.", "2021-09-07", guards("25 people"))).empty());

  const std::string line = "Jordan and the Emirates signed a memorandum in Amman on Wednesday on a railway of 1,200 kilometres from Aqaba at a cost of ";
  const auto railway = [](const std::string& worth) {
    return "The memorandum that Jordan and the Emirates signed in Amman is for a railway of 1,200 kilometres from Aqaba, valued at " + worth + ".";
  };
  CHECK(test::conflicts_of(report_on("2023-11-15", line + "$5 billion.", "2023-11-16", railway("$6 billion"))) == "5000000000 USD / 6000000000 USD;");
  CHECK(test::conflicts_of(report_on("2023-11-15", line + "$5 billion.", "2023-11-16", railway("$16 billion"))).empty());
  CHECK(test::conflicts_of(report_on("2023-11-15", line + "$5 billion. The port had cost $4 billion.", "2023-11-16", railway("$6 billion"))).empty());

  const auto ship = [](const std::string& first_words, const std::string& lapse) {
    return first_words + " The crew of the ship Ever Given needed " + lapse + " to refloat it in the canal near Suez.";
  };
  CHECK(test::conflicts_of(report_on("2023-05-25", ship("A ship ran aground near Suez on Thursday.", "five hours"), "2023-05-26", ship("Ships wait.", "four hours"))) ==
        "5 hour / 4 hour;");
}

TEST_CASE("houses of two towns are counted apart", "[compare][telling]") {
  const auto storm = [](const std::string& town, const std::string& houses) {
    return "In " + town + ", the storm Daniel tore the roofs off " + houses + " houses on Monday, while firemen pumped out cellars all over Thessaly.";
  };
  const std::string first = "The storm Daniel tore the roofs off 40 houses in Volos on Monday, and firemen pumped out cellars all over Thessaly.";
  CHECK(test::conflicts_of(report_on("2024-03-12", first, "2024-03-12", storm("Volos", "46"))) == "40 house / 46 house;");
  CHECK(test::conflicts_of(report_on("2024-03-12", first, "2024-03-12", storm("Larissa", "46"))).empty());
}

TEST_CASE("a figure that one story hardly tells twice is one fact under two nouns", "[compare][telling]") {
  CHECK(are_one_fact(report_on("2016-07-18", kHeritage, "2016-07-20", heritage("1,058 places")), "1,058 properties", "1,058 places"));
  // Hours are no sites; and small figures are equal by chance.
  CHECK_FALSE(are_one_fact(report_on("2016-07-18", kHeritage, "2016-07-20", heritage("1,058 hours")), "1,058 properties", "1,058 hours"));
  const std::string few = "The World Heritage Committee inscribed 3 sites at its session in Baku, its chairman said on Sunday.";
  CHECK_FALSE(are_one_fact(report_on("2016-07-18", few, "2016-07-20", heritage("3 places")), "3 sites", "3 places"));
}

TEST_CASE("a year in news of different days tells of one thing only where words or names are shared", "[compare][telling]") {
  CHECK_FALSE(are_one_fact(report_on("2020-06-05", kCampaign, "2020-08-21", kLater), "2016", "2016"));
}

TEST_CASE("figures of one role whose digits changed places are one figure, of whichever edition", "[compare][telling]") {
  const std::string first = "The 12th final of the Orvel cup was played in Gravelin on Saturday. Before 31,200 spectators the Rovers beat Lisska by four goals to one. The match lasted 124 minutes.";
  const auto second = [](const std::string& figure) {
    return "In Gravelin the Rovers beat Lisska four goals to one on Saturday. There were " + figure + " spectators at the 13th final of the Orvel cup. The match lasted 124 minutes.";
  };
  CHECK(test::conflicts_of(report_on("2023-05-06", first, "2023-05-07", second("32,100"))) == "31200 spectator / 32100 spectator;");
  // Of two finals any other figures are their own; and of one final a year later.
  CHECK(test::conflicts_of(report_on("2023-05-06", first, "2023-05-07", second("31,700"))).empty());
  CHECK(test::conflicts_of(report_on("2023-05-06", first, "2024-05-07", second("32,100"))).empty());
}

TEST_CASE("days that only overlap, of two roles, are of one thing where their sentences share a word", "[compare][telling]") {
  const std::string first = "The Orvel museum of Lisska was opened on 14 March 1987 by Anna Falk. In October 2025 a show of 45 paintings travels to Gravelin.";
  const auto second = [](const std::string& plan) { return "For years Anna Falk had dreamt of the Orvel museum in Lisska, and on 14 March 1987 it was opened. " + plan; };
  CHECK(!are_one_fact(report_on("2025-04-02", first, "2025-04-02", second("A new annex will be built in 2025.")), "October 2025", "2025"));
  CHECK(are_one_fact(report_on("2025-04-02", first, "2025-04-02", second("Its 45 paintings will be shown in Gravelin in 2025.")), "October 2025", "2025"));
}

TEST_CASE("one figure of two digits or more is one in two roles that exclude each other, where neither article tells the other's of such a thing", "[compare][telling]") {
  const std::string first = "The Orvel tower in Lisska collapsed on Thursday. It is being built by Maravel Works under a contract worth 288 million euros.";
  const auto second = [](const std::string& more) { return "Maravel Works has to explain why the Orvel tower in Lisska collapsed on Thursday. The contract costs 288 million euros." + more; };
  CHECK(are_one_fact(report_on("2022-10-26", first, "2022-10-27", second("")), "288 million euros", "288 million euros"));
  CHECK(!are_one_fact(report_on("2022-10-26", first, "2022-10-27", second(" Its land is worth 40 million euros.")), "288 million euros", "288 million euros"));
}
