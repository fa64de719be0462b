#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/background.hpp"
#include "knowledge/flat.hpp"
#include "knowledge/image.hpp"
#include "knowledge/language.hpp"
#include "knowledge/model.hpp"
#include "knowledge/pack_sources.hpp"
#include "mizan/result.hpp"
#include "mizan/value.hpp"

namespace mizan {

/// How the figure of a role may move in time.
enum class Motion : std::uint8_t { level, grows, shrinks, fixed };

/// Names by language tag.
using Labels = FlatMap<Text>;

struct RoleInfo {
  TextSet excludes, contradicts;
  Text part_of;
  Motion motion = Motion::level;
  bool is_owned = false;  ///< every state, team or thing has its own: figures that differ are one fact only where whose they are is known and the same
  bool is_of_rivals = false;  ///< owned, and every article tells it of several that are in one event: medals, seats
  bool is_once = false;   ///< comes but once to a thing: it is born, founded, opened; two days of it contradict each other
  bool is_setting = false;    ///< only says over which time other figures are told: two that differ contradict nothing
  TextSet counts;         ///< classes of units that it may count; empty: any
  Labels label;
};
struct EventInfo {
  Labels label;
  bool is_occasion = true;         ///< happens at a time; else a thing: a treaty, a building
  bool is_named_by_place = false;  ///< an occasion that the name of its place follows: the quake of Guelma (but "Washington's visit")
  bool is_named_by_city = false;   ///< the same, but a state behind it is who takes part: talks of Vienna, talks of Iran
  bool is_body = false;            ///< people with a seat: a place behind it is where they sit
  bool is_of_many_places = false;  ///< an outbreak, a war, an election: told of two places, it is of both
  Text when;                       ///< the role of a date or place that stands beside it; empty where it says nothing
};
struct UnitInfo {
  Text dimension;
  Decimal factor{1, 0};
  Text unit_class;  ///< person | state | money | time | measure | percent | thing | event
};
struct PlaceInfo {
  Text country, sort;
};

/// Pairs of units of which the one may stand for the other. Both ways.
class UnitPairs {
 public:
  struct Pair {
    Text a, b;
  };
  struct Asked {
    std::string_view a, b;
  };
  [[nodiscard]] bool contains(Asked pair) const;

 private:
  friend struct World;
  friend class WorldCompiler;
  Array<Pair> pairs_;  ///< sorted
};

/// What holds in every language: a block of an image. Immutable.
struct World {
  FlatMap<RoleInfo> roles;
  FlatMap<EventInfo> events;
  FlatMap<UnitInfo> units;
  FlatMap<PlaceInfo> places;
  FlatMap<Labels> countries;   ///< by code
  FlatMap<FlatMap<Text>> currencies;  ///< generic name → country → ISO 4217
  UnitPairs counts_as;
  FlatMap<Text> fuller_units;  ///< a noun that says little alone → what it counts where the document names that too
  FlatMap<Text> letters;       ///< letters of any script → the consonants that a name is told by; empty: none
  TextSet quoted_units;        ///< shares, rates, indices and turnovers: quoted anew every day
  FlatMap<Text> unit_roles;    ///< unit or dimension → role of a figure of it, where nothing says more
  FlatMap<FlatMap<Text>> event_roles;  ///< event → unit, class of units or role → role of it in such an event, where nothing says more: cases of an outbreak
  FlatMap<TextSet> role_events;        ///< role → events that it is an attribute of
  Background background;

  [[nodiscard]] std::string_view dimension_of(std::string_view unit) const;
  [[nodiscard]] std::string_view class_of(std::string_view unit) const;
  [[nodiscard]] bool is_inside(const Bounds& bounds) const;
};

/// All packs of an image, read where they lie.
struct Knowledge {
  /// Checks the bounds of every block of knowledge. The error says which is broken.
  [[nodiscard]] static Result<Knowledge> open(Image image);

  Image image;
  const World& world;
  const Background& background;
  const Model& model;
  std::vector<const Language*> languages;  ///< sorted by tag
  std::string hash;                        ///< over the bytes of all files

  [[nodiscard]] const Language* language(std::string_view tag) const;
  /// What the languages' lists name must exist in the world. Asked when packs are compiled.
  [[nodiscard]] Status check_references() const;
};

/// Compiles world/, model/ and the languages to blocks, which Knowledge::open reads, each by itself. Errors name file and row.
[[nodiscard]] Result<std::vector<NamedBlock>> compile_knowledge(const PackSources& sources);

}  // namespace mizan
