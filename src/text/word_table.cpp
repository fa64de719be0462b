#include "text/word_table.hpp"

#include <bit>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mizan {

std::uint64_t hash_of_long_word(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

std::size_t WordTable::slot_of(std::string_view word, std::uint64_t hash) const {
  return slot_of_word(slots_, hash, [&](WordId id) { return text(id) == word; });
}

WordId WordTable::find(std::string_view word) const { return slots_.empty() ? no_word : slots_[slot_of(word, hash_of_word(word))].word; }

WordId WordTable::intern(std::string_view word) { return intern(word, hash_of_word(word)); }

WordId WordTable::intern(std::string_view word, std::uint64_t hash) {
  if (slots_.size() < 2 * (words_.size() + 1)) resize(slots_.empty() ? 64 : slots_.size() * 2);
  WordSlot& slot = slots_[slot_of(word, hash)];
  if (slot.word != no_word) return slot.word;
  slot = {check_of_word(hash), static_cast<WordId>(words_.size())};
  words_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(word.size())});
  bytes_ += word;
  return slot.word;
}

void WordTable::intern(std::span<const std::string_view> words, std::vector<WordId>& ids) {
  constexpr std::size_t ahead = 8;
  if (slots_.empty()) resize(64);
  hashes_.resize(words.size() + ahead);
  for (std::size_t i = 0; i < words.size(); ++i) {
    hashes_[i] = hash_of_word(words[i]);
    __builtin_prefetch(&slots_[hashes_[i] & (slots_.size() - 1)]);
  }
  const auto before = ids.size();
  ids.resize(before + words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    // Where a word stands that is not the first in its slot, the hint is of another: no more.
    if (const WordId next = slots_[hashes_[i + ahead] & (slots_.size() - 1)].word; next != no_word) __builtin_prefetch(&words_[next]);
    const WordSlot& slot = slots_[hashes_[i] & (slots_.size() - 1)];
    const bool is_first = slot.check == check_of_word(hashes_[i]) && slot.word != no_word && text(slot.word) == words[i];
    ids[before + i] = is_first ? slot.word : intern(words[i], hashes_[i]);
  }
}

void WordTable::resize(std::size_t slots) {
  slots_.assign(slots, {});
  for (WordId word = 0; word < words_.size(); ++word) {
    const auto hash = hash_of_word(text(word));
    slots_[slot_of_word(slots_, hash, [](WordId) { return false; })] = {check_of_word(hash), word};
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
