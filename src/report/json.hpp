#pragma once
#include <iosfwd>

#include "report/formats.hpp"

namespace mizan {

/// `mizan-report/1` (REPORT.md): one document, claim or fact a line, so that two reports can be compared with diff.
void write_json(const Report& report, const ReportOptions& options, std::ostream& out);

}  // namespace mizan
