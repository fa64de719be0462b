#include "report/claim_stream.hpp"

#include <nlohmann/json.hpp>

#include "kind/claim_writer.hpp"
#include "report/visible.hpp"

namespace mizan {

using Json = nlohmann::ordered_json;

std::string claim_line(const Document& document, const std::vector<Claim>& claims) {
  const auto known_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  std::string line = Json{{"document", document.id}, {"lang", known_or_null(document.lang)}, {"published", known_or_null(document.published)}}.dump();
  line.pop_back();
  line += ",\"claims\":[";
  for (const Claim& claim : claims) {
    if (line.back() != '[') line += ',';
    line += claim_to_json(claim, ClaimMembers::all);
  }
  line += "]}";
  return inert_json(std::move(line));
}

std::string error_line(const Error& error) { return inert_json(Json{{"document", error.where}, {"error", error.what}}.dump()); }

std::string claim_in_full(const Claim& claim) { return inert_json(Json::parse(claim_to_json(claim, ClaimMembers::all)).dump(2)); }

}  // namespace mizan
