#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mizan {

/// A word of the packs, by number.
using WordId = std::uint32_t;

/// All lists of one language as one trie over words. Built once, then immutable; a look-up walks one node a word.
class Automaton {
 public:
  /// Adds a form, cut into words as text is, that stands for `entry`.
  void add(std::span<const std::string_view> words, std::uint32_t entry);
  /// Room for as many forms: a hint.
  void reserve(std::size_t forms);

  static constexpr WordId no_word = UINT32_MAX;
  [[nodiscard]] WordId word(std::string_view text) const;
  static constexpr std::uint32_t root = 0, no_node = UINT32_MAX;
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;
  /// What ends at `node`.
  [[nodiscard]] std::span<const std::uint32_t> entries(std::uint32_t node) const { return entries_[node]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };
  std::unordered_map<std::string, WordId, Hash, Equal> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::vector<std::uint32_t>> entries_{1};
};

}  // namespace mizan
