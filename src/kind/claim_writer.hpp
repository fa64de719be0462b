#pragma once
#include <string>

#include "mizan/claim.hpp"

namespace mizan {

enum class ClaimMembers : std::uint8_t {
  shown,           ///< as a report shows it: id, document, kind, begin, end, quote, in, value, unit, anchor, topic
  all,             ///< lossless: that, and every member that comparison needs; for the claim stream
  beside_columns,  ///< as shown, but for what the store keeps in columns of its own
};

/// A claim as one line of JSON; `claim_from_json` reads it back.
[[nodiscard]] std::string claim_to_json(const Claim& claim, ClaimMembers members);

/// `value` as REPORT.md and eval/FORMAT.md write it: {"edtf"}, {"min","max","strict","approx"}, {"codes","partial"}, {"name","country"}.
/// Flags that are false and empty strings are left out; min and max are always there (null = open). Numbers are exact.
[[nodiscard]] std::string value_to_json(const Value& value);

/// `topic` as REPORT.md shows it: plain words for people and programs; slots that are unknown are left out.
[[nodiscard]] std::string topic_to_json(const Topic& topic);

}  // namespace mizan
