#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.hpp"
#include "reading/tokens.hpp"
#include "text/word_table.hpp"

namespace mizan {

class LanguageReader;
struct ReadingMemory;
struct Rule;

/// A stretch of tokens that a list knows, a number, or an open-class word. [first, last) counts the document's tokens.
struct Atom {
  std::uint32_t first = 0, last = 0;
  FoldedOffset begin{}, end{};   ///< without the clitics
  const Entry* entry = nullptr;  ///< none for numbers, marks and open-class words
  std::int32_t number = -1;      ///< index into Sentence::numbers
  std::uint32_t word_list = 0;   ///< of its entry, as `list` is: a sentence is asked so often what stands in it that the entries should stay where they are
  List list{};                   ///< means nothing where there is no entry
  bool conjunction = false, preposition = false, locative = false, article = false, future = false;  ///< clitics that came off

  void set(const Entry& of) {
    entry = &of;
    list = of.list;
    word_list = of.word_list;
  }
  /// Is it of this list of words.tsv? Only where there is an entry.
  [[nodiscard]] bool is_word(WordList of) const { return list == List::words && word_list == of.hash; }
};
static_assert(sizeof(Atom) == 40);

/// A cardinal number as it stands, before anything says what it counts.
struct NumberMention {
  std::uint32_t first = 0, last = 0;
  FoldedOffset begin{}, end{};
  Decimal value;
  std::optional<Decimal> other_value;  ///< where the separator may be the other one (4.500)
  bool in_words = false, has_scale = false, grouped = false, decimal = false;
  std::int32_t scale_exponent = 0;  ///< 6 where it ends in a million: 5 million, but not 5 million and one
  bool is_year_words = false;      ///< nineteen ninety-nine
  std::uint8_t digits = 0;         ///< of a number written in plain digits; 0 otherwise
  bool leading_zero = false;
  bool refused = false;            ///< the figures around it do not make one number: better none than a wrong one
  bool conjunction = false;        ///< an "and" is written on it
  bool article = false;            ///< an article is: the three
};

/// One part of a rule's match.
struct Capture {
  std::string_view label;  ///< as the rule names it: day, month:2
  Atom atom;
};

/// What a rule matched, and won the arbiter for.
struct Mention {
  const Rule* rule = nullptr;
  std::uint32_t first = 0, last = 0;
  FoldedOffset begin{}, end{};
  std::vector<Capture> captures;

  [[nodiscard]] const Atom* get(std::string_view label) const;
};

/// Countries named side by side.
struct CountryMention {
  std::uint32_t first = 0, last = 0;
  FoldedOffset begin{}, end{};
  std::vector<Atom> names;
  bool partial = false;
};

/// [first, last) tokens between two clause borders.
struct Clause {
  std::uint32_t first = 0, last = 0;
  bool quoted = false;
};

struct Sentence {
  std::uint32_t first = 0, last = 0;
  const LanguageReader* language = nullptr;  ///< none where no pack reads its script
  std::vector<Atom> atoms;                   ///< by first token, longest first
  std::vector<std::uint32_t> atom_begins;    ///< for each token the first atom that begins at it or behind it, and one past the last
  std::vector<Atom> triggers;                ///< matches by stem: events, roles, modality …
  std::vector<NumberMention> numbers;
  std::vector<Mention> mentions;             ///< after the arbiter: no two share a token
  std::vector<Mention> lost;                 ///< what the arbiter did not take; only where Reading::keeps_lost asks for it
  std::vector<CountryMention> countries;
  std::vector<Clause> clauses;

  /// Atoms of lists that begin at token `i`, longest first.
  [[nodiscard]] std::span<const Atom> atoms_at(std::uint32_t i) const {
    if (i < first || i >= last || atom_begins.empty()) return {};
    const auto begin = atom_begins[i - first], end = atom_begins[i - first + 1];
    return std::span(atoms).subspan(begin, end - begin);
  }

  /// The atom of the given list of words.tsv that begins at token `i`, or none.
  [[nodiscard]] const Atom* word_at(std::uint32_t i, WordList list) const {
    for (const auto& atom : atoms_at(i))
      if (atom.is_word(list)) return &atom;
    return nullptr;
  }
  /// The one that ends right before token `i`: the shortest, where several do.
  [[nodiscard]] const Atom* word_before(std::uint32_t i, WordList list) const {
    constexpr std::uint32_t longest = 8;  // tokens that a form may have
    for (std::uint32_t back = 1; back <= longest && i >= first + back; ++back)
      for (const auto& atom : atoms_at(i - back))
        if (atom.last == i && atom.is_word(list)) return &atom;
    return nullptr;
  }
};

/// A text read once: everything that kind/ and topic/ build from.
struct Reading {
  bool keeps_lost = false;  ///< for people who ask why something was not read
  FoldedText folded;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<WordId> words;              ///< for each token its word, by the number that `memory` gives it
  std::shared_ptr<ReadingMemory> memory;  ///< what is known of the words
  /// What the document's other numbers say about 4.500: true where the point groups thousands, false where it is decimal.
  std::optional<bool> point_groups;
  /// What the document's other dates say about 3/5/2011: true where the day stands first, false where the month does.
  std::optional<bool> day_first;

  [[nodiscard]] std::string_view text(const Token& token) const { return text_of(folded, token); }
  [[nodiscard]] std::string_view text(const Atom& atom) const {
    return {folded.text.data() + index_of(atom.begin), index_of(atom.end) - index_of(atom.begin)};
  }
};

}  // namespace mizan
