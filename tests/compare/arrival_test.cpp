#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "report/formats.hpp"
#include "support/random.hpp"
#include "support/reports.hpp"
#include "support/temp_folder.hpp"

// Any order of arrival gives the same facts: whatever was added, changed and taken out before, a store reports what one run
// over its articles reports. arrival.jsonl holds the articles, a version of one a line; they agree, conflict and update.

using namespace mizan;
using test::Random;

namespace {

/// One article, prepared, as it was first written and as it was changed.
struct Article {
  std::string story;
  std::vector<Document> versions;
};

std::vector<Article> articles() {
  std::map<std::string, Article> by_id;
  std::istringstream in(test::bytes_of(MIZAN_TESTS_DIR "/compare/arrival.jsonl"));
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    Article& article = by_id[json["id"]];
    article.story = json["story"];
    article.versions.push_back(test::article(json["id"], json["lang"], json["published"], json["text"]));
  }
  std::vector<Article> list;
  for (auto& [id, article] : by_id) list.push_back(std::move(article));
  return list;
}

/// The articles of one story, so that few of them come, change and go again; now and then some of all.
std::vector<const Article*> some_of(const std::vector<Article>& all, Random& random) {
  const bool is_mixed = random.chance(5);
  const std::string& story = random.pick(all).story;
  std::vector<const Article*> some;
  for (const Article& article : all)
    if (is_mixed ? random.chance(50) : article.story == story) some.push_back(&article);
  return some;
}

/// What a store should hold: of each article the version that came last.
using Held = std::map<std::string, const Document*>;

/// A store and what is done to it: batches are added (new articles, other versions, what it holds already), articles taken out.
class Archive {
 public:
  Archive() {
    auto store = open_store(":memory:", StoreMode::write, test::checker().packs());
    REQUIRE(store);
    store_ = std::move(*store);
  }

  void add(const std::vector<const Article*>& from, Random& random) {
    std::vector<Document> batch;
    const auto before = held_;
    for (auto size = random.between(1, 2); size > 0; --size) {
      const Article& article = *random.pick(from);
      const auto version = random.below(article.versions.size());
      const Document& document = article.versions[version];
      story_ += "add " + document.id + " " + std::to_string(version) + (size > 1 ? " and " : "; ");
      batch.push_back(document);
      held_[document.id] = &document;  // of one id twice the last stands
    }
    const auto is_new = [&](const auto& held) {
      const auto was = before.find(held.first);
      return was == before.end() || was->second != held.second;
    };
    const auto put = test::checker().add(*store_, batch);
    REQUIRE(put);
    CHECK(*put == static_cast<std::size_t>(std::count_if(held_.begin(), held_.end(), is_new)));
  }

  void remove(const std::string& id) {
    story_ += "remove " + id + "; ";
    const auto removed = store_->remove(id);
    REQUIRE(removed);
    CHECK(*removed == (held_.erase(id) == 1));
  }

  /// Takes everything out. What comes next begins in a store that has been used.
  void clear() {
    while (!held_.empty()) remove(held_.begin()->first);
    story_.clear();
  }

  [[nodiscard]] const Held& held() const { return held_; }
  [[nodiscard]] const std::string& story() const { return story_; }
  [[nodiscard]] Report report() {
    auto report = test::checker().report(*store_);
    REQUIRE(report);
    return std::move(*report);
  }

 private:
  std::unique_ptr<Store> store_;
  Held held_;
  std::string story_;
};

/// Every byte that a reader may see, with the shares of each score.
std::string bytes_of(const Report& report) {
  ReportOptions options;
  options.version = "test";
  options.verbose = true;
  options.message = [](const std::string& key) { return key; };
  std::ostringstream out;
  for (const auto& format : report_formats())
    if (format.name == "json") format.write(report, options, out);
  return out.str();
}

/// What one run says of articles that no store has seen before. Many sequences end with the same few.
const std::string& one_run(const Held& held) {
  static std::map<std::vector<const Document*>, std::string> known;
  std::vector<const Document*> key;
  std::vector<Document> documents;
  for (const auto& [id, document] : held) {
    key.push_back(document);
    documents.push_back(*document);
  }
  auto& bytes = known[key];
  if (bytes.empty()) bytes = bytes_of(test::report_on(documents));
  return bytes;
}

}  // namespace

TEST_CASE("whatever was added, changed and removed, a store reports what one run over its articles does", "[compare][order][property][slow]") {
  static const std::vector<Article> all = articles();
  Random random(20150527);
  Archive archive;
  Summary found;
  for (int sequence = 0; sequence < 1000; ++sequence) {
    archive.clear();
    const auto some = some_of(all, random);
    for (auto steps = random.between(2, 6); steps > 0; --steps) {
      if (random.chance(30)) archive.remove(random.pick(some)->versions.front().id);
      else archive.add(some, random);
    }
    const Report report = archive.report();
    CAPTURE(sequence, archive.story());
    const std::string reported = bytes_of(report);
    if (reported != one_run(archive.held())) CHECK(reported == one_run(archive.held()));  // long texts: shown where they differ
    found.agree += report.summary.agree;
    found.conflict += report.summary.conflict;
    found.update += report.summary.update;
  }
  // Of stores in which nothing is found the property would say nothing.
  CHECK(found.agree > 500);
  CHECK(found.conflict > 100);
  CHECK(found.update > 100);
}
