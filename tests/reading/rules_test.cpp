#include "reading/rules.hpp"

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
