#include "topic/slots.hpp"

#include <algorithm>

#include "kind/elliptical_counts.hpp"
#include "topic/event_places.hpp"

namespace mizan {
namespace {

/// How far from a value, in tokens, words still speak of it.
constexpr std::uint32_t kFacetReach = 6, kModalityReach = 8, kChangeReach = 8, kGoalReach = 24;
/// A plan that stands this near to a day of the past was made for it; farther off it is another one.
constexpr std::uint32_t kPastPlanReach = 3;
/// How sure it is that a day that was worked out from the day of the article, but stands in a quotation, is right.
constexpr double kQuotedDay = 0.5;

/// What is moved is a date or a place, what rises and falls is a figure; lists of states are not told to change in such words.
bool can_change(const std::string& change, Kind kind) {
  if (kind == Kind::countries) return false;
  if (change == "moved") return kind == Kind::date || kind == Kind::place;
  return change == "revised" || kind == Kind::count;
}

/// "25,139 people (up from 19,080 in 2000), 9,258 households": a day in brackets with a figure of its own is of that one.
bool is_in_brackets_of_other(const SentenceView& view, const DraftClaim& date, const DraftClaim& draft) {
  const auto text = [&](std::uint32_t i) { return view.reading.text(view.reading.tokens[i]); };
  std::uint32_t open = date.first, close = date.last;
  while (open > view.sentence.first && text(open - 1) != "(" && text(open - 1) != ")") --open;
  if (open == view.sentence.first || text(open - 1) != "(") return false;
  while (close < view.sentence.last && text(close) != ")") ++close;
  if (draft.first >= open && draft.first < close) return false;
  return std::any_of(view.drafts.begin(), view.drafts.end(),
                     [&](const DraftClaim& other) { return other.claim.kind == Kind::count && other.first >= open && other.last <= close; });
}

}  // namespace

const Atom* bound_of(const SentenceView& view, const DraftClaim& date) {
  const auto bound = std::find_if(view.sentence.triggers.begin(), view.sentence.triggers.end(), [&](const Atom& trigger) {
    return trigger.list == List::facets && trigger.entry->side == Side::before && trigger.last == date.first;
  });
  return bound == view.sentence.triggers.end() ? nullptr : &*bound;
}

std::optional<ClaimTime> time_of(const SentenceView& view, const DraftClaim& draft) {
  constexpr std::uint32_t reach = 10;
  const DraftClaim* nearest = nullptr;
  std::uint32_t gap = reach + 1;
  if (draft.claim.kind == Kind::date) {
    nearest = &draft;
  } else {
    for (const auto& other : view.drafts) {
      if (other.claim.kind != Kind::date || bound_of(view, other) || view.clauses_between(other.first, draft) != 0) continue;
      if (is_in_brackets_of_other(view, other, draft)) continue;
      const auto distance = other.last <= draft.first ? draft.first - other.last : other.first >= draft.last ? other.first - draft.last : 0;
      if (distance >= gap) continue;
      gap = distance;
      nearest = &other;
    }
  }
  if (!nearest) return std::nullopt;
  const auto& date = std::get<DateRange>(nearest->claim.value);
  const auto days = interval(date);
  return days ? std::optional(ClaimTime{&date, *days}) : std::nullopt;
}

SlotReader::SlotReader(const SentenceView& view) : view_(view), stems_(view.reading, view.sentence) {
  if (view.dateline) as_of_ = {*view.dateline, AsOf::From::dateline};
}

/// Is it told of something else than the value: "from Cape Canaveral is set for 12 March", or part of words that say another thing: "put off until"?
bool SlotReader::is_facet_of_other(const Atom& facet, const DraftClaim& draft) const {
  if (facet.entry->side != Side::before) return false;
  return std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& other) {
    if (other.last > draft.first || (other.list != List::roles && other.list != List::change)) return false;
    const bool is_between = other.first >= facet.last && other.entry->side != Side::after;
    return is_between || (other.first < facet.first && facet.last <= other.last);
  });
}

/// "vaccinated 96,000 children in a campaign that is to last", "spent 3 million and hopes that", "61 percent voted against the plan": behind a value, is what is
/// planned or feared something else?
bool SlotReader::is_modality_of_other(const Atom& trigger, const DraftClaim& draft) const {
  const auto& sentence = view_.sentence;
  if (trigger.first < draft.last) return false;
  if (trigger.conjunction || sentence.word_before(trigger.first, "and") || sentence.word_before(trigger.first, "but") || sentence.word_before(trigger.first, "article")) return true;
  for (std::uint32_t i = draft.last; i < trigger.first; ++i)
    if (word_at(sentence, i, "that-word")) return true;
  return false;
}

/// The nearest trigger of a list in the clause of the value.
SlotReader::Nearest SlotReader::nearest(List list, const DraftClaim& draft, std::uint32_t reach) const {
  const Clause& clause = view_.clause_of(draft);
  Nearest best;
  for (const auto& trigger : view_.sentence.triggers) {
    if (trigger.list != list || trigger.first < clause.first || trigger.last > clause.last) continue;
    const auto distance = token_gap(trigger, draft);
    if (distance > reach || distance >= best.distance) continue;
    if (list == List::modality && is_modality_of_other(trigger, draft)) continue;
    if (list == List::change && !can_change(trigger.entry->id, draft.claim.kind)) continue;
    if (trigger.entry->side == Side::before && trigger.last > draft.first) continue;
    if (trigger.entry->side == Side::after && trigger.first < draft.last) continue;
    best = {&trigger, distance};
  }
  return best;
}

void SlotReader::set_slots(DraftClaim& draft) const {
  auto& topic = draft.claim.topic;
  const Clause& clause = view_.clause_of(draft);
  const auto* date = std::get_if<DateRange>(&draft.claim.value);
  const bool is_span = date && date->is_range && !date->open_begin && !date->open_end;
  if (date && !is_span)
    if (const auto found = nearest(List::facets, draft, kFacetReach); found.trigger && !is_facet_of_other(*found.trigger, draft))
      topic.facet = {found.trigger->entry->id, SlotState::known, view_.words_of(*found.trigger)};
  set_modality(draft);
  topic.updates = nearest(List::change, draft, kChangeReach).trigger != nullptr;
  set_goal(draft);
  set_scope(draft, clause);
  set_of_whom(draft, clause);
  set_speaker(draft, clause);
  // Whoever said "today" need not have said it on the day of the article.
  if (clause.quoted && draft.claim.anchor) draft.claim.reading = std::min(draft.claim.reading, kQuotedDay);
  topic.as_of = as_of_;
  set_past(draft);
}

/// What lies ahead of the article is planned, whatever the verb; what lies behind it happened, unless the plan stands right beside it: was due to open on 3 May.
void SlotReader::set_modality(DraftClaim& draft) const {
  auto& modality = draft.claim.topic.modality;
  const auto found = nearest(List::modality, draft, kModalityReach);
  const auto time = time_of(view_, draft);
  const bool is_ahead = time && as_of_.days && time->days.first > *as_of_.days, is_past = time && as_of_.days && time->days.last < *as_of_.days;
  if (found.trigger) modality = {found.trigger->entry->id, SlotState::known, view_.words_of(*found.trigger)};
  if (is_past && modality.id == "planned" && found.distance > kPastPlanReach) modality = {};
  if (is_ahead && !modality) modality = {"planned", SlotState::inherited, {}};
}

/// What an event that is moved comes to on its new day: it is held; a rocket is launched. But nobody moves what just happens.
std::string_view SlotReader::role_of_moved(const std::string& event) const {
  constexpr std::string_view held = "held";
  const auto roles = view_.world.event_roles.find(event);
  if (roles == view_.world.event_roles.end()) return held;
  const auto role = roles->second.find(held);
  return role == roles->second.end() || role->second == "occurred" ? held : role->second.view();
}

/// "put off, at the host's wish, to June": a day behind a word of direction is the one that something was moved to.
void SlotReader::set_goal(DraftClaim& draft) const {
  auto& topic = draft.claim.topic;
  if (draft.claim.kind != Kind::date || draft.first == view_.sentence.first || !word_at(view_.sentence, draft.first - 1, "to")) return;
  for (const auto& trigger : view_.sentence.triggers) {
    if (trigger.list != List::change || trigger.entry->id != "moved" || trigger.last > draft.first || token_gap(trigger, draft) > kGoalReach) continue;
    topic.updates = true;
    if (topic.role.state != SlotState::known) topic.role = {std::string(role_of_moved(topic.event.head.id)), SlotState::known, view_.words_of(trigger)};
  }
}

/// "92 percent in 2017": the text puts the figure into a time that is not the article's own; but what has been counted since something
/// began, or is the lowest since then, is of today.
void SlotReader::set_past(DraftClaim& draft) const {
  if (draft.claim.kind == Kind::date) return;
  constexpr std::uint32_t reach = 14;
  constexpr std::int32_t long_past = 5;
  std::uint32_t nearest = reach + 1;
  auto& as_of = draft.claim.topic.as_of;
  const auto dateline = as_of.days;
  for (const auto& other : view_.drafts) {
    const auto* date = std::get_if<DateRange>(&other.claim.value);
    if (!date) continue;
    const std::uint32_t distance = other.last <= draft.first ? draft.first - other.last : other.first >= draft.last ? other.first - draft.last : reach + 1;
    if (distance >= nearest) continue;
    const auto days = interval(*date);
    if (!days || (dateline && *dateline - days->last < long_past) || is_time_of_other(other, draft) || is_in_brackets_of_other(view_, other, draft)) continue;
    nearest = distance;
    const auto facet = this->nearest(List::facets, other, kFacetReach);
    as_of = facet.trigger && facet.trigger->entry->id == "start" ? as_of_ : AsOf{days->first, AsOf::From::text};
  }
}

/// "sank to 7 billion, after it had been 18 billion three years ago": beyond another figure, in another clause, a day is of that one.
bool SlotReader::is_time_of_other(const DraftClaim& date, const DraftClaim& draft) const {
  const auto between = date.last <= draft.first ? view_.values_between(date.last, draft.first, Kind::count) : view_.values_between(draft.last, date.first, Kind::count);
  return between > 0 && view_.clauses_between(date.first, draft) > 0;
}

void SlotReader::set_scope(DraftClaim& draft, const Clause& clause) const {
  if (draft.claim.kind != Kind::count) return;  // days and places are whole
  constexpr std::uint32_t reach = 6;  // a form of four words that ends two words off
  const std::uint32_t from = std::max(clause.first, draft.first > reach ? draft.first - reach : 0), to = std::min(clause.last, draft.last + 3);
  std::uint32_t read_until = from;  // words inside a form that was read say nothing for themselves
  for (std::uint32_t i = from; i < to; ++i)
    for (const auto& atom : atoms_at(view_.sentence, i)) {
      if (atom.list != List::scope || token_gap(atom, draft) > 2 || (atom.first < read_until && atom.last <= read_until)) continue;
      if (is_inside_other(atom, draft) || is_inside_bound(atom, draft)) continue;
      const bool before = atom.last <= draft.first || atom.first == draft.first;  // a bound that the value begins with
      if ((atom.entry->side == Side::before && !before) || (atom.entry->side == Side::after && before)) continue;
      // "112 cases, of them four died": what does not follow at once begins a part of its own.
      if (atom.entry->side == Side::after && atom.entry->id == "part" && atom.first > draft.last) continue;
      draft.claim.topic.scope = {atom.entry->id, SlotState::known, view_.words_of(atom)};
      read_until = atom.last;
    }
  if (draft.claim.topic.scope.id == "part" && is_whole_of_its_role(draft)) draft.claim.topic.scope = {};
  if (!draft.claim.topic.scope) draft.claim.topic.scope = change_scope(draft, clause);
}

/// "1,012 cases including 39 deaths", "17,015 fell ill, and 643 of them died": a part of the cases, and all deaths that there were. What plays another role than the
/// figure before it, as words of its own say, is the whole of that role.
bool SlotReader::is_whole_of_its_role(const DraftClaim& draft) const {
  const auto& role = draft.claim.topic.role;
  const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
  if (role.state != SlotState::known || !quantity || !is_counted_noun(view_.world.class_of(quantity->unit))) return false;
  const DraftClaim* whole = nullptr;
  for (const auto& other : view_.drafts)
    if (other.claim.kind == Kind::count && other.last <= draft.first) whole = &other;
  return whole && whole->claim.topic.role && whole->claim.topic.role.id != role.id;
}

/// "no more than a hundred": what a bound is made of says nothing else.
bool SlotReader::is_inside_bound(const Atom& atom, const DraftClaim& draft) const {
  if (atom.first <= draft.first) return false;
  const auto& numbers = view_.sentence.numbers;
  const auto figure = std::find_if(numbers.begin(), numbers.end(), [&](const NumberMention& number) { return number.first >= draft.first; });
  return figure != numbers.end() && figure->last <= draft.last && atom.last <= figure->first;
}

/// "killed 27 people and sickened more than 640": what another figure begins with says nothing of this one.
bool SlotReader::is_inside_other(const Atom& atom, const DraftClaim& draft) const {
  if (language_of(*view_.sentence.language).noun_follows_directly) return false;  // there what a part begins with tells of the whole too
  return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& other) {
    return &other != &draft && other.claim.kind == Kind::count && atom.first >= other.first && atom.first < other.last;
  });
}

/// "raised the rate to 3.75 percent": where something rises or falls, what it went to and what it came from.
Slot SlotReader::change_scope(const DraftClaim& draft, const Clause& clause) const {
  if (draft.claim.kind != Kind::count || draft.first == view_.sentence.first) return {};
  const Atom* to = word_at(view_.sentence, draft.first - 1, "to");
  const Atom* from = word_at(view_.sentence, draft.first - 1, "from");
  const auto& triggers = view_.sentence.triggers;
  const auto moves = [](const Atom& trigger) { return trigger.list == List::change && (trigger.entry->id == "rose" || trigger.entry->id == "fell"); };
  if (!to && !from) {
    // "grew 4.2 percent": right behind the verb it is what was added.
    const auto verb = std::find_if(triggers.begin(), triggers.end(), [&](const Atom& trigger) { return moves(trigger) && trigger.last == draft.first; });
    const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
    const bool is_share = quantity && view_.world.class_of(quantity->unit) == "percent";
    return verb != triggers.end() && is_share ? Slot{"change-by", SlotState::known, view_.words_of(*verb)} : Slot{};
  }
  const auto is_change = [&](const Atom& trigger) {
    return (moves(trigger) || (trigger.list == List::roles && (trigger.entry->id == "raised" || trigger.entry->id == "lowered"))) && trigger.first >= clause.first && trigger.last < draft.first && token_gap(trigger, draft) <= kChangeReach;
  };
  if (std::none_of(triggers.begin(), triggers.end(), is_change)) return {};
  return {to ? "change-to" : "change-from", SlotState::known, view_.words_of(to ? *to : *from)};
}

/// The state whose figure it is: named inside or right behind the value, or before it in the clause with no other figure between.
void SlotReader::set_of_whom(DraftClaim& draft, const Clause& clause) const {
  if (draft.claim.kind != Kind::count) return;
  // "Sweden, Norway and Iceland signed an accord worth 90 million": it is no more Iceland's than Norway's.
  const auto is_one_of_several = [&](const Atom& state) {
    return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& other) {
      const auto* list = std::get_if<CountryList>(&other.claim.value);
      return list && list->codes.size() > 1 && other.first <= state.first && state.last <= other.last;
    });
  };
  // Salem the Canadian is a name.
  const auto is_surname = [&](const Atom& state) {
    if (state.first == view_.sentence.first || state.entry->type != static_cast<std::uint8_t>(CountryForm::demonym)) return false;
    const auto before = atoms_at(view_.sentence, state.first - 1);
    return std::any_of(before.begin(), before.end(), [&](const Atom& atom) { return atom.is_word("given-name") && atom.last == state.first; });
  };
  const Atom* best = nullptr;
  constexpr std::uint32_t reach = 12;
  const std::uint32_t from = std::max(clause.first, draft.first > reach ? draft.first - reach : 0), to = std::min(clause.last, draft.last + 1);
  for (std::uint32_t i = from; i < to; ++i)
    for (const auto& atom : atoms_at(view_.sentence, i)) {
      if (atom.list != List::countries || atom.entry->id == "-" || is_one_of_several(atom) || is_surname(atom)) continue;
      const bool before = atom.last <= draft.first;
      if (before && draft.first - atom.last <= 8 && view_.values_between(atom.last, draft.first, Kind::count) == 0) best = &atom;
      if (!before && atom.first >= draft.first && atom.first <= draft.last) best = &atom;
    }
  if (best) draft.claim.topic.of_whom = {"c:" + best->entry->id, SlotState::known, view_.words_of(*best)};
}

/// Only words between quotation marks are surely somebody's.
void SlotReader::set_speaker(DraftClaim& draft, const Clause& clause) const {
  if (!clause.quoted) return;
  for (const auto& trigger : view_.sentence.triggers) {
    if (trigger.list != List::speech) continue;
    // Who says it stands behind the verb (ar) or on either side of it (en), as a name.
    const bool follows = language_of(*view_.sentence.language).noun_follows_directly;
    for (std::uint32_t step = 1; step <= 3; ++step) {
      const std::uint32_t i = follows ? trigger.last + step - 1 : trigger.first - step;
      if (i < view_.sentence.first || i >= view_.sentence.last || view_.reading.tokens[i].kind != TokenKind::word) break;
      if (!stems_.is_content(i) || (!follows && !view_.reading.tokens[i].capital)) continue;
      draft.claim.topic.speaker = {stems_.stem(i), SlotState::known, std::string(view_.reading.text(view_.reading.tokens[i]))};
      return;
    }
  }
}

}  // namespace mizan
