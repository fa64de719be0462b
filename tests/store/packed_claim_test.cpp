#include "store/packed_claim.hpp"

#include <catch2/catch.hpp>

#include "bench/archive.hpp"
#include "store/claim_row.hpp"
#include "support/packs.hpp"

using namespace mizan;

namespace {

/// Claims of every kind as texts tell them, and those of an archive.
std::vector<Claim> some_claims() {
  std::vector<Claim> claims = test::claims_of(
      "On 12 May 2019 about 190 states met in Helsinki. Egypt, France and Japan signed; more than 12.5 per cent of 3 billion dollars "
      "went to them between 2015 and 2018. "
      "Officials said on Tuesday that 31 people were killed and 86 injured, up from 20 the day before.",
      "en", "2019-05-15");
  const auto arabic = test::claims_of(
      "قال مسؤول إن ١٩٠ دولة شاركت في المؤتمر الذي عقد في القاهرة يوم 3 أيار 2015 بمشاركة مصر وفرنسا.", "ar", "2015-05-04");
  claims.insert(claims.end(), arabic.begin(), arabic.end());
  const bench::Archive archive(400);
  for (std::size_t i = 0; i < archive.documents(); ++i) {
    auto article = archive.article(i);
    for (auto& claim : test::checker().complete(article.document, std::move(article.claims))) claims.push_back(std::move(claim));
  }
  Claim odd;  // what no reader makes, but other programs may
  odd.id = "of/no document";
  odd.document = "elsewhere";
  odd.value = Quantity{std::nullopt, make_decimal(-25, -3), true, false, "~stem"};
  odd.kind = Kind::count;
  odd.in_title = true;
  odd.keys = {"", "n:nobody", "s:not in the context"};
  odd.context = {"", "word"};
  odd.reading = 0.1;
  odd.anchor = -40000;
  odd.beside = {7, -12, 3'000'000'000u, true};
  odd.topic.event.entity = 0;
  odd.topic.event.ordinal = {"next", SlotState::inherited, "القادم"};
  odd.topic.as_of = {-1, AsOf::From::text};
  claims.push_back(odd);
  return claims;
}

}  // namespace

TEST_CASE("a claim comes out of its packed form as it went in", "[store][property]") {
  std::set<Kind> kinds;
  for (const auto& claim : some_claims()) {
    CAPTURE(claim.id);
    CHECK((unpack_claim(claim.id, pack_claim(claim)) == claim));
    kinds.insert(claim.kind);
  }
  CHECK(kinds.size() == 4);
}

TEST_CASE("a packed claim that lacks something or has more is refused", "[store][property]") {
  const auto claims = some_claims();
  for (const auto& claim : {claims.front(), claims.back()}) {
    const auto packed = pack_claim(claim);
    for (std::size_t size = 0; size < packed.size(); ++size) CHECK_THROWS_AS(unpack_claim(claim.id, packed.substr(0, size)), UnreadableRow);
    CHECK_THROWS_AS(unpack_claim(claim.id, packed + '\0'), UnreadableRow);
    // Other bytes may be another claim, but nothing worse.
    for (std::size_t place = 0; place < packed.size(); ++place) {
      auto damaged = packed;
      damaged[place] = '\xff';
      try {
        static_cast<void>(unpack_claim(claim.id, damaged));
      } catch (const UnreadableRow&) {
      }
    }
  }
}

TEST_CASE("features of an edge are read as they are written, by whatever program", "[store]") {
  const std::vector<Feature> features{{"role", 5}, {"values", -1200}, {"a \"name\" \\ of ours", 2'000'000'000}, {"", 0}};
  CHECK(features_from(features_text(features)) == features);
  CHECK(features_from(features_text({})).empty());
  CHECK(features_from(R"([["role",5],["values",-1200]])") == std::vector(features.begin(), features.begin() + 2));
  CHECK(features_from(R"( [ ["role", 5], ["v\u0061lues", -1200] ] )") == std::vector(features.begin(), features.begin() + 2));
  for (const char* broken : {"", "[", "[]]", "[[\"role\",5]", "[[\"role\",5],]", "[[\"role\",5,6]]", "[[\"role\",5.5]]", "[[\"role\",3000000000]]", "[[\"role\"]]", "[[5,5]]", "{}"})
    CHECK_THROWS_AS(features_from(broken), UnreadableRow);
}
