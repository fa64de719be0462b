#pragma once
#include "topic/sentence_view.hpp"

namespace mizan {

/// Which attribute a value is: of all words that may say so the nearest, a border of clauses and another value of its kind between being steps as well.
/// A date or a place beside the name of an event is when or where it happened; a length of time is a duration, and so on, where nothing else is told.
class RoleReader {
 public:
  explicit RoleReader(const SentenceView& view) : view_(view) {}
  [[nodiscard]] Slot role_of(const DraftClaim& draft) const;

 private:
  [[nodiscard]] std::uint32_t cost_of(const Atom& trigger, const DraftClaim& draft) const;
  [[nodiscard]] bool names_event(const Atom& trigger) const;
  [[nodiscard]] bool may_count(std::string_view role, const Claim& claim) const;
  [[nodiscard]] Slot unit_role(const DraftClaim& draft) const;

  const SentenceView& view_;
};

}  // namespace mizan
