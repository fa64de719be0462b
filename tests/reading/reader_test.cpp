#include "reading/reader.hpp"

#include <catch2/catch.hpp>

#include "reading/rules.hpp"
#include "support/packs.hpp"

using namespace mizan;

namespace {

/// Forms of one list that the text holds, as ids joined by spaces.
std::string ids_of(const std::string& text, const std::string& lang, List list) {
  const Reading reading = test::reader().read(text, lang);
  std::string result;
  for (const auto& sentence : reading.sentences)
    for (const auto& atom : sentence.atoms)
      if (atom.entry && atom.entry->list == list) result += (result.empty() ? "" : " ") + atom.entry->id;
  return result;
}

}  // namespace

TEST_CASE("clitics come off where the rest is known, and the whole form wins", "[reading][clitics]") {
  struct Row { const char *text, *expected; };
  const auto row = GENERATE(values<Row>({
      {"وفرنسا", "FR"},
      {"بفرنسا", "FR"},
      {"ألمانيا", "DE"},        // its al- is no article
      {"وألمانيا", "DE"},
      {"للأردن", "JO"},         // the contracted article
      {"وللعراق", "IQ"},
      {"بالأردن", "JO"},
      {"الولاياتالمتحدة", "US"},  // glued
      {"واحد", ""},
  }));
  CAPTURE(row.text);
  CHECK(ids_of(row.text, "ar", List::countries) == row.expected);
}

TEST_CASE("the alef of the accusative comes off", "[reading][clitics]") {
  CHECK(ids_of("15 قتيلا", "ar", List::units) == "person");
  CHECK(ids_of("12 يوما", "ar", List::units) == "day");
}

TEST_CASE("the language of a sentence picks the pack, not that of the document", "[reading][reader]") {
  const Reading reading = test::reader().read("شاركت 190 دولة. The talks went on for three days.", "ar");
  REQUIRE(reading.sentences.size() == 2);
  REQUIRE(reading.sentences[0].language);
  REQUIRE(reading.sentences[1].language);
  CHECK(language_of(*reading.sentences[0].language).tag == "ar");
  CHECK(language_of(*reading.sentences[1].language).tag == "en");
  CHECK_FALSE(test::reader().read("Le sommet a duré trois jours.", "fr").sentences[0].language);  // no pack knows French
  CHECK_FALSE(test::reader().read("Саммит длился три дня.", "").sentences[0].language);
}

TEST_CASE("no two mentions share a token", "[reading][reader]") {
  const auto text = GENERATE(as<std::string>(), "On 3 May 2011 190 states of the Group of 20 met for 12 to 15 days from 2012 to 2015 at 10:30, score 2-1.",
                             "في 3 أيار (مايو) 2011 شاركت 190 دولة من مجموعة العشرين بين 10 و12 يوماً عند الساعة 10:30 وفق المادة 6");
  const Reading reading = test::reader().read(text, text[0] == 'O' ? "en" : "ar");
  for (const auto& sentence : reading.sentences)
    for (std::size_t i = 1; i < sentence.mentions.size(); ++i) CHECK(sentence.mentions[i - 1].last <= sentence.mentions[i].first);
}

TEST_CASE("reading says the same however often, and whatever is around", "[reading][reader]") {
  const std::string sentence = "شاركت 190 دولة في المؤتمر يوم 3 أيار (مايو) 2011.";
  const auto once = test::claims_of(sentence, "ar");
  CHECK(test::claims_of(sentence, "ar") == once);
  CHECK(once.size() == 2);
}
