#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "support/temp_folder.hpp"

// The completions and the manual, as the programs that read them take them. A shell that is not installed is left out; .ci/setup installs all.

using mizan::test::bytes_of;
using mizan::test::TempFolder;

namespace {

struct Ran {
  int status = 0;
  std::string out;  ///< and standard error
};

Ran run(const TempFolder& folder, const std::string& command) {
  folder.write("script", "mizan() { '" MIZAN_BINARY "' \"$@\"; }\ncd '" + folder.path().string() + "'\n" + command + "\n");
  const int raw = std::system(("bash '" + folder.file("script") + "' > '" + folder.file("out") + "' 2>&1 < /dev/null").c_str());
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, bytes_of(folder.file("out"))};
}

bool has(const std::string& program) { return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0; }

/// What bash offers behind these words, as its own interface to completions gives it, on one line.
std::string offered(const TempFolder& folder, const std::string& words) {
  // COMP_WORDBREAKS has made words of = and :.
  return run(folder, "source <(mizan completions bash)\nCOMP_WORDS=(" + words + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_mizan\necho \"${COMPREPLY[*]}\"").out;
}

}  // namespace

TEST_CASE("bash completes commands, options and their words", "[cli][shells]") {
  const TempFolder folder;
  folder.write("article one.txt", "Nothing.\n");
  folder.write("archive/other.txt", "Nothing.\n");
  CHECK(run(folder, "mizan completions bash | bash -n").status == 0);
  struct Row {
    const char *words, *offered;
  };
  const auto row = GENERATE(values<Row>({
      {"mizan che", "check\n"},
      {"mizan help lang", "languages\n"},
      {"mizan check --fail", "--fail-on\n"},
      {"mizan check --fail-on ''", "conflict update never\n"},
      {"mizan check --fail-on n", "never\n"},
      {"mizan check --color = al", "always\n"},
      {"mizan check --color =", "auto always never\n"},
      {"mizan check --format js", "json\n"},
      {"mizan check --format json : art", "article one.txt\n"},
      {"mizan check --jobs ''", "\n"},  // a number is nobody's to guess
      {"mizan check a", "article one.txt archive\n"},
      {"mizan check --store a", "article one.txt archive\n"},
      {"mizan check --facts a", "archive\n"},
      {"mizan rules ''", "list\n"},
      {"mizan completions z", "zsh\n"},
      {"mizan review ''", "list accept dismiss same different note withdraw import export\n"},
      {"mizan review --store archive ac", "accept\n"},
      {"mizan review accept a", "article one.txt archive\n"},  // the action is given
      {"mizan baseline pr", "prune\n"},
      {"mizan config ''", "show check\n"},
      {"mizan db b", "backup\n"},
      {"mizan db --st", "--store\n"},
      {"mizan nonsense --st", "\n"},
  }));
  CAPTURE(row.words);
  const std::string all = offered(folder, row.words);
  CHECK(all == row.offered);
}

TEST_CASE("zsh takes its completions", "[cli][shells]") {
  if (!has("zsh")) return;
  const TempFolder folder;
  CHECK(run(folder, "mizan completions zsh > _mizan && zsh -n _mizan").status == 0);
  // Sourced behind compinit it registers itself; the function then hands the options to _arguments, which is watched here.
  const Ran ran = run(folder, "zsh -f -c 'autoload -Uz compinit; compinit -D -u; source ./_mizan; print $_comps[mizan]; "
                              "_arguments() { print -rl -- \"$@\"; }; words=(mizan check x); CURRENT=3; _mizan; "
                              "words=(mizan review x); CURRENT=3; _mizan'");
  CAPTURE(ran.out);
  CHECK(ran.out.find("\n1:action:(list accept dismiss same different note withdraw import export)\n*:path:_files\n") != std::string::npos);
  CHECK(ran.out.starts_with("_mizan\n-s\n"));
  CHECK(ran.out.find("*--fail-on=[exit status 1 from this on\\: conflict (the default), update or never]:WHAT:(conflict update never)\n") != std::string::npos);
  CHECK(ran.out.find("*--store=[the store of facts]:FILE:_files\n") != std::string::npos);
}

TEST_CASE("fish completes commands, options and their words", "[cli][shells]") {
  if (!has("fish")) return;
  const TempFolder folder;
  CHECK(run(folder, "mizan completions fish > mizan.fish && fish -n mizan.fish").status == 0);
  const auto asked = [&](const std::string& line) { return run(folder, "fish --no-config -c 'source mizan.fish; complete -C \"" + line + "\"'").out; };
  CHECK(asked("mizan chec").starts_with("check\tcompare articles"));
  CHECK(asked("mizan check --fail-o").starts_with("--fail-on\t"));
  CHECK(asked("mizan check --fail-on ne").starts_with("never"));
  CHECK(asked("mizan completions z") == "zsh\n");
  CHECK(asked("mizan db ver") == "verify\n");
  CHECK(asked("mizan review --store archive acc") == "accept\n");
  CHECK(asked("mizan review accept acc") == "");
}

TEST_CASE("the manual is sound, and tells of every command and option", "[cli][shells]") {
  const TempFolder folder;
  REQUIRE(run(folder, "mizan man > mizan.1").status == 0);
  const std::string manual = bytes_of(folder.file("mizan.1"));
  const std::string help = run(folder, "mizan --help").out;
  bool in_list = false;
  std::size_t commands = 0;
  std::string line;
  for (std::istringstream in(help); std::getline(in, line);) {
    if (line == "Commands:") in_list = true;
    else if (line.empty()) in_list = false;
    else if (in_list) {
      ++commands;
      CHECK(manual.find("\n.SS \"mizan " + line.substr(2, line.find(' ', 2) - 2) + " ") != std::string::npos);
    }
  }
  CHECK(commands >= 10);
  CHECK(manual.find("\n.B 130\n") != std::string::npos);
  if (!has("groff")) return;
  const Ran warned = run(folder, "groff -K utf8 -man -Tutf8 -ww -z mizan.1");
  CHECK(warned.status == 0);
  CHECK(warned.out == "");
  const std::string shown = run(folder, "groff -K utf8 -man -Tascii -P -cbou mizan.1").out;
  CHECK(shown.find("--fail-on WHAT\n") != std::string::npos);
  CHECK(shown.find("mizan check articles/\n") != std::string::npos);
}
