#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "report/attacks.hpp"
#include "report/made_report.hpp"
#include "report/markup.hpp"
#include "support/lines.hpp"
#include "support/temp_folder.hpp"
#include "text/utf8.hpp"

using namespace mizan;
using namespace mizan::test;
using test::lines_of;

namespace {

/// Every place of a report that words of an article, an id or a file of reference facts can come to.
Report attacked(const std::string& attack) {
  Report report;
  for (const char* number : {"190", "189"}) {
    Document document = article(attack + number, attack + " " + number + " states " + attack, attack + " " + number + " states");
    document.source = document.published = document.lang = attack;
    report.documents.push_back(document);
  }
  report.claims.reserve(4);
  const Claim& a = add_claim(report, 0, "190 states", count(190, attack));
  const Claim& b = add_claim(report, 1, "189 states", count(189, "~" + attack));
  const Claim& c = add_claim(report, 0, "190 states", Place{attack, ""}, true);
  const Claim& d = add_claim(report, 1, "189 states", Place{"p", attack}, true);
  for (Claim& claim : report.claims) {
    claim.topic.event.label = claim.topic.role.words = claim.topic.of_whom.id = claim.topic.speaker.id = attack;
    claim.rule = claim.row = attack;
  }
  report.facts = {fact("f1", attack, Relation::conflict, {{&a}, {&b}}), fact("f2", attack, Relation::update, {{&c}, {&d}}),
                  fact("f3", attack, Relation::agree, {{&a, &b}})};
  for (Fact& fact : report.facts) {
    for (FactRelation& relation : fact.relations) relation.why = attack;
  }
  report.facts[0].positions.push_back({count(188, attack), {}, 1, Reference{attack, attack, attack}});
  report.checks = {{"77ab", "weekday", report.documents[0].id, {a.id}, 0.99, attack}};
  report.unreadable = {{attack + ".txt:3", attack}};  // a name of a file, and what its reader made of it
  report.summary = {.documents = 2, .claims = 4, .facts = 3, .agree = 1, .conflict = 1, .update = 1, .checks = 1};
  return report;
}

/// The first character that steers a terminal or turns the order of what stands beside it; line ends and tabs of the format are its own affair.
std::string first_danger(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    const bool is_control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
    const bool is_bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool is_other = c == 0x2028 || c == 0x2029 || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
    if (is_control || is_bidi || is_other) return std::to_string(static_cast<unsigned>(c)) + " at " + std::to_string(begin);
  }
  return "";
}

/// Cells of a CSV file as RFC 4180 has them.
std::vector<std::string> cells_of(std::string_view csv) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (const char c : strip_bom(csv)) {
    if (c == '"') is_quoted = !is_quoted;
    else if (!is_quoted && (c == ',' || c == '\n' || c == '\r')) cells.emplace_back();
    else cells.back().push_back(c);
  }
  return cells;
}

/// Texts of SARIF may hold links: [words](address). A bracket that is meant as one stands behind a backslash.
bool has_embedded_link(const nlohmann::json& json) {
  if (json.is_structured()) {
    for (const auto& each : json)
      if (has_embedded_link(each)) return true;
    return false;
  }
  if (!json.is_string()) return false;
  const auto& text = json.get_ref<const std::string&>();
  const std::size_t at = text.find("](javascript:");
  return at != text.npos && (at == 0 || text[at - 1] != '\\');
}

/// What each format is read by, and what must not be there for it to act on.
void check_inert(const std::string& format, const std::string& bytes) {
  CHECK_FALSE(find_invalid_utf8(bytes));
  if (format == "csv") {
    for (const std::string& cell : cells_of(bytes)) CHECK((cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos));
  } else {
    CHECK(first_danger(bytes) == "");
  }
  if (format == "json" || format == "gitlab" || format == "sarif") CHECK(nlohmann::json::accept(bytes));
  if (format == "sarif") CHECK_FALSE(has_embedded_link(nlohmann::json::parse(bytes)));
  if (format == "ndjson") {
    for (const std::string& line : lines_of(bytes)) CHECK(nlohmann::json::accept(line));
  }
  if (format == "github") {
    // Whatever is a command is one of ours; the rest is the log.
    for (const std::string& line : lines_of(bytes)) {
      CAPTURE(line);
      const auto is_ours = [&](const char* command) { return line.starts_with(command); };
      CHECK((!line.starts_with("::") || is_ours("::error ") || is_ours("::warning ") || is_ours("::notice ") || is_ours("::group::") || line == "::endgroup::"));
      CHECK_FALSE(line.starts_with("##["));
    }
    CHECK(bytes.find("%0A::error::owned") == std::string::npos);
  }
  if (format == "junit") CHECK(markup_problem(bytes, {}) == "");
  if (format == "html") CHECK(html_problem(bytes) == "");
  if (format == "markdown") CHECK(markdown_problem(bytes) == "");
}

}  // namespace

TEST_CASE("hostile text is inert in every report format", "[report][hostile][slow]") {
  for (const Attack& attack : attacks()) {
    const Report report = attacked(attack.text);
    for (const ReportFormat& format : report_formats()) {
      for (const char* tag : {"en", "ar"}) {
        for (const bool verbose : {false, true}) {
          ReportOptions options = options_for(tag);
          options.verbose = verbose;
          const std::string bytes = written(format.name, report, options);
          CAPTURE(attack.name, format.name, tag, verbose, bytes.substr(0, 3000));
          check_inert(std::string(format.name), bytes);
          CHECK_FALSE(bytes.empty());
        }
      }
    }
  }
}

TEST_CASE("what people read stays short, however long a word of an article is", "[report][hostile]") {
  const Report report = attacked(std::string(200000, 'x'));
  // A label or an id of such length is somebody's mistake; the quotes are what articles bring.
  Report quotes = sample_report();
  quotes.documents[0].text = std::string(500000, 'x') + quotes.documents[0].text;
  for (const char* format : {"text", "markdown", "html"}) {
    CAPTURE(format);
    CHECK(written(format, quotes, options_for("en")).size() < 16384);
  }
  CHECK(written("markdown", report, options_for("en")).size() < 65536);
}

TEST_CASE("the program is inert from the articles' bytes to every format", "[cli][hostile]") {
  std::size_t conflicts = 0;
  for (const Attack& attack : attacks()) {
    const TempFolder folder;
    std::string corpus;
    for (const char* states : {"190", "189"}) {
      const std::string text = "Delegates of " + std::string(states) +
          " states attended the review conference of the Antarctic whaling treaty in Helsinki, the secretariat of the "
                               "whaling treaty said " + attack.text + ".";
      const nlohmann::json line = {{"id", attack.text.substr(0, 999) + states}, {"source", attack.text}, {"lang", "en"}, {"published", "2015-05-25"},
                                   {"title", attack.text + " and the review conference"}, {"text", text}};
      corpus += line.dump() + "\n";
    }
    folder.write("attack.jsonl", corpus);
    std::string command = "cd '" + folder.path().string() + "' && '" MIZAN_BINARY "' check attack.jsonl --verbose";
    for (const ReportFormat& format : report_formats()) command += " --format " + std::string(format.name) + ":out-" + std::string(format.name);
    const int raw = std::system((command + " > stdout 2> stderr < /dev/null").c_str());
    REQUIRE(WIFEXITED(raw));
    CAPTURE(attack.name, bytes_of(folder.file("stderr")));
    CHECK(WEXITSTATUS(raw) <= 1);
    CHECK(bytes_of(folder.file("stdout")).empty());
    CHECK(first_danger(bytes_of(folder.file("stderr"))) == "");
    conflicts += nlohmann::json::parse(bytes_of(folder.file("out-json")))["summary"]["conflict"].get<std::size_t>();
    for (const ReportFormat& format : report_formats()) {
      const std::string bytes = bytes_of(folder.file("out-" + std::string(format.name)));
      CAPTURE(format.name);
      if (format.name != "ndjson") CHECK_FALSE(bytes.empty());  // a line each finding, and some attacks leave none
      check_inert(std::string(format.name), bytes);
    }
  }
  CHECK(conflicts + 3 > attacks().size());  // else the attacks did not come as far as a report
}

TEST_CASE("names of files and bytes that are no text reach nobody's terminal", "[cli][hostile]") {
  const TempFolder folder;
  folder.write("e\x1b[31m\u202Evil\n::error::owned.txt", "Delegates of 188 states met.\n");
  folder.write("bad\xFF.txt", "Delegates of 188 states met.\n");
  folder.write("bytes.txt", std::string("Delegates of 188\0 states \xFF\xC0\xAF met.\n", 34));
  folder.write("attack.jsonl", "{\"id\":\"b\",\"text\":\"caf\xE9 \x1b[31m\"}\n");
  const int raw = std::system(("cd '" + folder.path().string() + "' && '" MIZAN_BINARY "' check . > stdout 2> stderr < /dev/null").c_str());
  REQUIRE(WIFEXITED(raw));
  CHECK(WEXITSTATUS(raw) == 3);
  const std::string err = bytes_of(folder.file("stderr"));
  CAPTURE(err);
  CHECK(first_danger(err) == "");
  CHECK(err.find("bytes.txt:1: ") != std::string::npos);
  CHECK(err.find("2 articles") != std::string::npos);
  for (const std::string& line : lines_of(err)) CHECK_FALSE(line.starts_with("::"));
}
