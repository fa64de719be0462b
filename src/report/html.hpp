#pragma once
#include <iosfwd>

#include "report/formats.hpp"

namespace mizan {

/// One page of HTML that needs no other file and runs nothing (reports/html/): quotes in the direction of their language, readable on paper, on a phone and in
/// the dark. The page is well-formed XML too, so that programs can take it apart.
void write_html(const Report& report, const ReportOptions& options, std::ostream& out);

}  // namespace mizan
