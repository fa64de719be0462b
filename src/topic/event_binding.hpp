#pragma once
#include <map>
#include <optional>

#include "topic/events.hpp"
#include "topic/sentence_view.hpp"

namespace mizan {

/// Binds a claim to the event that it tells of: the nearest of its sentence, else the one told of last, else the document's own. A value of another year than
/// the document's belongs to another instance.
class EventBinder {
 public:
  EventBinder(const SentenceView& view, EventTable& events, int this_year);
  void set_event(DraftClaim& draft);

 private:
  [[nodiscard]] const EventEntity& entity(std::size_t index) const { return events_.entities[index]; }
  [[nodiscard]] const EventMention* nearest(const DraftClaim& draft) const;
  [[nodiscard]] bool has_role(std::size_t index) const { return of_role_ && of_role_->contains(entity(index).head); }
  [[nodiscard]] std::size_t told_before();
  [[nodiscard]] bool is_when(const DraftClaim& draft, std::size_t index) const;
  [[nodiscard]] std::size_t instance_for(const DraftClaim& draft, std::size_t index) const;

  const SentenceView& view_;
  EventTable& events_;
  int this_year_;  ///< of the document; 0 where nothing says so
  std::optional<std::int32_t> today_;  ///< its day
  const TextSet* of_role_ = nullptr;   ///< the events that the role of the claim at hand is an attribute of
  std::map<const TextSet*, std::size_t> told_before_;  ///< for claims of this sentence
};

}  // namespace mizan
