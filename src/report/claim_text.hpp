#pragma once
#include <string>

#include "mizan/claim.hpp"
#include "report/words.hpp"

namespace mizan {

/// One claim for people who ask what was read and how: its value and each slot of its topic on a line, with the words of the article that set it.
[[nodiscard]] std::string claim_in_words(const Claim& claim, const Words& words);

/// The same without id and quote: what it was read as, by which rule, and its topic, each line behind `indent`.
[[nodiscard]] std::string topic_in_words(const Claim& claim, const Words& words, const std::string& indent);

/// The event of a topic with its number and year ("conference, number 3, 2015"), or that nothing says which.
[[nodiscard]] std::string event_in_words(const EventTopic& event, const Words& words);

/// A day as people write it.
[[nodiscard]] std::string day_in_words(std::int32_t days, const Words& words);

}  // namespace mizan
