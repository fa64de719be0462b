#include "knowledge/flat_words.hpp"

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
  writer.add_slots(member.slots_, words.size(), [&](WordId id) { return words.text(id); });
}

bool FlatWords::is_inside(const Bounds& bounds) const {
  if (!bounds.holds(bytes_) || !bounds.holds(ends_)) return false;
  if (ends_.empty() || slots_.empty()) return ends_.empty() && slots_.empty();
  std::uint32_t last = 0;
  for (const auto end : ends_) {
    if (end < last) return false;
    last = end;
  }
  return last <= bytes_.size() && bounds.holds_slots(slots_, ends_.size());
}

}  // namespace mizan
