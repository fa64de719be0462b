#pragma once
#include <set>
#include <string>

#include "cli/options.hpp"
#include "judge/baseline.hpp"

namespace mizan::cli {

/// The day that dates of expiry are compared with, and that findings are accepted on: --today, MIZAN_TODAY, else the system's day in UTC. No report shows it.
[[nodiscard]] std::string today(const Options& options);

/// The baseline that --baseline names, empty where it names none.
[[nodiscard]] Result<Baseline> named_baseline(const Options& options);

/// Lets the ignores of mizan.toml and the baseline bind the report's findings; tells what of both is idle, stale or has expired.
/// `touched` as Checker::report had it.
void judge(Report& report, const Baseline& baseline, const std::set<std::string>& touched, const Options& options, Context& context);

/// The same, and tells nothing: one finding is looked at, and what the others are is nobody's question.
void judge_quietly(Report& report, const Baseline& baseline, const Options& options);

/// "1 new, 2 known, 0 ignored", where anything was held against a baseline or ignored.
void close_judged(Context& context, const Options& options, const Checker& checker, const Report& report);

}  // namespace mizan::cli
