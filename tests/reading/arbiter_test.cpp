#include "reading/arbiter.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace mizan;

namespace {

struct Named { const char* name; std::uint32_t first, last; int priority; };

std::string chosen(const std::vector<Named>& named) {
  std::vector<Candidate> candidates;
  for (const auto& one : named) candidates.push_back({one.first, one.last, one.priority});
  std::string result;
  for (const auto i : arbitrate(candidates)) result += named[i].name;
  return result;
}

}  // namespace

TEST_CASE("of readings that overlap the best set wins", "[reading][arbiter]") {
  CHECK(chosen({}).empty());
  CHECK(chosen({{"a", 0, 1, 0}, {"b", 2, 3, 0}}) == "ab");              // apart: both
  CHECK(chosen({{"a", 0, 2, 0}, {"b", 0, 3, 0}}) == "b");               // the longer one
  CHECK(chosen({{"a", 0, 2, 0}, {"b", 0, 2, 1}}) == "b");               // of one length, the one that is surer
  CHECK(chosen({{"a", 0, 2, 1}, {"b", 0, 2, 1}}) == "a");               // a tie falls to the earlier rule
  CHECK(chosen({{"a", 0, 2, 1}, {"b", 2, 4, 1}, {"c", 0, 4, 1}}) == "c");  // one long reading beats two short ones
  CHECK(chosen({{"a", 0, 2, 0}, {"b", 1, 3, 0}, {"c", 2, 4, 0}}) == "ac");
  CHECK(chosen({{"c", 2, 4, 0}, {"a", 0, 2, 0}, {"b", 1, 3, 0}}) == "ac");  // whatever order they come in
}
