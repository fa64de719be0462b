#include "judge/findings.hpp"

#include <map>
#include <set>

namespace mizan {
namespace {

using ClaimsById = std::map<std::string_view, const Claim*>;

std::vector<std::string> documents_of(const std::vector<std::string>& claims, const ClaimsById& by_id, std::set<std::string> documents) {
  for (const std::string& id : claims) {
    if (const auto claim = by_id.find(id); claim != by_id.end()) documents.insert(claim->second->document);
  }
  return {documents.begin(), documents.end()};
}

FindingToJudge finding_of(const Fact& fact, FactRelation& relation, const ClaimsById& by_id) {
  FindingToJudge finding{.id = relation.id, .what = name_of(relation.relation), .kind = name_of(fact.kind), .label = fact.label, .reference = {}, .documents = {},
                  .values = {}, .confidence = relation.confidence, .judgement = &relation.judgement};
  std::vector<std::string> claims;
  for (const std::size_t index : {relation.first, relation.second}) {
    const Position& position = fact.positions.at(index);
    claims.insert(claims.end(), position.claims.begin(), position.claims.end());
    finding.values.push_back(&position.value);
    if (position.reference) finding.reference = position.reference->id;
  }
  finding.documents = documents_of(claims, by_id, {});
  return finding;
}

FindingToJudge finding_of(CheckFinding& check, const ClaimsById& by_id) {
  FindingToJudge finding{.id = check.id, .what = check.check, .kind = {}, .label = check.why, .reference = {}, .documents = {}, .values = {},
                  .confidence = check.confidence, .judgement = &check.judgement};
  for (const std::string& id : check.claims) {
    if (const auto claim = by_id.find(id); claim != by_id.end()) finding.values.push_back(&claim->second->value);
  }
  finding.documents = documents_of(check.claims, by_id, {check.document});
  return finding;
}

}  // namespace

std::vector<FindingToJudge> findings_to_judge(Report& report) {
  ClaimsById by_id;
  for (const Claim& claim : report.claims) by_id.emplace(claim.id, &claim);
  std::vector<FindingToJudge> findings;
  for (Fact& fact : report.facts) {
    for (FactRelation& relation : fact.relations) {
      if (is_finding(relation)) findings.push_back(finding_of(fact, relation, by_id));
    }
  }
  for (CheckFinding& check : report.checks) findings.push_back(finding_of(check, by_id));
  return findings;
}

}  // namespace mizan
