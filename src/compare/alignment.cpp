#include "compare/alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>

#include "compare/updates.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// Scores are log-odds in 1/1000 nat that two claims are one fact. Claims with equal values are taken for one at even odds. That claims which differ
/// must be surer, since a false conflict costs more than a missed one, is in their gates and in the share "values-differ": their bar may lie a little lower.
constexpr std::int32_t kAgree = -800, kDiffer = -300;
/// A value that two unrelated claims hardly share (nat).
constexpr double kSurprising = 3.0;
/// How sure both values must be read for one to contradict the other.
constexpr double kSureReading = 0.8;
/// Documents that share less than this tell different stories; claims that differ are compared only where the two surely tell one.
constexpr double kStory = 0.045, kStoryDiffer = 0.09, kStoryLater = 0.15, kStorySure = 0.15, kStoryApart = 0.25;
/// A word in fewer than one article of about 150 (nat): what claims that differ must share beside their role.
constexpr double kRareWord = 5.0;
/// How many claims off the two times of one fact may stand in an article.
constexpr std::size_t kChangeReach = 64;

bool both_known(const Slot& a, const Slot& b) { return a.state == SlotState::known && b.state == SlotState::known; }
bool is_open_unit(const std::string& unit) { return unit.starts_with("~"); }

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

/// Is the unit one of those that nearly every article counts, so that sharing it says little?
bool is_common_unit(const std::string& unit, const World& world) {
  const auto unit_class = world.class_of(unit);
  return unit == "percent" || unit_class == "time" || unit_class == "person" || unit_class == "money" || unit.empty();
}

bool is_quotation(const Claim& claim, const World& world) {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  return quantity && (quantity->unit == "percent" || world.class_of(quantity->unit) == "money");
}

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

/// How far two values that differ lie apart, in 1/1000 nat against their being one fact. design.md would use no value here; measured on the development
/// cases, figures that really contradict each other lie near each other (AUC 0.85 without, 0.89 with), but for slips by a factor of ten.
std::int32_t distance_share(const Value& a, const Value& b) {
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto& q = std::get<Quantity>(b);
    const auto &x = p->min ? p->min : p->max, &y = q.min ? q.min : q.max;
    if (!x || !y || x->mantissa <= 0 || y->mantissa <= 0 || p->unit != q.unit) return -500;
    if (x->mantissa == y->mantissa) return -500;
    // Three times as much is another thing, whatever else is alike.
    constexpr double most = 1.1;
    const double apart = std::abs(std::log(to_double(*x) / to_double(*y)));
    return apart > most ? -6000 : -milli(apart);
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

/// Is one role a part of the other: the beginning of what was held?
bool is_part(const std::string& a, const std::string& b, const World& world) {
  const auto part_of = [&](const std::string& part, const std::string& whole) {
    const auto role = world.roles.find(part);
    return role != world.roles.end() && role->second.part_of == whole;
  };
  return part_of(a, b) || part_of(b, a);
}

/// May one figure not play both roles: killed and injured, for and against?
bool is_exclusive(const std::string& a, const std::string& b, const World& world) {
  const auto excludes = [&](const std::string& one, const std::string& other) {
    const auto role = world.roles.find(one);
    return role != world.roles.end() && (role->second.excludes.contains(other) || role->second.contradicts.contains(other));
  };
  return excludes(a, b) || excludes(b, a);
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

/// Do the two stand in one passage, taken over by one article from the other or by both from a wire? A figure that was changed there needs no role to be
/// compared. Articles of different days use one wording of different things, and market reports of one day do, so those do not count.
bool is_reused_text(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  const Background& background = knowledge.background;
  if (equal_neighbours(a, b) < 4 || a.context.size() < 3 || b.context.size() < 3) return false;
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  if (x.days && y.days && (*x.days != *y.days || is_quotation(a, knowledge.world))) return false;
  const auto context = overlap_of(a.context, b.context, background);
  return context.geometric > 0 && context.shared / context.geometric >= 0.6;
}

/// Words next to the value with the value masked: what reused text keeps even where a figure was changed.
void add_neighbours(std::vector<Feature>& features, const Claim& a, const Claim& b) {
  const auto equal = static_cast<std::int32_t>(equal_neighbours(a, b));
  if (equal >= 4) features.push_back({"same-words-around", equal * 250});
}

/// Claims of one document that say the same: one node of the assignment.
struct Node {
  std::vector<const Claim*> claims;
};

/// A headline that the text restates is told by the text, which says more of it.
bool is_restated_title(const Claim& claim, const Node& node) {
  return claim.in_title && std::any_of(node.claims.begin(), node.claims.end(), [](const Claim* other) { return !other->in_title; });
}

std::vector<Node> merge_restatements(const std::vector<Claim>& claims, const World& world) {
  std::vector<Node> nodes;
  for (const auto& claim : claims) {
    Node* home = nullptr;
    for (auto& node : nodes) {
      const Claim& first = *node.claims.front();
      if (first.kind != claim.kind || !gate(first, claim, false, world).empty()) continue;
      const auto relation = claim_kind(claim.kind).relate(first.value, claim.value, world);
      const bool small = claim.kind == Kind::count && Background::surprise(claim.value) < 1.5;
      // Two small equal figures of one article are two facts unless their roles are known to be one.
      if (small && !(first.topic.role && first.topic.role.id == claim.topic.role.id)) continue;
      if (relation.comparable && relation.relation == Relation::agree) {
        home = &node;
        break;
      }
    }
    if (home) home->claims.push_back(&claim);
    else nodes.push_back({{&claim}});
  }
  return nodes;
}

/// Gates that only say that too little is known: where one passage is reused, enough is.
bool is_weak(const std::string& forbidden) { return forbidden == "role-unknown" || forbidden == "event-unknown" || forbidden == "whose"; }

struct Candidate {
  std::size_t a = 0, b = 0;
  const Claim *claim_a = nullptr, *claim_b = nullptr;
  std::int32_t score = 0;
  bool agrees = false;
  std::vector<Feature> features;
};

/// How rare it is in news at large that an article names this, in nat.
double rarity(const std::string& name, const Background& background) {
  if (name.starts_with("c:")) return 2.0;
  if (name.starts_with("x:")) return name.size() >= 6 ? 4.0 : 2.5;
  if (name.starts_with("p:")) return 4.0;
  if (name.starts_with("d:")) return name.size() >= 12 ? 3.5 : 2.0;
  if (name.starts_with("#:")) return std::min(6.0, 1.3 * static_cast<double>(name.size() - 2));
  return background.idf(name);
}

/// Sum of the squared rarities.
double weight_of(const std::vector<std::string>& names, const Background& background) {
  return std::accumulate(names.begin(), names.end(), 0.0, [&](double sum, const std::string& name) {
    const double w = rarity(name, background);
    return sum + w * w;
  });
}

/// Do the sentences of two claims share a name, a place or a rare word?
bool share_something_rare(const Claim& a, const Claim& b, const Background& background) {
  const auto is_rare = [&](const std::string& s) { return s.starts_with("p:") || (s.starts_with("n:") && background.idf(std::string_view(s).substr(2)) >= kRareWord); };
  std::vector<std::string> both;
  std::set_intersection(a.anchors.begin(), a.anchors.end(), b.anchors.begin(), b.anchors.end(), std::back_inserter(both));
  if (std::any_of(both.begin(), both.end(), is_rare)) return true;
  both.clear();
  std::set_intersection(a.context.begin(), a.context.end(), b.context.begin(), b.context.end(), std::back_inserter(both));
  return std::any_of(both.begin(), both.end(), [&](const std::string& s) { return background.idf(s) >= kRareWord; });
}

/// Do both sentences name places, or rare names, and none in common? Then they tell of two events, whatever else is alike.
bool name_others(const Claim& a, const Claim& b, const Background& background) {
  for (const std::string_view prefix : {"p:", "n:"}) {
    const auto names = [&](const Claim& claim) {
      std::set<std::string> found;
      for (const auto& anchor : claim.anchors)
        if (anchor.starts_with(prefix) && (prefix == "p:" || background.idf(std::string_view(anchor).substr(2)) >= kRareWord)) found.insert(anchor);
      return found;
    };
    const auto x = names(a), y = names(b);
    if (!x.empty() && !y.empty() && std::none_of(x.begin(), x.end(), [&](const std::string& name) { return y.contains(name); })) return true;
  }
  return false;
}

/// The farther apart two articles are written, the likelier they tell two stories of one kind rather than one story differently; soonest where they contradict
/// each other.
double needed_story(const Claim& a, const Claim& b, bool contradict) {
  constexpr std::int32_t same_news = 2, month = 30;
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  const auto apart = x.days && y.days ? std::abs(*x.days - *y.days) : 0;
  if (apart > month) return kStoryApart;
  return contradict && apart > same_news ? kStoryLater : kStoryDiffer;
}

/// How surprising it is that both say this. The day of the article or the day before it is in every article of the day.
double surprise_of(const Claim& claim) {
  const double nat = Background::surprise(claim.value);
  const auto* date = std::get_if<DateRange>(&claim.value);
  const auto& as_of = claim.topic.as_of;
  if (!date || !as_of.days) return nat;
  const auto days = interval(*date);
  return days && days->first == days->last && std::abs(days->first - *as_of.days) <= 1 ? 0.5 : nat;
}

std::int32_t total(const std::vector<Feature>& features) {
  return std::accumulate(features.begin(), features.end(), 0, [](std::int32_t sum, const Feature& f) { return sum + f.share; });
}

}  // namespace

std::string gate(const Claim& a, const Claim& b, bool differ, const World& world) {
  if (a.kind != b.kind) return "kind";
  const auto &x = a.topic, &y = b.topic;
  // The day on which a conference was held may be the one on which it began; that they differ says nothing.
  if (both_known(x.role, y.role) && x.role.id != y.role.id && (differ || is_exclusive(x.role.id, y.role.id, world))) return "role";
  if (both_known(x.facet, y.facet) && x.facet.id != y.facet.id) return "facet";
  const bool is_level = is_level_scope(x.scope), is_other_level = is_level_scope(y.scope);
  if (!is_level && !is_other_level && x.scope.id != y.scope.id) return "scope";
  // A figure a day beside one that does not say: they may be one figure only where they are equal. Where the one is a change, never.
  if (is_level != is_other_level) {
    const auto& scope = (is_level ? y.scope : x.scope).id;
    if (differ || scope == "change-by" || scope == "change-from" || scope == "rank") return "scope";
  }
  if ((differ || Background::surprise(a.value) < kSurprising) && both_known(x.of_whom, y.of_whom) && x.of_whom.id != y.of_whom.id) return "of-whom";
  const bool may_move = differ || (a.kind != Kind::place && Background::surprise(a.value) < kSurprising);
  if (may_move && is_other_time(x.as_of, y.as_of, differ)) return "as-of";
  // Silence is better than a wrong alarm: what differs must be known to play the same role.
  const bool same_role = both_known(x.role, y.role) && x.role.id == y.role.id;
  if (differ && !same_role && !(are_nearly_equal(a, b) && (!x.role || !y.role || x.role.id == y.role.id))) return "role-unknown";
  // "rose to 70.24 dollars" beside "fell to 70.10" of one day: quotations move by the hour.
  if (differ && x.updates && y.updates && is_quotation(a, world) && is_quotation(b, world)) return "moving";
  if (differ && a.kind == Kind::count && !both_known(x.of_whom, y.of_whom)) {
    const auto role = world.roles.find(x.role ? x.role.id : y.role.id);
    if (role == world.roles.end() || role->second.is_owned) return "whose";
  }
  if (differ && a.kind != Kind::count && !(x.event.head && x.event.head.id == y.event.head.id) && !are_nearly_equal(a, b)) return "event-unknown";
  if (differ && (a.reading < kSureReading || b.reading < kSureReading)) return "reading";
  if (differ && is_rounded_year(a, b)) return "rounded";
  if (x.event.head && y.event.head && x.event.head.id == y.event.head.id) {
    if (x.event.ordinal && y.event.ordinal && x.event.ordinal.id != y.event.ordinal.id) return "ordinal";
    // "The next summit" beside "the summit": told apart in the one article, they may be two in the other.
    const auto is_next = [](const EventTopic& event) { return event.ordinal.id == "next" || event.ordinal.id == "previous"; };
    if (differ && is_next(x.event) != is_next(y.event)) return "ordinal";
    if (a.kind != Kind::date && x.event.year && y.event.year && x.event.year.id != y.event.year.id) return "year";
  }
  if (a.kind == Kind::count) {
    const auto &p = std::get<Quantity>(a.value).unit, &q = std::get<Quantity>(b.value).unit;
    // Deputies and votes may count one thing where they are equal and either the role is known or no other figure
    // is likely to be so by chance; where they differ they are two.
    constexpr double no_chance = 3.0;
    const bool may_count_as = !differ && world.counts_as.contains({p, q}) && (both_known(x.role, y.role) || Background::surprise(a.value) > no_chance);
    if (p != q && world.dimension_of(p) != world.dimension_of(q) && !may_count_as) {
      // An open-class noun may be the other's word in another language; two nouns that the lists know are two things.
      if (!is_open_unit(p) && !is_open_unit(q)) return "unit";
      if (is_open_unit(p) && is_open_unit(q)) return "unit";
      const auto& known = is_open_unit(p) ? q : p;
      if (is_common_unit(known, world)) return "unit";
    }
  }
  return {};
}

namespace {

bool has_names(const Claim& claim) {
  return std::any_of(claim.anchors.begin(), claim.anchors.end(), [](const std::string& anchor) { return anchor.starts_with("n:"); });
}

}  // namespace

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

DocumentView view_document(std::string id, std::string lang, std::vector<Claim> claims, const Background& background) {
  std::set<std::string> names, neutral;
  for (const auto& claim : claims) {
    names.insert(claim.context.begin(), claim.context.end());
    for (const auto& anchor : claim.anchors) {
      if (!anchor.starts_with("n:") && !anchor.starts_with("x:")) names.insert(anchor);
      if (!anchor.starts_with("n:")) neutral.insert(anchor);
    }
  }
  DocumentView view{std::move(id), std::move(lang), std::move(claims), {names.begin(), names.end()}, {neutral.begin(), neutral.end()}, 0, 0};
  view.weight = weight_of(view.names, background);
  view.neutral_weight = weight_of(view.neutral, background);
  return view;
}

double story(const DocumentView& a, const DocumentView& b, const Background& background) {
  const bool one_language = a.lang == b.lang;
  const auto &x = one_language ? a.names : a.neutral, &y = one_language ? b.names : b.neutral;
  std::vector<std::string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  // Cosine of the squared rarities: what few articles name tells one story from another, what many name only tells the subject.
  const double all = one_language ? std::sqrt(a.weight * b.weight) : std::sqrt(a.neutral_weight * b.neutral_weight);
  return all > 0 ? weight_of(both, background) / all : 0;
}

std::vector<Edge> align(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge) {
  const double alike = story(a, b, knowledge.background);
  if (alike < kStory) return {};
  const World& world = knowledge.world;
  const auto nodes_a = merge_restatements(a.claims, world), nodes_b = merge_restatements(b.claims, world);

  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < nodes_a.size(); ++i)
    for (std::size_t j = 0; j < nodes_b.size(); ++j) {
      Candidate best;
      for (const Claim* x : nodes_a[i].claims)
        for (const Claim* y : nodes_b[j].claims) {
          if (x->kind != y->kind || is_restated_title(*x, nodes_a[i]) || is_restated_title(*y, nodes_b[j])) continue;
          const auto relation = claim_kind(x->kind).relate(x->value, y->value, world);
          const bool differ = relation.relation == Relation::conflict;
          if (!relation.comparable) continue;
          const auto forbidden = gate(*x, *y, differ, world);
          if (!forbidden.empty() && !(is_weak(forbidden) && is_reused_text(*x, *y, knowledge))) continue;
          const bool is_update = differ && !update_reason(*x, *y, world).empty();
          // Figures that merely could both be true are as little proof of one fact as figures that differ; but a toll that rises is no alarm.
          const double needed = needed_story(*x, *y, differ && !is_update);
          if (relation.relation != Relation::agree &&
              (alike < needed || (alike < kStorySure && !(is_update && x->topic.event.head && x->topic.event.head.id == y->topic.event.head.id) &&
                                 !share_something_rare(*x, *y, knowledge.background))))
            continue;
          if (differ && x->kind != Kind::place && name_others(*x, *y, knowledge.background)) continue;
          auto features = evidence(*x, *y, knowledge);
          const bool agrees = relation.relation != Relation::conflict;
          // Stems of two languages do not meet: there little in common is no sign of two stories.
          features.push_back({"story", agrees && a.lang == b.lang ? milli(14 * (std::min(alike, 0.25) - 0.13)) : milli(6 * (std::min(alike, 0.25) - 0.1))});
          if (a.lang != b.lang) features.push_back({"other-language", agrees ? 400 : 0});
          if (agrees) {
            const double surprise = std::min(surprise_of(*x), surprise_of(*y));
            features.push_back({"equal-value", milli(relation.relation == Relation::agree ? surprise * 0.9 - 0.6 : surprise * 0.15)});
          }
          else features.push_back({"values-differ", is_update ? -1200 : distance_share(x->value, y->value) - 1500});
          const auto score = total(features);
          if (best.claim_a && best.score >= score) continue;
          best = {i, j, x, y, score, agrees, std::move(features)};
        }
      if (best.claim_a && best.score >= (best.agrees ? kAgree : kDiffer)) candidates.push_back(std::move(best));
    }

  // Best first; equal values go before differing ones, so that a figure that has its like in the other article conflicts with no third.
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
    return std::tuple(!x.agrees, -x.score, x.claim_a->id, x.claim_b->id) < std::tuple(!y.agrees, -y.score, y.claim_a->id, y.claim_b->id);
  });
  std::vector<bool> taken_a(nodes_a.size()), taken_b(nodes_b.size());
  std::vector<Edge> edges;
  for (auto& candidate : candidates) {
    if (taken_a[candidate.a] || taken_b[candidate.b]) continue;
    taken_a[candidate.a] = taken_b[candidate.b] = true;
    const bool in_order = candidate.claim_a->id < candidate.claim_b->id;
    edges.push_back({in_order ? candidate.claim_a->id : candidate.claim_b->id, in_order ? candidate.claim_b->id : candidate.claim_a->id, candidate.score,
                     std::move(candidate.features)});
  }
  return edges;
}

std::vector<Edge> align_within(const DocumentView& document, const Knowledge& knowledge) {
  std::vector<Edge> edges;
  const World& world = knowledge.world;
  for (std::size_t i = 0; i < document.claims.size(); ++i)
    // A change is told within a few claims: nothing here may be proportional to the pairs of a long text.
    for (std::size_t j = i + 1; j < document.claims.size() && j - i <= kChangeReach; ++j) {
      const Claim &x = document.claims[i], &y = document.claims[j];
      if (x.kind != y.kind || (x.kind != Kind::date && x.kind != Kind::place) || x.in_title || y.in_title) continue;
      const auto relation = claim_kind(x.kind).relate(x.value, y.value, world);
      if (!relation.comparable || relation.relation != Relation::conflict) continue;
      // In one sentence the event need not be named twice.
      const auto forbidden = gate(x, y, true, world);
      if (!forbidden.empty() && !(forbidden == "event-unknown" && x.sentence == y.sentence)) continue;
      const bool is_change = x.topic.updates || y.topic.updates || !update_reason(x, y, world).empty();
      if (!is_change) continue;
      auto features = evidence(x, y, knowledge);
      features.push_back({"change-told", 300});
      const auto score = total(features);
      if (score < kAgree) continue;
      const bool in_order = x.id < y.id;
      edges.push_back({in_order ? x.id : y.id, in_order ? y.id : x.id, score, std::move(features)});
    }
  return edges;
}

}  // namespace mizan
