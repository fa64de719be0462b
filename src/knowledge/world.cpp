#include "knowledge/world.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <thread>

#include "knowledge/pack_file.hpp"

namespace mizan {
namespace {

std::set<std::string> comma_list(const std::string& cell) {
  std::set<std::string> names;
  if (cell == "-") return names;
  std::stringstream list(cell);
  for (std::string name; std::getline(list, name, ',');)
    if (!name.empty()) names.insert(name);
  return names;
}

/// Reads one world file and hands each row to `take`, which says what is wrong with it, or nothing.
template <class Take>
Status each_row(const std::filesystem::path& folder, const std::string& name, std::size_t columns, std::string& bytes, Take take) {
  auto file = read_pack_file(folder / name, "world/" + name, columns, RowOrder::sorted, bytes);
  if (!file) return file.error();
  for (const auto& row : file->rows)
    if (const std::string wrong = take(std::vector<std::string>(row.cells.begin(), row.cells.end())); !wrong.empty()) return file->error(row, wrong);
  return ok();
}

Status load_roles(const std::filesystem::path& folder, World& world, std::string& bytes) {
  return each_row(folder, "roles.tsv", 9, bytes, [&](const auto& cells) -> std::string {
    static const std::array<std::string_view, 4> motions{"level", "grows", "shrinks", "fixed"};
    const auto motion = std::find(motions.begin(), motions.end(), cells[4]);
    if (motion == motions.end()) return "'" + cells[4] + "' is no motion";
    RoleInfo role{comma_list(cells[1]), comma_list(cells[2]), cells[3] == "-" ? "" : cells[3], static_cast<Motion>(motion - motions.begin()), cells[7] == "owned", comma_list(cells[8]), {}};
    if (cells[7] != "owned" && cells[7] != "-") return "'" + cells[7] + "' is no owner";
    role.label = {{"en", cells[5]}, {"ar", cells[6]}};
    return world.roles.emplace(cells[0], std::move(role)).second ? "" : "role '" + cells[0] + "' stands twice";
  });
}

Status load_events(const std::filesystem::path& folder, World& world, std::string& bytes) {
  return each_row(folder, "events.tsv", 4, bytes, [&](const auto& cells) -> std::string {
    const auto sort = std::string_view(cells[3]);
    EventInfo info{{{"en", cells[1]}, {"ar", cells[2]}}, sort != "thing" && sort != "body", sort == "scene", sort == "gathering", sort == "body"};
    if (info.is_occasion && sort != "occasion" && !info.is_named_by_place && !info.is_named_by_city) return "'" + cells[3] + "' is no sort of event";
    return world.events.emplace(cells[0], std::move(info)).second ? "" : "event stands twice";
  });
}

Status load_units(const std::filesystem::path& folder, World& world, std::string& bytes) {
  auto status = each_row(folder, "units.tsv", 4, bytes, [&](const auto& cells) -> std::string {
    const auto factor = parse_decimal(cells[2]);
    if (!factor || factor->mantissa <= 0) return "'" + cells[2] + "' is no factor";
    return world.units.emplace(cells[0], UnitInfo{cells[1], *factor, cells[3]}).second ? "" : "unit '" + cells[0] + "' stands twice";
  });
  if (!status) return status;
  status = each_row(folder, "counts-as.tsv", 2, bytes, [&](const auto& cells) -> std::string {
    world.counts_as.emplace(cells[0], cells[1]);
    world.counts_as.emplace(cells[1], cells[0]);
    return "";
  });
  if (!status) return status;
  return each_row(folder, "currencies.tsv", 3, bytes, [&](const auto& cells) -> std::string {
    return world.currencies[cells[0]].emplace(cells[1], cells[2]).second ? "" : "'" + cells[0] + "' has two codes for " + cells[1];
  });
}

Status load_geography(const std::filesystem::path& folder, World& world, std::string& bytes) {
  auto status = each_row(folder, "countries.tsv", 3, bytes, [&](const auto& cells) -> std::string {
    world.countries[cells[0]] = {{"en", cells[1]}, {"ar", cells[2]}};
    return "";
  });
  if (!status) return status;
  return each_row(folder, "places.tsv", 3, bytes, [&](const auto& cells) -> std::string {
    if (!world.countries.contains(cells[1])) return "'" + cells[1] + "' is no country of world/countries.tsv";
    return world.places.emplace(cells[0], PlaceInfo{cells[1], cells[2]}).second ? "" : "place '" + cells[0] + "' stands twice";
  });
}

/// What a language's lists name must exist in the world.
Status check_references(const Language& language, const World& world) {
  for (const auto& entry : language.entries) {
    const bool known = entry.list == List::roles       ? world.roles.contains(entry.id)
                       : entry.list == List::events    ? world.events.contains(entry.id)
                       : entry.list == List::places    ? world.places.contains(entry.id)
                       : entry.list == List::countries ? entry.id == "-" || world.countries.contains(entry.id)
                                                       : true;
    if (!known)
      return Error{language.tag + "/" + std::string(name_of(entry.list)) + ".tsv:" + std::to_string(entry.line),
                   "'" + entry.id + "' is not in world/" + std::string(name_of(entry.list)) + ".tsv", Error::Cause::usage};
  }
  return ok();
}

}  // namespace

std::string World::dimension_of(const std::string& unit) const {
  const auto found = units.find(unit);
  return found == units.end() ? unit : found->second.dimension;
}

std::string World::class_of(const std::string& unit) const {
  const auto found = units.find(unit);
  return found == units.end() ? (unit.empty() ? "" : "thing") : found->second.unit_class;
}

const Language* Knowledge::language(const std::string& tag) const {
  const auto primary = tag.substr(0, tag.find('-'));
  for (const auto& language : languages)
    if (language.tag == primary) return &language;
  return nullptr;
}

Result<Knowledge> load_knowledge(const std::filesystem::path& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder / "world", failed))
    return Error{folder.string(), "is no folder of packs: it has no world/", Error::Cause::usage};
  Knowledge knowledge;
  std::string bytes;
  std::vector<std::filesystem::path> folders;
  for (const auto& item : std::filesystem::directory_iterator(folder, failed))
    if (std::filesystem::exists(item.path() / "pack.json")) folders.push_back(item.path());
  if (failed) return Error{folder.string(), failed.message(), Error::Cause::usage};
  std::sort(folders.begin(), folders.end());
  // Each language is read on its own, beside the world; the hash takes them in the order of their tags.
  struct Loaded {
    std::optional<Result<Language>> language;
    std::optional<Result<Background>> background;
    std::string bytes, background_bytes;
  };
  std::vector<Loaded> loaded(folders.size());
  Status world = ok();
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < folders.size(); ++i) {
      threads.emplace_back([&, i] { loaded[i].language.emplace(load_language(folders[i], loaded[i].bytes)); });
      threads.emplace_back([&, i] { loaded[i].background.emplace(Background::read(folders[i], folders[i].filename().string(), loaded[i].background_bytes)); });
    }
    for (const auto load : {load_roles, load_events, load_units, load_geography})
      if (world) world = load(folder / "world", knowledge.world, bytes);
  }
  if (!world) return world.error();
  for (auto& one : loaded) {
    if (!*one.language) return one.language->error();
    if (!*one.background) return one.background->error();
    bytes += one.bytes + one.background_bytes;
    if (auto status = check_references(**one.language, knowledge.world); !status) return status.error();
    knowledge.background.add(**one.background);
    knowledge.languages.push_back(std::move(**one.language));
  }
  if (knowledge.languages.empty()) return Error{folder.string(), "holds no language: no folder with a pack.json", Error::Cause::usage};
  const auto hash = XXH3_64bits(bytes.data(), bytes.size());
  std::ostringstream hex;
  hex << std::hex << hash;
  knowledge.hash = hex.str();
  return knowledge;
}

}  // namespace mizan
