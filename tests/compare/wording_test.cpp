#include <catch2/catch.hpp>

#include "compare/wording.hpp"
#include "support/reports.hpp"

// One sentence told twice with one value changed: compare/wording.hpp.

using namespace mizan;
using test::article;

namespace {

std::string conflicts(const std::string& first, const std::string& second, const std::string& day = {}, const std::string& other_day = {}) {
  return test::conflicts_of(test::report_on({article("first", "en", day, first), article("second", "en", other_day, second)}));
}

}  // namespace

TEST_CASE("a bound that was changed in one sentence contradicts it, in other words it may hold as well", "[compare][wording]") {
  const auto plans = [](const std::string& bound, const std::string& year) {
    return "Northgate Motors reported strong results for the spring. The company plans to expand by building " + bound + " stores by the end of " + year + ".";
  };
  CHECK(conflicts(plans("over 100", "2025"), plans("over 80", "2025")) == ">100 shop / >80 shop;");
  CHECK(conflicts(plans("over 100", "2025"), plans("over 100", "2025")).empty());
  CHECK(conflicts(plans("over 100", "2025"), "Northgate Motors wants to grow: it has over 80 stores in mind, to be built before the end of 2025.").empty());
}

TEST_CASE("a range that was changed in one sentence contradicts it", "[compare][wording]") {
  const auto forecast = [](const std::string& range, const std::string& quarter) {
    return "Corvane anticipates earnings per diluted share in the range of " + range + " for " + quarter +
           " 2020 and has seen a decrease in net sales for Q3 2020 due to lower demand.";
  };
  CHECK(conflicts(forecast("$1.30 to $1.40", "Q4"), forecast("$1.30 to $1.45", "Q4")) == "1.3..1.4 USD / 1.3..1.45 USD;");
  // The same sentence of another quarter is another forecast.
  CHECK(conflicts(forecast("$1.30 to $1.40", "Q4"), forecast("$1.30 to $1.45", "Q2")).find("USD") == std::string::npos);
}

TEST_CASE("a figure whose role nobody knows was changed where the sentence is one and its other figures are", "[compare][wording]") {
  const auto flu = [](const std::string& infected, const std::string& dead, const std::string& countries) {
    return "Around " + infected + " infections have been reported worldwide, with " + dead + " deaths in " + countries + " countries.";
  };
  CHECK(conflicts(flu("870", "457", "21"), flu("870", "457", "25")) == "21 state / 25 state;");
  CHECK(conflicts(flu("870", "457", "21"), flu("912", "468", "22")).find("state") == std::string::npos);
  // A week later it is another count.
  CHECK(conflicts(flu("870", "457", "21"), flu("870", "457", "22"), "2017-02-01", "2017-02-09").empty());
}

TEST_CASE("where two sentences begin or end with the figure is no wording by itself", "[compare][wording]") {
  const auto neighbours = [](std::vector<std::string> left, std::vector<std::string> right, std::vector<std::string> other_left, std::vector<std::string> other_right) {
    Claim a, b;
    a.left = std::move(left);
    a.right = std::move(right);
    b.left = std::move(other_left);
    b.right = std::move(other_right);
    return equal_neighbours(a, b);
  };
  // "A total of 14 yachts have now retired", "Fourteen homes have been destroyed".
  CHECK(neighbours({}, {"have", "now", "retired"}, {}, {"have", "been", "destroyed"}) < 4);
  CHECK(neighbours({"for", "there", "be"}, {}, {"for", "seen", "been"}, {}) < 4);
  CHECK(neighbours({}, {"have", "now", "retired"}, {}, {"have", "now", "retired"}) == 6);
  CHECK(neighbours({"won", "prize"}, {}, {"won", "prize"}, {}) == 6);
  CHECK(neighbours({"for"}, {"from", "today"}, {"for"}, {"from", "today"}) == 6);
}

TEST_CASE("a template filled for another thing is no slip", "[compare][wording]") {
  const auto census = [](const std::string& year, const std::string& people, const std::string& households, const std::string& families) {
    return "As of the census of " + year + ", there were " + people + " people, " + households + " households, and " + families +
           " families residing in the township.";
  };
  CHECK(conflicts(census("2010", "25,139", "9,258", "7,160"), census("2000", "1,636", "610", "477")).empty());
  CHECK(conflicts("Anders Holmqvist (25 April 1885 – 28 July 1931) was a Norwegian bailiff and politician.",
                  "Anders Holmqvist (3 June 1912 – 1 March 1986) was a Norwegian bailiff and economist.")
            .empty());
}

TEST_CASE("market reports of one day quote other prices in one wording", "[compare][wording]") {
  const auto gold = [](const std::string& price) { return "Gold prices rose again on Monday in thin trade, with the spot price at " + price +
      " dollars an ounce in London."; };
  CHECK(conflicts(gold("1,234.56"), gold("1,236.10"), "2016-11-14", "2016-11-14").empty());
}
