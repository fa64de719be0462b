#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/result.hpp"
#include "reading/language_tables.hpp"
#include "reading/reader.hpp"
#include "reading/reading.hpp"
#include "reading/word_memory.hpp"

namespace mizan {

/// Reads sentences of one language with its tables.
class LanguageReader {
 public:
  /// `index` is its place in Knowledge::languages and in ReadingMemory::languages. Refuses an image that has no tables of that language, or broken ones.
  [[nodiscard]] static Result<std::unique_ptr<LanguageReader>> make(const Knowledge& knowledge, std::size_t index);

  /// Everything that lists, numbers and rules find in the sentences' tokens. One step after another over all of the sentences, not one sentence after another:
  /// a processor keeps the code of one step at hand, but not of all of them.
  void read(const Reading& reading, std::span<Sentence> sentences) const;
  /// Where the token is two known words without a space between them (theUnitedStates): the length of the first in bytes; else 0.
  [[nodiscard]] std::size_t split_of(std::string_view word) const;
  /// The same for a word of a text.
  [[nodiscard]] std::size_t split_of(ReadingMemory& memory, WordId word) const;
  [[nodiscard]] const Language& language() const { return language_; }
  /// `word` without its clitics, where the rest is known to the lists; else without an article or conjunction that leaves a long enough rest.
  [[nodiscard]] std::string_view without_clitics(std::string_view word) const;
  /// The same for a word of a text.
  [[nodiscard]] std::string_view without_clitics(ReadingMemory& memory, WordId word) const;
  /// The stem of that.
  [[nodiscard]] const std::string& bare_stem(ReadingMemory& memory, WordId word) const;
  [[nodiscard]] double stem_idf(ReadingMemory& memory, WordId word) const;
  [[nodiscard]] const std::string& bare_name(ReadingMemory& memory, WordId word, const std::function<std::string(std::string_view)>& name_of) const;

 private:
  LanguageReader(const Language& language, const Background& background, const LanguageTables& tables, std::size_t index)
      : language_(language), background_(background), tables_(tables), words_(tables.words), stems_(tables.stems), rules_(tables.rules),
        article_(tables.article), index_(index) {
    list_open_classes();
  }
  void find_variants(std::string_view word, std::vector<Variant>& variants) const;
  [[nodiscard]] bool is_function_word(std::string_view word) const;
  void find_stems(std::string_view word, LanguageMemory& memory, KnownWord& known) const;
  /// Reads those of the words that are new.
  void know_words(ReadingMemory& memory, std::span<const WordId> words) const;
  void read_word(ReadingMemory& memory, WordId word) const;
  [[nodiscard]] std::string_view without_article(std::string_view word) const;
  /// The same for a word of the sentence at hand: all of them are known.
  [[nodiscard]] const KnownWord& known(const Reading& reading, std::uint32_t token) const {
    return reading.memory->languages[index_]->words[reading.words[token]];
  }
  class AtomFinder;
  [[nodiscard]] bool begins_form(const LanguageMemory& language, const KnownWord& word, const KnownWord& next) const;
  /// Says what the sentence holds.
  std::uint8_t find_atoms(const Reading& reading, Sentence& sentence) const;
  void walk_triggers(const Reading& reading, const Sentence& sentence, std::uint32_t first, std::vector<Atom>& triggers) const;
  void find_triggers(const Reading& reading, Sentence& sentence) const;
  void apply_rules(const Reading& reading, Sentence& sentence) const;
  void find_near_pivots(const Sentence& sentence, NearPivots& near) const;
  /// Gives what may be part of a match its classes.
  void classify(const Reading& reading, const Sentence& sentence, ClassedTokens& tokens) const;
  void list_open_classes();
  void classify_number(const NumberMention& number, std::vector<ClassId>& classes) const;
  [[nodiscard]] bool has_article(std::string_view word) const;
  /// Has `owned_unit` one for the word of the token? Asked once: few words stand where it matters.
  [[nodiscard]] bool has_owned_unit(const Reading& reading, std::uint32_t token) const;
  /// The plural of `units` that the word is with its owner written on it: its children. Null where it is none.
  [[nodiscard]] const Entry* owned_unit(std::string_view word) const;
  [[nodiscard]] bool is_definite_plural(const Atom& unit) const;
  [[nodiscard]] bool is_open_noun(const Reading& reading, const Sentence& sentence, std::uint32_t token) const;
  /// Is it a name between a figure and the noun that is counted: "36 Airbus aircraft"? Not where the figure itself is between names ("the Boeing 737 Max jets").
  [[nodiscard]] bool names_counted(const Reading& reading, const Sentence& sentence, std::uint32_t token, const NumberMention& figure, bool goes_on) const;
  [[nodiscard]] ClassId id_of(OwnClass what) const { return tables_.own_classes[static_cast<std::size_t>(what)]; }
  [[nodiscard]] const EntryClasses& place_of(const Entry& entry) const {
    return tables_.entry_classes[static_cast<std::size_t>(&entry - language_.entries.data())];
  }
  [[nodiscard]] std::span<const ClassId> classes_of(const Entry& entry) const {
    const auto& place = place_of(entry);
    return {tables_.entry_class_ids.data() + place.begin, place.size};
  }
  [[nodiscard]] bool is_currency(const Entry& entry) const { return place_of(entry).is_currency != 0; }

  const Language& language_;
  const Background& background_;
  const LanguageTables& tables_;
  const Automaton &words_, &stems_;
  const RuleSet& rules_;
  std::string_view article_;
  std::size_t index_;
  /// What a rule may ask of a word that no list knows, and for each combination the classes of such a word.
  static constexpr std::size_t kCapital = 1, kNoun = 2, kPlural = 4, kDefinite = 8;
  std::array<std::vector<ClassId>, 16> open_classes_;  ///< by traits
  std::vector<ClassId> owned_classes_, named_classes_;
  bool reads_noun_ = false;
};

}  // namespace mizan
