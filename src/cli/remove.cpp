#include <algorithm>

#include "cli/interrupt.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {
namespace {

/// The id that is most like one that is not there.
Error no_such_article(Store& store, const std::string& id) {
  std::string hint;
  if (const auto documents = store.documents(false); documents) {
    std::vector<std::string_view> ids;
    for (const Document& document : *documents) ids.push_back(document.id);
    if (const std::string near = nearest(id, ids); !near.empty()) hint = "; did you mean '" + near + "'?";
  }
  return {id, "no article has this id" + hint, Error::Cause::usage};
}

}  // namespace

int run_remove(const Options& options, Context& context) {
  if (options.store.empty()) return fail(context, {"", "remove needs --store FILE", Error::Cause::usage});
  if (options.paths.empty()) return fail(context, {"", "remove what? Name the ids of articles", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  const auto store = open_for_change(options, checker.packs());
  if (!store) return fail(context, store.error());
  std::size_t removed = 0, missing = 0;
  for (const std::string& id : options.paths) {
    if (is_interrupted()) return interrupted;
    const Writing writing;
    const auto was_there = checker.remove(**store, id);
    if (!was_there) return fail(context, was_there.error());
    if (!*was_there) complain(context, no_such_article(**store, id));
    ++(*was_there ? removed : missing);
  }
  close(context, options, checker, "closing.remove", {counted(checker, "article", removed), std::to_string(missing)});
  return missing > 0 ? usage_wrong : all_well;
}

}  // namespace mizan::cli
