#include <ostream>
#include <sstream>
#include <string>

#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {
namespace {

/// Text as roff takes it: a line that begins with a dot or a quote would be a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_at_begin = out.empty() || out.back() == '\n';
    if (is_at_begin && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else if (c == '\'') out += "\\(aq";
    else out.push_back(c);
  }
  return out;
}

void write_option(std::ostream& out, const OptionInfo& option) {
  out << ".TP\n";
  if (!option.letter.empty()) out << "\\fB\\-" << option.letter << "\\fR, ";
  out << "\\fB\\-\\-" << roff(option.name) << "\\fR";
  if (!option.value.empty()) out << " \\fI" << roff(option.value) << "\\fR";
  out << '\n' << roff(option.help) << '\n';
  // Where the help names the words already, once is enough.
  if (option.choices.empty() || option.help.find(option.choices.back()) != option.help.npos) return;
  out << "(";
  const char* before = "";
  for (const std::string_view word : option.choices) {
    out << before << roff(word);
    before = ", ";
  }
  out << ")\n";
}

void write_command(std::ostream& out, const Command& command) {
  out << ".SS \"mizan " << roff(command.name) << " " << roff(command.arguments) << "\"\n" << roff(command.details) << '\n';
  for (const OptionInfo& option : options_of(command)) write_option(out, option);
  out << ".PP\nExamples:\n.PP\n.nf\n" << roff(command.examples) << ".fi\n";
}

}  // namespace

int run_man(const Options& options, Context& context) {
  if (!options.paths.empty()) return fail(context, {options.paths.front(), "man takes no paths", Error::Cause::usage});
  std::ostream& out = context.out;
  out << ".TH MIZAN 1 \"\" \"mizan " << version() << "\" \"User Commands\"\n"
         ".SH NAME\nmizan \\- compares what articles say: dates, numbers, countries, places\n"
         ".SH SYNOPSIS\n.B mizan\n.I COMMAND\n[options] [\\fIPATH\\fR\\&... | \\-]\n"
         ".SH DESCRIPTION\nReads articles in Arabic and English, finds what they say about the same facts, and reports where they differ.\n"
         "A path is a text file, a file of JSON Lines or a folder; \\- is standard input.\n"
         "The report goes to standard output; messages and the closing line go to standard error.\n"
         ".SH COMMANDS\n";
  for (const Command& command : commands()) write_command(out, command);
  out << ".SH EXIT STATUS\n";
  for (const auto& [status, meaning] : exit_statuses()) out << ".TP\n.B " << static_cast<int>(status) << '\n' << roff(meaning) << '\n';
  out << ".SH ENVIRONMENT\n.TP\n.B MIZAN_FACTS\nThe folder of the language packs, where \\fB\\-\\-facts\\fR names none.\n"
         ".TP\n.B MIZAN_STORE, MIZAN_FAIL_ON, ...\nAny setting of mizan.toml by its name; "
         "\\fBmizan config show\\fR lists them. An option on the command line wins over it.\n"
         ".TP\n.B NO_COLOR\nWhere it is set, \\fB\\-\\-color auto\\fR writes no colours.\n"
         ".SH FILES\n.TP\n.B mizan.toml\nSettings and ignores; looked for beside the first path and in all folders above. "
         "\\fBmizan config \\-\\-help\\fR tells what may stand in it.\n";
  return all_well;
}

}  // namespace mizan::cli
