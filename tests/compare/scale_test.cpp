#include <catch2/catch.hpp>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "bench/archive.hpp"
#include "support/packs.hpp"
#include "support/random.hpp"

// Comparison grows as the archive does, and in a crowd too large for each to be compared with each the order of arrival changes nothing. Work is counted,
// not timed: mizan_bench --scale times it.

using namespace mizan;
using test::Random;

namespace {

std::unique_ptr<Store> new_store() {
  auto store = open_store(":memory:", StoreMode::write, test::checker().packs());
  REQUIRE(store);
  return std::move(*store);
}

/// What full comparison of an archive has to do.
struct Work {
  double claims = 0, document_pairs = 0, claim_pairs = 0;
};

Work work_of(const bench::Archive& archive) {
  Work work;
  const auto store = new_store();
  const auto done = store->atomically([&]() -> Status {
    std::map<std::string, double> sizes;
    for (std::size_t i = 0; i < archive.documents(); ++i) {
      auto article = archive.article(i);
      const auto claims = test::checker().complete(article.document, std::move(article.claims));
      sizes[article.document.id] = static_cast<double>(claims.size());
      if (auto status = store->put(article.document, claims); !status) return status;
    }
    for (const auto& [id, size] : sizes) {
      const auto neighbours = store->neighbours(id);
      if (!neighbours) return neighbours.error();
      work.claims += size;
      work.document_pairs += static_cast<double>(neighbours->size()) / 2;
      for (const auto& other : *neighbours) work.claim_pairs += size * sizes.at(other) / 2;
    }
    return ok();
  });
  REQUIRE(done);
  return work;
}

/// The slope of a straight line through the points (log x, log y).
double exponent_of(const std::vector<std::pair<double, double>>& points) {
  double x = 0, y = 0, xx = 0, xy = 0;
  for (const auto& [a, b] : points) {
    x += std::log(a);
    y += std::log(b);
    xx += std::log(a) * std::log(a);
    xy += std::log(a) * std::log(b);
  }
  const auto n = static_cast<double>(points.size());
  return (n * xy - x * y) / (n * xx - x * x);
}

/// Of the facts that `touched` articles tell, or of all.
std::string told_by(Store& store, const std::set<std::string>& touched = {}) {
  const auto report = test::checker().report(store, touched);
  REQUIRE(report);
  std::ostringstream out;
  for (const auto& fact : report->facts) {
    out << fact.key << ' ' << name_of(fact.status);
    for (const auto& position : fact.positions) out << ' ' << position.witnesses;
    for (const auto& relation : fact.relations) out << ' ' << relation.id << ' ' << relation.confidence << ' ' << relation.why;
    out << '\n';
  }
  return out.str();
}

}  // namespace

TEST_CASE("the pairs that are compared grow as the archive does, also where half of it tells one story", "[compare][scale][slow]") {
  std::vector<std::pair<double, double>> documents, claims;
  for (const std::size_t size : {5000u, 10000u, 20000u, 40000u}) {
    const Work work = work_of(bench::Archive(size, {.story = 50, .name = 60}));
    documents.emplace_back(work.claims, work.document_pairs);
    claims.emplace_back(work.claims, work.claim_pairs);
    // Of an archive in which nothing meets the exponent would say nothing.
    CHECK(work.document_pairs > work.claims);
  }
  CHECK(exponent_of(documents) < 1.1);
  CHECK(exponent_of(claims) < 1.1);
}

TEST_CASE("in a crowd too large for each to be compared with each the order of arrival changes nothing", "[compare][order][scale][slow]") {
  constexpr std::size_t size = 420;
  const bench::Archive archive(size * 8, {.story = 80, .name = 100});
  Random random(5000);
  const auto add = [&](Store& store, const std::vector<std::size_t>& numbers) {
    for (std::size_t i = 0; i < numbers.size();) {
      std::vector<Document> documents;
      std::map<std::string, std::vector<Claim>> claims;
      for (auto most = random.between(1, 60); most > 0 && i < numbers.size(); --most) {
        auto article = archive.article(numbers[i++]);
        article.claims.resize(std::min<std::size_t>(article.claims.size(), 2));
        claims.emplace(article.document.id, std::move(article.claims));
        documents.push_back(std::move(article.document));
      }
      REQUIRE(test::checker().add(store, documents, claims));
    }
  };
  std::vector<std::size_t> numbers(size);
  for (std::size_t i = 0; i < size; ++i) numbers[i] = i;
  const auto in_order = new_store();
  add(*in_order, numbers);
  const auto expected = told_by(*in_order);
  CHECK(std::count(expected.begin(), expected.end(), '\n') > 2);

  for (std::size_t i = size - 1; i > 0; --i) std::swap(numbers[i], numbers[random.below(i + 1)]);
  const auto shuffled = new_store();
  add(*shuffled, numbers);
  CHECK((told_by(*shuffled) == expected));

  // One article alone is told what all are: what editors said of it goes by the same ids.
  std::size_t told_alone = 0;
  for (std::size_t i = 0; i < 20; ++i) {
    std::istringstream alone(told_by(*shuffled, {archive.article(i).document.id}));
    for (std::string line; std::getline(alone, line); ++told_alone) CHECK(("\n" + expected).find("\n" + line + "\n") != std::string::npos);
  }
  CHECK(told_alone > 0);

  // What a report learnt of the crowd holds no longer once more of it has come.
  const auto half = numbers.begin() + size / 2;
  const auto told_twice = new_store();
  add(*told_twice, {numbers.begin(), half});
  CHECK((told_by(*told_twice) != expected));
  add(*told_twice, {half, numbers.end()});
  CHECK((told_by(*told_twice) == expected));

  // Others that came between them and went again, some of them from a crowd that was no crowd without them.
  const auto used = new_store();
  std::vector<std::size_t> more = numbers;
  for (std::size_t i = 0; i < 60; ++i) more.insert(more.begin() + static_cast<std::ptrdiff_t>(random.below(more.size())), size + i);
  add(*used, more);
  CHECK((told_by(*used) != expected));
  for (std::size_t i = 0; i < 60; ++i) REQUIRE(used->remove(archive.article(size + i).document.id));
  CHECK((told_by(*used) == expected));
}
