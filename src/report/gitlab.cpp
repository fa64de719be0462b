#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

#include "report/findings.hpp"
#include "report/modules.hpp"
#include "report/visible.hpp"

// Code Quality of GitLab: a list of what it takes from CodeClimate's format. A merge request shows those whose fingerprint the target branch lacks.

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

/// GitLab's own five are info, minor, major, critical, blocker; nothing that an article says blocks by itself.
std::string_view severity_of(const Finding& finding, const ReportOptions& options) {
  if (finding.relation == Relation::update) return options.updates_count ? "minor" : "info";
  if (finding.confidence < options.min_confidence) return "minor";
  return finding.severity >= 0.75 ? "critical" : "major";
}

}  // namespace

void write_gitlab(const Report& report, const ReportOptions& options, std::ostream& out) {
  const auto findings = findings_of(report);
  out << '[';
  const char* before = "\n  ";
  for (const Finding& finding : findings) {
    if (finding.judgement->standing == Standing::ignored || finding.judgement->standing == Standing::dismissed) continue;
    const TextPlace& place = finding.first().place;
    const Json json = {{"description", message_of(finding, options)},
                       {"check_name", finding.rule},
                       {"fingerprint", finding.id},
                       {"severity", severity_of(finding, options)},
                       {"location", {{"path", place.path}, {"lines", {{"begin", std::max(place.line, 1u)}}}}}};
    out << before << inert_json(json.dump());
    before = ",\n  ";
  }
  out << "]\n";
}

}  // namespace mizan
