#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/flat_words.hpp"
#include "text/word_table.hpp"

namespace mizan {

/// All lists of one language as one trie over words, in a block. A look-up walks one node a word.
class Automaton {
 public:
  static constexpr WordId no_word = WordTable::no_word;
  [[nodiscard]] WordId word(std::string_view text) const { return words_.find(text); }
  static constexpr std::uint32_t root = 0, no_node = UINT32_MAX;
  /// The node behind `word` where a form begins with it.
  [[nodiscard]] std::uint32_t start(WordId word) const { return starts_[word]; }
  /// The same for a word behind `node`, which is not the root.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;
  /// What ends at `node`.
  [[nodiscard]] std::span<const std::uint32_t> entries(std::uint32_t node) const {
    return {entries_.data() + nodes_[node].entries, nodes_[node + 1].entries - nodes_[node].entries};
  }
  /// A bit for each word that forms go on with behind `node`, by `bit_of`: a Bloom filter of one hash. Most words that stand behind a form are none of them.
  [[nodiscard]] std::uint32_t next_bits(std::uint32_t node) const { return nodes_[node].next; }
  [[nodiscard]] static std::uint32_t bit_of(WordId word) { return 1u << (word * 0x9E3779B9u >> 27); }
  /// Does any form go on behind `node`?
  [[nodiscard]] bool goes_on(std::uint32_t node) const { return nodes_[node].next != 0; }

  /// `entry_count`: every entry is below it.
  [[nodiscard]] bool is_inside(const Bounds& bounds, std::size_t entry_count) const;

 private:
  friend class AutomatonBuilder;
  struct Node {
    std::uint32_t entries = 0, edges = 0;  ///< the first of entries_ and edges_; where they end, those of the next node begin
    std::uint32_t next = 0;                ///< next_bits
  };
  struct Edge {
    WordId word = no_word;
    std::uint32_t to = no_node;
  };

  FlatWords words_;
  Array<std::uint32_t> starts_;  ///< by word: the root's edges
  Array<Edge> edges_;            ///< of all nodes but the root, one after another, those of one node by word
  Array<Node> nodes_;            ///< and one past the last
  Array<std::uint32_t> entries_;
};

/// Collects the forms of an Automaton.
class AutomatonBuilder {
 public:
  /// Adds a form, cut into words as text is, that stands for `entry`.
  void add(std::span<const std::string_view> words, std::uint32_t entry);
  /// Room for as many forms: a hint.
  void reserve(std::size_t forms);
  void write(FlatWriter& writer, Automaton& member) const;

 private:
  struct Edge {
    std::uint64_t key = no_edge;  ///< node and word
    std::uint32_t to = Automaton::no_node;
  };
  static constexpr std::uint64_t no_edge = UINT64_MAX;
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
  void resize(std::size_t slots);

  WordTable words_;
  std::vector<Edge> edges_;  ///< open addressing, a power of two, at most half full
  std::uint32_t nodes_ = 1;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_;  ///< node and entry, in the order in which they came
};

}  // namespace mizan
