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
  }));
  CAPTURE(row.a.name, row.b.name);
  CHECK(claim_kind(Kind::place).relate(row.a, row.b, test::packs().world).relation == row.expected);
  CHECK(claim_kind(Kind::place).relate(row.b, row.a, test::packs().world).relation == row.expected);
}
