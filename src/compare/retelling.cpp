#include "compare/retelling.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>

#include "compare/evidence.hpp"
#include "compare/gates.hpp"
#include "compare/slips.hpp"
#include "compare/updates.hpp"
#include "knowledge/background.hpp"
#include "kind/elliptical_counts.hpp"
#include "kind/kinds.hpp"
#include "kind/same_units.hpp"

namespace mizan {
namespace {

/// How many values two articles of one event share at least, and how surprising that is (nat): about three figures of two digits.
constexpr std::size_t kFewest = 3;
constexpr double kSurprisingStory = 7.0;
/// One value alone proves no event, however long it is.
constexpr double kMostOfOne = 4.0;
/// So many make it likely: two figures of which one has two digits.
constexpr std::size_t kFewestLikely = 2;
constexpr double kLikelySurprising = 3.5;
/// Smaller figures are equal by chance where not even their roles are.
constexpr double kNoChance = 2.4;

bool is_one_role(const Topic& a, const Topic& b) { return a.role && a.role.id == b.role.id; }

/// Does a node of the other article tell an equal value that may be the same fact?
bool is_told_in(const Restatements& claims, const std::vector<Restatements>& nodes, const World& world) {
  const auto is_equal = [&](const Claim& x, const Claim& y) {
    if (x.kind != y.kind || (!is_one_role(x.topic, y.topic) && surprise_of(x) < kNoChance)) return false;
    const auto relation = claim_kind(x.kind).relate(x.value, y.value, world);
    return relation.comparable && relation.relation == Relation::agree && gate(x, y, Stand::equal, world).empty();
  };
  for (const auto& node : nodes)
    for (const Claim* y : node)
      if (std::any_of(claims.begin(), claims.end(), [&](const Claim* x) { return is_equal(*x, *y); })) return true;
  return false;
}

bool is_one_thing(const Claim& a, const Claim& b, const World& world) {
  const auto *x = std::get_if<Quantity>(&a.value), *y = std::get_if<Quantity>(&b.value);
  return x && y && !is_common_unit(x->unit, world) && x->unit == y->unit;
}

bool are_both_people(const Claim& a, const Claim& b, const World& world) {
  const auto is_person = [&](const Claim& claim) {
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    return quantity && world.class_of(quantity->unit) == "person";
  };
  return is_person(a) && is_person(b);
}

/// Could the two be values of one sort: both persons killed, both roofs?
bool is_of_one_sort(const Claim& a, const Claim& b, const World& world) {
  if (a.kind != b.kind || (a.topic.role && b.topic.role && a.topic.role.id != b.topic.role.id && !is_one_thing(a, b, world))) return false;
  if (a.kind != Kind::count) return true;
  const auto &x = std::get<Quantity>(a.value).unit, &y = std::get<Quantity>(b.value).unit;
  return are_both_people(a, b, world) || x == y || world.dimension_of(x) == world.dimension_of(y) || may_count_one(x, y, world);
}

/// Does each sentence name states, and none in common?
bool name_other_states(const Claim& a, const Claim& b) {
  const auto states = [](const Claim& claim) {
    std::vector<std::string> found;
    std::copy_if(claim.anchors.begin(), claim.anchors.end(), std::back_inserter(found), [](const std::string& anchor) { return anchor.starts_with("c:"); });
    return found;
  };
  const auto x = states(a), y = states(b);
  return !x.empty() && !y.empty() && std::none_of(x.begin(), x.end(), [&](const std::string& state) { return std::binary_search(y.begin(), y.end(), state); });
}

/// Where one article names an owner and the other none, or each names states and none is named by both, they may have two in mind: the medals of two countries.
bool may_have_two_owners(const Claim& a, const Claim& b) { return a.topic.of_whom || b.topic.of_whom || name_other_states(a, b); }

/// A claim whose words say that it has another role than `role` (where `wanted` is given, that one), and the value of `value`.
const Claim* told_of_another_role(const std::vector<Restatements>& nodes, const Claim& value, const std::string& role, const std::string* wanted,
                                  const World& world) {
  for (const auto& node : nodes)
    for (const Claim* c : node) {
      const Slot& other = c->topic.role;
      if (c->kind != Kind::count || other.state != SlotState::known || other.id == role || (wanted && other.id != *wanted) || surprise_of(*c) < kNoChance) continue;
      const auto relation = claim_kind(c->kind).relate(c->value, value.value, world);
      if (relation.comparable && relation.relation == Relation::agree) return c;
    }
  return nullptr;
}

/// Is it no part of a figure, no rate, and nothing that is added?
bool is_whole(const Slot& scope) { return scope.state != SlotState::known || scope.id == "all" || scope.id == "change-to" || scope.id == "since-start"; }

/// Does the text put it in another month than the article is of?
bool is_of_other_days(const AsOf& as_of, const std::optional<std::int32_t>& day) {
  constexpr std::int32_t month = 30;
  return as_of.from == AsOf::From::text && as_of.days && day && std::abs(*as_of.days - *day) > month;
}

/// How far two counts are apart, in nat; nothing where they are of two units, open or none.
std::optional<double> ratio_of(const Claim& x, const Claim& y) {
  const auto *a = std::get_if<Quantity>(&x.value), *b = std::get_if<Quantity>(&y.value);
  if (!a || !b || !a->min || !a->max || !b->min || !b->max || a->unit != b->unit || a->min->mantissa <= 0 || b->min->mantissa <= 0) return std::nullopt;
  return std::abs(std::log(to_double(*a->min) / to_double(*b->min)));
}

/// Do rivals share it out, so that every article tells it of several?
bool is_of_rivals(const Slot& role, const World& world) {
  const auto found = world.roles.find(role.id);
  return found != world.roles.end() && found->second.is_of_rivals;
}

/// Has either a role in which the later figure is what became of the earlier one?
bool may_have_moved(Claim x, Claim y, const World& world) {
  const auto moved_in = [&](const Slot& role) {
    x.topic.role = y.topic.role = role;
    return moves_lawfully(x, y, world);
  };
  const Slot role = x.topic.role, other = y.topic.role;
  return moved_in(role) || moved_in(other);
}

/// Lists of three states or more that have all in common but one each. Of a list that has more, or of two parts of one group, the other may name some.
bool differ_in_one_state(const CountryList& a, const CountryList& b) {
  std::vector<std::string> both;
  std::set_intersection(a.codes.begin(), a.codes.end(), b.codes.begin(), b.codes.end(), std::back_inserter(both));
  return !a.partial && !b.partial && both.size() >= 2 && a.codes.size() == both.size() + 1 && b.codes.size() == both.size() + 1;
}

/// Does an article count as many of the noun?
bool is_counted_in(const Quantity& quantity, const std::vector<Restatements>& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const Restatements& node) {
    const auto* other = std::get_if<Quantity>(&node.front()->value);
    return other && *other == quantity;
  });
}

}  // namespace

bool is_day_of_article(const Claim& claim) {
  const auto* date = std::get_if<DateRange>(&claim.value);
  const auto& as_of = claim.topic.as_of;
  if (!date || !as_of.days) return false;
  const auto days = interval(*date);
  return days && days->first == days->last && std::abs(days->first - *as_of.days) <= 1;
}

double surprise_of(const Claim& claim) { return is_day_of_article(claim) ? 0.5 : Background::surprise(claim.value); }

Retelling::Retelling(const std::vector<Restatements>& a, const std::vector<Restatements>& b, const World& world) : world_(world), a_(a), b_(b) {
  const auto day = day_of(a), other_day = day_of(b);
  are_of_one_time_ = day && other_day && std::abs(*day - *other_day) <= 1;
  if (!are_of_one_time_) return;
  std::size_t shared = 0;
  double surprise = 0;
  for (const auto& node : a) {
    if (!is_told_in(node, b, world)) {
      left_a_.push_back(&node);
      continue;
    }
    ++shared;
    surprise += std::min(kMostOfOne, surprise_of(*node.front()));
  }
  is_sure_ = shared >= kFewest && surprise >= kSurprisingStory;
  is_likely_ = shared >= kFewestLikely && surprise >= kLikelySurprising;
  for (const auto& node : b)
    if (is_likely_ && !is_told_in(node, a, world)) left_b_.push_back(&node);
}

/// Counts of one unit that are within a third of each other, or differ by a slip of the hand.
bool Retelling::are_near(const Claim& x, const Claim& y) {
  constexpr double third = 0.29;  // nat
  const auto ratio = ratio_of(x, y);
  return ratio && (*ratio <= third || !slip_between(x.value, y.value).empty());
}

/// Is the noun of the two such that two articles which count it once, and nearly alike, count one thing?
bool Retelling::may_be_counted_once(const Claim& x, const Claim& y, bool is_known_role, const World& world) {
  const auto ratio = ratio_of(x, y);
  if (!ratio) return false;
  const auto& unit = std::get<Quantity>(x.value).unit;
  const auto unit_class = world.class_of(unit);
  if (unit_class == "state") return false;
  if (unit_class == "person") {
    // A narrower noun than "person", and more of them than any story names by the way.
    constexpr double half_as_many_again = 0.45;
    constexpr double several = 10;
    const auto few = std::min(to_double(*std::get<Quantity>(x.value).min), to_double(*std::get<Quantity>(y.value).min));
    return unit != "person" && few >= several && *ratio <= half_as_many_again;
  }
  if (unit_class == "time" && !is_known_role) return false;
  // Prices differ by the hour and the place. What a thing costs beside its value is no such price.
  if (unit_class == "money" && (is_known_role || !both_known(x.topic.role, y.topic.role)) &&
      (is_level_role(x.topic.role, world) || is_level_role(y.topic.role, world)))
    return false;
  const bool is_counted = !is_common_unit(unit, world) || unit_class == "time" || unit_class == "money";
  return is_counted && are_near(x, y);
}

bool Retelling::are_only_ones(const Claim& x, const Claim& y) const {
  // A day or place of no role is hardly that of an event which another has as its own; and the day of the article is that of whoever spoke.
  const bool need_role = x.kind != Kind::count && is_one_role(x.topic, y.topic);
  const auto is_rival = [&](const Claim& c) {
    if (&c == &x || &c == &y) return true;
    return (is_of_one_sort(c, x, world_) || is_of_one_sort(c, y, world_)) && (c.topic.role || !need_role) && !is_day_of_article(c);
  };
  const auto has_rival = [&](const Restatements* node) { return std::any_of(node->begin(), node->end(), [&](const Claim* c) { return is_rival(*c); }); };
  const auto alike = [&](const std::vector<const Restatements*>& nodes) { return std::count_if(nodes.begin(), nodes.end(), has_rival); };
  return alike(left_a_) == 1 && alike(left_b_) == 1;
}

bool Retelling::are_sole(const Claim& x, const Claim& y) const {
  const bool is_known_role = both_known(x.topic.role, y.topic.role) && is_one_role(x.topic, y.topic);
  if (!may_be_counted_once(x, y, is_known_role, world_) || name_other_states(x, y)) return false;
  // How heavy or long a thing is, is told alike for years.
  const auto role = world_.roles.find(x.topic.role.id);
  const bool is_fixed = is_known_role && role != world_.roles.end() && role->second.motion == Motion::fixed;
  if (!is_fixed && !are_of_one_news(x.topic.as_of, y.topic.as_of)) return false;
  return !is_of_rivals(x.topic.role, world_) && !is_of_rivals(y.topic.role, world_) && count_noun_once(std::get<Quantity>(x.value).unit);
}

bool Retelling::count_noun_once(const std::string& unit) const {
  const auto counted = [&](const std::vector<Restatements>& nodes) {
    return std::count_if(nodes.begin(), nodes.end(), [&](const Restatements& node) {
      const auto* quantity = std::get_if<Quantity>(&node.front()->value);
      return quantity && quantity->unit == unit;
    });
  };
  return counted(a_) == 1 && counted(b_) == 1;
}

bool Retelling::are_left(const Claim& x, const Claim& y, const Background& background) const {
  constexpr double some_words = 0.1;
  const auto *p = std::get_if<Quantity>(&x.value), *q = std::get_if<Quantity>(&y.value);
  const auto is_figure = [](const Quantity* quantity) { return quantity && quantity->min && quantity->max && *quantity->min == *quantity->max; };
  if (!is_figure(p) || !is_figure(q) || p->unit.empty() || p->unit != q->unit || !are_near(x, y)) return false;
  // "All 22 crew" are the crew; but the record of a river is not what it stands at.
  const auto scope_of = [](const Claim& claim) { return claim.topic.scope.id == "all" ? std::string() : claim.topic.scope.id; };
  // Quotations differ by the hour in the very same words.
  if (is_quotation(x, world_)) return false;
  if (!are_of_one_news(x.topic.as_of, y.topic.as_of) || scope_of(x) != scope_of(y) || name_other_states(x, y) || may_have_moved(x, y, world_)) return false;
  if (is_of_rivals(x.topic.role, world_) || is_of_rivals(y.topic.role, world_)) return false;
  return !is_counted_in(*p, b_) && !is_counted_in(*q, a_) && shared_context(x, y, background) >= some_words;
}

bool Retelling::may_be_left(const Claim& x, const Claim& y) const {
  if (const auto* list = std::get_if<CountryList>(&x.value)) return (x.topic.role || y.topic.role) && differ_in_one_state(*list, std::get<CountryList>(y.value));
  if (x.kind != Kind::count || is_quotation(x, world_) || !may_be_counted_once(x, y, false, world_)) return false;
  const auto &p = x.topic.as_of, &q = y.topic.as_of;
  constexpr std::int32_t month = 30;
  if (p.days && q.days && std::abs(*p.days - *q.days) > month) return false;
  const auto& unit = std::get<Quantity>(x.value).unit;
  // A speed, a length or a strength is told of many things alike.
  if (!is_counted_noun(world_.class_of(unit))) return false;
  return !name_other_states(x, y) && !may_have_moved(x, y, world_) && !is_of_rivals(x.topic.role, world_) && !is_of_rivals(y.topic.role, world_) && count_noun_once(unit);
}

bool Retelling::are_only_ones_of_role(const Claim& x, const Claim& y) const {
  if (x.kind != Kind::count || !both_known(x.topic.role, y.topic.role) || !is_one_role(x.topic, y.topic)) return false;
  const bool are_people = are_both_people(x, y, world_);
  const auto told = [&](const std::vector<Restatements>& nodes, const Claim& of) {
    return std::count_if(nodes.begin(), nodes.end(), [&](const Restatements& node) {
      return std::any_of(node.begin(), node.end(), [&](const Claim* c) {
        const auto* quantity = std::get_if<Quantity>(&c->value);
        return quantity && is_one_role(c->topic, of.topic) && (quantity->unit == std::get<Quantity>(of.value).unit || (are_people && are_both_people(*c, of, world_)));
      });
    });
  };
  return told(a_, x) == 1 && told(b_, y) == 1;
}

/// Does it count what one of the two counts, or people as they do?
bool Retelling::is_of_unit_of(const Claim& c, const Claim& x, const Claim& y, const World& world) {
  const auto* unit = std::get_if<Quantity>(&c.value);
  const auto of = [&](const Claim& claim) { return unit->unit == std::get<Quantity>(claim.value).unit || are_both_people(c, claim, world); };
  return unit && (of(x) || of(y));
}

bool Retelling::are_roles_apart(const Claim& x, const Claim& y) const {
  const auto tells = [&](const std::vector<Restatements>& nodes, const Slot& role) {
    const auto has_role = [&](const Claim* c) { return c->topic.role.id == role.id && is_of_unit_of(*c, x, y, world_); };
    return std::any_of(nodes.begin(), nodes.end(), [&](const Restatements& node) { return std::any_of(node.begin(), node.end(), has_role); });
  };
  // The highest in 15 years and the lowest: of what has an opposite a word read otherwise may be the opposite.
  const auto has_opposite = [&](const Slot& role) {
    const auto found = world_.roles.find(role.id);
    return found == world_.roles.end() || !found->second.contradicts.empty();
  };
  return !has_opposite(x.topic.role) && !has_opposite(y.topic.role) && !tells(b_, x.topic.role) && !tells(a_, y.topic.role);
}

bool Retelling::are_first_of_role(const Claim& x, const Claim& y) const {
  if (x.kind != Kind::count || !both_known(x.topic.role, y.topic.role) || !is_one_role(x.topic, y.topic) || !are_both_people(x, y, world_)) return false;
  const auto is_first = [&](const std::vector<Restatements>& nodes, const Claim& of) {
    const auto day = day_of(nodes);
    const Claim* first = nullptr;
    const Restatements* home = nullptr;
    for (const auto& node : nodes)
      for (const Claim* c : node) {
        const bool is_such = c->kind == Kind::count && !c->in_title && is_one_role(c->topic, of.topic) && are_both_people(*c, of, world_) && is_whole(c->topic.scope) && !is_of_other_days(c->topic.as_of, day);
        if (!is_such || (first && first->span.begin <= c->span.begin)) continue;
        first = c;
        home = &node;
      }
    return home && std::find(home->begin(), home->end(), &of) != home->end();
  };
  return is_first(a_, x) && is_first(b_, y);
}

bool Retelling::may_be_one_of_role(const Claim& x, const Claim& y) const {
  return are_near(x, y) && are_only_ones_of_role(x, y) && !is_level_role(x.topic.role, world_) && !is_of_rivals(x.topic.role, world_) && !is_quotation(x, world_) && !name_other_states(x, y);
}

bool Retelling::are_swapped(const Claim& x, const Claim& y) const {
  if (!are_of_one_time_ || x.kind != Kind::count || !is_one_role(x.topic, y.topic)) return false;
  const Claim* mine = told_of_another_role(a_, y, x.topic.role.id, nullptr, world_);
  return mine && told_of_another_role(b_, x, x.topic.role.id, &mine->topic.role.id, world_);
}

bool Retelling::lets_by(const std::string& forbidden, const Claim& x, const Claim& y) const {
  if (sureness(x, y) == 0) return false;
  const bool is_one = is_one_role(x.topic, y.topic), is_no_role = !x.topic.role && !y.topic.role;
  bool may = false;
  if (forbidden == "event-unknown") may = is_one;
  if (forbidden == "whose") may = is_one && is_of_one_sort(x, y, world_) && !may_have_two_owners(x, y);
  // What few articles count needs no role where neither tells one. This gate may hide that of the units: 7 are sentenced, and have 60 days to appeal.
  if (forbidden == "role-unknown") may = (is_one && is_of_one_sort(x, y, world_)) || (is_no_role && is_one_thing(x, y, world_));
  // In one role persons and residents are one noun, as homes and houses are.
  if (forbidden == "unit") may = is_one && (are_both_people(x, y, world_) || (both_known(x.topic.role, y.topic.role) && is_of_one_sort(x, y, world_)));
  return may && are_only_ones(x, y);
}

}  // namespace mizan
