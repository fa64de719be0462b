#include "knowledge/pack_file.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace mizan {
namespace {

void split(std::string_view line, char separator, std::vector<std::string_view>& parts) {
  for (;;) {
    const auto at = line.find(separator);
    parts.emplace_back(line.substr(0, at));
    if (at == std::string_view::npos) return;
    line.remove_prefix(at + 1);
  }
}

/// The names after "columns:" in the first line, up to the next "·" or "(".
std::vector<std::string> column_names(std::string_view header) {
  const auto at = header.find("columns:");
  if (at == std::string_view::npos) return {};
  auto list = header.substr(at + 8);
  list = list.substr(0, std::min(list.find(" ·"), list.find(" (")));
  std::vector<std::string> names;
  std::vector<std::string_view> parts;
  split(list, ',', parts);
  for (const auto name : parts) {
    const auto first = name.find_first_not_of(' ');
    names.emplace_back(first == std::string_view::npos ? "" : name.substr(first, name.find_last_not_of(' ') - first + 1));
  }
  return names;
}

}  // namespace

Result<PackFile> read_pack_file(const PackSources& sources, const std::string& name, std::size_t required, RowOrder order) {
  const std::string* content = sources.find(name);
  if (!content) return Error{name, "cannot be read", Error::Cause::usage};
  return parse_pack_file(*content, name, required, order);
}

Result<PackFile> parse_pack_file(std::string_view content, const std::string& name, std::size_t required, RowOrder order) {
  PackFile file;
  file.name = name;
  const auto lines = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n')) + 1;
  file.rows.reserve(lines);
  // Rows borrow from this: it must never grow past what it has room for.
  file.cells.reserve(lines + static_cast<std::size_t>(std::count(content.begin(), content.end(), '\t')));
  std::uint32_t line_number = 0;
  std::string_view rest = content, previous;
  while (!rest.empty()) {
    ++line_number;
    const auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (find_invalid_utf8(line)) return file.error(line_number, "bytes that are no UTF-8");
    if (line_number == 1) {
      file.columns = column_names(line);
      if (!line.starts_with("# source:") || file.columns.empty())
        return file.error(1, "the first line must be '# source: … · licence: … · columns: …'");
      continue;
    }
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    const auto first_cell = file.cells.size();
    split(line, '\t', file.cells);
    PackRow row{line_number, Cells(file.cells).subspan(first_cell)};
    if (row.cells.size() < required || row.cells.size() > file.columns.size())
      return file.error(row, std::to_string(row.cells.size()) + " cells, the columns are " + std::to_string(file.columns.size()));
    if (row.cells.front().empty()) return file.error(row, "the first cell is empty");
    if (order == RowOrder::sorted && !previous.empty()) {
      if (line == previous) return file.error(row, "this row stands twice");
      if (line < previous) return file.error(row, "rows are not in byte order: '" + std::string(row.cells.front()) + "' stands too late");
    }
    previous = line;
    file.rows.push_back(std::move(row));
  }
  return file;
}

}  // namespace mizan
