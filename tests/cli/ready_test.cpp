#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "support/temp_folder.hpp"

// What stands ready for pre-commit, GitHub and GitLab, run as far as that goes without them: the very commands of the files, in a folder with articles.

using mizan::test::bytes_of;
using mizan::test::TempFolder;
namespace fs = std::filesystem;

namespace {

std::string file_of_project(const std::string& name) { return bytes_of(MIZAN_TESTS_DIR "/../" + name); }

std::size_t indent_of(const std::string& line) { return line.find_first_not_of(' '); }

/// What stands behind the `nth` key of this name: the rest of its line, or, behind |, the lines that stand farther in.
std::string behind(const std::string& yaml, const std::string& key, std::size_t nth = 0) {
  std::istringstream in(yaml);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto at = lines[i].find(key + ":");
    const bool is_key = at != std::string::npos && lines[i].find_first_not_of(" -") == at;
    if (!is_key || nth-- > 0) continue;
    std::string rest = lines[i].substr(std::min(at + key.size() + 2, lines[i].size()));
    const bool is_list = rest.empty() && i + 1 < lines.size() && lines[i + 1].ends_with("- |");
    if (rest != "|" && !is_list) return rest;
    std::string block;
    const auto within = indent_of(lines[i]);
    for (std::size_t j = i + (is_list ? 2 : 1); j < lines.size() && (lines[j].empty() || indent_of(lines[j]) > within); ++j) block += lines[j] + '\n';
    return block;
  }
  throw std::runtime_error("no " + key);
}

/// Articles of which two contradict each other, and `mizan` on the PATH.
class Desk {
 public:
  Desk() {
    const std::string news = " states attended the review conference of the Antarctic whaling treaty in Helsinki, the secretariat of the whaling treaty said.\n";
    folder_.write("articles/2015-05-24 one.txt", "Delegates of 190" + news);
    folder_.write("articles/2015-05-25 two.txt", "Delegates of 189" + news);
    folder_.write("plain.txt", "Nothing is counted here.\n");
    fs::create_directories(folder_.path() / "bin");
    fs::create_symlink(MIZAN_BINARY, folder_.path() / "bin" / "mizan");
  }
  /// Runs a script in bash; its exit status.
  int run(const std::string& script, const std::string& setting = "") {
    folder_.write(".run", "set -e\nexport MIZAN_FACTS='" MIZAN_TESTS_DIR "/../facts' PATH=\"" + folder_.file("bin") + ":$PATH\"\ncd '" + folder_.path().string() +
                  "'\n" + setting + "\n" + script + "\n");
    const int raw = std::system(("bash '" + folder_.file(".run") + "' > '" + folder_.file(".out") + "' 2> '" + folder_.file(".err") + "' < /dev/null").c_str());
    return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
  }
  [[nodiscard]] std::string out() const { return bytes_of(folder_.file(".out")); }
  [[nodiscard]] std::string err() const { return bytes_of(folder_.file(".err")); }
  [[nodiscard]] const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
};

}  // namespace

TEST_CASE("the pre-commit hooks run as their file says", "[cli][ready]") {
  const std::string hooks = file_of_project(".pre-commit-hooks.yaml");
  Desk desk;
  for (std::size_t hook = 0; hook < 2; ++hook) {
    const std::string entry = behind(hooks, "entry", hook);
    CAPTURE(entry, desk.folder().path());
    CHECK(behind(hooks, "language", hook) == "system");
    CHECK(desk.run(entry + " plain.txt") == 0);
    CHECK(desk.run(entry + " articles/*") == 1);
    CHECK(desk.out().find("CONFLICTS (1)") != std::string::npos);
  }
  REQUIRE(desk.run("mizan add --quiet --store archive.mizan 'articles/2015-05-24 one.txt'") == 0);
  CHECK(desk.run(behind(hooks, "entry", 1) + " --store archive.mizan 'articles/2015-05-25 two.txt'") == 1);
}

TEST_CASE("pre-commit itself runs the hooks", "[cli][ready]") {
  Desk desk;
  if (desk.run("command -v pre-commit && command -v git") != 0) {
    WARN("pre-commit is not installed: the hooks were run as their file says, not by it");
    return;
  }
  desk.folder().write("hooks/.pre-commit-hooks.yaml", file_of_project(".pre-commit-hooks.yaml"));
  const std::string git = "export HOME=\"$PWD\" GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org";
  REQUIRE(desk.run("(cd hooks && git init -q && git add . && git commit -qm hooks); git init -q; git add plain.txt", git) == 0);
  const int clean = desk.run("pre-commit try-repo hooks mizan --files plain.txt", git);
  CAPTURE(desk.out(), desk.err());
  CHECK(clean == 0);
  CHECK(desk.run("git add articles; pre-commit try-repo hooks mizan --files articles/*", git) == 1);
  CHECK(desk.out().find("CONFLICTS (1)") != std::string::npos);
}

TEST_CASE("two branches that accept other findings merge their baselines", "[cli][ready]") {
  Desk desk;
  if (desk.run("command -v git") != 0) return;
  const auto article = [&](const std::string& name, const std::string& day) { desk.folder().write(name, "The court met on " + day + " 21 May 2024.\n"); };
  article("a.txt", "Monday");
  article("b.txt", "Friday");
  article("c.txt", "Sunday");
  const std::string git = "export HOME=\"$PWD\" GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org "
                          "MIZAN_TODAY=2026-01-01\n"
                          "accept() { mizan baseline update \"$1\" --quiet --output known.json --reason \"$2\"; git commit -qam \"$2\"; }";
  // As README says. The new entries are neighbours, and the old one is renewed on both sides.
  CHECK(desk.run("echo 'known.json merge=union' > .gitattributes; git init -q -b main\n"
                 "mizan baseline create a.txt --quiet --output known.json --expires 2025-12-31\n"
                 "git add known.json .gitattributes; git commit -qm begin; git checkout -qb one; accept b.txt one; accept a.txt again\n"
                 "git checkout -q main; accept c.txt two; MIZAN_TODAY=2026-01-02 accept a.txt later; git merge -q --no-edit one", git) == 0);
  CAPTURE(desk.out(), desk.err(), bytes_of(desk.folder().file("known.json")));
  CHECK(desk.run("grep -c '\"id\"' known.json; mizan check a.txt b.txt c.txt --baseline known.json", git) == 0);
  CHECK(desk.out().starts_with("4\n"));
  CHECK(desk.err().find("0 new, 3 known") != std::string::npos);
  // The doubled entry goes with the next update, and the later of the two stays.
  CHECK(desk.run("mizan baseline prune a.txt b.txt c.txt --output known.json; grep -c '\"id\"' known.json; grep -c later known.json", git) == 0);
  CHECK(desk.out() == "3\n1\n");
}

TEST_CASE("the GitHub action checks what it is told to", "[cli][ready]") {
  const std::string action = file_of_project(".github/actions/mizan/action.yml");
  const std::string install = behind(action, "run", 0), check = behind(action, "run", 1);
  Desk desk;
  CHECK(desk.run(install, "export MIZAN_SOURCE=/nowhere GITHUB_PATH=path") == 0);  // it is on the PATH already
  const auto with = [](const std::string& inputs) {
    return "export GITHUB_OUTPUT=output MIZAN_STORE= MIZAN_FORMATS=text MIZAN_FAIL_ON=conflict MIZAN_ARGS=\n" + inputs;
  };
  CHECK(desk.run(check, with("export MIZAN_PATHS=plain.txt")) == 0);
  CHECK(desk.run(check, with("export MIZAN_PATHS=$'plain.txt\\narticles/2015-05-24 one.txt\\narticles/2015-05-25 two.txt\\n'")) == 1);
  CHECK(desk.out().find("CONFLICTS (1)") != std::string::npos);
  CHECK(desk.run(check, with("export MIZAN_PATHS=articles MIZAN_FAIL_ON=never MIZAN_FORMATS=$'text\\njson:report.json' MIZAN_ARGS=--quiet")) == 0);
  CHECK(bytes_of(desk.folder().file("report.json")).find("\"status\":\"conflict\"") != std::string::npos);
  CHECK(desk.run(check, with("export MIZAN_PATHS=articles MIZAN_FORMATS=github GITHUB_STEP_SUMMARY=summary.md")) == 1);
  CHECK(desk.out().starts_with("::error "));
  CHECK(bytes_of(desk.folder().file("summary.md")).find("Mizan: 1 conflict") != std::string::npos);
  CHECK(desk.run(check, with("export MIZAN_PATHS='; touch harm'")) == 2);  // a name, not a command
  CHECK_FALSE(fs::exists(desk.folder().file("harm")));
  CHECK(bytes_of(desk.folder().file("output")) == "status=0\nstatus=1\nstatus=0\nstatus=1\nstatus=2\n");
}

TEST_CASE("the GitLab template checks what it is told to", "[cli][ready]") {
  const std::string job = file_of_project(".gitlab/mizan.yml");
  const std::string install = behind(job, "before_script"), script = behind(job, "script");
  Desk desk;
  CHECK(desk.run(install + script, "export MIZAN_SOURCE= MIZAN_OPTIONS= MIZAN_PATHS=plain.txt") == 0);
  CHECK(desk.run(install + script, "export MIZAN_SOURCE= MIZAN_OPTIONS= MIZAN_PATHS=articles") == 1);
  CHECK(desk.out().find("CONFLICTS (1)") != std::string::npos);
  CHECK(bytes_of(desk.folder().file("mizan-report.json")).find("\"status\":\"conflict\"") != std::string::npos);
  // What it names under reports is there.
  CHECK(bytes_of(desk.folder().file(behind(job, "codequality"))).find("\"fingerprint\"") != std::string::npos);
  CHECK(bytes_of(desk.folder().file(behind(job, "junit"))).find("<failure ") != std::string::npos);
  CHECK(desk.run(install + script, "export MIZAN_SOURCE= MIZAN_OPTIONS='--fail-on never --quiet' MIZAN_PATHS=articles") == 0);
}
