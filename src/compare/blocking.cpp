#include "compare/blocking.hpp"

#include <algorithm>

namespace mizan {
namespace {

/// A stem rarer than this (nat) brings documents together: about one article in ninety.
constexpr double kRareWord = 4.5;
/// x: and as many consonants as two names hardly share by chance.
constexpr std::size_t kLongName = 6;

}  // namespace

std::vector<std::string> blocking_keys(const Claim& claim, const Background& background) {
  std::vector<std::string> keys;
  keys.reserve(claim.anchors.size() + claim.context.size() / 4);
  for (const auto& stem : claim.context)
    if (background.idf(stem) >= kRareWord) keys.push_back("s:" + stem);
  for (const auto& anchor : claim.anchors) {
    const bool full_date = anchor.starts_with("d:") && anchor.size() >= 12;
    const bool figure = anchor.starts_with("#:") && anchor.size() >= 5;
    const bool name = anchor.starts_with("x:") && anchor.size() >= kLongName;
    if (anchor.starts_with("n:") || anchor.starts_with("p:") || name || full_date || figure) keys.push_back(anchor);
    if (anchor.starts_with("c:")) keys.push_back(anchor);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace mizan
