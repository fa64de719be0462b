#pragma once
#include <cstdint>
#include <iterator>
#include <random>

namespace mizan::test {

/// The same numbers on every machine: the engine is fixed by the standard, the distributions of the library are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// 0 … bound - 1. The bias of the remainder is below 10^-3 for what tests draw.
  std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }
  std::int64_t between(std::int64_t low, std::int64_t high) { return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1))); }
  /// True in `percent` of 100.
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class List>
  const auto& pick(const List& list) {
    return *std::next(std::begin(list), static_cast<std::ptrdiff_t>(below(static_cast<std::uint64_t>(std::size(list)))));
  }
  template <class List>
  const auto& pick(const List&& list) = delete;  // what it returns lives in the list

 private:
  std::mt19937_64 engine_;
};

}  // namespace mizan::test
