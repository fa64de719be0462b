#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reading/reader.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// [first, last) tokens.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
};

/// Atoms of lists that begin at token `i`.
[[nodiscard]] inline std::span<const Atom> atoms_at(const Sentence& sentence, std::uint32_t i) { return sentence.atoms_at(i); }
/// The atom of the given words list that begins at token `i`, or none.
[[nodiscard]] inline const Atom* word_at(const Sentence& sentence, std::uint32_t i, WordList list) { return sentence.word_at(i, list); }

/// Stems of a sentence's words without their clitics, worked out on demand.
class StemCache {
 public:
  StemCache(const Reading& reading, const Sentence& sentence) : reading_(reading), sentence_(sentence) {}
  /// A word that says something: no function word, adverb, number, or word of two letters.
  [[nodiscard]] bool is_content(std::uint32_t token) const;
  [[nodiscard]] const std::string& stem(std::uint32_t token) const { return bare_stem(*sentence_.language, reading_, token); }

 private:
  const Reading& reading_;
  const Sentence& sentence_;
};

}  // namespace mizan
