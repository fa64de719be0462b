#pragma once
#include <cstddef>
#include <string>

#include "kind/value_words.hpp"

namespace mizan {

using Words = Message;

/// "3 articles": the words of the closing line for so many of a thing (`closing.article.other`).
[[nodiscard]] std::string counted(const Words& words, const std::string& thing, std::size_t count);

/// 0.94 as 94.
[[nodiscard]] std::string whole_percent(double share);

}  // namespace mizan
