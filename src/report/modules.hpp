#pragma once
#include <iosfwd>

#include "report/formats.hpp"

/// The formats for other programs, a file each; rows of the table in formats.cpp. All of them tell the findings of report/findings.hpp.
namespace mizan {

void write_csv(const Report& report, const ReportOptions& options, std::ostream& out);
void write_github(const Report& report, const ReportOptions& options, std::ostream& out);
void write_gitlab(const Report& report, const ReportOptions& options, std::ostream& out);
void write_junit(const Report& report, const ReportOptions& options, std::ostream& out);
void write_ndjson(const Report& report, const ReportOptions& options, std::ostream& out);
void write_sarif(const Report& report, const ReportOptions& options, std::ostream& out);

}  // namespace mizan
