#pragma once
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// One line of the claim stream (REPORT.md): the document and its whole claims, without the line's end.
[[nodiscard]] std::string claim_line(const Document& document, const std::vector<Claim>& claims);
/// The line of an input that could not be read: its place as `document`, and `error` instead of `claims`.
[[nodiscard]] std::string error_line(const Error& error);
/// One whole claim over several lines, for people who ask what was read and how.
[[nodiscard]] std::string claim_in_full(const Claim& claim);

}  // namespace mizan
