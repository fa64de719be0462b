#include "compare/leftovers.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace mizan {
namespace {

/// On how many things two articles agree that surely tell one story, and on which part of what the shorter tells: one in so many. Nouns are counted by the way
/// sooner than states are listed.
constexpr std::size_t kAgreedOfLists = 3, kAgreedOfCounts = 4, kPart = 4;

bool is_told_in(const std::vector<Restatements>& nodes, const Claim& claim) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const Restatements& node) { return node.front()->kind == claim.kind && node.front()->value == claim.value; });
}

}  // namespace

void add_left_over(std::vector<const Pairing*>& partners, const Pairings& pairings, const Model& model) {
  if (pairings.left_over.empty()) return;
  const auto agree = static_cast<std::size_t>(std::count_if(partners.begin(), partners.end(), [](const Pairing* pair) { return pair->may_both_hold; }));
  if (kPart * agree < std::min(pairings.a.size(), pairings.b.size())) return;
  std::set<std::size_t> taken_a, taken_b;
  for (const Pairing* pair : partners) {
    taken_a.insert(pair->a);
    taken_b.insert(pair->b);
  }
  std::vector<const Pairing*> left;
  for (const auto& pair : pairings.left_over) {
    const bool is_sure = agree >= (pair.claim_a->kind == Kind::count ? kAgreedOfCounts : kAgreedOfLists) && pair.score >= acceptance_of(pair, model).bar;
    if (is_sure && !is_told_in(pairings.b, *pair.claim_a) && !is_told_in(pairings.a, *pair.claim_b)) left.push_back(&pair);
  }
  std::stable_sort(left.begin(), left.end(), [](const Pairing* x, const Pairing* y) {
    return std::tie(y->score, x->claim_a->id, x->claim_b->id) < std::tie(x->score, y->claim_a->id, y->claim_b->id);
  });
  for (const Pairing* pair : left)
    if (!taken_a.contains(pair->a) && !taken_b.contains(pair->b)) {
      partners.push_back(pair);
      taken_a.insert(pair->a);
      taken_b.insert(pair->b);
    }
}

}  // namespace mizan
