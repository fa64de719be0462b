#pragma once
#include "kind/count_units.hpp"

namespace mizan {

/// Figures without a noun: whether they may stand so, and are told as such.
class BareFigures : public CountUnits {
 public:
  using CountUnits::CountUnits;

 protected:
  [[nodiscard]] bool is_figure_as_such(const NumberMention& figure) const;
  [[nodiscard]] bool follows_from() const;
  [[nodiscard]] bool may_stand_bare(const NumberMention& bare) const;
  [[nodiscard]] bool may_stand_parallel(const NumberMention& bare) const;
  [[nodiscard]] bool ends_clause() const;
  [[nodiscard]] const Atom* letter_unit(const NumberMention& figure) const;
  [[nodiscard]] bool ends_before_noun() const;

 private:
  [[nodiscard]] bool is_glued_to_word(const NumberMention& bare) const;
  [[nodiscard]] bool has_bound() const;
  [[nodiscard]] bool is_age_bound(const NumberMention& bare) const;
  [[nodiscard]] bool ends_sentence() const;
  [[nodiscard]] bool is_figure_noun_at(std::uint32_t token) const;
  [[nodiscard]] bool is_person(std::uint32_t token) const;
  [[nodiscard]] bool is_person_object(const NumberMention& bare) const;
  [[nodiscard]] bool is_measured_before(const NumberMention& bare) const;
};

}  // namespace mizan
