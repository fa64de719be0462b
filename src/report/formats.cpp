#include "report/formats.hpp"

#include "report/html.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"
#include "report/modules.hpp"
#include "report/text.hpp"

namespace mizan {

const std::vector<ReportFormat>& report_formats() {
  static const std::vector<ReportFormat> formats{
      {"text", "for people", write_text},
      {"json", "for programs: mizan-report/1", write_json},
      {"ndjson", "for programs: one finding a line, with the file, line and column of each article", write_ndjson},
      {"sarif", "SARIF 2.1.0, for GitHub code scanning and editors", write_sarif},
      {"junit", "JUnit XML, for what shows tests: one test an article", write_junit},
      {"github", "annotations of GitHub Actions, at most ten; the rest in a group of the log", write_github},
      {"gitlab", "Code Quality of GitLab", write_gitlab},
      {"csv", "for spreadsheets: one finding a row", write_csv},
      {"markdown", "for a comment or a step summary: GitHub-flavoured Markdown, short first", write_markdown},
      {"html", "for people, on paper or on a phone: one page that needs no other file", write_html},
  };
  return formats;
}

std::vector<std::string_view> report_format_names() {
  std::vector<std::string_view> names;
  for (const ReportFormat& format : report_formats()) names.push_back(format.name);
  return names;
}

}  // namespace mizan
