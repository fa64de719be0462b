#include "report/outline.hpp"

#include <algorithm>
#include <map>

#include "report/filter.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"
#include "text/direction.hpp"

namespace mizan {
namespace {

class Outliner {
 public:
  Outliner(const Report& report, const ReportOptions& options) : report_(report), options_(options) {
    for (const Document& document : report.documents) documents_.emplace(document.id, &document);
    for (const Claim& claim : report.claims) claims_.emplace(claim.id, &claim);
  }

  [[nodiscard]] Outline outline() const {
    Outline outline;
    const Summary& summary = report_.summary;
    const auto counted = [&](const char* thing, std::size_t count) { return mizan::counted(options_.message, thing, count); };
    const std::string updates = counted("update", summary.update), conflicts = counted("conflict", summary.conflict);
    outline.counts = fill(word("page.counts"), {counted("article", summary.documents), counted("claim", summary.claims), counted("fact", summary.facts),
                                                counted("agree", summary.agree), conflicts, updates});
    if (!report_.unreadable.empty()) outline.counts += " (" + counted("unreadable", report_.unreadable.size()) + ")";
    std::vector<std::string> found;
    if (summary.conflict > 0) found.push_back(conflicts);
    if (summary.checks > 0) found.push_back(counted("slip", summary.checks));
    if (summary.update > 0) found.push_back(updates);
    for (const std::string& each : found) outline.headline += (outline.headline.empty() ? "" : word("value.comma")) + each;
    if (found.empty()) outline.headline = word(summary.documents == 0 ? "report.nothing" : "report.none");

    // What people have decided about comes last, and says so.
    for (const bool does_count : {true, false}) {
      for (const Fact& fact : report_.facts) {
        if (counts(standing_of(fact)) == does_count) list_of(outline, fact.status).push_back(finding(fact));
      }
      for (const CheckFinding& check : report_.checks) {
        if (counts(check.judgement.standing) == does_count) outline.checks.push_back(finding(check));
      }
    }
    return outline;
  }

 private:
  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }

  /// "Conflict (known)".
  [[nodiscard]] std::string judged(const std::string& title, Standing standing) const {
    return counts(standing) ? title : title + " (" + word("standing." + std::string(name_of(standing))) + ")";
  }

  static std::vector<FindingOutline>& list_of(Outline& outline, Relation status) {
    if (status == Relation::conflict) return outline.conflicts;
    return status == Relation::update ? outline.updates : outline.agreements;
  }

  [[nodiscard]] FindingOutline finding(const Fact& fact) const {
    const std::string kind = word("kind." + std::string(name_of(fact.kind)));
    FindingOutline finding{.number = visible(fact.id), .title = judged(word("relation." + std::string(name_of(fact.status))), standing_of(fact)),
                           .label = fact.label.empty() ? kind : visible(fact.label), .kind = kind, .positions = {}, .reasons = {}, .percent = {}};
    for (const Position& each : fact.positions) finding.positions.push_back(position(each));
    const bool is_finding = fact.status == Relation::conflict || fact.status == Relation::update;
    if (is_finding) finding.percent = whole_percent(surest(fact, fact.status));
    for (const FactRelation& relation : fact.relations) {
      if (relation.relation == Relation::conflict || relation.relation == Relation::update) add_reasons(fact, relation, finding);
    }
    return finding;
  }

  [[nodiscard]] FindingOutline finding(const CheckFinding& check) const {
    FindingOutline finding{.number = {}, .title = judged(word("check." + check.check), check.judgement.standing), .label = {}, .kind = {}, .positions = {}, .reasons = {},
                           .percent = whole_percent(check.confidence)};
    PositionOutline& position = finding.positions.emplace_back();
    auto articles = by_document(check.claims);
    articles.try_emplace(check.document);
    for (const auto& [id, claims] : articles) position.articles.push_back(article(id, claims));
    if (!check.why.empty()) finding.reasons.push_back(visible(check.why));
    return finding;
  }

  void add_reasons(const Fact& fact, const FactRelation& relation, FindingOutline& finding) const {
    std::string reason;
    if (fact.positions.size() > 2 && relation.first < fact.positions.size() && relation.second < fact.positions.size()) {
      reason = fill(word("report.between"), {finding.positions[relation.first].value, finding.positions[relation.second].value,
                                             word("relation." + std::string(name_of(relation.relation)))}) + " ";
    }
    reason += visible(relation.why);
    if (!relation.slip.empty()) reason += ". " + word("slip." + relation.slip);
    if (!relation.excuse.empty()) reason += ". " + word("excuse." + relation.excuse);
    finding.reasons.push_back(std::move(reason));
  }

  [[nodiscard]] PositionOutline position(const Position& position) const {
    PositionOutline outline;
    outline.value = visible(value_in_words(position.value, options_.message));
    if (position.reference) {
      const Reference& reference = *position.reference;
      outline.reference = fill(word(reference.as_of.empty() ? "report.reference" : "report.reference-as-of"),
                               {visible(reference.id), visible(reference.source), visible(reference.as_of)});
    }
    const auto articles = by_document(position.claims);
    if (position.witnesses > 0 && position.witnesses < articles.size()) {
      outline.witnesses = fill(word("report.witnesses"), {std::to_string(articles.size()), std::to_string(position.witnesses)});
    }
    for (const auto& [id, claims] : articles) {
      if (!options_.verbose && outline.articles.size() == kArticlesShown) break;
      outline.articles.push_back(article(id, claims));
    }
    outline.more = articles.size() - outline.articles.size();
    return outline;
  }

  [[nodiscard]] ArticleOutline article(const std::string& id, const std::vector<const Claim*>& claims) const {
    const auto found = documents_.find(id);
    const Document* document = found == documents_.end() ? nullptr : found->second;
    ArticleOutline article;
    article.id = visible(id);
    if (document) {
      article.published = visible(document->published);
      article.title = visible(shortened(document->title));
      article.lang = sound_tag(document->lang);
    }
    for (const Claim* claim : claims) article.quotes.push_back(visible_excerpt(document, *claim));
    return article;
  }

  /// Claims article by article, each article's in the order of their places.
  [[nodiscard]] std::map<std::string, std::vector<const Claim*>> by_document(const std::vector<std::string>& ids) const {
    std::map<std::string, std::vector<const Claim*>> found;
    for (const std::string& id : ids) {
      if (const auto claim = claims_.find(id); claim != claims_.end()) found[claim->second->document].push_back(claim->second);
    }
    for (auto& [document, claims] : found) {
      std::ranges::sort(claims, [](const Claim* a, const Claim* b) { return a->in_title != b->in_title ? a->in_title : a->span < b->span; });
    }
    return found;
  }

  const Report& report_;
  const ReportOptions& options_;
  std::map<std::string, const Document*> documents_;
  std::map<std::string, const Claim*> claims_;
};

}  // namespace

Outline outline_of(const Report& report, const ReportOptions& options) { return Outliner(report, options).outline(); }

}  // namespace mizan
