#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "support/lines.hpp"
#include "support/temp_folder.hpp"

// Each *.cases file in this folder holds commands and what they answer:
//   $ mizan check …    a shell command, run in a folder of its own with the files of make_files()
//   ? 2                its exit status; 0 where nothing is said
//   > line             a line of standard output
//   ! line             a line of standard error
// A line that ends in … may go on as it likes; `> …` alone is any number of lines. # is a comment.

using mizan::test::bytes_of;
using mizan::test::TempFolder;
using mizan::test::lines_of;
namespace fs = std::filesystem;

namespace {

struct Case {
  std::string command;
  int status = 0;
  std::vector<std::string> out, err;
};

std::vector<Case> cases_of(const fs::path& file) {
  std::vector<Case> cases;
  for (const std::string& line : lines_of(bytes_of(file.string()))) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::string rest = line.size() > 2 ? line.substr(2) : "";
    if (line.starts_with('$')) {
      cases.emplace_back().command = rest;
      continue;
    }
    if (cases.empty()) throw std::runtime_error(file.string() + ": a line before the first command: " + line);
    switch (line[0]) {
      case '?': cases.back().status = std::stoi(rest); break;
      case '>': cases.back().out.push_back(rest); break;
      case '!': cases.back().err.push_back(rest); break;
      default: throw std::runtime_error(file.string() + ": cannot read: " + line);
    }
  }
  return cases;
}

/// The inputs that the cases speak of. Those with bad bytes or of great size cannot stand in the repository.
void make_files(const TempFolder& folder) {
  folder.write("plain.txt", "Nothing is counted here.\n");
  folder.write("other.txt", "Nothing here either.\n");
  folder.write("folder/one.txt", "Nothing one.\n");
  folder.write("folder/sub/two.txt", "Nothing two.\n");
  folder.write("folder/.hidden.txt", "Nothing hidden.\n");
  folder.write("latin1.txt", "A caf\xE9.\n");
  folder.write("empty.txt", "");
  folder.write("empty.jsonl", "");
  const std::string first = "{\"id\":\"a\",\"text\":\"Nothing.\"}\n", last = "{\"id\":\"c\",\"text\":\"End.\"}\n";
  folder.write("two.jsonl",
               "{\"id\":\"a\",\"lang\":\"en\",\"published\":\"2015-05-25\",\"text\":\"Delegates of 190 states attended the review conference of the Antarctic whaling treaty "
               "in Helsinki, the secretariat of the whaling treaty said.\"}\n"
               "{\"id\":\"b\",\"lang\":\"en\",\"published\":\"2015-05-25\",\"text\":\"Delegates of 189 states attended the review conference of the Antarctic whaling treaty "
               "in Helsinki, the secretariat of the whaling treaty said.\"}\n");
  folder.write("slips.jsonl",
               "{\"id\":\"c\",\"lang\":\"en\",\"published\":\"2024-05-22\",\"title\":\"Floods kill 81 people\",\"text\":\"The floods killed 18 people in the north on Tuesday 21 "
               "May 2024.\"}\n"
               "{\"id\":\"d\",\"lang\":\"en\",\"published\":\"2024-05-22\",\"text\":\"The court met on Monday 21 May 2024.\"}\n");
  folder.write("bare.ndjson",
               "{\"document\":\"a\",\"claims\":[{\"kind\":\"count\",\"begin\":13,\"end\":23,\"value\":{\"min\":190,\"max\":190},\"unit\":\"state\"}]}\n"
               "{\"document\":\"b\",\"claims\":[{\"kind\":\"count\",\"begin\":13,\"end\":23,\"value\":{\"min\":189,\"max\":189},\"unit\":\"state\"}]}\n");
  folder.write("outside.ndjson", "{\"document\":\"a\",\"claims\":[{\"kind\":\"count\",\"begin\":9000,\"end\":9010,\"value\":{\"min\":1,\"max\":1}}]}\n");
  folder.write("torn.ndjson", "[1]\n{\"document\":\"a\",\"claims\":[{\"kind\":\"age\",\"begin\":13,\"end\":23}]}\n");
  folder.write("corpus.jsonl", first + "{\"id\":\"b\"}\n{\"id\":\"a\",\"text\":\"Again.\"}\nno json\n" + last);
  folder.write("long.jsonl", first + "{\"id\":\"b\",\"text\":\"" + std::string(50u << 20, 'x') + "\"}\n" + last);
  folder.write("latin1.jsonl", first + "{\"id\":\"b\",\"text\":\"caf\xE9\"}\n");
  const std::string hostile = "{\"id\":\"a\\u001b[31m\\u202e\",\"text\":\"Nothing.\"}\n";
  folder.write("hostile.jsonl", hostile + hostile);
  folder.write("no-packs/README", "not a folder of packs\n");
  fs::create_directories(folder.path() / "empty-folder");
  fs::copy(MIZAN_TESTS_DIR "/articles", folder.path() / "articles");
}

struct Ran {
  int status = 0;
  std::string out, err;
};

Ran run(const TempFolder& folder, const std::string& command) {
  const std::string out = folder.file(".out"), err = folder.file(".err"), script = folder.file(".script");
  // The case's own words run in a shell in which `mizan` is the program under test and nothing else is set.
  const std::string setting = "unset NO_COLOR $(env | cut -d= -f1 | grep '^MIZAN_')\nMIZAN_CASES_FACTS='" + std::string(MIZAN_TESTS_DIR) + "/../facts'\ncd '" +
                              folder.path().string() + "' || exit 99\n";
  folder.write(".script", setting + "mizan() { '" + std::string(MIZAN_BINARY) + "' \"$@\"; }\n" + command + "\n");
  const int raw = std::system(("sh '" + script + "' > '" + out + "' 2> '" + err + "' < /dev/null").c_str());
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, bytes_of(out), bytes_of(err)};
}

bool line_fits(const std::string& line, const std::string& expected) {
  static const std::string any = "…";
  if (!expected.ends_with(any)) return line == expected;
  return line.starts_with(expected.substr(0, expected.size() - any.size()));
}

/// Do the lines fit? A lone … takes all up to the line that follows it.
bool fits(const std::vector<std::string>& lines, const std::vector<std::string>& expected, std::size_t line = 0, std::size_t row = 0) {
  for (; row < expected.size(); ++row, ++line) {
    if (expected[row] == "…") {
      for (std::size_t skip = line; skip <= lines.size(); ++skip) {
        if (fits(lines, expected, skip, row + 1)) return true;
      }
      return false;
    }
    if (line >= lines.size() || !line_fits(lines[line], expected[row])) return false;
  }
  return line == lines.size();
}

/// The files that have a test, by name.
std::set<std::string>& tested() {
  static std::set<std::string> names;
  return names;
}

void answer_as_said(const std::string& name) {
  const TempFolder folder;
  make_files(folder);
  const auto cases = cases_of(fs::path(MIZAN_CLI_CASES) / (name + ".cases"));
  REQUIRE_FALSE(cases.empty());
  for (const Case& each : cases) {
    const Ran ran = run(folder, each.command);
    CAPTURE(name, each.command, ran.status, ran.out, ran.err);
    CHECK(ran.status == each.status);
    CHECK(fits(lines_of(ran.out), each.out));
    CHECK(fits(lines_of(ran.err), each.err));
  }
}

#define MIZAN_CASES(name)                                    \
  const bool is_tested_##name = tested().insert(#name).second; \
  TEST_CASE("commands answer as their cases say: " #name, "[cli]") { answer_as_said(#name); }

}  // namespace

TEST_CASE("every file of cases has its test", "[cli]") {
  std::set<std::string> files;
  for (const auto& entry : fs::directory_iterator(MIZAN_CLI_CASES)) {
    if (entry.path().extension() == ".cases") files.insert(entry.path().stem());
  }
  CHECK(files == tested());
}

// One test a file, so that several of them run at a time.
MIZAN_CASES(baseline)
MIZAN_CASES(checks)
MIZAN_CASES(config)
MIZAN_CASES(db)
MIZAN_CASES(diff)
MIZAN_CASES(explain)
MIZAN_CASES(formats)
MIZAN_CASES(inputs)
MIZAN_CASES(options)
MIZAN_CASES(review)
MIZAN_CASES(stores)

TEST_CASE("a store of a newer version is refused and left as it was", "[cli]") {
  const TempFolder folder;
  make_files(folder);
  REQUIRE(run(folder, "mizan add --quiet --store s.mizan plain.txt").status == 0);
  // user_version stands in bytes 60 to 63 of an SQLite file.
  std::string bytes = bytes_of(folder.file("s.mizan"));
  REQUIRE(bytes.size() > 64);
  bytes.replace(60, 4, std::string("\0\0\x03\xE7", 4));
  folder.write("s.mizan", bytes);
  for (const char* command :
       {"mizan report --store s.mizan", "mizan add --store s.mizan other.txt", "mizan check --store s.mizan other.txt"}) {
    const Ran ran = run(folder, command);
    CAPTURE(command, ran.err);
    CHECK(ran.status == 4);
    CHECK(ran.err.starts_with("mizan: s.mizan: "));
    CHECK(ran.out.empty());
    CHECK(bytes_of(folder.file("s.mizan")) == bytes);
  }
}

TEST_CASE("a store in a folder that cannot be written is refused", "[cli]") {
  if (::geteuid() == 0) return;  // root may write everywhere
  const TempFolder folder;
  make_files(folder);
  fs::permissions(folder.path() / "folder", fs::perms::owner_read | fs::perms::owner_exec);
  const Ran ran = run(folder, "mizan add --store folder/s.mizan plain.txt");
  fs::permissions(folder.path() / "folder", fs::perms::owner_all);
  CHECK(ran.status == 4);
  CHECK(ran.err.starts_with("mizan: folder/s.mizan: "));
}

TEST_CASE("check does not write the store that it reads", "[cli]") {
  const TempFolder folder;
  make_files(folder);
  REQUIRE(run(folder, "mizan add --quiet --store s.mizan plain.txt").status == 0);
  const std::string before = bytes_of(folder.file("s.mizan"));
  CHECK(run(folder, "mizan check --store s.mizan other.txt").status == 0);
  CHECK(bytes_of(folder.file("s.mizan")) == before);
  CHECK(run(folder, "mizan check --store s.mizan other.txt --add").status == 0);
  CHECK(run(folder, "mizan add --store s.mizan other.txt plain.txt").err == "2 articles: 0 stored, 2 unchanged (0 unreadable)\n");
}

TEST_CASE("every command has help with examples", "[cli][table]") {
  const TempFolder folder;
  const Ran general = run(folder, "mizan --help");
  CHECK(general.status == 0);
  CHECK(run(folder, "mizan help").out == general.out);
  std::size_t commands = 0;
  bool in_list = false;
  for (const std::string& line : lines_of(general.out)) {
    if (line == "Commands:") {
      in_list = true;
    } else if (line.empty()) {
      in_list = false;
    } else if (in_list) {
      const std::string name = line.substr(2, line.find(' ', 2) - 2);
      const Ran help = run(folder, "mizan " + name + " --help");
      CAPTURE(name);
      CHECK(help.status == 0);
      CHECK(help.err.empty());
      CHECK(help.out.starts_with("mizan " + name + " "));
      CHECK(help.out.find("\nExamples:\n  mizan " + name) != std::string::npos);
      CHECK(run(folder, "mizan help " + name).out == help.out);
      ++commands;
    }
  }
  CHECK(commands >= 7);
}
