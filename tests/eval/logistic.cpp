#include "logistic.hpp"

#include <algorithm>
#include <cmath>

namespace mizan::eval {
namespace {

double sum(const Example& example, const std::vector<double>& weights) {
  double total = 0;
  for (const auto& [at, value] : example.seen) total += weights[at] * value;
  return total;
}

double logistic(double nat) { return 1 / (1 + std::exp(-nat)); }

double within(double weight, Sign sign) {
  return sign == Sign::positive ? std::max(weight, 0.0) : sign == Sign::negative ? std::min(weight, 0.0) : weight;
}

}  // namespace

std::vector<double> fit_logistic(const std::vector<Example>& examples, const std::vector<Prior>& priors, double strength) {
  std::vector<double> weights;
  for (const auto& prior : priors) weights.push_back(within(prior.weight, prior.sign));
  std::vector<std::vector<std::pair<std::size_t, double>>> where(priors.size());  // weight → examples that see it
  std::vector<double> sums;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    sums.push_back(sum(examples[i], weights));
    for (const auto& [at, value] : examples[i].seen) where[at].emplace_back(i, value);
  }
  constexpr int most_rounds = 400;
  constexpr double still = 1e-5, longest_step = 0.5;
  for (int round = 0; round < most_rounds; ++round) {
    double moved = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) {
      double slope = strength * (weights[at] - priors[at].weight), curve = strength;
      for (const auto& [i, value] : where[at]) {
        const double p = logistic(sums[i]);
        slope += (p - (examples[i].is_so ? 1 : 0)) * value;
        curve += p * (1 - p) * value * value;
      }
      const double step = std::clamp(-slope / curve, -longest_step, longest_step);
      const double changed = within(weights[at] + step, priors[at].sign) - weights[at];
      weights[at] += changed;
      for (const auto& [i, value] : where[at]) sums[i] += changed * value;
      moved = std::max(moved, std::abs(changed));
    }
    if (moved < still) break;
  }
  return weights;
}

double chance(const Example& example, const std::vector<double>& weights) { return logistic(sum(example, weights)); }

double log_loss(const std::vector<Example>& examples, const std::vector<double>& weights) {
  double total = 0;
  for (const auto& example : examples) {
    const double p = chance(example, weights);
    total -= std::log(std::max(1e-12, example.is_so ? p : 1 - p));
  }
  return examples.empty() ? 0 : total / static_cast<double>(examples.size());
}

}  // namespace mizan::eval
