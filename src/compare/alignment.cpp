#include "compare/alignment.hpp"

#include <algorithm>
#include <tuple>

#include "compare/corroboration.hpp"
#include "compare/gates.hpp"
#include "compare/leftovers.hpp"
#include "compare/pairing.hpp"
#include "compare/updates.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// How many claims off the two times of one fact may stand in an article.
constexpr std::size_t kChangeReach = 64;

Edge edge_of(const Claim& x, const Claim& y, const Observations& observations, const Model& model) {
  const bool in_order = x.id < y.id;
  auto features = shares_of(observations, model);
  const auto score = score_of(features);
  return {in_order ? x.id : y.id, in_order ? y.id : x.id, score, std::move(features)};
}

/// What is surest to be told of one fact comes first: equal values, so that a figure that has its like in the other article conflicts with no third; then the tolls that
/// each tells first, before what merely could be both true, "at least 24" and 63. What a headline tells is told again below, in full.
int rank_of(const Pairing& pair) {
  if (pair.toll != Toll::none) return 1;
  if (!pair.may_both_hold) return 3;
  const auto is_equal = [](const Observation& observation) { return observation.signal == Signal::value_equal; };
  const bool is_of_title = pair.claim_a->in_title || pair.claim_b->in_title;
  return !is_of_title && std::any_of(pair.observations.begin(), pair.observations.end(), is_equal) ? 0 : 2;
}

}  // namespace

Pairings weighed_pairs(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model) {
  auto pairings = pair_claims(a, b, knowledge, model);
  add_margins(pairings);
  for (auto& pair : pairings.pairs) pair.score = score_of(pair.observations, model);
  return pairings;
}

std::vector<const Pairing*> partners(const Pairings& pairings, const Model& model) {
  std::vector<const Pairing*> pairs;
  for (const auto& pair : pairings.pairs)
    if (pair.score >= acceptance_of(pair, model).bar) pairs.push_back(&pair);
  // Best first; what stands in one passage before the rest.
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pairing* x, const Pairing* y) {
    return std::tuple(!x->is_reused, rank_of(*x), -x->score, x->claim_a->id, x->claim_b->id) < std::tuple(!y->is_reused, rank_of(*y), -y->score, y->claim_a->id, y->claim_b->id);
  });
  std::vector<bool> taken_a(pairings.a.size()), taken_b(pairings.b.size());
  std::erase_if(pairs, [&](const Pairing* pair) {
    if (taken_a[pair->a] || taken_b[pair->b]) return true;
    taken_a[pair->a] = taken_b[pair->b] = true;
    return false;
  });
  add_left_over(pairs, pairings, model);
  drop_uncorroborated(pairs, pairings);
  return pairs;
}

std::vector<Edge> align(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model) {
  const auto pairings = weighed_pairs(a, b, knowledge, model);
  std::vector<Edge> edges;
  for (const Pairing* pair : partners(pairings, model)) edges.push_back(edge_of(*pair->claim_a, *pair->claim_b, pair->observations, model));
  return edges;
}

std::vector<Edge> align_within(const DocumentView& document, const Knowledge& knowledge, const Model& model) {
  std::vector<Edge> edges;
  const World& world = knowledge.world;
  for (std::size_t i = 0; i < document.claims.size(); ++i)
    // A change is told within a few claims: nothing here may be proportional to the pairs of a long text.
    for (std::size_t j = i + 1; j < document.claims.size() && j - i <= kChangeReach; ++j) {
      const Claim &x = document.claims[i], &y = document.claims[j];
      if (x.kind != y.kind || (x.kind != Kind::date && x.kind != Kind::place) || x.in_title || y.in_title) continue;
      const auto relation = claim_kind(x.kind).relate(x.value, y.value, world);
      if (!relation.comparable || relation.relation != Relation::conflict) continue;
      // In one sentence the event need not be named twice.
      const auto forbidden = gate(x, y, Stand::differ, world);
      if (!forbidden.empty() && !(forbidden == "event-unknown" && x.sentence == y.sentence)) continue;
      const bool is_change = x.topic.updates || y.topic.updates || !update_reason(x, y, world).empty();
      if (!is_change) continue;
      auto observations = evidence(x, y, knowledge);
      observations.push_back({Signal::change_told, 1});
      auto edge = edge_of(x, y, observations, model);
      if (edge.score >= model.updated.bar) edges.push_back(std::move(edge));
    }
  return edges;
}

}  // namespace mizan
