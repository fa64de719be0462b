#include "topic/event_places.hpp"

#include <algorithm>

#include "reading/rules.hpp"
#include "topic/words.hpp"

namespace mizan {
namespace {

/// How far from a place, in tokens, words still bind it.
constexpr std::uint32_t kEventReach = 12, kStateReach = 7, kAheadReach = 6;

}  // namespace

std::uint32_t token_gap(const Atom& trigger, const DraftClaim& draft) {
  if (trigger.last <= draft.first) return draft.first - trigger.last;
  if (trigger.first >= draft.last) return trigger.first - draft.last;
  return 0;
}

/// Is the place one where an event is: named behind a word of place with a word that tells of an event nearest to it, or right beside one that takes a
/// place as its subject, its object or its name (Riyadh hosts, the quake shook Guelma, the quake of Guelma)?
bool EventPlaces::is_event_place(const DraftClaim& draft) const {
  return has_event(draft) && !stands_beside_town(draft);  // dear to ask, and few places come so far
}

bool EventPlaces::has_event(const DraftClaim& draft) const {
  // "in Geneva or New York": nobody knows yet.
  if (word_at(sentence_, draft.last, "or") || (draft.first > sentence_.first && word_at(sentence_, draft.first - 1, "or"))) return false;
  if (names_body(draft)) return false;
  if (is_state(draft) && (stands_before_its_city(draft) || names_whose(draft))) return false;
  if (!is_town(draft) && tells_of_himself()) return false;
  if (is_unlisted(draft)) return stands_right_behind_event(draft) && !is_asked();
  if (is_taken(draft)) return true;
  if (is_asked() || tells_where_it_stands()) return false;
  if (!is_state(draft) && falls_upon(draft)) return true;
  const bool is_origin = stands_behind_from(draft);
  const bool located = is_located(draft.first, draft.last);
  if (!located && !is_origin) return false;
  if (is_spaceport(draft)) return true;  // nobody goes there for anything but a launch
  // What stands before a place binds it; only a place that opens its sentence ("In Vienna, ministers met") looks ahead.
  const auto before = nearest_binding(draft, true, is_origin);
  // "fewer than in Aarhus in 2019": what has a place and a day is an event, whatever its word.
  if (before == Binding::none && located && is_town(draft) && is_dated(draft)) return true;
  if (before != Binding::none || is_origin) return before == Binding::event;
  if (!is_town(draft) && !opens_sentence(draft) && !(opens_clause(draft) && happens_right_behind(draft))) return false;
  const auto ahead = nearest_binding(draft, false, is_origin);
  return ahead == Binding::event || (ahead == Binding::none && tells_of_event(draft));
}

/// What a trigger makes of a place beside it: where an event is; where somebody speaks, comes from, goes to or has his seat; or nothing.
EventPlaces::Binding EventPlaces::binding_of(const Atom& trigger, const DraftClaim& draft, bool is_origin) const {
  const auto& entry = *trigger.entry;
  constexpr std::uint8_t any = 15;
  if (entry.list == List::speech) {
    const auto atoms = atoms_at(sentence_, trigger.first);
    const bool is_adverb = std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
      return atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::adverb);
    });
    return is_adverb ? Binding::none : Binding::elsewhere;  // "stabbed reportedly five people"
  }
  if (entry.list == List::roles) {
    if (entry.flags & role_binds::elsewhere) return Binding::elsewhere;
    if (is_origin) return entry.flags & role_binds::origin ? Binding::event : Binding::none;
    if (entry.type == role_binds::no_state && is_state(draft)) return Binding::none;
    return (entry.flags & role_binds::place) != 0 && (entry.flags & any) != any ? Binding::event : Binding::none;
  }
  if (entry.list != List::events || is_origin) return Binding::none;
  const auto info = world_.events.find(entry.id);
  if (info == world_.events.end()) return Binding::none;
  constexpr std::uint32_t seat_reach = 3;  // "the Constitutional Council in Djibouti"
  if (info->second.is_body && follows_its_verb(trigger)) return Binding::none;
  if (info->second.is_body) return trigger.last <= draft.first && token_gap(trigger, draft) <= seat_reach ? Binding::elsewhere : Binding::none;
  return info->second.is_occasion ? Binding::event : Binding::none;
}

/// The tokens between a trigger and a place behind it, but for dates: "the convention on the last weekend of July, July 27-28, in Mesquite"
std::uint32_t EventPlaces::gap_without_dates(const Atom& trigger, const DraftClaim& draft) const {
  std::uint32_t gap = token_gap(trigger, draft);
  if (gap > 4 * kEventReach) return gap;  // too far, whatever dates stand between
  for (const auto& mention : sentence_.mentions)
    if (mention.rule && mention.rule->makes == Makes::date && mention.first >= trigger.last && mention.last <= draft.first) gap -= mention.last - mention.first;
  return gap;
}

/// "raids by Israel on the Gaza Strip": where the adjective follows its noun, it may part what happens from its preposition.
bool EventPlaces::falls_upon(const DraftClaim& draft) const {
  const std::uint32_t first = phrase_begin(draft);
  if (first == sentence_.first || !word_at(sentence_, first - 1, "upon")) return false;
  if (is_town(draft) && words_of_place_before(draft) == 0) return false;  // a club, or a capital that stands for its state
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    constexpr std::uint32_t adjectives = 2;
    if (trigger.last + 1 > first || first - 1 - trigger.last > adjectives || trigger.list != List::events) return false;
    const auto info = world_.events.find(trigger.entry->id);
    return info != world_.events.end() && info->second.is_occasion && !is_denied(trigger.first);
  });
}

/// Where the subject follows its verb, a body right behind one that tells of an event is who did it: "met the committee in Geneva"
bool EventPlaces::follows_its_verb(const Atom& body) const {
  return language_of(*sentence_.language).noun_follows_directly && std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& verb) {
           return verb.last == body.first && verb.list == List::roles && (verb.entry->flags & role_binds::place) != 0;
         });
}

/// "not expected to make landfall in Jamaica": what does not happen has no place.
bool EventPlaces::is_denied(std::uint32_t token) const {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t back = 0; back <= reach && token >= sentence_.first + back; ++back) {
    const std::uint32_t i = token - back;
    if (word_at(sentence_, i, "negation")) return true;
    const bool parts = word_at(sentence_, i, "clause") && !word_at(sentence_, i, "complementiser");
    if (back > 0 && (parts || reading_.tokens[i].kind == TokenKind::mark)) return false;
  }
  return false;
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
    const auto found = binding_of(trigger, draft, is_origin);
    const std::uint32_t gap = before && found == Binding::event && is_town(draft) ? gap_without_dates(trigger, draft) : token_gap(trigger, draft);
    const auto distance = before ? gap - std::min(gap, words) : gap;
    const bool is_verb = trigger.list == List::roles;
    const bool is_denied_verb = found == Binding::event && is_verb && is_denied(trigger.first);
    take(is_denied_verb ? Binding::elsewhere : found, distance);
  }
  for (std::uint32_t back = 1; before && back <= reach && draft.first >= sentence_.first + back; ++back) {
    const auto* word = word_at(sentence_, draft.first - back, "elsewhere");
    if (!word) word = word_at(sentence_, draft.first - back, "seat");
    if (!word || (word->is_word("seat") && is_scene(*word))) continue;
    const std::uint32_t gap = draft.first - std::min(word->last, draft.first), distance = gap - std::min(gap, words);
    // "the Court of Session in": a phrase is more than the event's word that it ends with.
    if (word->last - word->first > 1 && distance == nearest) binding = Binding::elsewhere;
    take(Binding::elsewhere, distance);
  }
  // "Bells rang in Bergen, he said": something happened, whatever the verb.
  const std::uint32_t verb_gap = draft.first - phrase_begin(draft) - std::min(draft.first - phrase_begin(draft), words);
  if (before && !is_origin && (binding == Binding::none || nearest > verb_gap) && is_town(draft) && stands_behind_past(draft))
    return binding == Binding::elsewhere && stands_behind_change(draft) ? Binding::elsewhere : Binding::event;
  return binding;
}

/// A house stands in its town, and so does what happens at it: "in the consulate in Istanbul", "the attack on the embassy in Baghdad". Else its people
/// act: "the embassy in Baghdad closed".
bool EventPlaces::is_scene(const Atom& seat) const {
  constexpr std::uint32_t reach = 5;
  for (std::uint32_t back = 1; back <= reach && seat.first >= sentence_.first + back; ++back)
    if (word_at(sentence_, seat.first - back, "locative") || word_at(sentence_, seat.first - back, "elsewhere")) return word_at(sentence_, seat.first - back, "locative");
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    if (trigger.last > seat.first || seat.first - trigger.last >= reach || trigger.list != List::events) return false;
    if (reading_.text(reading_.tokens[trigger.last]) == "'") return false;  // "the forum's secretariat"
    const auto info = world_.events.find(trigger.entry->id);
    return info != world_.events.end() && info->second.is_occasion;
  });
}

/// "Oil facilities in Saudi Arabia hit by drones", "in Botswana, which voted": the verb right behind the place tells what happened.
bool EventPlaces::happens_right_behind(const DraftClaim& draft) const {
  const auto& tokens = reading_.tokens;
  std::uint32_t behind = draft.last;
  if (behind + 2 < sentence_.last && reading_.text(tokens[behind]) == "'" && !tokens[behind].space_before && !tokens[behind + 1].space_before) {
    // "in Senegal's election", "in Syria's long war"
    behind += 2;
    return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
      const auto info = trigger.list == List::events ? world_.events.find(trigger.entry->id) : world_.events.end();
      return info != world_.events.end() && info->second.is_named_by_place && (trigger.first == behind || trigger.first == behind + 1);
    });
  }
  if (behind < sentence_.last && reading_.tokens[behind].kind == TokenKind::mark && word_at(sentence_, behind + 1, "clause")) behind += 2;
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    return trigger.first == behind && (trigger.list == List::roles || behind > draft.last) && binding_of(trigger, draft, false) == Binding::event;
  });
}

/// Does the sentence tell what happened in the town, though no word of the lists says what: "On Friday, on Route 2 in Randolph, a pickup truck ..."? It
/// names a day, or a verb of the past stands before the town in its clause; and nobody tells of himself or of what is not.
bool EventPlaces::tells_of_event(const DraftClaim& draft) const {
  if (!is_town(draft)) return false;
  if (std::any_of(sentence_.atoms.begin(), sentence_.atoms.end(), [](const Atom& atom) { return atom.is_word("first-person"); })) return false;
  if (names_a_day()) return true;
  const auto& suffix = language_of(*sentence_.language).past_suffix;
  const std::uint32_t end = phrase_begin(draft);
  for (std::uint32_t i = end; i > sentence_.first && end - i < kEventReach; --i) {
    const auto& token = reading_.tokens[i - 1];
    const auto text = reading_.text(token);
    if (token.kind == TokenKind::mark || word_at(sentence_, i - 1, "clause") || word_at(sentence_, i - 1, "or")) return false;
    if (word_at(sentence_, i - 1, "irregular-past")) return true;
    if (!suffix.empty() && text.size() > suffix.size() + 1 && text.ends_with(suffix)) return true;
  }
  return false;
}

/// Does a word right beside the place take it as its subject, its object or its name?
bool EventPlaces::is_taken(const DraftClaim& draft) const {
  const bool noun_follows = language_of(*sentence_.language).noun_follows_directly;
  const std::uint32_t words = sentence_.triggers.empty() ? 0 : words_of_place_before(draft);
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    if (trigger.list != List::roles && trigger.list != List::events) return false;
    const bool behind = trigger.last <= draft.first;
    const auto gap = token_gap(trigger, draft), distance = behind ? gap - std::min(gap, words) : gap;
    if (trigger.list == List::roles) {
      const auto flags = trigger.entry->flags;
      if ((flags & (role_binds::host | role_binds::target)) == 0 || is_denied(trigger.first)) return false;
      if (flags & role_binds::host) {
        const bool needs_event = trigger.entry->type == role_binds::witness || (trigger.entry->type == role_binds::no_state && is_state(draft));
        if (needs_event && !names_event_behind(std::max(trigger.last, draft.last)) && !names_event_before(trigger.first)) return false;
        if (names_rival_behind(std::max(trigger.last, draft.last))) return false;
        return trigger.entry->side == Side::after ? !behind && distance <= 2 : behind && distance <= (noun_follows ? 0U : 1U);  // hosted by
      }
      // Where the subject follows its verb, who strikes stands right behind it, and what is struck behind that.
      // "struck, at dawn on Tuesday, the city of Guelma": its word of place tells that it is the object.
      const std::uint32_t reach = noun_follows && words > 0 ? kEventReach : 1;
      if (trigger.entry->type == role_binds::no_state && is_state(draft)) return false;  // who takes control of a state has it
      return (flags & role_binds::target) != 0 && behind && distance <= reach && !(noun_follows && distance == 0 && may_act(draft));
    }
    // The Guelma quake; but "the United States election" is one of its people
    if (behind != noun_follows || (!noun_follows && is_state(draft))) return false;
    if (distance != 0 && (noun_follows || !joins_compound(draft, trigger))) return false;
    if (noun_follows && follows_departure(trigger)) return false;
    const auto& past = language_of(*sentence_.language).past_suffix;  // "from Kathmandu crashed" is no Kathmandu crash
    if (!past.empty() && reading_.text(reading_.tokens[trigger.last - 1]).ends_with(past)) return false;
    const auto info = world_.events.find(trigger.entry->id);
    return info != world_.events.end() && (info->second.is_named_by_place || (info->second.is_named_by_city && !is_state(draft)));
  });
}

/// Where the subject follows its verb, "the negotiators left Doha" reads "left the talks Doha".
bool EventPlaces::follows_departure(const Atom& event) const {
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& verb) {
    return verb.last == event.first && verb.list == List::roles && (verb.entry->flags & role_binds::elsewhere) != 0;
  });
}

/// "saw its largest protests", but "saw its exports fall": is there an event among the next words?
bool EventPlaces::names_event_behind(std::uint32_t token) const {
  constexpr std::uint32_t reach = 6;
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    if (trigger.first < token || trigger.first - token > reach) return false;
    if (trigger.list == List::roles) return (trigger.entry->flags & role_binds::place) != 0 && trigger.entry->type != role_binds::witness;
    const auto info = trigger.list == List::events ? world_.events.find(trigger.entry->id) : world_.events.end();
    return info != world_.events.end() && info->second.is_occasion;
  });
}

/// Where the verb may follow what it tells of: "the election that Morocco saw".
bool EventPlaces::names_event_before(std::uint32_t token) const {
  constexpr std::uint32_t reach = 8;
  if (!language_of(*sentence_.language).noun_follows_directly) return false;
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    if (trigger.last > token || token - trigger.last > reach || trigger.list != List::events) return false;
    const auto info = world_.events.find(trigger.entry->id);
    return info != world_.events.end() && info->second.is_occasion;
  });
}

/// "Liverpool host Brighton", "hosts its neighbour": a club plays here, and has the name of its town.
bool EventPlaces::names_rival_behind(std::uint32_t token) const {
  constexpr std::uint32_t reach = 6;
  for (std::uint32_t i = token; i < sentence_.last && i < token + reach; ++i)
    if (word_at(sentence_, i, "rival")) return true;
  return false;
}

/// "the Belfast restaurant stabbing": one or two plain nouns between the place and what happened there.
bool EventPlaces::joins_compound(const DraftClaim& draft, const Atom& event) const {
  constexpr std::uint32_t longest = 2;
  if (event.first < draft.last || event.first - draft.last > longest || !is_town(draft)) return false;
  const auto tells_else = [](const Atom& atom) {
    if (atom.entry == nullptr) return false;
    const auto list = atom.list;
    return list == List::stopwords || list == List::roles || list == List::speech || (list == List::words && !atom.is_word("seat"));
  };
  for (std::uint32_t i = draft.last; i < event.first; ++i) {
    const auto atoms = atoms_at(sentence_, i);
    const auto& token = reading_.tokens[i];
    if (token.kind != TokenKind::word || token.capital || std::any_of(atoms.begin(), atoms.end(), tells_else)) return false;
  }
  return true;
}

/// "an earthquake in Gyoma", "crashed on Friday in Gyoma", "gathered outside the town hall in Gyoma": are there nothing but a date and few plain words between what
/// happened and the place?
bool EventPlaces::stands_right_behind_event(const DraftClaim& draft) const {
  const std::uint32_t first = phrase_begin(draft);
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    if (trigger.last > first || binding_of(trigger, draft, false) != Binding::event || is_denied(trigger.first)) return false;
    std::uint32_t gap = first - trigger.last;
    for (const auto& mention : sentence_.mentions)
      if (mention.rule && mention.rule->makes == Makes::date && mention.first >= trigger.last && mention.last <= first) gap -= mention.last - mention.first;
    if (gap <= (gap == first - trigger.last ? 0U : 1U)) return true;  // "on"
    constexpr std::uint32_t few = 5;
    if (gap > few) return false;
    for (std::uint32_t i = trigger.last; i < first; ++i) {
      const auto& token = reading_.tokens[i];
      if (token.kind != TokenKind::word || token.capital || word_at(sentence_, i, "clause") || word_at(sentence_, i, "elsewhere")) return false;
    }
    return true;
  });
}

}  // namespace mizan
