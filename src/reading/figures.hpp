#pragma once
#include <optional>
#include <string_view>

#include "reading/reading.hpp"

namespace mizan {

/// One numeral word or one figure of a number.
struct NumberPart {
  NumeralType type = NumeralType::digit;
  bool literal = false;
  Decimal value;
  std::uint32_t first = 0, last = 0;
  FoldedOffset begin{}, end{};
  bool conjunction = false, article = false, hyphen = false, plural = false;
  bool dual_or_accusative = false, space_before = false;
  bool beside = false;  ///< 3 hundred in 4 thousand 3 hundred: the smaller scale behind it joins it to the number
};

/// Reads figures out of a sentence's tokens; what asks them is shared with the reader of number words.
class FigureReader {
 public:
  FigureReader(const Reading& reading, const Sentence& sentence) : reading_(reading), sentence_(sentence) {}

  /// A figure: 12, 1,234,567, 12.5, in either digits. `number` gets what its writing tells.
  [[nodiscard]] std::optional<NumberPart> figure_at(std::uint32_t at, NumberMention& number) const;

 protected:
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }
  std::string_view text(std::uint32_t i) const { return reading_.text(token(i)); }
  bool is_mark(std::uint32_t i, std::string_view mark) const { return i < sentence_.last && token(i).kind == TokenKind::mark && text(i) == mark; }
  bool glued(std::uint32_t i) const { return i < sentence_.last && !token(i).space_before; }
  bool is_number(std::uint32_t i) const { return i < sentence_.last && token(i).kind == TokenKind::number; }

  template <class Accept>
  const Atom* longest_at(std::uint32_t at, Accept accept) const {
    for (const auto& atom : sentence_.atoms_at(at))
      if (atom.entry && accept(*atom.entry)) return &atom;
    return nullptr;
  }

  bool is_word(std::uint32_t at, WordList list) const {
    return longest_at(at, [&](const Entry& e) { return e.is_word(list); }) != nullptr;
  }

  const Reading& reading_;
  const Sentence& sentence_;

 private:
  [[nodiscard]] std::uint32_t behind_spaced_groups(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_indian_groups(std::uint32_t at) const;
};

}  // namespace mizan
