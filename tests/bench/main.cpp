// mizan_bench: how fast texts are read, against ICU's word breaks over the same bytes, that no text costs much more than news does, and what opening the packs
// costs.
//   mizan_bench [--corpus FILE.jsonl]… [--kilobytes N] [--limit RATIO] [Google Benchmark's options]
//   mizan_bench --scale CLAIMS [--largest] [--by-date] [--articles N] [--folder DIR] [--exponent LIMIT] [--article-ms LIMIT]
// --scale times nothing but full comparison of archives of up to CLAIMS claims, and one new article beside the largest; the exit status is 1 over a limit.
// --limit makes the exit status 1 where a hostile text costs more than RATIO times what ordinary text of its language costs a kilobyte.
#include <benchmark/benchmark.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/scale.hpp"
#include "bench/texts.hpp"
#include "mizan/checker.hpp"

namespace {

using namespace mizan;
using Documents = std::vector<Document>;

std::size_t bytes_of(const Documents& documents) {
  std::size_t bytes = 0;
  for (const auto& document : documents) bytes += document.title.size() + document.text.size();
  return bytes;
}

void count_bytes(benchmark::State& state, const Documents& documents) {
  state.SetBytesProcessed(static_cast<std::int64_t>(static_cast<std::size_t>(state.iterations()) * bytes_of(documents)));
}

void extract(benchmark::State& state, const Checker& checker, const Documents& documents) {
  for (auto _ : state)
    for (const auto& document : documents) {
      std::size_t claims = 0;
      checker.extract(checker.prepare(document), [&](const Claim& claim) { claims += claim.quote.size(); });
      benchmark::DoNotOptimize(claims);
    }
  count_bytes(state, documents);
}

/// What an editor waits for before the first claim of a short article.
void start(benchmark::State& state, const std::string& image) {
  const Document article = bench::ordinary_texts("en", 1).front();
  for (auto _ : state) {
    const auto checker = Checker::open({.facts = MIZAN_SOURCE_FACTS, .image = image, .lang = {}, .published = {}, .ui_lang = "en"});
    if (!checker) return state.SkipWithError(checker.error().what.c_str());
    if (image == MIZAN_BUILT_IMAGE && checker->packs_origin() != image) return state.SkipWithError(checker->packs_origin().c_str());
    auto claims = checker->extract(checker->prepare(article));
    benchmark::DoNotOptimize(claims);
  }
}

struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

void break_words(benchmark::State& state, const std::string& lang, const Documents& documents) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBreakIterator, CloseBreaks> breaks(ubrk_open(UBRK_WORD, lang.c_str(), nullptr, 0, &status));
  std::size_t words = 0;
  for (auto _ : state)
    for (const auto& document : documents)
      for (const std::string* part : {&document.title, &document.text}) {
        const std::unique_ptr<UText, CloseText> text(utext_openUTF8(nullptr, part->data(), static_cast<std::int64_t>(part->size()), &status));
        ubrk_setUText(breaks.get(), text.get(), &status);
        while (ubrk_next(breaks.get()) != UBRK_DONE) ++words;
      }
  if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
  benchmark::DoNotOptimize(words);
  count_bytes(state, documents);
}

/// Keeps the least time a byte of each benchmark, or a run where it reads no bytes: what else runs on the machine only ever adds.
class Table : public benchmark::ConsoleReporter {
 public:
  using ConsoleReporter::ConsoleReporter;
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs) {
      const auto rate = run.counters.find("bytes_per_second");
      if (run.error_occurred || run.run_type != Run::RT_Iteration) continue;
      const auto& name = run.run_name.function_name;
      if (rate == run.counters.end()) {
        const double time = run.GetAdjustedRealTime();
        const auto [best, is_first] = times_.try_emplace(name, time);
        if (!is_first) best->second = std::min(best->second, time);
        continue;
      }
      auto& best = rates_[name];
      best = std::max(best, static_cast<double>(rate->second));
    }
    ConsoleReporter::ReportRuns(runs);
  }
  /// Megabytes a second; 0 for what did not run.
  [[nodiscard]] double rate(const std::string& name) const {
    const auto found = rates_.find(name);
    return found == rates_.end() ? 0 : found->second / 1e6;
  }
  /// In the benchmark's own unit; 0 for what did not run.
  [[nodiscard]] double time(const std::string& name) const {
    const auto found = times_.find(name);
    return found == times_.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, double> rates_, times_;
};

struct Settings {
  std::vector<std::string> corpora;
  std::size_t kilobytes = 1024;
  double limit = 0;
  bench::ScaleSettings scale = {.folder = std::filesystem::temp_directory_path()};
};

/// Takes its own options out of the command line.
Settings settings_of(int& count, char** words) {
  Settings settings;
  int kept = 1;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const bool has_value = i + 1 < count;
    if (word == "--corpus" && has_value) settings.corpora.emplace_back(words[++i]);
    else if (word == "--kilobytes" && has_value) settings.kilobytes = std::max(4ul, std::strtoul(words[++i], nullptr, 10));
    else if (word == "--limit" && has_value) settings.limit = std::strtod(words[++i], nullptr);
    else if (word == "--scale" && has_value) settings.scale.claims = std::strtoul(words[++i], nullptr, 10);
    else if (word == "--largest") settings.scale.only_largest = true;
    else if (word == "--by-date") settings.scale.by_date = true;
    else if (word == "--articles" && has_value) settings.scale.articles = std::strtoul(words[++i], nullptr, 10);
    else if (word == "--folder" && has_value) settings.scale.folder = words[++i];
    else if (word == "--exponent" && has_value) settings.scale.exponent_limit = std::strtod(words[++i], nullptr);
    else if (word == "--article-ms" && has_value) settings.scale.article_limit_ms = std::strtod(words[++i], nullptr);
    else words[kept++] = words[i];
  }
  count = kept;
  return settings;
}

void show_ordinary(const Table& table, const std::vector<std::string>& names) {
  std::printf("\n%-28s %10s %10s %10s\n", "ordinary text", "MB/s", "ICU MB/s", "of ICU");
  for (const auto& name : names)
    if (const double mine = table.rate("extract/" + name), icu = table.rate("icu_words/" + name); mine > 0 && icu > 0)
      std::printf("%-28s %10.2f %10.2f %10.3f\n", name.c_str(), mine, icu, mine / icu);
}

void show_start(const Table& table) {
  const double image = table.time("start/image"), memory = table.time("start/in_memory");
  if (image > 0 && memory > 0) std::printf("\n%-28s %7.2f ms %7.2f ms in memory, %.1f x\n", "packs opened, one article", image, memory, memory / image);
}

/// How many texts are over the limit.
int show_hostile(const Table& table, double limit) {
  int over = 0;
  std::printf("\n%-28s %10s %12s %12s\n", "hostile text", "MB/s", "x ordinary", "x quarter");
  for (const auto& hostile : bench::hostile_texts()) {
    const std::string name = std::string("hostile/") + hostile.name;
    const double large = table.rate(name + "/large"), small = table.rate(name + "/small"), ordinary = table.rate(std::string("extract/") + hostile.lang);
    if (large <= 0) continue;
    const double ratio = ordinary / large;
    const bool is_over = limit > 0 && ratio > limit;
    over += is_over;
    std::printf("%-28s %10.2f %12.2f %12.2f%s\n", hostile.name, large, ratio, small / large, is_over ? "  OVER" : "");
  }
  return over;
}

}  // namespace

int main(int count, char** words) {
  const Settings settings = settings_of(count, words);
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  auto checker = Checker::open({.facts = MIZAN_SOURCE_FACTS, .image = MIZAN_BUILT_IMAGE, .lang = {}, .published = {}, .ui_lang = "en"});
  if (!checker) {
    std::cerr << checker.error().where << ": " << checker.error().what << '\n';
    return 2;
  }
  if (settings.scale.claims > 0) return bench::measure_scale(*checker, settings.scale) > 0 ? 1 : 0;
  const auto add = [&](const std::string& name, const Documents& documents) {
    benchmark::RegisterBenchmark(name.c_str(), [&checker, documents](benchmark::State& state) { extract(state, *checker, documents); })
        ->Unit(benchmark::kMillisecond);
  };
  benchmark::RegisterBenchmark("start/image", [](benchmark::State& state) { start(state, MIZAN_BUILT_IMAGE); })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("start/in_memory", [](benchmark::State& state) { start(state, "none"); })->Unit(benchmark::kMillisecond)->UseRealTime();
  std::vector<std::string> names;
  const auto add_ordinary = [&](const std::string& name, const std::string& lang, const Documents& documents) {
    if (documents.empty()) return;
    names.push_back(name);
    add("extract/" + name, documents);
    benchmark::RegisterBenchmark(("icu_words/" + name).c_str(), [lang, documents](benchmark::State& state) { break_words(state, lang, documents); })
        ->Unit(benchmark::kMillisecond);
  };
  const std::size_t large = settings.kilobytes * 1024;
  for (const std::string lang : {"ar", "en"}) {
    add_ordinary(lang, lang, bench::ordinary_texts(lang, large));
    for (const auto& corpus : settings.corpora) {
      // By its name, so that two of one language stand side by side.
      const auto name = corpus.substr(corpus.find_last_of('/') + 1);
      add_ordinary(name + " " + lang, lang, bench::corpus_texts(corpus, lang));
    }
  }
  for (const auto& hostile : bench::hostile_texts()) {
    add(std::string("hostile/") + hostile.name + "/large", {bench::hostile_document(hostile, large)});
    add(std::string("hostile/") + hostile.name + "/small", {bench::hostile_document(hostile, large / 4)});
  }
  Table table(benchmark::ConsoleReporter::OO_None);
  benchmark::RunSpecifiedBenchmarks(&table);
  show_start(table);
  show_ordinary(table, names);
  return show_hostile(table, settings.limit) > 0 ? 1 : 0;
}
