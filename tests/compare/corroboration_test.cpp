#include <catch2/catch.hpp>

#include <string>

#include "support/reports.hpp"

using namespace mizan;

namespace {

std::string conflicts(const std::string& day_a, const std::string& a, const std::string& day_b, const std::string& b) {
  return test::conflicts_of(test::report_on({test::article("a", "en", day_a, a), test::article("b", "en", day_b, b)}));
}

/// An issue of bonds, as a wire tells hundreds of them.
std::string issue(const std::string& company, const std::string& bank, const std::string& points, const std::string& millions, const std::string& rating) {
  return company + " is raising " + millions + " million dollars with an offering of notes due 2032, said lead manager " + bank + ". The notes have a 9.5 percent coupon and were priced to yield " + points +
         " basis points more than comparable Treasury securities. They cannot be called for seven years and are rated " + rating + " by the agencies, which have watched " + company + " since " + millions + " branches were opened.";
}

std::string output(const std::string& gigawatts, const std::string& rise, const std::string& south) {
  return "Power companies of Norway generated a net " + gigawatts + " gigawatt-hours of electricity in the week, the Statnett institute said. Output rose by " + rise +
         " percent from last year. In the south " + south + " gigawatt-hours were generated. The Statnett institute counts 214 plants.";
}

}  // namespace

TEST_CASE("two issues of two companies contradict each other in nothing", "[compare][corroboration]") {
  CHECK(conflicts("2022-06-18", issue("Olmark Chemicals", "Morgan Stanley", "134", "150", "Baa2"), "2022-06-18",
                  issue("Fletching Corvina", "Salzberg Brothers", "105", "240", "A3"))
            .empty());
}

TEST_CASE("what two companies each open an article with is told of each", "[compare][corroboration]") {
  // Both name the harbour and the ministry.
  const auto contract = [](const std::string& company, const std::string& millions, const std::string& done) {
    return company + " is being awarded a " + millions + " million dollar contract for work on the port of Rostock, the Defence Department said. It said work on the contract of the Rostock harbour is expected to be completed in " + done + ".";
  };
  const auto first = contract("Olmark Dredging Corp", "275", "March 2031");
  CHECK(conflicts("2022-04-13", first, "2022-04-14", contract("Fletching Aerospace Inc", "77", "October 2031")).empty());
  CHECK(conflicts("2022-04-13", first, "2022-04-14", contract("The Fletching of Corvina Ltd", "275", "October 2031")) == "2031-03 / 2031-10;");
  CHECK(conflicts("2022-04-13", first, "2022-04-14", contract("Olmark", "275", "October 2031")) == "2031-03 / 2031-10;");
}

TEST_CASE("turnover and index of an exchange move by the hour", "[compare][corroboration]") {
  const auto session = [](const std::string& points, const std::string& shares) {
    return "The Vienna stock exchange fell as oil firmed. The Corvina index fell " + points + " points and volume on the Vienna exchange fell to " + shares + " shares, with 214 issues lower in Vienna.";
  };
  CHECK(conflicts("2022-04-13", session("21", "4,350,000"), "2022-04-13", session("26", "7,150,000")).empty());
}

TEST_CASE("the next issue of a weekly report contradicts none before it, in whatever passage", "[compare][corroboration]") {
  CHECK(conflicts("2022-03-03", output("5008", "2.4", "1960"), "2022-03-17", output("4831", "4.9", "1755")).empty());
  CHECK(conflicts("2022-03-03", output("5008", "2.4", "1960"), "2022-03-10", output("4831", "2.4", "1960")).empty());
}

TEST_CASE("reports on one form, where most of what stands in one wording differs, contradict each other in nothing", "[compare][corroboration]") {
  const auto roasted = [](const std::string& end, const std::string& bags, const std::string& before, const std::string& total) {
    return "Roastings of green coffee in the week ended " + end + " were about " + bags + " bags, compared with " + before +
           " bags in the corresponding week of last year, the Paton company reported. It said cumulative roastings for calendar 2022 now total " + total + " bags.";
  };
  const auto first = roasted("March 21", "250,000", "195,000", "3,845,000"), next = roasted("April 4", "275,000", "215,000", "4,440,000");
  CHECK(conflicts("2022-03-30", first, "2022-04-06", next).empty());
  // One that differs is a slip, and so are several in a copy of the same day.
  CHECK(conflicts("2022-03-30", first, "2022-04-01", roasted("March 21", "250,000", "195,000", "3,485,000")) == "3845000 bag / 3485000 bag;");
  CHECK(!conflicts("2022-03-30", first, "2022-03-30", next).empty());
}

TEST_CASE("one figure of a report that comes every day differs from that of another day", "[compare][corroboration]") {
  const auto ships = [](const std::string& figure, const std::string& more) { return "At the Lisska elevators " + figure + " grain ships were waiting to load, trade sources in Lisska said. " + more; };
  const auto first = ships("18", "The Orvel is closed for 12 days."), later = ships("16", "For 12 days nobody can pass the Orvel.");
  CHECK(conflicts("2022-04-02", first, "2022-04-03", later) == "18 ship / 16 ship;");
  CHECK(conflicts("2022-04-02", first, "2022-04-05", later).empty());
  // Who came to one conference is told of one day, whenever it is told.
  const auto came = [](const std::string& figure) { return "Delegates of " + figure + " states attended the conference of the whaling treaty in Helsinki, the secretariat said."; };
  CHECK(conflicts("2022-04-02", came("190"), "2022-04-05", came("189")) == "190 state / 189 state;");
}

TEST_CASE("what two articles of one story contradict each other in is told where they agree on more", "[compare][corroboration]") {
  const auto fire = [](const std::string& injured) {
    return "A fire at the Maravel mine near Chibougamau killed one miner and injured " + injured + " on Thursday. It broke out 1,200 metres underground, and 57 miners were brought up within 19 hours.";
  };
  CHECK(conflicts("2022-04-02", fire("14"), "2022-04-02", fire("41")) == "14 person / 41 person;");
  CHECK(conflicts("2022-04-02", fire("14"), "2022-04-02", fire("14")).empty());
}

TEST_CASE("'yesterday' in one sentence that two days print is no conflict of days", "[compare][corroboration]") {
  const std::string text =
      "The oil company cancelled a purchase of 40 million dollars from the Saudis yesterday after they refused a letter of credit of the Banco do Brasil. The tanker was to take 2.2 million barrels to Santos.";
  CHECK(conflicts("2022-03-13", text, "2022-03-16", text).empty());
  CHECK(!conflicts("2022-03-13", text, "2022-03-13", "The oil company cancelled a purchase of 40 million dollars from the Saudis on 2 March after they refused a letter of credit of the Banco do Brasil. The tanker was to take 2.2 million barrels to Santos.").empty());
}
