#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
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
};

/// What one language makes of one word, worked out the first time that it stands in a text.
struct KnownWord {
  std::uint32_t variants = 0, variant_count = 0;  ///< of LanguageMemory::variants
  std::uint32_t stems = 0, stem_count = 0;        ///< of LanguageMemory::stems
  std::uint32_t bare_stem = UINT32_MAX;           ///< of LanguageMemory::bare_stems; UINT32_MAX: not yet asked for
  std::uint32_t split = UINT32_MAX;               ///< LanguageReader::split_of; UINT32_MAX: not yet asked for
  ClassId literal = UINT16_MAX;                   ///< of a mark that rules name
  bool is_read = false, future = false, article = false, plural = false;
  bool joined = false;  ///< its stems are those of what stands behind a conjunction that is written on it
};

/// What one language knows of the words of the texts so far.
struct LanguageMemory {
  explicit LanguageMemory(const std::string& stemmer_name) : stemmer(stemmer_name) {}
  Stemmer stemmer;
  std::vector<KnownWord> words;  ///< by the word's number
  std::vector<Variant> variants;
  std::vector<WordId> stems;
  std::deque<std::string> bare_stems;  ///< handed out by reference
};

/// What reading remembers from one text to the next, and the room that it works in. Nothing of it shows in what is read: it only saves doing things twice.
/// Of one thread at a time.
struct ReadingMemory {
  WordTable words;
  std::vector<std::unique_ptr<LanguageMemory>> languages;  ///< by LanguageReader::index
  ClassedTokens tokens;
  RuleSet::Scratch rules;
  std::vector<RuleSet::Match> matches;

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
