#pragma once
#include <cstdint>
#include <string_view>

#include "knowledge/flat_writer.hpp"
#include "text/word_table.hpp"

namespace mizan {

/// A WordTable that is done, in a block.
class FlatWords {
 public:
  [[nodiscard]] WordId find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

  static void write(FlatWriter& writer, FlatWords& member, const WordTable& words);
  [[nodiscard]] bool is_inside(const Bounds& bounds) const;

 private:
  [[nodiscard]] std::string_view text(WordId word) const {
    const std::uint32_t begin = word == 0 ? 0 : ends_[word - 1];
    return {bytes_.data() + begin, ends_[word] - begin};
  }
  Array<char> bytes_;
  Array<std::uint32_t> ends_;  ///< by word, in bytes_
  Array<WordSlot> slots_;
};

}  // namespace mizan
