#pragma once
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// A word, by number.
using WordId = std::uint32_t;

/// A place in a table of words by hash: open addressing, a power of two, at most half full.
struct WordSlot {
  std::uint32_t check = 0;  ///< the upper half of the hash
  WordId word = UINT32_MAX;
};
/// Words and names seldom have more bytes: these are read as two numbers, which overlap where there are fewer.
struct ShortWord {
  static constexpr std::size_t longest = 16;
  std::uint64_t head = 0, tail = 0;

  explicit ShortWord(std::string_view word) {
    const char* bytes = word.data();
    if (word.size() >= 8) {
      std::memcpy(&head, bytes, 8);
      std::memcpy(&tail, bytes + word.size() - 8, 8);
    } else if (word.size() >= 4) {
      std::memcpy(&head, bytes, 4);
      std::memcpy(&tail, bytes + word.size() - 4, 4);
    } else if (!word.empty()) {
      std::memcpy(&head, bytes, 1);
      std::memcpy(&tail, bytes + word.size() - 1, 1);
      head |= std::uint64_t{static_cast<unsigned char>(bytes[word.size() / 2])} << 8;
    }
  }
};
[[nodiscard]] std::uint64_t hash_of_long_word(std::string_view word);
/// For tables that are written and read by one build: the next one may hash otherwise.
[[nodiscard]] inline std::uint64_t hash_of_word(std::string_view word) {
  if (word.size() > ShortWord::longest) return hash_of_long_word(word);
  const ShortWord bytes(word);
  // Both halves of the product: every bit of both factors reaches one of them. The numbers are primes of XXH64, which words hardly are.
  constexpr std::uint64_t head = 0x9E3779B185EBCA87u, tail = 0xC2B2AE3D27D4EB4Fu, size = 0x165667B19E3779F9u;
  __extension__ typedef unsigned __int128 Product;
  const auto product = static_cast<Product>(bytes.head ^ head) * (bytes.tail ^ tail ^ word.size() * size);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}
[[nodiscard]] inline std::uint32_t check_of_word(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
/// Where the word stands, or the free slot where it would. `is_it` says whether a number is the word's own.
template <class IsIt>
[[nodiscard]] std::size_t slot_of_word(std::span<const WordSlot> slots, std::uint64_t hash, IsIt is_it) {
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const WordSlot& slot = slots[at];
    if (slot.word == UINT32_MAX || (slot.check == check_of_word(hash) && is_it(slot.word))) return at;
  }
}

/// Distinct words, numbered from 0 in the order in which they came. Keeps their bytes; a look-up is one hash and, as a rule, one comparison.
class WordTable {
 public:
  static constexpr WordId no_word = UINT32_MAX;
  [[nodiscard]] WordId find(std::string_view word) const;
  /// Its number, a new one where the word is new.
  WordId intern(std::string_view word);
  /// The same for all words of a text, one after another. Asks for the memory that each needs before it is needed: a text has many words that stood in none of the
  /// last few.
  void intern(std::span<const std::string_view> words, std::vector<WordId>& ids);
  [[nodiscard]] std::string_view text(WordId word) const { return {bytes_.data() + words_[word].begin, words_[word].size}; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::size_t size_bytes() const { return bytes_.size(); }
  /// Room for so many words: a hint.
  void reserve(std::size_t words);
  void clear();

 private:
  struct Word {
    std::uint32_t begin = 0, size = 0;  ///< in bytes_
  };
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  WordId intern(std::string_view word, std::uint64_t hash);
  void resize(std::size_t slots);

  std::string bytes_;
  std::vector<Word> words_;
  std::vector<WordSlot> slots_;
  std::vector<std::uint64_t> hashes_;  ///< of the text at hand
};

}  // namespace mizan
