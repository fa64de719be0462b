#pragma once
#include <string>

#include "kind/kinds.hpp"

namespace mizan {

/// "The number of refugees rose to 33,000", "the death toll in the city was 33": what is numbered stands behind the word that says so, and the figure behind a word
/// that gives it. Nothing else may be counted in between. Empty where no noun is told, here and below.
[[nodiscard]] std::string numbered_noun(const SentenceContext& context, const ReadValue& value, const ReadValue* before);

/// "The evacuees, who numbered about 1,500", "the army now numbers 42,000": the noun stands right before the word that says so; where that is told of people, it need
/// not be known.
[[nodiscard]] std::string noun_of_number(const SentenceContext& context, const ReadValue& value);

/// "The dead birds nine only", as a language writes it that has no "are": the definite noun begins its clause, and the figure is what is said of it.
[[nodiscard]] std::string predicate_noun(const SentenceContext& context, const ReadValue& value);

/// "The bakery employs 16", "the stadium, which holds 12,000", "the rally drew 3,000": people, where the verb is told of nobody else.
[[nodiscard]] std::string implied_people(const SentenceContext& context, const ReadValue& value);

}  // namespace mizan
