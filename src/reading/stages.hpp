#pragma once
#include <vector>

#include "mizan/checker.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// What `mizan show --stage` tells of a reading: its sentences; what the lists know of each word; what each number became, and what lost it. Appended to `lines`.
void show_sentences(const Reading& reading, std::vector<StageLine>& lines);
void show_tokens(const Reading& reading, std::vector<StageLine>& lines);
void show_mentions(const Reading& reading, std::vector<StageLine>& lines);

}  // namespace mizan
