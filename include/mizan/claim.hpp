#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mizan/span.hpp"
#include "mizan/value.hpp"

namespace mizan {

/// How a slot of a topic is filled: words of the clause say it, it was taken over from the sentence or document around, or neither.
/// Unknown matches anything at a cost; two slots that are known and differ forbid that two claims match.
enum class SlotState : std::uint8_t { unknown, inherited, known };

struct Slot {
  std::string id;  ///< language-neutral; empty where unknown
  SlotState state = SlotState::unknown;
  std::string words;  ///< the words of the text that set it

  explicit operator bool() const { return state != SlotState::unknown; }
  friend bool operator==(const Slot&, const Slot&) = default;
};

/// The event or entity that a claim is about, as one document tells it.
struct EventTopic {
  Slot head;                           ///< id of facts/world/events.tsv: conference, election, earthquake …
  std::vector<std::string> modifiers;  ///< ids and stems that stand with the head, sorted: country codes, names, stems
  Slot ordinal, year, place, parent;   ///< what makes it this instance and no other
  std::string label;                   ///< the words that name it in the article, for people
  std::optional<std::uint32_t> entity; ///< which of its document's events it is: claims of one document with one number are of one event

  friend bool operator==(const EventTopic&, const EventTopic&) = default;
};

/// When a figure was true: days since 1970-01-01.
struct AsOf {
  std::optional<std::int32_t> days;
  enum class From : std::uint8_t { nothing, dateline, text } from = From::nothing;
  friend bool operator==(const AsOf&, const AsOf&) = default;
};

/// What a claim is about, as a record of slots (design.md §3).
struct Topic {
  EventTopic event;
  Slot role;      ///< id of facts/world/roles.tsv: killed, attended, voted-for …; for dates what happened then
  Slot facet;     ///< whole | start | end | deadline | announced
  Slot modality;  ///< actual | planned | proposed | cancelled | denied | feared | estimated
  Slot of_whom;   ///< country code or name stem whose figure it is
  Slot scope;     ///< all | part | each | per-<period> | change-by | change-to | change-from | rank
  AsOf as_of;
  Slot speaker;  ///< who said it, where the figure stands in a quotation or after a verb of saying
  bool updates = false;  ///< the clause has words of change (moved, postponed, revised): an excuse for a differing value

  friend bool operator==(const Topic&, const Topic&) = default;
};

/// What the text tells beside a value and what the value should bear out. Reading only notes it; the checks of one document (src/check/) hold the two together.
struct Beside {
  std::uint8_t weekday = 0;           ///< the weekday told with a day, Monday 1 … Sunday 7; 0: none
  std::optional<std::int32_t> hijri;  ///< the day that the Islamic calendar tells beside a Gregorian one: days since 1970-01-01
  std::uint32_t listed = 0;           ///< how many the closed list right behind a count names; 0: there is none
  bool backwards = false;             ///< an end of a range that ends before it begins, or a count between two such bounds

  friend bool operator==(const Beside&, const Beside&) = default;
};

/// A value with its bytes in the article and its topic. Everything that comparison needs is here:
/// comparing never opens an article again.
struct Claim {
  std::string id;        ///< document:kind:begin, in the title document:title-kind:begin
  std::string document;  ///< Document::id
  Kind kind = Kind::date;
  Span span;
  bool in_title = false;
  std::string quote;  ///< the bytes under `span`
  Value value;
  Topic topic;

  Span sentence;                         ///< the sentence around it, in the same text as `span`
  std::vector<std::string> context;      ///< stems of content words of its clause and sentence, sorted, unique
  /// ids named in its sentence: c:EG, p:Helsinki, d:2012, #:190, n:<name>, x:<consonants of a name in any script>; sorted, unique
  std::vector<std::string> anchors;
  std::vector<std::string> left, right;  ///< up to three folded words on either side, nearest first, values masked as #
  std::vector<std::string> keys;         ///< blocking keys, sorted, unique (compare/blocking.hpp)

  std::string rule;           ///< rule that read it: <pack>/<file>:<rule name>
  std::string row;            ///< pack row of its head word, where one decided; else empty
  double reading = 1.0;       ///< confidence that the value is read right, 0 … 1
  std::optional<std::int32_t> anchor;  ///< the dateline, where a date was worked out from it ("yesterday", a day without its year): days since 1970-01-01

  Beside beside;

  friend bool operator==(const Claim&, const Claim&) = default;
};

}  // namespace mizan
