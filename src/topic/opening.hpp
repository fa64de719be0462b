#pragma once
#include <string>

#include "reading/reading.hpp"

namespace mizan {

/// The company that a text or a title opens with, by the stem of its name's rarest word: "Amoco Corp said", "General Motors of Canada Ltd", "SOUTHOLD SAVINGS BANK
/// <SDSB.O> 3RD QTR NET". Empty where its first sentence begins otherwise, and in a script without capitals.
[[nodiscard]] std::string opening_company(const Reading& reading);

}  // namespace mizan
