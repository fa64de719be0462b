#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "judge/baseline.hpp"
#include "judge/findings.hpp"
#include "judge/ignores.hpp"
#include "support/got.hpp"
#include "support/packs.hpp"
#include "support/random.hpp"

// What was accepted, ignored or decided of two articles holds on when others tell what one of them does, whichever came first, and when these two are edited
// elsewhere. Articles are drawn; the one thing that they contradict each other in is how many states came.

using namespace mizan;
using test::Random;
using test::got;

namespace {

const char* const before[] = {"", "The hall was full and warm. ", "Rain fell on the harbour all morning. "};
const char* const behind[] = {"", " Nobody left early.", " The doors closed at nine."};

/// One article, which says 190 or 189. Around the sentence it may say anything.
struct Told {
  std::string id, published;
  bool is_less = false;

  [[nodiscard]] Document drawn(Random& random) const {
    const std::string count = is_less ? "189" : "190";
    const std::string text = std::string(before[random.below(3)]) + "Delegates of " + count +
                             " states attended the review conference of the Antarctic whaling treaty in Helsinki, the secretariat of the whaling treaty said." +
                             behind[random.below(3)];
    return test::checker().prepare({.id = id, .source = id + ".txt", .lang = "en", .title = "", .published = published, .text = text});
  }
};

/// A few of both sides, with ids and days in no order, so that a later one may stand before all earlier ones.
std::vector<Told> some_articles(Random& random, std::size_t count) {
  std::vector<Told> articles;
  std::set<std::string> taken;
  while (articles.size() < count) {
    const std::string id(1, static_cast<char>('a' + random.below(26)));
    if (!taken.insert(id).second) continue;
    articles.push_back({id, "2015-05-" + std::to_string(21 + random.below(4)), articles.size() == 1 || (articles.size() > 1 && random.chance(50))});
  }
  return articles;
}

std::unique_ptr<Store> new_store() { return got(open_store(":memory:", StoreMode::write, test::checker().packs())); }

Report report_of(Store& store, const std::vector<Told>& articles, Random& random) {
  std::vector<Document> documents;
  for (const Told& article : articles) documents.push_back(article.drawn(random));
  REQUIRE(test::checker().add(store, documents));
  return got(test::checker().report(store));
}

/// The conflict of the counts; there is one.
FindingToJudge conflict_in(Report& report) {
  std::vector<FindingToJudge> conflicts;
  for (auto& finding : findings_to_judge(report))
    if (finding.what == "conflict" && finding.kind == "count") conflicts.push_back(std::move(finding));
  REQUIRE(conflicts.size() == 1);
  return conflicts.front();
}

AcceptanceTerms acceptance() {
  return {"agreed", "2026-01-01", "", 0, [](const Value&) { return std::string(); }};
}

}  // namespace

TEST_CASE("what people settled of two articles holds on when others tell the same", "[judge]") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto articles = some_articles(random, 2 + random.below(5));
    const std::vector<Told> first(articles.begin(), articles.begin() + 2);
    const auto store = new_store();
    Report early = report_of(*store, first, random);
    const std::string id = conflict_in(early).id;
    Baseline baseline;
    CHECK(accept_fresh(baseline, early, acceptance()) > 0);

    for (std::size_t count = 3; count <= articles.size(); ++count) {
      CAPTURE(count);
      Report later = report_of(*store, {articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(count)}, random);
      CHECK(goes_by(conflict_in(later).names, id));
      CHECK(apply_baseline(baseline, "known.json", "2026-01-02", {}, later).empty());
      CHECK(conflict_in(later).judgement->standing == Standing::known);
      CHECK(stale_entries(baseline, later, {}).empty());
      Report again = got(test::checker().report(*store));
      CHECK(apply_ignores({{"mizan.toml:1", id, "", "", "", "seen", ""}}, "2026-01-02", again).empty());
      CHECK(conflict_in(again).judgement->standing == Standing::ignored);
    }
    REQUIRE(test::checker().decide(*store, {{.ruling = Ruling::dismiss, .finding = id, .by = "Salma", .on = "2015-06-01"}}));
    Report decided = got(test::checker().report(*store));
    CHECK(conflict_in(decided).judgement->standing == Standing::dismissed);
    CHECK(decided.summary.conflict == 0);
    Baseline more = baseline;
    CHECK(accept_fresh(more, decided, acceptance()) == 0);
  }
}

TEST_CASE("the id of a finding is that of its first articles, in whatever order all came", "[judge]") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    auto articles = some_articles(random, 3 + random.below(4));
    // Those that came later are of later days.
    for (std::size_t i = 2; i < articles.size(); ++i) articles[i].published = "2015-05-2" + std::to_string(5 + random.below(5));
    auto store = new_store();
    Report early = report_of(*store, {articles.begin(), articles.begin() + 2}, random);
    const std::string id = conflict_in(early).id;
    Report later = report_of(*store, articles, random);
    CHECK(conflict_in(later).id == id);
    for (std::size_t i = articles.size(); i > 1; --i) std::swap(articles[i - 1], articles[random.below(i)]);
    Report turned = report_of(*new_store(), articles, random);
    CHECK(conflict_in(turned).id == id);
  }
}

TEST_CASE("another value of one of the two articles is another finding", "[judge]") {
  Random random(1);
  std::vector<Told> articles{{"a", "2015-05-21", false}, {"b", "2015-05-22", true}};
  const auto store = new_store();
  Report before_change = report_of(*store, articles, random);
  const auto names = conflict_in(before_change).names;
  std::swap(articles[0].is_less, articles[1].is_less);
  Report after = report_of(*store, articles, random);
  CHECK_FALSE(goes_by(conflict_in(after).names, names.own));
  articles = {{"a", "2015-05-21", false}, {"c", "2015-05-22", true}};  // and so is that of another article
  Report of_another = report_of(*new_store(), articles, random);
  CHECK_FALSE(goes_by(conflict_in(of_another).names, names.own));
}
