#pragma once
#include <string>
#include <string_view>

namespace mizan {

/// Text of an article, a path or an id as it may stand on a terminal: one line, white space as single spaces; control characters, bidi
/// embeddings, overrides and isolates and invisible tags as \u202E; marks that show nothing and turn nothing (LRM, RLM, BOM) left out.
/// `text` is valid UTF-8.
[[nodiscard]] std::string visible(std::string_view text);

/// JSON text in which such characters are written as escapes, too: the same values for programs, and inert on a terminal.
[[nodiscard]] std::string inert_json(std::string json);

}  // namespace mizan
