#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "mizan/decision.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// Decisions as one JSON object, `mizan-decisions/1`: a line for each, sorted, so that two people's files merge and a diff reads well.
[[nodiscard]] std::string decisions_to_json(const std::vector<Decision>& decisions);
/// Reads it back. An Error names `where` and what is the matter: all of the file is good, or nothing of it is taken.
[[nodiscard]] Result<std::vector<Decision>> decisions_from_json(std::string_view text, const std::string& where);

}  // namespace mizan
