#include "reading/automaton.hpp"

#include <algorithm>
#include <bit>

namespace mizan {

std::uint32_t Automaton::step(std::uint32_t node, WordId word) const {
  if ((nodes_[node].next & bit_of(word)) == 0) return no_node;
  const Edge *first = edges_.data() + nodes_[node].edges, *last = edges_.data() + nodes_[node + 1].edges;
  const Edge* found = std::lower_bound(first, last, word, [](const Edge& edge, WordId w) { return edge.word < w; });
  return found != last && found->word == word ? found->to : no_node;
}

bool Automaton::is_inside(const Bounds& bounds, std::size_t entry_count) const {
  if (!words_.is_inside(bounds) || !bounds.holds(starts_) || !bounds.holds(edges_) || !bounds.holds(nodes_) || !bounds.holds(entries_)) return false;
  if (nodes_.empty() || starts_.size() != words_.size()) return false;
  const auto count = nodes_.size() - 1;
  const auto is_node = [&](std::uint32_t node) { return node == no_node || (node < count && node != root); };
  std::uint32_t entries = 0, edges = 0;
  for (const auto& node : nodes_) {
    if (node.entries < entries || node.edges < edges) return false;
    entries = node.entries;
    edges = node.edges;
  }
  return entries <= entries_.size() && edges <= edges_.size() && std::all_of(starts_.begin(), starts_.end(), is_node) &&
         std::all_of(edges_.begin(), edges_.end(), [&](const Edge& edge) { return is_node(edge.to); }) &&
         std::all_of(entries_.begin(), entries_.end(), [&](std::uint32_t entry) { return entry < entry_count; });
}

void AutomatonBuilder::reserve(std::size_t forms) {
  words_.reserve(forms);
  ends_.reserve(forms + forms / 4);
  if (const auto slots = std::bit_ceil(2 * forms + 2); slots > edges_.size()) resize(slots);
}

/// Where the edge stands, or the free slot where it would. Fibonacci hashing (Knuth, TAOCP 3, §6.4): node and word are small numbers side by side.
std::size_t AutomatonBuilder::slot_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = (key * 0x9E3779B97F4A7C15u) >> 32 & mask;; at = (at + 1) & mask)
    if (edges_[at].key == key || edges_[at].key == no_edge) return at;
}

void AutomatonBuilder::resize(std::size_t slots) {
  std::vector<Edge> old(slots);
  std::swap(old, edges_);
  for (const auto& edge : old)
    if (edge.key != no_edge) edges_[slot_of(edge.key)] = edge;
}

void AutomatonBuilder::add(std::span<const std::string_view> words, std::uint32_t entry) {
  std::uint32_t node = Automaton::root;
  for (const auto text : words) {
    // As many edges as nodes, but for the root.
    if (edges_.size() < 2 * (std::size_t{nodes_} + 1)) resize(edges_.empty() ? 64 : edges_.size() * 2);
    const std::uint64_t key = static_cast<std::uint64_t>(node) << 32 | words_.intern(text);
    Edge& edge = edges_[slot_of(key)];
    if (edge.key == no_edge) edge = {key, nodes_++};
    node = edge.to;
  }
  if (node != Automaton::root) ends_.emplace_back(node, entry);
}

void AutomatonBuilder::write(FlatWriter& writer, Automaton& member) const {
  FlatWords::write(writer, member.words_, words_);
  const auto starts = writer.add(member.starts_, words_.size());
  std::fill(starts.begin(), starts.end(), Automaton::no_node);
  const auto nodes = writer.add(member.nodes_, std::size_t{nodes_} + 1);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted;  // by node, then by word
  for (const auto& edge : edges_) {
    if (edge.key == no_edge) continue;
    const auto node = static_cast<std::uint32_t>(edge.key >> 32);
    const auto word = static_cast<WordId>(edge.key);
    nodes[node].next |= Automaton::bit_of(word);
    if (node == Automaton::root) starts[word] = edge.to;
    else sorted.emplace_back(edge.key, edge.to);
  }
  std::sort(sorted.begin(), sorted.end());
  auto edge = writer.add(member.edges_, sorted.size()).begin();
  for (const auto& [key, to] : sorted) {
    ++nodes[(key >> 32) + 1].edges;
    *edge++ = {static_cast<WordId>(key), to};
  }
  // By node, and for one node in the order in which they were added.
  auto ends = ends_;
  std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  auto entry = writer.add(member.entries_, ends.size()).begin();
  for (const auto& [node, value] : ends) {
    ++nodes[std::size_t{node} + 1].entries;
    *entry++ = value;
  }
  for (std::size_t n = 1; n < nodes.size(); ++n) {
    nodes[n].entries += nodes[n - 1].entries;
    nodes[n].edges += nodes[n - 1].edges;
  }
}

}  // namespace mizan
