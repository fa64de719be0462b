#include "checker/impl.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "check/checks.hpp"
#include "compare/contradiction.hpp"
#include "judge/decisions.hpp"

namespace mizan {
namespace {

/// Where the fact is counted.
std::size_t& place_of(const Fact& fact, Summary& summary) {
  if (standing_of(fact) == Standing::dismissed) return summary.dismissed;
  if (fact.status == Relation::conflict) return summary.conflict;
  return fact.status == Relation::update ? summary.update : summary.agree;
}

/// All claims of the documents, and those `told` of others.
Result<std::vector<Claim>> claims_of(Store& store, const std::set<std::string>& documents, std::map<std::string, Claim> told) {
  for (const auto& id : documents) {
    auto claims = store.claims(id);
    if (!claims) return claims.error();
    for (auto& claim : *claims) told.try_emplace(claim.id, std::move(claim));
  }
  std::vector<Claim> all;
  for (auto& [id, claim] : told) all.push_back(std::move(claim));
  return all;
}

/// These documents and those that the claims are of, with their text; sorted by id.
Result<std::vector<Document>> documents_of(Store& store, std::set<std::string> ids, const std::vector<Claim>& claims) {
  for (const auto& claim : claims) ids.insert(claim.document);
  std::vector<Document> documents;
  for (const auto& id : ids) {
    auto document = store.document(id, true);
    if (!document) return document.error();
    if (*document) documents.push_back(std::move(**document));
  }
  return documents;
}

}  // namespace

std::vector<CheckFinding> Checker::Impl::check(const std::vector<Document>& documents, const std::vector<Claim>& claims,
                                               const std::set<std::string>& touched) const {
  std::map<std::string_view, std::vector<const Claim*>> by_document;
  for (const auto& claim : claims) by_document[claim.document].push_back(&claim);
  const Words said = words();
  std::vector<CheckFinding> findings;
  for (const auto& document : documents) {
    const auto of = by_document.find(document.id);
    if (of == by_document.end() || (!touched.empty() && !touched.contains(document.id))) continue;
    CheckContext context = check_context(document, of->second, knowledge().world, said);
    context.contradict = [&](const Claim& a, const Claim& b) { return mizan::contradict(a, b, knowledge()); };
    auto found = check_document(context);
    std::move(found.begin(), found.end(), std::back_inserter(findings));
  }
  return findings;
}

Result<Report> Checker::report(Store& store, const std::set<std::string>& touched) const {
  Report report;
  std::map<std::string, Claim> told;  // by the facts that touch
  const auto status = compare(store, touched, [&](Fact fact, const std::vector<const Claim*>& claims) {
    report.facts.push_back(std::move(fact));
    if (!touched.empty())
      for (const Claim* claim : claims) told.try_emplace(claim->id, *claim);
  });
  if (!status) return status.error();
  auto claims = touched.empty() ? store.all_claims() : claims_of(store, touched, std::move(told));
  if (!claims) return claims.error();
  auto documents = touched.empty() ? store.documents(true) : documents_of(store, touched, *claims);
  if (!documents) return documents.error();
  impl_->hold_against_references(report.facts, *claims, *documents);
  // What an editor must see comes first; the rest by key, and where two documents tell two facts of one key by claim: no order of arrival changes these.
  const auto first_claim = [](const Fact& fact) {
    std::string_view first = fact.positions.front().claims.front();  // a reference stands last
    for (const auto& position : fact.positions)
      if (!position.claims.empty()) first = std::min<std::string_view>(first, position.claims.front());
    return first;
  };
  const auto rank = [](const Fact& fact) {
    double severity = 0;
    for (const auto& relation : fact.relations) severity = std::max(severity, relation.severity);
    return std::tuple(fact.status != Relation::conflict, fact.status != Relation::update, -severity);
  };
  std::stable_sort(report.facts.begin(), report.facts.end(), [&](const Fact& a, const Fact& b) {
    return std::tuple(rank(a), std::string_view(a.key), first_claim(a)) < std::tuple(rank(b), std::string_view(b.key), first_claim(b));
  });
  report.checks = impl_->check(*documents, *claims, touched);
  auto decisions = store.decisions();
  if (!decisions) return decisions.error();
  report.claims = std::move(*claims);
  bind_decisions(report, *decisions);
  for (std::size_t i = 0; i < report.facts.size(); ++i) {
    auto& fact = report.facts[i];
    fact.id = "f" + std::to_string(i + 1);
    ++place_of(fact, report.summary);
  }
  report.documents = std::move(*documents);
  // By place in each document, as people read.
  std::stable_sort(report.claims.begin(), report.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(std::string_view(a.document), !a.in_title, a.span, a.kind) < std::tuple(std::string_view(b.document), !b.in_title, b.span, b.kind);
  });
  report.summary.documents = report.documents.size();
  report.summary.claims = report.claims.size();
  report.summary.facts = report.facts.size();
  const auto dismissed = std::count_if(report.checks.begin(), report.checks.end(),
                                       [](const CheckFinding& check) { return check.judgement.standing == Standing::dismissed; });
  report.summary.dismissed += static_cast<std::size_t>(dismissed);
  report.summary.checks = report.checks.size() - static_cast<std::size_t>(dismissed);
  return report;
}

}  // namespace mizan
