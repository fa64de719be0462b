#include "report/filter.hpp"

#include <algorithm>
#include <map>

#include "text/fold.hpp"

namespace mizan {
namespace {

/// What a test of one fact needs to find quickly.
struct Index {
  std::map<std::string, const Claim*> claims;
  std::map<std::string, const Document*> documents;
};

/// ISO dates sort as texts do; cut to the length of a year or a month, they lie inside of it.
bool is_in_time(const ReportFilter& filter, const std::string& published) {
  const std::string &from = filter.published_from, &to = filter.published_to;
  if (from.empty() && to.empty()) return true;
  if (published.empty()) return false;
  return published.substr(0, from.size()) >= from && (to.empty() || published.substr(0, to.size()) <= to);
}

bool touches(const ReportFilter& filter, const Index& index, const std::string& document_id) {
  if (!filter.document.empty() && document_id != filter.document) return false;
  if (filter.source.empty() && filter.published_from.empty() && filter.published_to.empty()) return true;
  const auto document = index.documents.find(document_id);
  return document != index.documents.end() && document->second->source.find(filter.source) != std::string::npos && is_in_time(filter, document->second->published);
}

/// Asks of a fact or a check by its claims and words; `documents` are those it names.
bool passes(const ReportFilter& filter, const Index& index, const std::set<std::string>& claims, std::set<std::string> documents,
            std::string words) {
  for (const std::string& id : claims) {
    const auto claim = index.claims.find(id);
    if (claim == index.claims.end()) continue;
    documents.insert(claim->second->document);
    words.append("\n").append(claim->second->quote);
  }
  const bool touched = std::ranges::any_of(documents, [&](const std::string& id) { return touches(filter, index, id); });
  return touched && (filter.text.empty() || folded(words).find(folded(filter.text)) != std::string::npos);
}

std::set<std::string> claims_of(const Fact& fact) {
  std::set<std::string> claims;
  for (const Position& position : fact.positions) claims.insert(position.claims.begin(), position.claims.end());
  return claims;
}

bool passes(const ReportFilter& filter, const Index& index, const Fact& fact) {
  if (!filter.kinds.empty() && !filter.kinds.contains(fact.kind)) return false;
  if (!filter.statuses.empty() && !filter.statuses.contains(fact.status)) return false;
  const bool is_finding = fact.status == Relation::conflict || fact.status == Relation::update;
  if (is_finding && surest(fact, fact.status) < filter.min_confidence) return false;
  std::string words = fact.label;
  for (const FactRelation& relation : fact.relations) words.append("\n").append(relation.why);
  return passes(filter, index, claims_of(fact), {}, words);
}

bool passes(const ReportFilter& filter, const Index& index, const CheckFinding& check) {
  if (!filter.statuses.empty() && !filter.statuses.contains(Relation::conflict)) return false;
  if (check.confidence < filter.min_confidence) return false;
  if (!filter.kinds.empty() && std::ranges::none_of(check.claims, [&](const std::string& id) {
        const auto claim = index.claims.find(id);
        return claim != index.claims.end() && filter.kinds.contains(claim->second->kind);
      })) {
    return false;
  }
  return passes(filter, index, {check.claims.begin(), check.claims.end()}, {check.document}, check.why);
}

void count_again(Report& report) {
  const auto is_dismissed = [](const Fact& fact) { return standing_of(fact) == Standing::dismissed; };
  const auto with = [&](Relation status) {
    return static_cast<std::size_t>(std::ranges::count_if(report.facts, [&](const Fact& fact) { return fact.status == status && !is_dismissed(fact); }));
  };
  const auto facts = static_cast<std::size_t>(std::ranges::count_if(report.facts, is_dismissed));
  const auto checks = static_cast<std::size_t>(std::ranges::count_if(report.checks, [](const CheckFinding& check) { return check.judgement.standing == Standing::dismissed; }));
  report.summary = {.documents = report.summary.documents,
                    .claims = report.summary.claims,
                    .facts = report.facts.size(),
                    .agree = report.facts.size() - facts - with(Relation::conflict) - with(Relation::update),
                    .conflict = with(Relation::conflict),
                    .update = with(Relation::update),
                    .checks = report.checks.size() - checks,
                    .dismissed = facts + checks};
}

}  // namespace

bool ReportFilter::asks_nothing() const {
  const bool asks_of_articles = !document.empty() || !source.empty() || !published_from.empty() || !published_to.empty();
  return kinds.empty() && statuses.empty() && min_confidence <= 0 && !asks_of_articles && text.empty();
}

double surest(const Fact& fact, Relation relation) {
  double best = 0;
  for (const FactRelation& each : fact.relations) {
    if (each.relation == relation) best = std::max(best, each.confidence);
  }
  return best;
}

Report filtered(Report report, const ReportFilter& filter) {
  if (filter.asks_nothing()) return report;
  Index index;
  for (const Claim& claim : report.claims) index.claims.emplace(claim.id, &claim);
  for (const Document& document : report.documents) index.documents.emplace(document.id, &document);
  std::erase_if(report.facts, [&](const Fact& fact) { return !passes(filter, index, fact); });
  std::erase_if(report.checks, [&](const CheckFinding& check) { return !passes(filter, index, check); });

  std::set<std::string> claims, documents;
  for (const Fact& fact : report.facts) claims.merge(claims_of(fact));
  for (const CheckFinding& check : report.checks) {
    claims.insert(check.claims.begin(), check.claims.end());
    documents.insert(check.document);
  }
  std::erase_if(report.claims, [&](const Claim& claim) { return !claims.contains(claim.id); });
  for (const Claim& claim : report.claims) documents.insert(claim.document);
  std::erase_if(report.documents, [&](const Document& document) { return !documents.contains(document.id); });
  count_again(report);
  return report;
}

}  // namespace mizan
