#pragma once
#include "cli/options.hpp"

/// What each subcommand does; each in a file of its name.
namespace mizan::cli {

int run_check(const Options& options, Context& context);
int run_extract(const Options& options, Context& context);
int run_add(const Options& options, Context& context);
int run_remove(const Options& options, Context& context);
int run_report(const Options& options, Context& context);
int run_show(const Options& options, Context& context);
int run_explain(const Options& options, Context& context);
int run_review(const Options& options, Context& context);
int run_db(const Options& options, Context& context);
int run_rules(const Options& options, Context& context);
int run_baseline(const Options& options, Context& context);
int run_diff(const Options& options, Context& context);
int run_config(const Options& options, Context& context);
int run_completions(const Options& options, Context& context);
int run_man(const Options& options, Context& context);
int run_languages(const Options& options, Context& context);
int run_version(const Options& options, Context& context);

}  // namespace mizan::cli
