#include <nlohmann/json.hpp>

#include <ostream>

#include "kind/claim_writer.hpp"
#include "report/findings.hpp"
#include "report/modules.hpp"
#include "report/rounded.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

// One finding a line, whole by itself: what a script filters line by line. The first of its places is the article to mend.

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

void set_known(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}
void set_known(Json& json, const char* name, std::uint32_t value) {
  if (value > 0) json[name] = value;
}

Json place_json(const Told& told, const ReportOptions& options) {
  Json json = {{"document", told.article}};
  if (told.document) {
    set_known(json, "source", told.document->source);
    set_known(json, "published", told.document->published);
  }
  set_known(json, told.place.is_web ? "url" : "path", told.place.path);
  set_known(json, "line", told.place.line);
  set_known(json, "column", told.place.column);
  set_known(json, "end_line", told.place.end_line);
  set_known(json, "end_column", told.place.end_column);
  json["position"] = told.is_other ? 1 : 0;
  if (!told.claim) return json;
  json["claim"] = told.claim->id;
  json["quote"] = told.claim->quote;
  json["value"] = Json::parse(value_to_json(told.claim->value));
  json["words"] = value_in_words(told.claim->value, options.message);
  return json;
}

Json finding_json(const Finding& finding, const ReportOptions& options) {
  Json json = {{"id", finding.id}, {"finding", finding.sort()}, {"rule", finding.rule}};
  if (finding.fact) {
    json["kind"] = name_of(finding.fact->kind);
    json["fact"] = finding.fact->key;
  }
  json["label"] = about(finding, options);
  json["confidence"] = rounded(finding.confidence);
  json["severity"] = rounded(finding.severity);
  json["why"] = finding.check ? finding.check->why : finding.between->why;
  if (finding.between) {
    set_known(json, "slip", finding.between->slip);
    set_known(json, "excuse", finding.between->excuse);
  }
  json["standing"] = name_of(finding.judgement->standing);
  set_known(json, "reason", finding.judgement->reason);
  Json& places = json["places"] = Json::array();
  for (const Told& told : finding.told) places.push_back(place_json(told, options));
  for (const Position* position : {finding.value, finding.other}) {
    if (position && position->reference) json["reference"] = {{"id", position->reference->id}, {"source", position->reference->source},
                                                               {"words", value_in_words(position->value, options.message)}};
  }
  return json;
}

}  // namespace

void write_ndjson(const Report& report, const ReportOptions& options, std::ostream& out) {
  const auto findings = findings_of(report);
  for (const Finding& finding : findings) out << inert_json(finding_json(finding, options).dump()) << '\n';
}

}  // namespace mizan
