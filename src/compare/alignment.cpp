#include "compare/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// Scores, in 1/1000 nat, above which two claims are one fact: with equal values (whose surprise counts too), and with differing ones.
constexpr std::int32_t kAgree = 2600, kDiffer = 3000;
/// Documents that share less than this tell different stories.
constexpr double kStory = 0.07;

bool both_known(const Slot& a, const Slot& b) { return a.state == SlotState::known && b.state == SlotState::known; }
bool is_open_unit(const std::string& unit) { return unit.starts_with("~"); }

std::int32_t milli(double nat) { return static_cast<std::int32_t>(std::lround(nat * 1000)); }

/// Weighted overlap of two sorted lists: what both hold against what the poorer one holds.
struct Overlap {
  double shared = 0, least = 0, geometric = 0;
};

Overlap overlap_of(const std::vector<std::string>& a, const std::vector<std::string>& b, const Background& background) {
  const auto weight = [&](const std::vector<std::string>& list) {
    return std::accumulate(list.begin(), list.end(), 0.0, [&](double sum, const std::string& stem) { return sum + background.idf(stem); });
  };
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const double wa = weight(a), wb = weight(b);
  return {weight(both), std::min(wa, wb), std::sqrt(wa * wb)};
}

std::size_t shared_count(const std::vector<std::string>& a, const std::vector<std::string>& b, std::string_view prefix) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<std::size_t>(std::count_if(both.begin(), both.end(), [&](const std::string& s) { return s.starts_with(prefix); }));
}

/// Is the unit one of those that nearly every article counts, so that sharing it says little?
bool is_common_unit(const std::string& unit, const World& world) {
  const auto unit_class = world.class_of(unit);
  return unit == "percent" || unit_class == "time" || unit_class == "person" || unit_class == "money" || unit.empty();
}

void add_role(std::vector<Feature>& features, const Slot& a, const Slot& b) {
  if (!a || !b) {
    features.push_back({a || b ? "role-one-unknown" : "role-unknown", a || b ? -300 : -500});
  } else if (a.id == b.id) {
    features.push_back({"role-same", both_known(a, b) ? 1800 : 900});
  } else {
    features.push_back({"role-differs", -1500});
  }
}

void add_unit(std::vector<Feature>& features, const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count) return;
  const auto &x = std::get<Quantity>(a.value).unit, &y = std::get<Quantity>(b.value).unit;
  if (x == y) features.push_back({"unit-same", is_common_unit(x, world) ? 100 : 800});
  else if (world.counts_as.contains({x, y})) features.push_back({"unit-counts-as", 0});
  else features.push_back({"unit-dimension", -200});
}

void add_event(std::vector<Feature>& features, const EventTopic& a, const EventTopic& b, const Background& background) {
  if (!a.head || !b.head) return;
  const bool known = both_known(a.head, b.head);
  features.push_back({a.head.id == b.head.id ? "event-same" : "event-differs", a.head.id == b.head.id ? (known ? 500 : 250) : (known ? -500 : -200)});
  if (a.head.id != b.head.id) return;
  const auto shared = overlap_of(a.modifiers, b.modifiers, background);
  if (shared.least > 0) features.push_back({"event-modifiers", milli(0.8 * shared.shared / shared.least)});
  if (a.year && b.year && a.year.id == b.year.id) features.push_back({"event-year", 400});
  if (a.ordinal && b.ordinal && a.ordinal.id == b.ordinal.id) features.push_back({"event-ordinal", 400});
}

void add_slot(std::vector<Feature>& features, const char* name, const Slot& a, const Slot& b, std::int32_t same, std::int32_t differs) {
  if (a && b) features.push_back({name, a.id == b.id ? same : differs});
}

/// Words next to the value with the value masked: what reused text keeps even where a figure was changed.
void add_neighbours(std::vector<Feature>& features, const Claim& a, const Claim& b) {
  const auto run = [](const std::vector<std::string>& x, const std::vector<std::string>& y) {
    std::size_t n = 0;
    while (n < x.size() && n < y.size() && x[n] == y[n]) ++n;
    return n;
  };
  const auto left = run(a.left, b.left), right = run(a.right, b.right);
  const auto equal = static_cast<std::int32_t>(left + right);
  if (equal > 0) features.push_back({"same-words-around", equal * 150 + (equal >= 4 ? 1200 : 0)});
}

/// Claims of one document that say the same: one node of the assignment.
struct Node {
  std::vector<const Claim*> claims;
};

std::vector<Node> merge_restatements(const std::vector<Claim>& claims, const World& world) {
  std::vector<Node> nodes;
  for (const auto& claim : claims) {
    Node* home = nullptr;
    for (auto& node : nodes) {
      const Claim& first = *node.claims.front();
      if (first.kind != claim.kind || !gate(first, claim, world).empty()) continue;
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

struct Candidate {
  std::size_t a = 0, b = 0;
  const Claim *claim_a = nullptr, *claim_b = nullptr;
  std::int32_t score = 0;
  bool agrees = false;
  std::vector<Feature> features;
};

std::vector<std::string> named_by(const DocumentView& document) {
  std::set<std::string> names;
  for (const auto& claim : document.claims) {
    names.insert(claim.context.begin(), claim.context.end());
    for (const auto& anchor : claim.anchors)
      if (!anchor.starts_with("n:")) names.insert(anchor);
  }
  return {names.begin(), names.end()};
}

std::int32_t total(const std::vector<Feature>& features) {
  return std::accumulate(features.begin(), features.end(), 0, [](std::int32_t sum, const Feature& f) { return sum + f.share; });
}

}  // namespace

std::string gate(const Claim& a, const Claim& b, const World& world) {
  if (a.kind != b.kind) return "kind";
  const auto &x = a.topic, &y = b.topic;
  if (both_known(x.role, y.role) && x.role.id != y.role.id) {
    const auto role = world.roles.find(x.role.id);
    if (role == world.roles.end() || !role->second.contradicts.contains(y.role.id)) return "role";
  }
  if (both_known(x.facet, y.facet) && x.facet.id != y.facet.id) return "facet";
  if (both_known(x.scope, y.scope) && x.scope.id != y.scope.id) return "scope";
  if ((x.scope.state == SlotState::known) != (y.scope.state == SlotState::known)) return "scope";
  if (both_known(x.of_whom, y.of_whom) && x.of_whom.id != y.of_whom.id) return "of-whom";
  if (x.event.head && y.event.head && x.event.head.id == y.event.head.id) {
    if (x.event.ordinal && y.event.ordinal && x.event.ordinal.id != y.event.ordinal.id) return "ordinal";
    if (a.kind != Kind::date && x.event.year && y.event.year && x.event.year.id != y.event.year.id) return "year";
  }
  if (a.kind == Kind::count) {
    const auto &p = std::get<Quantity>(a.value).unit, &q = std::get<Quantity>(b.value).unit;
    if (p != q && world.dimension_of(p) != world.dimension_of(q) && !world.counts_as.contains({p, q})) {
      // An open-class noun may be the other's word in another language; two nouns that the lists know are two things.
      if (!is_open_unit(p) && !is_open_unit(q)) return "unit";
      if (is_open_unit(p) && is_open_unit(q)) return "unit";
      const auto& known = is_open_unit(p) ? q : p;
      if (is_common_unit(known, world)) return "unit";
    }
  }
  return {};
}

std::vector<Feature> evidence(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  std::vector<Feature> features{{"base", -900}};
  const World& world = knowledge.world;
  add_role(features, a.topic.role, b.topic.role);
  add_unit(features, a, b, world);
  add_event(features, a.topic.event, b.topic.event, knowledge.background);
  add_slot(features, "of-whom", a.topic.of_whom, b.topic.of_whom, 500, -500);
  add_slot(features, "facet", a.topic.facet, b.topic.facet, 500, 0);
  add_slot(features, "scope", a.topic.scope, b.topic.scope, 300, 0);
  const auto context = overlap_of(a.context, b.context, knowledge.background);
  if (context.geometric > 0) features.push_back({"context", milli(4.5 * context.shared / context.geometric)});
  const auto names = shared_count(a.anchors, b.anchors, "n:"), places = shared_count(a.anchors, b.anchors, "p:"), states = shared_count(a.anchors, b.anchors, "c:");
  if (names + places + states > 0)
    features.push_back({"anchors", static_cast<std::int32_t>(std::min<std::size_t>(names, 3) * 250 + std::min<std::size_t>(places, 2) * 250 + std::min<std::size_t>(states, 3) * 120)});
  add_neighbours(features, a, b);
  return features;
}

double story(const DocumentView& a, const DocumentView& b, const Background& background) {
  const auto shared = overlap_of(named_by(a), named_by(b), background);
  return shared.geometric > 0 ? shared.shared / shared.geometric : 0;
}

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
          if (!gate(*x, *y, world).empty()) continue;
          const auto relation = claim_kind(x->kind).relate(x->value, y->value, world);
          if (!relation.comparable) continue;
          auto features = evidence(*x, *y, knowledge);
          features.push_back({"story", milli(std::min(1.5, (alike - kStory) * 6))});
          const bool agrees = relation.relation != Relation::conflict;
          if (agrees) {
            const double surprise = std::min(Background::surprise(x->value), Background::surprise(y->value));
            features.push_back({"equal-value", milli(relation.relation == Relation::agree ? surprise * 0.9 : surprise * 0.4)});
          }
          const auto score = total(features);
          if (best.claim_a && best.score >= score) continue;
          best = {i, j, x, y, score, agrees, std::move(features)};
        }
      if (best.claim_a && best.score >= (best.agrees ? kAgree : kDiffer)) candidates.push_back(std::move(best));
    }

  // Best first; equal values go before differing ones, so that a figure that has its like in the other article conflicts with no third.
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
    return std::tuple(!x.agrees, -x.score, x.claim_a->id, x.claim_b->id) < std::tuple(!y.agrees, -y.score, y.claim_a->id, y.claim_b->id);
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

}  // namespace mizan
