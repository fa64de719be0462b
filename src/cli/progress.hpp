#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

#include "report/words.hpp"

namespace mizan::cli {

/// Tells people on standard error how far long work is: a bar that is drawn over itself, or a line now and then where nobody sees it move. Work that is done
/// sooner than the first time says nothing. All methods may be called on any thread.
class Progress {
 public:
  enum class Shape { bar, lines };
  struct Times {
    std::chrono::milliseconds first, every;
  };
  static constexpr Times kBarTimes{std::chrono::milliseconds(1000), std::chrono::milliseconds(200)};
  static constexpr Times kLineTimes{std::chrono::milliseconds(30000), std::chrono::milliseconds(30000)};

  /// `err` and what `words` borrows outlive it.
  Progress(std::ostream& err, Shape shape, Words words, Times times);
  ~Progress() { finish(); }

  /// One article more is at hand; `done` of `all` bytes of input are behind it (`all` 0: nobody knows how many).
  void take(std::uintmax_t done, std::uintmax_t all);
  /// One more of the articles that were taken has been worked on.
  void step();
  /// All that were taken have been.
  void catch_up();
  /// From now on the articles are compared.
  void compare();
  /// Writes a line of its own while the bar is out of the way.
  void say(const std::string& line);
  /// Takes the bar away, and shows nothing any more.
  void finish();

 private:
  void run(Times times);
  void draw();
  void erase();

  std::ostream& err_;
  const Shape shape_;
  const Words words_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::uintmax_t> taken_;  ///< of each article that waits to be worked on: the bytes behind it
  std::size_t articles_ = 0;          ///< that have been worked on
  std::uintmax_t done_ = 0, all_ = 0;
  bool is_comparing_ = false, is_drawn_ = false, is_over_ = false;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace mizan::cli
