#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/world.hpp"
#include "reading/reader.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// Where a document names an event: "the review conference of 2015", "this conference".
struct EventMention {
  std::size_t sentence = 0;
  std::uint32_t first = 0, last = 0;  ///< tokens
  std::string head;                   ///< id of facts/world/events.tsv
  std::vector<std::string> modifiers; ///< stems and country codes that stand with the head; sorted, each once
  std::string ordinal;                ///< 3, next, previous: which one of a row; empty where nothing says so
  int year = 0;
  std::size_t entity = 0;
};

/// One event or thing of a document, told in one or more mentions.
struct EventEntity {
  std::string head;
  std::vector<std::string> modifiers;  ///< sorted, each once
  std::string ordinal;
  int year = 0;
  std::size_t mentions = 0;
  bool happened = false;  ///< a day of it lies behind the article
  const EventInfo* info = nullptr;  ///< what the world knows of its head; none where it has none

  [[nodiscard]] bool is_occasion() const { return info && info->is_occasion; }
  [[nodiscard]] bool is_body() const { return info && info->is_body; }
};

/// The events of a document and its mentions of them, in order of place.
struct EventTable {
  std::vector<EventMention> mentions;
  std::vector<EventEntity> entities;
  std::size_t main = 0;  ///< the entity that the document is most about; one without a head where it names none

  /// The event of the same sort that happened in `year`, where the text tells of one beside `entity`: last year's conference. Made where it is not there yet.
  [[nodiscard]] std::size_t instance_of(std::size_t entity, int year);
  /// The one after `entity` in its row: what lies ahead where that has happened.
  [[nodiscard]] std::size_t next_of(std::size_t entity);
  /// The latest event of the sort, made where only a verb tells of it.
  [[nodiscard]] std::size_t told_by_verb(const std::string& head, const World& world);

 private:
  friend EventTable find_events(const Reading& reading, const World& world, int this_year);
  /// The event of this key, else a copy of `like` changed by `change`.
  std::size_t keyed(const std::string& head, const std::string& key, const EventEntity& like, const std::function<void(EventEntity&)>& change);

  std::map<std::pair<std::string, std::string>, std::size_t> by_key_;  ///< by head and year, "next", or "": the latest
};

/// Finds the event heads, reads their modifiers, and binds definite mentions: the entity with the most shared modifiers and no other ordinal or year,
/// then the most recent one. `this_year` is the year of the document, or 0: an occasion of another year is another one than that which needs no year.
[[nodiscard]] EventTable find_events(const Reading& reading, const World& world, int this_year);

}  // namespace mizan
