#include <ostream>

#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/visible.hpp"

namespace mizan::cli {

int run_languages(const Options& options, Context& context) {
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  for (const LanguageInfo& language : checker.languages()) {
    context.out << visible(language.tag) << '\t' << visible(language.name) << '\t' << visible(language.script) << '\t' << language.words
                << '\n';
  }
  return all_well;
}

}  // namespace mizan::cli
