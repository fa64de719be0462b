#include <catch2/catch.hpp>

#include "support/reports.hpp"

// What may be the value from which a later one changed: compare/updates.hpp.

using namespace mizan;
using test::article;

namespace {

struct Told {
  std::string day, text;
};

/// The updates of two articles, then what they contradict each other in.
std::string found(const Told& first, const Told& second) {
  const auto report = test::report_on({article("first", "en", first.day, first.text), article("second", "en", second.day, second.text)});
  return test::related(report, Relation::update) + "|" + test::conflicts_of(report);
}

std::string launch(const std::string& when) {
  return "The launch of the satellite Suhail-3 from Cape Canaveral " + when + ", the Qatari company Suhail said. The rocket Falcon stands on its pad.";
}

std::string strike(const std::string& toll) { return "The air strike on the Tiyas base near Homs killed " + toll + ", the Syrian army said. Israel did not comment on Tiyas."; }

std::string quake(const std::string& words) { return "The earthquake in Surigao in the Philippines " + words + ", the Surigao governor Pimentel said."; }

}  // namespace

TEST_CASE("a day is moved before it comes", "[compare][updates]") {
  const Told first{"2023-12-10", launch("is set for 12 December 2023")};
  CHECK(found(first, {"2023-12-11", launch("was postponed to 18 December 2023")}) == "2023-12-12 / 2023-12-18;|");
  // Who told of the launch after its day told what had been.
  CHECK(found({"2023-12-14", launch("took place on 12 December 2023")}, {"2023-12-15", launch("was postponed to 18 December 2023")}) == "|");
}

TEST_CASE("a toll of one nation did not become that of another sort of men", "[compare][updates]") {
  CHECK(found({"2018-04-09", strike("seven people")}, {"2018-04-10", strike("14 people")}) == "7 person / 14 person;|");
  CHECK(found({"2018-04-09", strike("seven Iranians")}, {"2018-04-10", strike("14 rebels")}) == "|");
}

TEST_CASE("months later a lower toll is that of another event", "[compare][updates]") {
  CHECK(found({"2019-07-15", quake("killed eleven people")}, {"2019-07-16", quake("raised the death toll to 16 people")}) == "11 person / 16 person;|");
  CHECK(found({"2019-04-23", quake("killed eleven people")}, {"2019-10-22", quake("raised the death toll to six people")}) == "|");
}
