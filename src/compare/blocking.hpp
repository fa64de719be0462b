#pragma once
#include <span>
#include <string>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Keys under which documents with claims worth comparing meet: rare words, names, places, full dates and surprising figures of a claim's sentence.
/// They come from the claim alone, sorted and unique; two documents that share none are never compared.
[[nodiscard]] std::vector<std::string> blocking_keys(const Claim& claim, const Background& background);
/// The same where the idf of each stem of its context is known already.
[[nodiscard]] std::vector<std::string> blocking_keys(const Claim& claim, std::span<const double> context_idf);

}  // namespace mizan
