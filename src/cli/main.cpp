#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The variables of the environment that are ours.
std::map<std::string, std::string> own_variables() {
  std::map<std::string, std::string> found;
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view text = *entry;
    const std::size_t equals = text.find('=');
    if (text.starts_with("MIZAN_") && equals != text.npos) found.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return found;
}

/// Who runs this, for what is decided by people.
std::string user_name() {
  for (const char* name : {"USER", "LOGNAME"})
    if (std::string user = variable(name); !user.empty()) return user;
  const passwd* entry = getpwuid(geteuid());
  return entry && entry->pw_name ? entry->pw_name : "?";
}

Error unknown_command(const std::string& given) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string near = nearest(given, names);
  return {"", "unknown command '" + given + "'" + (near.empty() ? "; 'mizan --help' lists them" : "; did you mean '" + near + "'?"),
          Error::Cause::usage};
}

int run(std::vector<std::string> arguments, Context& context) {
  if (arguments.empty()) {
    context.err << general_help();
    return usage_wrong;
  }
  std::string name = arguments.front();
  arguments.erase(arguments.begin());
  if (name == "--version") name = "version";
  const bool wants_help = name == "help" || name == "--help" || name == "-h";
  if (wants_help && arguments.empty()) {
    context.out << general_help();
    return all_well;
  }
  if (wants_help) name = arguments.front();
  const auto command = std::ranges::find(commands(), name, &Command::name);
  if (command == commands().end()) return fail(context, unknown_command(name));
  if (wants_help) {
    context.out << help_of(*command);
    return all_well;
  }
  const auto options = parse_options(*command, arguments, context.variables);
  if (!options) {
    const int status = fail(context, options.error());
    context.err << "'mizan " << command->name << " --help' tells more\n";
    return status;
  }
  if (options->help) {
    context.out << help_of(*command);
    return all_well;
  }
  // `config` itself tells of them in its own way.
  if (!options->config_mistakes.empty() && command->name != "config") {
    for (const Error& mistake : options->config_mistakes) complain(context, mistake);
    return usage_wrong;
  }
  return command->run(*options, context);
}

}  // namespace
}  // namespace mizan::cli

int main(int argc, char** argv) {
  using namespace mizan::cli;
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  std::error_code ignored;
  Context context{.in = std::cin,
                  .out = std::cout,
                  .err = std::cerr,
                  .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                  .err_is_terminal = isatty(STDERR_FILENO) == 1,
                  .no_color = !variable("NO_COLOR").empty() || variable("TERM") == "dumb",
                  .no_terminal_codes = variable("TERM") == "dumb",
                  .variables = own_variables(),
                  .user = user_name(),
                  .executable = std::filesystem::read_symlink("/proc/self/exe", ignored)};
  catch_interrupts();
  try {
    const int status = run({argv + 1, argv + argc}, context);
    std::cout.flush();
    context.progress.reset();
    if (std::cout) return status;
    std::cerr << "mizan: standard output cannot be written\n";
  } catch (const std::exception& problem) {
    std::cout.flush();
    context.progress.reset();
    std::cerr << "mizan: internal error: " << problem.what() << '\n';
  }
  return internal_error;
}
