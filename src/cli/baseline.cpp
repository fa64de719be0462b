#include "judge/baseline.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/judging.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

namespace mizan::cli {
namespace {

/// Beside the old file and then over it: a disk that is full costs nobody the reasons that stand in there.
Status write_baseline(const Baseline& baseline, const std::string& path) {
  const std::string beside = path + ".new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << inert_json(baseline_json(baseline));
  file.close();
  std::error_code failed;
  if (file) std::filesystem::rename(beside, path, failed);
  if (file && !failed) return ok();
  std::filesystem::remove(beside, failed);
  return Error{path, "cannot be written", Error::Cause::usage};
}

/// What the command is asked to do; usage errors.
Status check_usage(const Options& options, const std::string& path) {
  const auto usage = [](const std::string& where, const std::string& what) { return Error{where, what, Error::Cause::usage}; };
  const std::string& action = options.paths.front();
  if (path.empty()) return usage("", "baseline " + action + " needs --output FILE");
  if (options.paths.size() < 2 && options.store.empty()) return usage("", "baseline " + action + " of what? Name files, folders or -, or --store FILE");
  if (options.paths.size() > 1 && !options.store.empty()) return usage(options.paths[1], "baseline takes articles or a store, not both");
  std::error_code ignored;
  if (action == "create" && std::filesystem::exists(path, ignored)) return usage(path, "is there already; 'mizan baseline update' adds to it and keeps its reasons");
  return ok();
}

}  // namespace

int run_baseline(const Options& options, Context& context) {
  const std::string& path = options.output.empty() ? options.baseline : options.output;
  if (const auto usage = check_usage(options, path); !usage) return fail(context, usage.error());
  const std::string& action = options.paths.front();
  auto baseline = action == "create" ? Result<Baseline>(Baseline{}) : read_baseline(path);
  if (!baseline) return fail(context, baseline.error());
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  const auto ground = open_ground(options, {options.paths.begin() + 1, options.paths.end()}, checker, context);
  if (!ground) return fail(context, ground.error());
  auto report = checker.report(*ground->store);
  if (!report) return fail(context, report.error());

  for (const Error& note : apply_ignores(options.config_file.ignores, today(options), *report)) complain(context, note);
  std::size_t added = 0, dropped = 0;
  if (action == "prune") {
    const auto stale = stale_entries(*baseline, *report, {{}, !options.references.empty()});
    dropped = std::erase_if(baseline->findings, [&](const Accepted& each) { return std::ranges::find(stale, each) != stale.end(); });
  } else {
    const auto in_words = [&](const Value& value) { return value_in_words(value, [&](const std::string& key) { return checker.message(key); }); };
    added = accept_fresh(*baseline, *report, {options.reason, today(options), options.expires, options.min_confidence, in_words});
  }
  // Nothing read is no reason to write: a mistyped folder must not look like a clean one.
  const int status = options.store.empty() ? status_of_inputs(ground->counts, options) : all_well;
  if (status == usage_wrong) return status;
  if (const auto written = write_baseline(*baseline, path); !written) return fail(context, written.error());
  close(context, options, checker, "closing.baseline",
        {visible(path), std::to_string(added), std::to_string(dropped), std::to_string(baseline->findings.size())});
  return status;
}

}  // namespace mizan::cli
