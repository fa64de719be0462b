#include <nlohmann/json.hpp>

#include "kind/claim_json.hpp"
#include "kind/claim_writer.hpp"
#include "report/claim_text.hpp"
#include "report/explanation.hpp"
#include "report/rounded.hpp"
#include "report/visible.hpp"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

Json document_json(const Claim& claim, const Document* document) {
  Json json = {{"id", claim.document}};
  if (document && !document->title.empty()) json["title"] = document->title;
  if (document && !document->published.empty()) json["published"] = document->published;
  return json;
}

Json claim_json(const Claim& claim, const Document* document) {
  return {{"document", document_json(claim, document)}, {"claim", Json::parse(claim_to_json(claim, ClaimMembers::all))}};
}

void add_finding(Json& json, const Fact* fact, const FactRelation* relation) {
  if (fact)
    json["fact"] = {{"id", fact->id},       {"key", fact->key},           {"kind", name_of(fact->kind)},
                    {"label", fact->label}, {"status", name_of(fact->status)}};
  if (!relation) return;
  json["relation"] = {{"id", relation->id},
                      {"relation", name_of(relation->relation)},
                      {"reason", relation->reason},
                      {"why", relation->why},
                      {"direct", relation->is_direct},
                      {"confidence", rounded(relation->confidence)},
                      {"same", rounded(relation->same)},
                      {"read", rounded(relation->read)},
                      {"severity", rounded(relation->severity)}};
  if (!relation->excuse.empty()) json["relation"]["excuse"] = relation->excuse;
  if (!relation->slip.empty()) json["relation"]["slip"] = relation->slip;
}

void add_score(Json& json, const Explanation& explanation, const Words& words) {
  const Score score = score_of(explanation);
  if (!score.features) return;
  Json signals = Json::array();
  for (const Feature& feature : *score.features)
    signals.push_back({{"name", feature.name}, {"share", feature.share}, {"words", term(words, "signal", feature.name)}});
  json["score"] = {{"signals", std::move(signals)}, {"score", score.score}, {"bar", score.bar}, {"same", rounded(score.same)}};
}

void add_people(Json& json, const Judgement& judgement, const Decided& decided) {
  const auto said = [](std::string_view what, const std::string& by, const std::string& on, const std::string& reason) {
    Json one = {{"as", what}, {"by", by}};
    if (!on.empty()) one["on"] = on;
    if (!reason.empty()) one["reason"] = reason;
    return one;
  };
  Json list = Json::array();
  if (judgement.standing != Standing::fresh) list.push_back(said(name_of(judgement.standing), judgement.by, judgement.on, judgement.reason));
  for (const Decision* decision : decided) list.push_back(said(name_of(decision->ruling), decision->by, decision->on, decision->reason));
  if (!list.empty()) json["people"] = std::move(list);
}

Json check_json(const CheckFinding& check) {
  return {{"id", check.id},         {"check", check.check},
          {"document", check.document}, {"claims", check.claims},
          {"confidence", rounded(check.confidence)}, {"why", check.why}};
}

}  // namespace

std::string explanation_to_json(const Explanation& explanation, const ReportOptions& options) {
  Json json;
  add_finding(json, explanation.fact, explanation.relation);
  if (explanation.verdict && !explanation.verdict->barrier.empty()) json["barrier"] = explanation.verdict->barrier;
  json["claims"] = {claim_json(*explanation.a, explanation.document_a), claim_json(*explanation.b, explanation.document_b)};
  add_score(json, explanation, options.message);
  if (explanation.other_a && explanation.other_b) json["instead"] = {explanation.other_a->id, explanation.other_b->id};
  json["decided"] = decision_in_words(explanation, options.message);
  json["missing"] = missing_in_words(explanation, options.message);
  add_people(json, explanation.relation ? explanation.relation->judgement : Judgement{}, explanation.decided);
  return inert_json(json.dump(1));
}

std::string reference_explanation_to_json(const ReferenceExplanation& explanation, const ReportOptions& options) {
  Json json;
  add_finding(json, explanation.fact, explanation.relation);
  json["claims"] = {claim_json(*explanation.claim, explanation.document)};
  const Reference& reference = *explanation.reference->reference;
  json["reference"] = {{"id", reference.id}, {"source", reference.source}, {"value", value_in_words(explanation.reference->value, options.message)}};
  if (!reference.as_of.empty()) json["reference"]["as_of"] = reference.as_of;
  json["decided"] = decision_in_words(explanation, options.message);
  add_people(json, explanation.relation->judgement, explanation.decided);
  return inert_json(json.dump(1));
}

std::string check_to_json(const CheckFinding& check, const Decided& decided) {
  Json json = check_json(check);
  add_people(json, check.judgement, decided);
  return inert_json(json.dump());
}

}  // namespace mizan
