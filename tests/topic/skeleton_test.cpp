#include "topic/skeleton.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "support/packs.hpp"
#include "text/fold.hpp"

namespace mizan {

TEST_CASE("names of two scripts have one skeleton", "[topic]") {
  const auto& world = test::packs().world;
  const auto [english, arabic] = GENERATE(std::pair("Navalny", "نافالني"), std::pair("Kigali", "كيغالي"), std::pair("Merkel", "ميركل"), std::pair("Boeing", "بوينغ"),
                                          std::pair("Churchill", "تشرشل"), std::pair("Johnson", "جونسون"), std::pair("Putin", "بوتين"));
  CAPTURE(english);
  const auto name = skeleton(folded(english), world);
  CHECK_FALSE(name.empty());
  CHECK(name == skeleton(folded(arabic), world));
}

TEST_CASE("what has too few consonants to tell a name has no skeleton", "[topic]") {
  const auto& world = test::packs().world;
  CHECK(skeleton(folded("Wuhan"), world).empty());
  CHECK(skeleton("", world).empty());
  CHECK(skeleton("12-7", world).empty());
  CHECK(skeleton(folded("Putin"), world, 4).empty());
  CHECK(skeleton(folded("Merkel"), world) != skeleton(folded("Macron"), world));
}

}  // namespace mizan
