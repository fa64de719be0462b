#include "knowledge/reference_pack.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "knowledge/pack_file.hpp"
#include "mizan/value.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOpen = "[[", kClose = "]]";

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

/// "nuclear-treaties, un": what --reference takes by name.
std::string names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator item(folder, failed), end; !failed && item != end; item.increment(failed))
    if (item->path().extension() == ".tsv") names.push_back(item->path().stem().string());
  std::sort(names.begin(), names.end());
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

std::string cell(std::string_view text) { return text == "-" ? std::string() : std::string(text); }

/// Takes the marks out of a sentence and keeps where they stood. False where there is no marked value, or more than one.
bool take_mark(ReferenceRow& row) {
  const auto open = row.text.find(kOpen), close = row.text.find(kClose);
  if (open == std::string::npos || close == std::string::npos || close <= open + kOpen.size()) return false;
  row.text.erase(close, kClose.size());
  row.text.erase(open, kOpen.size());
  row.mark_begin = open;
  row.mark_end = close - kOpen.size();
  return row.text.find(kOpen) == std::string::npos && row.text.find(kClose) == std::string::npos;
}

/// What is wrong with a row by itself; empty where nothing is.
std::string fault_of(ReferenceRow& row) {
  if (row.lang.empty() || row.text.empty()) return "a row needs a language and a text";
  if (row.fact.empty()) return row.as_of.empty() && row.source.empty() ? "" : "a name has neither time nor source";
  if (row.source.empty()) return "a fact needs its source";
  if (const auto time = parse_edtf(row.as_of); !row.as_of.empty() && (!time || !interval(*time)))
    return "'" + row.as_of + "' is no time: YYYY, YYYY-MM, YYYY-MM-DD, or two of them with / between";
  return take_mark(row) ? "" : "the sentence must mark one value: [[ … ]]";
}

/// What is wrong with the rows together.
Status check_together(const ReferencePack& pack) {
  using Key = std::pair<std::string_view, std::string_view>;
  std::set<Key> named;  // subject, language
  for (const auto& row : pack.rows)
    if (row.fact.empty()) named.emplace(row.subject, row.lang);
  std::map<Key, const ReferenceRow*> first;  // of each fact
  for (const auto& row : pack.rows) {
    if (row.fact.empty()) continue;
    if (!named.contains({row.subject, row.lang})) return pack.error(row.line, "the subject '" + row.subject + "' has no name in '" + row.lang + "'");
    const auto& told = *first.emplace(Key(row.subject, row.fact), &row).first->second;
    if (told.as_of != row.as_of || told.source != row.source)
      return pack.error(row.line, "row " + std::to_string(told.line) + " gives this fact another time or source");
  }
  return ok();
}

}  // namespace

Result<ReferencePack> read_reference_pack(const std::string& named, const fs::path& facts) {
  const fs::path folder = facts / "reference", built_in = folder / (named + ".tsv");
  const fs::path path = is_file(named) ? fs::path(named) : built_in;
  std::ifstream file(path, std::ios::binary);
  if (!is_file(path) || !file) return Error{named, "no such file of reference facts; those that came with Mizan are: " + names_in(folder), Error::Cause::usage};
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  ReferencePack pack{path == built_in ? "reference/" + named + ".tsv" : named, {}};
  constexpr std::size_t columns = 6;
  const auto rows = parse_pack_file(content, pack.name, columns, RowOrder::as_written);
  if (!rows) return rows.error();
  for (const auto& row : rows->rows) {
    const auto& cells = row.cells;
    ReferenceRow read{row.line, std::string(cells[0]), cell(cells[1]), cell(cells[2]), cell(cells[3]), cell(cells[4]), cell(cells[5])};
    if (auto fault = fault_of(read); !fault.empty()) return pack.error(row.line, std::move(fault));
    pack.rows.push_back(std::move(read));
  }
  if (pack.rows.empty()) return pack.error(1, "holds no fact");
  if (auto checked = check_together(pack); !checked) return checked.error();
  return pack;
}

}  // namespace mizan
