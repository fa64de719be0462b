#include "compare/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>

#include "kind/kinds.hpp"

namespace mizan {
namespace {

std::int32_t milli(double nat) { return static_cast<std::int32_t>(std::lround(nat * 1000)); }

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

void add_role(std::vector<Feature>& features, const Slot& a, const Slot& b, const World& world) {
  if (!a || !b) {
    features.push_back({a || b ? "role-one-unknown" : "role-unknown", a || b ? -150 : -100});
  } else if (a.id == b.id) {
    features.push_back({"role-same", both_known(a, b) ? 1800 : 900});
  } else if (is_part(a.id, b.id, world)) {
    features.push_back({"role-part", 300});
  } else {
    features.push_back({"role-differs", -600});
  }
}

void add_unit(std::vector<Feature>& features, const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count) return;
  const auto &x = std::get<Quantity>(a.value).unit, &y = std::get<Quantity>(b.value).unit;
  if (x == y) features.push_back({"unit-same", is_common_unit(x, world) ? 50 : 400});
  else if (world.counts_as.contains({x, y})) features.push_back({"unit-counts-as", 0});
  else features.push_back({"unit-dimension", -200});
}

void add_event(std::vector<Feature>& features, const EventTopic& a, const EventTopic& b) {
  if (!a.head || !b.head) return;
  const bool known = both_known(a.head, b.head);
  features.push_back({a.head.id == b.head.id ? "event-same" : "event-differs", a.head.id == b.head.id ? (known ? 250 : 120) : (known ? -250 : -100)});
  if (a.head.id != b.head.id) return;
  if (a.year && b.year && a.year.id == b.year.id) features.push_back({"event-year", 200});
  if (a.ordinal && b.ordinal && a.ordinal.id == b.ordinal.id) features.push_back({"event-ordinal", 200});
}

void add_slot(std::vector<Feature>& features, const char* name, const Slot& a, const Slot& b, std::int32_t same, std::int32_t differs) {
  if (a && b) features.push_back({name, a.id == b.id ? same : differs});
}

/// How many of the three words on either side of the masked values are equal, 0 … 6. Where both sentences begin or end there, that side is equal.
std::size_t equal_neighbours(const Claim& a, const Claim& b) {
  const auto run = [](const std::vector<std::string>& x, const std::vector<std::string>& y) -> std::size_t {
    std::size_t n = 0;
    while (n < x.size() && n < y.size() && x[n] == y[n]) ++n;
    return n == x.size() && n == y.size() ? 3 : n;
  };
  return run(a.left, b.left) + run(a.right, b.right);
}

/// Words next to the value with the value masked: what reused text keeps even where a figure was changed.
void add_neighbours(std::vector<Feature>& features, const Claim& a, const Claim& b) {
  const auto equal = static_cast<std::int32_t>(equal_neighbours(a, b));
  if (equal >= 4) features.push_back({"same-words-around", equal * 250});
}

bool has_names(const Claim& claim) {
  return std::any_of(claim.anchors.begin(), claim.anchors.end(), [](const std::string& anchor) { return anchor.starts_with("n:"); });
}

}  // namespace

bool is_common_unit(const std::string& unit, const World& world) {
  const auto unit_class = world.class_of(unit);
  return unit == "percent" || unit_class == "time" || unit_class == "person" || unit_class == "money" || unit.empty();
}

bool is_quotation(const Claim& claim, const World& world) {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  return quantity && (quantity->unit == "percent" || world.class_of(quantity->unit) == "money");
}

std::int32_t distance_share(const Value& a, const Value& b, bool reused) {
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto& q = std::get<Quantity>(b);
    const auto &x = p->min ? p->min : p->max, &y = q.min ? q.min : q.max;
    if (!x || !y || x->mantissa <= 0 || y->mantissa <= 0 || p->unit != q.unit) return -500;
    if (x->mantissa == y->mantissa) return -500;
    // Three times as much is another thing, whatever else is alike.
    constexpr double most = 1.1;
    const double apart = std::abs(std::log(to_double(*x) / to_double(*y)));
    return apart <= most || reused ? -milli(std::min(apart, 2 * most)) : -6000;
  }
  if (const auto* p = std::get_if<DateRange>(&a)) {
    const auto x = interval(*p), y = interval(std::get<DateRange>(b));
    if (!x || !y) return -500;
    const auto& q = std::get<DateRange>(b);
    const bool other_year = p->first.month == q.first.month && p->first.day == q.first.day && std::abs(p->first.year - q.first.year) <= 1;
    const bool swapped = p->first.day == q.first.month && p->first.month == q.first.day && p->first.day > 0;
    if (other_year || swapped) return -300;
    return -milli(std::min(3.0, 0.5 * std::log1p(std::abs(static_cast<double>(x->first) - static_cast<double>(y->first)))));
  }
  return 0;
}

bool is_same_passage(const Claim& a, const Claim& b, const Background& background) {
  if (equal_neighbours(a, b) < 4 || a.context.size() < 3 || b.context.size() < 3) return false;
  const auto context = overlap_of(a.context, b.context, background);
  return context.geometric > 0 && context.shared / context.geometric >= 0.6;
}

bool is_reused_text(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  if (x.days && y.days && (*x.days != *y.days || is_quotation(a, knowledge.world))) return false;
  return is_same_passage(a, b, knowledge.background);
}

std::vector<Feature> evidence(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  // Log-odds before anything else is known, by kind: from a logistic fit on the open development cases, then moved by hand.
  static constexpr std::array<std::int32_t, 4> bases{-1600, -1200, -300, -2100};
  std::vector<Feature> features{{"base", bases[static_cast<std::size_t>(a.kind)]}};
  const World& world = knowledge.world;
  add_role(features, a.topic.role, b.topic.role, world);
  add_unit(features, a, b, world);
  add_event(features, a.topic.event, b.topic.event);
  add_slot(features, "of-whom", a.topic.of_whom, b.topic.of_whom, 150, -150);
  add_slot(features, "facet", a.topic.facet, b.topic.facet, 200, 0);
  add_slot(features, "scope", a.topic.scope, b.topic.scope, 150, 0);
  const auto context = overlap_of(a.context, b.context, knowledge.background);
  if (context.geometric > 0) features.push_back({"context", milli(2.2 * context.shared / context.geometric)});
  // Where only one script has capitals, names meet by their skeletons.
  const auto names = shared_count(a.anchors, b.anchors, has_names(a) == has_names(b) ? "n:" : "x:"), states = shared_count(a.anchors, b.anchors, "c:");
  auto places = shared_count(a.anchors, b.anchors, "p:");
  // A place is no evidence for itself; and everything happens in a capital, so there the event must be one.
  if (a.kind == Kind::place && places > 0 && std::get<Place>(a.value) == std::get<Place>(b.value)) --places;
  if (a.kind == Kind::place && a.topic.event.head && b.topic.event.head && a.topic.event.head.id != b.topic.event.head.id)
    features.push_back({"place-of-other-event", -700});
  if (names + places + states > 0)
    features.push_back({"anchors", static_cast<std::int32_t>(std::min<std::size_t>(names, 3) * 350 + std::min<std::size_t>(places, 2) * 350 +
                                                             std::min<std::size_t>(states, 3) * 160)});
  add_neighbours(features, a, b);
  return features;
}

}  // namespace mizan
