#include <ostream>

#include "cli/run.hpp"
#include "cli/session.hpp"
#include "compare/versions.hpp"
#include "report/versions.hpp"

namespace mizan::cli {
namespace {

/// The one article in this input.
Result<Document> article_in(const std::string& path, const Checker& checker, const Options& options, Context& context) {
  std::vector<Document> articles;
  std::vector<Error> errors;
  ReadOptions reading;
  reading.stdin_name = options.stdin_name;
  reading.standard_input = &context.in;
  const ReadCounts counts = read_inputs({path}, reading,
                                        {[&](Document document) {
                                           articles.push_back(checker.prepare(std::move(document)));
                                           return articles.size() < 2;
                                         },
                                         [&](Error error) { errors.push_back(std::move(error)); }});
  if (articles.size() > 1) return Error{path, "diff compares two versions of one article, and this holds several", Error::Cause::usage};
  if (articles.size() == 1) return std::move(articles.front());
  Error error = errors.empty() ? Error{path, "no article in it"} : errors.front();
  if (counts.unreadable == 0) error.cause = Error::Cause::usage;
  return error;
}

}  // namespace

int run_diff(const Options& options, Context& context) {
  if (options.paths.size() != 2) return fail(context, {"", "diff takes two files: OLD and NEW", Error::Cause::usage});
  if (options.paths[0] == "-" && options.paths[1] == "-") return fail(context, {"", "only one of the two can be standard input", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  auto before = article_in(options.paths[0], checker, options, context);
  if (!before) return fail(context, before.error());
  auto after = article_in(options.paths[1], checker, options, context);
  if (!after) return fail(context, after.error());

  const auto old_claims = checker.extract(*before), new_claims = checker.extract(*after);
  const Versions versions{std::move(*before), std::move(*after), compare_versions(old_claims, new_claims)};
  const auto written = write_outputs(options, context, [&](const Output& output, std::ostream& out) {
    const auto write = output.format == "json" ? write_versions_json : write_versions_text;
    write(versions, report_options(checker, options, context, output.file.empty()), out);
  });
  if (!written) return fail(context, written.error());
  const VersionDiff& diff = versions.diff;
  close(context, options, checker, "closing.diff",
        {std::to_string(diff.changed.size()), std::to_string(diff.added.size()), std::to_string(diff.removed.size()), std::to_string(diff.unchanged)});
  return diff.changed.empty() && diff.added.empty() && diff.removed.empty() ? all_well : findings;
}

}  // namespace mizan::cli
