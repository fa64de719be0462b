#pragma once
#include <string>
#include <string_view>

#include "compare/story.hpp"
#include "knowledge/world.hpp"

namespace mizan {

/// What `story` asks of a document, in a few hundred bytes: hashes of what it names and how rare each is. Most documents that meet under blocking keys do so by
/// chance; a sketch tells it without their claims being read.
[[nodiscard]] std::string sketch_of(const DocumentView& document, const Knowledge& knowledge);
/// May the documents of two sketches be alike enough to be aligned? Never denies it of two that are; of sketches made with other packs, or none, it cannot tell.
[[nodiscard]] bool may_be_one_story(std::string_view a, std::string_view b);

}  // namespace mizan
