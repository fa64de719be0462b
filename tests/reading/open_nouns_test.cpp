#include <catch2/catch.hpp>

#include "reading/open_nouns.hpp"
#include "support/packs.hpp"
#include "text/fold.hpp"

using namespace mizan;

namespace {

std::string name_of_form(const char* lang, const char* form) { return open_noun_id(*test::packs().language(lang), fold(form).text); }

}  // namespace

TEST_CASE("forms of one noun that no list has get one name, and two nouns two", "[reading][open-nouns]") {
  struct Row { const char *lang, *one, *other; bool equal; };
  const auto row = GENERATE(values<Row>({
      {"ar", "دورية", "دوريات", true},
      {"ar", "دورية", "دوريتين", true},
      {"ar", "استحواذ", "استحواذات", true},
      {"ar", "تابوت", "تابوتاً", true},
      {"ar", "تابوت", "تابوتًا", true},
      {"ar", "لفافة", "لفافات", true},
      {"ar", "لفافة", "لفافتان", true},
      {"ar", "مغامر", "مغامرين", true},
      {"ar", "مغامر", "مغامرون", true},
      {"ar", "تقنية", "تقني", false},     // a technique, a technician
      {"ar", "بنات", "بن", false},        // girls, coffee
      {"en", "gizmo", "gizmos", true},
      {"en", "bakery", "bakeries", true},
      {"en", "hoax", "hoaxes", true},
      {"en", "virus", "vir", false},
      {"en", "lens", "len", false},
  }));
  CAPTURE(row.lang, row.one, row.other);
  CHECK((name_of_form(row.lang, row.one) == name_of_form(row.lang, row.other)) == row.equal);
}

TEST_CASE("what may be a plural", "[reading][open-nouns]") {
  const auto& arabic = *test::packs().language("ar");
  for (const char* plural : {"كتب", "أبعاد", "أرغفة", "فرسان", "مصابيح", "جداول", "تلامذة", "أصدقاء", "علماء", "مغامرين", "حملات", "قتلى", "بيوت"}) {
    CAPTURE(plural);
    CHECK(has_plural_shape(arabic, fold(plural).text));
  }
  for (const char* word : {"بعذر", "تحطمت", "أجهضن", "بروميتش", "انتظر"}) {
    CAPTURE(word);
    CHECK_FALSE(has_plural_shape(arabic, fold(word).text));
  }
  const auto& english = *test::packs().language("en");
  for (const char* plural : {"gizmos", "bakeries", "hoaxes"}) CHECK(has_plural_ending(english, plural));
  for (const char* word : {"stainless", "virus", "news", "gizmo"}) CHECK_FALSE(has_plural_ending(english, word));
}
