#include <algorithm>
#include <functional>
#include <ostream>
#include <string>

#include "cli/run.hpp"
#include "cli/session.hpp"

namespace mizan::cli {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return joined(names);
}

bool is_file(const OptionInfo& option) { return option.value == "FILE"; }
bool is_folder(const OptionInfo& option) { return option.value == "DIR"; }

/// `text` with each of `special` behind `mark`.
std::string quoted(std::string_view text, std::string_view special, std::string_view mark) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != special.npos) out += mark;
    out.push_back(c);
  }
  return out;
}

/// Single quotes end a word of any of the shells; nothing else does inside of them but, for fish, a backslash.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

/// Needs nothing but bash: the package bash-completion may not be there.
void write_bash(std::ostream& out) {
  out << "# Completions of mizan for bash. Made by: mizan completions bash\n"
         "_mizan_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\"); }\n"
         "_mizan_files() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$word\"); }\n"
         "# The actions of a command, as long as none of them is given.\n"
         "_mizan_actions() {\n"
         "  local each\n"
         "  for each in \"${COMP_WORDS[@]:2:COMP_CWORD-2}\"; do [[ \" $1 \" != *\" $each \"* ]] || return 1; done\n"
         "  _mizan_words \"$1\"\n"
         "}\n"
         "_mizan() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
         "  COMPREPLY=()\n"
         "  if ((COMP_CWORD == 1)); then\n"
         "    _mizan_words " << in_quotes(command_names() + " help --help --version") << "\n    return\n  fi\n"
         "  # bash takes = and : for words of their own: --color=always, --format json:FILE\n"
         "  if [[ $word == [=:] ]]; then before=$word word=; fi\n"
         "  if [[ $before == : ]]; then _mizan_files -f; return; fi\n"
         "  if [[ $before == = ]]; then\n"
         "    before=${COMP_WORDS[COMP_CWORD-2]}\n"
         "    if [[ ${COMP_WORDS[COMP_CWORD]} == = ]]; then before=${COMP_WORDS[COMP_CWORD-1]}; fi\n"
         "  fi\n"
         "  case \"$command $before\" in\n"
         "    'help help') _mizan_words " << in_quotes(command_names()) << "; return ;;\n";
  for (const Command& command : commands()) {
    const std::string name(command.name);
    for (const OptionInfo& option : options_of(command)) {
      if (option.value.empty()) continue;
      out << "    '" << name << " --" << option.name << "') ";
      if (!option.choices.empty()) out << "_mizan_words " << in_quotes(joined(option.choices)) << "; ";
      else if (is_file(option) || is_folder(option)) out << "_mizan_files " << (is_file(option) ? "-f" : "-d") << "; ";
      out << "return ;;\n";
    }
  }
  out << "  esac\n  if [[ $word != -* ]]; then\n    case $command in\n";
  for (const Command& command : commands())
    if (!command.words.empty()) out << "      " << command.name << ") _mizan_actions " << in_quotes(joined(command.words)) << " && return ;;\n";
  out << "    esac\n    _mizan_files -f\n    return\n  fi\n  case $command in\n";
  for (const Command& command : commands()) {
    std::string names;
    for (const OptionInfo& option : options_of(command)) names += (names.empty() ? "--" : " --") + std::string(option.name);
    out << "    " << command.name << ") _mizan_words " << in_quotes(names) << " ;;\n";
  }
  out << "  esac\n}\ncomplete -F _mizan mizan\n";
}

void write_zsh(std::ostream& out) {
  out << "#compdef mizan\n# Completions of mizan for zsh. Made by: mizan completions zsh\n_mizan() {\n  local -a commands=(\n";
  for (const Command& command : commands()) out << "    " << in_quotes(std::string(command.name) + ":" + std::string(command.summary)) << '\n';
  out << "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n"
         "  local command=$words[2]\n  shift words\n  ((CURRENT--))\n  case $command in\n    help) _describe command commands ;;\n";
  for (const Command& command : commands()) {
    out << "    " << command.name << ") _arguments -s";
    for (const OptionInfo& option : options_of(command)) {
      std::string value;
      if (!option.value.empty()) value = ":" + quoted(option.value, "[]:", "\\") + ":";
      if (!option.choices.empty()) value += "(" + joined(option.choices) + ")";
      else if (is_file(option)) value += "_files";
      else if (is_folder(option)) value += "_files -/";
      out << " \\\n      " << in_quotes("*--" + std::string(option.name) + (option.value.empty() ? "" : "=") + "[" + quoted(option.help, "[]:", "\\") + "]" + value);
    }
    if (!command.words.empty()) out << " \\\n      " << in_quotes("1:action:(" + joined(command.words) + ")");
    out << " \\\n      '*:path:_files' ;;\n";
  }
  out << "  esac\n}\n# Sourced, it is a function to register; in fpath, it is the function's body.\n"
         "if [[ $funcstack[1] == _mizan ]]; then _mizan \"$@\"; else compdef _mizan mizan; fi\n";
}

void write_fish(std::ostream& out) {
  const auto described = [](std::string_view text) { return " -d '" + quoted(text, "\\'", "\\") + "'"; };
  out << "# Completions of mizan for fish. Made by: mizan completions fish\ncomplete -c mizan -f\n";
  for (const Command& command : commands()) {
    const std::string name(command.name), inside = "complete -c mizan -n '__fish_seen_subcommand_from " + name + "'";
    out << "complete -c mizan -n __fish_use_subcommand -a " << name << described(command.summary) << '\n';
    if (command.words.empty()) {
      out << inside << " -F\n";
    } else {
      const std::string given = "__fish_seen_subcommand_from " + joined(command.words), both = "complete -c mizan -n '__fish_seen_subcommand_from " + name;
      out << both << "; and not " << given << "' -a '" << joined(command.words) << "'\n" << both << "; and " << given << "' -F\n";
    }
    for (const OptionInfo& option : options_of(command)) {
      out << inside << " -l " << option.name;
      if (!option.letter.empty()) out << " -s " << option.letter;
      if (!option.choices.empty()) out << " -x -a '" << joined(option.choices) << "'";
      else if (is_file(option) || is_folder(option)) out << " -r -F";
      else if (!option.value.empty()) out << " -x";
      out << described(option.help) << '\n';
    }
  }
}

}  // namespace

int run_completions(const Options& options, Context& context) {
  if (options.paths.size() != 1) return fail(context, {"", "completions for which shell? bash, zsh or fish", Error::Cause::usage});
  const std::string& shell = options.paths.front();
  if (shell == "bash") write_bash(context.out);
  else if (shell == "zsh") write_zsh(context.out);
  else write_fish(context.out);
  return all_well;
}

}  // namespace mizan::cli
