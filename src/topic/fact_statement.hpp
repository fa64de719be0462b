#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "reading/reading.hpp"
#include "topic/words.hpp"

namespace mizan {

/// One word of a text as names and statements are compared: its stem, or a number's figures.
struct ToldWord {
  std::string stem;
  bool capital = false;
};
[[nodiscard]] ToldWord word_of(const Reading& reading, const Sentence& sentence, std::uint32_t token);

/// A name of a subject of reference facts.
struct SubjectName {
  std::string lang, subject;
  std::vector<ToldWord> words;
};
/// Where one stands in a sentence: [first, last) tokens.
struct NamePlace {
  std::uint32_t first = 0, last = 0;
  const SubjectName* name = nullptr;
};
/// The names in a sentence, in order of place. The longest counts: the conference on a treaty is not the treaty.
[[nodiscard]] std::vector<NamePlace> names_in(const Reading& reading, const Sentence& sentence, const std::vector<SubjectName>& names);

/// A sentence of a pack that states a fact.
struct FactStatement {
  std::size_t fact = 0;            ///< its number
  std::string lang, subject;
  std::vector<std::string> words;  ///< stems that say what the value is, and other numbers of the sentence; sorted, unique
  Slot role, scope;                ///< as they are read there: an article's sentence is misread in the same way, or is another
  bool is_by_role = false;         ///< small words alone stand beside the value: its role must be known on both sides
};

/// The tokens of the sentence under [begin, end) bytes of the text that was read; none where first >= last.
[[nodiscard]] TokenRange tokens_of(const Reading& reading, const Sentence& sentence, std::size_t begin, std::size_t end);

/// Do the words around a value tell what the statement tells? In the clause of the value stand all words of the statement, with a name of its subject, and between
/// them nothing else that says anything.
[[nodiscard]] bool tells(const Reading& reading, const Sentence& sentence, TokenRange value, Kind kind, const std::vector<NamePlace>& names,
                         const FactStatement& statement);

}  // namespace mizan
