#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "mizan/store.hpp"
#include "support/sqlite.hpp"
#include "support/temp_folder.hpp"

// What can go wrong while a store is written: the process is killed, interrupted, shut out by another one, the disk is full. The store stays one, and what was
// stored before stays in it.

using namespace mizan;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using test::bytes_of;
using test::Sqlite;
using test::TempFolder;
namespace fs = std::filesystem;

namespace {

/// The program under test as a process of its own.
class Process {
 public:
  /// `prepare` runs in the new process before the program does.
  Process(const TempFolder& folder, std::vector<std::string> arguments, const std::function<void()>& prepare = [] {})
      : err_(folder.file("err-" + std::to_string(++started()))) {
    arguments.insert(arguments.begin(), MIZAN_BINARY);
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    // An interrupt that comes before the program has begun waits for it: here it would find what the tests do with one.
    sigset_t interrupts, before;
    sigemptyset(&interrupts);
    sigaddset(&interrupts, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupts, &before);
    pid_ = fork();
    if (pid_ != 0) {
      sigprocmask(SIG_SETMASK, &before, nullptr);
      return;
    }
    const int none = open("/dev/null", O_RDWR), err = open(err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(none, 0);
    dup2(none, 1);
    dup2(err, 2);
    signal(SIGINT, SIG_DFL);
    prepare();
    sigprocmask(SIG_SETMASK, &before, nullptr);
    execv(argv[0], argv.data());
    _exit(127);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (is_running_) {
      send(SIGKILL);
      static_cast<void>(wait());
    }
  }

  void send(int signal_number) const { kill(pid_, signal_number); }
  /// Its exit status; minus the signal that ended it.
  int wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    is_running_ = false;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  /// Has it ended?
  bool is_over() {
    if (!is_running_) return true;
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid_;
  }
  [[nodiscard]] std::string err() const { return bytes_of(err_); }

 private:
  static int& started() {
    static int count = 0;
    return count;
  }
  std::string err_;
  pid_t pid_ = 0;
  bool is_running_ = true;
};

constexpr std::size_t batch = 1024;  // as the program stores them

/// So many short articles, one a line, in several batches. One of `per_claim` counts something; the others say nothing that is compared.
std::string corpus(const TempFolder& folder, std::size_t count, std::size_t per_claim = 1) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = std::to_string(i);
    const auto text = i % per_claim == 0 ? "The Q" + number + " bakery sold " + std::to_string(1000 + i) + " loaves." : "Q" + number + ".";
    lines += "{\"id\":\"" + number + "\",\"lang\":\"en\",\"text\":\"" + text + "\"}\n";
  }
  return folder.write("corpus.jsonl", lines);
}

std::size_t documents_in(const std::string& path) {
  if (!fs::exists(path) || fs::file_size(path) == 0) return 0;
  // Who opens it for writing undoes what a killed process left half done.
  const auto store = open_store(path, StoreMode::write, "packs");
  if (!store) FAIL(show(store.error()));
  const auto documents = (*store)->documents(false);
  REQUIRE(documents);
  return documents->size();
}

std::string wrong_with(const std::string& path) {
  const auto wrong = verify_store(path);
  if (!wrong) return show(wrong.error());
  std::string all;
  for (const auto& line : *wrong) all += line + '\n';
  return all;
}

/// Kills `add` at random moments, again and again on one store, which it fills bit by bit.
void kill_add(int kills, unsigned seed) {
  constexpr std::size_t all = 3 * batch + 100;
  const TempFolder folder;
  // Bakeries are all alike: with a claim in each article a run would compare for most of its time, and few kills would meet it at writing.
  const auto path = folder.file("s.mizan"), articles = corpus(folder, all, 16);
  std::mt19937 random(seed);
  // As long as a whole run takes, so that every moment of it is met.
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(Process(folder, {"add", "--quiet", "--store", folder.file("whole.mizan"), articles}).wait() == 0);
  auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  std::size_t before = 0;
  int killed = 0, at_work = 0;
  // A run that ended before its kill is none of them; there are some, for what is stored already is soon passed over.
  for (int i = 0; killed < kills && i < 3 * kills; ++i) {
    if (before == all) {  // full: from the beginning
      fs::remove(path);
      before = 0;
    }
    const auto delay = std::chrono::microseconds(std::uniform_int_distribution<long>(0, whole.count())(random));
    Process add(folder, {"add", "--quiet", "--store", path, articles});
    std::this_thread::sleep_for(delay);
    add.send(SIGKILL);
    const int status = add.wait();
    at_work += fs::exists(path + "-journal");
    const std::size_t now = documents_in(path);
    CAPTURE(i, seed, status, before, now);
    killed += status == -SIGKILL;
    CHECK((status == -SIGKILL || status == 0));
    CHECK(now >= before);                       // nothing that was stored is lost
    CHECK((now % batch == 0 || now == all));    // the batch in hand is there as a whole or not at all
    if (now > 0) CHECK(wrong_with(path) == "");
    if (status == 0 && before == 0) whole = std::min(whole, delay);  // the machine has become faster since
    before = now;
  }
  CHECK(killed == kills);
  CHECK(at_work > 0);  // some of them in the middle of a write
  REQUIRE(Process(folder, {"add", "--quiet", "--store", path, articles}).wait() == 0);
  CHECK(documents_in(path) == all);
  CHECK(wrong_with(path) == "");
}

}  // namespace

TEST_CASE("20 kills at random moments leave a valid store", "[store][safety][slow]") { kill_add(20, 1446); }

// mizan_tests "[kills]"
TEST_CASE("200 kills at random moments leave a valid store", "[.][kills]") { kill_add(200, 2024); }

TEST_CASE("an interrupt ends with 130, and what was stored stays", "[store][safety][slow]") {
  constexpr std::size_t all = 3 * batch;
  const TempFolder folder;
  const auto path = folder.file("s.mizan"), articles = corpus(folder, all);
  for (int i = 0; i < 4; ++i) {
    Process add(folder, {"add", "--store", path, articles});
    std::this_thread::sleep_for(i * 300ms + 100ms);
    add.send(SIGINT);
    const int status = add.wait();
    CAPTURE(i, status, add.err());
    CHECK((status == 130 || status == 0 || (i == 0 && status == -SIGINT)));  // at first it may not have begun to listen
    CHECK_FALSE(fs::exists(path + "-journal"));                             // undone, not left to the next
    const std::size_t now = documents_in(path);
    CHECK(now % batch == 0);
    if (now > 0) CHECK(wrong_with(path) == "");
  }
}

TEST_CASE("an interrupt while a store is made leaves nothing half done", "[store][safety][slow]") {
  const TempFolder folder;
  const auto path = folder.file("s.mizan"), one = folder.write("one.txt", "Nothing is counted here.\n");
  std::mt19937 random(1447);
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(Process(folder, {"add", "--quiet", "--store", path, one}).wait() == 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  for (int i = 0; i < 60; ++i) {
    fs::remove(path);
    fs::remove(path + "-journal");
    Process add(folder, {"add", "--quiet", "--store", path, one});
    std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution<long>(0, whole.count())(random)));
    add.send(SIGINT);
    const int status = add.wait();
    CAPTURE(i, status, add.err());
    CHECK((status == 130 || status == 0 || status == -SIGINT));  // before it listens the signal ends it
    CHECK_FALSE(fs::exists(path + "-journal"));  // else who may only read is turned away
    CHECK(documents_in(path) <= 1);
  }
}

TEST_CASE("who finds a store locked waits, and says so where it was too long", "[store][safety]") {
  const TempFolder folder;
  const auto path = folder.file("s.mizan"), one = folder.write("one.txt", "Nothing is counted here.\n"), two = folder.write("two.txt", "Nothing here either.\n");
  REQUIRE(Process(folder, {"add", "--quiet", "--store", path, one}).wait() == 0);
  Sqlite other(path);
  other.run("BEGIN IMMEDIATE");

  Process hasty(folder, {"add", "--wait", "0.2", "--store", path, two});
  CHECK(hasty.wait() == 4);
  CHECK_THAT(hasty.err(), Contains("s.mizan: is locked by another process") && Contains("--wait"));

  // Readers are let in meanwhile.
  CHECK(Process(folder, {"report", "--wait", "0.2", "--quiet", "--store", path}).wait() == 0);
  CHECK(Process(folder, {"check", "--wait", "0.2", "--quiet", "--store", path, two}).wait() == 0);

  Process patient(folder, {"add", "--wait", "60", "--store", path, two});
  std::this_thread::sleep_for(500ms);
  CHECK_FALSE(patient.is_over());
  other.run("ROLLBACK");
  CHECK(patient.wait() == 0);
  CHECK(documents_in(path) == 2);
}

TEST_CASE("two that add to one store at a time both come through", "[store][safety][slow]") {
  const TempFolder folder;
  const auto path = folder.file("s.mizan"), articles = corpus(folder, 2 * batch);
  folder.write("more/other.txt", "Nothing is counted here.\n");
  Process first(folder, {"add", "--wait", "120", "--quiet", "--store", path, articles}),
      second(folder, {"add", "--wait", "120", "--quiet", "--store", path, folder.file("more")});
  const int a = first.wait(), b = second.wait();
  CAPTURE(first.err(), second.err());
  CHECK(a == 0);
  CHECK(b == 0);
  CHECK(documents_in(path) == 2 * batch + 1);
  CHECK(wrong_with(path) == "");
}

TEST_CASE("where a store cannot grow the run ends with 4, and nothing is lost", "[store][safety][slow]") {
  const TempFolder folder;
  const auto path = folder.file("s.mizan"), one = folder.write("one.txt", "Nothing is counted here.\n"), articles = corpus(folder, 2 * batch + 1);
  REQUIRE(Process(folder, {"add", "--quiet", "--store", path, one}).wait() == 0);
  const auto limit_to = [](std::uintmax_t bytes) {
    return [bytes] {
      const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
      setrlimit(RLIMIT_FSIZE, &limit);
    };
  };
  for (const std::uintmax_t more : {0U, 4096U, 100'000U, 1'000'000U, 4'000'000U}) {
    const auto before = documents_in(path);
    Process add(folder, {"add", "--store", path, articles}, limit_to(fs::file_size(path) + more));
    const int status = add.wait();
    CAPTURE(more, add.err());
    CHECK((status == 4 || (status == 0 && more > 100'000)));
    if (status == 4) CHECK_THAT(add.err(), Contains("s.mizan: "));
    CHECK(documents_in(path) >= before);
    CHECK(wrong_with(path) == "");
  }
  REQUIRE(Process(folder, {"add", "--quiet", "--store", path, articles}).wait() == 0);
  CHECK(documents_in(path) == 2 * batch + 2);
}

TEST_CASE("on a full disk the run ends with 4, and nothing is lost", "[store][safety][slow]") {
  const TempFolder folder;
  const auto disk = folder.file("disk");
  fs::create_directories(disk);
  // A file system of its own takes rights that not everybody has; without them the limit on the size of files, above, stands for it.
  if (geteuid() != 0 || std::system(("mount -t tmpfs -o size=1m mizan-test '" + disk + "' 2> /dev/null").c_str()) != 0) {
    WARN("no small disk could be mounted: not tested");
    return;
  }
  const auto path = disk + "/s.mizan", one = folder.write("one.txt", "Nothing is counted here.\n"), articles = corpus(folder, 2 * batch);
  const int first = Process(folder, {"add", "--quiet", "--store", path, one}).wait();
  Process add(folder, {"add", "--store", path, articles});
  const int second = add.wait();
  const auto told = add.err();
  const auto documents = documents_in(path);
  const auto wrong = wrong_with(path);
  CHECK(std::system(("umount '" + disk + "'").c_str()) == 0);
  CHECK(first == 0);
  CHECK(second == 4);
  CHECK_THAT(told, Contains("the disk is full"));
  CHECK(documents >= 1);
  CHECK(wrong == "");
}
