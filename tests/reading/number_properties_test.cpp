// Numbers of every writing, drawn at random and read back as an article would be: none may be read wrongly, hardly one refused.
#include <catch2/catch.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "support/packs.hpp"
#include "support/spellers.hpp"

using namespace mizan;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int kSentences = 5'000;  // twenty times slower there: the sanitizers see every branch in fewer
#else
constexpr int kSentences = 100'000;
#endif

struct Outcome {
  int read = 0, refused = 0, wrong = 0;
};

/// Draws and reads; the first few failures of each form are shown.
template <class Draw>
std::map<std::string, Outcome> read_back(Draw draw, std::uint64_t seed, int sentences) {
  test::Random random(seed);
  std::map<std::string, Outcome> outcomes;
  for (int i = 0; i < sentences; ++i) {
    const auto sentence = draw(random);
    const auto found = test::shown(sentence.text, sentence.lang, Kind::count);
    auto& outcome = outcomes[sentence.form];
    if (found == sentence.expected) {
      ++outcome.read;
      continue;
    }
    const bool refused = found == "-";
    int& count = refused ? outcome.refused : outcome.wrong;
    if (++count <= (refused ? 3 : 10))
      UNSCOPED_INFO((refused ? "refused: " : "wrong: ") << sentence.form << ": " << sentence.text << " | wants " << sentence.expected << " | got " << found);
  }
  return outcomes;
}

void check(const std::map<std::string, Outcome>& outcomes) {
  Outcome all;
  for (const auto& [form, outcome] : outcomes) {
    UNSCOPED_INFO(form << ": " << outcome.read << " read, " << outcome.refused << " refused, " << outcome.wrong << " wrong");
    all.read += outcome.read;
    all.refused += outcome.refused;
    all.wrong += outcome.wrong;
  }
  UNSCOPED_INFO("all: " << all.read << " read, " << all.refused << " refused, " << all.wrong << " wrong");
  CHECK((all.wrong == 0 && all.refused * 100 <= all.read));
}

}  // namespace

TEST_CASE("English numbers are read back", "[reading][numbers][properties][slow]") { check(read_back(test::english_sentence, 1, kSentences)); }
TEST_CASE("Arabic numbers are read back", "[reading][numbers][properties][slow]") { check(read_back(test::arabic_sentence, 2, kSentences)); }
TEST_CASE("a million English numbers are read back", "[.million]") { check(read_back(test::english_sentence, 3, 1'000'000)); }
TEST_CASE("a million Arabic numbers are read back", "[.million]") { check(read_back(test::arabic_sentence, 4, 1'000'000)); }
