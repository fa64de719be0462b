#include "reading/numbers.hpp"

#include <catch2/catch.hpp>

#include "support/packs.hpp"

using namespace mizan;

namespace {

/// Numbers of a text, "?" behind those that are refused, "/" before a second reading.
std::string numbers_of(const std::string& text, const std::string& lang) {
  const Reading reading = test::reader().read(text, lang);
  std::string result;
  for (const auto& sentence : reading.sentences)
    for (const auto& number : sentence.numbers) {
      result += (result.empty() ? "" : " ") + show(number.value);
      if (number.other_value) result += "/" + show(*number.other_value);
      if (number.refused) result += "?";
    }
  return result;
}

}  // namespace

TEST_CASE("figures and number words are read as one value", "[reading][numbers]") {
  struct Row { const char *lang, *text, *expected; };
  const auto row = GENERATE(values<Row>({
      {"en", "190 states", "190"},
      {"en", "1,234,567 states", "1234567"},
      {"en", "12.5 percent", "12.5"},
      {"en", "3.2 billion dollars", "3200000000"},
      {"en", "two hundred and five states", "205"},
      {"en", "twenty-one states", "21"},
      {"en", "half a million states", "500000"},
      {"en", "two and a half million states", "2500000"},
      {"en", "a dozen states", "12"},
      {"en", "several hundred states", ""},                     // vague is no number
      {"en", "hundreds of states", ""},
      {"en", "the twelfth state", ""},                          // an ordinal is no number
      {"en", "4.500 people and 1.234.567 people", "4500 1234567"},  // the habit of the document decides
      {"en", "five lakh people", "500000"},
      {"en", "two crore people", "20000000"},
      {"en", "nineteen ninety-six was wet", "1996"},
      {"en", "$3m of help", "3000000"},
      {"en", "it was -5 degrees, not 5", "-5 5"},
      {"en", "it fell to .75 percent", "0.75"},
      {"en", "1 234 567 people", "1234567"},
      {"en", "12 000 people", "12000"},
      {"en", "1999 2000 people", "1999 2000"},                  // a space never groups digits after a year
      {"en", "May 12 500 people", "12? 500?"},                  // 12,500 people, or 500 on the 12th
      {"en", "12345678901234567890 people", "123456789012345678?"},
      {"ar", "١٩٠ دولة", "190"},
      {"ar", "١٢٫٥ في المئة", "12.5"},
      {"ar", "١٬٢٣٤ دولة", "1234"},
      {"ar", "مئة وتسعون دولة", "190"},
      {"ar", "مائة وتسعين دولة", "190"},
      {"ar", "واحد وعشرون دولة", "21"},
      {"ar", "خمسة وعشرين ألف دولة", "25000"},
      {"ar", "مليونين ونصف مليون دولة", "2500000"},
      {"ar", "ثلاثمئة وخمس دول", "305"},
      {"ar", "3.2 مليار دولار", "3200000000"},
      {"ar", "3 ملايين و500 ألف دولار", "3500000"},
      {"ar", "عشرات الآلاف من المتظاهرين", ""},
      {"ar", "آلاف المتظاهرين", ""},
      {"ar", "المؤتمر الثاني عشر", ""},
      {"ar", "بين 10 و12 دولة", "10 12"},
  }));
  CAPTURE(row.text);
  CHECK(numbers_of(row.text, row.lang) == row.expected);
}
