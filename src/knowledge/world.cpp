#include "knowledge/world.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

#include "knowledge/flat_writer.hpp"
#include "knowledge/pack_file.hpp"

namespace mizan {
namespace {

constexpr const char* kWorld = "world";
constexpr const char* kModel = "model";
/// Before the tag, in a block's name.
constexpr const char* kLanguage = "language/";

std::set<std::string> comma_list(std::string_view cell) {
  std::set<std::string> names;
  if (cell == "-") return names;
  std::stringstream list{std::string(cell)};
  for (std::string name; std::getline(list, name, ',');)
    if (!name.empty()) names.insert(name);
  return names;
}

std::string quoted(std::string_view cell) { return "'" + std::string(cell) + "'"; }

}  // namespace

/// Turns the files of world/ into one block.
class WorldCompiler {
 public:
  explicit WorldCompiler(const PackSources& sources) : sources_(sources), world_(writer_.root<World>()) {}

  Result<std::string> run() {
    for (const auto load : {&WorldCompiler::load_roles, &WorldCompiler::load_events, &WorldCompiler::load_units, &WorldCompiler::load_counts_as,
                            &WorldCompiler::load_fuller_units, &WorldCompiler::load_letters, &WorldCompiler::load_unit_roles, &WorldCompiler::load_quoted_units,
                            &WorldCompiler::load_event_roles,
                            &WorldCompiler::load_role_events, &WorldCompiler::load_currencies, &WorldCompiler::load_countries, &WorldCompiler::load_places})
      if (auto status = (this->*load)(); !status) return status.error();
    if (auto status = Background::compile(sources_, writer_, world_.background); !status) return status.error();
    return writer_.finish();
  }

 private:
  /// Reads one world file and hands each row to `take`, which says what is wrong with it, or nothing.
  template <class Take>
  Status each_row(const std::string& name, std::size_t columns, Take take) {
    auto file = read_pack_file(sources_, "world/" + name, columns, RowOrder::sorted);
    if (!file) return file.error();
    for (const auto& row : file->rows)
      if (const std::string wrong = take(row.cells); !wrong.empty()) return file->error(row, wrong);
    return ok();
  }

  /// The same for a file whose first cell names a value of `map`. Sorted rows have sorted first cells: a tab stands before whatever a name may hold.
  template <class T, class Take>
  Status each_value(FlatMap<T>& map, const std::string& name, std::size_t columns, const std::string& what, Take take) {
    auto file = read_pack_file(sources_, "world/" + name, columns, RowOrder::sorted);
    if (!file) return file.error();
    auto item = writer_.add(map, file->names()).begin();
    std::string_view last;
    for (const auto& row : file->rows) {
      if (row.cells[0] == last) return file->error(row, what + " " + quoted(last) + " stands twice");
      last = row.cells[0];
      if (const std::string wrong = take(row.cells, item->second); !wrong.empty()) return file->error(row, wrong);
      ++item;
    }
    return ok();
  }

  void set_texts(FlatMap<Text>& map, const std::map<std::string_view, std::string_view>& texts) {
    auto item = writer_.add(map, std::views::keys(texts)).begin();
    for (const auto& [name, text] : texts) writer_.set((item++)->second, text);
  }

  void set_labels(Labels& labels, std::string_view en, std::string_view ar) {
    const auto items = writer_.add(labels, std::array<std::string_view, 2>{"ar", "en"});
    writer_.set(items[0].second, ar);
    writer_.set(items[1].second, en);
  }

  Status load_roles() {
    return each_value(world_.roles, "roles.tsv", 9, "role", [&](const Cells& cells, RoleInfo& role) -> std::string {
      static constexpr std::array<std::string_view, 4> motions{"level", "grows", "shrinks", "fixed"};
      const auto motion = std::find(motions.begin(), motions.end(), cells[4]);
      if (motion == motions.end()) return quoted(cells[4]) + " is no motion";
      static const std::set<std::string_view> owners{"-", "once", "once,owned", "owned", "rivals", "setting"};
      if (!owners.contains(cells[7])) return quoted(cells[7]) + " is no owner";
      roles_.insert(cells[0]);
      writer_.set(role.excludes, comma_list(cells[1]));
      writer_.set(role.contradicts, comma_list(cells[2]));
      writer_.set(role.part_of, cells[3] == "-" ? std::string_view() : cells[3]);
      role.motion = static_cast<Motion>(motion - motions.begin());
      role.is_of_rivals = cells[7] == "rivals";
      role.is_owned = role.is_of_rivals || cells[7].ends_with("owned");
      role.is_setting = cells[7] == "setting";
      role.is_once = cells[7].starts_with("once");
      writer_.set(role.counts, comma_list(cells[8]));
      set_labels(role.label, cells[5], cells[6]);
      return "";
    });
  }

  Status load_events() {
    return each_value(world_.events, "events.tsv", 6, "event", [&](const Cells& cells, EventInfo& event) -> std::string {
      const auto sort = cells[3];
      events_.insert(cells[0]);
      event.is_occasion = sort != "thing" && sort != "body";
      event.is_named_by_place = sort == "scene";
      event.is_named_by_city = sort == "gathering" || sort == "deed";
      event.is_body = sort == "body";
      event.is_of_many_places = cells[5] == "many";
      if (!event.is_of_many_places && cells[5] != "-") return quoted(cells[5]) + " says nothing of places";
      if (cells[4] != "-" && !roles_.contains(cells[4])) return quoted(cells[4]) + " is no role of world/roles.tsv";
      writer_.set(event.when, cells[4] == "-" ? std::string_view() : cells[4]);
      if (event.is_occasion && sort != "occasion" && !event.is_named_by_place && !event.is_named_by_city) return quoted(sort) + " is no sort of event";
      set_labels(event.label, cells[1], cells[2]);
      return "";
    });
  }

  Status load_units() {
    return each_value(world_.units, "units.tsv", 4, "unit", [&](const Cells& cells, UnitInfo& unit) -> std::string {
      const auto factor = parse_decimal(cells[2]);
      if (!factor || factor->mantissa <= 0) return quoted(cells[2]) + " is no factor";
      writer_.set(unit.dimension, cells[1]);
      unit.factor.mantissa = factor->mantissa;  // one by one: what lies between the members stays zero
      unit.factor.exponent = factor->exponent;
      writer_.set(unit.unit_class, cells[3]);
      return "";
    });
  }

  Status load_counts_as() {
    std::set<std::pair<std::string_view, std::string_view>> pairs;
    auto file = read_pack_file(sources_, "world/counts-as.tsv", 2, RowOrder::sorted);
    if (!file) return file.error();
    for (const auto& row : file->rows) {
      pairs.emplace(row.cells[0], row.cells[1]);
      pairs.emplace(row.cells[1], row.cells[0]);
    }
    auto out = writer_.add(world_.counts_as.pairs_, pairs.size()).begin();
    for (const auto& [a, b] : pairs) {
      writer_.set(out->a, a);
      writer_.set(out->b, b);
      ++out;
    }
    return ok();
  }

  Status load_fuller_units() {
    return each_value(world_.fuller_units, "bare-units.tsv", 2, "unit", [&](const Cells& cells, Text& fuller) -> std::string {
      writer_.set(fuller, cells[1]);
      return "";
    });
  }

  Status load_quoted_units() {
    std::set<std::string> quoted_units;
    auto status = each_row("quoted-units.tsv", 1, [&](const Cells& cells) -> std::string {
      quoted_units.emplace(cells[0]);
      return "";
    });
    if (status) writer_.set(world_.quoted_units, quoted_units);
    return status;
  }

  Status load_letters() {
    return each_value(world_.letters, "letters.tsv", 2, "letters", [&](const Cells& cells, Text& consonants) -> std::string {
      writer_.set(consonants, cells[1] == "-" ? std::string_view() : cells[1]);
      return "";
    });
  }

  Status load_unit_roles() {
    return each_value(world_.unit_roles, "unit-roles.tsv", 2, "unit", [&](const Cells& cells, Text& role) -> std::string {
      if (!roles_.contains(cells[1])) return quoted(cells[1]) + " is no role of world/roles.tsv";
      writer_.set(role, cells[1]);
      return "";
    });
  }

  Status load_event_roles() {
    std::map<std::string_view, std::map<std::string_view, std::string_view>> roles;
    auto file = read_pack_file(sources_, "world/event-roles.tsv", 3, RowOrder::sorted);
    if (!file) return file.error();
    for (const auto& row : file->rows) {
      if (!events_.contains(row.cells[0])) return file->error(row, quoted(row.cells[0]) + " is no event of world/events.tsv");
      if (!roles_.contains(row.cells[2])) return file->error(row, quoted(row.cells[2]) + " is no role of world/roles.tsv");
      if (!roles[row.cells[0]].emplace(row.cells[1], row.cells[2]).second)
        return file->error(row, quoted(row.cells[1]) + " has two roles in " + std::string(row.cells[0]));
    }
    auto out = writer_.add(world_.event_roles, std::views::keys(roles)).begin();
    for (const auto& [event, of] : roles) set_texts((out++)->second, of);
    return ok();
  }

  Status load_role_events() {
    return each_value(world_.role_events, "role-events.tsv", 2, "role", [&](const Cells& cells, TextSet& events) -> std::string {
      if (!roles_.contains(cells[0])) return quoted(cells[0]) + " is no role of world/roles.tsv";
      const auto list = comma_list(cells[1]);
      for (const auto& event : list)
        if (!events_.contains(event)) return quoted(std::string_view(event)) + " is no event of world/events.tsv";
      writer_.set(events, list);
      return "";
    });
  }

  Status load_currencies() {
    std::map<std::string_view, std::map<std::string_view, std::string_view>> codes;
    auto file = read_pack_file(sources_, "world/currencies.tsv", 3, RowOrder::sorted);
    if (!file) return file.error();
    for (const auto& row : file->rows)
      if (!codes[row.cells[0]].emplace(row.cells[1], row.cells[2]).second)
        return file->error(row, quoted(row.cells[0]) + " has two codes for " + std::string(row.cells[1]));
    auto out = writer_.add(world_.currencies, std::views::keys(codes)).begin();
    for (const auto& [name, by_country] : codes) set_texts((out++)->second, by_country);
    return ok();
  }

  Status load_countries() {
    return each_value(world_.countries, "countries.tsv", 3, "country", [&](const Cells& cells, Labels& names) -> std::string {
      set_labels(names, cells[1], cells[2]);
      countries_.insert(cells[0]);
      return "";
    });
  }

  Status load_places() {
    std::set<std::string_view> ids;  // of GeoNames: two places with one id are one place
    return each_value(world_.places, "places.tsv", 4, "place", [&](const Cells& cells, PlaceInfo& place) -> std::string {
      if (!countries_.contains(cells[1])) return quoted(cells[1]) + " is no country of world/countries.tsv";
      if (cells[3] != "-" && (cells[3].find_first_not_of("0123456789") != std::string_view::npos || !ids.insert(cells[3]).second))
        return quoted(cells[3]) + " is no id of GeoNames, or stands twice";
      writer_.set(place.country, cells[1]);
      writer_.set(place.sort, cells[2]);
      return "";
    });
  }

  const PackSources& sources_;
  FlatWriter writer_;
  World& world_;
  std::set<std::string_view> roles_, events_, countries_;
};

namespace {

/// The value that a block begins with, once all of it is known to lie inside; nullptr where it does not.
template <class T>
const T* checked_root(std::string_view block) {
  const Bounds bounds(block);
  const T* root = bounds.root<T>();
  return root && root->is_inside(bounds) ? root : nullptr;
}

std::string hex(std::uint64_t number) {
  std::ostringstream out;
  out << std::hex << number;
  return out.str();
}

}  // namespace

bool UnitPairs::contains(Asked pair) const {
  const auto key = [](const Pair& p) { return std::pair(p.a.view(), p.b.view()); };
  const std::pair asked(pair.a, pair.b);
  const auto found = std::lower_bound(pairs_.begin(), pairs_.end(), asked, [&](const Pair& p, const auto& a) { return key(p) < a; });
  return found != pairs_.end() && key(*found) == asked;
}

std::string_view World::dimension_of(std::string_view unit) const {
  const auto found = units.find(unit);
  return found == units.end() ? unit : found->second.dimension.view();
}

std::string_view World::class_of(std::string_view unit) const {
  if (unit.empty()) return "";
  const auto found = units.find(unit);
  return found == units.end() ? "thing" : found->second.unit_class.view();
}

bool World::is_inside(const Bounds& bounds) const {
  const auto inside = [&](const auto& value) { return bounds.holds(value); };
  return bounds.holds_all(roles, [&](const RoleInfo& role) {
           return inside(role.excludes) && inside(role.contradicts) && inside(role.part_of) && Bounds::is_flag(role.is_owned) && Bounds::is_flag(role.is_of_rivals) && Bounds::is_flag(role.is_once) && Bounds::is_flag(role.is_setting) && inside(role.counts) &&
                  inside(role.label);
         }) &&
         bounds.holds_all(events, [&](const EventInfo& event) {
           return inside(event.label) && Bounds::is_flag(event.is_occasion) && Bounds::is_flag(event.is_named_by_place) &&
                  Bounds::is_flag(event.is_named_by_city) && Bounds::is_flag(event.is_body) && Bounds::is_flag(event.is_of_many_places) && inside(event.when);
         }) &&
         bounds.holds_all(units, [&](const UnitInfo& unit) { return inside(unit.dimension) && inside(unit.unit_class); }) &&
         bounds.holds_all(places, [&](const PlaceInfo& place) { return inside(place.country) && inside(place.sort); }) &&
         bounds.holds_all(countries, inside) && bounds.holds_all(currencies, inside) &&
         bounds.holds_all(fuller_units, inside) && bounds.holds_all(letters, inside) && bounds.holds_all(unit_roles, inside) &&
         bounds.holds(quoted_units) && bounds.holds_all(event_roles, inside) && bounds.holds_all(role_events, inside) &&
         bounds.holds_all(counts_as.pairs_, [&](const UnitPairs::Pair& pair) { return inside(pair.a) && inside(pair.b); }) && background.is_inside(bounds);
}

const Language* Knowledge::language(std::string_view tag) const {
  const auto primary = tag.substr(0, tag.find('-'));
  for (const auto* language : languages)
    if (language->tag == primary) return language;
  return nullptr;
}

Result<Knowledge> Knowledge::open(Image image) {
  const auto broken = [](const std::string& block) { return Error{"image", "the block " + block + " is broken", Error::Cause::usage}; };
  const auto* world = checked_root<World>(image.block(kWorld));
  if (!world) return broken(kWorld);
  const auto* model = checked_root<Model>(image.block(kModel));
  if (!model) return broken(kModel);
  std::vector<const Language*> languages;
  for (const auto& name : image.names()) {
    if (!name.starts_with(kLanguage)) continue;
    const auto* language = checked_root<Language>(image.block(name));
    if (!language) return broken(std::string(name));
    languages.push_back(language);
  }
  auto hash = hex(image.sources());
  return Knowledge{std::move(image), *world, world->background, *model, std::move(languages), std::move(hash)};
}

Status Knowledge::check_references() const {
  for (const auto& unit : world.quoted_units)
    if (!world.units.contains(unit)) return Error{"world/quoted-units.tsv", quoted(unit.view()) + " is not in world/units.tsv", Error::Cause::usage};
  for (const auto* language : languages)
    for (const auto& entry : language->entries) {
      const bool known = entry.list == List::roles       ? entry.id == "-" || world.roles.contains(entry.id)
                         : entry.list == List::events    ? world.events.contains(entry.id)
                         : entry.list == List::places    ? world.places.contains(entry.id)
                         : entry.list == List::countries ? entry.id == "-" || world.countries.contains(entry.id)
                                                         : true;
      if (!known)
        return Error{language->tag + "/" + std::string(name_of(entry.list)) + ".tsv:" + std::to_string(entry.line),
                     quoted(entry.id) + " is not in world/" + std::string(name_of(entry.list)) + ".tsv", Error::Cause::usage};
    }
  return ok();
}

Result<std::vector<NamedBlock>> compile_knowledge(const PackSources& sources) {
  // Each language is read on its own, beside the world.
  std::vector<std::optional<Result<std::string>>> languages(sources.languages().size());
  std::optional<Result<std::string>> world;
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < languages.size(); ++i)
      threads.emplace_back([&, i] { languages[i].emplace(compile_language(sources, sources.languages()[i])); });
    world.emplace(WorldCompiler(sources).run());
  }
  if (!*world) return world->error();
  auto model = compile_model(sources);
  if (!model) return model.error();
  std::vector<NamedBlock> blocks;
  blocks.emplace_back(kWorld, *std::move(*world));
  blocks.emplace_back(kModel, *std::move(model));
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (!*languages[i]) return languages[i]->error();
    blocks.emplace_back(kLanguage + sources.languages()[i], *std::move(*languages[i]));
  }
  return blocks;
}

}  // namespace mizan
