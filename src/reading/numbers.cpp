#include "reading/numbers.hpp"

#include <algorithm>

#include "reading/number_parts.hpp"
#include "reading/number_sum.hpp"

namespace mizan {
namespace {

using Part = NumberPart;

class NumberReader : private NumberPartReader {
 public:
  NumberReader(const Reading& reading, const Sentence& sentence, const Language& language)
      : NumberPartReader(reading, sentence, language) {}

  std::vector<NumberMention> run() {
    std::vector<NumberMention> numbers;
    for (std::uint32_t at = sentence_.first; at < sentence_.last;) {
      if (!may_begin(at)) {
        ++at;
      } else if (const auto behind = behind_longer_numeral(at)) {
        at = behind;
      } else if (auto number = read_at(at)) {
        if (follows_between(at)) number = read_between(at).value_or(*number);
        at = behind_unit(number->last);
        numbers.push_back(*number);
      } else {
        ++at;
      }
    }
    refuse_neighbours(numbers);
    return numbers;
  }

 private:
  /// Most words begin no number, and are not asked twice: a figure does, a sign before one, a word of the numerals or of a sign.
  bool may_begin(std::uint32_t at) const {
    const Token& token = reading_.tokens[at];
    if (token.kind == TokenKind::number) return true;
    if (token.kind == TokenKind::mark && at + 1 < sentence_.last && reading_.tokens[at + 1].kind == TokenKind::number) return true;
    const auto atoms = sentence_.atoms_at(at);
    return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
      return atom.list == List::numerals || atom.is_word("minus") || atom.is_word("minus-behind-function");
    });
  }

  /// How far a reading may go: so many "and"s, and only orders of words that no "between" can have parted.
  struct Limits {
    int joins = 100;
    bool strict_order = false;
  };

  /// Behind an ordinal or a vague word that holds more words than the cardinal here: twelfth, several hundred. 0 where there is none.
  std::uint32_t behind_longer_numeral(std::uint32_t at) const {
    if (is_number(at) || ends_month(at)) return 0;
    const Atom* numeral = longest_at(at, [](const Entry& e) { return e.list == List::numerals; });
    if (!numeral || is_cardinal(*numeral->entry)) return 0;
    const Atom* cardinal = longest_at(at, is_cardinal);
    return numeral->last > (cardinal ? cardinal->last : at + 1) ? numeral->last : 0;
  }

  std::optional<NumberMention> figure_with_sign(std::uint32_t at, Limits limits) const {
    const bool word = is_sign_word(at);
    const bool minus = word || is_on_figure(at, "-"), point = is_on_figure(at, ".");
    if ((!minus && !point) || (word && at + 1 < sentence_.last && (token(at + 1).break_before || is_sign_word(at + 1)))) return std::nullopt;
    auto number = read_at(at + 1, limits);
    if (!number || number->conjunction) return std::nullopt;
    if (word && is_mark(number->last, "-") && glued(number->last)) return std::nullopt;  // negative 5-year bonds
    number->first = at;
    number->begin = token(at).begin;
    if (minus) {
      number->value.mantissa = -number->value.mantissa;
    } else if (number->digits == 0 || number->has_scale) {
      number->refused = true;
    } else {
      number->value = make_decimal(number->value.mantissa, number->value.exponent - number->digits);
      number->decimal = true;
    }
    number->leading_zero = false;
    number->digits = 0;
    return number;
  }

  static std::int32_t exponent_of(std::int64_t scale) {
    std::int32_t exponent = 0;
    for (; scale >= 10; scale /= 10) ++exponent;
    return exponent;
  }

  /// Behind "between" one "and" parts two numbers: between five and twenty, and not 25. The first "and" that leaves a larger number behind it is that one.
  /// Orders of words that leave no doubt are tried first.
  std::optional<NumberMention> read_between(std::uint32_t at) const {
    if (auto low = read_between(at, true)) return low;
    if (auto low = read_between(at, false)) return low;
    return read_at(at);
  }

  std::optional<NumberMention> read_between(std::uint32_t at, bool strict_order) const {
    const auto whole = read_at(at);
    for (int joins = 0; whole; ++joins) {
      auto low = read_at(at, Limits{joins, strict_order});
      if (low && low->last > whole->last) break;
      if (low && !low->refused) {
        std::uint32_t next = low->last;
        NumberMention ignored;
        const auto glued_part = part_at(next, ignored);
        const bool detached = is_word(next, "and") && !longest_at(next, is_cardinal);
        if (detached) ++next;
        if (detached && next < sentence_.last && is_word(next, "indefinite")) ++next;
        const auto high = detached || (glued_part && glued_part->conjunction) ? read_at(next, Limits{100, strict_order}) : std::nullopt;
        const bool ends = high && !high->refused && !joined_number_at(high->last);
        if (ends && compare(low->value, high->value) == std::strong_ordering::less) return low;
      }
      if (low && low->last == whole->last) break;
      if (joins > 8) break;
    }
    return std::nullopt;
  }

  /// "one million, two hundred thousand": a comma between groups of number words, where what follows is the smaller group and no number of its own.
  std::optional<NumberMention> group_behind_comma(const NumberSum& sum, const Part& end) const {
    if (language_.adds_by_conjunction || sum.ended || sum.group_scale < 1000 || end.literal || end.type != NumeralType::scale) return std::nullopt;
    if (!is_mark(end.last, ",") || !glued(end.last) || end.last + 1 >= sentence_.last || token(end.last + 1).break_before) return std::nullopt;
    auto rest = read_at(end.last + 1);
    if (!rest || !rest->in_words || rest->conjunction || rest->is_year_words || rest->value.exponent < 0) return std::nullopt;
    const bool smaller = compare(rest->value, make_decimal(sum.group_scale)) == std::strong_ordering::less;
    return smaller ? rest : std::nullopt;
  }

  std::optional<NumberMention> read_at(std::uint32_t at) const { return read_at(at, Limits{}); }

  std::optional<NumberMention> read_at(std::uint32_t at, Limits limits) const {
    if (auto number = figure_with_sign(at, limits)) return number;
    NumberMention number;
    auto part = part_at(at, number);
    if (!part) return std::nullopt;
    if (part->type == NumeralType::fraction && !part->literal) return fraction_at(*part);
    NumberSum sum(language_.adds_by_conjunction, limits.strict_order);
    if (!sum.begin(*part, beginning_of(*part))) return std::nullopt;
    number.first = at;
    number.begin = part->begin;
    number.conjunction = part->conjunction;
    number.article = part->article;
    number.in_words = !part->literal;
    Part end = *part;
    NumberMention ignored;
    if (part->literal && number.digits == 0) ignored.refused = true;
    if (const auto year = year_with_zero(*part)) {
      number.value = make_decimal(year->first);
      number.last = year->second.last;
      number.end = year->second.end;
      number.digits = 0;
      number.is_year_words = true;
      return number;
    }
    while (true) {
      if (const auto places = places_at(end.last); places && !ignored.refused && sum.take_places(places->value)) {
        number.decimal = true;
        end.last = places->last;
        end.end = places->end;
      }
      if (const auto vulgar = vulgar_fraction_at(end.last); vulgar && end.literal && !number.decimal && sum.group_scale == 1 && sum.total.mantissa == 0) {
        if (!is_exact(*vulgar) || !add_to(sum.group, vulgar->value)) number.refused = true;
        number.decimal = sum.decimal = true;
        end.last = vulgar->last;
        end.end = vulgar->end;
      }
      if (const auto rest = group_behind_comma(sum, end)) {
        // "two million, three people said": what is below a hundred may as well begin something new.
        if (rest->refused || compare(rest->value, make_decimal(100)) == std::strong_ordering::less || !add_to(sum.group, rest->value)) number.refused = true;
        end.last = rest->last;
        end.end = rest->end;
        number.scale_exponent = 0;
        break;
      }
      const auto next = joined_part_at(end.last, ignored);
      if (!next || (next->literal && !next->conjunction && !next->beside)) break;
      if (is_year_of_figures(at, number.digits) && !next->conjunction && end.last == part->last) break;
      if (next->conjunction && limits.joins-- == 0) break;
      if (!sum.take(*next)) {
        // five and twenty and a hundred and six: a numeral that is joined on and does not fit leaves no number that is sure.
        if (language_.adds_by_conjunction && next->conjunction && !next->literal && !end.literal && !follows_between(at) && limits.joins > 50) number.refused = true;
        if (next->type == NumeralType::fraction && next->conjunction) number.refused = true;
        if (!next->literal && !end.literal && !next->conjunction && next->type != NumeralType::fraction) {
          if (const auto year = year_words(sum.group, *next, end)) return finish_year(number, *year, *next);
          if (!next->plural && !parts_day_from_year(number.first, sum, *next)) number.refused = true;
        }
        break;
      }
      const bool scale = next->type == NumeralType::scale || next->type == NumeralType::scale_glued;
      number.has_scale |= scale;
      // "two to three hundred": in English the hundred is told once for both, as a scale is.
      const bool hundred = next->type == NumeralType::hundred && !language_.adds_by_conjunction && end.last == part->last;
      number.scale_exponent = next->conjunction ? 0 : scale ? exponent_of(sum.group_scale) : hundred ? 2 : 0;
      end = *next;
      if (sum.ended && !take_scale_of_fraction(sum, *next, end)) number.refused = true;
    }
    if (!add_to(sum.total, sum.group)) number.refused = true;
    number.value = sum.total;
    number.has_scale |= part->type == NumeralType::scale || part->type == NumeralType::scaled;
    if (number.has_scale && number.other_value) settle_scaled(number, *part);
    if (number.has_scale || end.last != part->last) number.digits = 0;
    number.last = end.last;
    number.end = end.end;
    return number;
  }

  /// "In the year 2026 a million homes": four figures right behind the word year have no scale.
  bool is_year_of_figures(std::uint32_t at, std::int32_t digits) const {
    constexpr std::int32_t kYearDigits = 4;
    return digits == kYearDigits && sentence_.word_before(at, "year-word") != nullptr;
  }

  /// three million and half the million: the scale after the fraction only repeats it. A billion and half a million: or it is a smaller one.
  bool take_scale_of_fraction(NumberSum& sum, const Part& fraction, Part& end) const {
    NumberMention ignored;
    const std::uint32_t at = end.last < sentence_.last && is_word(end.last, "article") ? end.last + 1 : end.last;
    const auto scale = part_at(at, ignored);
    if (!scale || scale->literal || scale->conjunction || scale->type != NumeralType::scale) return true;
    const auto told = integer_of(scale->value);
    end = *scale;
    if (told == sum.group_scale) return true;
    const auto taken = multiply(fraction.value, make_decimal(-sum.group_scale)), given = multiply(fraction.value, scale->value);
    return told < sum.group_scale && taken && given && add_to(sum.group, *taken) && add_to(sum.group, *given);
  }

  /// 1.234 billion: before a scale the mark is a decimal one.
  static void settle_scaled(NumberMention& number, const Part& part) {
    const auto scaled = multiply(number.value, make_decimal(1, -3));
    if (scaled && part.literal) number.value = *scaled;
    number.other_value.reset();
  }

  /// half a million.
  std::optional<NumberMention> fraction_at(const Part& fraction) const {
    NumberMention ignored;
    std::uint32_t at = fraction.last;
    if (at < sentence_.last && is_word(at, "of")) ++at;
    if (at < sentence_.last && is_word(at, "article")) ++at;
    auto scale = at < sentence_.last ? part_at(at, ignored) : std::nullopt;
    if (!scale || scale->literal || scale->conjunction || scale->plural || (scale->type != NumeralType::scale && scale->type != NumeralType::dozen))
      return std::nullopt;
    const auto value = multiply(fraction.value, scale->value);
    if (!value) return std::nullopt;
    NumberMention number;
    number.first = fraction.first;
    number.last = scale->last;
    number.begin = fraction.begin;
    number.end = scale->end;
    number.value = *value;
    number.in_words = number.has_scale = true;
    number.conjunction = fraction.conjunction;
    number.refused = !is_exact(fraction);
    return number;
  }

  /// nineteen ninety-nine, twenty twenty-four: two pairs of figures, in a language that adds by standing together.
  std::optional<std::int64_t> year_words(const Decimal& group, const Part& next, const Part& last) const {
    if (language_.adds_by_conjunction || (last.type != NumeralType::teen && last.type != NumeralType::ten)) return std::nullopt;
    const std::int64_t high = integer_of(group), low = integer_of(next.value);
    if (high < 10 || high > 21 || (next.type != NumeralType::teen && next.type != NumeralType::ten)) return std::nullopt;
    return high * 100 + low;
  }

  /// nineteen oh one: the year, and the part that it ends with.
  std::optional<std::pair<std::int64_t, Part>> year_with_zero(const Part& century) const {
    if (century.literal || (century.type != NumeralType::teen && century.type != NumeralType::ten) || !is_word(century.last, "year-zero")) return std::nullopt;
    NumberMention ignored;
    const auto ones = part_at(century.last + 1, ignored);
    const std::int64_t high = integer_of(century.value);
    if (!ones || ones->literal || ones->conjunction || ones->type != NumeralType::digit || ones->value.mantissa == 0 || high < 10 || high > 21) return std::nullopt;
    return std::pair(high * 100 + ones->value.mantissa, *ones);
  }

  /// January twenty one two thousand and eighteen: behind a month a day and a year may stand side by side, where the day can go no further.
  bool parts_day_from_year(std::uint32_t first, const NumberSum& sum, const Part& next) const {
    if (language_.adds_by_conjunction || sum.group_scale != 1 || sum.total.mantissa != 0 || !follows_month(first)) return false;
    const std::int64_t day = integer_of(sum.group);
    const auto year = day >= 1 && day <= 31 ? read_at(next.first) : std::nullopt;
    return year && is_told_year(*year);
  }

  static bool is_told_year(const NumberMention& number) {
    return !number.refused && number.in_words && compare(number.value, make_decimal(1000)) == std::strong_ordering::greater &&
           compare(number.value, make_decimal(2200)) == std::strong_ordering::less;
  }

  NumberMention finish_year(NumberMention number, std::int64_t year, const Part& tens) const {
    number.last = tens.last;
    number.end = tens.end;
    NumberMention ignored;
    const auto ones = joined_part_at(tens.last, ignored);
    if (tens.type == NumeralType::ten && ones && ones->type == NumeralType::digit && !ones->literal && !ones->conjunction) {
      year += integer_of(ones->value);
      number.last = ones->last;
      number.end = ones->end;
    }
    number.value = make_decimal(year);
    number.is_year_words = true;
    return number;
  }

  /// 10 000 is ten thousand or two numbers: neither is read. A number glued to another by a point or a colon is a part of something else.
  void refuse_neighbours(std::vector<NumberMention>& numbers) const {
    for (std::size_t i = 1; i < numbers.size(); ++i) {
      auto &a = numbers[i - 1], &b = numbers[i];
      const bool beside = a.last == b.first && !b.conjunction;
      const bool could_group = a.digits > 0 && a.digits <= 3 && b.digits == 3 && token(b.first).space_before;
      if (beside && could_group) a.refused = b.refused = true;
      const bool day_and_year = !a.refused && follows_month(a.first) && is_told_year(b);
      if (beside && a.in_words && b.in_words && !token(b.first).break_before && !day_and_year) a.refused = b.refused = true;
      // five and twenty and six: one number badly told, or two; not where "between" parts them.
      if (a.refused && a.last == b.first && a.in_words && b.in_words && b.conjunction) b.refused = true;
      if (a.last + 1 == b.first && token(a.last).kind == TokenKind::mark && glued(a.last) && glued(b.first) && (text(a.last) == "." || text(a.last) == ","))
        a.refused = b.refused = true;
    }
  }
};

}  // namespace

std::vector<NumberMention> read_numbers(const Reading& reading, const Sentence& sentence, const Language& language) {
  return NumberReader(reading, sentence, language).run();
}

}  // namespace mizan
