#include "knowledge/reference_pack.hpp"

#include <catch2/catch.hpp>
#include <algorithm>
#include <set>

#include "support/packs.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;

namespace {

const std::string head = "# source: test · licence: test · columns: subject, fact, lang, text, as of, source\n";
const std::string names = "npt\t-\ten\tNPT\t-\t-\n";

/// Why a checker cannot hold articles against a file of these rows; empty where it can.
std::string error_of(const std::string& rows) {
  const test::TempFolder folder;
  folder.write("facts.tsv", head + rows);
  CheckerOptions options;
  options.facts = MIZAN_SOURCE_FACTS;
  options.image = MIZAN_BUILT_IMAGE;
  options.references = {folder.file("facts.tsv")};
  const auto opened = Checker::open(options);
  if (opened) return "";
  const std::string shown = show(opened.error());
  return shown.substr(shown.rfind("facts.tsv"));
}

}  // namespace

TEST_CASE("a broken file of reference facts is refused with the file and the row", "[knowledge][reference]") {
  struct Row { std::string rows, expected; };
  const std::string force = "npt\tin-force\ten\tThe NPT entered into force on [[5 March 1970]].\t-\tUNODA\n";
  const auto row = GENERATE_COPY(values<Row>({
      {names + force, ""},
      {"", "facts.tsv:1: holds no fact"},
      {"npt\t-\ten\n", "facts.tsv:2: 3 cells, the columns are 6"},
      {"npt\t-\ten\tNPT\t2015\t-\n", "facts.tsv:2: a name has neither time nor source"},
      {names + "npt\tin-force\ten\tThe NPT entered into force on [[5 March 1970]].\t-\t-\n", "facts.tsv:3: a fact needs its source"},
      {names + "npt\tin-force\ten\tThe NPT entered into force on 5 March 1970.\t-\tUNODA\n", "facts.tsv:3: the sentence must mark one value: [[ … ]]"},
      {names + "npt\tin-force\ten\tThe [[NPT]] entered into force on [[5 March 1970]].\t-\tUNODA\n", "facts.tsv:3: the sentence must mark one value: [[ … ]]"},
      {names + "npt\tin-force\ten\tThe NPT entered into force on [[5 March 1970]].\tlately\tUNODA\n",
       "facts.tsv:3: 'lately' is no time: YYYY, YYYY-MM, YYYY-MM-DD, or two of them with / between"},
      {force, "facts.tsv:2: the subject 'npt' has no name in 'en'"},
      {names + force + "npt\tin-force\ten\tThe NPT came into force on [[5 March 1970]].\t-\tUN\n", "facts.tsv:4: row 3 gives this fact another time or source"},
      {names + force + "npt\tin-force\ten\tThe NPT came into force on [[5 May 1970]].\t-\tUNODA\n",
       "facts.tsv:4: reads 1970-05-05 for what another row of this fact gives as 1970-03-05"},
      {names + "npt\tin-force\ten\tThe treaty entered into force on [[5 March 1970]].\t-\tUNODA\n", "facts.tsv:3: the sentence has no name of 'npt'"},
      {names + "npt\tin-force\ten\tThe [[NPT]] entered into force.\t-\tUNODA\n",
       "facts.tsv:3: no value is read in the marks: a date, a number with what it counts, a list of countries or a place"},
      {names + "npt\tdate\ten\t[[5 March 1970]], the NPT.\t-\tUNODA\n", "facts.tsv:3: no word beside the value and the name says what the value is"},
      {names + "npt\tin-force\ten\tThe NPT did not enter into force until [[5 March 1970]].\t-\tUNODA\n",
       "facts.tsv:3: the value is too far from the words that tell what it is; say less"},
      {"npt\t-\txx\tNPT\t-\t-\n", "facts.tsv:2: no language pack reads this as 'xx'"},
  }));
  CAPTURE(row.rows);
  CHECK(error_of(row.rows) == row.expected);
}

TEST_CASE("what is no file and no pack is told with the packs that there are", "[knowledge][reference]") {
  const auto pack = read_reference_pack("nuclear", MIZAN_SOURCE_FACTS);
  REQUIRE(!pack);
  CHECK(show(pack.error()) == "nuclear: no such file of reference facts; those that came with Mizan are: nuclear-treaties");
}

TEST_CASE("the pack on nuclear arms treaties is sorted, and tells its facts in both languages", "[knowledge][reference]") {
  const auto pack = read_reference_pack("nuclear-treaties", MIZAN_SOURCE_FACTS);
  REQUIRE(pack);
  const auto key = [](const ReferenceRow& row) { return row.subject + '\t' + (row.fact.empty() ? "-" : row.fact) + '\t' + row.lang; };
  CHECK(std::is_sorted(pack->rows.begin(), pack->rows.end(), [&](const ReferenceRow& a, const ReferenceRow& b) { return key(a) < key(b); }));
  std::set<std::string> in_english, in_arabic;
  for (const auto& row : pack->rows)
    if (!row.fact.empty()) (row.lang == "ar" ? in_arabic : in_english).insert(row.subject + "/" + row.fact);
  CHECK(in_english.size() == 50);
  in_english.erase("npt/nuclear-weapon-states");  // "five nuclear-weapon states" is one word with its number in English alone
  CHECK(in_arabic == in_english);
}
