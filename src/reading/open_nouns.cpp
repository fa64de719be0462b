#include "reading/open_nouns.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr std::size_t kShortestName = 3, kShortestStem = 2;

bool is_inside_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) { return !is_inside_letter(byte); }));
}

std::size_t behind_letter(std::string_view word, std::size_t at) {
  ++at;
  while (at < word.size() && is_inside_letter(word[at])) ++at;
  return at;
}

bool has_shape(std::string_view word, std::string_view shape) {
  if (shape.starts_with('+')) return word.ends_with(shape.substr(1)) && letters_of(word) >= letters_of(shape.substr(1)) + kShortestStem;
  std::size_t at = 0;
  for (std::size_t i = 0; i < shape.size(); i = behind_letter(shape, i)) {
    if (at >= word.size()) return false;
    const auto next = behind_letter(word, at);
    if (shape[i] != '*' && word.substr(at, next - at) != shape.substr(i, behind_letter(shape, i) - i)) return false;
    at = next;
  }
  return at == word.size();
}

}  // namespace

std::string open_noun_id(const Language& language, std::string_view word) {
  for (const auto& ending : language.singular_endings)
    if (word.ends_with(ending.plural) && letters_of(word) - letters_of(ending.plural) + letters_of(ending.singular) >= kShortestName)
      return std::string(word.substr(0, word.size() - ending.plural.size())) + ending.singular;
  return std::string(word);
}

bool has_plural_shape(const Language& language, std::string_view word) {
  return language.plural_shapes.empty() ||
         std::any_of(language.plural_shapes.begin(), language.plural_shapes.end(), [&](const Text& shape) { return has_shape(word, shape); });
}

bool has_plural_ending(const Language& language, std::string_view word) {
  if (language.plural_suffix.empty() || !word.ends_with(language.plural_suffix)) return language.plural_suffix.empty();
  const auto ending = std::find_if(language.singular_endings.begin(), language.singular_endings.end(),
                                   [&](const Ending& one) { return word.ends_with(one.plural); });
  return ending == language.singular_endings.end() || ending->plural != ending->singular;
}

}  // namespace mizan
