#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "knowledge/pack_file.hpp"
#include "reading/rules.hpp"
#include "support/packs.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;

namespace {

std::string read_file(const std::filesystem::path& path) { return test::bytes_of(path.string()); }

/// A copy of the packs in which one file's bytes are others. Of the languages only the file's own is in it, or English: each copy is compiled, and the other
/// language would be as good as it was in the last one.
std::string error_of(const std::string& name, const std::function<std::string(std::string)>& change) {
  const test::TempFolder folder;
  const auto facts = folder.path() / "facts";
  for (const char* place : {"model", "world", name.starts_with("ar/") ? "ar" : "en"}) {
    std::filesystem::create_directories(facts / place);
    std::filesystem::copy(std::filesystem::path(MIZAN_SOURCE_FACTS) / place, facts / place, std::filesystem::copy_options::recursive);
  }
  const auto changed = change(read_file(facts / name));
  if (changed.empty()) std::filesystem::remove(facts / name);
  else folder.write("facts/" + name, changed);
  const auto packs = compile_packs(facts);
  return packs ? "" : packs.error().where + ": " + packs.error().what;
}

std::string first_line(const std::string& file) { return file.substr(0, file.find('\n') + 1); }

}  // namespace

TEST_CASE("a broken pack is refused with the file and the row", "[knowledge][pack][slow]") {
  struct Row { const char *file, *body, *expected; };
  const auto row = GENERATE(values<Row>({
      {"en/weekdays.tsv", "monday\t1\tyes\nmonday\t1\tyes\n", "en/weekdays.tsv:3: this row stands twice"},
      {"ar/weekdays.tsv", "الأحد\t7\tyes\nالاحد\t7\tyes\n", "ar/weekdays.tsv:3: 'الاحد' stands twice once it is folded"},
      {"en/weekdays.tsv", "monday\t8\tyes\n", "en/weekdays.tsv:2: '8' is no weekday"},
      {"en/weekdays.tsv", "monday\tfirst\tyes\n", "en/weekdays.tsv:2: 'first' is no weekday"},
      {"en/weekdays.tsv", "tuesday\t2\tyes\nmonday\t1\tyes\n", "en/weekdays.tsv:3: rows are not in byte order: 'monday' stands too late"},
      {"en/weekdays.tsv", "mon\xFF" "day\t1\tyes\n", "en/weekdays.tsv:2: bytes that are no UTF-8"},
      {"en/weekdays.tsv", "monday\n", "en/weekdays.tsv:2: 1 cells, the columns are 3"},
      {"en/weekdays.tsv", "monday\t1\tx\n", "en/weekdays.tsv:2: 'x' is no yes or no"},
      {"en/weekdays.tsv", "monday\t1\tyes\tx\n", "en/weekdays.tsv:2: 4 cells, the columns are 3"},
      {"en/qualifiers.tsv", "about\tnearby\tbefore\n", "en/qualifiers.tsv:2: 'nearby' is no effect"},
      {"en/qualifiers.tsv", "about\tabout\tbelow\n", "en/qualifiers.tsv:2: 'below' is no side"},
      {"en/months.tsv", "may\t13\tgregorian\tno\n", "en/months.tsv:2: '13' is no month"},
      {"en/months.tsv", "may\t5\tjulian\tno\n", "en/months.tsv:2: 'julian' is no calendar"},
      {"en/numerals.tsv", "one\tdigit\tuno\n", "en/numerals.tsv:2: 'uno' is no number"},
      {"en/numerals.tsv", "one\tsmall\t1\n", "en/numerals.tsv:2: 'small' is no type of numeral"},
      {"model/same-fact.tsv", "names\t+\t-5\t5\tx\n", "model/same-fact.tsv:2: a weight is no number of that sign"},
      {"model/same-fact.tsv", "name\t+\t5\t5\tx\n", "model/same-fact.tsv:2: 'name' is no signal"},
      {"model/same-fact.tsv", "names\t+\t5\t5\tx\n", "model/same-fact.tsv: the signal 'base-date' is missing"},
      {"model/bars.tsv", "equal\t0\t1\t0\n", "model/bars.tsv: must have a row for contradicts, equal and updated"},
      {"model/bars.tsv", "contradicts\t0\t0\t0\nequal\t0\t1\t0\nupdated\t0\t1\t0\n", "model/bars.tsv:2: a cell is no number, or the slope falls"},
      {"ar/clitics.tsv", "و\tand\n", "ar/clitics.tsv:2: 'and' is no part of a clitic"},
      {"en/count.rules", "x\tcount\t{number} {thing}\t1 thing\n", "en/count.rules:2: rule 'x': nothing gives the class {thing}"},
      {"en/count.rules", "x\tsum\t{number}\t1\n", "en/count.rules:2: rule 'x': 'sum' is nothing that a rule makes"},
      {"en/count.rules", "x\tcount\t{number} [ {unit}\t1\n", "en/count.rules:2: rule 'x': ']' is missing"},
      {"en/count.rules", "x\tcount\t{number\t1\n", "en/count.rules:2: rule 'x': no closing }"},
      {"en/count.rules", "x\tcount\t{number}\t1\nx\tcount\t{number}\t1\n", "en/count.rules:3: rule 'x' stands twice"},
  }));
  CAPTURE(row.file, row.body);
  CHECK(error_of(row.file, [&](const std::string& file) { return first_line(file) + row.body; }) == row.expected);
}

TEST_CASE("a missing list or a file without its head is refused", "[knowledge][pack]") {
  CHECK(error_of("ar/months.tsv", [](const std::string&) { return std::string(); }) == "ar/months.tsv: cannot be read");
  CHECK(error_of("ar/date.rules", [](const std::string&) { return std::string(); }) == "ar/date.rules: cannot be read");
  CHECK(error_of("en/months.tsv", [](const std::string& file) { return file.substr(file.find('\n') + 1); }).starts_with("en/months.tsv:1: the first line must be"));
  CHECK(error_of("en/pack.json", [](const std::string&) { return std::string("[]"); }) == "en/pack.json: is no JSON object");
  CHECK(error_of("en/pack.json", [](const std::string&) { return std::string(R"({"tag": "fr"})"); }) == "en/pack.json: tag 'fr' is not the folder's name");
  CHECK(error_of("en/weekdays.tsv", [](const std::string& file) { return file; }).empty());
}

/// The rule itself must win over the tokens of its example: an example that another rule reads tells nothing.
TEST_CASE("each rule reads its example", "[knowledge][rules]") {
  for (const auto* language : test::packs().languages)
    for (const auto& rule : language->rules) {
      INFO(rule.file << ":" << rule.line << " " << rule.name << ": " << rule.example);
      const Reading reading = test::reader().read(rule.example, language->tag);
      bool read = false;
      std::string others;
      for (const auto& sentence : reading.sentences)
        for (const auto& mention : sentence.mentions) {
          read |= mention.rule->name == std::string(rule.file) + ":" + rule.name;
          others += mention.rule->name + " ";
        }
      INFO("read by " << others);
      CHECK(read);
    }
}

/// A match that its kind always drops is a rule that nobody has: an example gives a claim, but for figures that lean on a noun before them, dates that lean on one,
/// what is no date, and days that are of another week than this.
TEST_CASE("the rules of counts and dates give claims", "[knowledge][rules]") {
  const std::set<std::string> leaning{"bare", "bare-thousand", "bare-equal", "bare-between", "bare-more", "bare-to", "others", "of-them", "share",
                                      "m-narrated", "dm-narrated", "k-narrated", "d-narrated", "impossible", "impossible-on", "weekday-day"};
  for (const auto* language : test::packs().languages)
    for (const auto& rule : language->rules) {
      const bool is_date = std::string(rule.file).ends_with("date.rules");
      if ((!is_date && !std::string(rule.file).ends_with("count.rules")) || leaning.contains(rule.name)) continue;
      const std::string example = rule.example;
      INFO(rule.file << ":" << rule.line << " " << rule.name << ": " << example);
      CHECK(test::shown(example, language->tag, is_date ? Kind::date : Kind::count, "2018-05-15") != "-");
    }
}

TEST_CASE("every kind of claim has rules or lists in each pack", "[knowledge][pack]") {
  for (const auto* language : test::packs().languages) {
    const std::string tag = language->tag;
    CAPTURE(tag);
    std::set<std::string> files;
    for (const auto& rule : language->rules) files.insert(rule.file);
    CHECK(files == std::set<std::string>{tag + "/count.rules", tag + "/date.rules", tag + "/other.rules"});
    for (const auto& kind : claim_kinds())
      CHECK(std::filesystem::exists(std::filesystem::path(MIZAN_SOURCE_FACTS) / tag / "examples" / (std::string(kind.name) + ".tsv")));
  }
}
