#include "report/claim_stream.hpp"

#include <nlohmann/json.hpp>

#include "kind/claim_writer.hpp"
#include "report/visible.hpp"

namespace mizan {

using Json = nlohmann::ordered_json;

ClaimLine::ClaimLine(const Document& document, Take take) : take_(std::move(take)) {
  const auto known_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  std::string head = Json{{"document", document.id}, {"lang", known_or_null(document.lang)}, {"published", known_or_null(document.published)}}.dump();
  head.back() = ',';
  take_(inert_json(head + "\"claims\":["));
}

void ClaimLine::add(const Claim& claim) {
  if (claims_++ > 0) take_(",");
  take_(inert_json(claim_to_json(claim, ClaimMembers::all)));
}

void ClaimLine::end() { take_("]}\n"); }

std::string error_line(const Error& error) { return inert_json(Json{{"document", error.where}, {"error", error.what}}.dump()) + '\n'; }

std::string claim_in_full(const Claim& claim) { return inert_json(Json::parse(claim_to_json(claim, ClaimMembers::all)).dump(2)); }

}  // namespace mizan
