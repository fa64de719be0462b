#include "compare/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <set>

#include "compare/gates.hpp"
#include "compare/wording.hpp"
#include "kind/kinds.hpp"
#include "kind/same_units.hpp"

namespace mizan {
namespace {

/// Weighted overlap of two sorted lists: what both hold, and the geometric mean of what each holds.
struct Overlap {
  double shared = 0, geometric = 0;
};

Overlap overlap_of(const std::vector<std::string>& a, const std::vector<std::string>& b, const Background& background) {
  const auto weight = [&](const std::vector<std::string>& list) {
    return std::accumulate(list.begin(), list.end(), 0.0, [&](double sum, const std::string& stem) { return sum + background.idf(stem); });
  };
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const double wa = weight(a), wb = weight(b);
  return {weight(both), std::sqrt(wa * wb)};
}

std::size_t shared_count(const std::vector<std::string>& a, const std::vector<std::string>& b, std::string_view prefix) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<std::size_t>(std::count_if(both.begin(), both.end(), [&](const std::string& s) { return s.starts_with(prefix); }));
}

/// Is one role a part of the other: the beginning of what was held?
bool is_part(const std::string& a, const std::string& b, const World& world) {
  const auto part_of = [&](const std::string& part, const std::string& whole) {
    const auto role = world.roles.find(part);
    return role != world.roles.end() && role->second.part_of == whole;
  };
  return part_of(a, b) || part_of(b, a);
}

void add_role(Observations& found, const Slot& a, const Slot& b, const World& world) {
  if (!a || !b) found.push_back({a || b ? Signal::role_one_unknown : Signal::role_unknown, 1});
  else if (a.id == b.id) found.push_back({both_known(a, b) ? Signal::role_same : Signal::role_concluded, 1});
  else if (are_contradictory(a, b, world)) found.push_back({Signal::role_contradicts, 1});
  else found.push_back({is_part(a.id, b.id, world) ? Signal::role_part : Signal::role_differs, 1});
}

void add_unit(Observations& found, const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count) return;
  const auto &x = std::get<Quantity>(a.value).unit, &y = std::get<Quantity>(b.value).unit;
  if (x == y) found.push_back({is_common_unit(x, world) ? Signal::unit_common : Signal::unit_same, 1});
  else if (!may_count_one(x, y, world)) found.push_back({units_go_together(a, b, world) ? Signal::unit_dimension : Signal::unit_differs, 1});
}

void add_event(Observations& found, const EventTopic& a, const EventTopic& b) {
  if (!a.head || !b.head) return;
  const bool known = both_known(a.head, b.head);
  if (a.head.id != b.head.id) return found.push_back({Signal::event_differs, known ? 1 : 0.4});
  found.push_back({Signal::event_same, known ? 1 : 0.5});
  if (a.year && b.year && a.year.id == b.year.id) found.push_back({Signal::event_year, 1});
  if (a.ordinal && b.ordinal && a.ordinal.id == b.ordinal.id) found.push_back({Signal::event_ordinal, 1});
}

void add_slots(Observations& found, const Topic& a, const Topic& b) {
  const auto is_same = [](const Slot& x, const Slot& y) { return x && y && x.id == y.id; };
  if (a.of_whom && b.of_whom) found.push_back({a.of_whom.id == b.of_whom.id ? Signal::of_whom_same : Signal::of_whom_differs, 1});
  if (is_same(a.facet, b.facet)) found.push_back({Signal::facet_same, 1});
  if (is_same(a.scope, b.scope)) found.push_back({Signal::scope_same, 1});
  else if (!scopes_go_together(a.scope, b.scope)) found.push_back({Signal::scope_differs, 1});
  if (!times_go_together(a.as_of, b.as_of)) found.push_back({Signal::time_differs, 1});
}

bool has_names(const Claim& claim) {
  return std::any_of(claim.anchors.begin(), claim.anchors.end(), [](const std::string& anchor) { return anchor.starts_with("n:"); });
}

/// How many of unit `b` one of unit `a` is: 16 months and 14 years are far apart. Nothing where they do not convert.
std::optional<double> factor_between(const std::string& a, const std::string& b, const World& world) {
  if (a == b) return 1;
  const auto x = world.units.find(a), y = world.units.find(b);
  if (x == world.units.end() || y == world.units.end() || x->second.dimension != y->second.dimension) return std::nullopt;
  return to_double(x->second.factor) / to_double(y->second.factor);
}

}  // namespace

bool is_common_unit(const std::string& unit, const World& world) {
  const auto unit_class = world.class_of(unit);
  return unit == "percent" || unit_class == "time" || unit_class == "person" || unit_class == "money" || unit.empty();
}

bool is_quotation(const Claim& claim, const World& world) {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  // Of a market's day also its turnover in shares and its index in points.
  static constexpr std::array<std::string_view, 4> quoted{"basis-point", "percent", "point", "share"};
  return quantity && (std::find(quoted.begin(), quoted.end(), quantity->unit) != quoted.end() || world.class_of(quantity->unit) == "money");
}

bool are_of_one_news(const AsOf& a, const AsOf& b) {
  constexpr std::int32_t days = 3;
  return a.days && b.days && std::abs(*a.days - *b.days) <= days;
}

std::optional<double> distance(const Value& a, const Value& b, bool reused, const World& world) {
  constexpr double unknown = 0.5;
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto& q = std::get<Quantity>(b);
    const auto &x = p->min ? p->min : p->max, &y = q.min ? q.min : q.max;
    // Nobody and seven people: no slip of the hand, but two stories.
    if (x && y && p->unit == q.unit && p->unit == "person" && (x->mantissa == 0) != (y->mantissa == 0)) return 0;
    const auto factor = factor_between(p->unit, q.unit, world);
    if (!x || !y || x->mantissa <= 0 || y->mantissa <= 0 || !factor || x->mantissa == y->mantissa) return unknown;
    constexpr double most = 1.1;
    const double apart = std::abs(std::log(to_double(*x) / to_double(*y) * *factor));
    return apart <= most || reused ? std::optional(std::min(apart, 2 * most)) : std::nullopt;
  }
  if (const auto* p = std::get_if<DateRange>(&a)) {
    const auto x = interval(*p), y = interval(std::get<DateRange>(b));
    if (!x || !y) return unknown;
    const auto& q = std::get<DateRange>(b);
    const bool other_year = p->first.month == q.first.month && p->first.day == q.first.day && std::abs(p->first.year - q.first.year) <= 1;
    const bool swapped = p->first.day == q.first.month && p->first.month == q.first.day && p->first.day > 0;
    if (other_year || swapped) return 0.3;
    constexpr double most_of_passage = 2;
    return std::min(reused ? most_of_passage : 3.0, 0.5 * std::log1p(std::abs(static_cast<double>(x->first) - static_cast<double>(y->first))));
  }
  return 0;
}

double shared_context(const Claim& a, const Claim& b, const Background& background) {
  const auto context = overlap_of(a.context, b.context, background);
  return context.geometric > 0 ? context.shared / context.geometric : 0;
}

bool name_others(const Claim& a, const Claim& b, const Background& background) {
  for (const std::string_view prefix : {"p:", "n:"}) {
    const auto names = [&](const Claim& claim) {
      std::set<std::string> found;
      for (const auto& anchor : claim.anchors)
        if (anchor.starts_with(prefix) && (prefix == "p:" || background.idf(std::string_view(anchor).substr(2)) >= kRareWord)) found.insert(anchor);
      return found;
    };
    const auto x = names(a), y = names(b);
    // Houses of two towns are counted apart, whatever province both name; of the names of people one in common will do.
    const bool each_has_own = !std::ranges::includes(y, x) && !std::ranges::includes(x, y);
    const bool none_is_shared = std::none_of(x.begin(), x.end(), [&](const std::string& name) { return y.contains(name); });
    if (each_has_own && (prefix == "p:" || none_is_shared)) return true;
  }
  return false;
}

Observations evidence(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  static constexpr std::array bases{Signal::base_date, Signal::base_count, Signal::base_countries, Signal::base_place};
  Observations found{{bases[static_cast<std::size_t>(a.kind)], 1}};
  const World& world = knowledge.world;
  add_role(found, a.topic.role, b.topic.role, world);
  add_unit(found, a, b, world);
  add_event(found, a.topic.event, b.topic.event);
  add_slots(found, a.topic, b.topic);
  if (const double context = shared_context(a, b, knowledge.background); context > 0) found.push_back({Signal::context, context});
  const auto add_shared = [&](Signal signal, std::size_t shared, std::size_t most) {
    if (shared > 0) found.push_back({signal, static_cast<double>(std::min(shared, most))});
  };
  // Where only one script has capitals, names meet by their skeletons.
  add_shared(Signal::names, shared_count(a.anchors, b.anchors, has_names(a) == has_names(b) ? "n:" : "x:"), 3);
  auto places = shared_count(a.anchors, b.anchors, "p:");
  // A place is no evidence for itself; and everything happens in a capital, so there the event must be one.
  if (a.kind == Kind::place && places > 0 && std::get<Place>(a.value) == std::get<Place>(b.value)) --places;
  add_shared(Signal::places, places, 2);
  add_shared(Signal::states, shared_count(a.anchors, b.anchors, "c:"), 3);
  if (a.kind == Kind::place && a.topic.event.head && b.topic.event.head && a.topic.event.head.id != b.topic.event.head.id)
    found.push_back({Signal::place_of_other_event, 1});
  // Words next to the value with the value masked: what reused text keeps even where a figure was changed.
  if (const auto equal = equal_neighbours(a, b); equal >= 4) found.push_back({Signal::same_words_around, static_cast<double>(equal)});
  return found;
}

std::vector<Feature> shares_of(const Observations& observations, const Model& model) {
  std::vector<Feature> features;
  for (const auto& [signal, value] : observations)
    if (const auto share = model.share(signal, value); share != 0) features.push_back({std::string(name_of(signal)), share});
  return features;
}

std::int32_t score_of(const std::vector<Feature>& features) {
  return std::accumulate(features.begin(), features.end(), 0, [](std::int32_t sum, const Feature& feature) { return sum + feature.share; });
}

std::int32_t score_of(const Observations& observations, const Model& model) {
  return std::accumulate(observations.begin(), observations.end(), 0, [&](std::int32_t sum, const Observation& o) { return sum + model.share(o.signal, o.value); });
}

}  // namespace mizan
