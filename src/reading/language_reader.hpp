#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/result.hpp"
#include "reading/automaton.hpp"
#include "reading/reader.hpp"
#include "reading/reading.hpp"
#include "reading/rules.hpp"
#include "reading/word_memory.hpp"

namespace mizan {

/// Classes that no list gives: of figures, number words and open-class words.
enum class OwnClass : std::uint8_t {
  number, count_number, number_and, integer, day, month_number, year, year2, year_words, year_pair, likely_year, part_day, part_month, part_year, hijri_year,
  noun, word, capital, scaled_number, small_number, one_two, definite_number, words_number, decimal_number, figure, noun_plural, sign, currency, month_alone,
  hijri_month_alone, old_year, round_year, round_year2, month_capital, weekday_and, month_and, ordinal_and, no_year, thousand_figure, long_number, unit, time_unit, measure_unit, month_lower, last
};

/// One language, compiled: its lists as automata, its rules as one rule set.
class LanguageReader {
 public:
  /// `index` is its place in ReadingMemory::languages.
  [[nodiscard]] static Result<std::unique_ptr<LanguageReader>> make(const Language& language, const World& world, std::size_t index = 0);

  /// Everything that lists, numbers and rules find in the sentence's tokens.
  void read(const Reading& reading, Sentence& sentence) const;
  /// Where the token is two known words without a space between them (theUnitedStates): the length of the first in bytes; else 0.
  [[nodiscard]] std::size_t split_of(std::string_view word) const;
  /// The same for a word of a text.
  [[nodiscard]] std::size_t split_of(ReadingMemory& memory, WordId word) const;
  [[nodiscard]] const Language& language() const { return language_; }
  /// `word` without its clitics, where the rest is known to the lists; else without an article or conjunction that leaves a long enough rest.
  [[nodiscard]] std::string_view without_clitics(std::string_view word) const;
  /// The stem of that, for a word of a text.
  [[nodiscard]] const std::string& bare_stem(ReadingMemory& memory, WordId word) const;

 private:
  explicit LanguageReader(const Language& language, std::size_t index) : language_(language), index_(index) {}
  void add_with_detached_conjunction(const std::vector<std::string_view>& words, std::uint32_t entry);
  void find_variants(std::string_view word, std::vector<Variant>& variants) const;
  void find_stems(std::string_view word, LanguageMemory& memory, KnownWord& known) const;
  /// What is known of the word, which is read where it is new.
  const KnownWord& know(ReadingMemory& memory, WordId word) const;
  /// The same for a word of the sentence at hand: all of them are known.
  [[nodiscard]] const KnownWord& known(const Reading& reading, std::uint32_t token) const {
    return reading.memory->languages[index_]->words[reading.words[token]];
  }
  [[nodiscard]] std::span<const Variant> variants(const Reading& reading, std::uint32_t token) const;
  [[nodiscard]] std::span<const WordId> stems(const Reading& reading, std::uint32_t token) const;
  void find_atoms(const Reading& reading, Sentence& sentence) const;
  void find_triggers(const Reading& reading, Sentence& sentence) const;
  void apply_rules(const Reading& reading, Sentence& sentence) const;
  void classify(const Reading& reading, const Sentence& sentence, ClassedTokens& tokens) const;
  void classify_number(const NumberMention& number, std::vector<ClassId>& classes) const;
  [[nodiscard]] bool has_article(std::string_view word) const;
  [[nodiscard]] bool is_open_noun(const Reading& reading, const Sentence& sentence, std::uint32_t token) const;
  void give_classes(const World& world);
  void drop_unread_classes();
  [[nodiscard]] ClassId id_of(OwnClass what) const { return own_classes_[static_cast<std::size_t>(what)]; }
  [[nodiscard]] std::span<const ClassId> classes_of(const Entry& entry) const {
    const auto& place = entry_classes_[static_cast<std::size_t>(&entry - language_.entries.data())];
    return std::span(entry_class_ids_).subspan(place.begin, place.size);
  }
  [[nodiscard]] bool is_currency(const Entry& entry) const { return entry_classes_[static_cast<std::size_t>(&entry - language_.entries.data())].is_currency; }

  struct EntryClasses {
    std::uint32_t begin = 0, size = 0;  ///< of entry_class_ids_
    bool is_currency = false;
  };
  const Language& language_;
  std::size_t index_;
  Automaton words_, stems_;
  Classes classes_;
  std::array<ClassId, static_cast<std::size_t>(OwnClass::last)> own_classes_{};
  std::vector<EntryClasses> entry_classes_;
  std::vector<ClassId> entry_class_ids_;
  RuleSet rules_;
  std::string article_;  ///< as it is written on words; empty where it is a word of its own
};

}  // namespace mizan
