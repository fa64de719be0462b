#pragma once
#include <string>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Why two claims may not match whatever else speaks for it; empty where nothing forbids it. Where their values `differ`, more forbids it.
[[nodiscard]] std::string gate(const Claim& a, const Claim& b, bool differ, const World& world);

/// Do the two tell opposite things of one value, told by words of both: sent and cancelled, the highest and the lowest in three months?
[[nodiscard]] bool are_contradictory(const Slot& a, const Slot& b, const World& world);

}  // namespace mizan
