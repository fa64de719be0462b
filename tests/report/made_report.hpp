#pragma once
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "report/formats.hpp"

/// Reports made by hand, and the words of a pack to show them with.
namespace mizan::test {

/// The messages of facts/<tag>/messages.tsv, as the checker would give them.
inline std::map<std::string, std::string> messages_of(const std::string& tag) {
  std::map<std::string, std::string> words;
  std::ifstream in(std::string(MIZAN_SOURCE_FACTS) + "/" + tag + "/messages.tsv");
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (!line.starts_with("# ") && tab != line.npos) words.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return words;
}

inline ReportOptions options_for(const std::string& tag) {
  ReportOptions options;
  options.ui_lang = tag;
  options.version = "1.2.3";
  options.message = [words = messages_of(tag)](const std::string& key) {
    const auto word = words.find(key);
    return word == words.end() ? key : word->second;
  };
  return options;
}

inline std::string written(std::string_view format, const Report& report, const ReportOptions& options) {
  std::ostringstream out;
  for (const ReportFormat& row : report_formats()) {
    if (row.name == format) row.write(report, options, out);
  }
  return out.str();
}

inline Document article(const std::string& id, const std::string& text, const std::string& title = {}) {
  Document made;
  made.id = id;
  made.text = text;
  made.title = title;
  return made;
}

/// Adds a claim on the first `quote` in the document's text (or title); its sentence is all of it.
inline const Claim& add_claim(Report& report, std::size_t document, const std::string& quote, const Value& value, bool in_title = false) {
  const Document& from = report.documents.at(document);
  const std::string& text = in_title ? from.title : from.text;
  const auto begin = static_cast<std::uint32_t>(text.find(quote));
  Claim claim;
  claim.document = from.id;
  claim.kind = kind_of(value);
  claim.span = {ByteOffset{begin}, ByteOffset{begin + static_cast<std::uint32_t>(quote.size())}};
  claim.in_title = in_title;
  claim.quote = quote;
  claim.value = value;
  claim.id = from.id + (in_title ? ":title-" : ":") + std::string(name_of(claim.kind)) + ":" + std::to_string(begin);
  claim.sentence = {ByteOffset{0}, ByteOffset{static_cast<std::uint32_t>(text.size())}};
  report.claims.push_back(claim);
  return report.claims.back();
}

inline Value count(std::int64_t number, const std::string& unit) {
  Quantity quantity;
  quantity.min = quantity.max = make_decimal(number);
  quantity.unit = unit;
  return quantity;
}

/// A fact with a position for each group of claims, related one after another.
inline Fact fact(const std::string& id, const std::string& label, Relation status, const std::vector<std::vector<const Claim*>>& groups) {
  Fact made;
  made.id = id;
  made.key = "key-" + id;
  made.label = label;
  made.status = status;
  for (const auto& group : groups) {
    Position position;
    made.kind = group.front()->kind;
    position.value = group.front()->value;
    for (const Claim* claim : group) position.claims.push_back(claim->id);
    position.witnesses = group.size();
    made.positions.push_back(position);
    if (made.positions.size() < 2) continue;
    FactRelation relation;
    relation.id = "relation-" + id;
    relation.first = made.positions.size() - 2;
    relation.second = made.positions.size() - 1;
    relation.relation = status;
    relation.confidence = 0.94;
    relation.severity = 0.9;
    relation.why = "same conference, same role";
    relation.features = {{"role-same", 1234}, {"value-apart", -20}};
    made.relations.push_back(relation);
  }
  return made;
}

/// Two articles, a conflict (190 against 189 states), an update and an agreement.
inline Report sample_report() {
  Report report;
  report.documents = {{.id = "a.txt", .source = "d/a.txt", .lang = "ar", .title = "المؤتمر", .published = "2015-05-24",
                       .text = "شاركت ١٩٠ دولة في المؤتمر عام 2012. صوت 122 دولة."},
                      {.id = "b.txt", .source = "d/b.txt", .lang = "en", .title = "", .published = "",
                       .text = "Delegates of 189 states met. It moves to 2016. 122 states voted."}};
  report.claims.reserve(16);  // what add_claim returns stays where it is
  const Claim& a1 = add_claim(report, 0, "١٩٠ دولة", count(190, "state"));
  const Claim& a2 = add_claim(report, 0, "2012", *parse_edtf("2012"));
  const Claim& a3 = add_claim(report, 0, "122 دولة", count(122, "state"));
  const Claim& b1 = add_claim(report, 1, "189 states", count(189, "state"));
  const Claim& b2 = add_claim(report, 1, "2016", *parse_edtf("2016"));
  const Claim& b3 = add_claim(report, 1, "122 states", count(122, "state"));
  report.facts = {fact("f1", "when the conference is", Relation::update, {{&a2}, {&b2}}),
                  fact("f2", "states represented at the conference", Relation::conflict, {{&a1}, {&b1}}),
                  fact("f3", "states that voted for", Relation::agree, {{&a3, &b3}})};
  report.facts[1].relations[0].slip = "one-digit";
  report.summary = {.documents = 2, .claims = 6, .facts = 3, .agree = 1, .conflict = 1, .update = 1, .checks = 0};
  return report;
}

}  // namespace mizan::test
