#include <utility>
#include <vector>

#include "support/spellers.hpp"

namespace mizan::test {
namespace {

using Row = std::pair<const char*, const char*>;

std::string below_hundred(std::int64_t n, const EnglishStyle& style) {
  static const char* const small[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
                                      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char* const tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (n < 20) return small[n];
  return tens[n / 10] + (n % 10 ? (style.hyphen ? "-" : " ") + std::string(small[n % 10]) : "");
}

std::string below_thousand(std::int64_t n, const EnglishStyle& style, bool first) {
  if (n < 100) return below_hundred(n, style);
  const std::string hundreds = first && style.article && n / 100 == 1 ? "a" : below_hundred(n / 100, style);
  return hundreds + " hundred" + (n % 100 ? (style.and_hundred ? " and " : " ") + below_hundred(n % 100, style) : "");
}

/// A decimal of one to nine places, none of them a last zero.
Decimal draw_decimal(Random& random, int most_places) {
  const auto places = random.between(1, most_places);
  std::int64_t unit = 1;
  for (auto i = places; i > 0; --i) unit *= 10;
  const std::int64_t fraction = random.between(1, unit - 1);
  return make_decimal(random.between(0, random.chance(50) ? 9 : 999) * unit + fraction - (fraction % 10 == 0 ? 1 : 0), static_cast<std::int32_t>(-places));
}

const std::vector<Row> counted = {{"birds", "bird"}, {"states", "state"}, {"people", "person"}, {"tonnes", "tonne"}, {"houses", "house"}, {"seats", "seat"}};
const std::vector<Row> singular = {{"bird", "bird"}, {"state", "state"}, {"person", "person"}, {"tonne", "tonne"}, {"house", "house"}, {"seat", "seat"}};
/// What comes in parts too.
const std::vector<Row> measured = {{"tonnes", "tonne"}, {"percent", "percent"}, {"kilometres", "kilometre"}, {"per cent", "percent"}, {"pct", "percent"},
                                   {"percentage points", "percentage-point"}, {"litres", "litre"}};
const std::vector<Row> frames = {{"They saw ", "."}, {"Officials said ", " were counted."}, {"The report lists ", " in all regions."}, {"It had ", ", he said."},
                                 {"", " are at risk."}};
/// How a qualifier is written, and what stands before the shown number.
const std::vector<Row> bounds = {{"more than ", ">"}, {"over ", ">"}, {"at least ", ">="}, {"no fewer than ", ">="}, {"up to ", "<="}, {"at most ", "<="},
                                 {"fewer than ", "<"},
                                 {"less than ", "<"}, {"about ", "~"}, {"nearly ", "~"}, {"around ", "~"}, {"some ", "~"}, {"exactly ", ""}, {"roughly ", "~"},
                                 {"not more than ", "<="}};

FigureStyle figure_style(Random& random) {
  static const std::vector<FigureStyle> styles = {{",", ".", 0, false}, {"", ".", 0, false}, {"\u00A0", ".", 0, false}, {"\u202F", ",", 0, false},
                                                  {"\u2009", ".", 0, false}, {"'", ".", 0, false}, {"\u2019", ".", 0, false}, {",", ".", 0, true}};
  return random.pick(styles);
}

std::string in_frame(Random& random, const std::string& number, const std::string& noun) {
  const auto& frame = random.pick(frames);
  return frame.first + number + " " + noun + frame.second;
}

NumberSentence words_sentence(Random& random) {
  const std::int64_t n = draw_whole(random);
  const auto& bound = random.chance(30) ? random.pick(bounds) : Row{"", ""};
  const auto style = english_style(random);
  const auto index = random.below(counted.size());
  const auto& noun = n == 1 ? singular[index] : counted[index];
  return {in_frame(random, bound.first + english_words(n, style), noun.first), "en", bound.second + std::to_string(n) + " " + noun.second, "words"};
}

NumberSentence figures_sentence(Random& random) {
  if (random.chance(50)) {
    const std::int64_t n = draw_whole(random);
    const auto index = random.below(counted.size());
    const auto& noun = n == 1 ? singular[index] : counted[index];
    const auto& bound = random.chance(30) ? random.pick(bounds) : Row{"", ""};
    return {in_frame(random, bound.first + figures(make_decimal(n), figure_style(random)), noun.first), "en", bound.second + std::to_string(n) + " " + noun.second,
        "figures"};
  }
  Decimal value = draw_decimal(random, 9);
  const auto& noun = random.pick(measured);
  const auto writing = figure_style(random);
  if (value.exponent == -3 && writing.point == ",") value.exponent = -4;  // 5,016 is five thousand, whoever writes it
  return {in_frame(random, figures(value, writing), noun.first), "en", show(value) + " " + noun.second, "decimals"};
}

const std::vector<std::pair<const char*, int>> scales = {{" thousand", 3}, {" million", 6}, {" billion", 9}, {" trillion", 12}, {" lakh", 5}, {" crore", 7}};
const std::vector<std::pair<const char*, int>> short_scales = {{"k", 3}, {"m", 6}, {"bn", 9}, {"tn", 12}, {" mn", 6}, {" bn", 9}};

NumberSentence scale_sentence(Random& random) {
  const auto& scale = random.pick(scales);
  const Decimal value = random.chance(30) ? make_decimal(random.between(1, 999)) : draw_decimal(random, 3);
  const auto total = *multiply(value, make_decimal(1, scale.second));
  const auto& noun = random.pick(measured);
  return {in_frame(random, figures(value, {",", ".", 0, false}) + scale.first, noun.first), "en", show(total) + " " + noun.second, "scale"};
}

NumberSentence mixed_sentence(Random& random) {
  static const std::vector<std::pair<const char*, const char*>> halves = {{"half a million", "500000"}, {"half a billion", "500000000"},
                                                                          {"a quarter of a million", "250000"},
      {"three quarters of a million", "750000"}, {"a million and a half", "1500000"}, {"half a dozen", "6"}, {"a dozen", "12"}};
  if (random.chance(15)) {
    const auto& row = random.pick(halves);
    return {in_frame(random, row.first, "tonnes"), "en", std::string(row.second) + " tonne", "half"};
  }
  if (random.chance(10)) {
    const auto n = random.between(2, 30);
    static const std::vector<Row> endings = {{" years and a half", ".5 year"}, {" and a half years", ".5 year"}, {" and a half hours", ".5 hour"}};
    const auto& half = random.pick(endings);
    return {"It lasted " + english_words(n, english_style(random)) + half.first + ".", "en", std::to_string(n) + half.second, "half"};
  }
  if (random.chance(10)) {
    const auto n = random.between(1, 899), cents = random.between(1, 99);
    return {"It paid " + english_words(n, english_style(random)) + (n == 1 ? " dollar" : " dollars") + " and " + english_words(cents, english_style(random)) +
        (cents == 1 ? " cent." : " cents."), "en", show(make_decimal(n * 100 + cents, -2)) + " USD", "cents"};
  }
  const auto style = english_style(random);
  if (random.chance(30)) {
    const auto n = random.between(2, 99), scale = random.between(2, 4) * 3;
    const char* const word = scale == 6 ? "million" : scale == 9 ? "billion" : "trillion";
    const auto total = *multiply(make_decimal(n * 10 + 5, -1), make_decimal(1, static_cast<std::int32_t>(scale)));
    const bool after = random.chance(50);
    return {in_frame(random, english_words(n, style) + (after ? std::string(" ") + word + " and a half" : std::string(" and a half ") + word), "tonnes"), "en",
        show(total) + " tonne", "half"};
  }
  // Two point five million: the places are told one by one.
  static const char* const digits[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const auto whole = random.between(0, 99), places = random.between(1, 4);
  std::string words = english_words(whole, style) + " point";
  std::int64_t mantissa = whole;
  for (std::int64_t i = 0; i < places; ++i) {
    const auto digit = random.between(i + 1 == places ? 1 : 0, 9);
    words += std::string(" ") + digits[digit];
    mantissa = mantissa * 10 + digit;
  }
  Decimal value = make_decimal(mantissa, static_cast<std::int32_t>(-places));
  const bool scaled = random.chance(50);
  if (scaled) value = *multiply(value, make_decimal(1, 6));
  const auto& noun = random.pick(measured);
  return {in_frame(random, words + (scaled ? " million" : ""), noun.first), "en", show(value) + " " + noun.second, "point"};
}

NumberSentence money_sentence(Random& random) {
  static const std::vector<Row> before = {{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"US$", "USD"}, {"USD ", "USD"}, {"EUR ", "EUR"}, {"¥", "JPY"}, {"₹", "INR"}, {"A$", "AUD"}, {"CHF ", "CHF"}, {"SAR ", "SAR"}, {"C$", "CAD"}};
  static const std::vector<Row> after = {{" dollars", "USD"}, {" euros", "EUR"}, {"€", "EUR"}, {" US dollars", "USD"}, {" USD", "USD"}, {" EUR", "EUR"}, {" Kuwaiti dinars", "KWD"}, {" Egyptian pounds", "EGP"}, {" yen", "JPY"}, {" Swiss francs", "CHF"}};
  Decimal value;
  std::string number;
  if (random.chance(40)) {
    const auto& scale = random.pick(short_scales);
    const Decimal share = random.chance(40) ? make_decimal(random.between(1, 999)) : draw_decimal(random, 2);
    value = *multiply(share, make_decimal(1, scale.second));
    number = figures(share, {",", ".", 0, false}) + scale.first;
  } else {
    value = random.chance(50) ? make_decimal(random.between(100, 99'999'999'999), -2) : make_decimal(random.between(1, 999'999'999));
    number = figures(value, {",", ".", 0, false});
  }
  const bool sign_first = random.chance(50);
  const auto& sign = random.pick(sign_first ? before : after);
  static const std::vector<Row> money_frames = {{"It paid ", "."}, {"They will spend ", " on roads."}, {"He won a ", " contract."},
                                                {"The deal is worth ", ", she said."}};
  const auto& bound = random.chance(20) ? random.pick(bounds) : Row{"", ""};
  const auto& frame = *bound.first ? money_frames[0] : random.pick(money_frames);
  return {frame.first + std::string(bound.first) + (sign_first ? sign.first + number : number + sign.first) + frame.second, "en", bound.second + show(value) + " " +
      sign.second, "money"};
}

NumberSentence negative_sentence(Random& random) {
  const Decimal value = random.chance(50) ? make_decimal(random.between(1, 99)) : draw_decimal(random, 2);
  const bool words = value.exponent >= 0 && random.chance(50);
  static const std::vector<const char*> signs = {"minus ", "-", "\u2212", "negative "};
  const auto& sign = words ? signs[0] : random.pick(signs);
  const std::string number = words ? english_words(value.exponent == 0 ? value.mantissa : value.mantissa * 10, english_style(random)) : show(value);
  static const std::vector<Row> negative_frames = {{"It was ", " on Monday."}, {"Growth was ", "."}, {"The reading fell to ", " overnight."}};
  static const std::vector<Row> nouns = {{" degrees", "degree"}, {" percent", "percent"}, {"%", "percent"}};
  const auto& frame = random.pick(negative_frames);
  const auto& noun = random.pick(nouns);
  if (words && *noun.first == '%') return negative_sentence(random);
  return {frame.first + std::string(sign) + number + noun.first + frame.second, "en", show(make_decimal(-value.mantissa, value.exponent)) + " " + noun.second,
      "negative"};
}

NumberSentence range_sentence(Random& random) {
  const std::int64_t a = random.between(2, 900), b = a + random.between(1, a * 3);
  const auto style = english_style(random);
  const auto& noun = random.pick(counted);
  static const std::vector<std::pair<Row, const char*>> ways = {{{"between ", " and "}, "w"}, {{"between ", " and "}, "f"}, {{"from ", " to "}, "f"},
                                                                {{"", "-"}, "f"}, {{"", " to "}, "f"}, {{"from ", " to "}, "w"}};
  const auto& way = random.pick(ways);
  const bool words = *way.second == 'w';
  const std::string low = words ? english_words(a, style) : std::to_string(a), high = words ? english_words(b, style) : std::to_string(b);
  static const std::vector<Row> range_frames = {{"They saw ", "."}, {"Officials said ", " were counted."}, {"It has ", ", he said."}};
  const auto& frame = random.pick(range_frames);
  return {frame.first + std::string(way.first.first) + low + way.first.second + high + " " + noun.first + frame.second, "en", std::to_string(a) + ".." +
      std::to_string(b) + " " + noun.second, "range"};
}

}  // namespace

EnglishStyle english_style(Random& random) {
  return {random.chance(70), random.chance(60), random.chance(15), random.chance(15), random.chance(30)};
}

std::string english_words(std::int64_t n, const EnglishStyle& style) {
  if (style.hundreds && n >= 1100 && n < 10'000 && n % 1000 >= 100)
    return below_hundred(n / 100, style) + " hundred" + (n % 100 ? (style.and_hundred ? " and " : " ") + below_hundred(n % 100, style) : "");
  if (n < 1000) return below_thousand(n, style, true);
  static const std::pair<std::int64_t, const char*> scales_down[] = {{1'000'000'000'000'000, " quadrillion"}, {1'000'000'000'000, " trillion"},
                                                                     {1'000'000'000, " billion"}, {1'000'000, " million"}, {1'000, " thousand"}};
  std::string words;
  for (const auto& [scale, word] : scales_down)
    if (const auto group = n / scale % 1000; group != 0) {
      words += words.empty() ? "" : style.comma ? ", " : " ";
      words += (words.empty() && style.article && group == 1 ? "a" : below_thousand(group, style, words.empty())) + word;
    }
  const auto rest = n % 1000;
  if (rest == 0) return words;
  if (rest < 100 && style.and_hundred) return words + " and " + below_hundred(rest, style);
  return words + (style.comma ? ", " : " ") + below_thousand(rest, style, false);
}

NumberSentence english_sentence(Random& random) {
  const auto what = random.below(100);
  if (what < 40) return words_sentence(random);
  if (what < 60) return figures_sentence(random);
  if (what < 68) return scale_sentence(random);
  if (what < 76) return mixed_sentence(random);
  if (what < 88) return money_sentence(random);
  if (what < 93) return negative_sentence(random);
  return range_sentence(random);
}

}  // namespace mizan::test
