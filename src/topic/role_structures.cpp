// What a figure is where the structure of its sentence says so, and no word of a list alone.
#include <algorithm>

#include "kind/life_span.hpp"
#include "text/marks.hpp"
#include "topic/roles.hpp"
#include "topic/event_places.hpp"
#include "topic/slots.hpp"

namespace mizan {
namespace {

/// How far before a share, in tokens, the verb may stand that says that something rose or fell by it.
constexpr std::uint32_t kRiseReach = 9;
/// How near before "worth" the noun stands that says what the money is.
constexpr std::uint32_t kWorthReach = 4;
/// How near its figure a day stands that is told of nothing else, and one since when it is a record.
constexpr std::uint32_t kFigureReach = 4, kRecordFigureReach = 14, kOpeningFigureReach = 10;
/// How far before "since" the word may stand that makes a record of it.
constexpr std::uint32_t kRecordReach = 10;

bool is_share(std::string_view unit) { return unit == "percent" || unit == "percentage-point"; }

}  // namespace

/// "exports of wheat to China fell in May 12 percent": a share behind a verb of rising or falling, and not behind "to" or "from", is what something
/// rose or fell by, whatever else is named there; but a share that is a level by itself (unemployment, a stake) stays one.
Slot RoleReader::change_role(const DraftClaim& draft) const {
  const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
  if (!quantity || draft.first == view_.sentence.first || !(is_share(quantity->unit) || is_step(draft))) return {};
  // "to 12 percent", "so that it is at 12 percent": there it is a level.
  const std::uint32_t from = draft.first >= view_.sentence.first + 2 ? draft.first - 2 : view_.sentence.first;
  for (std::uint32_t i = from; i < draft.first; ++i)
    if (word_at(view_.sentence, i, "figure-link") || (i + 1 == draft.first && (word_at(view_.sentence, i, "to") || word_at(view_.sentence, i, "from")))) return {};
  if (const auto& role = draft.claim.topic.role; role) {
    const auto found = view_.world.roles.find(role.id);
    const auto is_amount = [&](std::string_view of) { return found->second.counts.contains(of); };
    if (found == view_.world.roles.end() || !(is_amount("money") || is_amount("measure"))) return {};
  }
  const Atom* nearest = nullptr;
  for (const auto& trigger : view_.sentence.triggers) {
    if (trigger.list != List::change || trigger.last > draft.first) continue;
    const bool moves = trigger.entry->id == "rose" || trigger.entry->id == "fell";
    if (moves && view_.clauses_between(trigger.first, draft) == 0 && token_gap(trigger, draft) <= kRiseReach) nearest = &trigger;
  }
  if (!nearest || view_.values_between(nearest->last, draft.first, Kind::count) != 0) return {};
  return {std::string(nearest->entry->id), SlotState::known, view_.words_of(*nearest)};
}

/// "gold rose 20 dollars to 1,300 dollars": the level behind an amount says that it is what something rose or fell by.
bool RoleReader::is_step(const DraftClaim& draft) const {
  constexpr std::uint32_t reach = 12;  // "or the equal of one percent, at the settlement to"
  const auto& unit = std::get<Quantity>(draft.claim.value).unit;
  if (const auto of = view_.world.class_of(unit); of != "money" && of != "measure") return false;
  const auto level = std::find_if(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& next) {
    return next.claim.kind == Kind::count && next.first >= draft.last && !view_.sentence.word_before(next.first, "equal");
  });
  if (level == view_.drafts.end() || level->first - draft.last > reach || std::get<Quantity>(level->claim.value).unit != unit) return false;
  return view_.sentence.word_before(level->first, "to") || view_.sentence.word_before(level->first, "figure-link");
}

/// "profits worth 3 million": a word that only leads to the figure gives way to a noun before it that is money and nothing else. Not in "planes worth
/// 3 million were destroyed".
const Atom* RoleReader::money_before(const Atom& amount) const {
  if (!word_at(view_.sentence, amount.first, "amount-word")) return nullptr;
  const Atom* nearest = nullptr;
  for (const auto& trigger : view_.sentence.triggers) {
    if (trigger.list != List::roles || trigger.last > amount.first || amount.first - trigger.last > kWorthReach) continue;
    if (trigger.entry->side == Side::after || view_.clause_at(trigger.first) != view_.clause_at(amount.first)) continue;
    const auto found = view_.world.roles.find(trigger.entry->id);
    if (found == view_.world.roles.end()) continue;
    const auto& counts = found->second.counts;
    if (counts.contains("money") && !counts.contains("thing") && !counts.contains("person")) nearest = &trigger;
  }
  return nearest;
}

/// "turnout did not pass 43 percent", written as "did not pass turnout 43 percent": the noun stands inside the value, before its figure.
bool RoleReader::leads_figure(const Atom& trigger, const DraftClaim& draft) const {
  if (trigger.first <= draft.first || trigger.last >= draft.last || trigger.entry->side == Side::unit) return false;
  const auto& numbers = view_.sentence.numbers;
  const auto is_inside = [&](const NumberMention& number) { return number.first >= draft.first && number.last <= draft.last; };
  const auto figure = std::find_if(numbers.begin(), numbers.end(), is_inside);
  return figure != numbers.end() && trigger.last <= figure->first;
}

/// "deaths rose to 70 cases": a role may name a unit that is not of its classes, where nothing else is counted between them.
bool RoleReader::counts_unit(const Atom& trigger, const DraftClaim& draft) const {
  const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
  const auto found = view_.world.roles.find(trigger.entry->id);
  if (!quantity || found == view_.world.roles.end() || !found->second.counts.contains(quantity->unit) || trigger.last > draft.first) return false;
  return view_.clauses_between(trigger.first, draft) == 0 && view_.values_between(trigger.last, draft.first, Kind::count) == 0;
}

/// "the cure of 22 infected": where what stands right before people tells of another lot than their noun, that is what befell them, and the noun only
/// says who they were. And "by a margin of three goals": what stands there and counts this very unit is told of it, and not of its noun.
Slot RoleReader::done_to(const DraftClaim& draft, const Atom& told_by) const {
  const std::string_view noun = told_by.entry->id;
  const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
  if (!quantity || !view_.world.roles.contains(noun)) return {};
  const bool is_of_people = view_.world.class_of(quantity->unit) == "person";
  constexpr std::uint8_t count_bit = 1U << static_cast<unsigned>(Kind::count);
  // What befalls people alone, and more of them as time goes: neither what they come to nor what is looked for, as things are.
  const auto befalls_people = [&](std::string_view id) {
    const auto role = view_.world.roles.find(id);
    return role != view_.world.roles.end() && role->second.motion == Motion::grows && !role->second.counts.contains("thing");
  };
  for (const auto& trigger : view_.sentence.triggers) {
    if (trigger.list != List::roles || (trigger.entry->flags & count_bit) == 0) continue;
    const auto side = trigger.entry->side;
    const bool is_before = trigger.last == draft.first && (side == Side::before || side == Side::any);
    // "65 spectators were hurt": the verb of the people, right behind them.
    const bool is_behind = trigger.first >= draft.last && trigger.first <= draft.last + 1 && (side == Side::after || side == Side::any) &&
                           word_at(view_.sentence, draft.last, "auxiliary") != nullptr;
    if (!is_before && !is_behind) continue;
    const auto& id = trigger.entry->id;
    // A noun that tells a lot itself, as the dead, gives way to another one only.
    const auto role = view_.world.roles.find(id), of_noun = view_.world.roles.find(noun);
    const bool are_two = role != view_.world.roles.end() && (role->second.excludes.contains(noun) || of_noun->second.excludes.contains(id));
    const auto holds = [&](const DraftClaim& other) { return other.first <= trigger.first && trigger.last <= other.last; };
    if (id == noun || !may_count(id, draft.claim) || std::any_of(view_.drafts.begin(), view_.drafts.end(), holds)) continue;
    // "carried by 164 votes against the cabinet": what follows the noun is told with it.
    const bool is_of_noun = is_before && told_by.last <= draft.last && is_of_unit(id, draft.claim);
    if (!is_of_noun && !(is_of_people && befalls_people(id) && (are_two || !befalls_people(noun)))) continue;
    return {std::string(id), SlotState::known, view_.words_of(trigger)};
  }
  return {};
}

/// "200 exhibitors and 30 states": what another figure counts says nothing of this one, though it has the stem of a verb.
bool RoleReader::is_in_other(const Atom& trigger, const DraftClaim& draft) const {
  if (draft.claim.kind != Kind::count || !language_of(*view_.sentence.language).noun_follows_directly) return false;
  const auto& unit = std::get<Quantity>(draft.claim.value).unit;
  return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& other) {
    const bool holds = other.claim.kind == Kind::count && &other != &draft && trigger.first > other.first && trigger.last <= other.last;
    return holds && std::get<Quantity>(other.claim.value).unit != unit;
  });
}

/// "killed 12 people and 3 horses and-destroyed 40 houses": a joined verb behind a figure tells of the next one.
bool RoleReader::is_of_next(const Atom& verb, const DraftClaim& draft) const {
  if (draft.claim.kind != Kind::count || !verb.conjunction || verb.entry->side == Side::after) return false;
  const auto clause = view_.clause_at(verb.first);
  if (clause == view_.clause_at(draft.first)) return false;
  return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& next) {
    return next.claim.kind == Kind::count && next.first >= verb.last && view_.clause_at(next.first) == clause;
  });
}

/// "14 states with 120 publishing houses": a word inside a noun of several words tells nothing of what stands beside it.
bool RoleReader::is_in_noun(const Atom& trigger) const {
  return std::any_of(view_.sentence.atoms.begin(), view_.sentence.atoms.end(), [&](const Atom& noun) {
    const bool holds = noun.first <= trigger.first && noun.last >= trigger.last && noun.last - noun.first > trigger.last - trigger.first;
    return holds && noun.entry && noun.entry->list == List::units;
  });
}

/// "36 of the 67 seats": behind a part of it stands the whole of which the role of the part is one.
Slot RoleReader::whole_role(const DraftClaim& draft, const DraftClaim* before) const {
  if (!before || before->last >= draft.first || !before->claim.topic.role) return {};
  const Atom* of = view_.sentence.word_before(draft.first, "of-whole");
  if (!of || of->first != before->last) return {};
  const auto& own = draft.claim.topic.role;
  if (own.state == SlotState::known && own.id != before->claim.topic.role.id) return {};
  const auto part = view_.world.roles.find(before->claim.topic.role.id);
  if (part == view_.world.roles.end() || part->second.part_of.empty() || !may_count(part->second.part_of, draft.claim)) return {};
  // The 40 of whom twelve were killed are no casualties for that.
  if (class_of(draft) == "person" && !is_of_unit(part->second.part_of, draft.claim)) return {};
  return {std::string(part->second.part_of.view()), SlotState::known, view_.words_of(*of)};
}

/// "destroyed 200 of the 350 houses": nothing tells what the whole is, and least of all that it is what its part is.
bool RoleReader::is_untold_whole(const DraftClaim& draft, const DraftClaim* before) const {
  if (!before || before->last >= draft.first || !before->claim.topic.role || draft.claim.topic.role.id != before->claim.topic.role.id) return false;
  if (is_share(std::get<Quantity>(before->claim.value).unit)) return false;
  const Atom* of = view_.sentence.word_before(draft.first, "of-whole");
  return of && of->first == before->last;
}

/// "36 of the 67 seats in parliament": before the whole stands no other whole, whatever the event makes of the unit.
Slot RoleReader::part_role(const DraftClaim& draft, std::string_view whole) const {
  if (whole.empty() || !whole_of(draft)) return {};
  std::string_view part;
  for (const auto& [name, role] : view_.world.roles) {
    if (!(role.part_of == whole)) continue;
    if (!part.empty()) return {};
    part = name;
  }
  return part.empty() ? Slot{} : Slot{std::string(part), SlotState::inherited, {}};
}

/// "23 dead, among them nine children, and 40 injured": who are among others share their lot, unless their own noun or the word behind them tells of another one.
Slot RoleReader::role_of_those(const DraftClaim& draft, const DraftClaim& before) const {
  constexpr std::uint32_t own_reach = 2;
  const auto is_person = [&](const DraftClaim& one) { return view_.world.class_of(std::get<Quantity>(one.claim.value).unit) == "person"; };
  if (!before.claim.topic.role || !is_person(before) || !is_person(draft)) return {};
  const Atom* among = view_.sentence.word_before(draft.first, "of-them");
  if (!among) among = view_.sentence.word_before(draft.first, "open-list");
  if (!among) return {};
  const auto tells_itself = [&](const Atom& trigger) {
    if (trigger.list != List::roles) return false;
    if (trigger.last >= among->first && trigger.last <= draft.first) return true;  // survived of them
    if (trigger.entry->side == Side::unit) return trigger.first >= draft.first && trigger.first < draft.last;
    return trigger.entry->side != Side::before && trigger.first >= draft.last && trigger.first < draft.last + own_reach;
  };
  if (std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), tells_itself)) return {};
  return {before.claim.topic.role.id, SlotState::inherited, {}};
}

/// "a turnout of 84.6 percent (2017: 92.1 percent)", "a profit of 84 million in May, up from 61 million": what stands in brackets behind a figure of its unit, or is
/// compared with it, is the same at another time.
Slot RoleReader::role_of_compared(const DraftClaim& draft, const DraftClaim& before) const {
  constexpr std::uint32_t longest = 5, compared_reach = 8;
  const auto unit = [](const DraftClaim& one) -> const std::string& { return std::get<Quantity>(one.claim.value).unit; };
  if (!before.claim.topic.role || draft.first <= before.last) return {};
  const auto of = view_.world.class_of(unit(draft));
  const bool is_amount = of == "money" || of == "percent" || of == "measure";
  if (is_amount && unit(before) == unit(draft) && draft.first - before.last <= compared_reach && view_.sentence.word_before(draft.first, "compared")) return {before.claim.topic.role.id, SlotState::inherited, {}};
  // "fell 63 cents, or the equal of 0.9 percent": one change in two units.
  if (draft.first - before.last <= longest && (view_.sentence.word_before(draft.first, "equal"))) return {before.claim.topic.role.id, SlotState::inherited, {}};
  if (unit(before) != unit(draft)) return {};
  if (draft.first - before.last > longest) return {};
  const auto& tokens = view_.reading.tokens;
  if (view_.reading.text(tokens[before.last]) != "(") return {};
  for (std::uint32_t i = before.last + 1; i < draft.first; ++i)
    if (tokens[i].kind == TokenKind::word) return {};
  return {before.claim.topic.role.id, SlotState::inherited, {}};
}

/// "41 bodies were found; nine passengers are missing": beyond a semicolon, and another figure there, all is told of others.
bool RoleReader::is_parted(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    const auto mark = view_.reading.text(view_.reading.tokens[i]);
    if (mark == ";" || mark == marks::arabic_semicolon) return true;
  }
  return false;
}

/// "the end of the war", "the amendment of the law": what happened to the event is told by the noun that it hangs on.
bool RoleReader::is_told_by_noun(const Atom& event, std::uint8_t kind_bit) const {
  const std::uint32_t reach = event.list == List::events ? 3 : 2;  // of the old; of the
  return std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& noun) {
    if (noun.list != List::roles || (noun.entry->flags & kind_bit) == 0 || noun.entry->side == Side::after || noun.last > event.first) return false;
    const bool ends_in_of = noun.last > noun.first + 1 && word_at(view_.sentence, noun.last - 1, "of") != nullptr;
    if (noun.last == event.first) return ends_in_of || (event.list == List::events && language_of(*view_.sentence.language).noun_follows_directly);
    return event.first - noun.last <= reach && (ends_in_of || word_at(view_.sentence, noun.last, "of") != nullptr);
  });
}

/// "was built in 1988 and had passed an inspection in May": a verb that has its own day says nothing of a later one. Not "in 1988 and in 1991".
bool RoleReader::is_of_other_day(const Atom& trigger, const DraftClaim& draft) const {
  constexpr std::uint32_t list_reach = 3;
  const auto is_joint = [&](std::uint32_t i) { return word_at(view_.sentence, i, "and") || view_.reading.text(view_.reading.tokens[i]) == ","; };
  return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& other) {
    const bool is_own = other.claim.kind == Kind::date && other.first >= trigger.last && other.first - trigger.last <= 1;
    if (!is_own || other.last > draft.first) return false;
    if (draft.first - other.last > list_reach) return true;
    for (std::uint32_t i = other.last; i < draft.first; ++i)
      if (is_joint(i)) return false;
    return draft.first > other.last;
  });
}

/// "the lowest turnout since 1971", "the first cup since 1998": there something happened in that year, and nothing began in it. The word itself may begin a clause.
bool RoleReader::is_record_since(const Atom& bound) const {
  for (std::uint32_t i = bound.first; i > view_.sentence.first && bound.first - i < kRecordReach; --i)
    if (view_.clause_at(i - 1) + 1 >= view_.clause_at(bound.first) && word_at(view_.sentence, i - 1, "record-word")) return true;
  return false;
}

/// "(14 May 1902 – 9 March 1977)": what the two days of a life in brackets are.
Slot RoleReader::life_role(const DraftClaim& draft) const {
  constexpr std::uint32_t between = 4, longest = 8;  // a dash, and the place of the death; the words of a date
  const auto date_of = [](const DraftClaim& one) { return std::get<DateRange>(one.claim.value).first; };
  const auto is_far_before = [&](const DraftClaim& one) { return one.first + between + longest < draft.first; };
  for (auto one = std::partition_point(view_.drafts.begin(), view_.drafts.end(), is_far_before); one != view_.drafts.end() && one->first <= draft.last + between; ++one) {
    const auto& other = *one;
    if (other.claim.kind != Kind::date || &other == &draft) continue;
    const bool is_first = draft.last < other.first;
    const auto &a = is_first ? draft : other, &b = is_first ? other : draft;
    if (a.last >= b.first || b.first - a.last > between) continue;
    const auto mark = view_.reading.text(view_.reading.tokens[a.last]);
    if (view_.reading.tokens[a.last].kind != TokenKind::mark || mark == "," || mark == ")") continue;
    if (is_life_span(view_.reading, view_.sentence, view_.world, date_of(a), date_of(b), a.first, b.last)) return {is_first ? "born" : "died", SlotState::known, std::string(mark)};
  }
  return {};
}

/// Votes are cast at the election: where the role of a figure is an attribute of its occasion, and stays as it was then, the day is that of the occasion.
std::string_view RoleReader::role_of_day(const DraftClaim& figure) const {
  const auto& topic = figure.claim.topic;
  const auto role = view_.world.roles.find(topic.role.id);
  const auto events = view_.world.role_events.find(topic.role.id);
  const auto event = view_.world.events.find(topic.event.head.id);
  const bool is_of_occasion = role != view_.world.roles.end() && role->second.motion == Motion::fixed && events != view_.world.role_events.end() &&
                              event != view_.world.events.end() && event->second.is_occasion && events->second.contains(topic.event.head.id);
  return is_of_occasion && !event->second.when.empty() ? event->second.when.view() : std::string_view(topic.role.id);
}

bool RoleReader::has_that_between(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i)
    if (word_at(view_.sentence, i, "that-word")) return true;
  return false;
}

void RoleReader::take_from_figure(DraftClaim& date) const {
  auto& topic = date.claim.topic;
  if (date.claim.kind != Kind::date || topic.role) return;
  const Atom* bound = bound_of(view_, date);
  if (bound && !is_record_since(*bound)) return;
  // "53 medals, which is their best haul since 1975": a record is of the figure before it, however far off.
  const DraftClaim* nearest = nullptr;
  const bool is_opening = !bound && opens_sentence(date) && modifies(date) == 0 ;
  std::uint32_t least = (bound ? kRecordFigureReach : is_opening ? kOpeningFigureReach : kFigureReach) + 1;
  for (const auto& figure : view_.drafts) {
    const auto* quantity = std::get_if<Quantity>(&figure.claim.value);
    if (!quantity || !figure.claim.topic.role || view_.world.class_of(quantity->unit) == "time") continue;
    const bool is_before = figure.last <= date.first;
    if (!is_before && (bound || figure.first < date.last)) continue;
    if (!bound && view_.clauses_between(figure.first, date) > (is_opening && is_comma(date.last) ? 1U : 0U)) continue;
    const auto gap = is_before ? date.first - figure.last : figure.first - date.last + 1;
    // "In 1985 the surplus on trade was 5 billion": so far off only where words tell what the figure is, and not of "a stadium that cost 90 million".
    if (is_opening && gap > kFigureReach && (figure.claim.topic.role.state != SlotState::known || has_that_between(date.last, figure.first))) continue;
    const auto between = is_before ? view_.values_between(figure.last, date.first, Kind::date) : view_.values_between(date.last, figure.first, Kind::date);
    if (gap >= least || between != 0) continue;
    least = gap;
    nearest = &figure;
  }
  if (!nearest) return;
  topic.role = {std::string(role_of_day(*nearest)), SlotState::inherited, nearest->claim.topic.role.words};
  topic.event = nearest->claim.topic.event;
}

/// "173 people were rescued by 620 soldiers": what the verb says is told of others than those who do it.
bool RoleReader::is_agent(const DraftClaim& draft) const {
  const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
  return quantity && view_.world.class_of(quantity->unit) == "person" && view_.sentence.word_before(draft.first, "agent-word") != nullptr;
}

/// "three officers, 29 soldiers and 5 civilians", "300 houses, 12 schools and four bridges": what "and" joins to the people or things before shares their lot.
bool RoleReader::is_listed(const DraftClaim& before, const DraftClaim& draft) const {
  const auto class_of = [&](const DraftClaim& one) { return view_.world.class_of(std::get<Quantity>(one.claim.value).unit); };
  if (draft.first == view_.sentence.first) return false;
  if (class_of(before) != "person" || class_of(draft) != "person") {
    const auto role = view_.world.roles.find(before.claim.topic.role.id);
    if (view_.clauses_between(before.first, draft) != 0 || role == view_.world.roles.end() || role->second.counts.empty() || !may_count(role->first, draft.claim)) return false;
    if (view_.world.class_of(std::get<Quantity>(draft.claim.value).unit) == "time") return false;
    const auto tells = [&](const Atom& trigger) { return trigger.list == List::roles && trigger.first >= before.last && trigger.last <= draft.first; };
    if (std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), tells)) return false;
  }
  const auto& numbers = view_.sentence.numbers;
  const auto is_joined = [&](const NumberMention& number) { return number.first == draft.first && number.conjunction; };
  return std::any_of(numbers.begin(), numbers.end(), is_joined) || word_at(view_.sentence, draft.first - 1, "and") != nullptr;
}

}  // namespace mizan
