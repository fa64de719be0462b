#include <catch2/catch.hpp>

#include "support/packs.hpp"

using namespace mizan;

TEST_CASE("two lists of countries relate by their members", "[kind][countries]") {
  struct Row { CountryList a, b; Relation expected; bool comparable; };
  const auto row = GENERATE(values<Row>({
      {{{"GB", "US"}, false}, {{"GB", "US"}, false}, Relation::agree, true},
      {{{"GB", "US"}, true}, {{"GB", "US"}, false}, Relation::compatible, true},
      {{{"GB", "US"}, true}, {{"CA", "GB", "US"}, false}, Relation::compatible, true},   // open, and inside the other
      {{{"GB", "US"}, false}, {{"CA", "GB", "US"}, false}, Relation::conflict, true},
      {{{"FR", "GB", "US"}, true}, {{"CA", "GB", "US"}, false}, Relation::conflict, true},
      {{{"FR", "US"}, true}, {{"CA", "GB", "US"}, false}, Relation::conflict, false},    // no more than half: as likely another list
      {{{"AE", "IL"}, false}, {{"IL", "SD"}, false}, Relation::conflict, false},         // another deal of one of the two
      {{{"FR", "US"}, true}, {{"GB", "US"}, true}, Relation::compatible, true},
      {{{"FR", "DE"}, false}, {{"GB", "US"}, false}, Relation::conflict, false},         // they share nothing: other lists
  }));
  CAPTURE(show(Value(row.a)), show(Value(row.b)));
  const auto& kind = claim_kind(Kind::countries);
  CHECK(kind.relate(row.a, row.b, test::packs().world).relation == row.expected);
  CHECK(kind.relate(row.b, row.a, test::packs().world).relation == row.expected);
  CHECK(kind.relate(row.a, row.b, test::packs().world).comparable == row.comparable);
}

TEST_CASE("which names stand in one list", "[kind][countries]") {
  struct Row { const char *lang, *text, *expected; };
  const auto row = GENERATE(values<Row>({
      {"en", "Aid went to Iraq, to Syria and to Lebanon.", "IQ,LB,SY"},                  // the preposition comes again
      {"en", "Croatia (joined 2013), Bulgaria and Romania use other rules.", "BG,HR,RO"},
      {"ar", "وصلت الشحنات لمصر وللأردن وللعراق.", "EG,IQ,JO"},
      {"ar", "ينتشر الجيش في العراق وفي سوريا وفي لبنان.", "IQ,LB,SY"},
      {"en", "Washington and Moscow agreed.", "RU,US"},
      {"en", "Flights between London and Paris stopped.", "-"},                          // two cities
      {"en", "He flew from Cairo, Egypt.", "-"},
      {"en", "The Islamic State of Iraq and Syria claimed the attack.", "-"},
  }));
  CAPTURE(row.text);
  CHECK(test::shown(row.text, row.lang, Kind::countries) == row.expected);
}
