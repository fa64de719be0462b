#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/value.hpp"

namespace mizan {

/// A word of the user interface by key; the key itself where there is none.
using Words = std::function<std::string(const std::string&)>;

/// `pattern` with {0}, {1} … replaced.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& parts);

/// The name of a thing in the language of the user interface (`unit.state`, `country.EG`); the id itself where it has none.
[[nodiscard]] std::string term(const Words& words, std::string_view list, std::string_view id);

/// "3 articles": the words of the closing line for so many of a thing (`closing.article.other`).
[[nodiscard]] std::string counted(const Words& words, const std::string& thing, std::size_t count);

/// 0.94 as 94.
[[nodiscard]] std::string whole_percent(double share);

/// A value as people write it: 27 April 2015, more than 200 (warhead), United Kingdom, United States.
[[nodiscard]] std::string value_in_words(const Value& value, const Words& words);

}  // namespace mizan
