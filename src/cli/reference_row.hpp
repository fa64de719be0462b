#pragma once
#include "cli/options.hpp"
#include "mizan/checker.hpp"

namespace mizan::cli {

/// Appends the value of `claim` to the file of reference facts that --as-reference names, which is made where there is none: the sentence that states it, with the
/// value marked, or what --sentence says in its place; the article as its source; and --subject, or the words by which the article calls its event, as a name of
/// what it is about. Where --reference would not take the file then, it is left as it was, and the Error tells why.
[[nodiscard]] Status write_reference_row(const Options& options, const Context& context, const Report& report, const Claim& claim);

}  // namespace mizan::cli
