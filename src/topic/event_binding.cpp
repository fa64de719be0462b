#include "topic/event_binding.hpp"

#include "topic/slots.hpp"

namespace mizan {
namespace {

/// Steps that a border of clauses, and that the name of a thing or of people with a seat, count for beside that of an occasion.
constexpr std::uint32_t kClauseSteps = 6, kThingSteps = 8, kBodySteps = 12;
/// What an event counts for that the role of the claim is no attribute of.
constexpr std::uint32_t kOtherSteps = 4;
/// What an event counts for that something else came after, or came of.
constexpr std::uint32_t kGroundSteps = 12;

}  // namespace

EventBinder::EventBinder(const SentenceView& view, EventTable& events, int this_year) : view_(view), events_(events), this_year_(this_year), today_(view.dateline) {}

/// Of the events that the sentence names the nearest. People meet, vote and count at an occasion; the treaty beside it is what it is about.
const EventMention* EventBinder::nearest(const DraftClaim& draft) const {
  const EventMention* best = nullptr;
  std::uint32_t least = kFar;
  const auto here = std::lower_bound(events_.mentions.begin(), events_.mentions.end(), view_.index, [](const EventMention& m, std::size_t s) { return m.sentence < s; });
  for (auto mention = here; mention != events_.mentions.end() && mention->sentence == view_.index; ++mention) {
    const std::uint32_t distance = mention->last <= draft.first   ? draft.first - mention->last
                                   : mention->first >= draft.last ? mention->first - draft.last + 1
                                                                  : 0;
    if (distance >= least) continue;
    const auto& told = entity(mention->entity);
    const std::uint32_t kind = told.is_body() ? kBodySteps : told.is_occasion() ? 0 : kThingSteps;
    const std::uint32_t other = has_role(mention->entity) ? 0 : kOtherSteps;
    // "opened after the fire": what something came after, or from, is not what it was.
    const std::uint32_t ground = mention->first >= draft.last && view_.sentence.word_before(mention->first, "background-word") ? kGroundSteps : 0;
    const std::uint32_t cost = distance + kind + other + ground + view_.clauses_between(mention->first, draft) * kClauseSteps;
    if (cost < least) {
      least = cost;
      best = &*mention;
    }
  }
  return best;
}

/// The event told of in the sentences before, else the document's own; one that the role is an attribute of goes before them. The same for all claims of the
/// sentence whose roles are of the same events.
std::size_t EventBinder::told_before() {
  const auto [known, is_new] = told_before_.try_emplace(of_role_, events_.main);
  if (!is_new) return known->second;
  constexpr std::size_t reach = 3;
  std::size_t told = events_.main, fitting = SIZE_MAX;
  const auto here = std::lower_bound(events_.mentions.begin(), events_.mentions.end(), view_.index, [](const EventMention& m, std::size_t s) { return m.sentence < s; });
  for (auto mention = here; mention != events_.mentions.begin();) {
    --mention;
    if (view_.index - mention->sentence > reach) break;
    if (told == events_.main && !entity(mention->entity).is_body()) told = mention->entity;
    if (fitting == SIZE_MAX && has_role(mention->entity)) fitting = mention->entity;
  }
  known->second = fitting != SIZE_MAX ? fitting : has_role(events_.main) ? events_.main : told;
  return known->second;
}

/// Is a date one on which the event took place? A treaty signed in 1996 is no other conference.
bool EventBinder::is_when(const DraftClaim& draft, std::size_t index) const {
  const auto& role = draft.claim.topic.role;
  return !role || role.id == "held" || role.id == "occurred" || role.id == "begin" || role.id == "end" || role.id == entity(index).info->when;
}

/// "in 2001, when 74 people died", in an article on the quake of this year: another quake. And what lies ahead where the conference is over is the next one.
std::size_t EventBinder::instance_for(const DraftClaim& draft, std::size_t index) const {
  constexpr std::int32_t week = 7;
  auto& found = events_.entities[index];
  const auto time = time_of(view_, draft);
  if (!found.is_occasion() || !time || (draft.claim.kind == Kind::date && !is_when(draft, index))) return index;
  if (today_ && draft.claim.kind == Kind::date && time->days.first <= *today_) found.happened = true;
  if (today_ && found.happened && time->days.first > *today_ + week) return events_.next_of(index);
  if (this_year_ == 0 || time->date->first.year == 0 || time->date->first.year_is != Certainty::certain) return index;
  const int year = time->date->first.year, own = found.year == 0 ? this_year_ : found.year;
  // New Year lies within many seasons and campaigns.
  if (year == own || (found.year == 0 && std::abs(year - own) < 2 && time->date->first.month != 0)) return index;
  return events_.instance_of(index, year);
}

void EventBinder::set_event(DraftClaim& draft) {
  const auto events = view_.world.role_events.find(draft.claim.topic.role.id);
  of_role_ = events == view_.world.role_events.end() ? nullptr : &events->second;
  const EventMention* named = nearest(draft);
  const std::size_t before = told_before();
  // People with a seat act in the event that is told of; the ruins are of the quake.
  if (named && !entity(before).is_body() && !has_role(named->entity)) {
    const auto& other = entity(named->entity);
    if (other.is_body() || (!other.is_occasion() && has_role(before))) named = nullptr;
  }
  std::size_t index = named ? named->entity : before;
  // Rates are raised at a decision on rates, whether or not the text calls it so.
  if (of_role_ && !of_role_->only().empty() && !has_role(index)) {
    index = events_.told_by_verb(std::string(of_role_->only()), view_.world);
    named = nullptr;
  }
  const std::size_t instance = instance_for(draft, index);
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
