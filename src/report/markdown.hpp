#pragma once
#include <iosfwd>
#include <string>
#include <string_view>

#include "report/formats.hpp"

namespace mizan {

/// A summary in GitHub-flavoured Markdown, for pull request comments and step summaries: how many of what, a table of findings, then each with its quotes,
/// folded away. Everything that comes out of an article stands in code: there is no link, image, mention or reference in it. Long reports are cut, for
/// GitHub refuses comments of more than 65,536 characters; options.verbose shows all.
void write_markdown(const Report& report, const ReportOptions& options, std::ostream& out);

/// `text` on one line as a code span that may stand in a cell of a table.
[[nodiscard]] std::string code_span(std::string_view text);

}  // namespace mizan
