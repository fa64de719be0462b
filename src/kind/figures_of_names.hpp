#pragma once
#include "kind/count_bounds.hpp"

namespace mizan {

/// Figures that count nothing although a noun stands beside them: years of events, parts of names, letters, months. Who speaks is not counted either.
class FiguresOfNames : public CountBounds {
 public:
  using CountBounds::CountBounds;

 protected:
  /// The 2020 presidential nomination, the 2018 elections: where the noun comes last, a plain figure that may be a year names what it stands before, but for
  /// people and measures, which no year names.
  [[nodiscard]] bool names_year(const Decimal& value) const;
  /// mAb114, the half-life of rhACE2 in humans: where no clitics are written on figures, a word that is glued to one makes a name of it. A sign before its
  /// figure (EUR20) is a part of the mention.
  [[nodiscard]] bool is_in_name() const;
  /// "50 million Zealandic dollars" are nobody knows whose, and "20 Dome Mines shares" no mines: the noun is a part of the name.
  [[nodiscard]] bool is_unsure_behind_name() const;
  /// "said one farmer", "one farmer said": who speaks is not counted.
  [[nodiscard]] bool is_speaker(const Decimal& value) const;
  /// 41C is a temperature only where the sentence speaks of one, and only as one word.
  [[nodiscard]] bool is_stray_letter() const;
  /// 10-2015
  [[nodiscard]] bool may_be_month_and_year(const Decimal& low, const Decimal& high) const;

 private:
  /// "his absence from the World Cup 2018 is a heavy blow": right behind an event a plain figure is its year sooner than what comes next. Not "marched 2000 people".
  [[nodiscard]] bool names_year_of_event(const NumberMention& figure, const Decimal& value) const;
};

}  // namespace mizan
