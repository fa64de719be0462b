#include "cli/review_grounds.hpp"

#include <algorithm>

#include "judge/decisions.hpp"
#include "kind/value_words.hpp"

namespace mizan::cli {

namespace {

/// "took part – conference: 190 (state) / 189 (state)".
std::string values_of(const Fact& fact, const FactRelation& relation, const Checker& checker) {
  const auto in_words = [&](std::size_t position) {
    return value_in_words(fact.positions[position].value, [&](const std::string& key) { return checker.message(key); });
  };
  const std::string values = in_words(relation.first) + " / " + in_words(relation.second);
  return fact.label.empty() ? values : fact.label + ": " + values;
}

}  // namespace

std::vector<Finding> findings_of(const Report& report, const Checker& checker) {
  std::vector<Finding> findings;
  const ClaimsById claims = by_id(report.claims);
  for (const Fact& fact : report.facts)
    for (const FactRelation& relation : fact.relations)
      if (is_finding(relation)) findings.push_back({relation.id, values_of(fact, relation, checker), &fact, &relation, nullptr, names_of(fact, relation, claims)});
  for (const CheckFinding& check : report.checks) findings.push_back({check.id, check.document + ": " + check.why, nullptr, nullptr, &check, {check.id, {}, {}}});
  return findings;
}

bool is_called(const Finding& finding, const std::string& id) {
  return goes_by(finding.names, id) || (finding.fact && (finding.fact->id == id || finding.fact->key == id));
}

const Claim* claim_of(const Report& report, const std::string& id) {
  const auto found = std::ranges::find(report.claims, id, &Claim::id);
  return found == report.claims.end() ? nullptr : &*found;
}

std::set<std::string> touched_articles(const Report& report, const Finding& finding, const ClaimMark& right) {
  if (finding.check) return {finding.check->document};
  std::set<std::string> articles;
  for (const auto index : {finding.relation->first, finding.relation->second}) {
    std::set<std::string> of_position;
    bool is_right = false;
    for (const std::string& id : finding.fact->positions[index].claims) {
      const Claim* claim = claim_of(report, id);
      if (!claim) continue;
      of_position.insert(claim->document);
      is_right = is_right || (!right.is_empty() && mark_of(*claim) == right);
    }
    if (!is_right) articles.merge(of_position);
  }
  return articles;
}

Result<Grounds> grounds_of(const Options& options, const std::vector<std::string>& paths, const Checker& checker, Context& context) {
  Grounds grounds;
  auto store = open_store_over(options.store, checker.packs(), wait_of(options));
  if (!store) return store.error();
  grounds.store = std::move(*store);
  std::set<std::string> touched;
  Loader loader(checker, *grounds.store);
  if (!paths.empty()) {
    read_documents(options, paths, context, [&](Document document) {
      touched.insert(document.id);
      return loader.take(document);
    });
  }
  if (const auto put = loader.finish(); !put) return put.error();
  auto report = checker.report(*grounds.store, touched);
  if (!report) return report.error();
  grounds.report = std::move(*report);
  return grounds;
}

}  // namespace mizan::cli
