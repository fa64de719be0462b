#include "judge/decision_json.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "mizan-decisions/1";
constexpr std::array all{Ruling::accept, Ruling::dismiss, Ruling::same, Ruling::different, Ruling::note};

Json mark_to_json(const ClaimMark& mark) { return {{"document", mark.document}, {"kind", mark.kind}, {"value", mark.value}, {"words", mark.words}}; }

Json to_json(const Decision& decision) {
  Json json{{"ruling", name_of(decision.ruling)}};
  if (!decision.finding.empty()) json["finding"] = decision.finding;
  if (!decision.a.is_empty()) json["claims"] = Json::array({mark_to_json(decision.a), mark_to_json(decision.b)});
  if (!decision.right.is_empty()) json["right"] = mark_to_json(decision.right);
  json["by"] = decision.by;
  json["on"] = decision.on;
  if (!decision.reason.empty()) json["reason"] = decision.reason;
  if (!decision.told.empty()) json["told"] = decision.told;
  return json;
}

/// What is wrong with the file; leaves this file as an Error only.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The text under `key`; one that must be there may not be empty either.
std::string text_of(const Json& json, const char* key, bool must_be = false) {
  const auto found = json.find(key);
  if (found != json.end() && !found->is_string()) throw Wrong(std::string("'") + key + "' is no text");
  std::string text = found == json.end() ? "" : found->get<std::string>();
  if (must_be && text.empty()) throw Wrong(std::string("'") + key + "' is missing");
  return text;
}

void refuse_unknown(const Json& json, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : json.items())
    if (std::find(known.begin(), known.end(), key) == known.end()) throw Wrong("'" + key + "' is unknown");
}

ClaimMark mark_from(const Json& json) {
  if (!json.is_object()) throw Wrong("a claim is no object");
  refuse_unknown(json, {"document", "kind", "value", "words"});
  return {text_of(json, "document", true), text_of(json, "kind", true), text_of(json, "value", true), text_of(json, "words", true)};
}

Decision decision_from(const Json& json) {
  if (!json.is_object()) throw Wrong("no object");
  refuse_unknown(json, {"ruling", "finding", "claims", "right", "by", "on", "reason", "told"});
  Decision decision;
  const std::string ruling = text_of(json, "ruling", true);
  const auto found = std::find_if(all.begin(), all.end(), [&](Ruling each) { return name_of(each) == ruling; });
  if (found == all.end()) throw Wrong("'ruling' is accept, dismiss, same, different or note, not '" + ruling + "'");
  decision.ruling = *found;
  const bool is_about_claims = decision.ruling == Ruling::same || decision.ruling == Ruling::different;
  decision.finding = text_of(json, "finding", !is_about_claims);
  if (is_about_claims) {
    const auto claims = json.find("claims");
    if (claims == json.end() || !claims->is_array() || claims->size() != 2) throw Wrong("'claims' are not two");
    decision.a = mark_from((*claims)[0]);
    decision.b = mark_from((*claims)[1]);
    if (decision.b < decision.a) std::swap(decision.a, decision.b);
    if (decision.a == decision.b) throw Wrong("both claims are one");
    decision.finding.clear();
  }
  if (const auto right = json.find("right"); right != json.end()) decision.right = mark_from(*right);
  decision.by = text_of(json, "by", true);
  decision.on = text_of(json, "on", true);
  const auto day = parse_edtf(decision.on);
  if (decision.on.size() != 10 || !day || !interval(*day)) throw Wrong("'on' is a day, YYYY-MM-DD, not '" + decision.on + "'");
  decision.reason = text_of(json, "reason", decision.ruling == Ruling::note);
  decision.told = text_of(json, "told");
  return decision;
}

}  // namespace

std::string decisions_to_json(const std::vector<Decision>& decisions) {
  std::string text = "{\"schema\":\"" + std::string(schema) + "\",\"decisions\":[";
  std::vector<std::string> lines;
  for (const Decision& decision : decisions) lines.push_back(to_json(decision).dump(-1, ' ', false, Json::error_handler_t::replace));
  std::sort(lines.begin(), lines.end());
  for (std::size_t i = 0; i < lines.size(); ++i) text.append(i == 0 ? "\n" : ",\n").append(lines[i]);
  return text + "\n]}\n";
}

Result<std::vector<Decision>> decisions_from_json(std::string_view text, const std::string& where) {
  const auto wrong = [&](const std::string& what) { return Error{where, what, Error::Cause::usage}; };
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return wrong("is no JSON");
  if (!json.is_object() || !json.contains("schema") || json["schema"] != schema) return wrong("is no file of decisions (" + std::string(schema) + ")");
  const auto list = json.find("decisions");
  if (list == json.end() || !list->is_array()) return wrong("has no list 'decisions'");
  std::vector<Decision> decisions;
  for (std::size_t i = 0; i < list->size(); ++i) try {
      decisions.push_back(decision_from((*list)[i]));
    } catch (const Wrong& problem) {
      return wrong("decision " + std::to_string(i + 1) + ": " + problem.what());
    }
  return decisions;
}

}  // namespace mizan
