#include <catch2/catch.hpp>

#include "support/packs.hpp"

using namespace mizan;

TEST_CASE("two places relate by which holds which", "[kind][place]") {
  struct Row { Place a, b; Relation expected; };
  const auto row = GENERATE(values<Row>({
      {{"Helsinki", "FI"}, {"Helsinki", "FI"}, Relation::agree},
      {{"Helsinki", "FI"}, {"Finland", "FI"}, Relation::compatible},   // the country of the city
      {{"Helsinki", "FI"}, {"Turku", "FI"}, Relation::conflict},
      {{"Helsinki", "FI"}, {"Sweden", "SE"}, Relation::conflict},
      {{"Los Angeles", "US"}, {"California", "US"}, Relation::compatible},
      {{"Tripoli", "LY"}, {"Tripoli", "LB"}, Relation::conflict},       // two towns of one name
      {{"Tripoli", ""}, {"Tripoli", "LB"}, Relation::agree},
      {{"Gyoma", ""}, {"Hungary", "HU"}, Relation::compatible},         // who knows where that is
      {{"Gyoma", "HU"}, {"Gyomaendrod", "HU"}, Relation::compatible},   // or how else it is spelt
      {{"Nether Sandham", "SE"}, {"Helsinki", "FI"}, Relation::conflict},
  }));
  CAPTURE(row.a.name, row.b.name);
  CHECK(claim_kind(Kind::place).relate(row.a, row.b, test::packs().world).relation == row.expected);
  CHECK(claim_kind(Kind::place).relate(row.b, row.a, test::packs().world).relation == row.expected);
}

TEST_CASE("a name that two states have is the place of the state that the text names", "[kind][place]") {
  struct Row { const char *lang, *text, *country; };
  const auto row = GENERATE(values<Row>({
      {"en", "Clashes broke out in Tripoli.", "LY"},  // the larger one
      {"en", "Lebanon sent troops. Clashes broke out in Tripoli, and Lebanon closed the road.", "LB"},
      {"en", "The army of Pakistan answered. A bomb exploded in Hyderabad.", "PK"},
      {"ar", "اندلعت اشتباكات في طرابلس، وأرسل لبنان جنوداً.", "LB"},
  }));
  CAPTURE(row.text);
  std::string country;
  for (const auto& claim : test::claims_of(row.text, row.lang))
    if (claim.kind == Kind::place) country = std::get<Place>(claim.value).country;
  CHECK(country == row.country);
}

TEST_CASE("a town is behind its word what it is nowhere else", "[kind][place]") {
  const auto places = [](const char* text) {
    std::string names;
    for (const auto& claim : test::claims_of(text, "ar"))
      if (claim.kind == Kind::place) names += std::get<Place>(claim.value).name + ";";
    return names;
  };
  CHECK(places("قُتل سبعة أشخاص في هجوم على قضاء القائم في العراق.") == "Al-Qaim;");
  CHECK(places("قال العراق إن سبعة أشخاص قُتلوا في هجوم في القائم أمس.").find("Qaim") == std::string::npos);
}

TEST_CASE("a name that is a word too is a place of none but the states that its text names", "[kind][place]") {
  const auto claims = test::claims_of("وقال بيان للجيش في اليمن إن ثلاثة جنود قتلوا في هجوم بمدينة السيب.", "ar");
  for (const auto& claim : claims)
    if (claim.kind == Kind::place) CHECK(std::get<Place>(claim.value).country != "OM");
}

TEST_CASE("a place that no list knows has the name that its text gives it", "[kind][place]") {
  const auto claims = test::claims_of("A bomb exploded in Nether Sandham, Sweden.", "en");
  REQUIRE(claims.size() == 1);
  CHECK(std::get<Place>(claims.front().value) == Place{"Nether Sandham", "SE"});
  CHECK(claims.front().quote == "Nether Sandham");
}
