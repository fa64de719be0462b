#pragma once
#include <cstdint>
#include <string>

#include "mizan/value.hpp"
#include "support/random.hpp"

namespace mizan::test {

/// A sentence around one number, and what must be read in it.
struct NumberSentence {
  std::string text, lang;
  std::string expected;  ///< as test::shown writes it
  const char* form;      ///< the sort of writing, for the report of a failure
};

/// How one writer spells English number words.
struct EnglishStyle {
  bool hyphen = true;        ///< twenty-one, not twenty one
  bool and_hundred = true;   ///< one hundred and five, not one hundred five
  bool comma = false;        ///< one million, two hundred thousand
  bool article = false;      ///< a hundred, not one hundred
  bool hundreds = false;     ///< nineteen hundred, not one thousand nine hundred
};
[[nodiscard]] EnglishStyle english_style(Random& random);
/// 0 … 10^15.
[[nodiscard]] std::string english_words(std::int64_t n, const EnglishStyle& style);

/// How one writer spells Arabic number words.
struct ArabicStyle {
  bool feminine = false;       ///< what is counted is feminine
  bool oblique = false;        ///< accusative or genitive
  bool old_hundred = false;    ///< مائة, not مئة
  bool detached = false;       ///< ثلاث مئة, not ثلاثمئة
  bool spaced_and = false;     ///< و خمسون, not وخمسون
  bool ones_first = false;     ///< خمسة ومئة, the order of old prose
  bool colloquial = false;     ///< ثلاثتعش
};
[[nodiscard]] ArabicStyle arabic_style(Random& random);
/// 1 … 10^15. `construct`: a noun in the genitive follows, so duals lose their last letter.
[[nodiscard]] std::string arabic_words(std::int64_t n, const ArabicStyle& style, bool construct = false);

/// How one writer writes digits.
struct FigureStyle {
  std::string group, point;  ///< empty group: none
  int digits = 0;            ///< 0 ASCII, 1 Arabic-Indic, 2 Persian
  bool indian = false;       ///< 12,34,567
};
[[nodiscard]] std::string figures(const Decimal& value, const FigureStyle& style);
[[nodiscard]] std::string with_digits(std::string text, int digits);

/// A number of 0 … 10^15: of every length as often as of every other, many of them round.
[[nodiscard]] std::int64_t draw_whole(Random& random);

[[nodiscard]] NumberSentence english_sentence(Random& random);
[[nodiscard]] NumberSentence arabic_sentence(Random& random);

}  // namespace mizan::test
