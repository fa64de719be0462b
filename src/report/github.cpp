#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "report/findings.hpp"
#include "report/modules.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

// Workflow commands of GitHub Actions: ::error file=…,line=…::message. A runner reads them out of the log of a step.

namespace mizan {
namespace {

// GitHub shows ten of a level and a step, and drops the rest without a word.
constexpr std::size_t kAnnotations = 10;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

/// The message of a command, escaped as the runner's own toolkit does (@actions/core, escapeData).
std::string data(std::string text) { return replaced(replaced(replaced(std::move(text), "%", "%25"), "\r", "%0D"), "\n", "%0A"); }
/// A property of it: these may hold no colon and no comma, either.
std::string property(std::string text) { return replaced(replaced(data(std::move(text)), ":", "%3A"), ",", "%2C"); }

/// A line of the log that must be none of these commands. The runner takes `::` at its beginning and the old form `##[` anywhere.
std::string log_line(const std::string& text) { return "- " + replaced(text, "##[", "## ["); }

/// What is told of one place.
struct Annotation {
  std::string_view level;
  bool fails = false;  ///< the run
  TextPlace place;
  std::string title, message;
};

std::vector<Annotation> annotations_of(const Report& report, const ReportOptions& options) {
  std::vector<Annotation> annotations;
  for (const auto findings = findings_of(report); const Finding& finding : findings) {
    if (!counts(finding.judgement->standing)) continue;
    const bool fails = counts(finding, options), is_update = finding.relation == Relation::update;
    annotations.push_back({fails ? "error" : is_update ? "notice" : "warning", fails, finding.first().place, title_of(finding, options), message_of(finding, options)});
  }
  // Nothing above speaks of these.
  for (const Error& error : report.unreadable) {
    const bool fails = options.unreadable_fail;
    annotations.push_back({fails ? "error" : "warning", fails, place_of(error), options.message("finding-help.unreadable"), visible(show(error))});
  }
  // What fails the run comes first: it must be among the ten.
  std::ranges::stable_partition(annotations, &Annotation::fails);
  return annotations;
}

void annotate(const Annotation& annotation, std::ostream& out) {
  const TextPlace& place = annotation.place;
  out << "::" << annotation.level;
  char before = ' ';
  const auto add = [&](const char* name, const std::string& value) {
    out << before << name << '=' << property(value);
    before = ',';
  };
  const auto add_number = [&](const char* name, std::uint32_t value) {
    if (value > 0) add(name, std::to_string(value));
  };
  if (!place.is_web && !place.path.empty()) {
    add("file", visible(place.path));
    add_number("line", place.line);
    add_number("endLine", place.end_line);
    // Columns are taken within one line only.
    if (place.line == place.end_line) {
      add_number("col", place.column);
      add_number("endColumn", place.end_column);
    }
  }
  add("title", annotation.title);
  out << "::" << data(annotation.message) << '\n';
}

}  // namespace

void write_github(const Report& report, const ReportOptions& options, std::ostream& out) {
  const std::vector<Annotation> annotations = annotations_of(report, options);
  if (annotations.empty()) out << log_line(options.message(report.documents.empty() ? "report.nothing" : "report.none")) << '\n';
  const std::size_t shown = std::min(annotations.size(), kAnnotations);
  for (std::size_t i = 0; i < shown; ++i) annotate(annotations[i], out);
  if (shown == annotations.size()) return;
  out << "::group::" << data(fill(options.message("finding.rest"), {std::to_string(annotations.size() - shown)})) << '\n';
  for (std::size_t i = shown; i < annotations.size(); ++i)
    out << log_line(place_in_words(annotations[i].place) + ": " + annotations[i].message) << '\n';
  out << "::endgroup::\n";
}

}  // namespace mizan
