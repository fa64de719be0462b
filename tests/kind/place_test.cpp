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

TEST_CASE("a place that no list knows has the name that its text gives it", "[kind][place]") {
  const auto claims = test::claims_of("A bomb exploded in Nether Sandham, Sweden.", "en");
  REQUIRE(claims.size() == 1);
  CHECK(std::get<Place>(claims.front().value) == Place{"Nether Sandham", "SE"});
  CHECK(claims.front().quote == "Nether Sandham");
}
