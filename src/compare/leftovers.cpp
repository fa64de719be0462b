#include "compare/leftovers.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// On how many things two articles agree that surely tell one story, and on which part of what the shorter tells: one in so many. Nouns are counted by the way
/// sooner than states are listed.
constexpr std::size_t kAgreedOn = 3, kAgreedOnForCounts = 4, kPartOfShorter = 4;
/// A toll that each tells once, or first and as grown, of people, is weighed as soon as they agree on anything at all: it raises no alarm.
constexpr std::size_t kAgreedOnForTolls = 1;
/// Or on half of what the shorter tells.
constexpr std::size_t kHalf = 2;

bool is_told_in(const std::vector<Restatements>& nodes, const Claim& claim) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const Restatements& node) { return node.front()->kind == claim.kind && node.front()->value == claim.value; });
}

/// What forbids two lists or figures that differ to be one fact, whatever is not said of them.
std::string gate_in_one_event(Claim a, Claim b, const World& world) {
  a.topic.event.head = b.topic.event.head = {"one", SlotState::known, {}};
  return gate_in_one_role(std::move(a), std::move(b), world);
}

}  // namespace

bool may_be_left_over(const Claim& x, const Claim& y, Stand stand, const std::string& barrier, const Retelling& retelling, const World& world) {
  // The day of an article is in every article of the day.
  if (stand != Stand::differ) return may_be_one_in_other_words(x, y, stand, world) && !is_day_of_article(x) && !is_day_of_article(y);
  static const std::set<std::string> says_too_little{"event-unknown", "nothing-rare", "role-unknown", "story-unsure", "whose"};
  if (!says_too_little.contains(barrier) && !(barrier == "role" && x.kind == Kind::countries)) return false;
  return (retelling.may_be_left(x, y) || retelling.may_be_one_of_role(x, y)) && gate_in_one_event(x, y, world).empty();
}

bool may_be_left_over(const Pairing& pair, const Retelling& retelling, const World& world) {
  const auto& [a, b] = std::tie(*pair.claim_a, *pair.claim_b);
  const bool is_equal = claim_kind(a.kind).relate(a.value, b.value, world).relation == Relation::agree;
  return may_be_left_over(a, b, is_equal ? Stand::equal : Stand::compatible, {}, retelling, world);
}

Pairing as_left_over(Pairing pair, const Model& model) {
  pair.is_left_over = true;
  pair.observations.push_back({Signal::left_over, 1});
  pair.score = score_of(pair.observations, model);
  return pair;
}

bool may_leave_over(const Pairings& pairings, const Model& model) {
  const auto most = model.share(Signal::margin_equal, kMostMargin);
  const auto may_agree = [&](const Pairing& pair) { return pair.may_both_hold && pair.score + most >= model.equal.bar; };
  const auto agree = static_cast<std::size_t>(std::count_if(pairings.pairs.begin(), pairings.pairs.end(), may_agree));
  return agree >= kAgreedOn && kPartOfShorter * agree >= std::min(pairings.a.size(), pairings.b.size());
}

void add_left_over(std::vector<const Pairing*>& partners, const Pairings& pairings, const Model& model) {
  if (pairings.left_over.empty()) return;
  const auto agree = static_cast<std::size_t>(std::count_if(partners.begin(), partners.end(), [](const Pairing* pair) { return pair->may_both_hold; }));
  const bool is_part = kPartOfShorter * agree >= std::min(pairings.a.size(), pairings.b.size());
  std::set<std::size_t> taken_a, taken_b;
  for (const Pairing* pair : partners) {
    taken_a.insert(pair->a);
    taken_b.insert(pair->b);
  }
  const bool are_half = kHalf * agree >= std::min(pairings.a.size(), pairings.b.size());
  std::vector<const Pairing*> left;
  for (const auto& pair : pairings.left_over) {
    const bool differ = !pair.may_both_hold;
    const bool is_sure_toll = pair.toll == Toll::sure;
    const auto least = is_sure_toll ? kAgreedOnForTolls : differ && pair.claim_a->kind == Kind::count && !are_half ? kAgreedOnForCounts : kAgreedOn;
    const bool is_sure = agree >= least && (is_part || is_sure_toll) && pair.score >= acceptance_of(pair, model).bar;
    // A value that the other article tells, too, is hardly its other value's contradiction.
    if (is_sure && !(differ && (is_told_in(pairings.b, *pair.claim_a) || is_told_in(pairings.a, *pair.claim_b)))) left.push_back(&pair);
  }
  std::stable_sort(left.begin(), left.end(), [](const Pairing* x, const Pairing* y) {
    return std::tuple(!x->may_both_hold, -x->score, x->claim_a->id, x->claim_b->id) < std::tuple(!y->may_both_hold, -y->score, y->claim_a->id, y->claim_b->id);
  });
  for (const Pairing* pair : left)
    if (!taken_a.contains(pair->a) && !taken_b.contains(pair->b)) {
      partners.push_back(pair);
      taken_a.insert(pair->a);
      taken_b.insert(pair->b);
    }
}

}  // namespace mizan
