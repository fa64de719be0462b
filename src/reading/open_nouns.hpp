#pragma once
#include <string>
#include <string_view>

#include "knowledge/language.hpp"

namespace mizan {

/// One name for all forms of a counted noun that no list has: the first ending of the pack that fits gives way to the one that names them all, where three letters
/// stay.
/// Words of different meaning are kept apart where an ending tells them apart: the name may be that of one form only, never that of two words. `word` is folded.
[[nodiscard]] std::string open_noun_id(const Language& language, std::string_view word);

/// May the word be a plural, by the shapes of the pack? Three to ten of anything is a plural: "three without excuse", the preposition written on its word, is none.
[[nodiscard]] bool has_plural_shape(const Language& language, std::string_view word);

/// Does the pack's ending of plurals stand on the word, and is not its own: lists, but not stainless, virus or news?
[[nodiscard]] bool has_plural_ending(const Language& language, std::string_view word);

}  // namespace mizan
