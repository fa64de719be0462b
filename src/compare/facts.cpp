#include "compare/facts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

namespace mizan {

namespace {

bool spans_documents(const FactGroup& group) {
  return std::any_of(group.claims.begin(), group.claims.end(), [&](const Claim* claim) { return claim->document != group.claims.front()->document; });
}

}  // namespace

std::vector<FactGroup> group_facts(const std::vector<Claim>& claims, const std::vector<Edge>& edges) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < claims.size(); ++i) index.emplace(claims[i].id, i);
  std::vector<std::size_t> parent(claims.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::vector<std::set<std::string_view>> documents(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) documents[i].insert(claims[i].document);

  std::vector<const Edge*> order;
  for (const auto& edge : edges)
    if (index.contains(edge.a) && index.contains(edge.b)) order.push_back(&edge);
  std::sort(order.begin(), order.end(), [](const Edge* x, const Edge* y) { return std::tie(y->score, x->a, x->b) < std::tie(x->score, y->a, y->b); });

  // How many edges join two groups: a chain of near misses must not make one fact of many.
  std::vector<std::map<std::size_t, std::size_t>> links(claims.size());
  for (const Edge* edge : order) {
    ++links[index.at(edge->a)][index.at(edge->b)];
    ++links[index.at(edge->b)][index.at(edge->a)];
  }
  std::vector<std::size_t> sizes(claims.size(), 1);
  const auto merge = [&](std::size_t low, std::size_t high) {
    parent[high] = low;
    sizes[low] += sizes[high];
    documents[low].merge(documents[high]);
    links[low].erase(high);
    for (const auto& [other, count] : links[high]) {
      if (other == low) continue;
      links[low][other] += count;
      links[other].erase(high);
      links[other][low] += count;
    }
    links[high].clear();
  };

  std::vector<const Edge*> kept;
  for (const Edge* edge : order) {
    const std::size_t a = root(index.at(edge->a)), b = root(index.at(edge->b));
    if (a != b) {
      // An edge inside one document joins two times of one running fact; no other way brings two claims of a document together.
      const bool inside = claims[index.at(edge->a)].document == claims[index.at(edge->b)].document;
      const auto shared = static_cast<std::size_t>(
          std::count_if(documents[a].begin(), documents[a].end(), [&](std::string_view d) { return documents[b].contains(d); }));
      if (shared > (inside ? 1 : 0) || links[a][b] * 5 < sizes[a] * sizes[b]) continue;
      merge(std::min(a, b), std::max(a, b));
    }
    kept.push_back(edge);
  }

  std::map<std::size_t, FactGroup> groups;
  for (std::size_t i = 0; i < claims.size(); ++i) groups[root(i)].claims.push_back(&claims[i]);
  for (const Edge* edge : kept) groups[root(index.at(edge->a))].edges.push_back(edge);
  std::vector<FactGroup> facts;
  for (auto& [first, group] : groups)
    if (spans_documents(group)) facts.push_back(std::move(group));
  return facts;
}

}  // namespace mizan
