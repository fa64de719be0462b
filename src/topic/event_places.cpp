#include "topic/event_places.hpp"

#include <algorithm>

#include "topic/words.hpp"

namespace mizan {
namespace {

/// How far from a place, in tokens, words still bind it.
constexpr std::uint32_t kEventReach = 12, kStateReach = 7, kAheadReach = 6, kWordsOfPlace = 4;

}  // namespace

std::uint32_t token_gap(const Atom& trigger, const DraftClaim& draft) {
  if (trigger.last <= draft.first) return draft.first - trigger.last;
  if (trigger.first >= draft.last) return trigger.first - draft.last;
  return 0;
}

/// Is `outer` a state or a region of the state that the city `inner` is in?
bool contains_place(const Place& outer, const Place& inner, const World& world) {
  const auto sort = [&](const Place& place) {
    const auto found = world.places.find(place.name);
    return found == world.places.end() ? std::string() : found->second.sort;
  };
  return outer.country == inner.country && sort(inner) == "city" && (sort(outer) == "region" || sort(outer) == "country");
}

/// Is the place one where an event is: named behind a word of place with a word that tells of an event nearest to it, or right beside one that takes a
/// place as its subject, its object or its name (Riyadh hosts, the quake shook Guelma, the quake of Guelma)?
bool EventPlaces::is_event_place(const DraftClaim& draft) const {
  // "in Geneva or New York": nobody knows yet.
  if (word_at(sentence_, draft.last, "or") || (draft.first > sentence_.first && word_at(sentence_, draft.first - 1, "or"))) return false;
  if (is_taken(draft)) return true;
  const bool is_origin = stands_behind_from(draft);
  if (!is_located(draft) && !is_origin) return false;
  // What stands before a place binds it; only a place that opens its sentence ("In Vienna, ministers met") looks ahead.
  const auto before = nearest_binding(draft, true, is_origin);
  return before != Binding::none || is_origin ? before == Binding::event : nearest_binding(draft, false, is_origin) == Binding::event;
}

/// What a trigger makes of a place beside it: where an event is; where somebody speaks, comes from, goes to or has his seat; or nothing.
EventPlaces::Binding EventPlaces::binding_of(const Atom& trigger, const DraftClaim& draft, bool is_origin) const {
  const auto& entry = *trigger.entry;
  constexpr std::uint8_t any = 15;
  if (entry.list == List::speech) return Binding::elsewhere;
  if (entry.list == List::roles) {
    if (entry.flags & role_binds::elsewhere) return Binding::elsewhere;
    if (is_origin) return entry.flags & role_binds::origin ? Binding::event : Binding::none;
    return (entry.flags & role_binds::place) != 0 && (entry.flags & any) != any ? Binding::event : Binding::none;
  }
  if (entry.list != List::events || is_origin) return Binding::none;
  const auto info = world_.events.find(entry.id);
  if (info == world_.events.end()) return Binding::none;
  constexpr std::uint32_t seat_reach = 3;  // "the Constitutional Council in Djibouti"
  if (info->second.is_body) return trigger.last <= draft.first && token_gap(trigger, draft) <= seat_reach ? Binding::elsewhere : Binding::none;
  return info->second.is_occasion ? Binding::event : Binding::none;
}

/// The binding of the trigger nearest to the place on one side. What begins where it stands counts once: an event's word wins over the rest.
EventPlaces::Binding EventPlaces::nearest_binding(const DraftClaim& draft, bool before, bool is_origin) const {
  // Cities are named for what happens in them, states for much else.
  const std::uint32_t reach = !before ? kAheadReach : is_state(draft) ? kStateReach : kEventReach;
  std::uint32_t nearest = reach + 1;
  Binding binding = Binding::none;
  const auto take = [&](Binding found, std::uint32_t distance) {
    if (found == Binding::none || distance > nearest || (distance == nearest && binding == Binding::event)) return;
    if (distance > reach) return;
    nearest = distance;
    binding = found;
  };
  const std::uint32_t words = words_of_place_before(draft);
  for (const auto& trigger : sentence_.triggers) {
    if (before ? trigger.last > draft.first : trigger.first < draft.last) continue;
    const auto distance = before ? token_gap(trigger, draft) - std::min(token_gap(trigger, draft), words) : token_gap(trigger, draft);
    take(binding_of(trigger, draft, is_origin), distance);
  }
  for (std::uint32_t back = 1; before && back <= reach && draft.first >= sentence_.first + back; ++back)
    if (const auto* word = word_at(sentence_, draft.first - back, "elsewhere")) take(Binding::elsewhere, draft.first - std::min(word->last, draft.first));
  return binding;
}

/// Does a state stand here, or a capital that speaks for one: "Moscow struck", "Washington's withdrawal"?
bool EventPlaces::may_act(const DraftClaim& draft) const {
  const auto atoms = atoms_at(sentence_, draft.first);
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.entry->list == List::countries; });
}

bool EventPlaces::is_state(const DraftClaim& draft) const {
  const auto& place = std::get<Place>(draft.claim.value);
  const auto names = world_.countries.find(place.country);
  return names != world_.countries.end() && names->second.at("en") == place.name;
}

/// Does a word right beside the place take it as its subject, its object or its name?
bool EventPlaces::is_taken(const DraftClaim& draft) const {
  const bool noun_follows = language_of(*sentence_.language).noun_follows_directly;
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    const bool behind = trigger.last <= draft.first;
    const auto distance = behind ? token_gap(trigger, draft) - std::min(token_gap(trigger, draft), words_of_place_before(draft)) : token_gap(trigger, draft);
    if (trigger.entry->list == List::roles) {
      const auto flags = trigger.entry->flags;
      if (flags & role_binds::host) return trigger.entry->side == Side::after ? !behind && distance <= 2 : behind && distance <= 1;
      // Where the subject follows its verb, who strikes stands right behind it, and what is struck behind that.
      // "struck, at dawn on Tuesday, the city of Guelma": its word of place tells that it is the object.
      const std::uint32_t reach = noun_follows && words_of_place_before(draft) > 0 ? kEventReach : 1;
      return (flags & role_binds::target) != 0 && behind && distance <= reach && !(noun_follows && distance == 0 && may_act(draft));
    }
    if (trigger.entry->list != List::events || !behind || distance != 0 || !noun_follows) return false;
    const auto info = world_.events.find(trigger.entry->id);
    return info != world_.events.end() && (info->second.is_named_by_place || (info->second.is_named_by_city && !is_state(draft)));
  });
}

/// "lifted off from Baikonur"
bool EventPlaces::stands_behind_from(const DraftClaim& draft) const {
  for (std::uint32_t back = 1; back <= kWordsOfPlace && draft.first >= sentence_.first + back; ++back) {
    const std::uint32_t i = draft.first - back;
    if (word_at(sentence_, i, "from")) return true;
    if (!word_at(sentence_, i, "article") && !word_at(sentence_, i, "place-word")) return false;
  }
  return false;
}

/// "the city of": words between a verb and the name of its place that do not part them.
std::uint32_t EventPlaces::words_of_place_before(const DraftClaim& draft) const {
  std::uint32_t count = 0;
  while (draft.first > sentence_.first + count && (word_at(sentence_, draft.first - count - 1, "place-word") || word_at(sentence_, draft.first - count - 1, "article"))) ++count;
  return count;
}

bool EventPlaces::is_located(const DraftClaim& draft) const {
  for (const auto& atom : atoms_at(sentence_, draft.first))
    if (atom.locative && atom.last <= draft.last) return true;
  for (std::uint32_t back = 1; back <= kWordsOfPlace && draft.first >= sentence_.first + back; ++back) {
    const std::uint32_t i = draft.first - back;
    if (word_at(sentence_, i, "locative")) return true;
    if (!word_at(sentence_, i, "article") && !word_at(sentence_, i, "place-word")) return false;
  }
  return false;
}

}  // namespace mizan
