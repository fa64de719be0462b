#include "compare/sketch.hpp"

#include <catch2/catch.hpp>

#include "bench/archive.hpp"
#include "compare/pairing.hpp"
#include "support/packs.hpp"

using namespace mizan;

namespace {

/// Articles that share stories, in two languages.
std::vector<DocumentView> some_views() {
  std::vector<DocumentView> views;
  const bench::Archive archive(2400);
  for (std::size_t i = 0; i < archive.documents(); ++i) {
    auto article = archive.article(i);
    article.document.lang = i % 3 == 0 ? "ar" : "en";
    auto claims = test::checker().complete(article.document, std::move(article.claims));
    views.push_back(view_document(article.document.id, article.document.lang, std::move(claims), test::packs()));
  }
  return views;
}

}  // namespace

TEST_CASE("a sketch never parts documents that are alike, and parts most that are not", "[compare][property]") {
  const auto views = some_views();
  std::vector<std::string> sketches;
  for (const auto& view : views) sketches.push_back(sketch_of(view, test::packs()));
  std::size_t alike = 0, others = 0, parted = 0, missed = 0;
  for (std::size_t i = 0; i < views.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const bool may_be = may_be_one_story(sketches[i], sketches[j]);
      CHECK(may_be_one_story(sketches[j], sketches[i]) == may_be);
      if (story(views[i], views[j], test::packs().background) >= kOneStory) {
        ++alike;
        missed += may_be ? 0 : 1;
      } else {
        ++others;
        parted += may_be ? 0 : 1;
      }
    }
  CHECK(missed == 0);
  CHECK(alike > 500);
  CHECK(parted * 100 > others * 99);
}

TEST_CASE("without a sketch, or with one of other packs, any two may be alike", "[compare]") {
  const bench::Archive archive(400);
  const auto view = [&](std::size_t i) {
    auto article = archive.article(i);
    auto claims = test::checker().complete(article.document, std::move(article.claims));
    return view_document(article.document.id, "en", std::move(claims), test::packs());
  };
  const auto one = sketch_of(view(0), test::packs());
  std::size_t other = 1;
  while (may_be_one_story(one, sketch_of(view(other), test::packs()))) ++other;
  auto stale = sketch_of(view(other), test::packs());
  stale[0] = static_cast<char>(stale[0] ^ 1);
  CHECK(may_be_one_story(one, stale));
  CHECK(may_be_one_story(one, ""));
  CHECK(may_be_one_story("", ""));
}
