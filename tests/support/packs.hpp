#pragma once
#include <string>
#include <vector>

#include "knowledge/world.hpp"
#include "kind/kinds.hpp"
#include "mizan/checker.hpp"
#include "reading/packs.hpp"
#include "reading/reader.hpp"

namespace mizan::test {

/// The packs of the source tree, opened once for all tests of a run: from the image that the build made, as the program does.
inline const Knowledge& packs() {
  static const OpenedPacks packs = *open_packs(MIZAN_SOURCE_FACTS, MIZAN_BUILT_IMAGE);
  return packs.knowledge;
}
inline const Reader& reader() {
  static const Reader reader = *Reader::make(packs());
  return reader;
}
inline const Checker& checker() {
  static const Checker checker = [] {
    CheckerOptions options;
    options.facts = MIZAN_SOURCE_FACTS;
    options.image = MIZAN_BUILT_IMAGE;
    return *Checker::open(options);
  }();
  return checker;
}

inline std::vector<Claim> claims_of(const std::string& text, const std::string& lang, const std::string& dateline = {}) {
  Document document;
  document.id = "test";
  document.lang = lang;
  document.published = dateline;
  document.text = text;
  return checker().extract(checker().prepare(document));
}

/// The values of one kind, shown and joined by " ; "; "-" where there is none.
inline std::string shown(const std::string& text, const std::string& lang, Kind kind, const std::string& dateline = {}) {
  std::string result;
  for (const auto& claim : claims_of(text, lang, dateline))
    if (claim.kind == kind) result += (result.empty() ? "" : " ; ") + show(claim.value);
  return result.empty() ? "-" : result;
}

}  // namespace mizan::test
