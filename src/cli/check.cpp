#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "cli/judging.hpp"
#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {
namespace {

/// What the articles are compared with: nothing but each other, or the store, of which the file itself is only read.
Result<std::unique_ptr<Store>> ground(const Options& options, const Checker& checker) {
  std::error_code ignored;
  const bool in_memory = options.store.empty() || options.store == ":memory:";
  const bool is_new = !in_memory && options.add && !std::filesystem::exists(options.store, ignored);
  if (in_memory || is_new) return open_store(":memory:", StoreMode::write, checker.packs());
  if (!std::filesystem::exists(options.store, ignored)) return Error{options.store, "no such store", Error::Cause::usage};
  return open_store_over(options.store, checker.packs(), wait_of(options));
}

Status put_afterwards(const Options& options, const Checker& checker, const GivenClaims& given, const std::vector<Document>& documents) {
  auto store = open_to_write(options, checker.packs());
  if (!store) return store.error();
  Loader loader(checker, **store, given);
  for (const Document& document : documents) {
    if (!loader.take(document)) break;
  }
  if (auto put = loader.finish(); !put) return put.error();
  return ok();
}

}  // namespace

int run_check(const Options& options, Context& context) {
  if (options.paths.empty()) return fail(context, {"", "check what? Name files, folders or -", Error::Cause::usage});
  const auto baseline = named_baseline(options);
  if (!baseline) return fail(context, baseline.error());
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  std::vector<Error> bad_claims, bad_inputs;
  auto given = read_given_claims(options, context, bad_claims);
  if (!given) return fail(context, given.error());
  auto store = ground(options, checker);
  if (!store) return fail(context, store.error());

  show_progress(options, context, checker);
  Loader loader(checker, **store, *given, context.progress.get());
  std::set<std::string> touched;
  std::map<std::string, FilePlace> files;
  std::vector<Document> to_add;
  ReadCounts counts = read_documents(options, options.paths, context, [&](Document document) {
    touched.insert(document.id);
    tell_misplaced(*given, document, context, bad_claims);
    files[document.id] = {path_from_here(document.file.path), document.file.line};
    if (options.add) to_add.push_back(document);
    return loader.take(document);
  }, &bad_inputs);
  counts.unreadable += bad_claims.size();
  if (const auto put = loader.finish(); !put) return fail(context, put.error());

  if (context.progress) context.progress->compare();
  // An empty set would mean the whole store; nothing read is nothing to report.
  const std::set<std::string> asked = options.store.empty() ? std::set<std::string>{} : touched;
  Result<Report> report = touched.empty() ? Report{} : checker.report(**store, asked);
  if (!report) return fail(context, report.error());
  for (Document& document : report->documents) {
    if (const auto file = files.find(document.id); file != files.end()) document.file = file->second;
  }
  if (unreadable_inputs(counts, options) > 0) {  // an empty folder may be allowed
    report->unreadable = std::move(bad_inputs);
    std::ranges::move(bad_claims, std::back_inserter(report->unreadable));
  }
  judge(*report, *baseline, asked, options, context);
  if (auto written = write_reports(*report, checker, options, context); !written) return fail(context, written.error());
  int status = status_of_inputs(counts, options);
  if (options.add && !to_add.empty()) {
    (*store).reset();  // as long as it is open nobody writes to its file
    if (auto put = put_afterwards(options, checker, *given, to_add); !put) status = fail(context, put.error());
  }
  close_report(context, options, checker, report->summary, unreadable_inputs(counts, options));
  close_judged(context, options, checker, *report);
  return status == all_well && fails(*report, options) ? findings : status;
}

}  // namespace mizan::cli
