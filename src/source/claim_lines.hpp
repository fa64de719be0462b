#pragma once
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// Claims by the id of their document.
using GivenClaims = std::map<std::string, std::vector<Claim>>;

/// Reads a claim stream (REPORT.md), a document a line; `name` is what errors call it. A line or a claim that cannot be read is told to `unreadable`, and the
/// rest goes on; a line with `error` in place of claims holds none. Two lines of one document add up; two claims of one id are an error.
[[nodiscard]] GivenClaims read_claim_lines(std::istream& in, const std::string& name, const std::function<void(Error)>& unreadable);

}  // namespace mizan
