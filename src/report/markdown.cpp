#include "report/markdown.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "report/outline.hpp"
#include "report/words.hpp"
#include "text/direction.hpp"

namespace mizan {
namespace {

// A comment holds 65,536 characters: this many findings with six articles on each side fit, even where all quotes are of full length.
constexpr std::size_t kRowsShown = 20, kFoldsShown = 10;
constexpr std::size_t kReasonLetters = 600;

/// For the text of an element that stands in HTML.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out.push_back(c);
    }
  }
  return out;
}

/// Neither GitHub nor GitLab looks for mentions, references or addresses in code.
std::string code(std::string_view text, std::size_t most = 110) { return "<code>" + escaped(shortened(text, most)) + "</code>"; }

std::string lang_attributes(const std::string& lang) {
  return (lang.empty() ? "" : " lang=\"" + lang + "\"") + " dir=\"" + std::string(direction_of(lang)) + "\"";
}

class MarkdownReport {
 public:
  MarkdownReport(const Report& report, const ReportOptions& options, std::ostream& out) : outline_(outline_of(report, options)), options_(options), out_(out) {}

  void write() {
    // A block of HTML ends at a blank line: what stands between the two tags is Markdown again.
    out_ << "<div" << lang_attributes(sound_tag(options_.ui_lang)) << ">\n\n";
    out_ << "## " << word("page.name") << ": " << outline_.headline << "\n\n" << outline_.counts << "\n";
    std::vector<const FindingOutline*> findings;
    for (const auto* list : {&outline_.conflicts, &outline_.checks, &outline_.updates})
      for (const FindingOutline& finding : *list) findings.push_back(&finding);
    if (!findings.empty()) {
      write_table(findings);
      const std::size_t shown = shown_of(findings.size(), kFoldsShown);
      for (std::size_t i = 0; i < shown; ++i) write_fold(*findings[i]);
    }
    out_ << "\n</div>\n";
  }

 private:
  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }
  [[nodiscard]] std::size_t shown_of(std::size_t all, std::size_t most) const { return options_.verbose ? all : std::min(all, most); }

  void write_table(const std::vector<const FindingOutline*>& findings) {
    out_ << "\n|";
    for (const char* column : {"page.finding", "page.about", "page.values", "page.confidence"}) out_ << ' ' << word(column) << " |";
    out_ << "\n| --- | --- | --- | --- |\n";
    const std::size_t shown = shown_of(findings.size(), kRowsShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const FindingOutline& finding = *findings[i];
      out_ << "| " << title(finding) << " | " << about(finding) << " | ";
      const char* before = "";
      for (const PositionOutline& position : finding.positions) {
        if (!position.value.empty()) out_ << before << code_span(shortened(position.value));
        before = " · ";
      }
      out_ << " | " << finding.percent << "% |\n";
    }
    if (shown < findings.size()) out_ << "\n" << fill(word("page.more"), {std::to_string(findings.size() - shown)}) << "\n";
  }

  static std::string title(const FindingOutline& finding) { return finding.number + (finding.number.empty() ? "" : " ") + finding.title; }

  /// What a finding is about; of a check, the article.
  static std::string about(const FindingOutline& finding) {
    if (!finding.label.empty()) return code_span(shortened(finding.label)) + " (" + finding.kind + ")";
    return finding.positions.empty() || finding.positions.front().articles.empty() ? "" : code_span(shortened(finding.positions.front().articles.front().id));
  }

  void write_fold(const FindingOutline& finding) {
    out_ << "\n<details>\n<summary>" << escaped(title(finding)) << (finding.label.empty() ? "" : ": " + code(finding.label)) << "</summary>\n";
    for (const PositionOutline& position : finding.positions) write_position(position);
    for (const std::string& reason : finding.reasons) out_ << "<p>" << fill(escaped(word("report.why")), {code(reason, kReasonLetters)}) << "</p>\n";
    out_ << "</details>\n";
  }

  void write_position(const PositionOutline& position) {
    const std::string witnesses = position.witnesses.empty() ? "" : " " + escaped(position.witnesses);
    if (!position.value.empty()) out_ << "<p><b>" << code(position.value) << "</b>" << witnesses << "</p>\n";
    if (!position.reference.empty()) out_ << "<p>" << code(position.reference, kReasonLetters) << "</p>\n";
    if (position.articles.empty()) return;
    out_ << "<ul>\n";
    for (const ArticleOutline& article : position.articles) {
      out_ << "<li>" << code(article.id);
      if (!article.published.empty()) out_ << " · " << code(article.published);
      if (!article.title.empty()) out_ << " · " << code(article.title);
      for (const Excerpt& quote : article.quotes) {
        out_ << "\n<blockquote" << lang_attributes(article.lang) << "><code>" << escaped(quote.before) << "<b>" << escaped(quote.value) << "</b>"
             << escaped(quote.after) << "</code></blockquote>";
      }
      out_ << "</li>\n";
    }
    if (position.more > 0) out_ << "<li>" << escaped(fill(word("page.more"), {std::to_string(position.more)})) << "</li>\n";
    out_ << "</ul>\n";
  }

  const Outline outline_;
  const ReportOptions& options_;
  std::ostream& out_;
};

}  // namespace

std::string code_span(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  std::string out = fence;
  // A space on either side keeps the fence apart from backticks of the text; readers take one away.
  const bool is_padded = text.empty() || longest > 0;
  if (is_padded) out.push_back(' ');
  for (const char c : text) out.append(c == '|' ? "\\|" : std::string(1, c));  // else the cell would end here, code or not
  if (is_padded) out.push_back(' ');
  return out + fence;
}

void write_markdown(const Report& report, const ReportOptions& options, std::ostream& out) { MarkdownReport(report, options, out).write(); }

}  // namespace mizan
