#include "cli/judging.hpp"

#include <chrono>

#include "cli/session.hpp"

namespace mizan::cli {

std::string today(const Options& options) {
  if (!options.today.empty()) return options.today;
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const DatePoint day = civil_from_days(static_cast<std::int32_t>(now.time_since_epoch().count()));
  return to_edtf({day, day, false, false, false});
}

Result<Baseline> named_baseline(const Options& options) { return options.baseline.empty() ? Result<Baseline>(Baseline{}) : read_baseline(options.baseline); }

namespace {
/// What comes back is for people.
std::vector<Error> bind(Report& report, const Baseline& baseline, const std::set<std::string>& touched, const Options& options) {
  const std::string day = today(options);
  std::vector<Error> notes = apply_ignores(options.config_file.ignores, day, report);
  if (options.baseline.empty()) return notes;
  for (Error& note : apply_baseline(baseline, options.baseline, day, {touched, !options.references.empty()}, report)) notes.push_back(std::move(note));
  return notes;
}
}  // namespace

void judge(Report& report, const Baseline& baseline, const std::set<std::string>& touched, const Options& options, Context& context) {
  for (const Error& note : bind(report, baseline, touched, options)) complain(context, note);
}

void judge_quietly(Report& report, const Baseline& baseline, const Options& options) { bind(report, baseline, {}, options); }

void close_judged(Context& context, const Options& options, const Checker& checker, const Report& report) {
  std::size_t fresh = 0, known = 0, ignored = 0;
  const auto count = [&](const Judgement& judgement) {
    if (counts(judgement.standing)) ++fresh;
    if (judgement.standing == Standing::known) ++known;
    if (judgement.standing == Standing::ignored) ++ignored;  // what editors dismissed is told with what was read
  };
  for (const Fact& fact : report.facts) {
    for (const FactRelation& relation : fact.relations) {
      if (is_finding(relation)) count(relation.judgement);
    }
  }
  for (const CheckFinding& check : report.checks) count(check.judgement);
  if (!report.has_baseline && ignored + known == 0) return;
  close(context, options, checker, "closing.judged", {std::to_string(fresh), std::to_string(known), std::to_string(ignored)});
}

}  // namespace mizan::cli
