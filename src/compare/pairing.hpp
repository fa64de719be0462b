#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "compare/evidence.hpp"
#include "compare/retelling.hpp"
#include "compare/story.hpp"
#include "knowledge/world.hpp"

namespace mizan {

/// How surely a figure is what became of another, of people, as their role moves (updates.hpp).
enum class Toll : std::uint8_t {
  none,
  likely,  ///< each is the first of its role that its article tells: news tell their own toll before those of other days and places
  sure,    ///< each is the only one, or the later one is told as what the toll came to
};

/// Two nodes that no gate keeps apart, told by the best two of their claims.
struct Pairing {
  std::size_t a = 0, b = 0;  ///< indexes of their nodes
  const Claim *claim_a = nullptr, *claim_b = nullptr;
  bool may_both_hold = false;  ///< the values are equal or overlap
  bool is_update = false;      ///< they differ, and a change is told or likely
  bool is_reused = false;      ///< the two stand in one passage
  bool is_of_name = false;     ///< only a name that they share shows that they are of one thing (once.hpp)
  bool is_left_over = false;   ///< too little is known of them to be one fact, unless nothing else is left (leftovers.hpp)
  Toll toll = Toll::none;
  bool is_of_own = false;      ///< nothing says that the role is told once: each day and each thing may have its own
  std::int32_t score = 0;      ///< of the observations, under the model that chose the two claims
  Observations observations;
};

/// What two documents may have in common. Borrows their claims.
struct Pairings {
  std::vector<Restatements> a, b;
  std::vector<Pairing> pairs;  ///< by node of a, then of b
  std::vector<Pairing> left_over;  ///< more such pairs
  double alike = 0;            ///< how far the documents tell one story (story.hpp)
  std::size_t others = 0;      ///< named by the documents, each its own (story.hpp)
};

/// What keeps two claims of documents that are `alike` so much (story.hpp) from being weighed at all, as `barrier.<key>` of the messages tells it; empty where
/// nothing does.
[[nodiscard]] std::string barrier_between(const Claim& a, const Claim& b, double alike, const Knowledge& knowledge);

/// Documents that share less than this tell different stories: nothing of theirs is compared.
inline constexpr double kOneStory = 0.045;

/// All pairs of nodes that may be one fact; none where the documents tell different stories. Depends on nothing but the two and the model.
[[nodiscard]] Pairings pair_claims(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model);

/// What the model says of pairs of this sort.
[[nodiscard]] const Calibration& acceptance_of(const Pairing& pair, const Model& model);

/// How many nat better than its best rival a pair can usefully be.
inline constexpr double kMostMargin = 3.0;
/// Observes of each pair how much better it scores than the best other pair of either of its claims.
void add_margins(Pairings& pairings);

}  // namespace mizan
