#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace mizan::test {

/// Throws that are the same on every machine: std::uniform_int_distribution is not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// Both ends included. The remainder leans to small numbers by less than one throw in 2^50: no test sees it.
  int between(int first, int last) { return first + static_cast<int>(engine_() % static_cast<std::uint64_t>(last - first + 1)); }
  bool one_in(int n) { return between(1, n) == 1; }
  template <class List>
  const auto& of(const List& list) {
    return *(std::begin(list) + between(0, static_cast<int>(std::size(list)) - 1));
  }

 private:
  std::mt19937_64 engine_;
};

/// A day, or less of one: a field of 0 is not told. A month of 13 or a day of 31 April may stand here too.
struct Day {
  int year = 0, month = 0, day = 0;
};
[[nodiscard]] std::string edtf(const Day& day);
[[nodiscard]] Day day_of(std::int32_t days);
[[nodiscard]] std::int32_t days_of(const Day& day);

enum class Tense { past, future };

/// What a date expression has to say, before it is put into words.
struct Drawn {
  Day a{}, b{}, c{};  ///< the points; patterns name them {d} {M} {y}, {d2} {M2} {y2}, {d3}
  std::vector<std::string> expected{};  ///< EDTF of its claims, in order of place
  std::vector<std::string> accept{};  ///< what is as right
  std::vector<std::string> partial{};  ///< what is true, but less exact in a way that its EDTF does not show
  Tense tense = Tense::past;
  int number = 0;  ///< {n} {N} {O}: of three days ago, of the third quarter
};

enum class Needs {
  nothing,
  dateline,     ///< it says less than a date: the article's day gives the rest
  no_dateline,  ///< its value is told only where nothing can be filled in
  own_article,  ///< the habits of an article decide how it is read, and it would decide how others are
};
enum class Promise {
  read,         ///< the value is read, all but one time in a hundred
  never_wrong,  ///< more than one value is possible, or it is rare: nothing, or the right one
};

/// One way to write dates: what is drawn, and patterns for it. Before the first `|` and behind the second stands what the
/// sentence says but the date does not need: "in the |{d} {M} {y}| attack".
struct DateForm {
  std::string lang, name;
  Needs needs = Needs::nothing;
  Promise promise = Promise::read;
  bool is_span = false;  ///< stands in sentences about what lasts
  std::function<Drawn(Dice&, std::int32_t dateline)> draw;
  std::vector<std::string> patterns;
  std::string aside{};  ///< another sentence of the article, which shows its habit
};

/// All forms of both languages.
[[nodiscard]] const std::vector<DateForm>& date_forms();

/// A date expression in a sentence of news.
struct SpelledDate {
  const DateForm* form = nullptr;
  std::string pattern, sentence;
  std::size_t begin = 0, end = 0;  ///< bytes of the expression in the sentence
  bool opens = false;              ///< it is the first of the sentence, with what leads it
  std::vector<std::string> expected, accept, partial;

  [[nodiscard]] std::string phrase() const { return sentence.substr(begin, end - begin); }
};
[[nodiscard]] SpelledDate spell(const DateForm& form, Dice& dice, std::int32_t dateline);
/// `drawn` in the words of one pattern.
[[nodiscard]] SpelledDate spell(const DateForm& form, const std::string& pattern, const Drawn& drawn, Dice& dice);

/// 31 April, 30 February, 32 January, 29 February of a year that has none.
[[nodiscard]] Day impossible_day(Dice& dice);

}  // namespace mizan::test
