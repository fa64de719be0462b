#include "compare/gates.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "compare/evidence.hpp"
#include "kind/elliptical_counts.hpp"
#include "kind/same_units.hpp"
#include "knowledge/background.hpp"

namespace mizan {
namespace {

/// A value that two unrelated claims hardly share (nat).
constexpr double kSurprising = 3.0;
/// A value of two digits or more that one story hardly tells of two things (nat).
constexpr double kHardlyByChance = 2.2;

bool is_open_unit(const std::string& unit) { return unit.starts_with("~"); }

/// Is it the whole figure at its time: nothing said, all of them, what it rose to, the total so far?
bool is_level_scope(const Slot& scope) {
  return scope.state != SlotState::known || scope.id == "all" || scope.id == "change-to" || scope.id == "since-start" || scope.id == "record";
}

/// "Six years ago" may be the year before or after.
bool is_rounded_year(const Claim& a, const Claim& b) {
  const auto *x = std::get_if<DateRange>(&a.value), *y = std::get_if<DateRange>(&b.value);
  const auto is_year_ago = [](const Claim& claim, const DateRange& date) { return claim.anchor && date.first.month == 0; };
  return x && y && (is_year_ago(a, *x) || is_year_ago(b, *y)) && std::abs(x->first.year - y->first.year) <= 1;
}

/// Lists of many states that differ in one or two are hardly of two events.
bool are_nearly_equal(const Claim& a, const Claim& b) {
  const auto *x = std::get_if<CountryList>(&a.value), *y = std::get_if<CountryList>(&b.value);
  if (!x || !y) return false;
  std::vector<std::string> both;
  std::set_intersection(x->codes.begin(), x->codes.end(), y->codes.begin(), y->codes.end(), std::back_inserter(both));
  return both.size() >= 3 && 3 * both.size() >= 2 * std::max(x->codes.size(), y->codes.size());
}

/// A figure of 2016 beside one of today: the text itself puts one of them elsewhere in time.
bool is_other_time(const AsOf& a, const AsOf& b, bool differ) {
  if (!a.days || !b.days || (a.from != AsOf::From::text && b.from != AsOf::From::text)) return false;
  const std::int32_t days_apart = differ ? 5 : 180;
  return std::abs(*a.days - *b.days) > days_apart;
}

/// An outbreak that one article places in Kassala and another in Gedaref is in both.
bool is_of_many_places(const Slot& event, const World& world) {
  const auto found = world.events.find(event.id);
  return found != world.events.end() && found->second.is_of_many_places;
}

/// "No casualties" beside seven killed: where there is none of the whole, there is none of a part.
bool is_none_of_whole(const Claim& whole, const Claim& part, const World& world) {
  const auto *none = std::get_if<Quantity>(&whole.value), *some = std::get_if<Quantity>(&part.value);
  if (!none || !some || !none->max || none->max->mantissa != 0 || !some->min || some->min->mantissa <= 0) return false;
  if (!both_known(whole.topic.role, part.topic.role)) return false;
  // The day after there may be some.
  const auto &x = whole.topic.as_of, &y = part.topic.as_of;
  if (x.days && y.days && *x.days != *y.days) return false;
  const auto role = world.roles.find(part.topic.role.id);
  return role != world.roles.end() && role->second.part_of == whole.topic.role.id;
}

/// May one figure not play both roles: killed and injured, for and against?
bool is_exclusive(const std::string& a, const std::string& b, const World& world) {
  const auto excludes = [&](const std::string& one, const std::string& other) {
    const auto role = world.roles.find(one);
    return role != world.roles.end() && (role->second.excludes.contains(other) || role->second.contradicts.contains(other));
  };
  return excludes(a, b) || excludes(b, a);
}

/// Why two scopes are not one; where the values differ, a figure that does not say its scope is another than one a day.
bool is_other_scope(const Slot& a, const Slot& b, bool differ) {
  const bool is_level = is_level_scope(a), is_other_level = is_level_scope(b);
  if (!is_level && !is_other_level && a.id != b.id) return true;
  if (is_level == is_other_level) return false;
  // A figure a day beside one that does not say: they may be one figure only where they are equal. Where the one is a change, never.
  const auto& scope = (is_level ? b : a).id;
  return differ || scope == "change-by" || scope == "change-from" || scope == "rank";
}

/// Two nouns for what is counted, where the figures are hardly equal by chance: properties and sites, soldiers and men; but no hours and no tonnes.
bool are_nouns_of_one_class(const Claim& a, const Claim& b, const World& world) {
  const auto &p = std::get<Quantity>(a.value).unit, &q = std::get<Quantity>(b.value).unit;
  const auto x = world.class_of(p), y = world.class_of(q);
  if (p.empty() || q.empty()) return (p.empty() || is_counted_noun(x)) && (q.empty() || is_counted_noun(y));
  return is_counted_noun(x) && x == y;
}

/// Does the one count persons by no narrower noun, and the other a sort of them?
bool are_person_and_sort(const std::string& a, const std::string& b, const World& world) {
  return (a == "person" || b == "person") && world.class_of(a) == "person" && world.class_of(b) == "person";
}

/// "Some 2,400 pupils" and "2,400 children": one figure, which only the one calls about.
bool is_one_figure(const Claim& a, const Claim& b) {
  const auto *x = std::get_if<Quantity>(&a.value), *y = std::get_if<Quantity>(&b.value);
  return x && y && x->min && x->max && x->min == y->min && x->max == y->max && *x->min == *x->max;
}

/// One and two of anything are told of many things.
constexpr std::int64_t kSeveral = 3;

/// Figures that are equal, or so near that one rounds the other; of a noun and its like, or of two measures that convert.
bool are_one_figure_in_other_words(const Claim& a, const Claim& b, Stand stand, const World& world) {
  constexpr double rounded = 0.12;  // nat
  const auto &p = std::get<Quantity>(a.value), &q = std::get<Quantity>(b.value);
  const auto &x = p.min ? p.min : p.max, &y = q.min ? q.min : q.max;
  // Shares are equal by chance sooner than anything else that articles tell.
  if (p.unit == "percent" || q.unit == "percent") return false;
  if (!x || !y || p.unit.empty() || q.unit.empty() || compare(*x, make_decimal(kSeveral)) == std::strong_ordering::less) return false;
  const bool is_one_measure = p.unit == q.unit || world.dimension_of(p.unit) == world.dimension_of(q.unit) || are_one_currency(p.unit, q.unit, world);
  if (stand == Stand::equal && is_one_measure) return true;
  if (!is_one_measure && (!are_nouns_of_one_class(a, b, world) || is_other_scope(a.topic.scope, b.topic.scope, false))) return false;
  if (stand == Stand::equal) return true;
  // Shares and measures that are nearly equal are those of many things; nouns that are counted so are hardly two.
  return is_counted_noun(world.class_of(p.unit)) && std::abs(std::log(to_double(*x) / to_double(*y))) <= rounded;
}

}  // namespace

bool may_be_one_in_other_words(const Claim& a, const Claim& b, Stand stand, const World& world) {
  const auto &x = a.topic, &y = b.topic;
  if (a.kind != b.kind || stand == Stand::differ) return false;
  if (x.role && y.role && x.role.id != y.role.id && is_exclusive(x.role.id, y.role.id, world)) return false;
  if ((both_known(x.facet, y.facet) && x.facet.id != y.facet.id) || (both_known(x.of_whom, y.of_whom) && x.of_whom.id != y.of_whom.id)) return false;
  if (x.event.ordinal && y.event.ordinal && x.event.ordinal.id != y.event.ordinal.id) return false;
  if (a.kind == Kind::count) return are_one_figure_in_other_words(a, b, stand, world);
  const auto is_of_something = [](const Claim& claim) {
    if (const auto* date = std::get_if<DateRange>(&claim.value)) return date->first.day_is != Certainty::unknown && claim.topic.role;
    const auto* place = std::get_if<Place>(&claim.value);
    return !place || !place->name.empty();
  };
  return stand == Stand::equal && is_of_something(a) && is_of_something(b);
}

bool is_level_role(const Slot& role, const World& world) {
  const auto found = world.roles.find(role.id);
  return found == world.roles.end() || found->second.motion == Motion::level;
}

bool is_telling(const Claim& a, const Claim& b, Stand stand) {
  return (stand == Stand::equal || (stand == Stand::compatible && is_one_figure(a, b))) && a.kind == Kind::count && Background::surprise(a.value) >= kHardlyByChance && Background::surprise(b.value) >= kHardlyByChance;
}

bool scopes_go_together(const Slot& a, const Slot& b) { return !is_other_scope(a, b, false); }

bool times_go_together(const AsOf& a, const AsOf& b) { return !is_other_time(a, b, false); }

bool units_go_together(const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count || b.kind != Kind::count) return true;
  const auto &p = std::get<Quantity>(a.value).unit, &q = std::get<Quantity>(b.value).unit;
  if (p == q || world.dimension_of(p) == world.dimension_of(q) || are_one_currency(p, q, world)) return true;
  // An open-class noun may be the other's word in another language; two nouns that the lists know are two things.
  if (is_open_unit(p) == is_open_unit(q)) return false;
  return !is_common_unit(is_open_unit(p) ? q : p, world);
}

std::string gate(const Claim& a, const Claim& b, Stand stand, const World& world) {
  if (a.kind != b.kind) return "kind";
  const auto &x = a.topic, &y = b.topic;
  const bool differ = stand == Stand::differ, telling = is_telling(a, b, stand);
  // The day on which a conference was held may be the one on which it began; that they differ says nothing.
  const bool is_none = differ && (is_none_of_whole(a, b, world) || is_none_of_whole(b, a, world));
  if (!is_none && both_known(x.role, y.role) && x.role.id != y.role.id && (differ || is_exclusive(x.role.id, y.role.id, world))) return "role";
  if (both_known(x.facet, y.facet) && x.facet.id != y.facet.id) return "facet";
  if (!telling && is_other_scope(x.scope, y.scope, differ)) return "scope";
  if ((differ || Background::surprise(a.value) < kSurprising) && both_known(x.of_whom, y.of_whom) && x.of_whom.id != y.of_whom.id) return "of-whom";
  const bool may_move = differ || (!telling && a.kind != Kind::place && Background::surprise(a.value) < kSurprising);
  if (may_move && is_other_time(x.as_of, y.as_of, differ)) return "as-of";
  // Silence is better than a wrong alarm: what differs must be known to play the same role.
  const bool same_role = is_none || (both_known(x.role, y.role) && x.role.id == y.role.id);
  if (differ && !same_role && !(are_nearly_equal(a, b) && (!x.role || !y.role || x.role.id == y.role.id))) return "role-unknown";
  const auto is_setting = [&](const Slot& slot) {
    const auto role = world.roles.find(slot.id);
    return role != world.roles.end() && role->second.is_setting;
  };
  if (differ && (is_setting(x.role) || is_setting(y.role))) return "setting";
  // "rose to 70.24 dollars" beside "fell to 70.10" of one day: quotations move by the hour, and prices whether or not the text says so.
  const bool are_moving = (x.updates && y.updates) || ((x.updates || y.updates) && is_level_role(x.role, world));
  if (differ && are_moving && is_quotation(a, world) && is_quotation(b, world)) return "moving";
  // And where no day says when, prices and polls are of any.
  const bool is_undated = a.document != b.document && !x.as_of.days && !y.as_of.days;
  if (differ && is_undated && x.role && is_level_role(x.role, world) && is_quotation(a, world) && is_quotation(b, world)) return "undated";
  if (differ && a.kind == Kind::count && !both_known(x.of_whom, y.of_whom)) {
    const auto role = world.roles.find(x.role ? x.role.id : y.role.id);
    if (role == world.roles.end() || role->second.is_owned) return "whose";
  }
  if (differ && a.kind != Kind::count && !(x.event.head && x.event.head.id == y.event.head.id) && !are_nearly_equal(a, b)) return "event-unknown";
  if (differ && a.kind == Kind::place && is_of_many_places(x.event.head, world)) return "many-places";
  if (differ && (a.reading < kSureReading || b.reading < kSureReading)) return "reading";
  if (differ && is_rounded_year(a, b)) return "rounded";
  if (x.event.head && y.event.head && x.event.head.id == y.event.head.id) {
    if (x.event.ordinal && y.event.ordinal && x.event.ordinal.id != y.event.ordinal.id) return "ordinal";
    // "The next summit" beside "the summit": told apart in the one article, they may be two in the other.
    const auto is_next = [](const EventTopic& event) { return event.ordinal.id == "next" || event.ordinal.id == "previous"; };
    if (differ && is_next(x.event) != is_next(y.event)) return "ordinal";
    if (a.kind != Kind::date && x.event.year && y.event.year && x.event.year.id != y.event.year.id) return "year";
  }
  if (a.kind == Kind::count && !units_go_together(a, b, world) && !(telling && are_nouns_of_one_class(a, b, world))) {
    // Deputies and votes may count one thing where they are equal and either the role is known or no other figure
    // is likely to be so by chance; where they differ they are two.
    const auto &p = std::get<Quantity>(a.value).unit, &q = std::get<Quantity>(b.value).unit;
    // Where the noun is left out and the role is told by both, the role says what is counted: "1,342 people are infected", "infections exceed 1,700".
    const bool is_left_out = (p.empty() || q.empty()) && both_known(x.role, y.role) && are_nouns_of_one_class(a, b, world);
    if (is_left_out) return {};
    // A crowd of 43,100 is that of 41,300 spectators.
    if (differ && same_role && are_person_and_sort(p, q, world)) return {};
    if (differ || !may_count_one(p, q, world) || !(telling || both_known(x.role, y.role) || Background::surprise(a.value) > kSurprising)) return "unit";
  }
  return {};
}

std::string gate_in_one_role(Claim a, Claim b, const World& world) {
  const auto make_one = [](Slot& p, Slot& q) {
    if (p.id.empty()) p.id = q.id.empty() ? "one" : q.id;
    q.id = p.id;
    p.state = q.state = SlotState::known;
  };
  make_one(a.topic.role, b.topic.role);
  make_one(a.topic.of_whom, b.topic.of_whom);
  return gate(a, b, Stand::differ, world);
}

bool are_contradictory(const Slot& a, const Slot& b, const World& world) {
  if (!both_known(a, b)) return false;
  const auto role = world.roles.find(a.id), other = world.roles.find(b.id);
  return (role != world.roles.end() && role->second.contradicts.contains(b.id)) || (other != world.roles.end() && other->second.contradicts.contains(a.id));
}

}  // namespace mizan
