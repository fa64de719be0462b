#pragma once
#include <optional>

#include "topic/sentence_view.hpp"

namespace mizan {

/// When a claim is true by its own text: a date its own days, another value those of the date that stands by it.
struct ClaimTime {
  const DateRange* date;
  DayInterval days;
};
[[nodiscard]] std::optional<ClaimTime> time_of(const SentenceView& view, const DraftClaim& draft);

/// The word right before a date that makes it the bound of a time, so that nothing of it happened on it: since 2012, until May. None where there is none.
[[nodiscard]] const Atom* bound_of(const SentenceView& view, const DraftClaim& date);

/// Facet, modality, scope, whose, speaker and as-of of a claim that has its role.
class SlotReader {
 public:
  explicit SlotReader(const SentenceView& view);
  void set_slots(DraftClaim& draft) const;

 private:
  struct Nearest {
    const Atom* trigger = nullptr;
    std::uint32_t distance = kFar;
  };
  [[nodiscard]] bool is_facet_of_other(const Atom& facet, const DraftClaim& draft) const;
  [[nodiscard]] bool is_modality_of_other(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] Nearest nearest(List list, const DraftClaim& draft, std::uint32_t reach) const;
  void set_modality(DraftClaim& draft) const;
  [[nodiscard]] std::string_view role_of_moved(const std::string& event) const;
  void set_goal(DraftClaim& draft) const;
  void set_past(DraftClaim& draft) const;
  [[nodiscard]] bool is_time_of_other(const DraftClaim& date, const DraftClaim& draft) const;
  void set_scope(DraftClaim& draft, const Clause& clause) const;
  [[nodiscard]] bool is_inside_bound(const Atom& atom, const DraftClaim& draft) const;
  [[nodiscard]] bool is_inside_other(const Atom& atom, const DraftClaim& draft) const;
  [[nodiscard]] bool is_whole_of_its_role(const DraftClaim& draft) const;
  [[nodiscard]] Slot change_scope(const DraftClaim& draft, const Clause& clause) const;
  void set_of_whom(DraftClaim& draft, const Clause& clause) const;
  void set_speaker(DraftClaim& draft, const Clause& clause) const;

  const SentenceView& view_;
  StemCache stems_;
  AsOf as_of_;  ///< what the document's dateline says
};

}  // namespace mizan
