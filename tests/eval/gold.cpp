#include "gold.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace mizan::eval {
namespace {

using nlohmann::json;

constexpr std::array kinds{"date", "count", "countries", "place"};
constexpr std::array relations{"agree", "compatible", "conflict", "update"};

template <class List>
void require_one_of(const List& list, const std::string& word, const char* what) {
  if (std::find(list.begin(), list.end(), word) == list.end()) throw std::runtime_error(std::string(what) + " '" + word + "' is unknown");
}

/// A member that may be missing or null, as text.
std::string text_or_empty(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

/// Byte offset of the `nth` occurrence (from 1); occurrences may overlap.
std::int64_t find_nth(const std::string& text, const std::string& quote, int nth) {
  std::size_t at = std::string::npos;
  for (int i = 0; i < nth; ++i) {
    at = text.find(quote, at == std::string::npos ? 0 : at + 1);
    if (at == std::string::npos) break;
  }
  if (at == std::string::npos || quote.empty()) throw std::runtime_error("the text lacks this quote, or lacks it that often");
  return static_cast<std::int64_t>(at);
}

GoldClaim claim_of(const json& from, const std::map<std::string, std::string>& texts) {
  GoldClaim claim{.id = from.at("id"), .document = from.at("doc"), .kind = from.at("kind"), .quote = from.at("quote"),
                  .unit = text_or_empty(from, "unit"), .value = from.at("value")};
  require_one_of(kinds, claim.kind, "kind");
  const auto text = texts.find(claim.document);
  if (text == texts.end()) throw std::runtime_error("claim " + claim.id + " is of no document of the case");
  try {
    claim.begin = find_nth(text->second, claim.quote, from.value("nth", 1));
  } catch (const std::runtime_error& error) {
    throw std::runtime_error("claim " + claim.id + ": " + error.what());
  }
  claim.end = claim.begin + static_cast<std::int64_t>(claim.quote.size());
  return claim;
}

Case case_of(const json& from) {
  Case gold;
  gold.id = from.at("id");
  std::map<std::string, std::string> texts;
  for (const json& document : from.at("documents")) {
    texts.emplace(document.at("id"), document.at("text"));
    gold.documents.push_back(document);
  }
  std::set<std::string> ids;
  for (const json& claim : from.at("claims")) {
    gold.claims.push_back(claim_of(claim, texts));
    ids.insert(gold.claims.back().id);
  }
  for (const json& row : from.at("relations")) {
    const json& pair = row.at("pair");
    gold.relations.push_back({pair.at(0), pair.at(1), row.at("relation")});
    const GoldRelation& relation = gold.relations.back();
    require_one_of(relations, relation.relation, "relation");
    for (const std::string& id : {relation.a, relation.b})
      if (!ids.contains(id)) throw std::runtime_error("relation of a claim that is not there: " + id);
  }
  return gold;
}

ReportedClaim reported_claim(const json& claim, const std::string& document) {
  return {.id = claim.at("id"), .document = document, .kind = claim.at("kind"), .quote = text_or_empty(claim, "quote"), .unit = text_or_empty(claim, "unit"),
          .value = claim.at("value"), .slots = claim.value("slots", json::object()), .begin = claim.at("begin"), .end = claim.at("end")};
}

std::vector<ReportedClaim> stream_line_of(const json& from) {
  std::vector<ReportedClaim> claims;
  for (const json& claim : from.at("claims"))
    if (text_or_empty(claim, "in") != "title") claims.push_back(reported_claim(claim, from.at("document")));
  return claims;
}

Answer answer_of(const json& from) {
  Answer answer;
  for (const json& claim : from.at("claims"))
    if (text_or_empty(claim, "in") != "title") answer.claims.push_back(reported_claim(claim, claim.at("document")));
  for (const json& fact : from.at("facts")) {
    ReportedFact& reported = answer.facts.emplace_back();
    for (const json& position : fact.at("positions")) reported.positions.push_back(position.at("claims"));
    if (!fact.contains("relations")) continue;
    for (const json& row : fact.at("relations")) {
      const ReportedRelation relation{row.at("positions").at(0), row.at("positions").at(1), row.at("relation")};
      if (std::max(relation.first, relation.second) >= reported.positions.size()) throw std::runtime_error("relation of no position");
      reported.relations.push_back(relation);
    }
  }
  return answer;
}

/// What `read` makes of the JSON in `text`; every way in which it is not as FORMAT.md or REPORT.md says is an error at `where`.
template <class T>
Result<T> parsed(const std::string& text, const std::string& where, T (*read)(const json&)) {
  try {
    return read(json::parse(text));
  } catch (const std::exception& error) {  // nlohmann's own, and those thrown above
    return Error{where, error.what()};
  }
}

std::string in_case(const Case& gold, const std::string& id) { return gold.id + ":" + id; }

}  // namespace

Result<Case> parse_case(const std::string& line, const std::string& where) { return parsed(line, where, case_of); }

Result<Answer> parse_answer(const std::string& report, const std::string& where) { return parsed(report, where, answer_of); }

Result<std::vector<ReportedClaim>> parse_stream_line(const std::string& line, const std::string& where) { return parsed(line, where, stream_line_of); }

Result<std::vector<Case>> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path, "cannot be opened"};
  std::vector<Case> cases;
  std::string line;
  for (std::size_t row = 1; std::getline(in, line); ++row) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto gold = parse_case(line, path + ":" + std::to_string(row));
    if (!gold) return gold.error();
    gold->id = std::filesystem::path(path).stem().string() + "/" + gold->id;
    cases.push_back(std::move(*gold));
  }
  return cases;
}

Case pool(const std::vector<Case>& cases) {
  Case whole;
  whole.id = "pool";
  for (const Case& gold : cases) {
    for (json document : gold.documents) {
      document["id"] = in_case(gold, document["id"]);
      whole.documents.push_back(std::move(document));
    }
    for (GoldClaim claim : gold.claims) {
      claim.id = in_case(gold, claim.id);
      claim.document = in_case(gold, claim.document);
      whole.claims.push_back(std::move(claim));
    }
    for (const GoldRelation& row : gold.relations)
      whole.relations.push_back({in_case(gold, row.a), in_case(gold, row.b), row.relation});
  }
  return whole;
}

Case keep_languages(const Case& whole, const std::vector<std::string>& languages) {
  Case kept;
  kept.id = whole.id;
  std::set<std::string> documents, claims;
  for (const json& document : whole.documents) {
    if (std::find(languages.begin(), languages.end(), text_or_empty(document, "lang")) == languages.end()) continue;
    documents.insert(document.at("id"));
    kept.documents.push_back(document);
  }
  for (const GoldClaim& claim : whole.claims) {
    if (!documents.contains(claim.document)) continue;
    claims.insert(claim.id);
    kept.claims.push_back(claim);
  }
  for (const GoldRelation& row : whole.relations)
    if (claims.contains(row.a) && claims.contains(row.b)) kept.relations.push_back(row);
  return kept;
}

std::string corpus_of(const Case& gold) {
  std::string lines;
  for (const json& document : gold.documents) lines += document.dump() + "\n";
  return lines;
}

std::string claim_stream_of(const Case& gold) {
  std::string lines;
  for (const json& document : gold.documents) {
    std::vector<GoldClaim> claims;
    std::copy_if(gold.claims.begin(), gold.claims.end(), std::back_inserter(claims),
                 [&](const GoldClaim& claim) { return claim.document == document.at("id"); });
    std::stable_sort(claims.begin(), claims.end(),
                     [](const GoldClaim& a, const GoldClaim& b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
    json line{{"document", document.at("id")}, {"claims", json::array()}};
    for (const GoldClaim& claim : claims) {
      json row{{"id", claim.id}, {"kind", claim.kind}, {"begin", claim.begin}, {"end", claim.end},
               {"quote", claim.quote}, {"value", claim.value}};
      if (!claim.unit.empty()) row["unit"] = claim.unit;
      line["claims"].push_back(std::move(row));
    }
    lines += line.dump() + "\n";
  }
  return lines;
}

}  // namespace mizan::eval
