#pragma once
#include <span>
#include <vector>

#include "topic/sentence_view.hpp"

namespace mizan {


/// Which attribute a value is: of all words that may say so the nearest, a border of clauses and another value of its kind between being steps as well.
/// A date or a place beside the name of an event is when or where it happened; a length of time is a duration, and so on, where nothing else is told.
class RoleReader {
 public:
  explicit RoleReader(const SentenceView& view);
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
  /// How the sentence is built around a value: what is asked of every word that may tell of it.
  struct Build {
    const DraftClaim *whole = nullptr, *before = nullptr;  ///< what it is a part of; the figure before it in a row
    TokenRange row;
    std::uint32_t hangs_from = 0, resumes_at = 0, resumes_behind_day = 0, modifies = 0;
    bool is_counted = false, has_part = false, leads_parts = false, is_setting = false, opens_sentence = false;
    bool is_plain = false;  ///< nothing lets a word reach farther than its distance
  };
  [[nodiscard]] Build build_of(const DraftClaim& draft) const;
  [[nodiscard]] std::uint32_t cost_of(const Atom& trigger, const DraftClaim& draft, const Frame& frame, const Build& build) const;
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

  struct Skipped {
    std::uint32_t tokens = 0, borders = 0;
  };
  [[nodiscard]] bool is_comma(std::uint32_t token) const;
  [[nodiscard]] std::vector<TokenRange> relative_inserts() const;
  [[nodiscard]] bool is_shut_off(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] Skipped skipped_between(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] std::string_view class_of(const DraftClaim& draft) const;
  [[nodiscard]] std::span<DraftClaim>::iterator first_from(std::uint32_t token) const;
  [[nodiscard]] const DraftClaim* count_at(std::uint32_t token) const;
  [[nodiscard]] const DraftClaim* count_before(const DraftClaim& draft) const;
  [[nodiscard]] const DraftClaim* part_before(const DraftClaim& draft) const;
  [[nodiscard]] bool has_that_between(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_in_next_clause(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] Slot role_of_all(const DraftClaim& draft, const DraftClaim& before) const;
  [[nodiscard]] bool is_day_of_saying(const DraftClaim& draft) const;
  [[nodiscard]] bool follows_vague_part(const DraftClaim& draft) const;
  [[nodiscard]] bool tells_of_whole(const Atom& trigger, const DraftClaim& whole) const;
  [[nodiscard]] bool is_leading_whole(const DraftClaim& draft) const;
  [[nodiscard]] bool goes_on_behind(const DraftClaim& whole, const Atom& trigger) const;
  [[nodiscard]] bool is_of_leading_whole(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool leads_to_next(const Atom& trigger) const;
  [[nodiscard]] bool is_setting(const DraftClaim& draft) const;
  [[nodiscard]] std::uint32_t hangs_from(const DraftClaim& draft) const;
  [[nodiscard]] const DraftClaim* row_before(const DraftClaim& draft) const;
  [[nodiscard]] TokenRange row_of(const DraftClaim& draft) const;
  [[nodiscard]] TokenRange told_of(const DraftClaim& draft, const Build& build, const Atom& trigger) const;
  [[nodiscard]] std::uint32_t resumes_behind_day(const DraftClaim& draft) const;
  [[nodiscard]] bool follows_event(const Atom& words, const Slot& head) const;
  [[nodiscard]] bool has_own_day(const Atom& verb) const;
  [[nodiscard]] std::uint32_t modifies(const DraftClaim& draft) const;
  [[nodiscard]] bool counts_row(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool opens_sentence(const DraftClaim& draft) const;
  [[nodiscard]] bool is_day_of_other_event(const DraftClaim& draft) const;
  [[nodiscard]] bool is_aside(const Atom& event) const;
  [[nodiscard]] std::string_view role_in_own_event(const Atom& verb) const;

  const SentenceView& view_;
  StemCache stems_;
  std::vector<TokenRange> inserts_;  ///< relative clauses between commas
  bool begins_with_whole_;           ///< "Of the 120"
};

}  // namespace mizan
