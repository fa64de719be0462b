#include "kind/kinds.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace mizan;

TEST_CASE("the table of kinds is a table", "[kind]") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < claim_kinds().size(); ++i) {
    const auto& kind = claim_kinds()[i];
    CAPTURE(kind.name);
    CHECK(names.insert(kind.name).second);
    CHECK(static_cast<std::size_t>(kind.kind) == i);  // the value's alternative is the kind's number
    CHECK(name_of(kind.kind) == kind.name);
    CHECK(&claim_kind(kind.kind) == &kind);
    CHECK(kind.build);
    CHECK(kind.relate);
    CHECK(kind.show);
  }
  CHECK(names.size() == std::variant_size_v<Value>);
}

TEST_CASE("values are shown as the examples write them", "[kind]") {
  CHECK(show(Value(*parse_edtf("2015-04-27/2015-05-22"))) == "2015-04-27/2015-05-22");
  CHECK(show(Value(Quantity{make_decimal(190), make_decimal(190), false, false, "state"})) == "190 state");
  CHECK(show(Value(Quantity{make_decimal(180), make_decimal(180), false, true, "warhead"})) == "~180 warhead");
  CHECK(show(Value(Quantity{make_decimal(200), std::nullopt, true, false, "warhead"})) == ">200 warhead");
  CHECK(show(Value(Quantity{std::nullopt, make_decimal(5), false, false, ""})) == "<=5 -");
  CHECK(show(Value(Quantity{make_decimal(10), make_decimal(12), false, false, "day"})) == "10..12 day");
  CHECK(show(Value(CountryList{{"GB", "US"}, true})) == "GB,US +");
  CHECK(show(Value(Place{"Helsinki", "FI"})) == "Helsinki");
}
