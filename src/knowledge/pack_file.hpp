#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/pack_sources.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// The cells of one row, borrowed from the sources: a row allocates nothing.
using Cells = std::span<const std::string_view>;

/// One row of a TSV file of a pack.
struct PackRow {
  std::uint32_t line = 0;  ///< from 1
  Cells cells;
};

/// A TSV file of a pack: `# source: … · columns: a, b` first, comments, then one entry a row, cells divided by tabs.
struct PackFile {
  std::string name;  ///< as errors and provenance show it: ar/months.tsv
  std::vector<std::string> columns;
  std::vector<PackRow> rows;
  std::vector<std::string_view> cells;  ///< of all rows, one after another

  /// The first cells of all rows.
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> names;
    names.reserve(rows.size());
    for (const auto& row : rows) names.push_back(row.cells[0]);
    return names;
  }
  [[nodiscard]] Error error(const PackRow& row, std::string what) const { return error(row.line, std::move(what)); }
  [[nodiscard]] Error error(std::uint32_t line, std::string what) const { return {name + ":" + std::to_string(line), std::move(what), Error::Cause::usage}; }
};

enum class RowOrder { sorted, as_written };
/// Cuts the bytes of a file, which must outlive what is read. Refuses bad UTF-8, a missing column list, rows with another number of cells than `columns` (fewer than
/// `required`, or more than the file names), and rows out of byte order where `order` is sorted (then a row that stands twice is refused too).
[[nodiscard]] Result<PackFile> parse_pack_file(std::string_view content, const std::string& name, std::size_t required, RowOrder order);
/// The same for the file `name` of the sources. Refuses a missing one.
[[nodiscard]] Result<PackFile> read_pack_file(const PackSources& sources, const std::string& name, std::size_t required, RowOrder order);

}  // namespace mizan
