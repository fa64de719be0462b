#pragma once
#include <string>
#include <string_view>

#include "knowledge/world.hpp"

namespace mizan {

/// The consonants of a folded word as any script may write them: Navalny in Latin and in Arabic letters is nfln. Empty where fewer than `least` are left, so that words do
/// not meet by chance.
[[nodiscard]] std::string skeleton(std::string_view folded, const World& world, std::size_t least = 3);

}  // namespace mizan
