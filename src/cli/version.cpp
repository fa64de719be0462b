#include <ostream>

#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {

int run_version(const Options& options, Context& context) {
  context.out << "mizan " << version() << '\n';
  if (!options.verbose) return all_well;
  const auto facts = find_facts(options, context);
  if (!facts) return fail(context, facts.error());
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  context.out << "facts " << facts->folder.generic_string() << "\npacks " << checker.packs() << "\nimage " << checker.packs_origin() << '\n';
  return all_well;
}

}  // namespace mizan::cli
