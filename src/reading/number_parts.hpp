#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "reading/figures.hpp"
#include "reading/number_sum.hpp"

namespace mizan {

/// Reads the parts of which numbers are made, and what stands around them: words and figures one by one, the "and" or hyphen that joins them, signs, places behind
/// a decimal word. What they make together is the reader of numbers' to say.
class NumberPartReader : protected FigureReader {
 protected:
  NumberPartReader(const Reading& reading, const Sentence& sentence, const Language& language)
      : FigureReader(reading, sentence), language_(language) {}

  /// The second word of a month's name may be an ordinal too: it is none, and does not go on into the number behind it.
  [[nodiscard]] bool ends_month(std::uint32_t at) const;
  /// The hundred of "87 in the hundred" is a part of the unit.
  [[nodiscard]] std::uint32_t behind_unit(std::uint32_t at) const;
  static bool is_cardinal(const Entry& e) {
    return e.list == List::numerals && e.type != static_cast<std::uint8_t>(NumeralType::ordinal) && e.type != static_cast<std::uint8_t>(NumeralType::vague);
  }
  /// The sign or point that is written on a figure: -5 degrees, .75 percent. Not the hyphen of 10-12, nor the stroke of a list.
  [[nodiscard]] bool is_on_figure(std::uint32_t at, std::string_view mark) const;
  /// minus five. In a language where the word says more than that ("tested negative three times"), it is a sign only behind a word that names nothing.
  [[nodiscard]] bool is_sign_word(std::uint32_t at) const;
  [[nodiscard]] std::optional<NumberPart> part_at(std::uint32_t at, NumberMention& writing) const;
  /// The next part after `at`, over an "and" or a hyphen that joins.
  [[nodiscard]] std::optional<NumberPart> joined_part_at(std::uint32_t at, NumberMention& writing) const;
  /// One sign: 1½, or 1 ½.
  [[nodiscard]] std::optional<NumberPart> vulgar_fraction_at(std::uint32_t at) const;
  [[nodiscard]] NumberSum::Beginning beginning_of(const NumberPart& part) const;
  [[nodiscard]] bool follows_month(std::uint32_t at) const;
  /// The word "between" ends right before `at`, or before its indefinite article.
  [[nodiscard]] bool follows_between(std::uint32_t at) const;
  [[nodiscard]] bool joined_number_at(std::uint32_t at) const;
  /// Behind the word for the decimal mark: the places, figure by figure, or as a number of up to three places.
  struct Places {
    Decimal value;
    std::uint32_t last = 0;
    FoldedOffset end{};
  };
  [[nodiscard]] std::optional<Places> places_at(std::uint32_t at) const;

  const Language& language_;

 private:
  [[nodiscard]] bool stands_before_unit(std::uint32_t at) const;
  /// Three hundred in two words is one part: "twenty and five hundred" is 520, and no 25 hundred.
  void take_detached_hundred(NumberPart& part) const;
  /// 300 thousand behind 4 million, 3 hundred behind 4 thousand: the figure belongs to the scale behind it, and both to the number before them.
  [[nodiscard]] bool is_before_smaller_scale(const NumberPart& figure) const;
  [[nodiscard]] bool preceded_by_article(std::uint32_t at) const;
  /// zero zero five, five two, or five and twenty: single figures side by side, of which in Arabic only zeros stand before a number.
  [[nodiscard]] std::optional<Places> places_in_words(std::uint32_t at) const;
  [[nodiscard]] static bool is_below_thousand(const NumberPart& part);
};

}  // namespace mizan
