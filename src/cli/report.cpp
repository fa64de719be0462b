#include "cli/judging.hpp"
#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/filter.hpp"

namespace mizan::cli {

int run_report(const Options& options, Context& context) {
  if (options.store.empty()) return fail(context, {"", "report needs --store FILE", Error::Cause::usage});
  if (!options.paths.empty()) {
    return fail(context, {options.paths.front(), "report takes no paths: it tells about the store", Error::Cause::usage});
  }
  const auto baseline = named_baseline(options);
  if (!baseline) return fail(context, baseline.error());
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  const auto store = open_existing(options, checker.packs());
  if (!store) return fail(context, store.error());
  show_progress(options, context, checker);
  if (context.progress) context.progress->compare();
  auto whole = checker.report(**store);
  if (!whole) return fail(context, whole.error());
  judge(*whole, *baseline, {}, options, context);
  const bool is_empty = whole->documents.empty() && !options.allow_empty;

  ReportFilter filter = options.filter;
  filter.min_confidence = options.min_confidence;
  const Report report = filtered(std::move(*whole), filter);
  if (is_empty) complain(context, {options.store, "holds no article"});
  if (auto written = write_reports(report, checker, options, context); !written) return fail(context, written.error());
  close_report(context, options, checker, report.summary, 0);
  close_judged(context, options, checker, report);
  if (is_empty) return usage_wrong;  // as where no input is found: nothing was checked
  return fails(report, options) ? findings : all_well;
}

}  // namespace mizan::cli
