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

/// What the program says about some articles, put into a store in the order given.
inline Report report_on(const std::vector<Document>& documents) {
  auto store = open_store(":memory:", StoreMode::write, checker().packs());
  REQUIRE(store);
  REQUIRE(checker().add(**store, documents));
  auto report = checker().report(**store);
  REQUIRE(report);
  return std::move(*report);
}

}  // namespace mizan::test
