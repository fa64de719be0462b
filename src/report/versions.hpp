#pragma once
#include <iosfwd>

#include "mizan/document.hpp"
#include "mizan/version_diff.hpp"
#include "report/formats.hpp"

namespace mizan {

/// Two versions of one article, and what became of its claims.
struct Versions {
  Document before, after;
  VersionDiff diff;
};

/// For people: what changed with both quotes, then what was added and what is gone.
void write_versions_text(const Versions& versions, const ReportOptions& options, std::ostream& out);
/// For programs: mizan-diff/1.
void write_versions_json(const Versions& versions, const ReportOptions& options, std::ostream& out);

}  // namespace mizan
