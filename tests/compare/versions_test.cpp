#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "compare/versions.hpp"
#include "kind/kinds.hpp"
#include "support/packs.hpp"

using namespace mizan;

namespace {

struct Changes {
  std::set<std::string> changed, added, removed;
  std::size_t unchanged = 0;
};

/// What compare_versions says, each claim by its value.
Changes changes(const std::string& before, const std::string& after, const std::string& lang) {
  const auto old_claims = test::claims_of(before, lang, "2024-05-22"), new_claims = test::claims_of(after, lang, "2024-05-22");
  const VersionDiff diff = compare_versions(old_claims, new_claims);
  Changes found;
  for (const auto& [a, b] : diff.changed) found.changed.insert(show(a->value) + " > " + show(b->value));
  for (const Claim* claim : diff.added) found.added.insert(show(claim->value));
  for (const Claim* claim : diff.removed) found.removed.insert(show(claim->value));
  found.unchanged = diff.unchanged;
  CHECK(found.unchanged + diff.changed.size() + diff.added.size() == new_claims.size());
  CHECK(found.unchanged + diff.changed.size() + diff.removed.size() == old_claims.size());
  return found;
}

using Values = std::set<std::string>;

}  // namespace

TEST_CASE("an edited figure is a change, and what stands around it is none", "[compare][versions]") {
  const auto found = changes("The earthquake killed 12 people and injured 40 others on 20 May 2024.",
                             "The earthquake killed 15 people and injured 40 others on 20 May 2024.", "en");
  CHECK(found.changed == Values{"12 person > 15 person"});
  CHECK(found.added.empty());
  CHECK(found.removed.empty());
  CHECK(found.unchanged == 2);
}

TEST_CASE("two figures of one sentence do not trade places", "[compare][versions]") {
  const auto found = changes("The earthquake killed 12 people and injured 40 people.", "The earthquake killed 40 people and injured 52 people.", "en");
  CHECK(found.changed == Values{"12 person > 40 person", "40 person > 52 person"});
}

TEST_CASE("a paragraph that moves and a sentence that is written anew keep their claims", "[compare][versions]") {
  const std::string quake = "The earthquake killed 12 people in the north. ", court = "The court met on 20 May 2024 in Helsinki. ";
  const auto moved = changes(quake + court, court + quake, "en");
  CHECK(moved.changed.empty());
  CHECK(moved.added.empty());
  CHECK(moved.removed.empty());
  const auto anew = changes("The earthquake killed 12 people in the north.", "At least 15 people were killed by the earthquake in the north, officials said.", "en");
  CHECK(anew.changed == Values{"12 person > >=15 person"});
}

TEST_CASE("a claim that is cut and another that is written are no change", "[compare][versions]") {
  const auto found = changes("The earthquake killed 12 people. Prices rose.", "Prices rose. The ministry hired 90 teachers for rural schools.", "en");
  CHECK(found.changed.empty());
  CHECK(found.removed == Values{"12 person"});
  CHECK(found.added.size() == 1);
}

TEST_CASE("the same figure for another thing is another claim", "[compare][versions]") {
  const auto found = changes("The earthquake killed 12 people.", "The earthquake injured 12 people.", "en");
  CHECK(found.changed.empty());
  CHECK(found.removed == Values{"12 person"});
  CHECK(found.added == Values{"12 person"});
}

TEST_CASE("Arabic versions are compared as English ones are", "[compare][versions]") {
  const auto found = changes("أسفر الزلزال عن مقتل ١٢ شخصاً وإصابة ٤٠ آخرين يوم 20 مايو 2024.",
                             "أسفر الزلزال عن مقتل ١٥ شخصاً وإصابة ٤٠ آخرين يوم 20 مايو 2024.", "ar");
  CHECK(found.changed == Values{"12 person > 15 person"});
  CHECK(found.unchanged == 2);
}
