#include "compare/facts.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "knowledge/model.hpp"

namespace mizan {
namespace {

/// No more claims of the larger group are counted on to have an edge with each claim of the smaller: in a crowd a document is compared with those nearest
/// to it (Store::neighbours), not with all.
constexpr std::size_t kCrowd = 64;

/// How many pairs of two groups may come on each that has an edge. In an archive values of two facts meet as often as those of one, so a third must know of each other;
/// what a figure was before and after, only articles of the two days tell, and few of them both.
std::size_t pairs_on_an_edge(const Edge& edge) {
  const bool tells_of_change = std::any_of(edge.features.begin(), edge.features.end(), [](const Feature& feature) {
    return feature.name == name_of(Signal::value_updated) || feature.name == name_of(Signal::change_told);
  });
  return tells_of_change ? 5 : 3;
}

bool spans_documents(const FactGroup& group) {
  return std::any_of(group.claims.begin(), group.claims.end(), [&](const Claim* claim) { return claim->document != group.claims.front()->document; });
}

/// Groups of claims by index that grow together. What is kept of the smaller of two moves over to the larger.
class Groups {
 public:
  explicit Groups(const std::vector<Claim>& claims) : parent_(claims.size()), documents_(claims.size()), links_(claims.size()), sizes_(claims.size(), 1) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < claims.size(); ++i) documents_[i].insert(claims[i].document);
  }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  /// Notes that an edge joins two claims.
  void link(std::size_t a, std::size_t b) {
    ++links_[a][b];
    ++links_[b][a];
  }
  /// Notes that an editor parted two claims: their groups never become one.
  void part(std::size_t a, std::size_t b) {
    walls_[a].insert(b);
    walls_[b].insert(a);
  }
  [[nodiscard]] bool are_parted(std::size_t a, std::size_t b) const {
    const auto walls = walls_.find(a);
    return walls != walls_.end() && walls->second.contains(b);
  }
  /// A chain of near misses must not make one fact of many: at least one of so many pairs has an edge.
  [[nodiscard]] bool are_well_linked(std::size_t a, std::size_t b, std::size_t of_pairs) const {
    const auto [smaller, larger] = std::minmax(sizes_[a], sizes_[b]);
    return links_[a].at(b) * of_pairs >= smaller * std::min(larger, kCrowd);
  }
  [[nodiscard]] std::size_t shared_documents(std::size_t a, std::size_t b) const {
    const bool a_has_fewer = documents_[a].size() < documents_[b].size();
    const auto &fewer = documents_[a_has_fewer ? a : b], &more = documents_[a_has_fewer ? b : a];
    return static_cast<std::size_t>(std::count_if(fewer.begin(), fewer.end(), [&](std::string_view document) { return more.contains(document); }));
  }
  void merge(std::size_t a, std::size_t b) {
    const auto weight = [&](std::size_t i) { return links_[i].size() + documents_[i].size(); };
    if (weight(a) < weight(b)) std::swap(a, b);
    parent_[b] = a;
    sizes_[a] += sizes_[b];
    documents_[a].merge(documents_[b]);
    documents_[b].clear();
    links_[a].erase(b);
    for (const auto& [other, count] : links_[b]) {
      if (other == a) continue;
      links_[a][other] += count;
      links_[other].erase(b);
      links_[other][a] += count;
    }
    links_[b].clear();
    for (const std::size_t other : walls_[b]) {
      walls_[other].erase(b);
      part(a, other);
    }
    walls_.erase(b);
  }

 private:
  std::vector<std::size_t> parent_;
  std::vector<std::unordered_set<std::string_view>> documents_;
  std::vector<std::unordered_map<std::size_t, std::size_t>> links_;  ///< how many edges join two groups
  std::vector<std::size_t> sizes_;
  std::unordered_map<std::size_t, std::unordered_set<std::size_t>> walls_;  ///< of few groups
};

struct Joint {
  const Edge* edge;
  std::size_t a, b;
};

/// The edges between these claims, the best first.
std::vector<Joint> by_score(const std::vector<Claim>& claims, const std::vector<Edge>& edges) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < claims.size(); ++i) index.emplace(claims[i].id, i);
  std::vector<Joint> joints;
  for (const auto& edge : edges)
    if (const auto a = index.find(edge.a), b = index.find(edge.b); a != index.end() && b != index.end()) joints.push_back({&edge, a->second, b->second});
  std::sort(joints.begin(), joints.end(), [](const Joint& x, const Joint& y) {
    return std::tie(y.edge->score, x.edge->a, x.edge->b) < std::tie(x.edge->score, y.edge->a, y.edge->b);
  });
  return joints;
}

}  // namespace

std::vector<FactGroup> group_facts(const std::vector<Claim>& claims, const std::vector<Edge>& edges) {
  const auto order = by_score(claims, edges);
  Groups groups(claims);
  for (const auto& joint : order) joint.edge->parts() ? groups.part(joint.a, joint.b) : groups.link(joint.a, joint.b);
  std::vector<const Joint*> kept;
  for (const auto& joint : order) {
    const std::size_t a = groups.root(joint.a), b = groups.root(joint.b);
    if (joint.edge->parts() || groups.are_parted(a, b)) continue;
    if (joint.edge->joins() && a != b) {  // an editor knows better than what follows
      groups.merge(a, b);
    } else if (a != b) {
      // An edge inside one document joins two times of one running fact; no other way brings two claims of a document together.
      const bool inside = claims[joint.a].document == claims[joint.b].document;
      if (!groups.are_well_linked(a, b, pairs_on_an_edge(*joint.edge)) || groups.shared_documents(a, b) > (inside ? 1 : 0)) continue;
      groups.merge(a, b);
    }
    kept.push_back(&joint);
  }

  std::vector<FactGroup> facts;
  std::unordered_map<std::size_t, std::size_t> place;  // of a root, in facts: in the order of their first claims
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto [found, is_new] = place.try_emplace(groups.root(i), facts.size());
    if (is_new) facts.emplace_back();
    facts[found->second].claims.push_back(&claims[i]);
  }
  for (const Joint* joint : kept) facts[place.at(groups.root(joint->a))].edges.push_back(joint->edge);
  std::erase_if(facts, [](const FactGroup& group) { return !spans_documents(group); });
  return facts;
}

}  // namespace mizan
