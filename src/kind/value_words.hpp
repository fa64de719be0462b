#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/value.hpp"

namespace mizan {

/// A word of the user interface by key; the key itself where there is none.
using Message = std::function<std::string(const std::string&)>;

/// `pattern` with {0}, {1} … replaced.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& parts);

/// The name of a thing in the language of the user interface (`unit.state`, `country.EG`); the id itself where it has none.
[[nodiscard]] std::string term(const Message& words, std::string_view list, std::string_view id);

/// A value as people write it: 27 April 2015, more than 200 (warhead), United Kingdom, United States.
[[nodiscard]] std::string value_in_words(const Value& value, const Message& words);

}  // namespace mizan
