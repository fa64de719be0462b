#include "report/formats.hpp"

#include "report/html.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"
#include "report/text.hpp"

namespace mizan {

const std::vector<ReportFormat>& report_formats() {
  static const std::vector<ReportFormat> formats{
      {"text", "for people", write_text},
      {"json", "for programs: mizan-report/1", write_json},
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
