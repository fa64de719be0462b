#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "knowledge/flat.hpp"
#include "knowledge/world.hpp"
#include "mizan/result.hpp"
#include "reading/automaton.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// Classes that no list gives: of figures, number words and open-class words.
enum class OwnClass : std::uint8_t {
  number, count_number, number_and, integer, day, month_number, year, year2, year_words, year_pair, likely_year, part_day, part_month, part_year, hijri_year,
  noun, noun_definite, definite, owned_unit, word, capital, named, scaled_number, small_number, one_two, definite_number, definite_few, words_number, decimal_number, figure, noun_plural, sign, currency, month_alone,
  hijri_month_alone, old_year, round_year, round_year2, month_capital, weekday_and, month_and, ordinal_and, no_year, thousand_figure, long_number, unit, unit_definite, time_unit,
  measure_unit, month_lower, many_number, beyond_age, last
};

/// A rest shorter than this (in bytes; two Arabic letters are four) is no word behind a clitic.
inline constexpr std::size_t kShortestRest = 4;

/// What an entry may be read as.
struct EntryClasses {
  std::uint32_t begin = 0;  ///< of LanguageTables::entry_class_ids
  std::uint16_t size = 0;
  std::uint8_t is_currency = 0, unused = 0;
};

/// One language, ready to read with: its lists as automata, its rules as one rule set. A block of an image.
struct LanguageTables {
  Automaton words, stems;
  Array<ClassId> own_classes;         ///< by OwnClass
  Array<EntryClasses> entry_classes;  ///< by the entry's number
  Array<ClassId> entry_class_ids;
  FlatMap<ClassId> marks;  ///< marks that rules name, with the class of each
  RuleSet rules;
  Text article;  ///< as it is written on words; empty where it is a word of its own

  [[nodiscard]] bool is_inside(const Bounds& bounds, const Language& language) const;
};

/// Compiles a language of the packs to a block that begins with LanguageTables. Refuses rules that are none.
[[nodiscard]] Result<std::string> compile_tables(const Language& language, const World& world);

}  // namespace mizan
