#pragma once
#include <cstdint>

#include "kind/kinds.hpp"

namespace mizan {

/// How many states or places the closed list names that stands right behind token `at`: "five states: A, B, C, D and E". 0 where there is none, where it is
/// open, or where a name that no list knows may have cut it short.
[[nodiscard]] std::uint32_t listed_behind(const SentenceContext& context, std::uint32_t at);

}  // namespace mizan
