#include "cli/progress.hpp"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ostream>
#include <streambuf>

#include "report/made_report.hpp"
#include "support/temp_folder.hpp"

using mizan::cli::Progress;
using mizan::test::bytes_of;
using mizan::test::options_for;
using mizan::test::TempFolder;
using namespace std::chrono_literals;

namespace {

/// A stream that the other thread may write while we look.
class Watched : public std::streambuf {
 public:
  std::string text() {
    const std::lock_guard lock(mutex_);
    return text_;
  }
  /// Waits until `part` has been written; false where that does not come.
  bool comes(const std::string& part) {
    for (int i = 0; i < 2000; ++i) {
      if (text().find(part) != std::string::npos) return true;
      std::this_thread::sleep_for(5ms);
    }
    return false;
  }

 private:
  int_type overflow(int_type c) override {
    const std::lock_guard lock(mutex_);
    text_.push_back(static_cast<char>(c));
    return c;
  }
  std::streamsize xsputn(const char* from, std::streamsize size) override {
    const std::lock_guard lock(mutex_);
    text_.append(from, static_cast<std::size_t>(size));
    return size;
  }
  std::mutex mutex_;
  std::string text_;
};

const Progress::Times kAtOnce{1ms, 5ms}, kLate{1h, 1h};

}  // namespace

TEST_CASE("the bar shows how far the reading is, then that articles are compared", "[cli][progress]") {
  Watched watched;
  std::ostream err(&watched);
  Progress progress(err, Progress::Shape::bar, options_for("en").message, kAtOnce);
  for (int i = 1; i <= 6; ++i) progress.take(static_cast<std::uintmax_t>(i) * 10, 80);
  CHECK(watched.comes("reading: 0 articles"));  // taken, not yet worked on
  progress.step();
  CHECK(watched.comes("\r[###.....................]  12% \u2068reading: 1 article\u2069"));
  progress.catch_up();
  CHECK(watched.comes("\r[##################......]  75% \u2068reading: 6 articles\u2069\x1b[K"));
  progress.compare();
  CHECK(watched.comes("\r\u2068comparing 6 articles\u2069\x1b[K"));
  progress.say("mizan: a.txt: is empty");
  CHECK(watched.comes("\r\x1b[Kmizan: a.txt: is empty\n"));
  progress.finish();
  const std::string all = watched.text();
  std::this_thread::sleep_for(30ms);
  CHECK(watched.text() == all);
  CHECK((all.ends_with("\r\x1b[K") || all.ends_with("is empty\n")));
}

TEST_CASE("where nobody sees a bar move there are lines", "[cli][progress]") {
  Watched watched;
  std::ostream err(&watched);
  Progress progress(err, Progress::Shape::lines, options_for("en").message, kAtOnce);
  progress.take(1, 0);
  progress.step();
  CHECK(watched.comes("mizan: reading: 1 article\n"));
  progress.take(30, 40);
  progress.step();
  CHECK(watched.comes("mizan: reading: 2 articles (75%)\n"));
  progress.finish();
  CHECK(watched.text().find('\r') == std::string::npos);
  CHECK(watched.text().find('\x1b') == std::string::npos);
}

TEST_CASE("work that is done soon says nothing", "[cli][progress]") {
  Watched watched;
  std::ostream err(&watched);
  {
    Progress progress(err, Progress::Shape::bar, options_for("ar").message, kLate);
    progress.take(1, 1);
    progress.step();
  }
  CHECK(watched.text().empty());
}

TEST_CASE("the program shows progress on standard error alone", "[cli][progress][slow]") {
  const TempFolder folder;
  folder.write("one.jsonl", "{\"id\":\"a\",\"lang\":\"en\",\"text\":\"Delegates of 190 states met.\"}\n");
  // Standard input that stays open for longer than a second is long work.
  const auto err_of = [&](const std::string& options) {
    const std::string command = "cd '" + folder.path().string() + "' && { cat one.jsonl; sleep 1.6; } | '" MIZAN_BINARY "' check - --color never " + options +
        " > out 2> err";
    CHECK(std::system(command.c_str()) == 0);
    CHECK(bytes_of(folder.file("out")) == "No conflict and no update found.\n");
    return bytes_of(folder.file("err"));
  };
  const std::string closing = "1 article, 1 claim, 0 facts: 0 agree, 0 conflicts, 0 updates (0 unreadable)\n";
  const std::string bar = err_of("--progress always");
  CHECK(bar.find("reading: ") != std::string::npos);
  CHECK(bar.ends_with("\r\x1b[K" + closing));
  CHECK(err_of("") == closing);  // no terminal: the first line would come after 30 seconds
  CHECK(err_of("--progress always --quiet") == "");
}
