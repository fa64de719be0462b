#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/word_table.hpp"

namespace mizan {

/// All lists of one language as one trie over words. Built once, then immutable; a look-up walks one node a word.
class Automaton {
 public:
  /// Adds a form, cut into words as text is, that stands for `entry`.
  void add(std::span<const std::string_view> words, std::uint32_t entry);
  /// Room for as many forms: a hint.
  void reserve(std::size_t forms);
  /// Ends the building: no form may be added behind it, and nothing asked before it.
  void freeze();

  static constexpr WordId no_word = WordTable::no_word;
  [[nodiscard]] WordId word(std::string_view text) const { return words_.find(text); }
  static constexpr std::uint32_t root = 0, no_node = UINT32_MAX;
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;
  /// What ends at `node`.
  [[nodiscard]] std::span<const std::uint32_t> entries(std::uint32_t node) const {
    return std::span(entries_).subspan(nodes_[node].begin, nodes_[node + 1].begin - nodes_[node].begin);
  }
  /// Does any form go on behind `node`?
  [[nodiscard]] bool goes_on(std::uint32_t node) const { return nodes_[node].next != 0; }

 private:
  struct Node {
    std::uint32_t begin = 0;  ///< into entries_
    std::uint32_t next = 0;   ///< a bit for each word that goes on (a Bloom filter of one hash): most words that stand behind a form do not
  };
  struct Edge {
    std::uint64_t key = no_edge;  ///< node and word
    std::uint32_t to = no_node;
  };
  [[nodiscard]] static std::uint32_t bit_of(WordId word) { return 1u << (word * 0x9E3779B9u >> 27); }
  static constexpr std::uint64_t no_edge = UINT64_MAX;
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
  void resize(std::size_t slots);

  WordTable words_;
  std::vector<Edge> edges_;  ///< open addressing, a power of two, at most half full
  std::vector<Node> nodes_{Node{}};
  std::vector<std::uint32_t> entries_;  ///< of all nodes, one after another
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_;  ///< node and entry, until they are frozen
};

}  // namespace mizan
