#include "compare/blocking.hpp"

#include <algorithm>

namespace mizan {
namespace {

/// A stem rarer than this (nat) brings documents together: about one article in ninety.
constexpr double kRareStem = 4.5;
/// x: and as many consonants as two names hardly share by chance.
constexpr std::size_t kLongName = 6;

}  // namespace

std::vector<std::string> blocking_keys(const Claim& claim, const Background& background) {
  std::vector<double> idf;
  idf.reserve(claim.context.size());
  for (const auto& stem : claim.context) idf.push_back(background.idf(stem));
  return blocking_keys(claim, idf);
}

std::vector<std::string> blocking_keys(const Claim& claim, std::span<const double> context_idf) {
  std::vector<std::string> keys;
  keys.reserve(claim.anchors.size() + claim.context.size() / 4);
  const auto add_stems = [&] {
    for (std::size_t i = 0; i < claim.context.size(); ++i)
      if (context_idf[i] >= kRareStem) keys.push_back("s:" + claim.context[i]);
  };
  // Both are sorted as a rule, and then so are the keys: stems have their place among the anchors.
  const std::string_view stems = "s:";
  bool has_stems = false;
  for (const auto& anchor : claim.anchors) {
    if (!has_stems && stems < anchor) {
      add_stems();
      has_stems = true;
    }
    const bool full_date = anchor.starts_with("d:") && anchor.size() >= 12;
    const bool figure = anchor.starts_with("#:") && anchor.size() >= 5;
    const bool name = anchor.starts_with("x:") && anchor.size() >= kLongName;
    if (anchor.starts_with("n:") || anchor.starts_with("p:") || name || full_date || figure) keys.push_back(anchor);
    if (anchor.starts_with("c:")) keys.push_back(anchor);
  }
  if (!has_stems) add_stems();
  if (!std::is_sorted(keys.begin(), keys.end())) std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace mizan
