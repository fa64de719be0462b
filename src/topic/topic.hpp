#pragma once
#include <cstdint>
#include <vector>

#include "kind/kinds.hpp"
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// A claim that has its value and place, and where it stands in the reading.
struct DraftClaim {
  Claim claim;
  std::uint32_t first = 0, last = 0;  ///< tokens
  std::size_t sentence = 0;           ///< index into Reading::sentences
};

/// Says for each draft what it is about: event, role and the other slots of design.md §3, and its context, anchors and neighbours. Drafts are in order of
/// place; those of places where no event is are taken out.
void read_topics(const Document& document, const Reading& reading, const World& world, std::vector<DraftClaim>& drafts);

}  // namespace mizan
