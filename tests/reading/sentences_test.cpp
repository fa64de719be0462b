#include "reading/sentences.hpp"

#include <catch2/catch.hpp>

#include "support/packs.hpp"

using namespace mizan;

namespace {

std::vector<std::string> sentences_of(const std::string& text, const std::string& lang) {
  const Reading reading = test::reader().read(text, lang);
  std::vector<std::string> result;
  for (const auto& sentence : reading.sentences)
    result.emplace_back(slice(text, reading.folded.source_span(reading.tokens[sentence.first].begin, reading.tokens[sentence.last - 1].end)));
  return result;
}

}  // namespace

TEST_CASE("sentences end at marks that something new follows", "[reading][sentences]") {
  struct Row { const char *lang, *text; std::size_t expected; };
  const auto row = GENERATE(values<Row>({
      {"en", "He came. She left.", 2},
      {"en", "Mr. Smith came. She left.", 2},          // an abbreviation
      {"en", "J. Smith came.", 1},                     // a single letter
      {"en", "It cost 3.5 million.", 1},
      {"en", "See example.org for more.", 1},
      {"en", "He said: \"Never.\" She left.", 2},         // the closing mark belongs to what it closes
      {"en", "Wait... what?", 1},
      {"en", "Why? Because!", 2},
      {"en", "A headline\nThe story begins.", 2},
      {"ar", "وصل الوفد. غادر الوفد.", 2},
      {"ar", "قال د. أحمد إنه وصل.", 1},
      {"ar", "هل وصل؟ نعم.", 2},
      {"ar", "بلغت 3.5 في المئة.", 1},
  }));
  CAPTURE(row.text);
  CHECK(sentences_of(row.text, row.lang).size() == row.expected);
}

TEST_CASE("no sentence grows without end", "[reading][sentences]") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word ";
  CHECK(sentences_of(text, "en").size() == 8);
}
