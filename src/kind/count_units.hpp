#pragma once
#include "kind/count_parts.hpp"

namespace mizan {

/// What is counted: the unit of a count, and whether the figure and its noun are of one another.
class CountUnits : public CountParts {
 public:
  using CountParts::CountParts;

 protected:
  [[nodiscard]] std::string unit_id() const;
  [[nodiscard]] bool add_smaller_unit(Quantity& quantity, Decimal& low) const;
  [[nodiscard]] bool is_strength(const std::string& unit, const Decimal& low) const;
  [[nodiscard]] bool is_linked_strength() const;
  [[nodiscard]] bool may_be_strength(const Decimal& low) const;
  [[nodiscard]] bool is_part_of_whole(const Quantity& quantity, const Decimal& low) const;
  [[nodiscard]] bool add_fraction(Decimal& low) const;
  [[nodiscard]] bool add_subunit(Decimal& low, const std::string& unit) const;
  [[nodiscard]] bool may_count(const Decimal& value, const Atom& noun) const;
  [[nodiscard]] bool is_out_of_order(const Decimal& value, const Atom& unit) const;
  [[nodiscard]] bool is_modifier(const Decimal& value, const Atom& unit) const;
  [[nodiscard]] bool set_unit(Quantity& quantity, ReadValue& read);
  [[nodiscard]] const Atom* percent_before_change() const;
  static constexpr const char* kMagnitude = "magnitude";  ///< the unit, and the role that its events have

  [[nodiscard]] bool is_owner() const;
  [[nodiscard]] bool owns_number() const;

  std::string divisor_;  ///< what a rate of so many divides by: "100" or "1000"; else empty

 private:
  [[nodiscard]] static std::optional<std::int64_t> whole_ratio(const Decimal& large, const Decimal& small);
  [[nodiscard]] std::string_view noun_at(std::uint32_t token) const;
  [[nodiscard]] static bool is_definite_few(const NumberMention& figure);
  [[nodiscard]] std::string open_unit(std::uint32_t token) const;
  [[nodiscard]] bool is_medal_of_list(const Atom& unit) const;
  [[nodiscard]] bool stands_apart(const Atom& noun) const;
  [[nodiscard]] std::string currency_of(const std::string& unit) const;
  [[nodiscard]] bool has_strength(const std::string& event) const;
  [[nodiscard]] bool tells_strength() const;
  [[nodiscard]] std::string fuller_unit(std::string unit) const;
  [[nodiscard]] bool is_part_of_rate_point(const std::string& unit) const;
};

}  // namespace mizan
