#include "checks.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace mizan::eval {
namespace {

using Json = nlohmann::json;

GoldCheck check_of(const Json& row, const Case& gold) {
  GoldCheck check{row.at("check"), row.at("doc"), row.at("claims")};
  const auto document = std::find_if(gold.documents.begin(), gold.documents.end(), [&](const Json& d) { return d.at("id") == check.document; });
  if (document == gold.documents.end()) throw std::runtime_error("check of a document that is not there: " + check.document);
  if (check.quotes.empty()) throw std::runtime_error("check without a quote: " + check.check);
  for (const auto& quote : check.quotes)
    if ((document->at("text").get<std::string>() + '\n' + document->value("title", std::string())).find(quote) == std::string::npos)
      throw std::runtime_error("quote that is not there: " + quote);
  return check;
}

bool is_same(const GoldCheck& gold, const ReportedCheck& ours) {
  if (gold.check != ours.check || gold.document != ours.document) return false;
  const auto holds = [](const std::string& whole, const std::string& part) { return whole.find(part) != std::string::npos; };
  return std::any_of(gold.quotes.begin(), gold.quotes.end(), [&](const std::string& a) {
    return std::any_of(ours.quotes.begin(), ours.quotes.end(), [&](const std::string& b) { return holds(a, b) || holds(b, a); });
  });
}

void show(const char* what, const std::string& where, const GoldCheck& check, std::ostream& out) {
  out << what << " " << where << " " << check.check << ":";
  for (const auto& quote : check.quotes) out << " “" << quote << "”";
  out << "\n";
}

}  // namespace

Result<CheckCase> parse_check_case(const std::string& line, const std::string& where) {
  auto gold = parse_case(line, where);
  if (!gold) return gold.error();
  CheckCase checked{std::move(*gold), {}};
  try {
    const Json from = Json::parse(line);
    for (const Json& row : from.at("checks")) checked.checks.push_back(check_of(row, checked.gold));
  } catch (const std::exception& error) {  // nlohmann's own, and those thrown above
    return Error{where, error.what()};
  }
  return checked;
}

Result<std::vector<CheckCase>> read_check_cases(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path, "cannot be opened"};
  std::vector<CheckCase> cases;
  std::string line;
  for (std::size_t row = 1; std::getline(in, line); ++row) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto gold = parse_check_case(line, path + ":" + std::to_string(row));
    if (!gold) return gold.error();
    cases.push_back(std::move(*gold));
  }
  return cases;
}

Result<std::vector<ReportedCheck>> parse_reported_checks(const std::string& report, const std::string& where) {
  try {
    const Json from = Json::parse(report);
    std::map<std::string, std::string> quotes;
    for (const Json& claim : from.at("claims")) quotes[claim.at("id")] = claim.at("quote");
    std::vector<ReportedCheck> checks;
    for (const Json& row : from.at("checks")) {
      ReportedCheck& check = checks.emplace_back(ReportedCheck{row.at("check"), row.at("document"), {}});
      for (const Json& id : row.at("claims")) check.quotes.push_back(quotes.at(id));
    }
    return checks;
  } catch (const std::exception& error) {
    return Error{where, error.what()};
  }
}

void score_checks(const CheckCase& gold, const std::vector<ReportedCheck>& ours, bool shows, CheckFigures& figures, std::ostream& out) {
  std::vector<bool> taken(ours.size());
  for (const auto& check : gold.checks) {
    Tally& tally = figures[check.check];
    ++tally.gold;
    std::size_t hit = 0;
    while (hit < ours.size() && (taken[hit] || !is_same(check, ours[hit]))) ++hit;
    if (hit < ours.size()) {
      taken[hit] = true;
      ++tally.hits;
    } else if (shows) {
      show("missed", gold.gold.id, check, out);
    }
  }
  for (std::size_t i = 0; i < ours.size(); ++i) {
    ++figures[ours[i].check].reported;
    if (!taken[i] && shows) show("false", gold.gold.id, ours[i], out);
  }
}

void print_checks(const CheckFigures& figures, std::ostream& out) {
  Tally all;
  const auto print = [&](const std::string& name, const Tally& tally) {
    char line[128];
    std::snprintf(line, sizeof line, "%-10s P %.3f  R %.3f  (%zu of %zu gold, %zu reported)\n", name.c_str(), tally.precision(), tally.recall(), tally.hits,
                  tally.gold,
                  tally.reported);
    out << line;
  };
  for (const auto& [name, tally] : figures) {
    print(name, tally);
    all.hits += tally.hits;
    all.gold += tally.gold;
    all.reported += tally.reported;
  }
  print("all", all);
}

}  // namespace mizan::eval
