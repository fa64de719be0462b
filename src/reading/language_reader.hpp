#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/result.hpp"
#include "reading/automaton.hpp"
#include "reading/reader.hpp"
#include "reading/reading.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// One language, compiled: its lists as automata, its rules as one rule set.
class LanguageReader {
 public:
  [[nodiscard]] static Result<std::unique_ptr<LanguageReader>> make(const Language& language, const World& world);

  /// Everything that lists, numbers and rules find in the sentence's tokens.
  void read(const Reading& reading, Sentence& sentence, const Stemmer& stemmer) const;
  /// Where the token is two known words without a space between them (theUnitedStates): the length of the first in bytes; else 0.
  [[nodiscard]] std::size_t split_of(std::string_view word) const;
  [[nodiscard]] const Language& language() const { return language_; }
  /// `word` without its clitics, where the rest is known to the lists; else without an article or conjunction that leaves a long enough rest.
  [[nodiscard]] std::string_view without_clitics(std::string_view word) const;
  [[nodiscard]] bool is_stopword(std::string_view word, WordClass up_to) const;

 private:
  /// A way to see one token as a word of the lists.
  struct Variant {
    WordId word = Automaton::no_word;
    std::uint32_t skipped = 0;  ///< bytes of clitics
    const Clitic* clitic = nullptr;
    bool without_ending = false;
  };
  explicit LanguageReader(const Language& language) : language_(language) {}
  void add_with_detached_conjunction(const std::vector<std::string_view>& words, std::uint32_t entry);
  [[nodiscard]] std::vector<Variant> variants(std::string_view word) const;
  void find_atoms(const Reading& reading, Sentence& sentence) const;
  void find_triggers(const Reading& reading, Sentence& sentence, const Stemmer& stemmer) const;
  void apply_rules(const Reading& reading, Sentence& sentence) const;
  [[nodiscard]] std::vector<std::vector<ClassedAtom>> classed_atoms(const Reading& reading, const Sentence& sentence) const;
  [[nodiscard]] std::vector<ClassId> classes_of(const NumberMention& number) const;
  [[nodiscard]] bool has_article(std::string_view word) const;
  [[nodiscard]] bool is_open_noun(const Reading& reading, const Sentence& sentence, std::uint32_t token) const;
  void give_classes(const World& world);
  [[nodiscard]] ClassId class_id(const char* name) const { return classes_.all().at(name); }

  const Language& language_;
  Automaton words_, stems_;
  Classes classes_;
  std::vector<std::vector<ClassId>> entry_classes_;
  RuleSet rules_;
  std::string article_;  ///< as it is written on words; empty where it is a word of its own
};

}  // namespace mizan
