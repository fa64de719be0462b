#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "knowledge/pack_file.hpp"
#include "support/packs.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;

namespace {

std::vector<std::string> parts_of(const std::string& cell) {
  std::vector<std::string> parts;
  if (cell == "-") return parts;
  for (std::size_t at = 0;;) {
    const auto end = cell.find(" ; ", at);
    parts.push_back(cell.substr(at, end - at));
    if (end == std::string::npos) break;
    at = end + 3;
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

}  // namespace

/// Every row of every pack's examples: what must be read, and what must not.
TEST_CASE("the packs read their own examples", "[knowledge][examples]") {
  for (const auto* language : test::packs().languages)
    for (const auto& kind : claim_kinds()) {
      const auto name = language->tag + "/examples/" + std::string(kind.name) + ".tsv";
      const auto bytes = test::bytes_of((std::filesystem::path(MIZAN_SOURCE_FACTS) / name).string());
      const auto file = parse_pack_file(bytes, name, 2, RowOrder::sorted);
      if (!file) FAIL(file.error().where << ": " << file.error().what);
      std::size_t negative = 0;
      for (const auto& row : file->rows) {
        INFO(name << ":" << row.line << ": " << row.cells[0]);
        const auto found = test::shown(std::string(row.cells[0]), language->tag, kind.kind, row.cells.size() > 2 ? std::string(row.cells[2]) : "");
        CHECK(parts_of(found) == parts_of(std::string(row.cells[1])));
        negative += row.cells[1] == "-";
      }
      // A reader that finds too much is worse than one that misses: rows that yield nothing are part of every file.
      INFO(name);
      CHECK(negative * 6 >= file->rows.size());
    }
}
