#include "topic/words.hpp"

namespace mizan {

bool StemCache::is_content(std::uint32_t i) const {
  const Token& token = reading_.tokens[i];
  if (token.kind != TokenKind::word) return false;
  const auto word = reading_.text(token);
  if (word.size() < (token.script == Script::arabic ? 6 : 3)) return false;
  for (const auto& atom : atoms_at(sentence_, i)) {
    if (atom.last > i + 1) continue;
    const auto list = atom.list;
    if (list == List::stopwords && atom.entry->type <= static_cast<std::uint8_t>(WordClass::adverb)) return false;
    if (list == List::numerals || list == List::months || list == List::weekdays || list == List::qualifiers || list == List::relative) return false;
  }
  return true;
}

}  // namespace mizan
