#include <catch2/catch.hpp>
#include <limits>
#include <stdexcept>
#include <string>

#include "mizan/value.hpp"

using namespace mizan;

TEST_CASE("dates come back as they were written", "[kind][edtf]") {
  const auto text = GENERATE(as<std::string>(), "2012", "2012-12", "2012-12-03", "XXXX-04-27", "XXXX-04", "197X", "19XX",   //
                             "1974~", "2012-12~", "2012-12-03~", "197X~", "XXXX-04-27~", "2015-04-27/2015-05-22", "2015/2015",  //
                             "1974~/1980", "../2015", "2015/..", "../2015-05-22", "XXXX-04-27/XXXX-05-22", "2016-02-29",      //
                             "XXXX-02-29", "200X-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "-0043-03-15", "0000",     //
                             "2015-XX-27", "XXXX-XX-27", "197X-04", "2015-05-22/2015-04-27", "XXXX");
  CAPTURE(text);
  const auto date = parse_edtf(text);
  REQUIRE(date);
  CHECK(to_edtf(*date) == text);
  CHECK(parse_edtf(to_edtf(*date)) == date);
}

TEST_CASE("what is no date is nothing", "[kind][edtf]") {
  const auto text = GENERATE(as<std::string>(), "", "2015-02-30", "2015-02-29", "1900-02-29", "XXXX-02-30", "2015-13",      //
                             "2015-00", "2015-04-00", "2015-04-31", "2015-XX-32", "15", "201", "20155", "2015-4", "2015-04-7",  //
                             "2015-04-27-", "2015-04-27T10:00", "2015/", "/2015", "../..", "..", "/", "2015/2016/2017",       //
                             "2015 ", " 2015", "2015~~", "~2015", "1XXX", "X974", "19X4", "2015-X4", "2015-0X", "2015?",       //
                             "2001-21", "-0000", "-XXXX", "--2015", "2015-02-30/2016", "2015/2016-02-30", "٢٠١٥", "abcd",     //
                             "2015-04-27/2015-05-32");
  CAPTURE(text);
  CHECK_FALSE(parse_edtf(text));
}

TEST_CASE("fields that are read are certain, the others hold 0", "[kind][edtf]") {
  const auto yearless = parse_edtf("XXXX-04-27")->first;
  CHECK(yearless.year == 0);
  CHECK(yearless.year_is == Certainty::unknown);
  CHECK(yearless.day_is == Certainty::certain);
  const auto decade = parse_edtf("197X")->first;
  CHECK(decade.year == 1970);
  CHECK(decade.unknown_year_digits == 1);
  CHECK(parse_edtf("19XX")->first.unknown_year_digits == 2);
  const auto open = *parse_edtf("../2015");
  CHECK(open.first == DatePoint{});
  CHECK(open.open_begin);
}

TEST_CASE("the days that a date may mean", "[kind][edtf]") {
  struct Row { const char *edtf, *first, *last; };
  const auto row = GENERATE(values<Row>({
      {"2015-05-22", "2015-05-22", "2015-05-22"},
      {"2015-02", "2015-02-01", "2015-02-28"},
      {"2016-02", "2016-02-01", "2016-02-29"},
      {"2015", "2015-01-01", "2015-12-31"},
      {"2015-XX-27", "2015-01-01", "2015-12-31"},
      {"197X", "1970-01-01", "1979-12-31"},
      {"19XX", "1900-01-01", "1999-12-31"},
      {"1974~", "1974-01-01", "1974-12-31"},  // how far "about" reaches is for the comparison to say
      {"2015-04-27/2015-05-22", "2015-04-27", "2015-05-22"},
      {"2015-04/2015", "2015-04-01", "2015-12-31"},
      {"2015/..", "2015-01-01", nullptr},
      {"../2015", nullptr, "2015-12-31"},
  }));
  CAPTURE(row.edtf);
  const auto days = interval(*parse_edtf(row.edtf));
  REQUIRE(days);
  const auto day = [](const char* edtf, std::int32_t open) { return edtf ? interval(*parse_edtf(edtf))->first : open; };
  CHECK(days->first == day(row.first, std::numeric_limits<std::int32_t>::min()));
  CHECK(days->last == day(row.last, std::numeric_limits<std::int32_t>::max()));
}

TEST_CASE("a date without its year, or a range that ends before it begins, means no days", "[kind][edtf]") {
  const auto text = GENERATE(as<std::string>(), "XXXX-04-27", "XXXX", "XXXX-04-27/2015-05-22", "2015/XXXX-05-22", "2015-05-22/2015-04-27");
  CAPTURE(text);
  CHECK_FALSE(interval(*parse_edtf(text)));
}

TEST_CASE("days and dates are two names of one thing", "[kind][edtf]") {
  CHECK(days_from_civil(1970, 1, 1) == 0);
  CHECK(days_from_civil(2000, 3, 1) == 11017);
  CHECK(days_from_civil(1969, 12, 31) == -1);
  std::int32_t expected = days_from_civil(1890, 1, 1);
  for (int year = 1890; year <= 2110; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++expected) {
        const auto point = civil_from_days(expected);
        if (days_from_civil(year, month, day) != expected || point.year != year || point.month != month || point.day != day) {
          FAIL("wrong at " << year << '-' << month << '-' << day);
        }
      }
    }
  }
  CHECK(civil_from_days(0).year_is == Certainty::implied);
  CHECK(days_from_civil(-4, 2, 29) + 1 == days_from_civil(-4, 3, 1));
  CHECK_THROWS_AS(days_from_civil(std::numeric_limits<int>::max(), 1, 1), std::out_of_range);
}

TEST_CASE("weekdays", "[kind][edtf]") {
  CHECK(weekday_of(0) == 4);
  CHECK(weekday_of(days_from_civil(2011, 5, 3)) == 2);  // a Tuesday, whatever the article says
  CHECK(weekday_of(days_from_civil(1943, 11, 22)) == 1);
  CHECK(weekday_of(-4) == 7);
  CHECK(weekday_of(std::numeric_limits<std::int32_t>::min()) >= 1);
}

TEST_CASE("lengths of months", "[kind][edtf]") {
  CHECK(days_in_month(2015, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2015, 4) == 30);
  CHECK(days_in_month(2015, 0) == 0);
  CHECK(days_in_month(2015, 13) == 0);
}
