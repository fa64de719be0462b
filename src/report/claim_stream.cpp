#include "report/claim_stream.hpp"

#include <nlohmann/json.hpp>

#include "kind/claim_json.hpp"
#include "report/visible.hpp"

namespace mizan {

using Json = nlohmann::ordered_json;

std::string claim_line(const Document& document, const std::vector<Claim>& claims) {
  const auto known_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json line = {{"document", document.id}, {"lang", known_or_null(document.lang)}, {"published", known_or_null(document.published)}};
  Json& list = line["claims"] = Json::array();
  for (const Claim& claim : claims) list.push_back(claim_to_json(claim));
  return inert_json(line.dump());
}

std::string error_line(const Error& error) { return inert_json(Json{{"document", error.where}, {"error", error.what}}.dump()); }

std::string claim_in_full(const Claim& claim) { return inert_json(claim_to_json(claim).dump(2)); }

}  // namespace mizan
