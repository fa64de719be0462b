#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compare/restatements.hpp"
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// What alignment knows of one document: its claims, what they say and what all of them name together, worked out once. It may be moved, its claims stay where
/// they are; a copy would point into another's.
struct DocumentView {
  std::string id, lang;
  std::vector<Claim> claims;
  std::vector<std::string_view> names;    ///< stems and anchors of all claims but skeletons, sorted, unique; borrowed from them, as the next ones
  std::vector<std::string_view> neutral;  ///< those anchors that any language may share: states, places, days, figures, skeletons of names; sorted, unique
  std::vector<std::string_view> people;   ///< rare names of people and companies, as a script with capitals shows them; sorted, unique
  std::vector<std::string_view> places;   ///< sorted, unique
  std::string_view opening;               ///< the company that its text opens with, by its stem; empty where it opens with none
  double weight = 0, neutral_weight = 0;  ///< sums of the squared rarities
  std::vector<Restatements> restatements;

  DocumentView() = default;
  DocumentView(const DocumentView&) = delete;
  DocumentView& operator=(const DocumentView&) = delete;
  DocumentView(DocumentView&&) = default;
  DocumentView& operator=(DocumentView&&) = default;
  ~DocumentView() = default;
};
[[nodiscard]] DocumentView view_document(std::string id, std::string lang, std::vector<Claim> claims, const Knowledge& knowledge);

/// How rare it is in news at large that an article names this, in nat.
[[nodiscard]] double rarity(std::string_view name, const Background& background);
/// Do two documents tell one story? Share of what they name that both name, 0 … 1, weighted by rarity; of two languages only what both may name. A relation of the two alone.
[[nodiscard]] double story(const DocumentView& a, const DocumentView& b, const Background& background);
/// Do two documents have names of people or things in common, by their consonants in any script: half of those of the document that has fewer?
[[nodiscard]] bool share_their_names(const DocumentView& a, const DocumentView& b);

/// How many people or companies the article names that names fewer, where the two name hardly the same ones, nor one town; else 0. What a genre tells of many in
/// one wording (results, issues, sales) is as alike as one story, but each article tells it of its own. Where each opens with a company that no sentence of
/// the other's claims names, that alone is enough: two.
[[nodiscard]] std::size_t others_named(const DocumentView& a, const DocumentView& b);

}  // namespace mizan
