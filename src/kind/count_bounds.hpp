#pragma once

#include "kind/shares.hpp"

namespace mizan {

/// What the words around a figure make of it: more than, at least, about.
class CountBounds : public Shares {
 public:
  using Shares::Shares;

 protected:
  void set_bounds(Quantity& quantity) const;

 private:
  [[nodiscard]] const Entry* qualifier_of(const Atom& verb) const;
  [[nodiscard]] bool is_preposition(const Atom& bound) const;
  [[nodiscard]] bool is_addition(const Atom& bound) const;
};

}  // namespace mizan
