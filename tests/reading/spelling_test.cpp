// Numbers spelled by the tests' own spellers are read back.
#include <catch2/catch.hpp>
#include <random>

#include "support/packs.hpp"

using namespace mizan;

namespace {

std::string english(std::int64_t n) {
  static const char* const small[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
                                      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char* const tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (n < 20) return small[n];
  if (n < 100) return std::string(tens[n / 10]) + (n % 10 ? "-" + english(n % 10) : "");
  if (n < 1000) return english(n / 100) + " hundred" + (n % 100 ? " and " + english(n % 100) : "");
  for (const auto& [scale, word] : {std::pair<std::int64_t, const char*>{1'000'000'000'000, " trillion"}, {1'000'000'000, " billion"}, {1'000'000, " million"},
                                    {1'000, " thousand"}})
    if (n >= scale) {
      const std::int64_t rest = n % scale;
      return english(n / scale) + word + (rest == 0 ? "" : rest < 100 ? " and " + english(rest) : " " + english(rest));
    }
  return {};
}

/// Arabic number words for counting a noun of one gender, in the nominative or in the other cases.
struct Arabic {
  bool feminine, oblique;

  std::string digit(std::int64_t n) const {
    static const char* const with_masculine[] = {"", "واحد", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"};
    static const char* const with_feminine[] = {"", "واحدة", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"};
    if (n == 2) return feminine ? (oblique ? "اثنتين" : "اثنتان") : (oblique ? "اثنين" : "اثنان");
    return feminine ? with_feminine[n] : with_masculine[n];
  }
  std::string teen(std::int64_t n) const {
    const std::string ten = feminine ? " عشرة" : " عشر";
    if (n == 11) return (feminine ? "إحدى" : "أحد") + ten;
    if (n == 12) return (feminine ? (oblique ? "اثنتي" : "اثنتا") : (oblique ? "اثني" : "اثنا")) + ten;
    return digit(n - 10) + ten;
  }
  std::string tens(std::int64_t n) const {
    static const char* const stems[] = {"", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"};
    return stems[n] + std::string(oblique ? "ين" : "ون");
  }
  std::string hundreds(std::int64_t n) const {
    static const char* const glued[] = {"", "مئة", "", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"};
    return n == 2 ? (oblique ? "مئتين" : "مئتان") : glued[n];
  }
  static std::string join(const std::string& a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + " و" + b; }
  std::string below_thousand(std::int64_t n) const {
    const std::int64_t rest = n % 100;
    std::string tail;
    if (rest > 0 && rest <= 10) tail = digit(rest);
    else if (rest > 10 && rest < 20) tail = teen(rest);
    else if (rest >= 20) tail = join(rest % 10 ? digit(rest % 10) : "", tens(rest / 10));
    return join(n >= 100 ? hundreds(n / 100) : "", tail);
  }
  std::string scaled(std::int64_t n, const char* one, const char* two, const char* two_oblique, const char* many) const {
    if (n == 1) return one;
    if (n == 2) return oblique ? two_oblique : two;
    const bool few = n % 100 >= 3 && n % 100 <= 10;
    return Arabic{false, oblique}.below_thousand(n) + " " + (few ? many : one);
  }
  std::string operator()(std::int64_t n) const {
    std::string result;
    if (n >= 1'000'000'000) result = scaled(n / 1'000'000'000, "مليار", "ملياران", "مليارين", "مليارات");
    if (n / 1'000'000 % 1000) result = join(result, scaled(n / 1'000'000 % 1000, "مليون", "مليونان", "مليونين", "ملايين"));
    if (n / 1000 % 1000) result = join(result, scaled(n / 1000 % 1000, "ألف", "ألفان", "ألفين", "آلاف"));
    return join(result, n % 1000 ? below_thousand(n % 1000) : "");
  }
};

std::vector<std::int64_t> samples() {
  std::vector<std::int64_t> values;
  for (std::int64_t n = 3; n <= 1100; ++n) values.push_back(n);
  std::mt19937 random(7);
  for (int i = 0; i < 600; ++i) values.push_back(std::uniform_int_distribution<std::int64_t>(1'000, 1'000'000)(random));
  for (int i = 0; i < 200; ++i) values.push_back(std::uniform_int_distribution<std::int64_t>(1'000'000, 999'999'999'999)(random));
  for (const std::int64_t scale : {1'000LL, 1'000'000LL, 1'000'000'000LL})
    for (const std::int64_t n : {1, 2, 3, 10, 11, 12, 20, 99, 100, 101, 200, 999}) values.push_back(n * scale);
  return values;
}

/// What a sentence of few words is read as; a row is shown only where it fails, or a test would write thousands of lines.
void expect_count(const std::string& text, const std::string& lang, const std::string& expected) {
  const auto found = test::shown(text, lang, Kind::count);
  if (found == expected) return;
  CAPTURE(text);
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("English number words are read back", "[reading][spelling]") {
  for (const auto n : samples()) expect_count("They saw " + english(n) + " birds.", "en", std::to_string(n) + " bird");
}

TEST_CASE("Arabic number words are read back, in both genders and cases", "[reading][spelling]") {
  for (const bool feminine : {false, true})
    for (const bool oblique : {false, true}) {
      const Arabic spell{feminine, oblique};
      for (const auto n : samples()) {
        if (n % 100 == 1 || n % 100 == 2) continue;  // the noun stands before, or says it by itself
        const bool few = n % 100 >= 3 && n % 100 <= 10;
        const std::string noun = feminine ? (few ? " دول" : " دولة") : (few ? " وزراء" : n % 100 == 0 ? " وزير" : " وزيرا");
        expect_count("حضر " + spell(n) + noun + " المؤتمر.", "ar", std::to_string(n) + (feminine ? " state" : " minister"));
      }
    }
}

TEST_CASE("digits of every writing give the same values", "[reading][spelling]") {
  const std::string text = "شاركت 190 دولة في 24/5/2015 بنسبة 12.5 في المئة، أي 1,234 شخصاً";
  const auto swap = [](std::string copy, const std::vector<std::string>& digits) {
    std::string out;
    for (const char c : copy) out += c >= '0' && c <= '9' ? digits[static_cast<std::size_t>(c - '0')] : std::string(1, c);
    return out;
  };
  const std::vector<std::string> arabic{"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"}, persian{"۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"};
  for (const auto kind : {Kind::date, Kind::count})
    for (const auto& digits : {arabic, persian}) CHECK(test::shown(swap(text, digits), "ar", kind) == test::shown(text, "ar", kind));
  CHECK(test::shown(text, "ar", Kind::count) == "190 state ; 12.5 percent ; 1234 person");
}

TEST_CASE("marks and tatweel change no value", "[reading][spelling]") {
  struct Row { const char *plain, *marked; Kind kind; };
  const auto row = GENERATE(values<Row>({
      {"شاركت مئة وتسعون دولة", "شَارَكَتْ مِئَةٌ وَتِسْعُونَ دَوْلَةً", Kind::count},
      {"شاركت مئة وتسعون دولة", "شـاركت مئـة وتسعــون دولــة", Kind::count},
      {"قتل 12 شخصا", "قُتِلَ 12 شَخْصًا", Kind::count},
      {"في 3 أيار 2011", "في 3 أَيّار 2011", Kind::date},
      {"مصر وسوريا ولبنان", "مِصْرُ وسوريّا ولُبنانُ", Kind::countries},
  }));
  CAPTURE(row.marked);
  CHECK(test::shown(row.plain, "ar", row.kind) != "-");
  CHECK(test::shown(row.marked, "ar", row.kind) == test::shown(row.plain, "ar", row.kind));
}
