#include "reading/automaton.hpp"

#include <bit>

namespace mizan {

void Automaton::reserve(std::size_t forms) {
  words_.reserve(forms);
  nodes_.reserve(forms + forms / 4);
  ends_.reserve(forms + forms / 4);
  if (const auto slots = std::bit_ceil(2 * forms + 2); slots > edges_.size()) resize(slots);
}

/// Where the edge stands, or the free slot where it would. Fibonacci hashing (Knuth, TAOCP 3, §6.4): node and word are small numbers side by side.
std::size_t Automaton::slot_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = (key * 0x9E3779B97F4A7C15u) >> 32 & mask;; at = (at + 1) & mask)
    if (edges_[at].key == key || edges_[at].key == no_edge) return at;
}

void Automaton::resize(std::size_t slots) {
  std::vector<Edge> old(slots);
  std::swap(old, edges_);
  for (const auto& edge : old)
    if (edge.key != no_edge) edges_[slot_of(edge.key)] = edge;
}

void Automaton::add(std::span<const std::string_view> words, std::uint32_t entry) {
  std::uint32_t node = root;
  for (const auto text : words) {
    // As many edges as nodes, but for the root.
    if (edges_.size() < 2 * (nodes_.size() + 1)) resize(edges_.empty() ? 64 : edges_.size() * 2);
    const WordId word = words_.intern(text);
    const std::uint64_t key = static_cast<std::uint64_t>(node) << 32 | word;
    Edge& edge = edges_[slot_of(key)];
    if (edge.key == no_edge) {
      edge = {key, static_cast<std::uint32_t>(nodes_.size())};
      nodes_[node].next |= bit_of(word);
      nodes_.emplace_back();
    }
    node = edge.to;
  }
  if (node != root) ends_.emplace_back(node, entry);
}

void Automaton::freeze() {
  // By node, and for one node in the order in which they were added.
  nodes_.emplace_back();
  for (const auto& [node, entry] : ends_) ++nodes_[node].begin;
  std::uint32_t begin = 0;
  for (auto& node : nodes_) {
    begin += node.begin;
    node.begin = begin;
  }
  entries_.resize(ends_.size());
  for (auto end = ends_.rbegin(); end != ends_.rend(); ++end) entries_[--nodes_[end->first].begin] = end->second;
  ends_ = {};
}

std::uint32_t Automaton::step(std::uint32_t node, WordId word) const {
  if ((nodes_[node].next & bit_of(word)) == 0) return no_node;
  return edges_[slot_of(static_cast<std::uint64_t>(node) << 32 | word)].to;
}

}  // namespace mizan
