#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <ostream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "text/word_table.hpp"

namespace mizan {

// What a compiled pack is made of: values that lie in one run of bytes and reach each other by distance, so that the bytes may be mapped anywhere and are read
// where they lie. None may be copied, for a copy would reach somewhere else. FlatWriter makes them; Bounds says whether all of them stay inside.

/// A run of values behind this member, in the same block.
template <class T>
class Array {
 public:
  Array() = default;
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;

  [[nodiscard]] const T* data() const { return reinterpret_cast<const T*>(reinterpret_cast<std::uintptr_t>(this) + distance_); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T* begin() const { return data(); }
  [[nodiscard]] const T* end() const { return data() + size_; }
  [[nodiscard]] const T& operator[](std::size_t i) const { return data()[i]; }
  operator std::span<const T>() const { return {data(), size_}; }

 private:
  friend class FlatWriter;
  friend class Bounds;
  std::uint32_t distance_ = 0;  ///< in bytes from this very member
  std::uint32_t size_ = 0;
};

/// A string of a pack. Where a std::string is asked for it makes one.
class Text {
 public:
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
  operator std::string_view() const { return view(); }
  operator std::string() const { return std::string(view()); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] char front() const { return view().front(); }
  [[nodiscard]] bool ends_with(std::string_view end) const { return view().ends_with(end); }
  [[nodiscard]] std::size_t find(std::string_view part) const { return view().find(part); }
  [[nodiscard]] std::size_t find(char part) const { return view().find(part); }

  friend bool operator==(const Text& a, const Text& b) { return a.view() == b.view(); }
  friend bool operator==(const Text& a, std::string_view b) { return a.view() == b; }
  friend std::string operator+(std::string a, const Text& b) { return a.append(b.view()); }
  friend std::string operator+(const Text& a, std::string_view b) { return std::string(a.view()).append(b); }
  friend std::ostream& operator<<(std::ostream& out, const Text& text) { return out << text.view(); }

 private:
  friend class FlatWriter;
  friend class Bounds;
  Array<char> bytes_;
};

/// Distinct texts, in byte order.
class TextSet {
 public:
  [[nodiscard]] bool contains(std::string_view text) const {
    return std::binary_search(texts_.begin(), texts_.end(), text, [](std::string_view a, std::string_view b) { return a < b; });
  }
  [[nodiscard]] bool empty() const { return texts_.empty(); }
  [[nodiscard]] const Text* begin() const { return texts_.begin(); }
  [[nodiscard]] const Text* end() const { return texts_.end(); }
  /// The text, where there is one only; else empty.
  [[nodiscard]] std::string_view only() const { return texts_.size() == 1 ? texts_.begin()->view() : std::string_view(); }

 private:
  friend class FlatWriter;
  friend class Bounds;
  Array<Text> texts_;
};

/// Values by name, in the byte order of the names. Where they are many, a look-up is one hash: halving thousands of them waits for memory at each step.
template <class T>
class FlatMap {
 public:
  struct Item {
    Text first;
    T second;
  };
  /// More of them have slots_.
  static constexpr std::size_t few = 8;
  [[nodiscard]] const Item* begin() const { return items_.begin(); }
  [[nodiscard]] const Item* end() const { return items_.end(); }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  /// end() where the name is not there.
  [[nodiscard]] const Item* find(std::string_view name) const {
    if (slots_.empty()) return std::find_if(begin(), end(), [&](const Item& item) { return item.first == name; });
    const WordId found = slots_[slot_of_word(slots_, hash_of_word(name), [&](WordId item) { return items_[item].first == name; })].word;
    return found == WordTable::no_word ? end() : begin() + found;
  }
  [[nodiscard]] bool contains(std::string_view name) const { return find(name) != end(); }
  [[nodiscard]] const T& at(std::string_view name) const {
    const auto found = find(name);
    if (found == end()) throw std::out_of_range("no " + std::string(name));
    return found->second;
  }

 private:
  friend class FlatWriter;
  friend class Bounds;
  Array<Item> items_;
  Array<WordSlot> slots_;
};

/// Does all that a block holds lie inside it? Asked once, when the block is opened; then it is read without asking.
class Bounds {
 public:
  explicit Bounds(std::string_view block) : begin_(reinterpret_cast<std::uintptr_t>(block.data())), end_(begin_ + block.size()) {}

  /// The first value of the block; nullptr where the block has no room for it or lies askew.
  template <class T>
  [[nodiscard]] const T* root() const {
    return end_ - begin_ >= sizeof(T) && begin_ % alignof(T) == 0 ? reinterpret_cast<const T*>(begin_) : nullptr;
  }
  /// Is the whole run inside? The member itself must be.
  template <class T>
  [[nodiscard]] bool holds(const Array<T>& array) const {
    const auto at = reinterpret_cast<std::uintptr_t>(&array) + array.distance_;
    return array.size_ == 0 || (at <= end_ && at % alignof(T) == 0 && (end_ - at) / sizeof(T) >= array.size_);
  }
  [[nodiscard]] bool holds(const Text& text) const { return holds(text.bytes_); }
  [[nodiscard]] bool holds(const TextSet& set) const { return holds_all(set.texts_, [this](const Text& text) { return holds(text); }); }
  /// Any byte but 0 and 1 is no bool.
  [[nodiscard]] static bool is_flag(const bool& flag) { return *reinterpret_cast<const unsigned char*>(&flag) <= 1; }
  /// The run, and what `each` asks of every value in it.
  template <class T, class Each>
  [[nodiscard]] bool holds_all(const Array<T>& array, Each each) const {
    return holds(array) && std::all_of(array.begin(), array.end(), each);
  }
  template <class T, class Each>
  [[nodiscard]] bool holds_all(const FlatMap<T>& map, Each each) const {
    return holds_slots(map.slots_, map.items_.size()) && (map.slots_.empty() == (map.size() <= FlatMap<T>::few)) &&
           holds_all(map.items_, [&](const auto& item) { return holds(item.first) && each(item.second); });
  }
  /// Slots of so many words: none but theirs, and a free one at which a look-up ends.
  [[nodiscard]] bool holds_slots(const Array<WordSlot>& slots, std::size_t words) const {
    if (slots.empty()) return true;
    if (!holds(slots) || !std::has_single_bit(slots.size())) return false;
    std::size_t used = 0;
    for (const auto& slot : slots) {
      if (slot.word != WordTable::no_word && slot.word >= words) return false;
      used += slot.word != WordTable::no_word;
    }
    return used < slots.size();
  }
  [[nodiscard]] bool holds(const FlatMap<Text>& map) const {
    return holds_all(map, [this](const Text& text) { return holds(text); });
  }

 private:
  std::uintptr_t begin_, end_;
};

}  // namespace mizan
