#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "judge/findings.hpp"
#include "mizan/checker.hpp"
#include "mizan/store.hpp"

namespace mizan::cli {

/// A finding as decisions speak of it.
struct Finding {
  std::string id, told;
  const Fact* fact = nullptr;              ///< of a relation
  const FactRelation* relation = nullptr;  ///< else it is a check
  const CheckFinding* check = nullptr;
  FindingNames names{};
};

[[nodiscard]] std::vector<Finding> findings_of(const Report& report, const Checker& checker);  ///< all, in the order of the report
/// By any id that it goes by, or by number or key of its fact.
[[nodiscard]] bool is_called(const Finding& finding, const std::string& id);

[[nodiscard]] const Claim* claim_of(const Report& report, const std::string& id);

/// The articles that an accepted finding touches: those that say what is not right, all where nobody said which value is.
[[nodiscard]] std::set<std::string> touched_articles(const Report& report, const Finding& finding, const ClaimMark& right);

/// The report in which ids are looked for: over the store, or, as `check --store` has it, over the named articles against the store.
struct Grounds {
  std::unique_ptr<Store> store;
  Report report;
};
[[nodiscard]] Result<Grounds> grounds_of(const Options& options, const std::vector<std::string>& paths, const Checker& checker, Context& context);

}  // namespace mizan::cli
