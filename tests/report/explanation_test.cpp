#include "report/explanation.hpp"

#include <catch2/catch.hpp>
#include <deque>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "knowledge/model.hpp"
#include "report/made_report.hpp"

using namespace mizan;
using namespace mizan::test;
using Catch::Matchers::Contains;

namespace {

/// The conflict of the sample report with a score, and what explains it. Borrows the report.
Explanation conflict_of(Report& report) {
  Fact& fact = report.facts[1];
  FactRelation& relation = fact.relations[0];
  relation.relation = Relation::conflict;
  relation.reason = "count-differs";
  relation.claim_a = report.claims[0].id;
  relation.claim_b = report.claims[3].id;
  relation.is_direct = true;
  relation.score = 1214;
  relation.bar = -600;
  relation.same = 0.95;
  relation.read = 0.99;
  Explanation told;
  told.fact = &fact;
  told.relation = &relation;
  told.a = &report.claims[0];
  told.b = &report.claims[3];
  told.document_a = &report.documents[0];
  told.document_b = &report.documents[1];
  return told;
}

std::string text_of(const Explanation& explanation, const ReportOptions& options) {
  std::ostringstream out;
  write_explanation_text(explanation, options, out);
  return out.str();
}

}  // namespace

TEST_CASE("a conflict is explained from the quotes to the decision", "[report][explain]") {
  Report report = sample_report();
  CHECK(text_of(conflict_of(report), options_for("en")) ==
        "f2  Conflict: states represented at the conference (number)\n"
        "  190 (state)  |  189 (state)\n"
        "  id: relation-f2\n"
        "\n"
        "A  a.txt · 2015-05-24 · المؤتمر\n"
        "     شاركت [[١٩٠ دولة]] في المؤتمر عام 2012. صوت 122 دولة.\n"
        "     value: 190 (state)\n"
        "     read by: \n"
        "     event: nothing says\n"
        "\n"
        "B  b.txt\n"
        "     Delegates of [[189 states]] met. It moves to 2016. 122 states voted.\n"
        "     value: 189 (state)\n"
        "     read by: \n"
        "     event: nothing says\n"
        "\n"
        "ARE BOTH ABOUT ONE FACT?\n"
        "  What speaks for it (+) and against it (-), in points:\n"
        "  +1.234  both say it, and the values stand for the same thing\n"
        "  -0.020  how far apart the two values are\n"
        "  ------\n"
        "  +1.214  the score. It must be -0.600 or more for the two to be taken for one fact: it is enough.\n"
        "  Of 100 pairs like these with such a score, about 95 are about one fact.\n"
        "\n"
        "WHAT DECIDED\n"
        "  The two numbers differ, and no “about”, no “at least” and no rounding makes both true.\n"
        "  Nothing explains the difference: no text says that it was changed, no plan stands beside what came of it, and such a value does not rise or fall this "
        "way between the days of the articles.\n"
        "  Looks like a slip of the pen: one digit differs.\n"
        "\n"
        "HOW SURE\n"
        "  94% = 95% (that both are about one fact) × 99% (that both values were read rightly)\n"
        "\n"
        "WHAT IS NOT SAID\n"
        "  A: nothing says what the value stands for.\n"
        "  A: nothing says which event it belongs to.\n"
        "  B: the article has no date, so it cannot be said whether the value changed from one article to the other.\n"
        "  B: nothing says what the value stands for.\n"
        "  B: nothing says which event it belongs to.\n"
        "  What is not said, or only worked out, matches anything, but at a cost: fewer points, and where the values differ, the difference is then seldom "
        "reported.\n");
}

TEST_CASE("an excuse and a change that does not count are told", "[report][explain]") {
  Report report = sample_report();
  Explanation told = conflict_of(report);
  report.facts[1].relations[0].excuse = "attribution";
  report.claims[0].topic.updates = true;
  const std::string text = text_of(told, options_for("en"));
  CHECK_THAT(text, Contains("A text does speak of a change, but"));
  CHECK_THAT(text, Contains("Each article quotes another speaker."));
  CHECK_THAT(text, !Contains("Nothing explains the difference"));
}

TEST_CASE("two claims that are no finding are told apart by what kept them", "[report][explain]") {
  Report report = sample_report();
  Explanation told = conflict_of(report);
  told.fact = nullptr;
  told.relation = nullptr;
  report.claims[0].topic.role = {"killed", SlotState::known, "killed"};
  PairVerdict verdict;
  verdict.barrier = "role";
  told.verdict = &verdict;
  const std::string text = text_of(told, options_for("en"));
  CHECK_THAT(text, Contains("No finding\n"));
  CHECK_THAT(text, Contains("No score"));
  CHECK_THAT(text, Contains("They stand for different things. A: killed. B: nothing says."));
  CHECK_THAT(text, !Contains("HOW SURE"));

  verdict = {};
  verdict.barrier = "bar";
  verdict.is_weighed = true;
  verdict.features = {{"base-count", -2323}};
  verdict.score = -2323;
  verdict.bar = -600;
  CHECK_THAT(text_of(told, options_for("en")), Contains("  -2.323  the score. It must be -0.600 or more"));
}

TEST_CASE("a score is said with every digit of it", "[report][explain]") {
  Report report = sample_report();
  Explanation told = conflict_of(report);
  report.facts[1].relations[0].features = {{"names", 7}, {"base-count", -1007}, {"story", 2450}};
  report.facts[1].relations[0].score = 1450;
  const std::string text = text_of(told, options_for("en"));
  int sum = 0;
  const std::regex share("\n  ([+-])([0-9]+)\\.([0-9]{3})  ");
  for (auto it = std::sregex_iterator(text.begin(), text.end(), share); it != std::sregex_iterator(); ++it) {
    const int thousandths = std::stoi((*it)[2]) * 1000 + std::stoi((*it)[3]);
    sum += (*it)[1] == "-" ? -thousandths : thousandths;
  }
  // The three shares, and the sum itself.
  CHECK(sum == 2 * 1450);
}

TEST_CASE("every key that an explanation asks for has its word in both languages", "[report][explain]") {
  for (const char* tag : {"en", "ar"}) {
    const auto words = messages_of(tag);
    CAPTURE(tag);
    for (const auto signal : signal_names) {
      CAPTURE(signal);
      CHECK(words.contains("signal." + std::string(signal)));
    }
    // Whatever can be the reason of a relation can decide; such reasons begin with their grounds, those of checks do not. Other currencies are never compared.
    for (const auto& [key, word] : words) {
      CAPTURE(key);
      if (key.starts_with("why.") && word.starts_with("{0}. ") && key != "why.currency") CHECK(words.contains("decided." + key.substr(4)));
    }
    Report report = sample_report();
    Explanation told = conflict_of(report);
    std::deque<PairVerdict> verdicts;
    ReportOptions options = options_for(tag);
    options.message = [&](const std::string& key) {
      CAPTURE(key);
      const bool may_lack = key.starts_with("unit.");
      CHECK((may_lack || words.contains(key)));
      return words.contains(key) ? words.at(key) : key;
    };
    report.facts[1].relations[0].excuse = "attribution";
    (void)text_of(told, options);
    told.relation = nullptr;
    told.other_a = told.a;
    told.other_b = told.b;
    for (const char* barrier :
         {"kind",    "role",  "facet",        "scope",        "of-whom",     "as-of",           "role-unknown",   "moving", "whose", "event-unknown", "reading",
          "rounded", "unit",  "ordinal",      "year",         "story",       "not-comparable",  "story-unsure",   "title",  "bar",   "nothing-rare",  "rival",
          "grouped", "",      "one-article",  "far-apart",    "other-names", "predicate-words", "predicate-days"}) {
      PairVerdict& verdict = verdicts.emplace_back();
      verdict.barrier = barrier;
      verdict.is_weighed = true;
      told.verdict = &verdict;
      (void)text_of(told, options);
    }
  }
}

TEST_CASE("a slip inside one article is told with its quotes", "[report][explain]") {
  Report report = sample_report();
  report.claims[4].reading = 0.8;
  report.checks = {{"77ab", "weekday", "b.txt", {report.claims[4].id}, 0.99, "3 May 2011 was a Tuesday"}};
  std::ostringstream out;
  write_check_text(report.checks[0], {}, report, options_for("en"), out);
  CHECK(out.str() ==
        "The weekday does not fit the date\n"
        "  id: 77ab\n"
        "  b.txt\n"
        "    Delegates of 189 states met. It moves to [[2016]]. 122 states voted.\n"
        "    value: 2016\n"
        "    read by: \n"
        "    event: nothing says\n"
        "  Why: 3 May 2011 was a Tuesday (confidence 99%)\n");
  CHECK(nlohmann::json::parse(check_to_json(report.checks[0], {}))["claims"][0] == report.claims[4].id);
}

TEST_CASE("a doubt about the reading stands beside the claim", "[report][explain]") {
  Report report = sample_report();
  Explanation told = conflict_of(report);
  CHECK_THAT(text_of(told, options_for("en")), !Contains("read rightly:"));
  report.claims[3].reading = 0.8;
  CHECK_THAT(text_of(told, options_for("en")), Contains("     event: nothing says\n     read rightly: 80% sure\n\nARE BOTH"));
}

TEST_CASE("an explanation for programs has the shares and the decision", "[report][explain][json]") {
  Report report = sample_report();
  const nlohmann::json json = nlohmann::json::parse(explanation_to_json(conflict_of(report), options_for("en")));
  CHECK(json["relation"]["reason"] == "count-differs");
  CHECK(json["score"]["score"] == 1214);
  CHECK(json["score"]["signals"][0]["name"] == "role-same");
  CHECK(json["claims"][1]["claim"]["quote"] == "189 states");
  CHECK(json["decided"].size() == 3);
}

TEST_CASE("an explanation keeps hostile text off the terminal, and isolates quotes on one", "[report][explain]") {
  const std::string hostile = "\x1b[2J\u202E\u009B";
  Report report = sample_report();
  report.claims.reserve(16);
  Explanation told = conflict_of(report);
  report.documents[0].title = hostile;
  report.facts[1].label = hostile;
  report.facts[1].relations[0].id = hostile;
  report.claims[0].rule = hostile;
  report.claims[0].topic.role = {hostile, SlotState::inherited, hostile};
  report.claims[0].topic.of_whom = {hostile, SlotState::known, hostile};
  report.claims[0].topic.event.head = {hostile, SlotState::inherited, hostile};
  report.claims[0].topic.event.year = {hostile, SlotState::known, hostile};
  ReportOptions options = options_for("en");
  for (const std::string& written_text : {text_of(told, options), explanation_to_json(told, options)})
    for (const char* raw : {"\x1b", "\u202E", "\u009B"}) CHECK(written_text.find(raw) == std::string::npos);
  options.terminal = true;
  CHECK_THAT(text_of(told, options), Contains("\n     \u2068شاركت [[١٩٠ دولة]] في المؤتمر عام 2012. صوت 122 دولة.\u2069\n"));
}
