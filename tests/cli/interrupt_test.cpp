#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "support/temp_folder.hpp"

using mizan::test::bytes_of;
using mizan::test::TempFolder;
using namespace std::chrono_literals;

namespace {

/// `mizan add` reading from a pipe that nobody writes to: work without an end. With `ignores`, as nohup would start it.
pid_t start_adding(const TempFolder& folder, int input, bool ignores) {
  const std::string store = folder.file("s.mizan"), err = folder.file("err");
  const pid_t child = fork();
  if (child != 0) return child;
  std::signal(SIGINT, ignores ? SIG_IGN : SIG_DFL);
  dup2(input, STDIN_FILENO);
  dup2(open(err.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600), STDERR_FILENO);
  execl(MIZAN_BINARY, MIZAN_BINARY, "add", "--store", store.c_str(), "-", nullptr);
  _exit(99);
}

/// The process is at work when it has opened the store.
bool is_at_work(const TempFolder& folder) {
  for (int i = 0; i < 2000; ++i) {
    std::error_code ignored;
    if (std::filesystem::exists(folder.file("s.mizan"), ignored)) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

}  // namespace

TEST_CASE("an interrupt ends the program with 130, and the store is valid", "[cli][interrupt]") {
  const TempFolder folder;
  std::array<int, 2> pipe_ends{};
  REQUIRE(pipe2(pipe_ends.data(), O_CLOEXEC) == 0);
  const bool ignores = GENERATE(false, true);
  const pid_t child = start_adding(folder, pipe_ends[0], ignores);
  REQUIRE(child > 0);
  REQUIRE(is_at_work(folder));
  std::this_thread::sleep_for(100ms);
  REQUIRE(kill(child, SIGINT) == 0);
  if (ignores) {
    const std::string line = "{\"id\":\"a\",\"text\":\"Nothing.\"}\n";
    REQUIRE(write(pipe_ends[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
  }
  close(pipe_ends[1]);
  close(pipe_ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == (ignores ? 0 : 130));
  CHECK(bytes_of(folder.file("err")) == (ignores ? "1 article: 1 stored, 0 unchanged (0 unreadable)\n" : "mizan: interrupted\n"));
  const int report = std::system(("'" MIZAN_BINARY "' report --quiet --allow-empty --store '" + folder.file("s.mizan") + "' > /dev/null").c_str());
  CHECK(WEXITSTATUS(report) == 0);
}
