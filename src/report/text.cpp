#include "report/text.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <ostream>
#include <set>
#include <vector>

#include "report/excerpt.hpp"
#include "report/outline.hpp"
#include "report/style.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

namespace mizan {
namespace {

// What is listed before "and so many more"; --verbose lists all.
constexpr std::size_t kAgreementsShown = 20;

/// Writes one report; keeps what every part of it needs.
class TextReport {
 public:
  TextReport(const Report& report, const ReportOptions& options, std::ostream& out)
      : report_(report), options_(options), style_{options.terminal, options.color}, out_(out) {
    for (const Document& document : report.documents) documents_.emplace(document.id, &document);
    for (const Claim& claim : report.claims) claims_.emplace(claim.id, &claim);
  }

  void write() {
    const auto conflicts = facts_with(Relation::conflict), updates = facts_with(Relation::update), agreements = facts_with(Relation::agree);
    const auto checks = fresh_checks();
    if (report_.summary.documents == 0) {
      section(word("report.nothing"), Color::yellow);
    } else if (conflicts.empty() && updates.empty() && checks.empty()) {
      section(word(has_judged() ? "report.none-new" : "report.none"), Color::green);
    }
    write_facts("report.conflicts", conflicts, Color::red);
    write_checks(checks);
    write_facts("report.updates", updates, Color::yellow);
    list_judged("report.known", Standing::known);
    list_judged("report.ignored", Standing::ignored);
    list_dismissed();
    if (options_.verbose) {
      write_facts("report.agreements", agreements, Color::green);
    } else {
      list_agreements(agreements);
    }
  }

 private:
  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }
  [[nodiscard]] std::string bold(const std::string& text) const { return style_.bold(text); }
  [[nodiscard]] std::string colored(const std::string& text, Color color) const { return style_.colored(text, color); }
  [[nodiscard]] std::string foreign(std::string_view text) const { return style_.foreign(text); }
  [[nodiscard]] std::string value_words(const Value& value) const { return foreign(value_in_words(value, options_.message)); }
  [[nodiscard]] std::string percent(double confidence) const {
    return fill(word("report.confidence"), {whole_percent(confidence)});
  }

  [[nodiscard]] std::vector<const Fact*> facts_with(Relation status) const {
    std::vector<const Fact*> facts;
    for (const Fact& fact : report_.facts) {
      const Relation shown = fact.status == Relation::compatible ? Relation::agree : fact.status;
      if (shown == status && counts(standing_of(fact))) facts.push_back(&fact);
    }
    return facts;
  }
  [[nodiscard]] std::vector<const CheckFinding*> fresh_checks() const {
    std::vector<const CheckFinding*> checks;
    for (const CheckFinding& check : report_.checks) {
      if (counts(check.judgement.standing)) checks.push_back(&check);
    }
    return checks;
  }
  /// Is there anything that people have decided about?
  [[nodiscard]] bool has_judged() const {
    return fresh_checks().size() < report_.checks.size() ||
           std::ranges::any_of(report_.facts, [](const Fact& fact) { return !counts(standing_of(fact)); });
  }

  /// A blank line stands between two blocks, none before the first.
  void block() {
    if (!is_first_) out_ << '\n';
    is_first_ = false;
  }
  void section(const std::string& title, Color color) {
    block();
    out_ << colored(title, color) << '\n';
  }

  void write_facts(const char* title, const std::vector<const Fact*>& facts, Color color) {
    if (facts.empty()) return;
    section(fill(word(title), {std::to_string(facts.size())}), color);
    for (const Fact* fact : facts) write_fact(*fact, color);
  }

  void write_fact(const Fact& fact, Color color) {
    block();
    out_ << bold(fact.id) << "  " << colored(word("relation." + std::string(name_of(fact.status))), color) << ": "
         << bold(foreign(label_of(fact))) << " (" << word("kind." + std::string(name_of(fact.kind))) << ")\n";
    for (const Position& position : fact.positions) write_position(position);
    for (const FactRelation& relation : fact.relations) write_relation(fact, relation);
  }

  [[nodiscard]] std::string label_of(const Fact& fact) const {
    return fact.label.empty() ? word("kind." + std::string(name_of(fact.kind))) : fact.label;
  }

  /// A position's claims, article by article in the order of their ids.
  [[nodiscard]] std::map<std::string, std::vector<const Claim*>> by_document(const std::vector<std::string>& ids) const {
    std::map<std::string, std::vector<const Claim*>> found;
    for (const std::string& id : ids) {
      if (const auto claim = claims_.find(id); claim != claims_.end()) found[claim->second->document].push_back(claim->second);
    }
    for (auto& [document, claims] : found) {
      std::ranges::sort(claims, [](const Claim* a, const Claim* b) {
        return a->in_title != b->in_title ? a->in_title : a->span < b->span;
      });
    }
    return found;
  }

  void write_position(const Position& position) {
    const auto articles = by_document(position.claims);
    out_ << "  " << bold(value_words(position.value));
    // Copies of one wire text are one witness: the reader should not count them as many.
    if (position.witnesses > 0 && position.witnesses < articles.size()) {
      out_ << "  " << fill(word("report.witnesses"), {std::to_string(articles.size()), std::to_string(position.witnesses)});
    }
    out_ << '\n';
    if (position.reference) out_ << "    " << reference_words(*position.reference) << '\n';
    std::size_t shown = 0;
    for (const auto& [id, claims] : articles) {
      if (!options_.verbose && shown++ == kArticlesShown) {
        out_ << "    " << fill(word("report.more-articles"), {std::to_string(articles.size() - kArticlesShown)}) << '\n';
        break;
      }
      write_article(id, claims);
    }
  }

  /// "reference npt/in-force: UNODA …".
  [[nodiscard]] std::string reference_words(const Reference& reference) const {
    const std::string key = reference.as_of.empty() ? "report.reference" : "report.reference-as-of";
    return fill(word(key), {foreign(reference.id), foreign(reference.source), foreign(reference.as_of)});
  }

  void write_article(const std::string& id, const std::vector<const Claim*>& claims) {
    const auto found = documents_.find(id);
    const Document* document = found == documents_.end() ? nullptr : found->second;
    out_ << "    " << article_line(id, document, style_) << '\n';
    for (const Claim* claim : claims) out_ << "      " << quote_in_sentence(document, *claim, style_) << '\n';
  }

  void write_relation(const Fact& fact, const FactRelation& relation) {
    const bool is_finding = relation.relation == Relation::conflict || relation.relation == Relation::update;
    if (!is_finding && !options_.verbose) return;
    out_ << "  ";
    if (fact.positions.size() > 2 && relation.first < fact.positions.size() && relation.second < fact.positions.size()) {
      const auto value = [&](std::size_t index) { return value_words(fact.positions[index].value); };
      const std::string name = word("relation." + std::string(name_of(relation.relation)));
      out_ << fill(word("report.between"), {value(relation.first), value(relation.second), name}) << ' ';
    }
    write_why(relation.why, relation.confidence);
    if (relation.judgement.standing == Standing::known || relation.judgement.standing == Standing::ignored) out_ << "  " << standing_words(relation.judgement) << '\n';
    write_judgement(relation.judgement);
    if (!relation.slip.empty()) out_ << "  " << word("slip." + relation.slip) << '\n';
    if (!relation.excuse.empty()) out_ << "  " << word("excuse." + relation.excuse) << '\n';
    if (!options_.verbose) return;
    for (const Feature& feature : relation.features) {
      char share[32];
      std::snprintf(share, sizeof share, "%+.3f", feature.share / 1000.0);
      out_ << "    " << share << "  " << visible(term(options_.message, "signal", feature.name)) << '\n';
    }
  }

  void write_why(const std::string& why, double confidence) {
    if (!why.empty()) out_ << fill(word("report.why"), {foreign(why)}) << ' ';
    out_ << '(' << percent(confidence) << ")\n";
  }

  /// "known (the agency corrects it; known.json)".
  [[nodiscard]] std::string standing_words(const Judgement& judgement) const {
    const std::string name = word("standing." + std::string(name_of(judgement.standing)));
    if (judgement.reason.empty()) return fill(word("standing.by"), {name, foreign(judgement.by)});
    return fill(word("standing.reason"), {name, foreign(judgement.reason), foreign(judgement.by)});
  }

  /// What people have decided about, a line each: those who want to see it in full run without the baseline.
  void list_judged(const char* title, Standing standing) {
    std::vector<const Fact*> facts;
    std::vector<const CheckFinding*> checks;
    for (const Fact& fact : report_.facts) {
      if (standing_of(fact) == standing) facts.push_back(&fact);
    }
    for (const CheckFinding& check : report_.checks) {
      if (check.judgement.standing == standing) checks.push_back(&check);
    }
    if (facts.empty() && checks.empty()) return;
    section(fill(word(title), {std::to_string(facts.size() + checks.size())}), Color::yellow);
    for (const Fact* fact : facts) {
      list_agreement(*fact);
      const auto judged = std::ranges::find(fact->relations, standing, [](const FactRelation& each) { return each.judgement.standing; });
      out_ << "    " << word("relation." + std::string(name_of(fact->status))) << " · " << standing_words(judged->judgement) << '\n';
    }
    for (const CheckFinding* check : checks) {
      out_ << "  " << bold(word("check." + check->check)) << ": " << foreign(check->why) << " — " << foreign(check->document) << '\n'
           << "    " << standing_words(check->judgement) << '\n';
    }
  }

  void write_checks(const std::vector<const CheckFinding*>& checks) {
    if (checks.empty()) return;
    section(fill(word("report.checks"), {std::to_string(checks.size())}), Color::red);
    for (const CheckFinding* each : checks) {
      const CheckFinding& check = *each;
      block();
      out_ << bold(word("check." + check.check));
      if (options_.verbose) out_ << " (" << fill(word("explain.id"), {visible(check.id)}) << ')';
      out_ << '\n';
      auto articles = by_document(check.claims);
      articles.try_emplace(check.document);
      for (const auto& [id, claims] : articles) write_article(id, claims);
      out_ << "  ";
      write_why(check.why, check.confidence);
      write_judgement(check.judgement);
    }
  }

  /// "Accepted by Salma, 2026-11-29: they wrote it down wrong".
  [[nodiscard]] std::string judgement_words(const Judgement& judgement) const {
    const std::string standing = word("report." + std::string(name_of(judgement.standing)));
    const std::string words = fill(word("report.decided"), {standing, foreign(judgement.by), foreign(judgement.on)});
    return judgement.reason.empty() ? words : words + ": " + foreign(judgement.reason);
  }
  void write_judgement(const Judgement& judgement) {
    const bool is_decided = judgement.standing == Standing::accepted || judgement.standing == Standing::dismissed;
    if (is_decided) out_ << "  " << judgement_words(judgement) << '\n';
  }

  /// What editors found to be no finding, a line each with their reason: it must not vanish in silence.
  void list_dismissed() {
    if (report_.summary.dismissed == 0) return;
    section(fill(word("report.dismissed-facts"), {std::to_string(report_.summary.dismissed)}), Color::yellow);
    for (const Fact& fact : report_.facts) {
      if (standing_of(fact) != Standing::dismissed) continue;
      list_agreement(fact);
      for (const FactRelation& relation : fact.relations) {
        if (relation.judgement.standing == Standing::dismissed) out_ << "      " << judgement_words(relation.judgement) << '\n';
      }
    }
    for (const CheckFinding& check : report_.checks) {
      if (check.judgement.standing != Standing::dismissed) continue;
      out_ << "  " << bold(word("check." + check.check)) << ": " << foreign(check.why) << " — " << foreign(check.document) << '\n';
      out_ << "      " << judgement_words(check.judgement) << '\n';
    }
  }

  void list_agreements(const std::vector<const Fact*>& facts) {
    if (facts.empty()) return;
    section(fill(word("report.agreements"), {std::to_string(facts.size())}), Color::green);
    const std::size_t shown = std::min(facts.size(), kAgreementsShown);
    for (std::size_t i = 0; i < shown; ++i) list_agreement(*facts[i]);
    if (shown < facts.size()) out_ << "  " << fill(word("report.more-agreements"), {std::to_string(facts.size() - shown)}) << '\n';
  }

  /// One line: label, values, articles.
  void list_agreement(const Fact& fact) {
    out_ << "  " << bold(fact.id) << "  " << foreign(label_of(fact)) << ": ";
    std::set<std::string> ids;
    std::string references;
    for (std::size_t i = 0; i < fact.positions.size(); ++i) {
      out_ << (i ? " ~ " : "") << value_words(fact.positions[i].value);
      for (const auto& [id, claims] : by_document(fact.positions[i].claims)) ids.insert(id);
      if (fact.positions[i].reference) references += " · " + fill(word("report.reference-short"), {foreign(fact.positions[i].reference->id)});
    }
    out_ << " — ";
    std::size_t shown = 0;
    for (const std::string& id : ids) {
      if (shown == kArticlesShown) {
        out_ << " · +" << ids.size() - shown;
        break;
      }
      out_ << (shown++ ? " · " : "") << foreign(id);
    }
    out_ << references << '\n';
  }

  const Report& report_;
  const ReportOptions& options_;
  Style style_;
  std::ostream& out_;
  std::map<std::string, const Document*> documents_;
  std::map<std::string, const Claim*> claims_;
  bool is_first_ = true;
};

}  // namespace

void write_text(const Report& report, const ReportOptions& options, std::ostream& out) { TextReport(report, options, out).write(); }

}  // namespace mizan
