#include "text/word_table.hpp"

#include <bit>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mizan {

std::uint64_t hash_of_word(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

std::size_t WordTable::slot_of(std::string_view word, std::uint64_t hash) const {
  return slot_of_word(slots_, hash, [&](WordId id) { return text(id) == word; });
}

WordId WordTable::find(std::string_view word) const { return slots_.empty() ? no_word : slots_[slot_of(word, hash_of_word(word))].word; }

WordId WordTable::intern(std::string_view word) {
  if (slots_.size() < 2 * (words_.size() + 1)) resize(slots_.empty() ? 64 : slots_.size() * 2);
  const auto hash = hash_of_word(word);
  WordSlot& slot = slots_[slot_of(word, hash)];
  if (slot.word != no_word) return slot.word;
  slot = {check_of_word(hash), static_cast<WordId>(words_.size())};
  words_.push_back({bytes_.size(), word.size(), hash});
  bytes_ += word;
  return slot.word;
}

void WordTable::resize(std::size_t slots) {
  slots_.assign(slots, {});
  const std::size_t mask = slots - 1;
  for (WordId word = 0; word < words_.size(); ++word) {
    std::size_t at = words_[word].hash & mask;
    while (slots_[at].word != no_word) at = (at + 1) & mask;
    slots_[at] = {check_of_word(words_[word].hash), word};
  }
}

void WordTable::reserve(std::size_t words) {
  words_.reserve(words);
  if (const auto slots = std::bit_ceil(2 * words + 2); slots > slots_.size()) resize(slots);
}

void WordTable::clear() {
  bytes_.clear();
  words_.clear();
  slots_.assign(slots_.size(), {});
}

}  // namespace mizan
