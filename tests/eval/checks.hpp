#pragma once
#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "scoring.hpp"

/// Gold of what articles get wrong by themselves (tests/cases/checks-*.jsonl): a case as elsewhere, with its slips,
///   "checks": [{"check": "headline", "doc": "a", "claims": ["12 killed", "Thirteen people"]}]
/// A case without any is clean: whatever fires there is false.
namespace mizan::eval {

struct GoldCheck {
  std::string check, document;
  std::vector<std::string> quotes;  ///< as they stand in title or text
};

struct CheckCase {
  Case gold;
  std::vector<GoldCheck> checks;
};

/// A finding of a report with the quotes of its claims.
using ReportedCheck = GoldCheck;

/// Reads one line. Refuses a quote that neither title nor text holds, a document that is not there, a case without `checks`.
[[nodiscard]] Result<CheckCase> parse_check_case(const std::string& line, const std::string& where);
[[nodiscard]] Result<std::vector<CheckCase>> read_check_cases(const std::string& path);
[[nodiscard]] Result<std::vector<ReportedCheck>> parse_reported_checks(const std::string& report, const std::string& where);

/// Hits by check. A finding is right where the gold has one of the same check and document, and one of their quotes is a part of the other's; each gold check is
/// hit once.
using CheckFigures = std::map<std::string, Tally>;
/// Adds one case; writes what was missed and what was false to `out` where `shows`.
void score_checks(const CheckCase& gold, const std::vector<ReportedCheck>& ours, bool shows, CheckFigures& figures, std::ostream& out);
void print_checks(const CheckFigures& figures, std::ostream& out);

}  // namespace mizan::eval
