#pragma once
#include <string_view>

namespace mizan::marks {

/// Punctuation of the Arabic block (Unicode U+0600–U+06FF), by name: letters of a language have no place in the program, and look-alikes should not be guessed.
inline constexpr std::string_view arabic_comma = "\u060C", arabic_semicolon = "\u061B", arabic_question = "\u061F", urdu_full_stop = "\u06D4",
                                  arabic_decimal = "\u066B", arabic_thousands = "\u066C";

}  // namespace mizan::marks
