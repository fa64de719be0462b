#pragma once
#include <cstdint>

#include "topic/topic.hpp"

namespace mizan {

/// Tokens between a trigger and a value; 0 where they touch or overlap.
[[nodiscard]] std::uint32_t token_gap(const Atom& trigger, const DraftClaim& draft);
/// Is `outer` a state or a region of the state that the city `inner` is in?
[[nodiscard]] bool contains_place(const Place& outer, const Place& inner, const World& world);
/// Is `outer` the state or region of the city `city`, or a site in it?
[[nodiscard]] bool stands_in_city(const Place& outer, const Place& city, const World& world);

/// Which of the places that a sentence names are places of its events, and not of who speaks, comes, goes or has his seat there.
class EventPlaces {
 public:
  EventPlaces(const Reading& reading, const Sentence& sentence, const World& world) : reading_(reading), sentence_(sentence), world_(world) {}
  [[nodiscard]] bool is_event_place(const DraftClaim& draft) const;
  /// Does the place go on with a row of places: "in the camp and in Damascus"?
  [[nodiscard]] bool is_joined(const DraftClaim& draft) const;

 private:
  enum class Binding : std::uint8_t { none, event, elsewhere };
  [[nodiscard]] Binding binding_of(const Atom& trigger, const DraftClaim& draft, bool is_origin) const;
  [[nodiscard]] Binding nearest_binding(const DraftClaim& draft, bool before, bool is_origin) const;
  [[nodiscard]] bool follows_its_verb(const Atom& body) const;
  [[nodiscard]] std::uint32_t gap_without_dates(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool is_asked() const;
  [[nodiscard]] bool has_event(const DraftClaim& draft) const;
  [[nodiscard]] bool tells_of_himself() const;
  [[nodiscard]] bool stands_beside_town(const DraftClaim& draft) const;
  [[nodiscard]] bool stands_behind_change(const DraftClaim& draft) const;
  [[nodiscard]] bool follows_departure(const Atom& event) const;
  [[nodiscard]] bool goes_on_with_town(std::uint32_t last) const;
  [[nodiscard]] bool tells_where_it_stands() const;
  [[nodiscard]] bool falls_upon(const DraftClaim& draft) const;
  [[nodiscard]] bool names_body(const DraftClaim& draft) const;
  [[nodiscard]] bool names_whose(const DraftClaim& draft) const;
  [[nodiscard]] bool names_event_behind(std::uint32_t token) const;
  [[nodiscard]] bool names_event_before(std::uint32_t token) const;
  [[nodiscard]] bool names_rival_behind(std::uint32_t token) const;
  [[nodiscard]] bool describes_place_word(std::uint32_t token, std::uint32_t place) const;
  [[nodiscard]] bool is_denied(std::uint32_t token) const;
  [[nodiscard]] bool stands_before_its_city(const DraftClaim& draft) const;
  [[nodiscard]] bool is_scene(const Atom& seat) const;
  [[nodiscard]] bool may_act(const DraftClaim& draft) const;
  /// What a place is, asked of the world once for the draft at hand: nearly every question about it begins with that.
  struct Sort {
    const DraftClaim* of = nullptr;
    bool is_state = false, is_town = false;
  };
  [[nodiscard]] const Sort& sort_of(const DraftClaim& draft) const;
  [[nodiscard]] bool is_state(const DraftClaim& draft) const;
  [[nodiscard]] bool is_town(const DraftClaim& draft) const;
  [[nodiscard]] bool is_spaceport(const DraftClaim& draft) const;
  [[nodiscard]] bool opens_clause(const DraftClaim& draft) const;
  [[nodiscard]] bool happens_right_behind(const DraftClaim& draft) const;
  [[nodiscard]] bool opens_sentence(const DraftClaim& draft) const;
  [[nodiscard]] bool is_unlisted(const DraftClaim& draft) const;
  [[nodiscard]] bool stands_right_behind_event(const DraftClaim& draft) const;
  [[nodiscard]] std::uint32_t capital_before(std::uint32_t first) const;
  [[nodiscard]] bool is_dated(const DraftClaim& draft) const;
  [[nodiscard]] bool names_a_day() const;
  [[nodiscard]] bool tells_of_event(const DraftClaim& draft) const;
  [[nodiscard]] bool stands_behind_past(const DraftClaim& draft) const;
  [[nodiscard]] std::uint32_t phrase_begin(const DraftClaim& draft) const;
  [[nodiscard]] bool is_taken(const DraftClaim& draft) const;
  [[nodiscard]] bool joins_compound(const DraftClaim& draft, const Atom& event) const;
  [[nodiscard]] bool stands_behind_from(const DraftClaim& draft) const;
  [[nodiscard]] std::uint32_t words_of_place_before(const DraftClaim& draft) const;
  [[nodiscard]] bool is_located(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_name_of_place(const Atom& atom) const;
  [[nodiscard]] const Atom* place_ending_at(std::uint32_t token) const;

  const Reading& reading_;
  const Sentence& sentence_;
  const World& world_;
  mutable Sort sort_;
};

}  // namespace mizan
