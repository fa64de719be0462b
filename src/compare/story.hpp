#pragma once
#include <string>
#include <vector>

#include "knowledge/background.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// What alignment knows of one document: its claims, and what all of them name together, worked out once.
struct DocumentView {
  std::string id, lang;
  std::vector<Claim> claims;
  std::vector<std::string> names;    ///< stems and anchors of all claims but skeletons, sorted, unique
  std::vector<std::string> neutral;  ///< those anchors that any language may share: states, places, days, figures, skeletons of names; sorted, unique
  double weight = 0, neutral_weight = 0;  ///< sums of the squared rarities
};
[[nodiscard]] DocumentView view_document(std::string id, std::string lang, std::vector<Claim> claims, const Background& background);

/// Do two documents tell one story? Share of what they name that both name, 0 … 1, weighted by rarity; of two languages only what both may name. A relation of the two alone.
[[nodiscard]] double story(const DocumentView& a, const DocumentView& b, const Background& background);

}  // namespace mizan
