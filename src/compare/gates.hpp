#pragma once
#include <string>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Why two claims may not match whatever else speaks for it; empty where nothing forbids it. Where their values `differ`, more forbids it.
[[nodiscard]] std::string gate(const Claim& a, const Claim& b, bool differ, const World& world);

}  // namespace mizan
