#include "compare/verdict.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "compare/alignment.hpp"
#include "support/packs.hpp"
#include "support/reports.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;
using test::article;

namespace {

DocumentView view(const Document& document) {
  return view_document(document.id, document.lang, test::checker().extract(document), test::packs());
}

std::vector<DocumentView> sample_views() {
  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(MIZAN_TESTS_DIR "/articles")) files.insert(file.path());
  std::vector<DocumentView> views;
  for (const auto& file : files) views.push_back(view(article(file.filename().string(), "", "", test::bytes_of(file.string()))));
  return views;
}

PairVerdict judge(const DocumentView& a, const std::string& claim_a, const DocumentView& b, const std::string& claim_b) {
  return judge_pair(a, claim_a, b, claim_b, test::packs(), test::packs().model);
}

const Claim& quoted(const DocumentView& document, const std::string& quote) {
  const auto found = std::find_if(document.claims.begin(), document.claims.end(), [&](const Claim& claim) { return claim.quote.find(quote) != std::string::npos; });
  if (found == document.claims.end()) FAIL("nothing is read in " + quote);
  return *found;
}

const char* const kReport =
    "Delegates of 190 states attended the third review conference of the Antarctic whaling treaty in Helsinki. "
    "122 states voted for the final declaration of the conference and nine states voted against it, the secretariat of the whaling treaty said.";

}  // namespace

TEST_CASE("the verdict on two claims is that of alignment", "[compare][verdict]") {
  const auto views = sample_views();
  std::size_t joined = 0, weighed_alone = 0;
  for (std::size_t i = 0; i < views.size(); ++i)
    for (std::size_t j = i + 1; j < views.size(); ++j) {
      std::map<std::pair<std::string, std::string>, Edge> edges;
      for (const auto& edge : align(views[i], views[j], test::packs(), test::packs().model)) edges.emplace(std::pair(edge.a, edge.b), edge);
      for (const auto& [ends, edge] : edges) {
        CAPTURE(edge.a, edge.b);
        const auto verdict = judge(views[i], edge.a, views[j], edge.b);
        CHECK(verdict.barrier.empty());
        CHECK(verdict.told_a.empty());
        CHECK(verdict.score == edge.score);
        CHECK(verdict.features == edge.features);
        ++joined;
      }
      for (const Claim& x : views[i].claims)
        for (const Claim& y : views[j].claims) {
          const auto verdict = judge(views[i], x.id, views[j], y.id);
          if (!verdict.barrier.empty() || !verdict.told_a.empty()) continue;
          CAPTURE(x.id, y.id);
          CHECK(edges.contains({std::min(x.id, y.id), std::max(x.id, y.id)}));
          ++weighed_alone;
        }
    }
  CHECK(joined > 20);
  CHECK(joined == weighed_alone);
}

TEST_CASE("a verdict says what keeps two claims apart", "[compare][verdict]") {
  struct Row { const char *text, *day, *quote_a, *quote_b, *barrier; };
  const auto row = GENERATE(values<Row>({
      {kReport, "2015-05-25", "190", "190", ""},
      {kReport, "2015-05-25", "122", "190", "role"},
      {kReport, "2015-05-25", "122", "Helsinki", "kind"},
      {"A cat of 190 kilos was seen in Ulan Bator by three dogs.", "2015-05-25", "190", "190", "story"},
      {"The third review conference of the Antarctic whaling treaty, attended by only 12 states, closed in Helsinki.", "2015-05-25", "190", "12", "far-apart"},
      {"Delegates of 189 states attended the second review conference of the Antarctic whaling treaty in Helsinki.", "2015-05-25", "190", "189", "ordinal"},
  }));
  CAPTURE(row.text, row.quote_a, row.quote_b);
  const auto a = view(article("a", "en", "2015-05-25", kReport)), b = view(article("b", "en", row.day, row.text));
  CHECK(judge(a, quoted(a, row.quote_a).id, b, quoted(b, row.quote_b).id).barrier == row.barrier);
  // It does not matter which of the two is named first.
  CHECK(judge(b, quoted(b, row.quote_b).id, a, quoted(a, row.quote_a).id).barrier == row.barrier);
}

TEST_CASE("claims of one article, and one that another partner was preferred to", "[compare][verdict]") {
  const auto a = view(article("a", "en", "2015-05-25", kReport));
  CHECK(judge(a, a.claims[0].id, a, a.claims[1].id).barrier == "one-article");
  const std::string other = " Delegates of 189 states attended the third review conference of the Antarctic whaling treaty in Helsinki, said Iceland.";
  const auto b = view(article("b", "en", "2015-05-25", kReport + other));
  const auto verdict = judge(a, quoted(a, "190").id, b, quoted(b, "189").id);
  CHECK(verdict.barrier == "rival");
  CHECK(verdict.is_weighed);
  CHECK(verdict.rival_b == quoted(b, "190").id);
}

TEST_CASE("what a relation tells of its score is exact", "[compare][verdict]") {
  std::vector<Document> documents;
  for (const auto& file : std::filesystem::directory_iterator(MIZAN_TESTS_DIR "/articles"))
    documents.push_back(article(file.path().filename().string(), "", "", test::bytes_of(file.path().string())));
  const auto report = test::report_on(documents);
  std::size_t relations = 0;
  for (const auto& fact : report.facts)
    for (const auto& relation : fact.relations) {
      CAPTURE(fact.label, relation.reason);
      std::int32_t sum = 0;
      for (const auto& feature : relation.features) sum += feature.share;
      CHECK(sum == relation.score);
      CHECK(relation.score >= relation.bar);
      CHECK(relation.confidence == Approx(std::round(relation.same * relation.read * 1000) / 1000));
      const auto holds = [&](std::size_t position, const std::string& claim) { return std::ranges::count(fact.positions[position].claims, claim) == 1; };
      if (relation.is_direct) CHECK((holds(relation.first, relation.claim_a) && holds(relation.second, relation.claim_b)));
      ++relations;
    }
  CHECK(relations >= 4);
}
