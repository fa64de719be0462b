#pragma once
#include "topic/sentence_view.hpp"

namespace mizan {

/// Which attribute a value is: of all words that may say so the nearest, a border of clauses and another value of its kind between being steps as well.
/// A date or a place beside the name of an event is when or where it happened; a length of time is a duration, and so on, where nothing else is told.
class RoleReader {
 public:
  explicit RoleReader(const SentenceView& view) : view_(view), stems_(view.reading, view.sentence) {}
  [[nodiscard]] Slot role_of(const DraftClaim& draft) const;
  /// What the event of the claim, its unit and the value before it say of a claim whose role no word tells: cases of an outbreak, 29 seats behind 36 that were won.
  void refine(DraftClaim& draft, const DraftClaim* before) const;
  /// What the figure beside a day says of a day whose role no word tells: inflation was at 6.7 percent in May.
  void take_from_figure(DraftClaim& date) const;

 private:
  /// How the clauses around a value stand to it.
  struct Frame {
    std::uint32_t inserted_first = 0, inserted_last = 0;  ///< tokens put in between the value and its verb; none where both are 0
    bool opens = false;            ///< a day whose verb comes behind it
    bool begins_anew = false;      ///< its clause begins with a verb of its own
    bool leads_to_saying = false;  ///< a day behind which stands what was said

    [[nodiscard]] bool is_inserted(const Atom& trigger) const { return trigger.first >= inserted_first && trigger.last <= inserted_last; }
  };
  [[nodiscard]] Frame frame_of(const DraftClaim& draft) const;
  void find_inserted(const DraftClaim& draft, Frame& frame) const;
  [[nodiscard]] std::uint32_t opening_comma(const DraftClaim& draft, std::uint32_t begin) const;
  [[nodiscard]] bool is_told_of_other(const Atom& trigger, const Frame& frame) const;
  [[nodiscard]] bool begins_anew(const DraftClaim& draft) const;
  [[nodiscard]] bool is_relative(std::uint32_t token) const;
  [[nodiscard]] bool is_function(std::uint32_t token) const;
  [[nodiscard]] bool is_joined(std::uint32_t token) const;
  [[nodiscard]] bool opens_clause(const DraftClaim& draft) const;
  [[nodiscard]] bool is_led_to(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool leads_to_saying(const DraftClaim& draft) const;
  [[nodiscard]] bool says_on(const Atom& speech, const DraftClaim& draft, const Frame& frame) const;
  [[nodiscard]] std::uint32_t cost_of(const Atom& trigger, const DraftClaim& draft, const Frame& frame) const;
  [[nodiscard]] bool names_event(const Atom& trigger) const;
  [[nodiscard]] std::uint32_t resumes_at(const DraftClaim& draft) const;
  [[nodiscard]] bool is_end_of_change(const DraftClaim& draft, std::string_view role) const;
  [[nodiscard]] bool compares(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool describes(const Atom& trigger) const;
  [[nodiscard]] bool is_measured_until(const Atom& unit, const DraftClaim& draft) const;
  [[nodiscard]] bool holds_verb(const Atom& event, std::uint8_t kind_bit) const;
  [[nodiscard]] Slot change_role(const DraftClaim& draft) const;
  [[nodiscard]] bool is_step(const DraftClaim& draft) const;
  [[nodiscard]] const Atom* money_before(const Atom& amount) const;
  [[nodiscard]] Slot done_to(const DraftClaim& draft, const Atom& told_by) const;
  [[nodiscard]] bool leads_figure(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool counts_unit(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool is_in_other(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool is_of_next(const Atom& verb, const DraftClaim& draft) const;
  [[nodiscard]] bool is_in_noun(const Atom& trigger) const;
  [[nodiscard]] bool is_told_by_noun(const Atom& event, std::uint8_t kind_bit) const;
  [[nodiscard]] bool is_parted(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_of_other_day(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool is_record_since(const Atom& bound) const;
  [[nodiscard]] bool lacks_noun(const DraftClaim& draft) const;
  [[nodiscard]] bool ends_clause(const Atom& word) const;
  [[nodiscard]] Slot life_role(const DraftClaim& draft) const;
  [[nodiscard]] std::string_view role_of_day(const DraftClaim& figure) const;
  [[nodiscard]] bool is_agent(const DraftClaim& draft) const;
  [[nodiscard]] bool is_listed(const DraftClaim& before, const DraftClaim& draft) const;
  [[nodiscard]] Slot whole_role(const DraftClaim& draft, const DraftClaim* before) const;
  [[nodiscard]] bool is_untold_whole(const DraftClaim& draft, const DraftClaim* before) const;
  [[nodiscard]] const DraftClaim* whole_of(const DraftClaim& draft) const;
  [[nodiscard]] Slot role_of_those(const DraftClaim& draft, const DraftClaim& before) const;
  [[nodiscard]] Slot role_of_compared(const DraftClaim& draft, const DraftClaim& before) const;
  [[nodiscard]] Slot part_role(const DraftClaim& draft, std::string_view whole) const;
  [[nodiscard]] bool is_of_unit(std::string_view role, const Claim& claim) const;
  [[nodiscard]] bool may_count(std::string_view role, const Claim& claim) const;
  [[nodiscard]] std::string_view event_role(const Claim& claim) const;
  [[nodiscard]] std::string_view unit_role(const Claim& claim) const;

  const SentenceView& view_;
  StemCache stems_;
};

}  // namespace mizan
