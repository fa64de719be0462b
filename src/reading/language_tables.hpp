#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "knowledge/background.hpp"
#include "knowledge/flat.hpp"
#include "knowledge/world.hpp"
#include "mizan/result.hpp"
#include "reading/automaton.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// Classes that no list gives: of figures, number words and open-class words.
enum class OwnClass : std::uint8_t {
  // Only of figures, and of words that a number or a date is read from.
  number, count_number, number_and, integer, day, month_number, year, year2, year_words, year_pair, likely_year, part_day, part_month, part_year,
  hijri_year, scaled_number, small_number, one_two, definite_number, definite_few, words_number, decimal_number, figure, month_alone,
  hijri_month_alone, old_year, round_year, round_year2, month_capital, weekday_and, month_and, ordinal_and, no_year, thousand_figure, long_number,
  month_lower, many_number, beyond_age,
  // Of units, as their lists have them.
  unit, time_unit, measure_unit, currency,
  // Of what a list knows as something else, or none does.
  sign, unit_definite, noun, noun_definite, noun_plural, definite, owned_unit, word, capital, named,
  last
};

/// A rest shorter than this (in bytes; two Arabic letters are four) is no word behind a clitic.
inline constexpr std::size_t kShortestRest = 4;

/// What an entry may be read as.
struct EntryClasses {
  std::uint32_t begin = 0;  ///< of LanguageTables::entry_class_ids
  std::uint8_t size = 0;
  std::uint8_t is_currency = 0;
  PivotReach reach;  ///< of all of its classes
};

/// One language, ready to read with: its lists as automata, its rules as one rule set. A block of an image.
struct LanguageTables {
  Automaton words, stems;
  Array<ClassId> own_classes;         ///< by OwnClass
  Array<EntryClasses> entry_classes;  ///< by the entry's number
  Array<ClassId> entry_class_ids;
  FlatMap<ClassId> marks;  ///< marks that rules name, with the class of each
  RuleSet rules;
  PivotReach figure_reach;  ///< of a number, whatever its classes
  Text article;  ///< as it is written on words; empty where it is a word of its own

  [[nodiscard]] bool is_inside(const Bounds& bounds, const Language& language) const;
};

/// Compiles a language of the packs to a block that begins with LanguageTables. Refuses rules that are none.
[[nodiscard]] Result<std::string> compile_tables(const Language& language, const World& world, const Background& background);

}  // namespace mizan
