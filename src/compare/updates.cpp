#include "compare/updates.hpp"

#include <algorithm>
#include <cstdlib>

#include "compare/evidence.hpp"
#include "compare/retelling.hpp"
#include "kind/same_units.hpp"

namespace mizan {
namespace {

/// Where nothing says when the article was written, a day that seems past may lie ahead of it.
bool is_known_no_plan(const Topic& topic) { return topic.modality || topic.as_of.days; }

bool is_plan(const Topic& topic) {
  const auto& id = topic.modality.id;
  return topic.modality && (id == "planned" || id == "proposed" || id == "cancelled");
}

const std::optional<Decimal>& figure(const Claim& claim) {
  const auto& quantity = std::get<Quantity>(claim.value);
  return quantity.min ? quantity.min : quantity.max;
}

/// "Under 85 percent" beside 84.6: nothing has moved.
bool is_within_bound(const Claim& bound, const Claim& other) {
  const auto& most = std::get<Quantity>(bound.value);
  return !most.min && most.max && compare(*figure(other), *most.max) != std::strong_ordering::greater;
}

/// "At least three" beside ten, where no day of writing says which came first: who writes "at least" expects the figure to grow.
bool is_open_toll(const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count || a.document == b.document || (a.topic.as_of.days && b.topic.as_of.days)) return false;
  const auto role = world.roles.find(a.topic.role.id);
  if (!both_known(a.topic.role, b.topic.role) || a.topic.role.id != b.topic.role.id || role == world.roles.end() || role->second.motion != Motion::grows) return false;
  const auto &p = std::get<Quantity>(a.value), &q = std::get<Quantity>(b.value);
  if (!p.min || !q.min) return false;
  const auto order = compare(*p.min, *q.min);
  return (order == std::strong_ordering::less && !p.max) || (order == std::strong_ordering::greater && !q.max);
}

/// Votes that were cast and seats that were won do not change because the text tells of a rise elsewhere; days are moved.
bool may_change(const Claim& claim, const World& world) {
  const auto role = world.roles.find(claim.topic.role.id);
  return claim.kind != Kind::count || role == world.roles.end() || role->second.motion != Motion::fixed;
}

/// What is planned comes to be within a year or so, or it was another plan.
bool may_be_planned(const Claim& a, const Claim& b) {
  constexpr std::int32_t year = 400;
  const auto *x = std::get_if<DateRange>(&a.value), *y = std::get_if<DateRange>(&b.value);
  if (!x || !y) return true;
  const auto p = interval(*x), q = interval(*y);
  return p && q && std::abs(p->first - q->first) <= year;
}

/// Did the day of a date lie ahead when it was told, as far as is known?
bool is_told_ahead(const Claim& claim) {
  const auto days = interval(std::get<DateRange>(claim.value));
  const auto& told = claim.topic.as_of.days;
  return !days || !told || days->last >= *told;
}

}  // namespace

bool may_have_changed(const Claim& a, const Claim& b, const World& world) {
  constexpr std::int32_t month = 30;
  const auto &x = a.topic.as_of.days, &y = b.topic.as_of.days;
  // An article tells for itself what was to be and what came of it.
  if (a.document == b.document) return true;
  if (!x || !y) return true;
  if (a.kind == Kind::date) return is_told_ahead(*y < *x || (*y == *x && is_plan(b.topic)) ? b : a);
  if (a.kind != Kind::count || std::abs(*x - *y) <= month) return true;
  const auto role = world.roles.find(a.topic.role.id);
  const bool has_direction = role != world.roles.end() && (role->second.motion == Motion::grows || role->second.motion == Motion::shrinks);
  return !has_direction || moves_lawfully(a, b, world);
}

bool is_plan_told_first(const Claim& a, const Claim& b) {
  const auto &plan = is_plan(a.topic) ? a : b, &event = is_plan(a.topic) ? b : a;
  const auto &planned = plan.topic.as_of.days, &told = event.topic.as_of.days;
  return a.document == b.document || !planned || !told || *planned < *told;
}

bool moves_lawfully(const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count || !a.topic.as_of.days || !b.topic.as_of.days || *a.topic.as_of.days == *b.topic.as_of.days) return false;
  if (a.topic.role && b.topic.role && a.topic.role.id != b.topic.role.id) return false;
  const auto role = world.roles.find(a.topic.role ? a.topic.role.id : b.topic.role.id);
  if (role == world.roles.end() || (role->second.motion != Motion::grows && role->second.motion != Motion::shrinks)) return false;
  if (!figure(a) || !figure(b) || is_within_bound(a, b) || is_within_bound(b, a)) return false;
  const bool a_is_more = compare(*figure(a), *figure(b)) == std::strong_ordering::greater;
  const bool a_is_later = *a.topic.as_of.days > *b.topic.as_of.days;
  return (role->second.motion == Motion::grows) == (a_is_more == a_is_later);
}

std::string update_reason(const Claim& a, const Claim& b, const World& world) {
  // Of two articles of one day neither knew more; within one article its own words tell what came first.
  const bool same_day = a.document != b.document && a.topic.as_of.days && b.topic.as_of.days && *a.topic.as_of.days == *b.topic.as_of.days;
  // Where both tell of one change and neither has a day, nothing says which came first.
  const bool same_words = a.document != b.document && a.topic.updates && b.topic.updates && !a.topic.as_of.days && !b.topic.as_of.days;
  if ((a.topic.updates || b.topic.updates) && !same_day && !same_words && may_change(a, world) && may_change(b, world)) return "update-said";
  if (is_plan(a.topic) != is_plan(b.topic) && is_known_no_plan(is_plan(a.topic) ? b.topic : a.topic) && may_be_planned(a, b)) return "update-planned";
  if (moves_lawfully(a, b, world)) return "update-moved";
  return is_open_toll(a, b, world) ? "update-toll" : "";
}

bool is_lawful_toll(const Claim& a, const Claim& b, const World& world) { return both_known(a.topic.role, b.topic.role) && moves_lawfully(a, b, world); }

bool is_toll_of_people(const Claim& a, const Claim& b, const World& world) {
  constexpr std::int32_t weeks = 21;
  const auto is_of_people = [&](const Claim& claim) {
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    return quantity && (world.class_of(quantity->unit) == "person" || may_count_one(quantity->unit, "person", world));
  };
  const auto &x = a.topic.as_of.days, &y = b.topic.as_of.days;
  return is_of_people(a) && is_of_people(b) && x && y && std::abs(*x - *y) <= weeks;
}

bool is_told_grown(const Claim& a, const Claim& b) {
  const auto &x = a.topic.as_of.days, &y = b.topic.as_of.days;
  if (!x || !y || *x == *y) return false;
  return (*x < *y ? b : a).topic.scope.id == "change-to";
}

bool counts_persons(const Claim& a, const Claim& b) {
  const auto counts = [](const Claim& claim) {
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    return quantity && quantity->unit == "person";
  };
  return counts(a) || counts(b);
}

bool is_moved_day(const Claim& a, const Claim& b, const World& world) {
  constexpr std::int32_t year = 366;
  const auto *x = std::get_if<DateRange>(&a.value), *y = std::get_if<DateRange>(&b.value);
  if (!x || !y || !both_known(a.topic.role, b.topic.role) || a.topic.role.id != b.topic.role.id || is_day_of_article(a) || is_day_of_article(b)) return false;
  if (x->first.month_is == Certainty::unknown || y->first.month_is == Certainty::unknown) return false;
  const std::string& role = a.topic.role.id;
  const auto is_of_any_event = [&](const auto& named) { return named.first.view() == role ? !named.second.part_of.empty() : named.second.part_of == role; };
  if (std::any_of(world.roles.begin(), world.roles.end(), is_of_any_event)) return false;
  const auto &told = a.topic.as_of.days, &told_too = b.topic.as_of.days;
  const auto first = interval(*x), second = interval(*y);
  if (!told || !told_too || *told == *told_too || !first || !second || std::abs(first->first - second->first) > year) return false;
  return *told < *told_too ? first->first > *told : second->first > *told_too;
}

}  // namespace mizan
