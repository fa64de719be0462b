#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "store/postings.hpp"
#include "support/random.hpp"

using namespace mizan;
using test::Random;

namespace {

sqlite::Database new_database() {
  sqlite::Database database(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  database.execute("CREATE TABLE keys (key INTEGER NOT NULL, first INTEGER NOT NULL, documents BLOB NOT NULL, PRIMARY KEY (key, first)) STRICT, WITHOUT ROWID");
  return database;
}

/// Some are very near each other, some stand before the beginning of time.
std::int64_t any_document(Random& random) {
  return static_cast<std::int64_t>(random.below(40)) * (std::int64_t{1} << 40) + static_cast<std::int64_t>(random.below(50)) - (random.chance(5) ? std::int64_t{1} << 45 : 0);
}

}  // namespace

TEST_CASE("postings are found as a plain list of them tells", "[store]") {
  auto database = new_database();
  Postings postings(database);
  std::map<std::int64_t, std::set<Posting>> plain;
  Random random(GENERATE(range(1u, 6u)));
  for (int round = 0; round < 60; ++round) {
    std::set<Postings::Entry> batch;
    for (auto i = random.below(120); i > 0; --i) {
      const auto key = static_cast<std::int64_t>(random.below(4)) - 1;
      const auto document = any_document(random);
      const bool is_there = plain[key].contains(posting_of(document, false)) || plain[key].contains(posting_of(document, true));
      const bool is_waiting = batch.contains({key, posting_of(document, false)}) || batch.contains({key, posting_of(document, true)});
      if (!is_there && !is_waiting) batch.insert({key, posting_of(document, random.chance(30))});
    }
    postings.add({batch.begin(), batch.end()});
    for (const auto& entry : batch) plain[entry.key].insert(entry.posting);
    for (auto& [key, documents] : plain)
      for (auto gone = random.below(round % 10 == 9 ? 100 : 10); gone > 0 && !documents.empty(); --gone) {
        const auto one = std::next(documents.begin(), static_cast<std::ptrdiff_t>(random.below(documents.size())));
        postings.erase(key, document_of(*one));
        documents.erase(one);
      }
    for (const auto& [key, documents] : plain) {
      const auto document = any_document(random);
      const auto lower = documents.lower_bound(posting_of(document, false)), upper = documents.upper_bound(posting_of(document, true));
      constexpr std::size_t most = 32;
      std::vector<Posting> all, before, behind;
      REQUIRE(postings.all(key, documents.size(), all));
      CHECK(all == std::vector(documents.begin(), documents.end()));
      if (!documents.empty()) CHECK_FALSE(postings.all(key, documents.size() - 1, all));
      CHECK(all.size() == documents.size());
      postings.before(key, document, most, before);
      std::sort(before.begin(), before.end());
      const auto there = std::min<std::ptrdiff_t>(most, std::distance(documents.begin(), lower));
      CHECK(before == std::vector(std::prev(lower, there), lower));
      postings.behind(key, document, most, behind);
      const auto beyond = std::min<std::ptrdiff_t>(most, std::distance(upper, documents.end()));
      CHECK(behind == std::vector(upper, std::next(upper, beyond)));
      CHECK(postings.has(key, posting_of(document, true)) == documents.contains(posting_of(document, true)));
    }
  }
}

TEST_CASE("what comes in order fills its blocks", "[store]") {
  auto database = new_database();
  Postings postings(database);
  for (std::int64_t day = 0; day < 1000; ++day) postings.add({{7, posting_of(day << 40, false)}});
  sqlite::Query blocks(database, "SELECT count(*), max(length(documents)) FROM keys");
  REQUIRE(blocks.step());
  CHECK(blocks.integer(0) == 9);
  CHECK(blocks.integer(1) < 1000);  // what is longer takes a page of its own
}
