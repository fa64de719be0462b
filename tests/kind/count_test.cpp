#include <catch2/catch.hpp>

#include "support/packs.hpp"

using namespace mizan;

namespace {

/// "190 state", ">200 warhead", "~180 warhead", "10..12 day", as show() writes them.
Value count(std::string text) {
  Quantity quantity;
  quantity.unit = text.substr(text.find(' ') + 1);
  text.resize(text.find(' '));
  if (text[0] == '~') quantity.approximate = true;
  const auto digits = text.find_first_of("-0123456789");
  const auto range = text.find("..");
  const auto low = parse_decimal(text.substr(digits, range - digits));
  const auto high = range == std::string::npos ? low : parse_decimal(text.substr(range + 2));
  quantity.strict = text[0] == '>' || text[0] == '<' ? text.find('=') == std::string::npos : false;
  if (text[0] != '<') quantity.min = low;
  if (text[0] != '>') quantity.max = high;
  return quantity;
}

}  // namespace

TEST_CASE("two counts relate by the numbers they allow", "[kind][count]") {
  struct Row { const char *a, *b; Relation expected; };
  const auto row = GENERATE(values<Row>({
      {"190 state", "190 state", Relation::agree},
      {"190 state", "189 state", Relation::conflict},
      {"~180 warhead", "182 warhead", Relation::compatible},
      {"~180 warhead", "~180 warhead", Relation::agree},
      {"~180 warhead", "200 warhead", Relation::conflict},
      {"180 warhead", "~180 warhead", Relation::compatible},
      {">200 warhead", "200 warhead", Relation::compatible},  // writers take the one for the other
      {">=200 warhead", "200 warhead", Relation::compatible},
      {">200 warhead", "250 warhead", Relation::compatible},
      {"<5 percent", "5 percent", Relation::compatible},
      {">200 warhead", "199 warhead", Relation::conflict},
      {"<=5 percent", "5 percent", Relation::compatible},
      {"10..12 day", "11 day", Relation::compatible},
      {"10..12 day", "13 day", Relation::conflict},
      {"48 hour", "2 day", Relation::agree},
      {"10 year", "1 decade", Relation::agree},
      {"1.2 percent", "1.23 percent", Relation::compatible},  // one is rounded
      {"10 person", "12 person", Relation::conflict},         // ten to twelve is no rounding
      {"3000000 USD", "3100000 USD", Relation::compatible},   // a round million
      {"3000000 USD", "4000000 USD", Relation::conflict},
      {"596000000 mark", "595600000 DEM", Relation::compatible},  // rounded, under another name of the unit
      {"720000 refugee", "716000 person", Relation::compatible},
      {"720000 refugee", "700100 person", Relation::conflict},
  }));
  CAPTURE(row.a, row.b);
  CHECK(claim_kind(Kind::count).relate(count(row.a), count(row.b), test::packs().world).relation == row.expected);
  CHECK(claim_kind(Kind::count).relate(count(row.b), count(row.a), test::packs().world).relation == row.expected);
}

TEST_CASE("two currencies are not compared", "[kind][count]") {
  CHECK_FALSE(claim_kind(Kind::count).relate(count("3 USD"), count("3 EUR"), test::packs().world).comparable);
}

TEST_CASE("what a count is made of", "[kind][count]") {
  struct Row { const char *lang, *text, *expected; };
  const auto row = GENERATE(values<Row>({
      {"en", "It will cost between 3 and 5 million dollars.", "3000000..5000000 USD"},  // the first figure has the scale of the second
      {"en", "A coffee costs 50 cents.", "0.5 USD"},
      {"en", "Thirty (30) days remain.", "30 day"},
      {"en", "Thirty (31) days remain.", "-"},                                          // the figures disagree: none rather than one of them
      {"en", "Between 12 and 10 people came.", "10..12 person"},  // which of the two is wrong nobody knows: src/check/range.cpp tells of it
      {"en", "The blast killed at least 12.", ">=12 person"},                           // killed says that people are counted
      {"en", "It sold 40.", "-"},                                                       // of what?
      {"en", "137 states voted in favour, six against.", "137 state ; 6 state"},
      {"en", "One in four voters stayed away.", "25 percent"},
      {"en", "One in three voters stayed away.", "-"},
      {"ar", "قتل 12 وأصيب 36 آخرون.", "12 person ; 36 person"},
      {"en", "Persons in shelters: 7,900.", "7900 person"},                             // a label's noun
      {"en", "Ward 7: 31.", "-"},                                                       // and one that counts nothing
      {"en", "The school has 14 children, five more than in May and two fewer than in June.", "14 child ; 5 child ; 2 child"},
      {"en", "It employs 22 workers and sold 20 more than last year.", "22 worker"},    // of what it sold
      {"ar", "صوتت 137 دولة لصالح القرار و6 ضده.", "137 state ; 6 state"},
      {"ar", "دفن الأهالي أطفالهم العشرة يوم السبت.", "10 child"},                      // whose, on the noun; and no ten days
      {"ar", "أصيب 12 من ركابها.", "12 person"},
      {"ar", "قال إن أعماله العشرة معروفة.", "-"},                                      // what they count stands before
      {"ar", "انطلقت فعاليات الدورة الخمسين أمس.", "-"},                                // the fiftieth
      {"en", "The floods of 2022 killed 40.", "40 person"},                             // their year
      {"ar", "سجل الهدف في الدقيقة العشرين.", "-"},                                     // the twentieth
  }));
  CAPTURE(row.text);
  CHECK(test::shown(row.text, row.lang, Kind::count) == row.expected);
}

TEST_CASE("the country that a document speaks of decides a bare dinar", "[kind][count]") {
  CHECK(test::shown("خصصت الكويت 3 ملايين دينار.", "ar", Kind::count) == "3000000 KWD");
  CHECK(test::shown("خصصت الحكومة 3 ملايين دينار.", "ar", Kind::count) == "3000000 dinar");
}
