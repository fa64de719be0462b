#pragma once
#include "reading/reading.hpp"

namespace mizan {

/// Cuts a sentence into clauses: at commas, colons, brackets, quotation marks, dots that pause, and at the words of the list `clause`.
[[nodiscard]] std::vector<Clause> cut_clauses(const Reading& reading, const Sentence& sentence);

}  // namespace mizan
