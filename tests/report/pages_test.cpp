#include <catch2/catch.hpp>

#include "report/made_report.hpp"
#include "report/markdown.hpp"
#include "report/markup.hpp"
#include "text/direction.hpp"

using namespace mizan;
using namespace mizan::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("the summary in Markdown is short first", "[report][markdown]") {
  const std::string markdown = written("markdown", sample_report(), options_for("en"));
  CHECK_THAT(markdown, StartsWith("<div lang=\"en\" dir=\"ltr\">\n\n"
                                  "## Mizan: 1 conflict, 1 update\n\n"
                                  "2 articles, 6 claims, 3 facts: 1 agree, 1 conflict, 1 update\n\n"
                                  "| Finding | About | Values | Confidence |\n"
                                  "| --- | --- | --- | --- |\n"
                                  "| f2 Conflict | `states represented at the conference` (number) | `190 (state)` · `189 (state)` | 94% |\n"
                                  "| f1 Update | `when the conference is` (date) | `2012` · `2016` | 94% |\n\n"
                                  "<details>\n<summary>f2 Conflict: <code>states represented at the conference</code></summary>\n"));
  CHECK_THAT(markdown, Contains("<blockquote lang=\"ar\" dir=\"rtl\"><code>شاركت <b>١٩٠ دولة</b> في المؤتمر عام 2012. صوت 122 دولة.</code></blockquote>"));
  CHECK_THAT(markdown, Contains("slip of the pen"));
  CHECK(markdown_problem(markdown) == "");
}

TEST_CASE("the summary in Arabic runs from right to left", "[report][markdown]") {
  CHECK_THAT(written("markdown", sample_report(), options_for("ar")), StartsWith("<div lang=\"ar\" dir=\"rtl\">\n\n## ميزان: "));
}

TEST_CASE("a long summary is cut to what GitHub takes, and says so", "[report][markdown]") {
  Report report = sample_report();
  for (Document& document : report.documents) document.text += std::string(400, '<');
  for (int i = 0; i < 500; ++i) {
    report.facts.push_back(report.facts[1]);
    report.facts.back().id = "g" + std::to_string(i);
  }
  const std::string markdown = written("markdown", report, options_for("en"));
  CHECK(markdown.size() < 65536);
  CHECK_THAT(markdown, Contains("\n… and 482 more (--verbose lists all)\n"));
  ReportOptions options = options_for("en");
  options.verbose = true;
  CHECK_THAT(written("markdown", report, options), Contains("| g499 Conflict |"));
}

TEST_CASE("a code span holds whatever it is given", "[report][markdown]") {
  struct Row {
    const char *text, *span;
  };
  const auto row = GENERATE(values<Row>({
      {"plain", "`plain`"},
      {"a`b", "`` a`b ``"},
      {"``", "``` `` ```"},
      {"a|b", "`a\\|b`"},  // else a table's cell would end
      {"", "`  `"},
  }));
  CHECK(code_span(row.text) == row.span);
}

TEST_CASE("without findings the pages say so", "[report][markdown][html]") {
  Report report;
  report.summary.documents = 1;
  CHECK_THAT(written("markdown", report, options_for("en")), Contains("## Mizan: No conflict and no update found.\n"));
  CHECK_THAT(written("html", report, options_for("en")), Contains("<h1>Mizan: No conflict and no update found.</h1>"));
  CHECK_THAT(written("html", Report{}, options_for("en")), Contains("<h1>Mizan: No article was read.</h1>"));
}

TEST_CASE("each quote of the page runs in the direction of its language", "[report][html]") {
  Report report = sample_report();
  report.documents[1].lang = "";
  const std::string html = written("html", report, options_for("ar"));
  CHECK(html_problem(html) == "");
  CHECK(attributes_of(html, "/html", "dir") == std::vector<std::string>{"rtl"});
  CHECK(attributes_of(html, "/html", "lang") == std::vector<std::string>{"ar"});
  const auto directions = attributes_of(html, "//section[@class='conflict']//blockquote", "dir");
  CHECK(directions == std::vector<std::string>{"rtl", "auto"});
  CHECK(attributes_of(html, "//section[@class='conflict']//blockquote", "lang") == std::vector<std::string>{"ar", ""});
  CHECK_THAT(html, Contains("<blockquote lang=\"ar\" dir=\"rtl\"><p>شاركت <mark>١٩٠ دولة</mark> في المؤتمر عام 2012. صوت 122 دولة.</p></blockquote>"));
  CHECK_THAT(html, Contains("<blockquote dir=\"auto\"><p>Delegates"));
  CHECK(attributes_of(written("html", report, options_for("en")), "/html", "dir") == std::vector<std::string>{"ltr"});
}

TEST_CASE("the page shows all that the report has", "[report][html]") {
  Report report = sample_report();
  report.checks.push_back({"77ab", "weekday", "b.txt", {report.claims[4].id}, 0.99, "3 May 2011 was a Tuesday"});
  report.summary.checks = 1;
  report.facts[1].positions.push_back({count(191, "state"), {}, 1, Reference{"npt/parties", "UNODA <list>", "2015"}});
  const std::string html = written("html", report, options_for("en"));
  for (const char* there : {"Mizan: 1 conflict, 1 slip in one article, 1 update", "<h2>Conflicts (1)</h2>", "<h2>Slips inside one article (1)</h2>",
                            "<h2>Updates (1)</h2>",
                            "<h2>Agreements (1)</h2>", "reference npt/parties: UNODA &lt;list&gt;, as of 2015", "3 May 2011 was a Tuesday",
                            "The weekday does not fit the date",
                            "Why: same conference, same role", "confidence 94%", "<time>2015-05-24</time>", "prefers-color-scheme: dark", "@media print"}) {
    CHECK_THAT(html, Contains(there));
  }
}

TEST_CASE("the direction of a language is that of its letters", "[text]") {
  CHECK(direction_of("ar") == "rtl");
  CHECK(direction_of("ar-Latn") == "ltr");
  CHECK(direction_of("en-GB") == "ltr");
  CHECK(direction_of("ur") == "rtl");
  CHECK(direction_of("") == "auto");
  CHECK(direction_of("\" onclick=\"") == "auto");
  CHECK(sound_tag("zh-Hant") == "zh-Hant");
  CHECK(sound_tag("en\"") == "");
  CHECK(sound_tag(std::string(36, 'a')) == "");
}
