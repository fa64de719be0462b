#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ostream>

#include "report/claim_text.hpp"
#include "report/excerpt.hpp"
#include "report/explanation.hpp"
#include "report/style.hpp"

namespace mizan {
namespace {

/// A share or a score with its sign, in whole nats and thousandths: nothing is rounded, so that the reader may add up.
std::string signed_thousandths(std::int32_t thousandths) {
  char text[32];
  std::snprintf(text, sizeof text, "%c%d.%03d", thousandths < 0 ? '-' : '+', std::abs(thousandths) / 1000, std::abs(thousandths) % 1000);
  return text;
}

class ExplanationText {
 public:
  ExplanationText(const Explanation& explanation, const ReportOptions& options, std::ostream& out)
      : is_(explanation), options_(options), style_{options.terminal, options.color}, out_(out) {}

  void write() {
    write_head();
    write_claim("explain.a", is_.document_a, *is_.a);
    write_claim("explain.b", is_.document_b, *is_.b);
    write_score();
    write_sentences("explain.decided", decision_in_words(is_, options_.message));
    write_others();
    write_confidence();
    write_sentences("explain.missing", missing_in_words(is_, options_.message));
  }

 private:
  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }
  [[nodiscard]] std::string value_of(const Claim& claim) const { return style_.foreign(value_in_words(claim.value, options_.message)); }
  void section(const char* key) { out_ << '\n' << style_.bold(word(key)) << '\n'; }
  void line(const std::string& text) { out_ << "  " << text << '\n'; }

  void write_sentences(const char* title, const std::vector<std::string>& sentences) {
    section(title);
    for (const std::string& sentence : sentences) line(visible(sentence));
  }

  /// "f1  Conflict: took part – conference (number)", with the id that survives edits of the articles.
  void write_head() {
    const std::string values = fill(word("explain.values"), {value_of(*is_.a), value_of(*is_.b)});
    if (!is_.fact) {
      out_ << style_.bold(word("explain.no-finding")) << '\n';
    } else {
      const Relation relation = is_.relation ? is_.relation->relation : Relation::agree;
      const Color color = relation == Relation::conflict ? Color::red : relation == Relation::update ? Color::yellow : Color::green;
      out_ << style_.bold(is_.fact->id) << "  " << style_.colored(word("relation." + std::string(name_of(relation))), color) << ": "
           << style_.bold(style_.foreign(is_.fact->label)) << " (" << word("kind." + std::string(name_of(is_.fact->kind))) << ")\n";
    }
    line(values);
    if (is_.relation) line(fill(word("explain.id"), {visible(is_.relation->id)}));
  }

  void write_claim(const char* name, const Document* document, const Claim& claim) {
    out_ << '\n' << style_.bold(word(name)) << "  " << article_line(claim.document, document, style_) << '\n';
    out_ << "     " << quote_in_sentence(document, claim, style_) << '\n' << topic_in_words(claim, options_.message, "     ");
    // Only a doubt is worth a line.
    if (const auto sure = whole_percent(claim.reading); sure != whole_percent(1)) out_ << "     " << fill(word("explain.read"), {sure}) << '\n';
  }

  void write_score() {
    const Score score = score_of(is_);
    section("explain.one-fact");
    if (!score.features) return line(word("explain.not-weighed"));
    line(word("explain.shares"));
    for (const Feature& feature : *score.features)
      line(signed_thousandths(feature.share) + "  " + visible(term(options_.message, "signal", feature.name)));
    line("------");
    line(fill(word(score.score >= score.bar ? "explain.score-reached" : "explain.score-missed"),
              {signed_thousandths(score.score), signed_thousandths(score.bar)}));
    line(fill(word("explain.chance"), {whole_percent(score.same)}));
  }

  /// The two claims that stand for these: what a decision about `a` and `b` points to.
  void write_others() {
    if (!is_.other_a || !is_.other_b) return;
    const bool is_rival = is_.verdict && is_.verdict->barrier == "rival";
    line(word(is_.relation ? "explain.by-chain" : is_rival ? "explain.by-rival" : "explain.by-restatement"));
    for (const auto& [document, claim] : {std::pair(is_.other_document_a, is_.other_a), std::pair(is_.other_document_b, is_.other_b)}) {
      out_ << "    " << style_.foreign(claim->id) << '\n';
      out_ << "      " << quote_in_sentence(document, *claim, style_) << '\n';
    }
  }

  void write_confidence() {
    if (!is_.relation) return;
    section("explain.sure");
    line(fill(word("explain.confidence"), {whole_percent(is_.relation->confidence), whole_percent(is_.relation->same), whole_percent(is_.relation->read)}));
  }

  const Explanation& is_;
  const ReportOptions& options_;
  Style style_;
  std::ostream& out_;
};

/// One of a list by its id; nullptr where there is none.
template <class Item>
const Item* by_id(const std::vector<Item>& items, const std::string& id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

void write_explanation_text(const Explanation& explanation, const ReportOptions& options, std::ostream& out) { ExplanationText(explanation, options, out).write(); }

void write_check_text(const CheckFinding& check, const Report& report, const ReportOptions& options, std::ostream& out) {
  const Style style{options.terminal, options.color};
  const Document* document = by_id(report.documents, check.document);
  out << style.bold(term(options.message, "check", check.check)) << '\n';
  out << "  " << fill(options.message("explain.id"), {visible(check.id)}) << "\n  " << article_line(check.document, document, style) << '\n';
  for (const std::string& id : check.claims) {
    const Claim* claim = by_id(report.claims, id);
    if (claim) out << "    " << quote_in_sentence(document, *claim, style) << '\n' << topic_in_words(*claim, options.message, "    ");
  }
  out << "  " << fill(options.message("report.why"), {style.foreign(check.why)}) << " ("
      << fill(options.message("report.confidence"), {whole_percent(check.confidence)}) << ")\n";
}

}  // namespace mizan
