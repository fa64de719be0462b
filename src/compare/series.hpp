#pragma once
#include <cstdint>
#include <vector>

#include "compare/restatements.hpp"

namespace mizan {

/// How surely two articles are issues of one report, or two notes on one form: "The Treasury's balance rose on March 31 to …", "… fell on April 2 to …". Such values are those
/// of two days or two companies, and contradict nothing. A slip or a correction in an article that was taken over leaves the rest of its values as they were. (Of some 70
/// conflicting facts that this takes from 16,928 wire reports nearly all were read; one was right.)
enum class Series : std::uint8_t {
  none,
  likely,  ///< written more than a day apart, and what stands in one wording differs, if only once: the market of another day, but for what happens once, as who came
  sure,    ///< what stands in one wording in both differs at least as often as not, and more than once
};

[[nodiscard]] Series series_of(const std::vector<Restatements>& a, const std::vector<Restatements>& b);

}  // namespace mizan
