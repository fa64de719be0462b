#include <catch2/catch.hpp>

#include "support/reports.hpp"

// Two articles that share enough values tell one event, and what differs in them is sooner a slip: compare/retelling.hpp.

using namespace mizan;
using test::article;

namespace {

std::string conflicts(const std::string& first_day, const std::string& first, const std::string& second_day, const std::string& second) {
  return test::conflicts_of(test::report_on({article("first", "en", first_day, first), article("second", "en", second_day, second)}));
}

const std::string kQuake =
    "An earthquake of magnitude 6.3 near Guelma killed 47 people and injured 318 on Tuesday, rescuers said. The quake destroyed 214 homes, and 1,260 people were "
    "evacuated.";
std::string quake(const std::string& homes) {
  return "Rescuers near Guelma have counted 47 people killed and 318 injured in the earthquake of Tuesday. It had a magnitude of 6.3, it destroyed " + homes +
         " houses, and 1,260 residents were evacuated.";
}

}  // namespace

TEST_CASE("articles of one day that share other figures tell one event, and homes and houses are one noun", "[compare][retelling]") {
  CHECK(conflicts("2020-07-14", kQuake, "2020-07-14", quake("214")).empty());
  CHECK(conflicts("2020-07-14", kQuake, "2020-07-14", quake("274")) == "214 home / 274 house;");
  CHECK(conflicts("2020-07-14", kQuake, "2020-07-14", quake("2,140")) == "214 home / 2140 house;");
  CHECK(conflicts("2020-07-14", kQuake, "2020-09-02", quake("274")).empty());
}

TEST_CASE("figures that two articles tell crosswise were swapped", "[compare][retelling]") {
  const std::string first = "The explosion at the Skikda refinery killed 23 people and injured 164 on Tuesday.";
  const auto second = [](const std::string& killed, const std::string& injured) {
    return "Rescuers in Skikda said " + killed + " people were killed and " + injured + " injured in the explosion at the refinery.";
  };
  CHECK(conflicts("2004-01-21", first, "2004-01-21", second("164", "23")) == "23 person / 164 person;164 person / 23 person;");
  CHECK(conflicts("2004-01-21", first, "2004-01-21", second("23", "164")).empty());
}

TEST_CASE("the medals of two countries at one games are two figures", "[compare][retelling]") {
  const std::string first =
      "Algeria won 53 medals at the games in Oran, among them 17 silver medals. The games drew 3,390 athletes from 26 countries and 8,000 volunteers.";
  const std::string second =
      "Egypt left the games in Oran with 51 medals, 22 of them silver medals. At the games 3,390 athletes from 26 countries took part, helped by 8,000 volunteers.";
  CHECK(conflicts("2022-07-07", first, "2022-07-07", second).empty());
}

TEST_CASE("digits that changed places in a count of what few articles count are a slip, whatever the figure stands for", "[compare][retelling]") {
  const auto farm = [](const std::string& turbines) { return "The Dogger East wind farm off Yorkshire has " + turbines +
      " turbines, its owner Norvind said on Thursday."; };
  const auto vote = [](const std::string& turbines) { return "Councillors in Yorkshire heard Norvind describe Dogger East: " + turbines +
      " turbines and a cable to Hornsea."; };
  CHECK(conflicts("2024-05-16", farm("96"), "2024-05-17", vote("96")).empty());
  CHECK(conflicts("2024-05-16", farm("96"), "2024-05-17", vote("69")) == "96 turbine / 69 turbine;");
  CHECK(conflicts("2024-05-16", farm("96"), "2024-05-17", vote("34")).empty());
  // A month later the plan may be another.
  CHECK(conflicts("2024-05-16", farm("96"), "2024-06-17", vote("69")).empty());
}

TEST_CASE("what is left of a noun when equal figures are taken away is one count where the words are shared", "[compare][retelling]") {
  const std::string order =
      "Gulfwing signed a deal with Avioner at the Dubai air show on Tuesday for 95 aircraft. Its 12 simulators in Sharjah train pilots for 30 aircraft a year.";
  const auto other = [](const std::string& aircraft) {
    return "The deal of Gulfwing with Avioner at the air show in Dubai covers " + aircraft + " aircraft. Pilots of 30 aircraft a year train in Sharjah on 12 simulators.";
  };
  CHECK(conflicts("2023-11-14", order, "2023-11-14", other("95")).empty());
  CHECK(conflicts("2023-11-14", order, "2023-11-14", other("85")) == "95 aircraft / 85 aircraft;");
  CHECK(conflicts("2023-11-14", order, "2023-11-14", other("20")).empty());
  // A year later it is another order.
  CHECK(conflicts("2023-11-14", order, "2024-11-14", other("85")).empty());
}
