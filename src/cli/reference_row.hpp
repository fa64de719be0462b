#pragma once
#include "cli/options.hpp"
#include "mizan/checker.hpp"

namespace mizan::cli {

/// Appends the value of `claim` to the file of reference facts that --as-reference names, which is made where there is none: the sentence that states it, with the
/// value marked, the article as its source, and --subject, or the words by which the article calls its event, as a name of what it is about. The file is left as
/// it was where it would not be read any more.
[[nodiscard]] Status write_reference_row(const Options& options, const Report& report, const Claim& claim);

}  // namespace mizan::cli
