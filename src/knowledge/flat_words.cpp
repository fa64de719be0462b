#include "knowledge/flat_words.hpp"

#include <bit>

namespace mizan {

WordId FlatWords::find(std::string_view word) const {
  if (slots_.empty()) return WordTable::no_word;
  return slots_[slot_of_word(slots_, hash_of_word(word), [&](WordId id) { return text(id) == word; })].word;
}

void FlatWords::write(FlatWriter& writer, FlatWords& member, const WordTable& words) {
  if (words.size() == 0) return;
  std::string bytes;
  const auto ends = writer.add(member.ends_, words.size());
  for (WordId id = 0; id < words.size(); ++id) {
    bytes += words.text(id);
    ends[id] = static_cast<std::uint32_t>(bytes.size());
  }
  writer.copy(member.bytes_, std::span<const char>(bytes));
  // As large as so many words need, whatever room the table had made for more.
  const auto slots = writer.add(member.slots_, std::bit_ceil(2 * words.size()));
  for (WordId id = 0; id < words.size(); ++id) {
    const auto hash = hash_of_word(words.text(id));
    slots[slot_of_word(slots, hash, [](WordId) { return false; })] = {check_of_word(hash), id};
  }
}

bool FlatWords::is_inside(const Bounds& bounds) const {
  if (!bounds.holds(bytes_) || !bounds.holds(ends_) || !bounds.holds(slots_)) return false;
  if (ends_.empty()) return slots_.empty();
  std::uint32_t last = 0;
  for (const auto end : ends_) {
    if (end < last) return false;
    last = end;
  }
  // A look-up ends at a free slot: there must be one.
  std::size_t used = 0;
  for (const auto& slot : slots_) {
    if (slot.word != WordTable::no_word && slot.word >= ends_.size()) return false;
    used += slot.word != WordTable::no_word;
  }
  return last <= bytes_.size() && std::has_single_bit(slots_.size()) && used < slots_.size();
}

}  // namespace mizan
