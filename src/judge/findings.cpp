#include "judge/findings.hpp"

#include <set>

#include "kind/finding_id.hpp"

namespace mizan {
namespace {

std::vector<std::string> documents_of(const std::vector<std::string>& claims, const ClaimsById& by_id, std::set<std::string> documents) {
  for (const std::string& id : claims) {
    if (const auto claim = by_id.find(id); claim != by_id.end()) documents.insert(claim->second->document);
  }
  return {documents.begin(), documents.end()};
}

std::vector<std::string> sides_of(const Position& position, const ClaimsById& by_id) {
  std::set<std::string> sides;
  for (const std::string& id : position.claims) {
    if (const auto claim = by_id.find(id); claim != by_id.end()) sides.insert(side_of(*claim->second));
  }
  if (position.reference) sides.insert(side_of(*position.reference, position.value));
  return {sides.begin(), sides.end()};
}

FindingToJudge finding_of(const Fact& fact, FactRelation& relation, const ClaimsById& by_id) {
  FindingToJudge finding{.id = relation.id, .names = names_of(fact, relation, by_id),
                  .what = name_of(relation.relation), .kind = name_of(fact.kind), .label = fact.label, .reference = {}, .documents = {},
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
  FindingToJudge finding{.id = check.id, .names = {check.id, {}, {}},
                  .what = check.check, .kind = {}, .label = check.why, .reference = {}, .documents = {}, .values = {},
                  .confidence = check.confidence, .judgement = &check.judgement};
  for (const std::string& id : check.claims) {
    if (const auto claim = by_id.find(id); claim != by_id.end()) finding.values.push_back(&claim->second->value);
  }
  finding.documents = documents_of(check.claims, by_id, {check.document});
  return finding;
}

}  // namespace

ClaimsById by_id(const std::vector<Claim>& claims) {
  ClaimsById by_id;
  for (const Claim& claim : claims) by_id.emplace(claim.id, &claim);
  return by_id;
}

FindingNames names_of(const Fact& fact, const FactRelation& relation, const ClaimsById& claims) {
  return {relation.id, fact.kind, {sides_of(fact.positions.at(relation.first), claims), sides_of(fact.positions.at(relation.second), claims)}};
}

bool any_name(const FindingNames& names, const std::function<bool(const std::string& id)>& take) {
  if (take(names.own)) return true;
  for (const std::string& a : names.sides[0])
    for (const std::string& b : names.sides[1])
      if (const std::string id = finding_id(names.kind, a, b); id != names.own && take(id)) return true;
  return false;
}

bool goes_by(const FindingNames& names, const std::string& id) {
  return any_name(names, [&](const std::string& name) { return name == id; });
}

std::vector<FindingToJudge> findings_to_judge(Report& report) {
  const ClaimsById by_id = mizan::by_id(report.claims);
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
