#pragma once
#include <cstdint>

#include "knowledge/world.hpp"
#include "mizan/value.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// Are the two dates of tokens `first` to `last` a life in brackets: "the painter Anna Quist (14 May 1902 – 9 March 1977)", "Anna Quist (1902–1977) was a painter"? They
/// stand alone there, but for places, are as far apart as a life is long, and beside the brackets somebody is called by what people are, or they
/// tell the days behind a name. Not a war's, a reign's in a list of kings.
[[nodiscard]] bool is_life_span(const Reading& reading, const Sentence& sentence, const World& world, const DatePoint& begin, const DatePoint& end,
                                std::uint32_t first, std::uint32_t last);

}  // namespace mizan
