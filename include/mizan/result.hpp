#pragma once
#include <string>
#include <utility>
#include <variant>

namespace mizan {

/// Why an input could not be used. `where` is a file and row, or a document and byte: a place to go and mend.
struct Error {
  std::string where, what;
  /// What kind of failure it is, for callers that answer differently (exit statuses of the command line).
  enum class Cause { input, usage, store, limit, interrupted } cause = Cause::input;
};

/// "where: what", as people read it.
[[nodiscard]] inline std::string show(const Error& error) {
  return error.where.empty() ? error.what : error.where + ": " + error.what;
}

/// A value, or why there is none. Shaped like C++23 std::expected, which will replace it.
template <class T>
class [[nodiscard]] Result {
  std::variant<T, Error> state_;

 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
  explicit operator bool() const noexcept { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }  // throws where there is none: ask first
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }
};

using Status = Result<std::monostate>;
/// What a function that has nothing to return returns when all went well.
[[nodiscard]] inline Status ok() { return std::monostate{}; }

}  // namespace mizan
