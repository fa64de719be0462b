#include "bench/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <malloc.h>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/archive.hpp"
#include "bench/watched_store.hpp"

namespace mizan::bench {
namespace {

/// As many articles as `mizan add` puts in at a time.
constexpr std::size_t kBatch = 1024;

double seconds_since(double begin) { return processor_seconds() - begin; }

/// The most memory that the process has had since the last time the system was told to forget.
double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}
/// What was let go of is no memory of what comes next.
void forget_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;
}

/// Megabytes that the process asked the system to read from files, and to write to them, so far.
struct Traffic {
  double read = 0, written = 0;
  static Traffic now() {
    Traffic traffic;
    std::ifstream io("/proc/self/io");
    for (std::string line; std::getline(io, line);) {
      if (line.starts_with("rchar:")) traffic.read = std::strtod(line.c_str() + 6, nullptr) / 1e6;
      if (line.starts_with("wchar:")) traffic.written = std::strtod(line.c_str() + 6, nullptr) / 1e6;
    }
    return traffic;
  }
  Traffic operator-(const Traffic& before) const { return {read - before.read, written - before.written}; }
};

/// A measurement of something that failed is none.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(show(result.error()));
  return std::move(*result);
}

struct Row {
  std::size_t claims = 0;
  double add = 0, report = 0, peak_add = 0, peak_report = 0;
  StoreCosts costs;
  Traffic adding, reporting;
  double file = 0;  ///< megabytes of the store
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
  auto traffic = Traffic::now();
  auto begin = processor_seconds();
  {
    const auto opened = must(open_store(file.string(), StoreMode::write, checker.packs()));
    const auto store = watched(*opened, row.costs);
    for (std::span<const std::size_t> rest(numbers); !rest.empty(); rest = rest.subspan(std::min(kBatch, rest.size())))
      row.claims += add_articles(checker, *store, archive, rest.first(std::min(kBatch, rest.size())));
  }
  row.add = seconds_since(begin);
  row.adding = Traffic::now() - traffic;
  row.peak_add = peak_megabytes();
  row.file = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
  forget_peak();
  traffic = Traffic::now();
  begin = processor_seconds();
  const auto opened = must(open_store(file.string(), StoreMode::read, checker.packs()));
  const auto store = watched(*opened, row.costs);
  must(checker.compare(*store, {}, [&](const Fact& fact, const auto&) {
    ++row.found.facts;
    row.found.conflict += fact.status == Relation::conflict;
  }));
  row.report = seconds_since(begin);
  row.reporting = Traffic::now() - traffic;
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

/// One new article beside an archive: from claims that are read to the facts that it touches.
struct Newcomer {
  std::string id;
  double milliseconds = 0;
  StoreCosts costs;
  std::size_t facts = 0, claims = 0;  ///< that it touches, and of these
  std::size_t largest = 0;            ///< claims of the largest of them
};

/// The quickest first.
std::vector<Newcomer> add_one_by_one(const Checker& checker, Store& opened, const Archive& archive, std::size_t count) {
  std::vector<Newcomer> newcomers;
  for (std::size_t i = 0; i < count; ++i) {
    auto article = archive.article(archive.documents() + i);
    auto& newcomer = newcomers.emplace_back();
    newcomer.id = article.document.id;
    const std::vector<Document> documents{checker.prepare(std::move(article.document))};
    const std::map<std::string, std::vector<Claim>> claims{{newcomer.id, std::move(article.claims)}};
    const auto store = watched(opened, newcomer.costs);
    const auto begin = processor_seconds();
    must(checker.add(*store, documents, claims));
    const auto report = must(checker.report(*store, {newcomer.id}));
    newcomer.milliseconds = 1000 * seconds_since(begin);
    newcomer.facts = report.facts.size();
    newcomer.claims = report.claims.size();
    for (const auto& fact : report.facts) {
      std::size_t size = 0;
      for (const auto& position : fact.positions) size += position.claims.size();
      newcomer.largest = std::max(newcomer.largest, size);
    }
  }
  std::sort(newcomers.begin(), newcomers.end(), [](const Newcomer& a, const Newcomer& b) { return a.milliseconds < b.milliseconds; });
  return newcomers;
}

void show_newcomers(const std::vector<Newcomer>& newcomers) {
  std::printf("%-16s %8s %7s %7s %7s %7s %7s %7s %9s %6s %6s %7s %7s\n", "one new article", "ms", "put", "write", "look up", "read", "edges", "find", "sketches", "alike", "facts", "claims",
              "largest");
  const auto show = [](const Newcomer& one) {
    const auto& costs = one.costs;
    std::printf("%-16s %8.2f %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f %9zu %6zu %6zu %7zu %7zu\n", one.id.c_str(), one.milliseconds, 1000 * costs.put, 1000 * costs.commit, 1000 * costs.meet,
                1000 * costs.read, 1000 * costs.edges, 1000 * costs.components, static_cast<std::size_t>(costs.candidates), static_cast<std::size_t>(costs.alike), one.facts, one.claims,
                one.largest);
  };
  show(newcomers[newcomers.size() / 2]);
  constexpr std::size_t slowest = 5;
  for (std::size_t i = 0; i < std::min(slowest, newcomers.size()); ++i) show(newcomers[newcomers.size() - 1 - i]);
  std::printf("\n");
}

/// What a claim costs, by what it goes into, and how that grows.
void show_costs(const std::vector<Row>& rows) {
  struct Line {
    const char* name;
    double (*value)(const Row&);
  };
  static constexpr Line kSeconds[] = {
      {"documents put in", [](const Row& row) { return row.costs.put; }},
      {"batches written", [](const Row& row) { return row.costs.commit; }},
      {"neighbours looked up", [](const Row& row) { return row.costs.meet; }},
      {"neighbours read", [](const Row& row) { return row.costs.read; }},
      {"edges put in", [](const Row& row) { return row.costs.edges; }},
      {"articles made, alignment", [](const Row& row) { return row.add - row.costs.put - row.costs.commit - row.costs.meet - row.costs.read - row.costs.edges; }},
      {"components found, read", [](const Row& row) { return row.costs.components; }},
      {"adjudication", [](const Row& row) { return row.report - row.costs.components; }},
  };
  static constexpr Line kCounts[] = {
      {"sketches held side by side", [](const Row& row) { return static_cast<double>(row.costs.candidates); }},
      {"of them alike", [](const Row& row) { return static_cast<double>(row.costs.alike); }},
      {"documents read for it", [](const Row& row) { return static_cast<double>(row.costs.documents_read); }},
      {"edges", [](const Row& row) { return static_cast<double>(row.costs.edges_put); }},
      {"bytes read, adding", [](const Row& row) { return 1e6 * row.adding.read; }},
      {"bytes written, adding", [](const Row& row) { return 1e6 * row.adding.written; }},
      {"bytes read, reporting", [](const Row& row) { return 1e6 * row.reporting.read; }},
      {"bytes of the store", [](const Row& row) { return 1e6 * row.file; }},
  };
  const auto show = [&](const Line& line, double factor) {
    std::printf("%-28s", line.name);
    for (const auto& row : rows) std::printf(" %11.2f", factor * line.value(row) / static_cast<double>(row.claims));
    if (rows.size() > 1) std::printf(" %8.3f", exponent_of(rows, line.value));
    std::printf("\n");
  };
  std::printf("\n%-28s", "microseconds a claim");
  for (const auto& row : rows) std::printf(" %11zu", row.claims);
  std::printf("%s\n", rows.size() > 1 ? " exponent" : "");
  for (const auto& line : kSeconds) show(line, 1e6);
  std::printf("how many a claim\n");
  for (const auto& line : kCounts) show(line, 1);
  std::printf("\n");
}

}  // namespace

int measure_scale(const Checker& checker, const ScaleSettings& settings) {
  const auto file = settings.folder / "mizan-scale.store";
  std::vector<Row> rows;
  std::printf("%10s %9s %9s %9s %9s %8s %8s %9s %9s\n", "claims", "articles", "add s", "report s", "us/claim", "add MB", "rep. MB", "facts", "conflicts");
  for (std::size_t part : {8u, 4u, 2u, 1u}) {
    if (settings.only_largest && part > 1) continue;
    const Archive archive(settings.claims / part);
    std::filesystem::remove(file);
    const auto& row = rows.emplace_back(measure(checker, archive, settings.by_date, file));
    std::printf("%10zu %9zu %9.2f %9.2f %9.1f %8.0f %8.0f %9zu %9zu\n", row.claims, archive.documents(), row.add, row.report,
                1e6 * row.seconds() / static_cast<double>(row.claims), row.peak_add, row.peak_report, row.found.facts, row.found.conflict);
    std::fflush(stdout);
  }
  show_costs(rows);
  int broken = 0;
  const auto judge = [&](const char* what, double value, double limit) {
    const bool is_over = limit > 0 && value > limit;
    broken += is_over;
    std::printf("%-36s %9.3f%s\n", what, value, is_over ? "  OVER" : "");
  };
  if (rows.size() > 1) {
    judge("exponent of add", exponent_of(rows, [](const Row& row) { return row.add; }), 0);
    judge("exponent of report", exponent_of(rows, [](const Row& row) { return row.report; }), 0);
    judge("exponent of full comparison", exponent_of(rows, [](const Row& row) { return row.seconds(); }), settings.exponent_limit);
  }
  if (settings.articles > 0) {
    const auto store = must(open_store(file.string(), StoreMode::write, checker.packs()));
    const auto newcomers = add_one_by_one(checker, *store, Archive(settings.claims), settings.articles);
    show_newcomers(newcomers);
    judge("one new article, ms, median", newcomers[newcomers.size() / 2].milliseconds, settings.article_limit_ms);
    judge("one new article, ms, 95 of 100", newcomers[newcomers.size() * 95 / 100].milliseconds, 0);
    judge("one new article, ms, most", newcomers.back().milliseconds, 0);
  }
  std::filesystem::remove(file);
  return broken;
}

}  // namespace mizan::bench
