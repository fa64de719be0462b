#include "report/html.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <ostream>
#include <stdexcept>

#include "report/html_page.hpp"
#include "report/outline.hpp"
#include "report/words.hpp"
#include "text/direction.hpp"

namespace mizan {
namespace {

namespace mustache = kainjow::mustache;
using Data = mustache::data;

// Agreements before "and so many more"; options.verbose shows all.
constexpr std::size_t kAgreementsOnPage = 200;

Data flag(bool is_set) { return is_set ? Data::type::bool_true : Data::type::bool_false; }
/// A section of the template is left out where its value is false; an empty text would count as there.
Data known_or_false(const std::string& text) { return text.empty() ? flag(false) : Data(text); }

/// A section of the template sees what stands around it: each object sets every name that is asked of it, or it would show the outer one's.
Data article_data(const ArticleOutline& article) {
  Data data;
  data.set("id", article.id);
  data.set("published", known_or_false(article.published));
  data.set("title", known_or_false(article.title));
  Data quotes{Data::type::list};
  for (const Excerpt& quote : article.quotes) {
    Data each;
    each.set("before", quote.before);
    each.set("value", quote.value);
    each.set("after", quote.after);
    quotes.push_back(each);
  }
  data.set("quotes", quotes);
  data.set("lang", known_or_false(article.lang));
  data.set("dir", std::string(direction_of(article.lang)));
  return data;
}

class Page {
 public:
  explicit Page(const ReportOptions& options) : options_(options) {}

  [[nodiscard]] Data data(const Outline& outline) const {
    Data data;
    data.set("ui_lang", options_.ui_lang);
    data.set("ui_dir", std::string(direction_of(options_.ui_lang)));
    data.set("version", options_.version);
    data.set("style", std::string(html_style));
    data.set("name", word("page.name"));
    data.set("headline", outline.headline);
    data.set("counts", outline.counts);
    data.set("made_by", fill(word("page.made-by"), {options_.version}));
    Data sections{Data::type::list};
    add_section(sections, "conflict", outline.conflicts, outline.conflicts.size());
    add_section(sections, "check", outline.checks, outline.checks.size());
    add_section(sections, "update", outline.updates, outline.updates.size());
    add_section(sections, "agree", outline.agreements, options_.verbose ? outline.agreements.size() : std::min(outline.agreements.size(), kAgreementsOnPage));
    data.set("sections", sections);
    return data;
  }

 private:
  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }

  [[nodiscard]] Data more(std::size_t left_out) const { return left_out == 0 ? flag(false) : Data(fill(word("page.more"), {std::to_string(left_out)})); }

  void add_section(Data& sections, const std::string& name, const std::vector<FindingOutline>& findings, std::size_t shown) const {
    if (findings.empty()) return;
    Data section;
    section.set("name", name);
    section.set("heading", fill(word("page.section-" + name), {std::to_string(findings.size())}));
    section.set("folded", flag(name == "agree"));
    Data list{Data::type::list};
    for (std::size_t i = 0; i < shown; ++i) list.push_back(finding_data(findings[i]));
    section.set("findings", list);
    section.set("more", more(findings.size() - shown));
    sections.push_back(section);
  }

  [[nodiscard]] Data finding_data(const FindingOutline& finding) const {
    Data data;
    data.set("number", known_or_false(finding.number));
    data.set("status", finding.title);
    data.set("label", known_or_false(finding.label));
    data.set("kind", finding.kind);
    data.set("confidence", finding.percent.empty() ? flag(false) : Data(fill(word("report.confidence"), {finding.percent})));
    Data positions{Data::type::list};
    for (const PositionOutline& position : finding.positions) positions.push_back(position_data(position));
    data.set("positions", positions);
    Data reasons{Data::type::list};
    for (const std::string& reason : finding.reasons) reasons.push_back(Data("reason", fill(word("report.why"), {reason})));
    data.set("reasons", reasons);
    return data;
  }

  [[nodiscard]] Data position_data(const PositionOutline& position) const {
    Data data;
    data.set("value", known_or_false(position.value));
    data.set("witnesses", known_or_false(position.witnesses));
    data.set("reference", known_or_false(position.reference));
    data.set("more", more(position.more));
    Data articles{Data::type::list};
    for (const ArticleOutline& article : position.articles) articles.push_back(article_data(article));
    data.set("articles", articles);
    return data;
  }

  const ReportOptions& options_;
};

}  // namespace

void write_html(const Report& report, const ReportOptions& options, std::ostream& out) {
  mustache::mustache page{std::string(html_page)};
  if (!page.is_valid()) throw std::logic_error("reports/html/report.mustache: " + page.error_message());
  page.render(Page(options).data(outline_of(report, options)), out);
}

}  // namespace mizan
