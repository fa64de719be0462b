#pragma once
#include <vector>

#include "topic/topic.hpp"

namespace mizan {

/// Gives claims that were not read here what they are about, from the text that they stand in. What a claim brings stays: a topic, context, anchors or the words
/// on either side. `claims` are all of the text that `reading` is of; `reading` gets clauses where it had no reason to cut them.
void give_topics(const Document& document, Reading& reading, const World& world, std::vector<Claim>& claims);

}  // namespace mizan
