#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <atomic>

#include "cli/options.hpp"

namespace mizan::cli {
namespace {

std::atomic<int> writers = 0;
std::atomic<bool> is_asked = false;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);  // a signal handler may use no others

void interrupt(int) {
  if (writers == 0 || is_asked) {
    static constexpr char kLine[] = "mizan: interrupted\n";
    [[maybe_unused]] const auto told = ::write(STDERR_FILENO, kLine, sizeof kLine - 1);
    ::_exit(interrupted);
  }
  is_asked = true;
}

}  // namespace

void catch_interrupts() {
  struct sigaction now {}, before {};
  // Who started this in the background may have said that interrupts are not meant for it.
  if (sigaction(SIGINT, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
    now.sa_handler = interrupt;
    now.sa_flags = SA_RESTART;
    sigaction(SIGINT, &now, nullptr);
  }
  signal(SIGXFSZ, SIG_IGN);
}

bool is_interrupted() { return is_asked; }

Writing::Writing() { ++writers; }
Writing::~Writing() { --writers; }

}  // namespace mizan::cli
