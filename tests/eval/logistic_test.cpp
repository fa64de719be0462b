#include <catch2/catch.hpp>
#include <cmath>

#include "eval/logistic.hpp"
#include "support/random.hpp"

using namespace mizan::eval;

namespace {

/// Examples of a world in which the true weights are known: −1, and 2 for what is seen in half of them.
std::vector<Example> drawn(std::size_t count) {
  mizan::test::Random random(7);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < count; ++i) {
    Example example{{{0, 1.0}}, false};
    const bool seen = random.chance(50);
    if (seen) example.seen.emplace_back(1, 1.0);
    example.is_so = random.below(1000000) < static_cast<std::uint64_t>(1e6 / (1 + std::exp(seen ? -1.0 : 1.0)));
    examples.push_back(example);
  }
  return examples;
}

}  // namespace

TEST_CASE("a logistic fit finds the weights that made its examples", "[fit]") {
  const auto examples = drawn(20000);
  const auto weights = fit_logistic(examples, {{0, Sign::any}, {0, Sign::any}}, 0.01);
  CHECK(weights[0] == Approx(-1).margin(0.1));
  CHECK(weights[1] == Approx(2).margin(0.1));
  CHECK(log_loss(examples, weights) < log_loss(examples, {0, 0}));
}

TEST_CASE("a weight keeps its sign, and stays where it was believed to be while nothing speaks against it", "[fit]") {
  const auto examples = drawn(2000);
  CHECK(fit_logistic(examples, {{0, Sign::any}, {-0.5, Sign::negative}}, 0.01)[1] == 0);
  CHECK(fit_logistic({}, {{0.7, Sign::positive}, {-0.3, Sign::negative}}, 1) == std::vector<double>{0.7, -0.3});
  const auto believed = fit_logistic(examples, {{0, Sign::any}, {0, Sign::any}}, 1e9);
  CHECK(believed[1] == Approx(0).margin(0.001));
}

TEST_CASE("what is seen twice as strongly speaks twice as loud", "[fit]") {
  CHECK(chance({{{0, 1.0}}, true}, {0.0}) == Approx(0.5));
  CHECK(std::log(chance({{{0, 2.0}}, true}, {1.5}) / (1 - chance({{{0, 2.0}}, true}, {1.5}))) == Approx(3));
}
