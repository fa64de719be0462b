#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mizan::eval {

enum class Sign : std::uint8_t { any, positive, negative };

/// One thing that is so or not, and what is seen of it: values by the index of their weight.
struct Example {
  std::vector<std::pair<std::size_t, double>> seen;
  bool is_so = false;
};

/// What a weight is believed to be before any example: how far the examples may move it is the strength of the fit.
struct Prior {
  double weight = 0;
  Sign sign = Sign::any;
};

/// Weights (nat per unit) of the logistic regression that is likeliest given the examples and normal priors around `priors`, each of variance 1/strength, cut at
/// zero by the sign. Maximum a posteriori by cyclic coordinate descent with Newton steps (Genkin, Lewis, Madigan 2007, "Large-scale Bayesian logistic regression"):
/// deterministic, no random start.
[[nodiscard]] std::vector<double> fit_logistic(const std::vector<Example>& examples, const std::vector<Prior>& priors, double strength);

/// Mean of −ln of the chance that the weights gave to what was so.
[[nodiscard]] double log_loss(const std::vector<Example>& examples, const std::vector<double>& weights);
[[nodiscard]] double chance(const Example& example, const std::vector<double>& weights);

}  // namespace mizan::eval
