#include "topic/event_binding.hpp"

#include "topic/slots.hpp"

namespace mizan {
namespace {

/// Steps that a border of clauses, and that the name of a thing or of people with a seat, count for beside that of an occasion.
constexpr std::uint32_t kClauseSteps = 6, kThingSteps = 8, kBodySteps = 12;
/// What an event counts for that the role of the claim is no attribute of.
constexpr std::uint32_t kOtherSteps = 4;

}  // namespace

EventBinder::EventBinder(const SentenceView& view, EventTable& events, int this_year) : view_(view), events_(events), this_year_(this_year) {
  if (const auto date = parse_edtf(view.document.published))
    if (const auto days = interval(*date)) today_ = days->first;
}

bool EventBinder::is_occasion(std::size_t entity) const {
  const auto info = view_.world.events.find(events_.entities[entity].head);
  return info != view_.world.events.end() && info->second.is_occasion;
}

bool EventBinder::is_body(std::size_t entity) const {
  const auto info = view_.world.events.find(events_.entities[entity].head);
  return info != view_.world.events.end() && info->second.is_body;
}

/// Is the claim's role an attribute of such events: killed of a quake, not of a building?
bool EventBinder::has_role(std::size_t entity, const DraftClaim& draft) const {
  const auto events = view_.world.role_events.find(draft.claim.topic.role.id);
  return events != view_.world.role_events.end() && events->second.contains(events_.entities[entity].head);
}

/// Of the events that the sentence names the nearest. People meet, vote and count at an occasion; the treaty beside it is what it is about.
const EventMention* EventBinder::nearest(const DraftClaim& draft) const {
  const EventMention* best = nullptr;
  std::uint32_t least = kFar;
  const auto here = std::lower_bound(events_.mentions.begin(), events_.mentions.end(), view_.index, [](const EventMention& m, std::size_t s) { return m.sentence < s; });
  for (auto mention = here; mention != events_.mentions.end() && mention->sentence == view_.index; ++mention) {
    const std::uint32_t distance = mention->last <= draft.first   ? draft.first - mention->last
                                   : mention->first >= draft.last ? mention->first - draft.last + 1
                                                                  : 0;
    const std::uint32_t kind = is_body(mention->entity) ? kBodySteps : is_occasion(mention->entity) ? 0 : kThingSteps;
    const std::uint32_t other = has_role(mention->entity, draft) ? 0 : kOtherSteps;
    const std::uint32_t cost = distance + kind + other + view_.clauses_between(mention->first, draft) * kClauseSteps;
    if (cost < least) {
      least = cost;
      best = &*mention;
    }
  }
  return best;
}

/// The event told of in the sentences before, else the document's own; one that the role is an attribute of goes before them.
std::size_t EventBinder::told_before(const DraftClaim& draft) const {
  std::size_t told = events_.main, fitting = SIZE_MAX;
  const auto here = std::lower_bound(events_.mentions.begin(), events_.mentions.end(), view_.index, [](const EventMention& m, std::size_t s) { return m.sentence < s; });
  for (auto mention = here; mention != events_.mentions.begin();) {
    --mention;
    if (view_.index - mention->sentence > 3) break;
    if (told == events_.main && !is_body(mention->entity)) told = mention->entity;
    if (fitting == SIZE_MAX && has_role(mention->entity, draft)) fitting = mention->entity;
  }
  if (fitting != SIZE_MAX) return fitting;
  if (has_role(events_.main, draft)) return events_.main;
  return told;
}

/// Is a date one on which the event took place? A treaty signed in 1996 is no other conference.
bool EventBinder::is_when(const DraftClaim& draft, std::size_t entity) const {
  const auto& role = draft.claim.topic.role;
  const auto info = view_.world.events.find(events_.entities[entity].head);
  return !role || role.id == "held" || role.id == "occurred" || role.id == "begin" || role.id == "end" || role.id == info->second.when;
}

/// "in 2001, when 74 people died", in an article on the quake of this year: another quake. And what lies ahead where the conference is over is the next one.
std::size_t EventBinder::instance_for(const DraftClaim& draft, std::size_t entity) const {
  constexpr std::int32_t week = 7;
  auto& found = events_.entities[entity];
  const auto time = time_of(view_, draft);
  if (!is_occasion(entity) || !time || (draft.claim.kind == Kind::date && !is_when(draft, entity))) return entity;
  if (today_ && draft.claim.kind == Kind::date && time->days.first <= *today_) found.happened = true;
  if (today_ && found.happened && found.ordinal != "next" && time->days.first > *today_ + week) return events_.next_of(entity);
  if (this_year_ == 0 || time->date->first.year == 0 || time->date->first.year_is != Certainty::certain) return entity;
  const int year = time->date->first.year, own = found.year == 0 ? this_year_ : found.year;
  // New Year lies within many seasons and campaigns.
  if (year == own || (found.year == 0 && std::abs(year - own) < 2 && time->date->first.month != 0)) return entity;
  return events_.instance_of(entity, year);
}

void EventBinder::set_event(DraftClaim& draft) const {
  const EventMention* named = nearest(draft);
  const std::size_t before = told_before(draft);
  // People with a seat act in the event that is told of; the ruins are of the quake.
  if (named && !is_body(before) && !has_role(named->entity, draft) && (is_body(named->entity) || (!is_occasion(named->entity) && has_role(before, draft)))) named = nullptr;
  std::size_t entity = named ? named->entity : before;
  // Rates are raised at a decision on rates, whether or not the text calls it so.
  if (const auto events = view_.world.role_events.find(draft.claim.topic.role.id);
      events != view_.world.role_events.end() && !events->second.only().empty() && !has_role(entity, draft)) {
    entity = events_.told_by_verb(std::string(events->second.only()));
    named = nullptr;
  }
  const std::size_t instance = instance_for(draft, entity);
  const auto& found = events_.entities[instance];
  auto& event = draft.claim.topic.event;
  event.entity = static_cast<std::uint32_t>(instance);
  if (found.head.empty()) return;
  const SlotState state = named ? SlotState::known : SlotState::inherited;
  std::string words;
  if (named) {
    const auto& tokens = view_.reading.tokens;
    words = std::string(slice(view_.text(), view_.reading.folded.source_span(tokens[named->first].begin, tokens[named->last - 1].end)));
  }
  event.head = {found.head, state, words};
  event.modifiers.assign(found.modifiers.begin(), found.modifiers.end());
  if (!found.ordinal.empty()) event.ordinal = {found.ordinal, state, {}};
  if (found.year) event.year = {std::to_string(found.year), state, {}};
  event.label = words;
}

}  // namespace mizan
