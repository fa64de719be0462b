#pragma once

#include "kind/bare_figures.hpp"

namespace mizan {

/// Parts of a whole that words tell: one in four, two thirds of the crop. They are told in percent.
class Shares : public BareFigures {
 public:
  using BareFigures::BareFigures;

 protected:
  [[nodiscard]] std::optional<Decimal> share() const;
  [[nodiscard]] std::optional<Decimal> fraction_share() const;

 private:
  [[nodiscard]] bool is_told_of_whole() const;
  [[nodiscard]] bool is_told_of_noun_behind(bool is_bounded) const;
  [[nodiscard]] bool is_half_told(bool is_bounded) const;
  [[nodiscard]] bool may_lie_under() const;
  [[nodiscard]] bool is_clear_part(const Atom& part) const;
  [[nodiscard]] bool is_compared() const;
  [[nodiscard]] bool is_one_part(const Atom& part) const;
};

}  // namespace mizan
