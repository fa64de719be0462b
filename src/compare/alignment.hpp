#pragma once
#include <string>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"
#include "mizan/fact.hpp"

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

/// Why two claims may not match whatever else speaks for it; empty where nothing forbids it. Where their values `differ`, more forbids it.
[[nodiscard]] std::string gate(const Claim& a, const Claim& b, bool differ, const World& world);

/// How much speaks for two claims telling of one fact, in shares of 1/1000 nat. Uses no value.
[[nodiscard]] std::vector<Feature> evidence(const Claim& a, const Claim& b, const Knowledge& knowledge);

/// Do two documents tell one story? Share of what they name that both name, 0 … 1, weighted by rarity; of two languages only what both may name. A relation of the two alone.
[[nodiscard]] double story(const DocumentView& a, const DocumentView& b, const Background& background);

/// Edges between claims of two documents: restatements inside each merged first, then one partner at most for each, best first; equal values before
/// differing ones, which must carry more evidence. Depends on nothing but the two.
[[nodiscard]] std::vector<Edge> align(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge);

/// Edges inside one document: "planned for March, postponed to June" is one running fact at two times. Only where the text itself tells of the change.
[[nodiscard]] std::vector<Edge> align_within(const DocumentView& document, const Knowledge& knowledge);

}  // namespace mizan
