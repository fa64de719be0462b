#pragma once
#include <string>
#include <vector>

#include "mizan/checker.hpp"

namespace mizan::cli {

/// What a name of a rule or of a row stands for; several things where languages share it.
struct NamedRules {
  std::vector<RuleInfo> rules;
  std::vector<PackRowInfo> rows;
  std::vector<std::string> built_in;  ///< names of rules that no pack writes: en/countries.tsv:list

  [[nodiscard]] bool is_empty() const { return rules.empty() && rows.empty() && built_in.empty(); }
};

/// Rules and rows of this name, which may be short: en/count.rules:unit, count.rules:unit, unit, units.tsv:12. A date that two rules read together is named
/// by both: en/date.rules:dmy+hijri.
[[nodiscard]] NamedRules find_rules(const Checker& checker, const std::string& name);

}  // namespace mizan::cli
