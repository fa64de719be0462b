#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/findings.hpp"
#include "report/modules.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

// RFC 4180, one finding a row, behind a byte order mark: without it Excel takes UTF-8 for the code page of the machine.

namespace mizan {
namespace {

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, which says "text" there. Excel also takes the full-width forms, and looks
/// behind white space; `visible` has left no tab and no line end.
std::string inert_cell(std::string cell) {
  const auto first = cell.find_first_not_of(' ');
  if (first == cell.npos) return cell;
  static constexpr std::string_view kFormula[] = {"=", "+", "-", "@", "|", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const std::string_view rest = std::string_view(cell).substr(first);
  const bool is_formula = std::ranges::any_of(kFormula, [&](std::string_view sign) { return rest.starts_with(sign); });
  return is_formula ? "'" + std::move(cell) : cell;
}

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
  const char* before = "";
  for (const std::string& text : cells) {
    out << before;
    before = ",";
    const std::string cell = inert_cell(visible(text));
    if (cell.find_first_of(",\"") == cell.npos) {
      out << cell;
      continue;
    }
    out << '"';
    for (const char c : cell) out << (c == '"' ? "\"\"" : std::string_view(&c, 1));
    out << '"';
  }
  out << "\r\n";
}

std::string number(std::uint32_t value) { return value > 0 ? std::to_string(value) : std::string(); }

/// article, dateline, file, line, column, value, quote.
void add_told(std::vector<std::string>& cells, const Told* told, const ReportOptions& options) {
  if (!told) {
    cells.insert(cells.end(), 7, "");
    return;
  }
  cells.insert(cells.end(), {told->article, told->document ? told->document->published : "", told->place.path, number(told->place.line),
                             number(told->place.column), told->claim ? value_in_words(told->claim->value, options.message) : "",
                             told->claim ? told->claim->quote : ""});
}

std::vector<std::string> cells_of(const Finding& finding, const ReportOptions& options) {
  std::vector<std::string> cells{finding.id, std::string(finding.sort()), finding.rule.substr(finding.rule.find('-') + 1), about(finding, options),
                                 whole_percent(finding.confidence) + "%"};
  add_told(cells, &finding.first(), options);
  // What stands against it: the first article that says the other value, else the reference, else the other place of the one article.
  const auto other = std::find_if(finding.told.begin() + 1, finding.told.end(), [&](const Told& told) { return told.is_other || finding.check; });
  const std::string reference = reference_of(finding.other, options);
  add_told(cells, other == finding.told.end() ? nullptr : &*other, options);
  if (other == finding.told.end() && !reference.empty()) {
    cells[cells.size() - 7] = reference;
    cells[cells.size() - 2] = value_in_words(finding.other->value, options.message);
  }
  std::vector<std::string_view> articles;
  for (const Told& told : finding.told) articles.push_back(told.article);
  std::ranges::sort(articles);
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  const std::string standing(name_of(finding.judgement->standing));
  cells.insert(cells.end(), {std::to_string(articles.size()), finding.check ? finding.check->why : finding.between->why, remarks_of(finding, options), standing,
                             finding.judgement->reason});
  return cells;
}

}  // namespace

void write_csv(const Report& report, const ReportOptions& options, std::ostream& out) {
  out << "\xEF\xBB\xBF";
  write_row(out, {"id", "finding", "kind", "about", "confidence", "article", "published", "file", "line", "column", "value", "quote", "other article",
                  "other published", "other file", "other line", "other column", "other value", "other quote", "articles", "why", "remarks", "standing",
                  "reason"});
  const auto findings = findings_of(report);
  for (const Finding& finding : findings) write_row(out, cells_of(finding, options));
}

}  // namespace mizan
