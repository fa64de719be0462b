#include "compare/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <set>

#include "compare/evidence.hpp"
#include "compare/gates.hpp"
#include "compare/updates.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// Scores are log-odds in 1/1000 nat that two claims are one fact. The bar for equal values was lowered on the development cases until wrong pairs came with the
/// right ones. That claims which differ must be surer, since a false conflict costs more than a missed one, is in their gates and in the share "values-differ".
constexpr std::int32_t kAgree = -800, kDiffer = -300;
/// Documents that share less than this tell different stories; claims that differ are compared only where the two surely tell one.
constexpr double kStory = 0.045, kStoryDiffer = 0.09, kStoryLater = 0.15, kStorySure = 0.15, kStoryApart = 0.25;
/// A word in fewer than one article of about 150 (nat): what claims that differ must share beside their role.
constexpr double kRareWord = 5.0;
/// How many claims off the two times of one fact may stand in an article.
constexpr std::size_t kChangeReach = 64;

std::int32_t milli(double nat) { return static_cast<std::int32_t>(std::lround(nat * 1000)); }

/// Claims of one document that say the same: one node of the assignment.
struct Node {
  std::vector<const Claim*> claims;
};

/// A headline that the text restates is told by the text, which says more of it.
bool is_restated_title(const Claim& claim, const Node& node) {
  return claim.in_title && std::any_of(node.claims.begin(), node.claims.end(), [](const Claim* other) { return !other->in_title; });
}

std::vector<Node> merge_restatements(const std::vector<Claim>& claims, const World& world) {
  std::vector<Node> nodes;
  for (const auto& claim : claims) {
    Node* home = nullptr;
    for (auto& node : nodes) {
      const Claim& first = *node.claims.front();
      if (first.kind != claim.kind || !gate(first, claim, false, world).empty()) continue;
      const auto relation = claim_kind(claim.kind).relate(first.value, claim.value, world);
      const bool small = claim.kind == Kind::count && Background::surprise(claim.value) < 1.5;
      // Two small equal figures of one article are two facts unless their roles are known to be one.
      if (small && !(first.topic.role && first.topic.role.id == claim.topic.role.id)) continue;
      if (relation.comparable && relation.relation == Relation::agree) {
        home = &node;
        break;
      }
    }
    if (home) home->claims.push_back(&claim);
    else nodes.push_back({{&claim}});
  }
  return nodes;
}

/// Gates that only say that too little is known: where one passage is reused, enough is.
bool is_weak(const std::string& forbidden) { return forbidden == "role-unknown" || forbidden == "event-unknown" || forbidden == "whose" || forbidden == "moving"; }

struct Candidate {
  std::size_t a = 0, b = 0;
  const Claim *claim_a = nullptr, *claim_b = nullptr;
  std::int32_t score = 0;
  bool agrees = false;
  bool reused = false;  ///< the two stand in one passage
  std::vector<Feature> features;
};

/// Do the sentences of two claims share a name, a place or a rare word?
bool share_something_rare(const Claim& a, const Claim& b, const Background& background) {
  const auto is_rare = [&](const std::string& s) { return s.starts_with("p:") || (s.starts_with("n:") && background.idf(std::string_view(s).substr(2)) >= kRareWord); };
  std::vector<std::string> both;
  std::set_intersection(a.anchors.begin(), a.anchors.end(), b.anchors.begin(), b.anchors.end(), std::back_inserter(both));
  if (std::any_of(both.begin(), both.end(), is_rare)) return true;
  both.clear();
  std::set_intersection(a.context.begin(), a.context.end(), b.context.begin(), b.context.end(), std::back_inserter(both));
  return std::any_of(both.begin(), both.end(), [&](const std::string& s) { return background.idf(s) >= kRareWord; });
}

/// Do both sentences name places, or rare names, and none in common? Then they tell of two events, whatever else is alike.
bool name_others(const Claim& a, const Claim& b, const Background& background) {
  for (const std::string_view prefix : {"p:", "n:"}) {
    const auto names = [&](const Claim& claim) {
      std::set<std::string> found;
      for (const auto& anchor : claim.anchors)
        if (anchor.starts_with(prefix) && (prefix == "p:" || background.idf(std::string_view(anchor).substr(2)) >= kRareWord)) found.insert(anchor);
      return found;
    };
    const auto x = names(a), y = names(b);
    if (!x.empty() && !y.empty() && std::none_of(x.begin(), x.end(), [&](const std::string& name) { return y.contains(name); })) return true;
  }
  return false;
}

/// The farther apart two articles are written, the likelier they tell two stories of one kind rather than one story differently; soonest where they contradict
/// each other.
double needed_story(const Claim& a, const Claim& b, bool contradict) {
  constexpr std::int32_t same_news = 2, month = 30;
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  const auto apart = x.days && y.days ? std::abs(*x.days - *y.days) : 0;
  if (apart > month) return kStoryApart;
  return contradict && apart > same_news ? kStoryLater : kStoryDiffer;
}

/// How surprising it is that both say this. The day of the article or the day before it is in every article of the day.
double surprise_of(const Claim& claim) {
  const double nat = Background::surprise(claim.value);
  const auto* date = std::get_if<DateRange>(&claim.value);
  const auto& as_of = claim.topic.as_of;
  if (!date || !as_of.days) return nat;
  const auto days = interval(*date);
  return days && days->first == days->last && std::abs(days->first - *as_of.days) <= 1 ? 0.5 : nat;
}

std::int32_t total(const std::vector<Feature>& features) {
  return std::accumulate(features.begin(), features.end(), 0, [](std::int32_t sum, const Feature& f) { return sum + f.share; });
}

}  // namespace

std::vector<Edge> align(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge) {
  const double alike = story(a, b, knowledge.background);
  if (alike < kStory) return {};
  const World& world = knowledge.world;
  const auto nodes_a = merge_restatements(a.claims, world), nodes_b = merge_restatements(b.claims, world);

  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < nodes_a.size(); ++i)
    for (std::size_t j = 0; j < nodes_b.size(); ++j) {
      Candidate best;
      for (const Claim* x : nodes_a[i].claims)
        for (const Claim* y : nodes_b[j].claims) {
          if (x->kind != y->kind || is_restated_title(*x, nodes_a[i]) || is_restated_title(*y, nodes_b[j])) continue;
          const auto relation = claim_kind(x->kind).relate(x->value, y->value, world);
          const bool differ = relation.relation == Relation::conflict;
          if (!relation.comparable) continue;
          const auto forbidden = gate(*x, *y, differ, world);
          if (!forbidden.empty() && !(is_weak(forbidden) && is_reused_text(*x, *y, knowledge))) continue;
          // A plan and what came of it must be as surely one fact as two that contradict each other: visits are planned every week.
          const auto update = differ ? update_reason(*x, *y, world) : std::string();
          const bool is_update = !update.empty() && update != "update-planned";
          // Figures that merely could both be true are as little proof of one fact as figures that differ; but a toll that rises is no alarm.
          const double needed = needed_story(*x, *y, differ && !is_update);
          if (relation.relation != Relation::agree &&
              (alike < needed || (alike < kStorySure && !(is_update && x->topic.event.head && x->topic.event.head.id == y->topic.event.head.id) &&
                                 !share_something_rare(*x, *y, knowledge.background))))
            continue;
          if (differ && x->kind != Kind::place && name_others(*x, *y, knowledge.background)) continue;
          auto features = evidence(*x, *y, knowledge);
          const bool agrees = relation.relation != Relation::conflict;
          // Stems of two languages do not meet: there little in common is no sign of two stories.
          features.push_back({"story", agrees && a.lang == b.lang ? milli(14 * (std::min(alike, 0.25) - 0.13)) : milli(6 * (std::min(alike, 0.25) - 0.1))});
          if (a.lang != b.lang) features.push_back({"other-language", agrees ? 400 : 0});
          if (agrees) {
            const double surprise = std::min(surprise_of(*x), surprise_of(*y));
            features.push_back({"equal-value", milli(relation.relation == Relation::agree ? surprise * 0.9 - 0.6 : surprise * 0.15)});
          }
          else features.push_back({"values-differ", !update.empty() ? -1200 : distance_share(x->value, y->value, is_reused_text(*x, *y, knowledge)) - 1500});
          const auto score = total(features);
          if (best.claim_a && best.score >= score) continue;
          best = {i, j, x, y, score, agrees, is_same_passage(*x, *y, knowledge.background), std::move(features)};
        }
      if (best.claim_a && best.score >= (best.agrees ? kAgree : kDiffer)) candidates.push_back(std::move(best));
    }

  // Best first; what stands in one passage before the rest, and equal values before differing ones, so that a figure that has its like in the other article
  // conflicts with no third.
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
    return std::tuple(!x.reused, !x.agrees, -x.score, x.claim_a->id, x.claim_b->id) < std::tuple(!y.reused, !y.agrees, -y.score, y.claim_a->id, y.claim_b->id);
  });
  std::vector<bool> taken_a(nodes_a.size()), taken_b(nodes_b.size());
  std::vector<Edge> edges;
  for (auto& candidate : candidates) {
    if (taken_a[candidate.a] || taken_b[candidate.b]) continue;
    taken_a[candidate.a] = taken_b[candidate.b] = true;
    const bool in_order = candidate.claim_a->id < candidate.claim_b->id;
    edges.push_back({in_order ? candidate.claim_a->id : candidate.claim_b->id, in_order ? candidate.claim_b->id : candidate.claim_a->id, candidate.score,
                     std::move(candidate.features)});
  }
  return edges;
}

std::vector<Edge> align_within(const DocumentView& document, const Knowledge& knowledge) {
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
      const auto forbidden = gate(x, y, true, world);
      if (!forbidden.empty() && !(forbidden == "event-unknown" && x.sentence == y.sentence)) continue;
      const bool is_change = x.topic.updates || y.topic.updates || !update_reason(x, y, world).empty();
      if (!is_change) continue;
      auto features = evidence(x, y, knowledge);
      features.push_back({"change-told", 300});
      const auto score = total(features);
      if (score < kAgree) continue;
      const bool in_order = x.id < y.id;
      edges.push_back({in_order ? x.id : y.id, in_order ? y.id : x.id, score, std::move(features)});
    }
  return edges;
}

}  // namespace mizan
