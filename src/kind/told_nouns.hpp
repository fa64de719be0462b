#pragma once
#include <string>

#include "kind/kinds.hpp"

namespace mizan {

/// "The school is one of more than 750 that were shut", "the survivors, twenty-two in number, were taken away", "the prisoners were 31 in number": the noun of the
/// subject; of whom one is a mayor, the others are people. Empty where none is told.
[[nodiscard]] std::string subject_noun(const SentenceContext& context, const ReadValue& value);

/// Killed, hurt, arrested, rescued: what only people are.
[[nodiscard]] bool is_role_of_people(const SentenceContext& context, const Atom& trigger);

/// Does a verb that only people are the subject of begin at the token? "one died", "12 drowned".
[[nodiscard]] bool acts_as_people(const SentenceContext& context, std::uint32_t token);

/// "Some 40,000 were delayed": does a verb stand behind the token, past its auxiliary, whose role counts what the unit counts, and no people?
[[nodiscard]] bool undergoes(const SentenceContext& context, std::uint32_t token, const std::string& unit);

/// "Births fell to 71,455": the noun that begins the clause and rose or fell, where nothing is counted between it and the figure. Empty where there is none.
[[nodiscard]] std::string changed_noun(const SentenceContext& context, const ReadValue& value, const ReadValue* before);

/// "Persons in shelters: 7,900": the noun begins the label, the figure is all that stands behind it. Who speaks before a colon is no label.
[[nodiscard]] std::string labelled_noun(const SentenceContext& context, const ReadValue& value);

}  // namespace mizan
