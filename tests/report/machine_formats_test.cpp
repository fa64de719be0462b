#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include <libxml/parser.h>

#include "report/findings.hpp"
#include "report/made_report.hpp"
#include "report/words.hpp"
#include "support/lines.hpp"

using namespace mizan;
using namespace mizan::test;
using test::lines_of;
using Json = nlohmann::ordered_json;

// What the formats for other programs write of reports made by hand. reports/samples/ shows each of them on real articles.

namespace {

std::string text_of(const Report& report, std::string_view format) { return written(format, report, options_for("en")); }

std::vector<Json> json_lines(const std::string& text) {
  std::vector<Json> all;
  for (const std::string& line : lines_of(text)) all.push_back(Json::parse(line));
  return all;
}

/// The sample, as this run has read it: a.txt is a file, b.txt a line of a corpus.
Report report_of_this_run() {
  Report report = sample_report();
  report.documents[0].file = {"d/a.txt", 0};
  report.documents[1].file = {"d/b.jsonl", 4};
  report.checks.push_back({"77ab", "weekday", "b.txt", {"b.txt:count:13"}, 0.99, "3 May 2011 was a Tuesday, the article says Wednesday"});
  return report;
}

/// XPath would do; counting tags that libxml2 has found well-formed does as well.
std::size_t count_of(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

bool is_xml(const std::string& text) {
  xmlDoc* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), "report.xml", nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const bool is_good = document != nullptr;
  xmlFreeDoc(document);
  return is_good;
}

/// The cells of RFC 4180.
std::vector<std::vector<std::string>> csv_rows(std::string text) {
  REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  text.erase(0, 3);
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted && text.compare(i, 2, "\"\"") == 0) {
      cell += '"';
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text.compare(i, 2, "\r\n") == 0) {
      rows.push_back({""});
      ++i;
    } else {
      cell += text[i];
    }
  }
  REQUIRE_FALSE(quoted);
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("each format has a name of its own and help", "[report][table]") {
  std::set<std::string_view> names;
  for (const ReportFormat& format : report_formats()) {
    CAPTURE(format.name);
    CHECK(names.insert(format.name).second);
    CHECK_FALSE(format.help.empty());
    CHECK(format.write != nullptr);
  }
  CHECK(report_format_names().size() == names.size());
}

TEST_CASE("a report without articles is one in every format", "[report][formats]") {
  const Report empty;
  CHECK(text_of(empty, "ndjson").empty());
  CHECK(text_of(empty, "gitlab") == "[]\n");
  CHECK(text_of(empty, "github") == "- No article was read.\n");
  CHECK(csv_rows(text_of(empty, "csv")).size() == 1);
  const std::string junit = text_of(empty, "junit");
  CHECK(is_xml(junit));
  CHECK(count_of(junit, " tests=\"0\"") == 2);
  const Json run = Json::parse(text_of(empty, "sarif"))["runs"][0];
  CHECK(run["results"].empty());
  CHECK(run["results"].is_array());
  CHECK(run["tool"]["driver"]["rules"].empty());
}

TEST_CASE("the newest article that this run has read comes first in a finding", "[report][formats]") {
  Report report = report_of_this_run();
  const auto first = [&] { return findings_of(report).front().first().article; };
  report.documents[0].published = "2015-05-24";
  report.documents[1].published = "2015-05-25";
  CHECK(first() == "b.txt");
  report.documents[0].published = "2015-05-26";
  CHECK(first() == "a.txt");
  report.documents[0].file = {};  // of the archive
  CHECK(first() == "b.txt");
  const auto findings = findings_of(report);
  CHECK_FALSE(findings[0].told[0].is_other);
  CHECK(findings[0].told[1].is_other);
  CHECK(value_in_words(findings[0].value->value, options_for("en").message) == "189 (state)");
}

TEST_CASE("findings stand conflicts first, then checks, then updates, and no two have one id", "[report][formats]") {
  Report report = report_of_this_run();
  report.checks.push_back(report.checks.front());
  std::string ids;
  for (const auto findings = findings_of(report); const Finding& finding : findings) ids += finding.id + " " + finding.rule + "; ";
  CHECK(ids == "relation-f2 conflict-count; 77ab check-weekday; 77ab-2 check-weekday; relation-f1 update-date; ");
}

TEST_CASE("what could not be read is told as such, and fails no test of its own where it fails no run", "[report][formats]") {
  Report report = report_of_this_run();
  report.unreadable = {{"d/a [1].txt:3", "byte 5 (0xE9) is no UTF-8"}, {"gone.txt", "no such file or folder"}};
  ReportOptions options = options_for("en");
  const auto sarif = [&] { return Json::parse(written("sarif", report, options))["runs"][0]; };
  const Json failed = sarif();
  const Json& invocation = failed["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  REQUIRE(invocation["toolExecutionNotifications"].size() == 2);
  const Json& note = invocation["toolExecutionNotifications"][0];
  CHECK(note["level"] == "error");
  CHECK(note["message"]["text"] == "d/a \\[1\\].txt:3: byte 5 (0xE9) is no UTF-8.");
  CHECK(note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "d/a%20%5B1%5D.txt");
  CHECK(note["locations"][0]["physicalLocation"]["region"]["startLine"] == 3);
  CHECK(note["descriptor"]["id"] == failed["tool"]["driver"]["notifications"][0]["id"]);
  CHECK_FALSE(invocation["toolExecutionNotifications"][1]["locations"][0]["physicalLocation"].contains("region"));

  const std::string junit = written("junit", report, options);
  CHECK(is_xml(junit));
  CHECK(count_of(junit, " errors=\"2\"") == 2);
  CHECK(count_of(junit, "<error message=") == 2);
  CHECK(count_of(junit, "name=\"d/a [1].txt:3\" file=\"d/a [1].txt\" line=\"3\"") == 1);
  CHECK(count_of(junit, "<testcase ") == 4);  // each article is one, too
  CHECK(count_of(junit, " tests=\"4\"") == 2);
  CHECK(Json::parse(written("json", report, options))["unreadable"][1]["where"] == "gone.txt");
  for (const char* format : {"markdown", "html"}) CHECK(count_of(written(format, report, options), "(2 unreadable)") == 1);

  // In annotations they stand behind the conflicts and before what fails no run.
  const auto annotated = lines_of(written("github", report, options));
  REQUIRE(annotated.size() == 5);
  CHECK(annotated[1].starts_with("::error file=d/b.jsonl"));
  CHECK(annotated[2].starts_with("::error file=d/a [1].txt,line=3,endLine=3,title="));
  CHECK(annotated[2].ends_with("::d/a [1].txt:3: byte 5 (0xE9) is no UTF-8"));
  CHECK(annotated[4].starts_with("::notice "));

  options.unreadable_fail = false;
  CHECK(sarif()["invocations"][0]["executionSuccessful"] == true);
  CHECK(sarif()["invocations"][0]["toolExecutionNotifications"][0]["level"] == "warning");
  CHECK(count_of(written("junit", report, options), "<skipped message=") == 2);
  CHECK(count_of(written("junit", report, options), " errors=\"0\"") == 2);
  report.unreadable.clear();
  CHECK_FALSE(sarif()["invocations"][0].contains("toolExecutionNotifications"));
  CHECK_FALSE(sarif()["tool"]["driver"].contains("notifications"));
}

TEST_CASE("SARIF tells where, in code points, and links the other article", "[report][sarif]") {
  const Json run = Json::parse(text_of(report_of_this_run(), "sarif"))["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
  const Json& result = run["results"][0];
  CHECK(result["ruleId"] == "conflict-count");
  CHECK(result["level"] == "error");
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "d/a.txt");
  CHECK(result["locations"][0]["physicalLocation"]["region"] ==
        Json::parse(R"({"startLine":1,"startColumn":7,"endLine":1,"endColumn":15,"snippet":{"text":"١٩٠ دولة"}})"));
  CHECK(result["relatedLocations"][0]["id"] == 1);
  CHECK(result["relatedLocations"][0]["physicalLocation"]["region"] == Json::parse(R"({"startLine":4})"));
  CHECK(result["message"]["text"] ==
        "Conflict: states represented at the conference. 190 (state) here; 189 (state): [b.txt](1). Looks like a slip of the pen: one digit differs. "
        "Why: same conference, same role (confidence 94%).");
  CHECK(result["partialFingerprints"]["primaryLocationLineHash"] == "relation-f2:1");
  CHECK_FALSE(result.contains("baselineState"));
  CHECK_FALSE(result.contains("suppressions"));
}

TEST_CASE("SARIF holds the rules that results name, and no others", "[report][sarif]") {
  const Json run = Json::parse(text_of(report_of_this_run(), "sarif"))["runs"][0];
  std::set<std::string> used, told;
  for (const Json& result : run["results"]) {
    used.insert(result["ruleId"]);
    CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  }
  for (const Json& rule : run["tool"]["driver"]["rules"]) {
    told.insert(rule["id"]);
    CHECK_FALSE(rule["shortDescription"]["text"].get<std::string>().find("finding") == 0);
    CHECK(rule["help"]["text"].get<std::string>().size() > 40);
  }
  CHECK(told == used);
  CHECK(told == std::set<std::string>{"check-weekday", "conflict-count", "update-date"});
}

TEST_CASE("every rule has help in every language", "[report][sarif]") {
  const auto tag = GENERATE(as<std::string>(), "ar", "en");
  const auto words = messages_of(tag);
  for (const auto& [key, text] : messages_of("en")) {
    if (key.starts_with("check.")) CHECK(words.contains("finding-help.check-" + key.substr(6)));
  }
  CHECK(words.contains("finding-help.conflict"));
  CHECK(words.contains("finding-help.update"));
}

TEST_CASE("brackets and braces of an article are no links and no placeholders in SARIF", "[report][sarif]") {
  Report report = report_of_this_run();
  report.facts[1].label = "[click](https://example.org) {0} \\";
  const Json result = Json::parse(text_of(report, "sarif"))["runs"][0]["results"][0];
  CHECK(result["message"]["text"].get<std::string>().starts_with("Conflict: \\[click\\](https://example.org) {{0}} \\\\. "));
}

TEST_CASE("what people decided stands in SARIF as baseline state and suppressions", "[report][sarif]") {
  Report report = report_of_this_run();
  report.has_baseline = true;
  report.facts[0].relations[0].judgement = {Standing::known, "", "baseline.json"};
  report.facts[1].relations[0].judgement = {Standing::ignored, "both count as they like", "mizan.toml:3"};
  const Json results = Json::parse(text_of(report, "sarif"))["runs"][0]["results"];
  CHECK(results[0]["baselineState"] == "new");
  CHECK(results[0]["suppressions"] ==
        Json::parse(R"([{"kind":"external","status":"accepted","justification":"both count as they like","properties":{"by":"mizan.toml:3"}}])"));
  CHECK(results[1]["suppressions"] == Json::array());
  CHECK(results[2]["baselineState"] == "unchanged");
}

TEST_CASE("JUnit has a test for each article, with one failure at most", "[report][junit]") {
  Report report = report_of_this_run();
  report.checks.push_back({"77ac", "weekday", "a.txt", {}, 0.99, "so & <so>"});
  const std::string xml = text_of(report, "junit");
  INFO(xml);
  CHECK(is_xml(xml));
  CHECK(count_of(xml, " tests=\"2\" failures=\"2\" errors=\"0\"") == 2);
  CHECK(count_of(xml, "<testcase ") == 2);
  CHECK(count_of(xml, "<failure ") == 2);  // two findings in a.txt, one in b.txt
  CHECK(count_of(xml, "<system-out>") == 1);  // an update fails nothing by itself
  CHECK(count_of(xml, "message=\"Conflict: states represented at the conference and 1 more\"") == 1);
  CHECK(count_of(xml, "d/a.txt:1:7: Conflict") == 1);
  CHECK(count_of(xml, "so &amp; &lt;so&gt;") == 1);
  ReportOptions strict = options_for("en");
  strict.updates_count = true;
  CHECK(count_of(written("junit", report, strict), "<system-out>") == 0);
}

TEST_CASE("what is known or unsure fails no test", "[report][junit]") {
  Report report = report_of_this_run();
  report.checks.clear();
  ReportOptions options = options_for("en");
  options.min_confidence = 0.95;
  CHECK(count_of(written("junit", report, options), "<failure ") == 0);
  report.facts[1].relations[0].judgement = {Standing::known, "told to the desk", ""};
  const std::string xml = text_of(report, "junit");
  CHECK(count_of(xml, "<failure ") == 0);
  CHECK(count_of(xml, "[known: told to the desk]") == 1);
}

TEST_CASE("GitHub gets commands, escaped as its toolkit does", "[report][github]") {
  Report report = report_of_this_run();
  report.documents[0].file.path = "d/50%, a:b.txt";
  report.facts[1].label = "50%: a\nb";
  const auto lines = lines_of(text_of(report, "github"));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] ==
        "::error file=d/50%25%2C a%3Ab.txt,line=1,endLine=1,col=7,endColumn=15,title=Conflict%3A 50%25%3A a b::Conflict: 50%25: a b. 190 (state) here; "
        "189 (state): b.txt. Looks like a slip of the pen: one digit differs. Why: same conference, same role (confidence 94%25).");
  CHECK(lines[1].starts_with("::error file=d/b.jsonl,line=4,title=The weekday does not fit the date::"));
  CHECK(lines[2].starts_with("::notice file="));
}

TEST_CASE("GitHub gets ten annotations at most, and what fails the run among them", "[report][github]") {
  Report report = report_of_this_run();
  for (int i = 0; i < 10; ++i) report.checks.push_back({std::to_string(i), "weekday", "a.txt", {}, 0.99, "##[error]::error::" + std::to_string(i)});
  const auto lines = lines_of(text_of(report, "github"));
  const auto commands = std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("::error ") || line.starts_with("::notice "); });
  CHECK(commands == 10);
  REQUIRE(lines.size() == 10 + 2 + 3);
  CHECK(lines[10] == "::group::3 more findings");
  for (std::size_t i = 11; i < 14; ++i) {
    CHECK(lines[i].starts_with("- "));
    CHECK(lines[i].find("##[") == std::string::npos);
  }
  CHECK(lines.back() == "::endgroup::");
}

TEST_CASE("GitLab gets fingerprints that are stable, severities and lines", "[report][gitlab]") {
  Report report = report_of_this_run();
  const Json json = Json::parse(text_of(report, "gitlab"));
  REQUIRE(json.size() == 3);
  CHECK(json[0]["check_name"] == "conflict-count");
  CHECK(json[0]["fingerprint"] == "relation-f2");
  CHECK(json[0]["severity"] == "critical");
  CHECK(json[0]["location"] == Json::parse(R"({"path":"d/a.txt","lines":{"begin":1}})"));
  CHECK(json[1]["location"] == Json::parse(R"({"path":"d/b.jsonl","lines":{"begin":4}})"));
  CHECK(json[2]["severity"] == "info");
  report.facts[1].relations[0].judgement.standing = Standing::ignored;
  CHECK(Json::parse(text_of(report, "gitlab")).size() == 2);
}

TEST_CASE("CSV has a finding a row, with both values and both quotes", "[report][csv]") {
  const auto rows = csv_rows(text_of(report_of_this_run(), "csv"));
  REQUIRE(rows.size() == 4);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  const auto cell = [&](std::size_t row, const std::string& column) {
    return rows[row][static_cast<std::size_t>(std::ranges::find(rows[0], column) - rows[0].begin())];
  };
  CHECK(cell(1, "id") == "relation-f2");
  CHECK(cell(1, "value") == "190 (state)");
  CHECK(cell(1, "quote") == "١٩٠ دولة");
  CHECK(cell(1, "column") == "7");
  CHECK(cell(1, "other article") == "b.txt");
  CHECK(cell(1, "other value") == "189 (state)");
  CHECK(cell(1, "articles") == "2");
  CHECK(cell(2, "why") == "3 May 2011 was a Tuesday, the article says Wednesday");
}

TEST_CASE("no cell of a CSV is a formula", "[report][csv]") {
  for (const char* attack : {"=HYPERLINK(\"https://example.org\")", "+1", "-2+3", "@SUM(A1)", "  =1", "\t=1", "\r=1", "\uFF1D1", "|cmd", "\u200B=1",
                             "a\",=1", "a\r\n=1"}) {
    Report report = report_of_this_run();
    report.facts[1].label = attack;
    const auto rows = csv_rows(text_of(report, "csv"));
    CAPTURE(attack);
    REQUIRE(rows.size() == 4);
    for (const auto& row : rows)
      for (const std::string& cell : row) CHECK((cell.empty() || std::string_view("=+-@|\t\r").find(cell.front()) == std::string_view::npos));
    CHECK_FALSE(rows[1][3].starts_with("\uFF1D"));
  }
}

TEST_CASE("ndjson has a finding a line, with the places of its articles", "[report][ndjson]") {
  const auto lines = json_lines(text_of(report_of_this_run(), "ndjson"));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["finding"] == "conflict");
  CHECK(lines[0]["standing"] == "fresh");
  CHECK(lines[0]["places"][0] ==
        Json::parse(R"j({"document":"a.txt","source":"d/a.txt","published":"2015-05-24","path":"d/a.txt","line":1,"column":7,"end_line":1,"end_column":15,)j"
                    R"j("position":0,"claim":"a.txt:count:11","quote":"١٩٠ دولة","value":{"min":190,"max":190},"words":"190 (state)"})j"));
  CHECK(lines[0]["places"][1]["line"] == 4);
  CHECK(lines[1]["finding"] == "check");
  CHECK(lines[2]["finding"] == "update");
}

TEST_CASE("a reference stands in every format where an article contradicts it", "[report][formats]") {
  Report report = report_of_this_run();
  report.facts[1].positions[1].claims.clear();
  report.facts[1].positions[1].reference = Reference{"npt/parties", "UNODA", "2025-05"};
  for (const char* format : {"ndjson", "sarif", "junit", "github", "gitlab", "csv"}) {
    CAPTURE(format);
    CHECK(text_of(report, format).find("npt/parties") != std::string::npos);
  }
}

TEST_CASE("hostile text is inert in the formats for programs", "[report][formats]") {
  const std::string hostile = "\x1b[31m\u202Eevil\u2066\u0085\x7f\"}]]></failure>\n::error::x\r\n##[error]<b>\U000E0041\uFFFF";
  Report report = report_of_this_run();
  report.facts[0].label = report.facts[1].label = report.checks[0].why = report.facts[1].relations[0].why = hostile;
  report.facts[1].relations[0].judgement.reason = hostile;
  report.documents[0].file.path = hostile;
  report.documents[1].title = hostile;
  for (const char* format : {"ndjson", "sarif", "junit", "github", "gitlab", "csv"}) {
    const std::string bytes = text_of(report, format);
    CAPTURE(format, bytes);
    for (const char* raw : {"\x1b", "\u202E", "\u2066", "\u0085", "\x7f", "\U000E0041", "\uFFFF", "</failure>\n::error"}) CHECK(bytes.find(raw) == bytes.npos);
    for (const auto lines = lines_of(bytes); const std::string& line : lines) {
      const bool is_command = std::string_view(format) == "github" && (line.starts_with("::error file=") || line.starts_with("::notice file="));
      if (!is_command) CHECK(line.find_first_not_of(" \t") == line.find_first_not_of(" \t:"));
    }
  }
  CHECK(is_xml(text_of(report, "junit")));
  CHECK_NOTHROW(Json::parse(text_of(report, "sarif")));
  CHECK_NOTHROW(Json::parse(text_of(report, "gitlab")));
  CHECK(csv_rows(text_of(report, "csv")).size() == 4);
}
