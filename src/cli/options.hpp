#pragma once
#include <filesystem>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/settings.hpp"
#include "mizan/checker.hpp"
#include "mizan/result.hpp"
#include "report/filter.hpp"

namespace mizan::cli {

class Progress;

/// Exit statuses (CLI.md).
enum ExitStatus : int { all_well = 0, findings = 1, usage_wrong = 2, some_unreadable = 3, store_broken = 4, internal_error = 70, interrupted = 130 };

/// What each of them means, for people.
[[nodiscard]] const std::vector<std::pair<ExitStatus, std::string_view>>& exit_statuses();

/// What decides that a run ends with `findings`.
enum class FailOn { conflict, update, never };
enum class Color { automatic, always, never };
enum class ShowProgress { automatic, always, never };

/// One report to write: the format's name, and the file, or none for standard output.
struct Output {
  std::string format, file;
};

/// Everything that the command line can say, for all commands; a command reads what its options set.
struct Options {
  std::vector<std::string> paths, references;
  std::string store, facts, claims, lang, published, stdin_name;
  std::string baseline, output, expires;
  std::string today;  ///< YYYY-MM-DD; empty: the system's. Nothing but dates of expiry and of acceptance reads it
  std::string config;
  bool no_config = false;
  ConfigFile config_file;              ///< the mizan.toml that holds; its path is empty where there is none
  std::vector<Setting> variables;      ///< settings out of the environment
  std::vector<Error> config_mistakes;  ///< of both; then none of them is in force
  std::string by, date, reason, right, as_reference, subject, sentence;  // of a decision; a baseline has a reason too
  double wait_seconds = 10;
  std::string ui_lang = "en";
  std::vector<Output> outputs;
  FailOn fail_on = FailOn::conflict;
  double min_confidence = 0;
  unsigned jobs = 1;
  bool add = false, quiet = false, verbose = false, allow_empty = false, skip_unreadable = false, help = false;
  Color color = Color::automatic;
  ShowProgress progress = ShowProgress::automatic;
  Stage stage = Stage::claims;
  ReportFilter filter;
};

/// What surrounds the program: only main fills it.
struct Context {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;             ///< NO_COLOR is set, or the terminal is dumb
  bool no_terminal_codes = false;    ///< the terminal is dumb
  std::map<std::string, std::string> variables{};  ///< MIZAN_* of the environment
  std::string user{};                ///< who runs this
  std::filesystem::path executable;  ///< of this process; empty where it is not known
  std::shared_ptr<Progress> progress{};  ///< of long work; none where nobody wants to see it
};

/// A subcommand: a row of the table in commands.cpp.
struct Command {
  std::string_view name, arguments, summary, details, examples;
  std::vector<std::string_view> options;         ///< names of rows of the options table, in the order of --help
  std::vector<std::string_view> output_formats;  ///< what --format takes; the first is written to standard output by itself
  std::vector<std::string_view> words = {};      ///< what the first argument must be, where it is no path: the actions of `review`
  int (*run)(const Options& options, Context& context);
};
[[nodiscard]] const std::vector<Command>& commands();

/// A command's option, as --help, the manual and the shells tell of it.
struct OptionInfo {
  std::string_view name, letter, help;
  std::string value;                      ///< what stands for the value: FILE; empty where it takes none
  std::vector<std::string_view> choices;  ///< the words that it takes, where they are few
};
/// In the order of --help.
[[nodiscard]] std::vector<OptionInfo> options_of(const Command& command);

/// Reads the arguments behind the command's name, and for what they leave open the variables MIZAN_* of the environment, then the mizan.toml that is found.
/// Errors are of usage; an unknown option names the nearest one.
[[nodiscard]] Result<Options> parse_options(const Command& command, const std::vector<std::string>& arguments,
                                            const std::map<std::string, std::string>& variables);

[[nodiscard]] std::string help_of(const Command& command);
[[nodiscard]] std::string general_help();

/// The name most like `given`, for "did you mean"; empty where none is near.
[[nodiscard]] std::string nearest(std::string_view given, const std::vector<std::string_view>& names);

}  // namespace mizan::cli
