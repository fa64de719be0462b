#include "reading/rules.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

using namespace mizan;

namespace {

/// Words "a b c" as atoms of the class of their own name; "_" before a word: no space before it.
std::string match(const std::string& pattern, const std::string& words) {
  Classes classes;
  for (const char* name : {"a", "b", "c", "d"}) classes.intern(name);
  RuleCompiler compiler(classes);
  if (const auto status = compiler.add({"x.rules", "r", "count", pattern, "", 2}); !status) return status.error().where + ": " + status.error().what;
  FlatWriter writer;
  compiler.write(writer, writer.root<RuleSet>());
  const std::string block = writer.finish();
  const auto* rules = Bounds(block).root<RuleSet>();
  REQUIRE(rules);
  REQUIRE(rules->is_inside(Bounds(block)));
  ClassedTokens tokens;
  constexpr std::uint32_t most = 64;
  tokens.start(0, most, rules->set_words());
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    const bool space_before = word[0] != '_';
    if (!space_before) word.erase(0, 1);
    Atom atom;
    atom.first = tokens.last();
    atom.last = atom.first + 1;
    tokens.next_token(true);
    const auto known = classes.all().find(word == "-" ? "\"-\"" : word);
    if (known != classes.all().end()) tokens.put(atom, {&known->second, 1}, space_before);
  }
  RuleSet::Scratch scratch;
  std::vector<RuleSet::Match> matches;
  rules->match(tokens, scratch, matches);
  std::string result;
  for (const auto& found : matches) {
    if (found.first != 0) continue;
    result = std::to_string(found.last);
    for (const auto& capture : rules->captures(tokens, scratch, found)) result += " " + std::string(capture.label) + "@" + std::to_string(capture.atom.first);
  }
  return result;
}

}  // namespace

TEST_CASE("patterns match as they are written", "[reading][rules]") {
  struct Row { const char *pattern, *words, *expected; };
  const auto row = GENERATE(values<Row>({
      {"{a}", "a", "1 a@0"},
      {"{a}", "b", ""},
      {"{a} {b}", "a", ""},
      {"{a:x} {b:y}", "a b", "2 x@0 y@1"},
      {"{a} [ {b} ]", "a b", "2 a@0 b@1"},        // the longest match
      {"{a} [ {b} ]", "a c", "1 a@0"},
      {"[ {a} ] {b}", "b", "1 b@0"},
      {"( {a} | {b} ) {c}", "b c", "2 b@0 c@1"},
      {"[ ( {a} | {b} ) ] {c}", "c", "1 c@0"},
      {"{a} \"-\" {b}", "a - b", "3 a@0 \"-\"@1 b@2"},
      {"{a} ~ {b}", "a b", ""},                    // no space between
      {"{a} ~ {b}", "a _b", "2 a@0 b@1"},
      {"{a} ~ ( {b} | {c} )", "a c", ""},
      {"{a} ~ ( {b} | {c} )", "a _c", "2 a@0 c@1"},
      {"{a} [ ~ {b} ] {c}", "a c", "2 a@0 c@1"},
      {"{a} [ {b} [ {c} ] ] {d}", "a b d", "3 a@0 b@1 d@2"},
      {"{a:-} {b}", "a b", "2 -@0 b@1"},
  }));
  CAPTURE(row.pattern, row.words);
  CHECK(match(row.pattern, row.words) == row.expected);
}

TEST_CASE("a pattern that is none says where it breaks", "[reading][rules]") {
  CHECK(match("{a", "a") == "x.rules:2: rule 'r': no closing }");
  CHECK(match("[ {a}", "a") == "x.rules:2: rule 'r': ']' is missing");
  CHECK(match("{a} )", "a") == "x.rules:2: rule 'r': unexpected ')'");
  CHECK(match("{nothing}", "a") == "x.rules:2: rule 'r': nothing gives the class {nothing}");
  CHECK(match("a", "a") == "x.rules:2: rule 'r': unexpected 'a'");
}

TEST_CASE("every rule has a pivot, which says how far its matches go", "[reading][rules]") {
  struct Row { const char *pattern, *reaches; };
  const auto row = GENERATE(values<Row>({
      {"{a} {n} {a} {a}", "n 1+2"},
      {"{n} {a} {a} {a} {n} {a}", "n 0+3"},
      {"{a} [ {a} ] {n} [ {a} ]", "n 2+1"},
      {"( {n} | {a} {r} )", "n 0+0 r 1+0"},                // the rarer of the two that the second way takes
      {"{r} {a} {a} {a} {a} {n}", "n 0+0 r 0+4"},          // far before the figure: what is rare stands for it
      {"{a} {a} {a} {a} {a} {n}", "n 5+0"},                // what is not does not
      {"{a} {w}", "a 0+1"},
      {"{w} [ {n} ]", "a anywhere n anywhere r anywhere w anywhere"},  // any word would do
  }));
  Classes classes;
  for (const char* name : {"a", "n", "r", "w"}) classes.intern(name);
  RuleCompiler compiler(classes);
  REQUIRE(compiler.add({"x.rules", "r", "count", row.pattern, "", 2}));
  const auto reaches = compiler.find_pivots({9, RuleCompiler::kPivot, 0.1, RuleCompiler::kOpen});
  std::string shown;
  for (const auto& [name, id] : classes.all()) {
    if (reaches[id].before == 0 && reaches[id].behind == 0) continue;
    const bool is_anywhere = reaches[id].before == PivotReach::anywhere;
    shown += (shown.empty() ? "" : " ") + name + " " +
             (is_anywhere ? "anywhere" : std::to_string(std::max<int>(1, reaches[id].before) - 1) + "+" + std::to_string(reaches[id].behind - 1));
  }
  CAPTURE(row.pattern);
  CHECK(shown == row.reaches);
}
