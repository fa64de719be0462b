#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/packs.hpp"

namespace mizan::test {

inline Document article(std::string id, std::string lang, std::string published, std::string text) {
  Document document;
  document.id = std::move(id);
  document.lang = std::move(lang);
  document.published = std::move(published);
  document.text = std::move(text);
  return checker().prepare(document);
}

/// What a checker says about some articles, put into a store in the order given.
inline Report report_on(const Checker& by, const std::vector<Document>& documents) {
  auto store = open_store(":memory:", StoreMode::write, by.packs());
  REQUIRE(store);
  REQUIRE(by.add(**store, documents));
  auto report = by.report(**store);
  REQUIRE(report);
  return std::move(*report);
}

/// The same by a checker of all packs.
inline Report report_on(const std::vector<Document>& documents) { return report_on(checker(), documents); }

/// The values that a report relates so, as "value / value;".
inline std::string related(const Report& report, Relation wanted) {
  std::string found;
  for (const auto& fact : report.facts)
    for (const auto& relation : fact.relations)
      if (relation.relation == wanted) found += show(fact.positions[relation.first].value) + " / " + show(fact.positions[relation.second].value) + ";";
  return found;
}

/// What its articles contradict each other in; nothing where they agree.
inline std::string conflicts_of(const Report& report) { return related(report, Relation::conflict); }

}  // namespace mizan::test
