#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/background.hpp"
#include "knowledge/language.hpp"
#include "mizan/result.hpp"
#include "mizan/value.hpp"

namespace mizan {

/// How the figure of a role may move in time.
enum class Motion : std::uint8_t { level, grows, shrinks, fixed };

struct RoleInfo {
  std::set<std::string> excludes, contradicts;
  std::string part_of;
  Motion motion = Motion::level;
  bool is_owned = false;  ///< every state, team or thing has its own: figures that differ are one fact only where whose they are is known and the same
  std::set<std::string> counts;  ///< classes of units that it may count; empty: any
  std::map<std::string, std::string> label;  ///< by language tag
};
struct EventInfo {
  std::map<std::string, std::string> label;
  bool is_occasion = true;         ///< happens at a time; else a thing: a treaty, a building
  bool is_named_by_place = false;  ///< an occasion that the name of its place follows: the quake of Guelma (but "Washington's visit")
  bool is_named_by_city = false;   ///< the same, but a state behind it is who takes part: talks of Vienna, talks of Iran
  bool is_body = false;            ///< people with a seat: a place behind it is where they sit
};
struct UnitInfo {
  std::string dimension;
  Decimal factor{1, 0};
  std::string unit_class;  ///< person | state | money | time | measure | percent | thing | event
};
struct PlaceInfo {
  std::string country, sort;
};

/// What holds in every language. Immutable.
struct World {
  std::unordered_map<std::string, RoleInfo> roles;
  std::unordered_map<std::string, EventInfo> events;
  std::unordered_map<std::string, UnitInfo> units;
  std::unordered_map<std::string, PlaceInfo> places;
  std::unordered_map<std::string, std::map<std::string, std::string>> countries;   ///< code → tag → name
  std::map<std::string, std::map<std::string, std::string>> currencies;  ///< generic name → country → ISO 4217
  std::set<std::pair<std::string, std::string>> counts_as;               ///< both ways

  [[nodiscard]] std::string dimension_of(const std::string& unit) const;
  [[nodiscard]] std::string class_of(const std::string& unit) const;
};

/// All packs of a folder.
struct Knowledge {
  World world;
  Background background;
  std::vector<Language> languages;  ///< sorted by tag
  std::string hash;                 ///< over the bytes of all files

  [[nodiscard]] const Language* language(const std::string& tag) const;
};

/// Reads facts/. Errors name file and row.
[[nodiscard]] Result<Knowledge> load_knowledge(const std::filesystem::path& folder);

}  // namespace mizan
