#pragma once
#include <vector>

#include "compare/restatements.hpp"

namespace mizan {

/// Are two articles issues of one report, or two notes on one form: what stands in one wording in both differs at least as often as not, and more than once? "The Treasury's
/// balance rose on March 31 to …", "… fell on April 2 to …". Such values are those of two days or two companies, and contradict nothing. A slip or a correction in an
/// article that was taken over leaves the rest of its values as they were. Of articles written more than a day apart one that differs will do, where none in one wording is
/// equal: the Federal Reserve entered the market to arrange 2.5 billion, and two days later two. (Of some 70 conflicting facts that
/// this takes from 16,928 wire reports nearly all were read; one was right.)
[[nodiscard]] bool are_of_series(const std::vector<Restatements>& a, const std::vector<Restatements>& b);

}  // namespace mizan
