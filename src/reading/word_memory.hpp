#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/language.hpp"
#include "reading/reader.hpp"
#include "reading/rules.hpp"
#include "text/word_table.hpp"

namespace mizan {

/// A way to see one token as a word of the lists.
struct Variant {
  WordId word = WordTable::no_word;  ///< of the lists
  std::uint32_t root = 0;            ///< the automaton's node behind it
  std::uint32_t skipped = 0;         ///< bytes of clitics
  const Clitic* clitic = nullptr;
  bool without_ending = false;

  /// Inside a form only the article may come off; a conjunction begins something new.
  [[nodiscard]] bool goes_inside() const { return !clitic || (clitic->article && !clitic->conjunction && !clitic->preposition); }
};

/// What a sentence holds that claims are read from. What tells of events is looked for in the others too.
namespace holds {
inline constexpr std::uint8_t nothing = 0;
inline constexpr std::uint8_t figures = 1;            ///< a figure, or a word that a number or a date is read from
inline constexpr std::uint8_t places = 2;             ///< a country or a place
inline constexpr std::uint8_t names = 4;              ///< names of several words, of which no place may be read
inline constexpr std::uint8_t place_before_name = 8;  ///< a word that makes a place of a name behind it
}  // namespace holds

/// What one language makes of one word, worked out the first time that it stands in a text. One line of the processor's cache: a text asks for it at every word.
struct alignas(64) KnownWord {
  static constexpr std::uint32_t unasked = UINT32_MAX;
  double idf = -1;                         ///< of the bare stem; negative: not yet asked for
  std::uint32_t variants = 0, stems = 0;   ///< of LanguageMemory::variants and stems
  std::uint32_t atoms = 0, triggers = 0;   ///< of LanguageMemory::atoms, once has_atoms and has_triggers say so
  std::uint32_t bare_stem = unasked;       ///< of LanguageMemory::stems_of_stemmed
  std::uint32_t name = unasked;            ///< of LanguageMemory::names
  std::uint32_t goes_on = 0, inside = 0;   ///< bits of the words that forms go on with behind it, and its own inside of one: Automaton::next_bits
  std::uint32_t trigger_goes_on = 0, stem_bits = 0;  ///< the same for forms of stems
  std::uint16_t variant_count = 0, stem_count = 0, atom_count = 0, trigger_count = 0;
  std::uint16_t split = UINT16_MAX;        ///< LanguageReader::split_of; UINT16_MAX: not yet asked for
  ClassId literal = UINT16_MAX;            ///< of a mark that rules name
  std::uint8_t holds = 0;                  ///< by its atoms
  bool is_read : 1 = false;
  bool has_atoms : 1 = false;       ///< it has stood alone, and what it then is depends on the word only
  bool begins_trigger : 1 = false;  ///< a form of the stems begins with one of its own
  bool has_triggers : 1 = false;    ///< it has stood before a word that goes on with none of these
  bool future : 1 = false, article : 1 = false, plural : 1 = false;
  bool joined : 1 = false;          ///< its stems are those of what stands behind a conjunction that is written on it
  bool owned : 1 = false;           ///< LanguageReader::owned_unit has one, once owned_asked says so
  bool owned_asked : 1 = false;
  bool own : 1 = false;             ///< it shares a stem with words of other meanings: as a form of one word it is only itself
  bool own_inside : 1 = false;      ///< and inside a form of several words too
};
static_assert(sizeof(KnownWord) == 64);

/// What one language knows of the words of the texts so far.
struct LanguageMemory {
  explicit LanguageMemory(const std::string& stemmer_name) : stemmer(stemmer_name) {}
  Stemmer stemmer;
  std::vector<KnownWord> words;  ///< by the word's number
  std::vector<Variant> variants;
  std::vector<WordId> stems;
  std::vector<Atom> atoms;  ///< of words by themselves: `begin` counts from the word's own
  WordTable stemmed;  ///< what was stemmed so far: a word is asked for by itself, without each of its clitics, and as what other words have behind theirs
  std::deque<std::string> stems_of_stemmed, names;  ///< handed out by reference

  /// The number of the stem of a text in stems_of_stemmed. The stemmer goes through a word some dozens of times; most words it has met before.
  WordId stem(std::string_view text) {
    const WordId known = stemmed.intern(text);
    if (known == stems_of_stemmed.size()) stems_of_stemmed.push_back(stemmer(text));
    return known;
  }
  [[nodiscard]] std::span<const WordId> stems_of(const KnownWord& word) const { return std::span(stems).subspan(word.stems, word.stem_count); }
};

/// For each token of a sentence, and for its end: may it be part of a match, as far as the nearest pivots reach? RuleCompiler::find_pivots says what a pivot is.
struct NearPivots {
  std::vector<std::uint8_t> before, behind;  ///< one more than how many elements may still follow on this side; 0: it is out of reach
  std::vector<std::pair<std::uint32_t, std::uint32_t>> long_atoms;  ///< those of several words, for the work

  [[nodiscard]] bool may_begin(std::size_t token) const { return before[token] != 0; }
  [[nodiscard]] bool may_go_on(std::size_t token) const { return behind[token] > 1; }
};

/// What reading remembers from one text to the next, and the room that it works in. Nothing of it shows in what is read: it only saves doing things twice.
/// Of one thread at a time.
struct ReadingMemory {
  WordTable words;
  std::vector<std::string_view> texts;  ///< of the tokens of the text at hand
  std::vector<std::unique_ptr<LanguageMemory>> languages;  ///< by LanguageReader::index
  ClassedTokens tokens;
  NearPivots near_pivots;
  RuleSet::Scratch rules;
  std::vector<RuleSet::Match> matches;
  std::vector<Atom> atoms;  ///< of the sentence at hand
  std::vector<std::uint8_t> held;  ///< by sentences, what each holds: names in namespace holds

  /// More than a text of common length should find waiting: what grew so far is thrown away.
  [[nodiscard]] bool is_full() const;
};

/// Memories that no text is being read with. Safe from many threads; as many memories come to be as texts are read at a time.
class MemoryPool : public std::enable_shared_from_this<MemoryPool> {
 public:
  explicit MemoryPool(std::vector<std::string> stemmers);
  ~MemoryPool();
  /// One of them, which comes back when its last holder lets it go.
  [[nodiscard]] std::shared_ptr<ReadingMemory> take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mizan
