#include <catch2/catch.hpp>

#include <string>

#include "support/reports.hpp"

using namespace mizan;

namespace {

std::string conflicts(const std::string& lang, const std::string& a, const std::string& b) {
  return test::conflicts_of(test::report_on({test::article("a", lang, "", a), test::article("b", lang, "", b)}));
}

}  // namespace

TEST_CASE("whoever has one name was born but once", "[compare][once]") {
  CHECK(conflicts("en",
                  "Marta Elvenholt (born 3 June 1941) is a Norwegian novelist. She studied law in Bergen, published her first novel in 1968 and received the Brage Prize in 1994.",
                  "The writer Marta Elvenholt, who was born in 1943 in Tromsø, has died. Her debut appeared in 1968. In 1994 she was given the Brage Prize.") == "1941-06-03 / 1943;");
  CHECK(conflicts("ar", "نجيب الراوي (11 ديسمبر 1911 – 30 أغسطس 2006) روائي مصري، نال جائزة الدولة سنة 1968، وصدرت روايته «زقاق النخيل» عام 1947.",
                  "وُلد الروائي المصري نجيب الراوي في حي الجمالية في 11 ديسمبر 1912، ونشر روايته «زقاق النخيل» سنة 1947، ونال جائزة الدولة عام 1968، ورحل عام 2006.") ==
        "1911-12-11 / 1912-12-11;");
}

TEST_CASE("a bridge was opened but once, and a town founded", "[compare][once]") {
  const std::string lake = "The explorer Emil Hartog saw Lake Tareq in 1888. It covers 6,400 square kilometres. ";
  CHECK(conflicts("en", lake + "The town of Banu on its shore was founded in 1902.", lake + "On the shore lies Banu, founded in 1912 by fishermen.") == "1902 / 1912;");
  CHECK(conflicts("en", lake + "The town of Banu on its shore was founded in 1902.", lake + "On the shore lies Banu, founded in 1902 by fishermen.").empty());
}

TEST_CASE("what comes to two things, or may come again, comes twice", "[compare][once]") {
  const std::string lake = "The explorer Emil Hartog saw Lake Tareq in 1888. It covers 6,400 square kilometres. ";
  // Another town; another of the family; a wedding.
  CHECK(conflicts("en", lake + "The town of Banu on its shore was founded in 1902.", lake + "On the shore lies Qarun, founded in 1912 by fishermen.").empty());
  CHECK(conflicts("en", lake + "The first guide was Anna Norlund, who was born in 1941.", lake + "Many came with Peter Norlund (born 1912), a fisherman.").empty());
  CHECK(conflicts("en", lake + "The first guide was Anna Norlund, who was married in 1941.", lake + "Many came with Anna Norlund, whose wedding was in 1952.").empty());
}
