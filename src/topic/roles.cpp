#include "topic/roles.hpp"

#include "topic/event_places.hpp"
#include "topic/slots.hpp"

namespace mizan {
namespace {

/// How far from a value, in steps, words still speak of it.
constexpr std::uint32_t kRoleReach = 14, kMostSteps = 16;
/// And how far, in tokens, with all that may stand in between.
constexpr std::uint32_t kFarthest = 80;
/// Steps that a border of clauses, and a value of the same kind between, count for.
constexpr std::uint32_t kRoleClauseSteps = 5, kValueSteps = 6;
/// What a noun behind "the number of" counts for, however far off its figure stands.
constexpr std::uint32_t kHeadSteps = 2;
/// The day on which somebody said it stands right beside the verb.
constexpr std::uint32_t kSpeechReach = 3;
/// But what happened that day comes first.
constexpr std::uint32_t kSpeechSteps = 6;
/// What stands before its verb is told of by what comes behind: "four drowned and 61 were pulled from the sea".
constexpr std::uint32_t kSubjectSteps = 3;
/// How far behind a part the end of its whole may stand, in tokens: of the 20 people.
constexpr std::uint32_t kWholeReach = 10;
/// What is told of an event goes before what the event alone lets us conclude: the entry into force of a treaty.
constexpr std::uint32_t kEventSteps = 1;
/// What "that" behind a day leaves to the verb before it.
constexpr std::uint32_t kSayingSteps = 3;
/// What "since" says of its day; a form that ends in it goes before.
constexpr std::uint32_t kSinceSteps = 2;

}  // namespace

std::uint32_t RoleReader::cost_of(const Atom& trigger, const DraftClaim& draft, const Frame& frame, const Build& build) const {
  // "uprooted some 900,000 people": a form that ends in the bound of the figure stands before it all the same.
  const bool ends_in_bound = draft.claim.kind == Kind::count && trigger.first < draft.first && trigger.last == draft.first + 1 && trigger.last < draft.last;
  const bool before = trigger.last <= draft.first || ends_in_bound || leads_figure(trigger, draft), after = trigger.first >= draft.last;
  // "the number of candidates": the counted noun stands before its figure.
  const bool is_number_of = before && (view_.sentence.word_before(trigger.first, "count-noun") || word_at(view_.sentence, trigger.first, "count-noun"));
  const auto side = is_number_of && trigger.entry->side == Side::unit ? Side::before : trigger.entry->side;
  if (side == Side::unit) {  // it counts what it is told of
    const bool counts = !before && !after && draft.claim.kind == Kind::count && !is_measured_until(trigger, draft);
    return counts ? 0 : kFar;
  }
  if ((!before && !after) || (before && is_agent(draft)) || is_in_other(trigger, draft) || (after && is_of_next(trigger, draft))) return kFar;
  if (frame.opens && trigger.list == List::roles && is_led_to(trigger, draft)) return 0;
  if ((side == Side::before && !before) || (side == Side::after && !after)) return kFar;
  const std::uint32_t resumed = build.resumes_at;
  const std::uint32_t distance = token_gap(trigger, draft);
  if (distance >= (build.is_plain && frame.inserted_last == 0 ? kRoleReach : kFarthest) && resumed == 0) return kFar;
  if (trigger.list == List::roles && is_shut_off(trigger, draft)) return kFar;
  // "Eleven of the 20 on board died": what stands behind the whole is told of its part; of the whole tells its own noun alone.
  const DraftClaim* whole = after && trigger.first - draft.last <= kWholeReach + kRoleReach ? build.whole : nullptr;
  if (whole && tells_of_whole(trigger, *whole)) return kFar;
  // But six of the 21 billion of its debt: what is no number of things has its noun where it likes.
  if (build.has_part && (before || (build.is_counted && !tells_of_whole(trigger, draft)))) return kFar;
  if (build.leads_parts && (before || goes_on_behind(draft, trigger))) return kFar;
  if (before && is_of_leading_whole(trigger, draft)) return kFar;
  if (after && draft.claim.kind == Kind::count && ((trigger.first > draft.last && build.is_setting) || leads_to_next(trigger))) return kFar;
  if (before && trigger.first < build.hangs_from) return kFar;
  if (resumed != 0 && trigger.first >= resumed && trigger.first - resumed < kRoleReach) return trigger.first - resumed + 1;
  if (frame.inserted_last != 0 && trigger.last <= frame.inserted_first && !is_told_of_other(trigger, frame)) {  // what is put in between counts for nothing
    const auto near = distance - std::min(frame.inserted_last - frame.inserted_first, distance);
    if (near >= kRoleReach) return kFar;
    const auto values = view_.values_between(trigger.last, frame.inserted_first, draft.claim.kind);
    const auto borders = view_.clause_at(frame.inserted_first - 1) - view_.clause_at(trigger.first);
    return near + values * kValueSteps + static_cast<std::uint32_t>(borders) * kRoleClauseSteps + 1;
  }
  if (before && build.before && trigger.last <= build.row.first && !counts_row(trigger, draft)) return kFar;
  // A word is told of a row as of its nearest figure, and of what it stands beside but for words put in between.
  auto row = told_of(draft, build, trigger);
  const bool is_in_row = row.first != draft.first || row.last != draft.last;
  if (whole) row.last = whole->last;
  const bool is_opening_day = after && build.opens_sentence;
  if (is_opening_day) {
    if (trigger.list == List::events && is_aside(trigger)) return kFar;
    if (build.resumes_behind_day <= trigger.first) row.last = build.resumes_behind_day;
  }
  const std::uint32_t from = before ? std::min(trigger.last, row.first) : row.last, to = before ? row.first : std::max(trigger.first, row.last);
  const auto skipped = skipped_between(from, to);
  const std::uint32_t gap = distance == 0 ? 0 : to - from - std::min(skipped.tokens, to - from);
  if (gap >= kRoleReach) return kFar;
  const auto between = view_.values_between(from, to, draft.claim.kind);
  const auto here = view_.clause_at(before ? row.first : row.last == draft.last ? draft.first : row.last - 1), there = view_.clause_at(trigger.first);
  auto borders = static_cast<std::uint32_t>(here < there ? there - here : here - there);
  borders -= std::min(skipped.borders, borders);
  borders += frame.is_inserted(trigger) ? 1u : 0u;
  if (before && borders > 0 && frame.begins_anew) ++borders;
  if (borders > 0 && between > 0 && is_parted(before ? trigger.last : draft.last, before ? draft.first : trigger.first)) return kFar;
  if (draft.claim.kind == Kind::date && before && between > 0 && is_of_other_day(trigger, draft)) return kFar;
  if (draft.claim.kind == Kind::date && after && trigger.list == List::roles && has_own_day(trigger)) return kFar;
  if (draft.claim.kind == Kind::date && after && trigger.list == List::roles && !build.opens_sentence && is_in_next_clause(trigger, draft)) return kFar;
  if (build.modifies != 0 && (before || trigger.first >= build.modifies)) return kFar;
  // And what follows the noun only tells of whom: the number of deaths among pilgrims of this season passed 900.
  if (is_number_of && gap > 0 && between == 0 && borders == 0) return kHeadSteps;
  // "On Thursday, the court …": a day that begins its sentence is of what follows.
  if (is_opening_day && borders > 0 && (view_.reading.tokens[draft.last].kind == TokenKind::mark || view_.clause_at(draft.last) == view_.clause_at(draft.first))) --borders;
  // What may stand on either side is sooner of what follows it; what the pack has behind a figure only is of the one before it: and 139 voted for it.
  const std::uint32_t is_behind = after && side != Side::after ? 1 : 0;
  const bool is_subject = resumed != 0 || (draft.claim.kind == Kind::count && word_at(view_.sentence, draft.last, "auxiliary"));
  // "40 cars were burnt and 12 shops looted": a figure with a verb of its own has none that stands behind the next one.
  if (after && is_subject && resumed == 0 && between > 0) return kFar;
  const std::uint32_t is_of_other = before && is_subject ? kSubjectSteps : 0;
  return gap + between * kValueSteps + borders * kRoleClauseSteps + is_behind + is_of_other + (is_in_row ? 1 : 0) + 1;
}

/// "Fifteen people, among them a girl, were picked up": where the verb of a figure stands behind what is put in between, the token that it begins at; else 0.
std::uint32_t RoleReader::resumes_at(const DraftClaim& draft) const {
  constexpr std::uint32_t longest = 14;  // tokens put in between
  const auto is_comma = [&](std::uint32_t i) {
    const auto mark = view_.reading.text(view_.reading.tokens[i]);
    return mark == "," || mark == "—" || mark == "–";
  };
  if (draft.last >= view_.sentence.last || !is_comma(draft.last)) return 0;
  // "Eighteen miners, most of them old, died": what its clause begins with may have any verb.
  const bool is_subject = draft.claim.kind == Kind::count && draft.first <= view_.clause_of(draft).first + 1;
  const auto tells = [&](std::uint32_t i) {
    return std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& verb) {
      return verb.first == i && verb.list == List::roles && verb.entry->side != Side::before && (verb.entry->flags & (1U << static_cast<unsigned>(Kind::count))) != 0;
    });
  };
  const std::uint32_t end = std::min(view_.sentence.last, draft.last + longest);
  for (std::uint32_t i = draft.last + 1; i + 1 < end; ++i)
    if (is_comma(i)) return word_at(view_.sentence, i + 1, "auxiliary") || (is_subject && tells(i + 1)) ? i + 1 : 0;
  return 0;
}

/// "sales slid 14% to 2.3 billion": what something rose or fell to, or from, is no change itself.
bool RoleReader::is_end_of_change(const DraftClaim& draft, std::string_view role) const {
  if (role != "rose" && role != "fell") return false;
  if (draft.claim.kind != Kind::count) return false;
  return (view_.sentence.word_before(draft.first, "to") || view_.sentence.word_before(draft.first, "from"));
}

/// "31 seats, down from 40": words that only compare tell nothing else of what they compare.
bool RoleReader::compares(const Atom& trigger, const DraftClaim& draft) const {
  const Atom* compared = view_.sentence.word_before(draft.first, "compared");
  return compared && trigger.first >= compared->first && trigger.last <= compared->last;
}

/// "a conference to establish a zone": the word behind an event's head, with its preposition written on it, tells what the event is for, not what happened.
bool RoleReader::names_event(const Atom& trigger) const {
  const auto word = view_.reading.text(view_.reading.tokens[trigger.first]);
  const auto& clitics = language_of(*view_.sentence.language).clitics;
  const bool prefixed = std::any_of(clitics.begin(), clitics.end(), [&](const Clitic& c) { return c.preposition && !c.locative && !c.article && word.starts_with(c.form); });
  return prefixed && std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& event) {
           return event.list == List::events && event.last <= trigger.first && trigger.first - event.last <= 1;
         });
}

/// "to replace the smoke-damaged library for $92 million": what is written with a hyphen on a word only describes a thing. Not "re-opened".
bool RoleReader::describes(const Atom& trigger) const {
  constexpr std::size_t longest_prefix = 3;
  if (trigger.first < view_.sentence.first + 2) return false;
  const auto &mark = view_.reading.tokens[trigger.first - 1], &word = view_.reading.tokens[trigger.first - 2];
  if (view_.reading.text(mark) != "-" || mark.space_before || view_.reading.tokens[trigger.first].space_before || word.kind != TokenKind::word) return false;
  return word.capital || view_.reading.text(word).size() > longest_prefix;
}

/// Savings are no jobs, and no agreements attend: a role takes only figures of its classes, its units and their dimensions.
bool RoleReader::may_count(std::string_view role, const Claim& claim) const {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  const auto found = view_.world.roles.find(role);
  if (!quantity || found == view_.world.roles.end() || found->second.counts.empty() || quantity->unit.empty()) return true;
  const auto& counts = found->second.counts;
  // A noun that no list knows may be people as well as things.
  if (quantity->unit.starts_with('~')) return counts.contains("person") || counts.contains("thing");
  return counts.contains(view_.world.class_of(quantity->unit)) || counts.contains(quantity->unit) || counts.contains(view_.world.dimension_of(quantity->unit));
}

/// Does the role name the unit itself, and not only its class?
bool RoleReader::is_of_unit(std::string_view role, const Claim& claim) const {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  const auto found = view_.world.roles.find(role);
  return quantity && found != view_.world.roles.end() && quantity->unit != view_.world.class_of(quantity->unit) && found->second.counts.contains(quantity->unit);
}

/// What a figure of this unit is where nothing says what it is: ten days last, ten tonnes weigh.
std::string_view RoleReader::unit_role(const Claim& claim) const {
  const auto& unit = std::get<Quantity>(claim.value).unit;
  for (const auto key : {std::string_view(unit), view_.world.dimension_of(unit)})
    if (const auto role = view_.world.unit_roles.find(key); role != view_.world.unit_roles.end()) return role->second;
  return {};
}

/// What the event makes of the claim's role, or of its unit where it has none.
std::string_view RoleReader::event_role(const Claim& claim) const {
  const auto& topic = claim.topic;
  const auto roles = view_.world.event_roles.find(topic.event.head.id);
  const auto of = [&](std::string_view what) -> std::string_view {
    if (roles == view_.world.event_roles.end()) return {};
    const auto role = roles->second.find(what);
    return role == roles->second.end() ? std::string_view() : role->second.view();
  };
  if (topic.role) return of(topic.role.id);
  if (const auto* quantity = std::get_if<Quantity>(&claim.value)) {
    const auto role = of(quantity->unit);
    return role.empty() ? of("class:" + std::string(view_.world.class_of(quantity->unit))) : role;
  }
  // Where the sentence does not name the event, most days are of something else: read in news, two in three.
  if ((claim.kind != Kind::date && claim.kind != Kind::place) || topic.event.head.state != SlotState::known) return {};
  const auto info = view_.world.events.find(topic.event.head.id);
  return info == view_.world.events.end() ? std::string_view() : info->second.when.view();
}

void RoleReader::refine(DraftClaim& draft, const DraftClaim* before) const {
  constexpr std::uint32_t list_reach = 9;
  auto& role = draft.claim.topic.role;
  // From its first day to its last it was held.
  const auto* date = std::get_if<DateRange>(&draft.claim.value);
  if (date && date->is_range && !date->open_begin && !date->open_end && (role.id == "begin" || role.id == "end")) role = {"held", role.state, role.words};
  if (auto change = change_role(draft)) {
    role = std::move(change);
    return;
  }
  // What has been since then began then; what the sentence does not name right before was not opened.
  if (date && role.id == "begin")
    if (const Atom* bound = bound_of(view_, draft); bound && word_at(view_.sentence, bound->first, "since-word") && !follows_event(*bound, draft.claim.topic.event.head)) return;
  if (auto whole = whole_role(draft, before)) {
    role = std::move(whole);
    return;
  }
  if (draft.claim.kind == Kind::count && is_untold_whole(draft, before)) {
    role = {};
    return;
  }
  if (before && draft.claim.kind == Kind::count) {
    auto same = role_of_those(draft, *before);
    if (!same) same = role_of_compared(draft, *before);
    if (!same) same = role_of_all(draft, *before);
    if (same) {
      role = std::move(same);
      return;
    }
  }
  const auto in_event = !role && date && is_day_of_other_event(draft) ? std::string_view() : event_role(draft.claim);
  if (auto part = part_role(draft, in_event.empty() ? std::string_view(role.id) : in_event)) {
    role = std::move(part);
    return;
  }
  if (!in_event.empty()) {
    role = {std::string(in_event), role ? role.state : SlotState::inherited, role.words};
    return;
  }
  if (draft.claim.kind != Kind::count) return;
  // "by 74 votes to 38": behind such a word stand those who were against.
  if (before && before->claim.topic.role.id == "voted-for" && before->last + 1 == draft.first && word_at(view_.sentence, before->last, "counter-vote")) {
    role = {"voted-against", SlotState::known, {}};
    return;
  }
  if (role) return;
  // A list of figures of one unit is of one role.
  const auto& unit = std::get<Quantity>(draft.claim.value).unit;
  const auto& other = before ? std::get<Quantity>(before->claim.value).unit : unit;
  // "75 miles (120 km)": one measure in two units, or one sum of money.
  constexpr std::uint32_t bracket_reach = 2;
  const auto is_money = [&](std::string_view one) { return view_.world.class_of(one) == "money"; };
  const bool is_of_its_own = part_before(draft) || hangs_from(draft) != 0;
  const bool is_converted = before && draft.first - before->last <= bracket_reach &&
                            (view_.world.dimension_of(other) == view_.world.dimension_of(unit) || (is_money(unit) && is_money(other)));
  const bool is_in_list = before && draft.first - before->last <= list_reach && (other == unit || is_listed(*before, draft));
  if (before && before->claim.topic.role && !unit.empty() && !is_of_its_own && (is_converted || is_in_list) && !is_end_of_change(draft, before->claim.topic.role.id)) {
    role = {before->claim.topic.role.id, SlotState::inherited, {}};
    return;
  }
  if (const auto id = unit_role(draft.claim); !id.empty()) role = {std::string(id), SlotState::inherited, {}};
}

/// "was launched from": the verb that the name of an event is made of tells itself what was then.
bool RoleReader::holds_verb(const Atom& event, std::uint8_t kind_bit) const {
  return std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& verb) {
    return verb.list == List::roles && (verb.entry->flags & kind_bit) != 0 && verb.first < event.last && verb.last > event.first;
  });
}

/// "deliberated for 31 hours after a trial": how long it took, and not how long ago the trial was.
bool RoleReader::is_measured_until(const Atom& unit, const DraftClaim& draft) const {
  return unit.last > draft.last && draft.first > view_.sentence.first && view_.world.class_of(std::get<Quantity>(draft.claim.value).unit) == "time" &&
         view_.sentence.word_before(draft.first, "length");
}

/// Is the figure all that its words tell: 35, some 35?
bool RoleReader::lacks_noun(const DraftClaim& draft) const {
  const auto& numbers = view_.sentence.numbers;
  return std::any_of(numbers.begin(), numbers.end(), [&](const NumberMention& number) { return number.first >= draft.first && number.last == draft.last; });
}

/// Does the clause end behind the word?
bool RoleReader::ends_clause(const Atom& word) const {
  return word.last >= view_.sentence.last || view_.reading.tokens[word.last].kind == TokenKind::mark || view_.clause_at(word.last) != view_.clause_at(word.first);
}

Slot RoleReader::role_of(const DraftClaim& draft) const {
  const auto kind = draft.claim.kind;
  const auto kind_bit = static_cast<std::uint8_t>(1u << static_cast<unsigned>(kind));
  // The counted noun that tells what happened: the dead.
  for (std::uint32_t i = draft.first; i < draft.last && kind == Kind::count; ++i)
    for (const auto& atom : atoms_at(view_.sentence, i))
      if (atom.list == List::roles && atom.entry->side == Side::unit && !is_measured_until(atom, draft)) {
        auto done = done_to(draft, atom);
        return done ? done : Slot{std::string(atom.entry->id), SlotState::known, view_.words_of(atom)};
      }
  if (kind == Kind::date)
    if (auto life = life_role(draft)) return life;
  const Atom* bound = kind == Kind::date ? bound_of(view_, draft) : nullptr;  // "since 2012": nothing of the event happened in it
  const bool is_record = bound && is_record_since(*bound);
  const Frame frame = frame_of(draft);
  const Build build = build_of(draft);
  std::string_view best;
  const Atom* said_by = nullptr;
  std::uint32_t nearest = kMostSteps + 1;
  bool is_told = false, said_role = false;
  // "demonstrated since June": it began then, whatever it is. Not "in force since June".
  if (bound && !is_record && bound->entry->id == "start" && word_at(view_.sentence, bound->first, "since-word")) {
    nearest = kSinceSteps;
    best = "begin";
    said_by = bound;
    is_told = true;
  }
  // "confirmed on Monday that the talks": its own verb stands as near, and nothing else.
  if (is_day_of_saying(draft)) nearest = kSayingSteps;
  for (const auto& trigger : view_.sentence.triggers) {
    const bool is_role = trigger.list == List::roles && (trigger.entry->flags & kind_bit) != 0;
    const bool is_speech = trigger.list == List::speech && kind == Kind::date;
    const bool is_event = trigger.list == List::events && (kind == Kind::date || kind == Kind::place);
    if (!is_role && !is_speech && !is_event) continue;
    std::string_view role = trigger.entry->id;
    if (is_speech) role = "announced";
    if (is_event && bound) continue;
    if (is_event) {
      const auto info = view_.world.events.find(role);
      if (info == view_.world.events.end() || info->second.when.empty() || holds_verb(trigger, kind_bit)) continue;
      role = info->second.when;
    }
    auto cost = cost_of(trigger, draft, frame, build);
    if (is_event && cost < kFar) cost += kEventSteps;
    const bool is_saying = is_speech || (is_role && role == "announced");
    // "hurt six on Tuesday, officials said": beyond a comma somebody only says what happened that day.
    const bool is_said_apart = is_speech && !build.opens_sentence && trigger.first >= draft.last && view_.clause_at(trigger.first) != view_.clause_at(draft.first);
    if (is_saying && frame.leads_to_saying && says_on(trigger, draft, frame)) cost = 0;
    else if (is_speech) cost = cost > kSpeechReach || is_said_apart ? kFar : cost + kSpeechSteps;
    // "180 were damaged and 35 destroyed": right behind a figure that leaves out its noun stands its own verb, and nothing else.
    const bool is_own_verb = is_role && cost < kFar && kind == Kind::count && trigger.first == draft.last && lacks_noun(draft) && ends_clause(trigger);
    if (is_own_verb) cost = 0;
    // Of two that stand as near, the one that counts this very unit: created jobs.
    const bool is_closer = cost < nearest || (cost == nearest && cost < kFar && is_role && said_by && is_of_unit(role, draft.claim) && !is_of_unit(best, draft.claim));
    if (!is_closer || describes(trigger) || compares(trigger, draft) || is_end_of_change(draft, role)) continue;
    if (is_role && (names_event(trigger) || is_in_noun(trigger) || !(may_count(role, draft.claim) || counts_unit(trigger, draft)))) continue;
    if (kind != Kind::count && kind != Kind::countries && !is_speech && is_told_by_noun(trigger, kind_bit)) continue;
    nearest = cost;
    best = role;
    said_by = &trigger;
    said_role = is_role;
    // What an event or a verb of saying beside it lets us conclude is not told.
    is_told = is_role && view_.clauses_between(trigger.first, draft) == 0;
  }
  if (!said_by && is_day_of_saying(draft)) return {"announced", SlotState::inherited, {}};
  if (!said_by && bound && bound->entry->id == "start" && !is_record) return {"begin", SlotState::inherited, view_.words_of(*bound)};
  if (!said_by) return {};
  if (said_by->entry->side == Side::unit)
    if (auto done = done_to(draft, *said_by)) return done;
  if (const Atom* money = money_before(*said_by)) {
    best = money->entry->id;
    said_by = money;
  }
  if (kind == Kind::date && said_role)
    if (const auto own = role_in_own_event(*said_by); !own.empty()) best = own;
  return {std::string(best), is_told ? SlotState::known : SlotState::inherited, view_.words_of(*said_by)};
}

}  // namespace mizan
