#include "report/json.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "kind/claim_writer.hpp"
#include "report/rounded.hpp"
#include "report/visible.hpp"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

Json known_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json document_json(const Document& document) {
  return {{"id", document.id},
          {"source", known_or_null(document.source)},
          {"lang", known_or_null(document.lang)},
          {"title", known_or_null(document.title)},
          {"published", known_or_null(document.published)}};
}

/// How a finding stands to a baseline, what keeps it from counting, and what an editor decided.
void add_judgement(Json& json, const Judgement& judgement, bool has_baseline) {
  const Standing standing = judgement.standing;
  if (has_baseline) json["baseline"] = standing == Standing::known ? "unchanged" : "new";
  if (standing == Standing::known || standing == Standing::ignored) json["suppressed"] = {{"as", name_of(standing)}, {"by", judgement.by}, {"reason", judgement.reason}};
  if (standing != Standing::accepted && standing != Standing::dismissed) return;
  json["standing"] = name_of(standing);
  if (!judgement.reason.empty()) json["reason"] = judgement.reason;
  if (!judgement.by.empty()) json["by"] = judgement.by;
  if (!judgement.on.empty()) json["on"] = judgement.on;
}

Json relation_json(const FactRelation& relation, bool has_baseline, bool verbose) {
  Json json = {{"id", relation.id},
               {"positions", {relation.first, relation.second}},
               {"relation", name_of(relation.relation)},
               {"confidence", rounded(relation.confidence)},
               {"severity", rounded(relation.severity)},
               {"why", relation.why}};
  if (!relation.excuse.empty()) json["excuse"] = relation.excuse;
  if (!relation.slip.empty()) json["slip"] = relation.slip;
  if (is_finding(relation)) add_judgement(json, relation.judgement, has_baseline);
  if (!verbose) return json;
  Json& features = json["features"] = Json::array();
  for (const Feature& feature : relation.features) features.push_back({{"name", feature.name}, {"share", feature.share}});
  return json;
}

Json reference_json(const Reference& reference) {
  Json json = {{"id", reference.id}, {"source", reference.source}};
  if (!reference.as_of.empty()) json["as_of"] = reference.as_of;
  return json;
}

Json fact_json(const Fact& fact, bool has_baseline, bool verbose) {
  Json json = {{"id", fact.id},       {"key", fact.key},           {"kind", name_of(fact.kind)},
               {"label", fact.label}, {"status", name_of(fact.status)}};
  Json& positions = json["positions"] = Json::array();
  for (const Position& position : fact.positions) {
    Json& one = positions.emplace_back(Json{{"value", Json::parse(value_to_json(position.value))}, {"claims", position.claims}, {"witnesses", position.witnesses}});
    if (position.reference) one["reference"] = reference_json(*position.reference);
  }
  Json& relations = json["relations"] = Json::array();
  for (const FactRelation& relation : fact.relations) relations.push_back(relation_json(relation, has_baseline, verbose));
  return json;
}

Json check_json(const CheckFinding& check, bool has_baseline) {
  Json json = {{"id", check.id},         {"check", check.check},
               {"document", check.document}, {"claims", check.claims},
               {"confidence", rounded(check.confidence)}, {"why", check.why}};
  add_judgement(json, check.judgement, has_baseline);
  return json;
}

Json summary_json(const Summary& summary) {
  Json json = {{"documents", summary.documents}, {"claims", summary.claims}, {"facts", summary.facts},  {"agree", summary.agree},
               {"conflict", summary.conflict},   {"update", summary.update}, {"checks", summary.checks}};
  if (summary.dismissed > 0) json["dismissed"] = summary.dismissed;
  return json;
}

/// A list, one item a line: a large report is never held as one tree.
template <class List, class ToJson>
void write_list(std::ostream& out, const char* name, const List& list, ToJson to_json) {
  out << " \"" << name << "\": [";
  const char* before = "\n  ";
  for (const auto& item : list) {
    out << before << inert_json(to_json(item));
    before = ",\n  ";
  }
  out << "],\n";
}

}  // namespace

void write_json(const Report& report, const ReportOptions& options, std::ostream& out) {
  out << "{\"schema\": \"mizan-report/1\",\n \"generator\": " << Json{{"name", "mizan"}, {"version", options.version}}.dump() << ",\n";
  write_list(out, "documents", report.documents, [](const Document& document) { return document_json(document).dump(); });
  write_list(out, "claims", report.claims, [](const Claim& claim) { return claim_to_json(claim, ClaimMembers::shown); });
  write_list(out, "facts", report.facts, [&](const Fact& fact) { return fact_json(fact, report.has_baseline, options.verbose).dump(); });
  write_list(out, "checks", report.checks, [&](const CheckFinding& check) { return check_json(check, report.has_baseline).dump(); });
  if (!report.unreadable.empty()) {
    write_list(out, "unreadable", report.unreadable, [](const Error& error) {
      return Json{{"where", error.where}, {"what", error.what}}.dump(-1, ' ', false, Json::error_handler_t::replace);  // a name of a file may be any bytes
    });
  }
  out << " \"summary\": " << summary_json(report.summary).dump() << "}\n";
}

}  // namespace mizan
