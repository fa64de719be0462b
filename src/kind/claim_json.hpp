#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "mizan/claim.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// Reads what `value_to_json` writes. `unit` goes into a Quantity. Errors name the member.
[[nodiscard]] Result<Value> value_from_json(Kind kind, const nlohmann::json& value, const std::string& unit);

/// Reads a claim; one of `claim_to_json` comes back equal. Members other than document, kind, begin, end and value may be missing.
[[nodiscard]] Result<Claim> claim_from_json(const nlohmann::json& claim);

}  // namespace mizan
