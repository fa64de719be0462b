#pragma once
#include <iosfwd>

#include "report/formats.hpp"

namespace mizan {

/// The report for people: conflicts, slips inside one article, updates, agreements; every value with the articles that say it and the
/// sentence that it stands in. What comes out of an article is made visible, and isolated on a terminal.
void write_text(const Report& report, const ReportOptions& options, std::ostream& out);

}  // namespace mizan
