#include <catch2/catch.hpp>

#include "support/packs.hpp"

using namespace mizan;

TEST_CASE("two dates relate by the days they share", "[kind][date]") {
  struct Row { const char *a, *b; Relation expected; };
  const auto row = GENERATE(values<Row>({
      {"2012-12-03", "2012-12-03", Relation::agree},
      {"2012-12", "2012", Relation::compatible},                              // one is only less exact
      {"2012", "2013", Relation::conflict},
      {"2012-12-03", "2012-12-04", Relation::conflict},
      {"2015-04-27/2015-05-22", "2015-05-23", Relation::conflict},            // the day after the last
      {"2015-04-27/2015-05-22", "2015-05-22", Relation::compatible},
      {"2015-04-27/2015-05-22", "2015-04-27/2015-05-20", Relation::conflict},  // ranges are judged end by end
      {"2015-04-27/2015-05-22", "2015-04/2015-05", Relation::compatible},
      {"197X", "1974", Relation::compatible},
      {"197X", "1984", Relation::conflict},
      {"19XX", "1984", Relation::compatible},
      {"XXXX-04-27", "2015-04-27", Relation::compatible},
      {"XXXX-04-27", "2015-04-28", Relation::conflict},
      {"2015-01/2015-12", "2015", Relation::agree},
      {"../2015", "2014", Relation::compatible},
      {"2014~", "2014~", Relation::agree},
      {"2014~", "2014", Relation::compatible},          // about, against the year itself
      {"2014~", "2016", Relation::compatible},
      {"2014~", "2018", Relation::conflict},
      {"2024-04-24~", "2024-04-29", Relation::compatible},  // three weeks ago
      {"2024-04-24~", "2024-06-01", Relation::conflict},
  }));
  CAPTURE(row.a, row.b);
  const Value a = *parse_edtf(row.a), b = *parse_edtf(row.b);
  CHECK(claim_kind(Kind::date).relate(a, b, test::packs().world).relation == row.expected);
  CHECK(claim_kind(Kind::date).relate(b, a, test::packs().world).relation == row.expected);
}

TEST_CASE("dates that lean on the dateline, or have none to lean on", "[kind][date]") {
  struct Row { const char *lang, *text, *dateline, *expected; };
  const auto row = GENERATE(values<Row>({
      {"en", "The plant closed on Tuesday.", "2024-05-15", "2024-05-14"},
      {"en", "The plant closed on Tuesday.", "", "-"},                          // never a guess
      {"en", "The council will meet on Tuesday.", "2024-05-15", "2024-05-21"},  // the future looks ahead
      {"ar", "يجتمع المجلس الثلاثاء المقبل.", "2024-05-15", "2024-05-21"},
      {"ar", "سيجتمع المجلس يوم الثلاثاء.", "2024-05-15", "2024-05-21"},
      {"en", "It opened ten years ago.", "2024-05-15", "2014"},
      {"en", "It will open ten years from now.", "2024-05-15", "2034"},
      {"en", "The war began on 30 February 2011.", "", "-"},                    // no such day
      {"en", "It ran from 28 December to 3 January.", "2024-01-10", "2023-12-28/2024-01-03"},
      {"en", "He left on 3/5/2011.", "", "-"},                                  // May or March
      {"en", "He left on 3/5/2011 and came back on 25/5/2011.", "", "2011-05-03 ; 2011-05-25"},  // the other date decides
      {"en", "He left on 3/5/2011 and came back on 5/25/2011.", "", "2011-03-05 ; 2011-05-25"},
      {"ar", "غادر في 24-5-2015 إلى دمشق.", "", "2015-05-24"},
      {"ar", "ولد في 27 رجب 1444هـ الموافق 18 فبراير 2023.", "", "2023-02-18"},  // both calendars are one claim
  }));
  CAPTURE(row.text, row.dateline);
  CHECK(test::shown(row.text, row.lang, Kind::date, row.dateline) == row.expected);
}
