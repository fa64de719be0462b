#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {

int run_add(const Options& options, Context& context) {
  if (options.store.empty()) return fail(context, {"", "add needs --store FILE", Error::Cause::usage});
  if (options.paths.empty()) return fail(context, {"", "add what? Name files, folders or -", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  std::vector<Error> unreadable_claims;
  auto given = read_given_claims(options, context, unreadable_claims);
  if (!given) return fail(context, given.error());
  const auto store = open_to_write(options, checker.packs());
  if (!store) return fail(context, store.error());

  show_progress(options, context, checker);
  Loader loader(checker, **store, *given, context.progress.get());
  ReadCounts counts =
      read_documents(options, options.paths, context, [&](Document document) {
        tell_misplaced(*given, document, context, unreadable_claims);
        return loader.take(document);
      });
  counts.unreadable += unreadable_claims.size();
  const auto put = loader.finish();
  if (!put) return fail(context, put.error());
  close(context, options, checker, "closing.add",
        {counted(checker, "article", counts.documents), std::to_string(*put), std::to_string(counts.documents - *put),
         counted(checker, "unreadable", unreadable_inputs(counts, options))});
  return status_of_inputs(counts, options);
}

}  // namespace mizan::cli
