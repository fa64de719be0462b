#include <utility>
#include <vector>

#include "support/spellers.hpp"

namespace mizan::test {
namespace {

using Row = std::pair<const char*, const char*>;

/// One writer's words. Scales are masculine, whatever is counted: خمسة ملايين دولة.
class Arabic {
 public:
  explicit Arabic(const ArabicStyle& style) : style_(style) {}

  std::string full(std::int64_t n, bool construct) const {
    struct Scale { std::int64_t value; const char *one, *two, *many; };
    static const Scale scales[] = {{1'000'000'000'000, "تريليون", "تريليون", "تريليونات"}, {1'000'000'000, "مليار", "مليار", "مليارات"},
                                   {1'000'000, "مليون", "مليون", "ملايين"}, {1'000, "ألف", "ألف", "آلاف"}};
    if (n == 0) return "صفر";
    if (n == 1'000'000'000'000'000) return "ألف تريليون";
    std::string words;
    for (const auto& scale : scales) {
      const auto group = n / scale.value % 1000;
      if (group == 0) continue;
      const bool last = n % scale.value == 0;
      ArabicStyle masculine = style_;
      masculine.feminine = false;
      if (group == 1) words = join(words, scale.one);
      else if (group == 2) words = join(words, std::string(scale.two) + dual(last && construct));
      else {
        const bool few = group % 100 >= 3 && group % 100 <= 10;
        words = join(words, Arabic(masculine).below_thousand(group, true) + " " + (few ? scale.many : scale.one));
      }
    }
    return n % 1000 ? join(words, below_thousand(n % 1000, construct)) : words;
  }

  /// ثلاثة آلاف وخمسة ومئة would be wrong: only a number below a thousand puts its ones first.
  std::string below_thousand(std::int64_t n, bool construct) const {
    const auto rest = n % 100;
    const std::string high = n >= 100 ? hundreds(n / 100, construct && rest == 0) : "", low = below_hundred(rest);
    return style_.ones_first && n > 100 && rest > 2 ? join(low, high) : join(high, low);
  }

 private:
  std::string dual(bool construct) const { return style_.oblique ? (construct ? "ي" : "ين") : (construct ? "ا" : "ان"); }
  std::string join(const std::string& a, const std::string& b) const {
    if (a.empty() || b.empty()) return a + b;
    return a + (style_.spaced_and ? " و " : " و") + b;
  }
  std::string digit(std::int64_t n) const {
    static const char* const with_masculine[] = {"", "واحد", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"};
    static const char* const with_feminine[] = {"", "واحدة", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"};
    if (n == 2) return style_.feminine ? (style_.oblique ? "اثنتين" : "اثنتان") : (style_.oblique ? "اثنين" : "اثنان");
    return style_.feminine ? with_feminine[n] : with_masculine[n];
  }
  std::string below_hundred(std::int64_t n) const {
    static const char* const tens[] = {"", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"};
    static const char* const colloquial[] = {"", "حداعش", "اطنعش", "تلتعش", "أربعتعش", "خمستعش", "ستعش", "سبعتعش", "تمنتعش", "تسعتعش"};
    if (n == 0) return {};
    if (n <= 10) return digit(n);
    if (n < 20 && style_.colloquial) return colloquial[n - 10];
    if (n < 20) {
      const std::string ten = style_.feminine ? " عشرة" : " عشر";
      if (n == 11) return (style_.feminine ? "إحدى" : "أحد") + ten;
      if (n == 12) return (style_.feminine ? (style_.oblique ? "اثنتي" : "اثنتا") : (style_.oblique ? "اثني" : "اثنا")) + ten;
      return digit(n - 10) + ten;
    }
    return join(n % 10 ? digit(n % 10) : "", tens[n / 10] + std::string(style_.oblique ? "ين" : "ون"));
  }
  std::string hundreds(std::int64_t n, bool construct) const {
    static const char* const stems[] = {"", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"};
    const std::string hundred = style_.old_hundred ? "مائة" : "مئة";
    if (n == 1) return hundred;
    if (n == 2) return (style_.old_hundred ? "مائت" : "مئت") + dual(construct);
    if (!style_.detached) return stems[n] + hundred;
    return (n == 8 ? "ثماني" : stems[n]) + std::string(" ") + hundred;
  }

  ArabicStyle style_;
};

struct Noun {
  const char *one, *few, *many, *unit;  ///< دولة, دول; behind 11 and more: شخصاً
  bool feminine;
};
const std::vector<Noun> nouns = {{"دولة", "دول", "دولة", "state", true},     {"شخص", "أشخاص", "شخصاً", "person", false},
                                 {"وزير", "وزراء", "وزيراً", "minister", false},
                                 {"طن", "أطنان", "طناً", "tonne", false},       {"مدرسة", "مدارس", "مدرسة", "school", true},
                                 {"مقعد", "مقاعد", "مقعداً", "seat", false},
                                 {"سفينة", "سفن", "سفينة", "ship", true},       {"صاروخ", "صواريخ", "صاروخاً", "missile", false}};
const std::vector<Row> measured = {{"طن", "tonne"}, {"في المئة", "percent"}, {"في المائة", "percent"}, {"بالمئة", "percent"}, {"بالمائة", "percent"},
                                   {"كيلومتر", "kilometre"}, {"نقطة مئوية", "percentage-point"}, {"بالمية", "percent"}};
const std::vector<Row> frames = {{"أحصت اللجنة ", "."}, {"وقال المسؤول إن ", " سجلت أمس."}, {"يضم التقرير ", " في كل المناطق."}, {"", " في خطر."}};
const std::vector<Row> bounds = {{"أكثر من ", ">"}, {"ما يزيد على ", ">"}, {"ما لا يقل عن ", ">="}, {"أقل من ", "<"}, {"ما لا يزيد على ", "<="}, {"نحو ", "~"},
                                 {"قرابة ", "~"}, {"حوالي ", "~"}, {"زهاء ", "~"}, {"ما يصل إلى ", "<="}, {"ما يقارب ", "~"}};

const char* noun_form(const Noun& noun, std::int64_t n) {
  if (n % 100 >= 3 && n % 100 <= 10) return noun.few;
  return n % 100 >= 11 ? noun.many : noun.one;
}

FigureStyle figure_style(Random& random) {
  static const std::vector<FigureStyle> styles = {{",", ".", 0, false}, {"", ".", 0, false}, {"\u00A0", ".", 0, false}, {"\u202F", ",", 0, false},
                                                  {"٬", "٫", 1, false},
                                                  {"", "٫", 1, false}, {"٬", "٫", 2, false}, {",", ".", 1, false}, {"'", ".", 0, false}};
  return random.pick(styles);
}

std::string in_frame(Random& random, const std::string& number, const std::string& noun) {
  const auto& frame = random.pick(frames);
  return frame.first + number + (noun.empty() ? "" : " ") + noun + frame.second;
}

Decimal draw_decimal(Random& random, int most_places) {
  const auto places = random.between(1, most_places);
  std::int64_t unit = 1;
  for (auto i = places; i > 0; --i) unit *= 10;
  const std::int64_t fraction = random.between(1, unit - 1);
  return make_decimal(random.between(0, random.chance(50) ? 9 : 999) * unit + fraction - (fraction % 10 == 0 ? 1 : 0), static_cast<std::int32_t>(-places));
}

NumberSentence words_sentence(Random& random) {
  std::int64_t n = draw_whole(random);
  if (n <= 2) n += 3;  // the bare noun and the dual say one and two
  auto style = arabic_style(random);
  const auto& noun = random.pick(nouns);
  style.feminine = noun.feminine;
  const auto& bound = random.chance(30) ? random.pick(bounds) : Row{"", ""};
  if (*bound.first) style.oblique = true;
  return {in_frame(random, bound.first + arabic_words(n, style, true), noun_form(noun, n)), "ar", bound.second + std::to_string(n) + " " + noun.unit, "words"};
}

NumberSentence figures_sentence(Random& random) {
  const auto style = figure_style(random);
  if (random.chance(50)) {
    std::int64_t n = draw_whole(random);
    if (n <= 2) n += 3;
    const auto& noun = random.pick(nouns);
    const auto& bound = random.chance(30) ? random.pick(bounds) : Row{"", ""};
    return {in_frame(random, bound.first + figures(make_decimal(n), style), noun_form(noun, n)), "ar", bound.second + std::to_string(n) + " " + noun.unit,
        "figures"};
  }
  Decimal value = draw_decimal(random, 9);
  const auto& noun = random.pick(measured);
  // A point before three figures may group them: what is no percentage has two readings then, and none is the right answer.
  if (value.exponent == -3 && style.point == "." && std::string(noun.second) != "percent") value.exponent = -4;
  if (value.exponent == -3 && style.point == ",") value.exponent = -4;  // 5,016 is five thousand, whoever writes it
  return {in_frame(random, figures(value, style), noun.first), "ar", show(value) + " " + noun.second, "decimals"};
}

NumberSentence scale_sentence(Random& random) {
  static const std::vector<std::pair<const char*, int>> scales = {{"ألف", 3}, {"مليون", 6}, {"مليار", 9}, {"تريليون", 12}, {"بليون", 9}};
  const auto& scale = random.pick(scales);
  const Decimal value = random.chance(30) ? make_decimal(random.between(11, 99)) : draw_decimal(random, 2);
  const auto total = *multiply(value, make_decimal(1, scale.second));
  const auto& noun = random.pick(measured);
  auto style = figure_style(random);
  style.group.clear();
  return {in_frame(random, figures(value, style) + " " + scale.first, noun.first), "ar", show(total) + " " + noun.second, "scale"};
}

NumberSentence mixed_sentence(Random& random) {
  static const std::vector<Row> halves = {{"نصف مليون", "500000"}, {"ربع مليون", "250000"}, {"ثلاثة أرباع مليون", "750000"}, {"مليون ونصف مليون", "1500000"},
                                          {"مليون ونصف المليون", "1500000"}, {"مليونين ونصف مليون", "2500000"},
                                          {"ثلاثة ملايين ونصف مليون", "3500000"}, {"مليار ونصف مليار", "1500000000"}, {"نصف مليار", "500000000"},
                                          {"خمسة مليارات وربع مليار", "5250000000"}, {"ألف ونصف الألف", "1500"}, {"مليار ونصف مليون", "1000500000"},
                                          {"أربعة ملايين ونصف", "4500000"}};
  const auto what = random.below(4);
  if (what == 3) {
    const auto n = random.between(3, 10);
    static const std::vector<Row> endings = {{" سنوات ونصف", ".5 year"}, {" سنوات ونصف السنة", ".5 year"}, {" ساعات ونصف الساعة", ".5 hour"},
                                             {" ساعات وربع", ".25 hour"}};
    const auto& half = random.pick(endings);
    auto style = arabic_style(random);
    style.feminine = true;
    return {"استمرت " + arabic_words(n, style) + half.first + ".", "ar", std::to_string(n) + half.second, "half"};
  }
  if (what == 0) {
    const auto& row = random.pick(halves);
    return {in_frame(random, row.first, "طن"), "ar", std::string(row.second) + " tonne", "half"};
  }
  if (what == 1) {
    const auto high = random.between(3, 10), low = random.between(1, 999);
    static const std::vector<std::pair<const char*, std::int64_t>> scales = {{" آلاف", 1'000}, {" ملايين", 1'000'000}, {" مليارات", 1'000'000'000}};
    const auto& scale = random.pick(scales);
    const int digits = static_cast<int>(random.below(3));
    const bool thousands = scale.second > 1'000 && random.chance(50);
    const std::int64_t total = high * scale.second + low * (thousands ? 1'000 : 1);
    return {in_frame(random, with_digits(std::to_string(high), digits) + scale.first + " و" + with_digits(std::to_string(low), digits) + (thousands ? " ألف" : ""),
                     "طن"), "ar", std::to_string(total) + " tonne", "mixed"};
  }
  auto style = arabic_style(random);
  style.feminine = style.ones_first = false;
  const auto whole = random.between(0, 99), part = random.between(1, 9);
  const bool scaled = random.chance(50);
  const Decimal value = make_decimal(whole * 10 + part, scaled ? 5 : -1);
  const auto& noun = random.pick(measured);
  return {in_frame(random, arabic_words(whole, style) + " فاصلة " + arabic_words(part, style) + (scaled ? " مليون" : ""), noun.first), "ar", show(value) + " " +
      noun.second, "point"};
}

NumberSentence money_sentence(Random& random) {
  static const std::vector<Row> after = {{" دولار", "USD"}, {" دولاراً", "USD"}, {" يورو", "EUR"}, {" دينار كويتي", "KWD"}, {" ريال سعودي", "SAR"}, {" جنيه مصري", "EGP"}, {" دولار أمريكي", "USD"}, {"$", "USD"}, {" جنيه إسترليني", "GBP"}, {" درهم إماراتي", "AED"}, {" ليرة لبنانية", "LBP"}};
  static const std::vector<Row> before = {{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}};
  const int digits = static_cast<int>(random.below(2));
  const bool sign_first = random.chance(25);
  const auto& sign = random.pick(sign_first ? before : after);
  Decimal value = random.chance(50) ? make_decimal(random.between(100, 9'999'999), -2) : make_decimal(random.between(3, 999'999'999));
  std::string number = figures(value, {digits == 1 ? "٬" : ",", digits == 1 ? "٫" : ".", digits, false});
  if (random.chance(40)) {
    value = make_decimal(random.between(11, 999), 5);
    number = figures(make_decimal(value.mantissa, value.exponent - 6), {"", digits == 1 ? "٫" : ".", digits, false}) + " مليون";
  }
  return {"بلغت الكلفة " + (sign_first ? sign.first + number : number + sign.first) + " في العام.", "ar", show(value) + " " + sign.second, "money"};
}

NumberSentence negative_sentence(Random& random) {
  const auto n = random.between(3, 99);
  auto style = arabic_style(random);
  style.feminine = true;
  const bool few = n % 100 <= 10;
  const bool words = random.chance(50);
  const std::string number = words ? "سالب " + arabic_words(n, style) : with_digits(random.chance(50) ? "-" : "سالب ", 0) +
      with_digits(std::to_string(n), static_cast<int>(random.below(2)));
  const bool percent = random.chance(50);
  return {"وصلت إلى " + number + (percent ? " في المئة" : few ? " درجات" : " درجة") + " أمس.", "ar", "-" + std::to_string(n) + (percent ? " percent" : " degree"),
      "negative"};
}

NumberSentence range_sentence(Random& random) {
  const std::int64_t a = random.between(3, 900), b = a + random.between(1, a * 3);
  auto style = arabic_style(random);
  const auto& noun = random.pick(nouns);
  style.feminine = noun.feminine;
  style.oblique = true;
  style.ones_first = false;
  const auto way = random.below(4);
  const int digits = static_cast<int>(random.below(2));
  const auto figure = [&](std::int64_t n) { return with_digits(std::to_string(n), digits); };
  const std::string both = way == 0   ? "بين " + arabic_words(a, style) + " و" + arabic_words(b, style, true)
                           : way == 1 ? "بين " + figure(a) + " و" + figure(b)
                           : way == 2 ? "من " + figure(a) + " إلى " + figure(b)
                                      : figure(a) + "-" + figure(b);
  return {in_frame(random, both, noun_form(noun, b)), "ar", std::to_string(a) + ".." + std::to_string(b) + " " + noun.unit, way == 0 ? "range-words" : "range"};
}

}  // namespace

ArabicStyle arabic_style(Random& random) {
  return {random.chance(50), random.chance(50), random.chance(50), random.chance(25), random.chance(10), random.chance(15), random.chance(10)};
}

std::string arabic_words(std::int64_t n, const ArabicStyle& style, bool construct) { return Arabic(style).full(n, construct); }

NumberSentence arabic_sentence(Random& random) {
  const auto what = random.below(100);
  if (what < 45) return words_sentence(random);
  if (what < 62) return figures_sentence(random);
  if (what < 70) return scale_sentence(random);
  if (what < 78) return mixed_sentence(random);
  if (what < 88) return money_sentence(random);
  if (what < 93) return negative_sentence(random);
  return range_sentence(random);
}

}  // namespace mizan::test
