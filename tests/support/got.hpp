#pragma once
#include <catch2/catch.hpp>
#include <utility>

#include "mizan/result.hpp"

namespace mizan::test {

/// What a result holds; without it the test ends here, and says why.
template <class T>
T got(Result<T> result) {
  if (!result) FAIL(show(result.error()));
  return *std::move(result);
}

}  // namespace mizan::test
