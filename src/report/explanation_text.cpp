#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ostream>

#include "report/claim_text.hpp"
#include "report/excerpt.hpp"
#include "report/explanation.hpp"
#include "report/style.hpp"
#include "report/visible.hpp"

namespace mizan {
namespace {

/// A share or a score with its sign, in whole nats and thousandths: nothing is rounded, so that the reader may add up.
std::string signed_thousandths(std::int32_t thousandths) {
  char text[32];
  std::snprintf(text, sizeof text, "%c%d.%03d", thousandths < 0 ? '-' : '+', std::abs(thousandths) / 1000, std::abs(thousandths) % 1000);
  return text;
}

/// What all explanations are made of.
class ExplanationParts {
 protected:
  ExplanationParts(const ReportOptions& options, std::ostream& out) : options_(options), style_{options.terminal, options.color}, out_(out) {}

  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }
  void section(const std::string& title) { out_ << '\n' << style_.bold(title) << '\n'; }
  void line(const std::string& text) { out_ << "  " << text << '\n'; }
  [[nodiscard]] std::string value_of(const Value& value) const { return style_.foreign(value_in_words(value, options_.message)); }

  void write_sentences(const char* title, const std::vector<std::string>& sentences) {
    section(word(title));
    for (const std::string& sentence : sentences) line(visible(sentence));
  }

  /// "f1  Conflict: took part – conference (number)", with the id that survives edits of the articles.
  void write_head(const Fact* fact, const FactRelation* is_, const Value& a, const Value& b) {
    if (!fact) {
      out_ << style_.bold(word("explain.no-finding")) << '\n';
    } else {
      const Relation relation = is_ ? is_->relation : Relation::agree;
      const Color color = relation == Relation::conflict ? Color::red : relation == Relation::update ? Color::yellow : Color::green;
      out_ << style_.bold(fact->id) << "  " << style_.colored(word("relation." + std::string(name_of(relation))), color) << ": "
           << style_.bold(style_.foreign(fact->label)) << " (" << word("kind." + std::string(name_of(fact->kind))) << ")\n";
    }
    line(fill(word("explain.values"), {value_of(a), value_of(b)}));
    if (is_) line(fill(word("explain.id"), {visible(is_->id)}));
  }

  void write_claim(const char* name, const Document* document, const Claim& claim) {
    out_ << '\n' << style_.bold(word(name)) << "  " << article_line(claim.document, document, style_) << '\n';
    out_ << "     " << quote_in_sentence(document, claim, style_) << '\n' << topic_in_words(claim, options_.message, "     ");
    // Only a doubt is worth a line.
    if (const auto sure = whole_percent(claim.reading); sure != whole_percent(1)) out_ << "     " << fill(word("explain.read"), {sure}) << '\n';
  }

  void write_people(const Judgement& judgement, const Decided& decided) {
    if (const auto said = people_in_words(judgement, decided, options_.message); !said.empty()) write_sentences("explain.people", said);
  }

  void write_confidence(const FactRelation& relation) {
    section(word("explain.sure"));
    line(fill(word("explain.confidence"), {whole_percent(relation.confidence), whole_percent(relation.same), whole_percent(relation.read)}));
  }

  const ReportOptions& options_;
  Style style_;
  std::ostream& out_;
};

class ExplanationText : private ExplanationParts {
 public:
  ExplanationText(const Explanation& explanation, const ReportOptions& options, std::ostream& out) : ExplanationParts(options, out), is_(explanation) {}

  void write() {
    write_head(is_.fact, is_.relation, is_.a->value, is_.b->value);
    write_claim("explain.a", is_.document_a, *is_.a);
    write_claim("explain.b", is_.document_b, *is_.b);
    write_score();
    write_sentences("explain.decided", decision_in_words(is_, options_.message));
    write_others();
    if (is_.relation) write_confidence(*is_.relation);
    write_sentences("explain.missing", missing_in_words(is_, options_.message));
    write_people(is_.relation ? is_.relation->judgement : Judgement{}, is_.decided);
  }

 private:
  void write_score() {
    const Score score = score_of(is_);
    section(word("explain.one-fact"));
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

  const Explanation& is_;
};

class ReferenceText : private ExplanationParts {
 public:
  ReferenceText(const ReportOptions& options, std::ostream& out) : ExplanationParts(options, out) {}

  void write(const ReferenceExplanation& is) {
    write_head(is.fact, is.relation, is.claim->value, is.reference->value);
    write_claim("explain.a", is.document, *is.claim);
    const Reference& reference = *is.reference->reference;
    section(fill(word("explain.reference"), {style_.foreign(reference.id)}));
    line(word("topic.value") + ": " + value_of(is.reference->value));
    line(style_.foreign(reference.source));
    if (!reference.as_of.empty()) line(word("topic.as-of") + ": " + style_.foreign(reference.as_of));
    write_sentences("explain.decided", decision_in_words(is, options_.message));
    write_confidence(*is.relation);
    write_people(is.relation->judgement, is.decided);
  }
};

/// One of a list by its id; nullptr where there is none.
template <class Item>
const Item* by_id(const std::vector<Item>& items, const std::string& id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

void write_explanation_text(const Explanation& explanation, const ReportOptions& options, std::ostream& out) { ExplanationText(explanation, options, out).write(); }

void write_reference_text(const ReferenceExplanation& explanation, const ReportOptions& options, std::ostream& out) { ReferenceText(options, out).write(explanation); }

void write_check_text(const CheckFinding& check, const Decided& decided, const Report& report, const ReportOptions& options, std::ostream& out) {
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
  for (const std::string& sentence : people_in_words(check.judgement, decided, options.message)) out << "  " << visible(sentence) << '\n';
}

}  // namespace mizan
