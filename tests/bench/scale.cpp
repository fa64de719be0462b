#include "bench/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/archive.hpp"

namespace mizan::bench {
namespace {

/// Time of the processor: what else runs on the machine must not bend the line.
struct Clock {
  static double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
};

/// As many articles as `mizan add` puts in at a time.
constexpr std::size_t kBatch = 1024;

double seconds_since(double begin) { return Clock::now() - begin; }

/// The most memory that the process has had since the last time the system was told to forget.
double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

/// A measurement of something that failed is none.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(show(result.error()));
  return std::move(*result);
}

struct Row {
  std::size_t claims = 0;
  double add = 0, report = 0, peak_add = 0, peak_report = 0;
  Summary found;
  [[nodiscard]] double seconds() const { return add + report; }
};

/// How many claims that were.
std::size_t add_articles(const Checker& checker, Store& store, const Archive& archive, std::span<const std::size_t> numbers) {
  std::size_t count = 0;
  std::vector<Document> documents;
  std::map<std::string, std::vector<Claim>> claims;
  for (const auto number : numbers) {
    auto article = archive.article(number);
    count += article.claims.size();
    claims.emplace(article.document.id, std::move(article.claims));
    documents.push_back(checker.prepare(std::move(article.document)));
  }
  must(checker.add(store, documents, claims));
  return count;
}

Row measure(const Checker& checker, const Archive& archive, bool by_date, const std::filesystem::path& file) {
  Row row;
  std::vector<std::size_t> numbers(archive.documents());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  if (by_date) numbers = archive.by_date();
  forget_peak();
  auto begin = Clock::now();
  {
    const auto store = must(open_store(file.string(), StoreMode::write, checker.packs()));
    for (std::span<const std::size_t> rest(numbers); !rest.empty(); rest = rest.subspan(std::min(kBatch, rest.size())))
      row.claims += add_articles(checker, *store, archive, rest.first(std::min(kBatch, rest.size())));
  }
  row.add = seconds_since(begin);
  row.peak_add = peak_megabytes();
  forget_peak();
  begin = Clock::now();
  const auto store = must(open_store(file.string(), StoreMode::read, checker.packs()));
  must(checker.compare(*store, {}, [&](const Fact& fact, const auto&) {
    ++row.found.facts;
    row.found.conflict += fact.status == Relation::conflict;
  }));
  row.report = seconds_since(begin);
  row.peak_report = peak_megabytes();
  return row;
}

/// The slope of a straight line through the points (log claims, log seconds).
double exponent_of(const std::vector<Row>& rows, double (*seconds)(const Row&)) {
  double x = 0, y = 0, xx = 0, xy = 0;
  for (const auto& row : rows) {
    const double a = std::log(static_cast<double>(row.claims)), b = std::log(seconds(row));
    x += a, y += b, xx += a * a, xy += a * b;
  }
  const auto n = static_cast<double>(rows.size());
  return (n * xy - x * y) / (n * xx - x * x);
}

/// Milliseconds from an article of which the claims are read to the facts that it touches, sorted.
std::vector<double> times_of_articles(const Checker& checker, Store& store, const Archive& archive, std::size_t count) {
  std::vector<double> times;
  for (std::size_t i = 0; i < count; ++i) {
    auto article = archive.article(archive.documents() + i);
    const auto id = article.document.id;
    const std::vector<Document> documents{checker.prepare(std::move(article.document))};
    const std::map<std::string, std::vector<Claim>> claims{{id, std::move(article.claims)}};
    const auto begin = Clock::now();
    must(checker.add(store, documents, claims));
    must(checker.report(store, {id}));
    times.push_back(1000 * seconds_since(begin));
  }
  std::sort(times.begin(), times.end());
  return times;
}

}  // namespace

int measure_scale(const Checker& checker, const ScaleSettings& settings) {
  const auto file = settings.folder / "mizan-scale.store";
  std::vector<Row> rows;
  std::printf("%10s %9s %9s %9s %9s %8s %8s %9s %9s\n", "claims", "articles", "add s", "report s", "us/claim", "add MB", "rep. MB", "facts", "conflicts");
  for (std::size_t part : {8u, 4u, 2u, 1u}) {
    const Archive archive(settings.claims / part);
    std::filesystem::remove(file);
    const auto& row = rows.emplace_back(measure(checker, archive, settings.by_date, file));
    std::printf("%10zu %9zu %9.2f %9.2f %9.1f %8.0f %8.0f %9zu %9zu\n", row.claims, archive.documents(), row.add, row.report,
                1e6 * row.seconds() / static_cast<double>(row.claims), row.peak_add, row.peak_report, row.found.facts, row.found.conflict);
    std::fflush(stdout);
  }
  int broken = 0;
  const auto judge = [&](const char* what, double value, double limit) {
    const bool is_over = limit > 0 && value > limit;
    broken += is_over;
    std::printf("%-36s %9.3f%s\n", what, value, is_over ? "  OVER" : "");
  };
  judge("exponent of add", exponent_of(rows, [](const Row& row) { return row.add; }), 0);
  judge("exponent of report", exponent_of(rows, [](const Row& row) { return row.report; }), 0);
  judge("exponent of full comparison", exponent_of(rows, [](const Row& row) { return row.seconds(); }), settings.exponent_limit);
  if (settings.articles > 0) {
    const auto store = must(open_store(file.string(), StoreMode::write, checker.packs()));
    const auto times = times_of_articles(checker, *store, Archive(settings.claims), settings.articles);
    judge("one new article, ms, median", times[times.size() / 2], settings.article_limit_ms);
    judge("one new article, ms, 95 of 100", times[times.size() * 95 / 100], 0);
    judge("one new article, ms, most", times.back(), 0);
  }
  std::filesystem::remove(file);
  return broken;
}

}  // namespace mizan::bench
