#include <algorithm>
#include <array>
#include <cstdlib>

#include "check/modules.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// Does this claim say what the headline says, or could it? Any equal figure will do, whatever it counts: headlines leave much out.
bool bears_out(const Claim& claim, const Claim& title, const World& world) {
  if (claim.kind != title.kind) return false;
  const auto relation = claim_kind(title.kind).relate(title.value, claim.value, world);
  if (!relation.comparable || relation.relation == Relation::conflict) return false;
  if (title.kind != Kind::count || relation.relation == Relation::agree) return true;
  const auto &a = std::get<Quantity>(title.value).unit, &b = std::get<Quantity>(claim.value).unit;
  return b.empty() || world.dimension_of(a) == world.dimension_of(b);
}

bool is_plain(const Topic& topic) { return (!topic.scope || topic.scope.id == "all") && !topic.updates; }

/// Scenarios, ministers, missiles: where the text counts the very thing of the headline, it need not say what became of it. People, days, shares and amounts
/// of money are counted for many things in one text.
bool count_one_thing(const Claim& title, const Claim& claim, const World& world) {
  static constexpr std::array<std::string_view, 5> common{"person", "time", "percent", "money", "measure"};
  if (title.kind != Kind::count || claim.kind != Kind::count || unit_of(title) != unit_of(claim) || !exact_figure(title) || !exact_figure(claim)) return false;
  const auto unit_class = world.class_of(unit_of(title));
  if (unit_of(title).empty() || std::find(common.begin(), common.end(), unit_class) != common.end()) return false;
  const auto &x = title.topic, &y = claim.topic;
  if ((x.role && y.role && x.role.id != y.role.id) || x.modality.id != y.modality.id || !is_plain(x) || !is_plain(y)) return false;
  // The third satellite joins two others.
  if (add(*exact_figure(claim), make_decimal(1)) == *exact_figure(title)) return false;
  return claim_kind(Kind::count).relate(title.value, claim.value, world).relation == Relation::conflict;
}

/// "Three states block the treaty", of the 151 that took part.
bool may_be_misprinted(const Claim& title, const Claim& claim) {
  constexpr double kNear = 0.5;
  const Decimal *a = exact_figure(title), *b = exact_figure(claim);
  return title.kind != Kind::count || (a && b && may_be_slip(*a, *b, kNear));
}

/// Figures of which the headline's may be made up. Small ones are made up of any others, so that only their own sort counts; two large ones that sum up to a
/// third hardly do so by chance, whatever was read of their nouns.
std::vector<Decimal> parts_of(const Claim& title, const std::vector<const Claim*>& body, const World& world, bool of_any_sort) {
  const auto is_of_sort = [&](const std::string& unit) {
    return unit == unit_of(title) || unit.empty() || unit.starts_with('~') || world.class_of(unit) == world.class_of(unit_of(title));
  };
  std::vector<Decimal> figures;
  for (const Claim* claim : body) {
    const auto* quantity = std::get_if<Quantity>(&claim->value);
    if (!quantity || (!quantity->min && !quantity->max) || !(of_any_sort || is_of_sort(quantity->unit))) continue;
    figures.push_back(quantity->min ? *quantity->min : *quantity->max);
  }
  return figures;
}

/// "Three dead" sums up two soldiers and a civilian; "five left" what remains of nine after four.
bool adds_up(const Decimal& figure, const std::vector<Decimal>& parts, bool of_three) {
  constexpr std::size_t kMost = 48;  // of so many figures, some add up to any
  if (parts.size() > kMost) return true;
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      const auto sum = add(parts[i], parts[j]);
      if (sum == figure || add(figure, parts[i]) == parts[j] || add(figure, parts[j]) == parts[i]) return true;
      for (std::size_t k = j + 1; of_three && sum && k < parts.size(); ++k)
        if (add(*sum, parts[k]) == figure) return true;
    }
  return false;
}

/// What kills without a hand that does: its dead have no attacker among them.
bool is_disaster(std::string_view event) {
  static constexpr std::array<std::string_view, 16> disasters{
      "accident", "aftershock", "collapse", "disease",        "drought", "earthquake", "eruption",       "fire",
      "flood",    "landslide",  "outbreak", "plane-accident", "sinking", "storm",      "train-accident", "tsunami"};
  return std::binary_search(disasters.begin(), disasters.end(), event);
}

/// Those who killed may be counted among the dead, or not; "12 held" may be the leader and eleven others.
bool is_one_more(const Claim& title, const Claim& claim) {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  if (!quantity || !quantity->min) return false;
  const Decimal &figure = *exact_figure(title), one = make_decimal(1);
  const bool may_have_attacker = title.topic.role.id == "killed" && !is_disaster(title.topic.event.head.id);
  return (claim.topic.scope.id == "more" && add(*quantity->min, one) == figure) || (may_have_attacker && add(figure, one) == *quantity->min);
}

/// Does the text give the figure of the headline in parts?
bool is_made_up(const Claim& title, const CheckContext& context) {
  const Decimal* figure = exact_figure(title);
  if (!figure) return false;
  const bool is_large = compare(*figure, make_decimal(12)) == std::strong_ordering::greater;
  return adds_up(*figure, parts_of(title, context.body, context.world, is_large), false) ||
         adds_up(*figure, parts_of(title, context.body, context.world, false), true) ||
         std::any_of(context.body.begin(), context.body.end(), [&](const Claim* claim) { return is_one_more(title, *claim); });
}

/// A headline tells no time of its own: it is of the time that the text tells, where that is news.
Claim at_time_of(const Claim& title, const Claim& claim) {
  constexpr std::int32_t kNews = 14;  // days
  Claim headline = title;
  const auto &when = claim.topic.as_of, &now = title.topic.as_of;
  if (now.from != AsOf::From::text && (!when.days || !now.days || std::abs(*when.days - *now.days) <= kNews)) headline.topic.as_of = when;
  return headline;
}

/// Cities lie in regions that no list knows; only two states are surely two places. And the text must name nothing of the state in the headline.
bool is_elsewhere(const Claim& title, const Claim& claim, const CheckContext& context) {
  const auto &there = std::get<Place>(title.value), &here = std::get<Place>(claim.value);
  if (there.country.empty() || here.country.empty() || there.country == here.country) return false;
  const std::string state = "c:" + there.country;
  return std::none_of(context.body.begin(), context.body.end(), [&](const Claim* other) {
    const auto* place = std::get_if<Place>(&other->value);
    return (place && place->country == there.country) || std::binary_search(other->anchors.begin(), other->anchors.end(), state);
  });
}

bool differs(const Claim& title, const Claim& claim, const CheckContext& context) {
  if (title.kind != claim.kind || !may_be_misprinted(title, claim)) return false;
  if (count_one_thing(title, claim, context.world)) return true;
  return context.contradict(at_time_of(title, claim), claim) && (claim.kind != Kind::place || is_elsewhere(title, claim, context));
}

/// Where an article tells what its headline announces.
bool is_in_lead(const Claim& claim, const Document& document) {
  constexpr std::size_t kLeadBytes = 900;
  const std::size_t third = (document.text.size() - document.body_begin) / 3;
  return index_of(claim.span.begin) <= document.body_begin + std::max(kLeadBytes, third);
}

}  // namespace

std::vector<Slip> check_headline(const CheckContext& context) {
  std::vector<Slip> slips;
  constexpr std::size_t kMostFigures = 16;  // a longer title is none, and each of its figures is held against the whole text
  if (context.title.size() > kMostFigures) return slips;
  for (const Claim* title : context.title) {
    std::vector<const Claim*> against;
    for (const Claim* claim : context.body)
      if (is_in_lead(*claim, context.document) && differs(*title, *claim, context)) against.push_back(claim);
    if (against.empty()) continue;
    if (std::any_of(context.body.begin(), context.body.end(), [&](const Claim* claim) { return bears_out(*claim, *title, context.world); })) continue;
    if (title->kind == Kind::count && is_made_up(*title, context)) continue;
    // A lead that tells several such figures tells several events, or one as it went on: which is the headline's?
    const bool is_one = std::all_of(against.begin(), against.end(), [&](const Claim* claim) { return bears_out(*claim, *against.front(), context.world); });
    if (!is_one) continue;
    slips.push_back({{title, against.front()}, 0.9, context.words.phrase("why.headline", {title->quote, against.front()->quote})});
  }
  return slips;
}

}  // namespace mizan
