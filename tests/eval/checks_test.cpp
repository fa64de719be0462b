#include "eval/checks.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace mizan::eval;

namespace {

constexpr const char* line =
    R"({"id": "c", "documents": [{"id": "a", "lang": "en", "title": "12 killed", "published": null, "text": "Thirteen people died on Monday 3 May 2011."}],
        "claims": [], "relations": [], "checks": [{"check": "headline", "doc": "a", "claims": ["12 killed", "Thirteen people"]}]})";

std::string in_one_line(std::string text) {
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n')) text[at] = ' ';
  return text;
}

std::string scored(const std::vector<ReportedCheck>& ours) {
  const auto gold = parse_check_case(in_one_line(line), "here");
  REQUIRE(gold);
  CheckFigures figures;
  std::ostringstream out;
  score_checks(*gold, ours, true, figures, out);
  for (const auto& [name, tally] : figures) out << name << " " << tally.hits << "/" << tally.gold << "/" << tally.reported << "\n";
  return out.str();
}

}  // namespace

TEST_CASE("a check is right where check, document and a quote are", "[eval][checks]") {
  CHECK(scored({{"headline", "a", {"12", "Thirteen"}}}) == "headline 1/1/1\n");
  CHECK(scored({}) == "missed c headline: “12 killed” “Thirteen people”\nheadline 0/1/0\n");
  CHECK(scored({{"weekday", "a", {"Monday 3 May 2011"}}, {"headline", "a", {"12 killed"}}}) ==
        "false c weekday: “Monday 3 May 2011”\nheadline 1/1/1\nweekday 0/0/1\n");
  CHECK(scored({{"headline", "a", {"14"}}}).starts_with("missed c"));
  CHECK(scored({{"headline", "a", {"12"}}, {"headline", "a", {"12"}}}) == "false c headline: “12”\nheadline 1/1/2\n");  // one gold check is hit once
}

TEST_CASE("gold of checks that does not hold together is refused", "[eval][checks]") {
  std::string text = in_one_line(line);
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    return changed;
  };
  CHECK(parse_check_case(text, "here"));
  CHECK_FALSE(parse_check_case(with("\"doc\": \"a\"", "\"doc\": \"b\""), "here"));
  CHECK_FALSE(parse_check_case(with("[\"12 killed\", \"Thirteen people\"]", "[\"14 killed\"]"), "here"));
  CHECK_FALSE(parse_check_case(with("\"checks\"", "\"tests\""), "here"));
}

TEST_CASE("checks are read out of a report with the quotes of their claims", "[eval][checks]") {
  const auto checks = parse_reported_checks(
      R"({"claims": [{"id": "x", "quote": "12 killed"}], "checks": [{"check": "headline", "document": "a", "claims": ["x"]}]})", "here");
  REQUIRE(checks);
  REQUIRE(checks->size() == 1);
  CHECK(checks->front().quotes == std::vector<std::string>{"12 killed"});
  CHECK_FALSE(parse_reported_checks(R"({"claims": [], "checks": [{"check": "headline", "document": "a", "claims": ["x"]}]})", "here"));
}
