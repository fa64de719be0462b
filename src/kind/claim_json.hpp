#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// `value` as REPORT.md and eval/FORMAT.md write it: {"edtf"}, {"min","max","strict","approx"}, {"codes","partial"}, {"name","country"}.
/// Flags that are false and empty strings are left out; min and max are always there (null = open). Numbers are exact.
[[nodiscard]] nlohmann::ordered_json value_to_json(const Value& value);
/// The way back. `unit` goes into a Quantity. Errors name the member.
[[nodiscard]] Result<Value> value_from_json(Kind kind, const nlohmann::json& value, const std::string& unit);

/// `topic` as REPORT.md shows it: plain words for people and programs; slots that are unknown are left out.
[[nodiscard]] nlohmann::ordered_json topic_to_json(const Topic& topic);

/// A claim as it stands in a report: id, document, kind, begin, end, quote, in, value, unit, topic.
[[nodiscard]] nlohmann::ordered_json claim_to_report_json(const Claim& claim);
/// A whole claim, lossless: what the report shows plus every member that comparison needs. For the claim stream and the store.
[[nodiscard]] nlohmann::ordered_json claim_to_json(const Claim& claim);
/// The way back; a claim of `claim_to_json` comes back equal. Members other than document, kind, begin, end and value may be missing.
[[nodiscard]] Result<Claim> claim_from_json(const nlohmann::json& claim);

}  // namespace mizan
