#include "cli/progress.hpp"

#include <algorithm>
#include <ostream>

namespace mizan::cli {
namespace {

constexpr std::uintmax_t kBarCells = 24;

}  // namespace

Progress::Progress(std::ostream& err, Shape shape, Words words, Times times)
    : err_(err), shape_(shape), words_(std::move(words)), thread_([this, times] { run(times); }) {}

void Progress::take(std::uintmax_t done, std::uintmax_t all) {
  const std::lock_guard lock(mutex_);
  taken_.push_back(std::min(done, all));
  all_ = all;
}

void Progress::step() {
  const std::lock_guard lock(mutex_);
  if (taken_.empty()) return;
  done_ = taken_.front();
  taken_.pop_front();
  ++articles_;
}

void Progress::catch_up() {
  const std::lock_guard lock(mutex_);
  if (taken_.empty()) return;
  done_ = taken_.back();
  articles_ += taken_.size();
  taken_.clear();
}

void Progress::compare() {
  catch_up();
  const std::lock_guard lock(mutex_);
  is_comparing_ = true;
}

void Progress::say(const std::string& line) {
  const std::lock_guard lock(mutex_);
  erase();
  err_ << line << std::endl;
}

void Progress::finish() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
    erase();
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Progress::run(Times times) {
  std::unique_lock lock(mutex_);
  for (auto wait = times.first; !wake_.wait_for(lock, wait, [this] { return is_over_; }); wait = times.every) draw();
}

void Progress::draw() {
  const std::string articles = counted(words_, "article", articles_);
  std::string text = fill(words_(is_comparing_ ? "progress.comparing" : "progress.reading"), {articles});
  const bool has_share = !is_comparing_ && all_ > 0;
  const std::string percent = has_share ? std::to_string(done_ * 100 / all_) + "%" : "";
  if (shape_ == Shape::lines) {
    err_ << "mizan: " << text << (has_share ? " (" + percent + ")" : "") << std::endl;
    return;
  }
  err_ << '\r';
  if (has_share) {
    const auto full = static_cast<std::size_t>(done_ * kBarCells / all_);
    err_ << '[' << std::string(full, '#') << std::string(kBarCells - full, '.') << "] " << std::string(4 - percent.size(), ' ') << percent << ' ';
  }
  err_ << "\u2068" << text << "\u2069\x1b[K" << std::flush;
  is_drawn_ = true;
}

void Progress::erase() {
  if (is_drawn_) err_ << "\r\x1b[K" << std::flush;
  is_drawn_ = false;
}

}  // namespace mizan::cli
