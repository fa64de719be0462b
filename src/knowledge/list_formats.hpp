#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/flat_writer.hpp"
#include "knowledge/language.hpp"
#include "knowledge/pack_file.hpp"

namespace mizan {

/// An Entry while it is read.
struct ListRow {
  List list{};
  std::uint8_t type = 0;
  Side side = Side::any;
  std::uint8_t flags = 0;
  std::int32_t amount = 0;
  Decimal value;
  std::string_view id;  ///< of the sources
  Pooled form;
  std::uint32_t line = 0;
};

/// How one list is written: its file, its columns' meanings, and which columns make a row unique beside the form.
struct ListFormat {
  List list;
  std::string_view file;
  bool required;
  std::size_t required_cells;
  /// Fills `entry` from the cells; returns what is wrong, or nothing.
  std::optional<std::string> (*parse)(const Cells& cells, ListRow& entry);
};

/// By List.
extern const std::array<ListFormat, 21> list_formats;

}  // namespace mizan
