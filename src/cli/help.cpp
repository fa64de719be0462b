#include <algorithm>
#include <sstream>

#include "cli/options.hpp"
#include "report/formats.hpp"

namespace mizan::cli {

std::string help_of(const Command& command) {
  std::ostringstream out;
  out << "mizan " << command.name << ' ' << command.arguments << "\n\n" << command.details << "\n\n";
  if (command.output_formats == report_format_names()) {
    std::size_t name_width = 0;
    for (const ReportFormat& format : report_formats()) name_width = std::max(name_width, format.name.size());
    out << "Formats:\n";
    for (const ReportFormat& format : report_formats()) {
      out << "  " << format.name << std::string(name_width + 2 - format.name.size(), ' ') << format.help << '\n';
    }
    out << '\n';
  } else if (!command.output_formats.empty()) {
    out << "Formats:";
    for (const std::string_view name : command.output_formats) out << ' ' << name;
    out << "\n\n";
  }
  const std::vector<OptionInfo> options = options_of(command);
  std::vector<std::string> names;
  std::size_t width = 0;
  for (const OptionInfo& option : options) {
    const std::string value = option.value.empty() ? "" : " " + option.value;
    names.push_back((option.letter.empty() ? "    " : "-" + std::string(option.letter) + ", ") + "--" + std::string(option.name) + value);
    width = std::max(width, names.back().size());
  }
  out << "Options:\n";
  for (std::size_t i = 0; i < names.size(); ++i) out << "  " << names[i] << std::string(width + 2 - names[i].size(), ' ') << options[i].help << '\n';
  out << "\nExamples:\n" << command.examples;
  return out.str();
}

const std::vector<std::pair<ExitStatus, std::string_view>>& exit_statuses() {
  static const std::vector<std::pair<ExitStatus, std::string_view>> table{
      {all_well, "something was checked, and there is nothing at or above --fail-on"},
      {findings, "there are findings at or above --fail-on"},
      {usage_wrong, "usage or configuration is wrong, or no input was found, or the store is empty (unless --allow-empty)"},
      {some_unreadable, "some inputs could not be read; the rest is reported (wins over 1, unless --skip-unreadable)"},
      {store_broken, "the store is locked, damaged or of a newer version"},
      {internal_error, "internal error"},
      {interrupted, "interrupted; the store stays valid"},
  };
  return table;
}

std::string general_help() {
  std::size_t width = 0;
  for (const Command& command : commands()) width = std::max(width, command.name.size());
  std::ostringstream out;
  out << "mizan COMMAND [options] [PATH… | -]\n\nCompares what articles say: dates, numbers, countries, places.\n\nCommands:\n";
  for (const Command& command : commands()) {
    out << "  " << command.name << std::string(width + 2 - command.name.size(), ' ') << command.summary << '\n';
  }
  out << "\n'mizan COMMAND --help' tells its options and shows examples.\n\nExit status:\n";
  for (const auto& [status, meaning] : exit_statuses()) {
    const std::string number = std::to_string(status);
    out << "  " << number << std::string(5 - number.size(), ' ') << meaning << '\n';
  }
  return out.str();
}

}  // namespace mizan::cli
