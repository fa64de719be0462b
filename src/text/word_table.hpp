#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// A word, by number.
using WordId = std::uint32_t;

/// Distinct words, numbered from 0 in the order in which they came. Keeps their bytes; a look-up is one hash and, as a rule, one comparison.
class WordTable {
 public:
  static constexpr WordId no_word = UINT32_MAX;
  [[nodiscard]] WordId find(std::string_view word) const;
  /// Its number, a new one where the word is new.
  WordId intern(std::string_view word);
  [[nodiscard]] std::string_view text(WordId word) const { return std::string_view(bytes_).substr(words_[word].begin, words_[word].size); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::size_t size_bytes() const { return bytes_.size(); }
  /// Room for so many words: a hint.
  void reserve(std::size_t words);
  void clear();

 private:
  struct Word {
    std::size_t begin = 0, size = 0;
    std::uint64_t hash = 0;
  };
  struct Slot {
    std::uint32_t check = 0;  ///< the upper half of the hash
    WordId word = no_word;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  void resize(std::size_t slots);

  std::string bytes_;
  std::vector<Word> words_;
  std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
};

}  // namespace mizan
