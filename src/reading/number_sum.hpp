#pragma once
#include <cstdint>

#include "reading/figures.hpp"

namespace mizan {

/// A whole number; -1 where it has decimals.
[[nodiscard]] std::int64_t integer_of(const Decimal& value);
/// a + b into a; false where the sum does not fit.
bool add_to(Decimal& a, const Decimal& b);
/// A third has no decimal: the packs round it to four places, and nothing may be multiplied by that.
[[nodiscard]] bool is_exact(const NumberPart& fraction);
/// Two thousand in the nominative and one thousand in the accusative are one word where its marks are missing: before its noun it is the dual, behind a
/// number, or where no noun follows, the other. Makes the part the other.
void as_accusative(NumberPart& part);

/// The sum of a number's parts so far: closed scale groups, and the group at hand. Says of each part whether it still belongs to the number; knows the
/// grammar of numbers (in which order they add, what multiplies), and nothing of the text.
class NumberSum {
 public:
  /// `adds_by_conjunction`: number words join with "and" (ar), not by standing together (en).
  NumberSum(bool adds_by_conjunction, bool strict_order = false) : strict_order_(strict_order), adds_by_conjunction_(adds_by_conjunction) {}

  /// What stands before the first part, and how it is written.
  struct Beginning {
    bool behind_article = false, behind_month = false;
    bool four_figures = false;  ///< as a year is
  };
  /// Takes the first part, or says that no number begins with it.
  bool begin(const NumberPart& part, const Beginning& beginning);
  /// Takes the next part, or says that it does not belong to this number.
  bool take(NumberPart part);
  /// Takes the places behind a decimal word into a whole number below any scale.
  bool take_places(const Decimal& places);

  Decimal total, group;
  std::int64_t group_scale = 1;
  bool open = false;
  bool ended = false;    ///< a fraction closed it
  bool decimal = false;  ///< its places were told: two point five

 private:
  bool multiply_by(const NumberPart& part, std::int64_t value);
  bool add_fraction(const NumberPart& part);
  bool add_part(const NumberPart& part, std::int64_t value);
  [[nodiscard]] bool fits_group(const NumberPart& part) const;

  std::int64_t limit_ = INT64_MAX;  ///< a later group must stay below the scale of the group before it
  bool strict_order_;               ///< hundreds before tens, and in Arabic ones before tens
  bool adds_by_conjunction_;
  NumeralType last_ = NumeralType::digit;
  bool last_literal_ = false;
  bool four_figures_ = false, behind_month_ = false;  ///< of the first part
};

}  // namespace mizan
