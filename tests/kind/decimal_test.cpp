#include <catch2/catch.hpp>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "mizan/value.hpp"

using namespace mizan;

namespace {
std::string shown(const std::optional<Decimal>& value) { return value ? show(*value) : "-"; }
}  // namespace

TEST_CASE("decimals are read exactly and shown plainly", "[kind][decimal]") {
  struct Row { const char *text, *expected; };
  const auto row = GENERATE(values<Row>({
      {"0", "0"}, {"-0", "0"}, {"0.000", "0"}, {"007", "7"}, {"190", "190"}, {"-190", "-190"},
      {"12.5", "12.5"}, {"12.50", "12.5"}, {"0.05", "0.05"}, {"-0.25", "-0.25"},
      {"3000000000", "3000000000"}, {"1.5e9", "1500000000"}, {"1e+20", "100000000000000000000"}, {"2.5E-3", "0.0025"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"1000000000000000000000000000000", "1000000000000000000000000000000"},  // one digit of mantissa, however many zeros
      {"0.1000000000000000000000000000000", "0.1"},
      {"9223372036854775808", "-"},    // one more than 64 bits hold
      {"10000000000000000000000001", "-"},
      {"123456789012345678901234567890123456789012345678901234567890", "-"},
      {"1e999999999", "-"}, {"1e-999999999", "-"}, {"1e99999999999", "-"},
      {"", "-"}, {"-", "-"}, {".5", "-"}, {"5.", "-"}, {"+5", "-"}, {"1,000", "-"}, {"1 000", "-"}, {" 1", "-"}, {"1e", "-"},
      {"1e+", "-"}, {"1e+-5", "-"}, {"1e5x", "-"}, {"--1", "-"}, {"0x10", "-"}, {"inf", "-"}, {"nan", "-"}, {"1.2.3", "-"},
  }));
  CAPTURE(row.text);
  CHECK(shown(parse_decimal(row.text)) == row.expected);
}

TEST_CASE("equal amounts are equal decimals", "[kind][decimal]") {
  CHECK(make_decimal(3, 9) == make_decimal(3'000'000'000));
  CHECK(make_decimal(1250, -2) == *parse_decimal("12.5"));
  CHECK(make_decimal(0, 5) == Decimal{});
  CHECK_THROWS_AS(make_decimal(1, std::numeric_limits<std::int32_t>::max()), std::out_of_range);
}

TEST_CASE("decimals are ordered by amount", "[kind][decimal]") {
  // Each row is less than the next.
  const std::vector<std::string> ascending = {
      "-1e200", "-9223372036854775808", "-9223372036854775807", "-10", "-9.9", "-0.1", "-1e-200", "0", "1e-200", "0.09", "0.1", "9.9", "10",
      "10.000000000000001", "11", "9223372036854775806", "9223372036854775807", "92233720368547758070", "1e200"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CAPTURE(ascending[i], ascending[j]);
      CHECK((compare(*parse_decimal(ascending[i]), *parse_decimal(ascending[j])) == (i <=> j)));
    }
  }
}

TEST_CASE("sums and products are exact or refused", "[kind][decimal]") {
  struct Row { const char *a, *b, *sum, *product; };
  const auto row = GENERATE(values<Row>({
      {"0.1", "0.2", "0.3", "0.02"},
      {"3.2", "1e9", "1000000003.2", "3200000000"},
      {"190", "-190", "0", "-36100"},
      {"0", "12.5", "12.5", "0"},
      {"95", "5", "100", "475"},
      {"9223372036854775807", "1", "-", "9223372036854775807"},           // 2^63 would not fit
      {"9223372036854775807", "3", "9223372036854775810", "-"},           // but a sum that ends in 0 does
      {"-9223372036854775808", "-9223372036854775808", "-", "-"},
      {"-9223372036854775808", "10", "-9223372036854775798", "-92233720368547758080"},
      {"1e200", "1e-200", "-", "1"},
      {"1e50", "1e250", "-", "-"},
      {"1e19", "1", "-", "10000000000000000000"},
      {"1e18", "1", "1000000000000000001", "1000000000000000000"},
      {"4294967296", "4294967296", "8589934592", "-"},
  }));
  const auto a = *parse_decimal(row.a), b = *parse_decimal(row.b);
  CAPTURE(row.a, row.b);
  CHECK(shown(add(a, b)) == row.sum);
  CHECK(shown(add(b, a)) == row.sum);
  CHECK(shown(multiply(a, b)) == row.product);
  CHECK(shown(multiply(b, a)) == row.product);
}

TEST_CASE("the nearest double", "[kind][decimal]") {
  CHECK(to_double(*parse_decimal("0.1")) == 0.1);
  CHECK(to_double(*parse_decimal("-37305.97")) == -37305.97);
  CHECK(to_double(*parse_decimal("1e200")) == 1e200);
  CHECK(to_double(Decimal{}) == 0.0);
}
