#pragma once
#include <string>

#include "kind/kinds.hpp"

namespace mizan {

/// "100 thousand pounds to each family and 40 thousand to each injured", "500,000 barrels, Iraq 211,000", "from 2,300 kilograms to 2,650", "310 kilometres out of the
/// 520 foreseen": a figure that stands as the one before it does is measured alike. Empty where it does not. `before` is the count read before, if any.
[[nodiscard]] std::string parallel_unit(const SentenceContext& context, const ReadValue& value, const ReadValue* before);

/// "The previous record, 2.8 million, dated from 2019": money and measures that the sentence before told, behind a noun that only gives a figure.
[[nodiscard]] std::string limit_unit(const SentenceContext& context, const ReadValue& value, const ReadValue* before);

/// "2.1 billion crowns, and must repay 300 million more", "on sales of 1.12 billion euros it earned 48 million": millions behind a sum of money, and beside a word
/// that tells of money, are of its currency.
[[nodiscard]] std::string money_again(const SentenceContext& context, const ReadValue& value, const ReadValue* before);

/// Keeps the one measure that the sentence told for the sentences behind.
void remember_measured(const SentenceContext& context, const std::vector<ReadValue>& values);

}  // namespace mizan
