#pragma once
#include <optional>

#include "topic/events.hpp"
#include "topic/sentence_view.hpp"

namespace mizan {

/// Binds a claim to the event that it tells of: the nearest of its sentence, else the one told of last, else the document's own. A value of another year than
/// the document's belongs to another instance.
class EventBinder {
 public:
  EventBinder(const SentenceView& view, EventTable& events, int this_year);
  void set_event(DraftClaim& draft) const;

 private:
  [[nodiscard]] bool is_occasion(std::size_t entity) const;
  [[nodiscard]] bool is_body(std::size_t entity) const;
  [[nodiscard]] const EventMention* nearest(const DraftClaim& draft) const;
  [[nodiscard]] bool has_role(std::size_t entity, const DraftClaim& draft) const;
  [[nodiscard]] std::size_t told_before(const DraftClaim& draft) const;
  [[nodiscard]] bool is_when(const DraftClaim& draft, std::size_t entity) const;
  [[nodiscard]] std::size_t instance_for(const DraftClaim& draft, std::size_t entity) const;

  const SentenceView& view_;
  EventTable& events_;
  int this_year_;  ///< of the document; 0 where nothing says so
  std::optional<std::int32_t> today_;  ///< its day
};

}  // namespace mizan
