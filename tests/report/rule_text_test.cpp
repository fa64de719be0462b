#include "report/rule_text.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "report/made_report.hpp"
#include "support/packs.hpp"

using namespace mizan;

namespace {

std::string rule_in_words(const std::string& makes) {
  std::ostringstream out;
  write_rule({"en/count.rules:unit", "en/count.rules", makes, "{number} {unit}", "190 states", 6}, test::options_for("en").message, out);
  return out.str();
}

}  // namespace

TEST_CASE("a rule says what it makes, its example and its rank", "[report][rules]") {
  const std::string text = rule_in_words("count+2");
  CHECK(text.starts_with("en/count.rules:unit\n"
                         "  makes: a number\n"
                         "  example: 190 states\n"
                         "  pattern: {number} {unit}\n"
                         "  where: en/count.rules, row 6\n"));
  CHECK(text.find("its rank: +2") != text.npos);
  CHECK(text.find("headline") == text.npos);
  CHECK(rule_in_words("date+5=").find("headline") != text.npos);
  CHECK(rule_in_words("date").find("its rank: 0") != text.npos);
  CHECK(rule_in_words("identifier+4!").find("No number may be read inside") != text.npos);
}

TEST_CASE("every rule of the packs is told in words of both languages", "[report][rules]") {
  const auto rules = test::checker().rules();
  CHECK(rules.size() > 100);
  for (const char* tag : {"en", "ar"}) {
    const auto words = test::messages_of(tag);
    for (const auto& rule : rules) {
      CAPTURE(rule.name, rule.makes);
      CHECK(words.contains("makes." + rule.makes.substr(0, rule.makes.find_first_of("+-!="))));
      CHECK_FALSE(rule.example.empty());
    }
  }
}

TEST_CASE("a way of reading that no rule writes is told, and no other", "[report][rules]") {
  const Words words = test::options_for("en").message;
  CHECK(built_in_in_words("en/countries.tsv:list", words).starts_with("Names of countries"));
  CHECK(built_in_in_words("en/countries.tsv:nothing", words).empty());
}

TEST_CASE("a row of a list is found by its number", "[report][rules]") {
  const auto rules = test::checker().rules();
  const auto row = test::checker().pack_row(rules.front().file, rules.front().line);
  REQUIRE(row);
  CHECK(row->cells.front() == std::pair<std::string, std::string>("name", rules.front().name.substr(rules.front().name.find(':') + 1)));
  CHECK_FALSE(test::checker().pack_row("en/units.tsv", 1));  // the header is no entry
  CHECK_FALSE(test::checker().pack_row("en/nothing.tsv", 2));
}
