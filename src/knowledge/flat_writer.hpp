#pragma once
#include <bit>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/flat.hpp"
#include "text/word_table.hpp"

namespace mizan {

/// A text that FlatWriter keeps, by its place among the others: many rows share one.
struct Pooled {
  std::uint32_t begin = 0, size = 0;
};

/// Builds a block of flat values. They are filled in where `root` and `add` have put them, and stay there until `finish` lays all of them out in one run, in the
/// order in which they were added, with the texts behind. The same calls give the same bytes.
class FlatWriter {
 public:
  /// The value that the block begins with. Once, before all else.
  template <class T>
  [[nodiscard]] T& root() {
    return *place<T>(1);
  }
  /// Gives `member`, which lies in this block, so many values.
  template <class T>
  std::span<T> add(Array<T>& member, std::size_t count) {
    if (count == 0) return {};
    T* values = place<T>(count);
    link(&member, chunks_.size() - 1);
    member.size_ = checked(count);
    return {values, count};
  }
  /// The same, with what they shall be. Padding would differ from one run to the next.
  template <class T>
  void copy(Array<T>& member, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T> && (std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>));
    std::copy(values.begin(), values.end(), add(member, values.size()).begin());
  }
  template <class T>
  void copy(Array<T>& member, const std::vector<T>& values) {
    copy(member, std::span<const T>(values));
  }
  void set(Text& member, std::string_view text) { set(member, pool(text)); }
  void set(Text& member, Pooled text);
  /// `texts` sorted, each once.
  template <class Texts>
  void set(TextSet& member, const Texts& texts) {
    auto out = add(member.texts_, texts.size()).begin();
    for (const auto& text : texts) set(*out++, std::string_view(text));
  }
  /// Room for a value by each name. `names` sorted, each once.
  template <class T, class Names>
  [[nodiscard]] auto add(FlatMap<T>& member, const Names& names) {
    const std::vector<std::string_view> all(names.begin(), names.end());
    const auto items = add(member.items_, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) set(items[i].first, all[i]);
    if (all.size() > FlatMap<T>::few) add_slots(member.slots_, all.size(), [&](WordId i) { return all[i]; });
    return items;
  }
  /// A table by hash of distinct words: `text` says what each is. As large as so many need.
  template <class TextOf>
  void add_slots(Array<WordSlot>& member, std::size_t words, TextOf text) {
    const auto slots = add(member, std::bit_ceil(2 * words));
    for (WordId id = 0; id < words; ++id) {
      const auto hash = hash_of_word(text(id));
      slots[slot_of_word(slots, hash, [](WordId) { return false; })] = {check_of_word(hash), id};
    }
  }

  [[nodiscard]] Pooled pool(std::string_view text);
  [[nodiscard]] std::string_view text(Pooled text) const { return std::string_view(texts_).substr(text.begin, text.size); }

  /// The block's bytes. Empties the writer.
  [[nodiscard]] std::string finish();

 private:
  struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0, alignment = 1;
  };
  struct Link {
    std::size_t from_chunk = 0, from = 0;  ///< where the member lies
    std::size_t to_chunk = 0, to = 0;      ///< a chunk and nothing, or no_chunk and a place among the texts
  };
  static constexpr std::size_t no_chunk = SIZE_MAX;

  template <class T>
  T* place(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    auto bytes = std::make_unique<std::byte[]>(count * sizeof(T));  // zeroed: what lies between the members too
    T* first = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      T* value = new (bytes.get() + i * sizeof(T)) T();
      if (i == 0) first = value;
    }
    take(std::move(bytes), count * sizeof(T), alignof(T));
    return first;
  }
  void take(std::unique_ptr<std::byte[]> bytes, std::size_t size, std::size_t alignment);
  void link(const void* member, std::size_t to_chunk, std::size_t to = 0);
  [[nodiscard]] static std::uint32_t checked(std::size_t size);

  std::vector<Chunk> chunks_;
  std::map<std::uintptr_t, std::size_t> places_;  ///< chunks by where they lie now
  std::uintptr_t last_begin_ = 0;                 ///< of the chunk that was linked last: rows are filled one after another
  std::size_t last_chunk_ = no_chunk;
  std::vector<Link> links_;
  WordTable words_;
  std::vector<std::uint32_t> begins_;  ///< by word: where it lies in texts_
  std::string texts_;
};

}  // namespace mizan
