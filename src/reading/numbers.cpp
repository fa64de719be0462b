#include "reading/numbers.hpp"

#include <algorithm>

#include "reading/figures.hpp"

namespace mizan {
namespace {

using Part = NumberPart;

class NumberReader : private FigureReader {
 public:
  NumberReader(const Reading& reading, const Sentence& sentence, const Language& language)
      : FigureReader(reading, sentence), language_(language) {}

  std::vector<NumberMention> run() {
    std::vector<NumberMention> numbers;
    for (std::uint32_t at = sentence_.first; at < sentence_.last;) {
      if (const auto behind = behind_longer_numeral(at)) {
        at = behind;
      } else if (auto number = read_at(at)) {
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
  /// Behind an ordinal or a vague word that holds more words than the cardinal here: twelfth, several hundred. 0 where there is none.
  std::uint32_t behind_longer_numeral(std::uint32_t at) const {
    if (is_number(at)) return 0;
    const Atom* numeral = longest_at(at, [](const Entry& e) { return e.list == List::numerals; });
    if (!numeral || is_cardinal(*numeral->entry)) return 0;
    const Atom* cardinal = longest_at(at, is_cardinal);
    return numeral->last > (cardinal ? cardinal->last : at + 1) ? numeral->last : 0;
  }

  /// The hundred of "87 in the hundred" is a part of the unit.
  std::uint32_t behind_unit(std::uint32_t at) const {
    const Atom* unit = longest_at(at, [](const Entry& e) { return e.list == List::units; });
    return unit && unit->last > at + 1 ? unit->last : at;
  }

  static bool is_cardinal(const Entry& e) {
    return e.list == List::numerals && e.type != static_cast<std::uint8_t>(NumeralType::ordinal) && e.type != static_cast<std::uint8_t>(NumeralType::vague);
  }

  /// The sign or point that is written on a figure: -5 degrees, .75 percent. Not the hyphen of 10-12, nor the stroke of a list.
  bool is_on_figure(std::uint32_t at, std::string_view mark) const {
    return is_mark(at, mark) && is_number(at + 1) && glued(at + 1) && (at == sentence_.first || (!glued(at) && !is_number(at - 1))) && !token(at).break_before;
  }

  std::optional<NumberMention> figure_with_sign(std::uint32_t at) const {
    const bool minus = is_on_figure(at, "-"), point = is_on_figure(at, ".");
    if (!minus && !point) return std::nullopt;
    auto number = read_at(at + 1);
    if (!number) return std::nullopt;
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

  std::optional<Part> part_at(std::uint32_t at, NumberMention& writing) const {
    if (at >= sentence_.last) return std::nullopt;
    if (auto literal = figure_at(at, writing)) return literal;
    const Atom* atom = longest_at(at, is_cardinal);
    if (!atom) return std::nullopt;
    Part part;
    part.type = static_cast<NumeralType>(atom->entry->type);
    part.value = atom->entry->value;
    part.first = atom->first;
    part.last = atom->last;
    part.begin = atom->begin;
    part.end = atom->end;
    part.conjunction = atom->conjunction;
    part.article = atom->article;
    part.plural = longest_at(at, [](const Entry& e) { return e.list == List::numerals && e.type == static_cast<std::uint8_t>(NumeralType::vague); }) != nullptr;
    return part;
  }

  /// The next part after `at`, over an "and" or a hyphen that joins.
  std::optional<Part> joined_part_at(std::uint32_t at, NumberMention& writing) const {
    if (at >= sentence_.last || token(at).break_before) return std::nullopt;
    if (is_mark(at, "-") && glued(at) && glued(at + 1) && !is_number(at + 1)) {
      auto part = part_at(at + 1, writing);
      if (part) part->hyphen = true;
      return part;
    }
    if (is_word(at, "and") && !longest_at(at, is_cardinal)) {
      auto part = part_at(at + 1, writing);
      if (!part && is_word(at + 1, "article")) part = part_at(at + 2, writing);
      if (part) part->conjunction = true;
      return part;
    }
    return part_at(at, writing);
  }

  static std::int64_t integer(const Decimal& value) {
    std::int64_t result = value.mantissa;
    for (std::int32_t i = 0; i < value.exponent && i < 18; ++i) result *= 10;
    return value.exponent < 0 ? -1 : result;
  }

  /// The sum so far: closed scale groups, and the group at hand.
  struct Sum {
    Decimal total, group;
    std::int64_t group_scale = 1, limit = INT64_MAX;  ///< a later group must stay below the scale of the group before it
    bool open = false;
    bool ended = false;  ///< a fraction closed it
    NumeralType last = NumeralType::digit;
    bool last_literal = false;
  };

  static bool add_to(Decimal& a, const Decimal& b) {
    const auto sum = add(a, b);
    if (sum) a = *sum;
    return sum.has_value();
  }

  /// Takes the part into the sum, or says that it does not belong to this number.
  bool take(Sum& sum, const Part& part) const {
    if (sum.ended) return false;
    const bool first = !sum.open;
    const bool joined = part.conjunction;
    const bool multiplies = part.type == NumeralType::scale || part.type == NumeralType::scale_glued || part.type == NumeralType::dozen ||
                            part.type == NumeralType::hundred;
    const std::int64_t value = integer(part.value);
    if (!part.literal && part.type == NumeralType::scale_glued && (first || !sum.last_literal || token(part.first).space_before)) return false;
    if (first) {
      if (multiplies && !part.literal && part.type != NumeralType::hundred) {
        if (part.plural) return false;
        if (!language_.adds_by_conjunction && part.type != NumeralType::dozen && !preceded_by_article(part.first)) return false;
        if (part.type == NumeralType::dozen && !preceded_by_article(part.first)) return false;
      }
      if (part.type == NumeralType::hundred && !language_.adds_by_conjunction && !preceded_by_article(part.first)) return false;
      sum.group = part.value;
      sum.group_scale = multiplies && !part.literal ? value : part.type == NumeralType::scaled ? scale_of(value) : 1;
      if (part.type == NumeralType::hundred) sum.group_scale = 1;
      sum.open = true;
      sum.last = part.type;
      sum.last_literal = part.literal;
      return true;
    }
    if (part.type == NumeralType::fraction && !part.literal) {
      // a million and a half, two and a half: a fraction of the last scale.
      if (!joined) return false;
      const auto share = multiply(part.value, make_decimal(sum.group_scale));
      if (!share || !add_to(sum.group, *share)) return false;
      sum.ended = sum.group_scale != 1;
      sum.last = part.type;
      return true;
    }
    if (multiplies && !part.literal && !joined) {
      if (part.type == NumeralType::hundred) {
        const std::int64_t ones = integer(sum.group);
        if (sum.group_scale != 1 || ones < 1 || ones > 99 || sum.last_literal) return false;
      } else if (part.type == NumeralType::dozen && (sum.group_scale != 1 || integer(sum.group) > 99)) {
        return false;
      } else if (value <= 1000 && sum.group_scale >= value && sum.group_scale != 1) {
        return false;
      }
      if (sum.limit != INT64_MAX && value > sum.limit) {
        if (!add_to(sum.group, sum.total)) return false;
        sum.total = {};
        sum.limit = INT64_MAX;
      }
      const auto product = multiply(sum.group, part.value);
      if (!product || (sum.limit != INT64_MAX && compare(*product, make_decimal(sum.limit)) >= 0)) return false;
      sum.group = *product;
      if (part.type != NumeralType::hundred) sum.group_scale *= value;
      sum.last = part.type;
      return true;
    }
    return add_part(sum, part, value, joined);
  }

  static std::int64_t scale_of(std::int64_t value) {
    std::int64_t scale = 1;
    while (value >= scale * 1000) scale *= 1000;
    return scale;
  }

  bool preceded_by_article(std::uint32_t at) const { return at > sentence_.first && is_word(at - 1, "article"); }

  bool add_part(Sum& sum, const Part& part, std::int64_t value, bool joined) const {
    if (value < 0 || part.type == NumeralType::fraction) return false;
    const bool with_conjunction = language_.adds_by_conjunction;
    if (with_conjunction && !joined) return false;
    if (!with_conjunction && joined && sum.last != NumeralType::hundred && sum.last != NumeralType::scale) return false;
    if (part.literal || sum.last_literal) {
      // 3 million and 500 thousand: figures join only behind a scale.
      if (sum.group_scale == 1 || !with_conjunction) return false;
    }
    const std::int64_t own = part.type == NumeralType::scaled || part.type == NumeralType::scale ? scale_of(value) : 1;
    if (sum.group_scale > 1 || own > 1) {
      if (sum.group_scale <= value) return false;
      if (!add_to(sum.total, sum.group)) return false;
      sum.limit = sum.group_scale;
      sum.group = part.value;
      sum.group_scale = own;
    } else {
      const std::int64_t group = integer(sum.group);
      const std::int64_t ones = group % 10, tens = group % 100;
      const bool ones_then_ten = with_conjunction && part.type == NumeralType::ten && tens > 0 && tens < 10;  // one and twenty
      const bool fits = part.type == NumeralType::digit ? (ones == 0 && tens != 10 && sum.last != NumeralType::digit && (tens >= 20 || tens == 0))
                        : part.type == NumeralType::teen || part.type == NumeralType::ten ? (tens == 0 && group >= 100) || ones_then_ten
                                                                                           : false;
      if (!fits || value == 0) return false;
      if (!add_to(sum.group, part.value)) return false;
    }
    sum.last = part.type;
    sum.last_literal = part.literal;
    return true;
  }

  std::optional<NumberMention> read_at(std::uint32_t at) const {
    if (auto number = figure_with_sign(at)) return number;
    NumberMention number;
    auto part = part_at(at, number);
    if (!part) return std::nullopt;
    if (part->type == NumeralType::fraction && !part->literal) return fraction_at(*part);
    Sum sum;
    if (!take(sum, *part)) return std::nullopt;
    number.first = at;
    number.begin = part->begin;
    number.conjunction = part->conjunction;
    number.article = part->article;
    number.in_words = !part->literal;
    Part end = *part;
    NumberMention ignored;
    while (auto next = joined_part_at(end.last, ignored)) {
      if (next->literal && !next->conjunction) break;
      if (!take(sum, *next)) {
        if (!next->literal && !end.literal && !next->conjunction && next->type != NumeralType::fraction) {
          if (const auto year = year_words(sum.group, *next, end)) return finish_year(number, *year, *next);
          if (!next->plural) number.refused = true;
        }
        break;
      }
      number.has_scale |= next->type == NumeralType::scale || next->type == NumeralType::scale_glued;
      end = *next;
      // three million and half the million: the scale after the fraction only repeats it.
      if (sum.ended) {
        auto again = part_at(end.last, ignored);
        if (again && again->type == NumeralType::scale && !again->conjunction) end = *again;
      }
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
    if (at < sentence_.last && is_word(at, "article")) ++at;
    auto scale = part_at(at, ignored);
    if (!scale || scale->literal || scale->conjunction || scale->plural || (scale->type != NumeralType::scale && scale->type != NumeralType::dozen)) return std::nullopt;
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
    return number;
  }

  /// nineteen ninety-nine, twenty twenty-four: two pairs of figures, in a language that adds by standing together.
  std::optional<std::int64_t> year_words(const Decimal& group, const Part& next, const Part& last) const {
    if (language_.adds_by_conjunction || (last.type != NumeralType::teen && last.type != NumeralType::ten)) return std::nullopt;
    const std::int64_t high = integer(group), low = integer(next.value);
    if (high < 10 || high > 21 || (next.type != NumeralType::teen && next.type != NumeralType::ten)) return std::nullopt;
    return high * 100 + low;
  }

  NumberMention finish_year(NumberMention number, std::int64_t year, const Part& tens) const {
    number.last = tens.last;
    number.end = tens.end;
    NumberMention ignored;
    const auto ones = joined_part_at(tens.last, ignored);
    if (tens.type == NumeralType::ten && ones && ones->type == NumeralType::digit && !ones->literal && !ones->conjunction) {
      year += integer(ones->value);
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
      if (beside && a.in_words && b.in_words && !token(b.first).break_before) a.refused = b.refused = true;
      if (a.last + 1 == b.first && token(a.last).kind == TokenKind::mark && glued(a.last) && glued(b.first) && (text(a.last) == "." || text(a.last) == ","))
        a.refused = b.refused = true;
    }
  }

  const Language& language_;
};

}  // namespace

std::vector<NumberMention> read_numbers(const Reading& reading, const Sentence& sentence, const Language& language) {
  return NumberReader(reading, sentence, language).run();
}

}  // namespace mizan
