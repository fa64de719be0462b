#include <algorithm>
#include <iterator>

#include "check/modules.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// How many claims on the same fact may be told again: nothing here may be proportional to the pairs of a long text.
constexpr std::size_t kReach = 64;

/// Do both sentences tell dates, and none in common?
bool tell_other_days(const Claim& a, const Claim& b) {
  const auto dates = [](const Claim& claim) {
    std::vector<std::string> found;
    std::copy_if(claim.anchors.begin(), claim.anchors.end(), std::back_inserter(found), [](const std::string& anchor) { return anchor.starts_with("d:"); });
    return found;
  };
  const auto x = dates(a), y = dates(b);
  return !x.empty() && !y.empty() && std::find_first_of(x.begin(), x.end(), y.begin(), y.end()) == x.end();
}

/// Of one event, one owner and one time, as the text itself tells it and nobody in it.
bool are_of_one(const Claim& a, const Claim& b) {
  const auto &x = a.topic, &y = b.topic;
  const auto is_level = [](const Slot& scope) { return !scope || scope.id == "all"; };
  if (x.event.entity != y.event.entity || !x.event.head || x.event.head.id != y.event.head.id) return false;
  if (!is_level(x.scope) || !is_level(y.scope) || x.of_whom.id != y.of_whom.id || x.facet.id != y.facet.id) return false;
  // The second of two earthquakes is told in the words of the first.
  if (a.kind == Kind::count && (x.modality || y.modality || x.event.ordinal)) return false;
  if (x.speaker || y.speaker || x.as_of.days != y.as_of.days || a.sentence == b.sentence) return false;
  return a.kind != Kind::count || !tell_other_days(a, b);
}

/// The one tells again what the other told: of its words, hardly any is new. Where each has a word of its own, they may be two: "the police said", "the rebels
/// said".
bool is_retold(const Claim& a, const Claim& b, const Background& background) {
  constexpr double kOwn = 1.0;  // nat: common words
  std::size_t shared = 0;
  const auto own_weight = [&](const std::vector<std::string>& stems, const std::vector<std::string>& others) {
    shared = 0;
    double own = 0;
    for (const auto& stem : stems) {
      if (std::binary_search(others.begin(), others.end(), stem)) ++shared;
      else own += background.idf(stem);
    }
    return own;
  };
  return std::min(own_weight(a.context, b.context), own_weight(b.context, a.context)) <= kOwn && shared >= 2;
}

/// "In the north" and "in the south", "in the morning" and "in the evening": the words behind the two begin alike and go on differently.
bool are_set_against(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto length = std::min(a.size(), b.size());
  const auto differ = std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length), b.begin());
  return differ.first != a.begin() && differ.first != a.begin() + static_cast<std::ptrdiff_t>(length);
}

/// As a slip of the pen makes them: 12 and 13, 154 and 145. Six dead of 39 are some of them.
bool are_figures_of_one(const Claim& a, const Claim& b) {
  constexpr double kNear = 0.25;
  const Decimal *x = exact_figure(a), *y = exact_figure(b);
  return x && y && std::get<Quantity>(a.value).unit == std::get<Quantity>(b.value).unit && may_be_slip(*x, *y, kNear);
}

/// Days of one month, told as such: "Tuesday" and "last week" are of whatever happened then. What occurs may occur again the day after; what is held, opened or
/// signed is not.
bool are_days_of_one_month(const Claim& a, const Claim& b) {
  const auto &x = std::get<DateRange>(a.value), &y = std::get<DateRange>(b.value);
  const auto is_day = [](const Claim& claim, const DateRange& date) {
    const bool is_told = date.first.day_is == Certainty::certain && date.first.month_is == Certainty::certain;
    return is_told && !date.is_range && claim.topic.role.id != "occurred" && claim.topic.event.head.state == SlotState::known;
  };
  return is_day(a, x) && is_day(b, y) && x.first.month == y.first.month && x.first.year == y.first.year;
}

bool may_be_one(const Claim& a, const Claim& b) {
  if (a.kind != b.kind || !are_of_one(a, b)) return false;
  return a.kind == Kind::count ? are_figures_of_one(a, b) : a.kind == Kind::date && are_days_of_one_month(a, b);
}

/// Is there a third value of the same role? Then the article tells several things of one sort.
bool tells_more(const Claim& a, const Claim& b, const std::vector<const Claim*>& claims, const World& world) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim* c) {
    if (c->kind != a.kind || c->topic.role.id != a.topic.role.id || c == &a || c == &b) return false;
    const auto relate = claim_kind(a.kind).relate;
    return relate(a.value, c->value, world).relation != Relation::agree && relate(b.value, c->value, world).relation != Relation::agree;
  });
}

}  // namespace

std::vector<Slip> check_self(const CheckContext& context) {
  std::vector<Slip> slips;
  const auto& claims = context.body;
  for (std::size_t i = 0; i < claims.size(); ++i)
    for (std::size_t j = i + 1; j < claims.size() && j - i <= kReach; ++j) {
      const Claim &a = *claims[i], &b = *claims[j];
      if (!may_be_one(a, b) || !is_retold(a, b, context.world.background) || are_set_against(a.right, b.right)) continue;
      if (!context.contradict(a, b) || tells_more(a, b, claims, context.world)) continue;
      slips.push_back({{&a, &b}, 0.8, context.words.phrase("why.self", {a.quote, b.quote})});
    }
  return slips;
}

}  // namespace mizan
