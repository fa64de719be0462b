#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

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

Error unknown_command(const std::string& given) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string near = nearest(given, names);
  return {"", "unknown command '" + given + "'" + (near.empty() ? "; 'mizan --help' lists them" : "; did you mean '" + near + "'?"),
          Error::Cause::usage};
}

/// What has been written to a store is there whole or not at all, wherever the process ends: its journal sees to it. So nothing needs to be put in order.
void catch_interrupts(bool is_terminal) {
  // A program that was started with interrupts ignored (nohup, a job in the background) goes on ignoring them.
  struct sigaction before {};
  if (sigaction(SIGINT, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) return;
  static volatile std::sig_atomic_t begins_line = 0;
  begins_line = is_terminal ? 1 : 0;
  struct sigaction action {};
  action.sa_handler = [](int) {
    static constexpr std::string_view kLine = "\nmizan: interrupted\n";
    const std::string_view line = kLine.substr(begins_line ? 0 : 1);
    [[maybe_unused]] const auto written = write(STDERR_FILENO, line.data(), line.size());
    _exit(interrupted);
  };
  sigaction(SIGINT, &action, nullptr);
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
  const auto options = parse_options(*command, arguments);
  if (!options) {
    const int status = fail(context, options.error());
    context.err << "'mizan " << command->name << " --help' tells more\n";
    return status;
  }
  if (options->help) {
    context.out << help_of(*command);
    return all_well;
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
                  .facts_variable = variable("MIZAN_FACTS"),
                  .executable = std::filesystem::read_symlink("/proc/self/exe", ignored)};
  catch_interrupts(context.err_is_terminal);
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
