#include "compare/pairing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "compare/gates.hpp"
#include "compare/leftovers.hpp"
#include "compare/once.hpp"
#include "compare/slips.hpp"
#include "compare/updates.hpp"
#include "compare/wording.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// Claims that differ are compared only where the two documents surely tell one story.
constexpr double kStoryDiffer = 0.09, kStoryLater = 0.15, kStorySure = 0.15, kStoryApart = 0.25;
/// Of articles that have less than this in common, equal days and places are most often those of two stories: a month, a year, a capital.
constexpr double kStoryLoose = 0.12;
/// More than this in common makes two articles no surer to be of one story.
constexpr double kStoryMost = 0.25;
/// Figures that were taken for each other lie as near as a slip, however far they are apart.
constexpr double kSwappedApart = 0.3;

/// A headline that the text restates is told by the text, which says more of it.
bool is_restated_title(const Claim& claim, const Restatements& node) {
  return claim.in_title && std::any_of(node.begin(), node.end(), [](const Claim* other) { return !other->in_title; });
}

/// Gates that only say that too little is known: where one passage is reused, enough is.
bool is_weak(const std::string& forbidden) { return forbidden == "role-unknown" || forbidden == "event-unknown" || forbidden == "whose" || forbidden == "moving"; }

/// People of one role are one noun where the one article counts persons: four of the crew killed, then six people.
bool is_person_and_people(const Claim& a, const Claim& b, const World& world) {
  const auto *x = std::get_if<Quantity>(&a.value), *y = std::get_if<Quantity>(&b.value);
  return x && y && (x->unit == "person" || y->unit == "person") && world.class_of(x->unit) == "person" && world.class_of(y->unit) == "person";
}

/// Two times are what a toll that grew has, not what forbids it; and since it raises no alarm, a role that one of the two only concludes will do in one event.
bool is_no_bar_to_updates(const std::string& forbidden, const Claim& a, const Claim& b, double alike, const World& world) {
  const Topic &x = a.topic, &y = b.topic;
  // One outbreak is a disease here and an epidemic there: where the articles surely tell one story, the role will do if words of both tell it.
  const bool is_one_event = (x.event.head && x.event.head.id == y.event.head.id) || (alike >= kStorySure && both_known(x.role, y.role));
  const bool is_one_role = x.role && x.role.id == y.role.id && is_one_event;
  return is_one_role && (forbidden == "as-of" || forbidden == "role-unknown" || (forbidden == "unit" && is_person_and_people(a, b, world)));
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

/// Does each thing have its own: every company has sales?
bool is_owned(const Slot& role, const World& world) {
  const auto found = world.roles.find(role.id);
  return found != world.roles.end() && found->second.is_owned;
}

/// Were the articles written more than a month apart, and does neither say of which year's event they tell? Quakes and crashes come again, elsewhere.
bool are_of_other_months(const Claim& a, const Claim& b) {
  constexpr std::int32_t month = 30;
  const auto &x = a.topic, &y = b.topic;
  const bool is_one_year = x.event.year && x.event.year.id == y.event.year.id;
  return !is_one_year && x.as_of.days && y.as_of.days && std::abs(*x.as_of.days - *y.as_of.days) > month;
}

/// Is the one figure more than a thousand times the other?
bool are_of_two_scales(const Claim& a, const Claim& b) {
  constexpr double thousandfold = 6.9;  // nat
  const auto figure = [](const Claim& claim) {
    const auto& quantity = std::get<Quantity>(claim.value);
    const auto& bound = quantity.min ? quantity.min : quantity.max;
    return bound ? to_double(*bound) : 0;
  };
  const double x = figure(a), y = figure(b);
  return x > 0 && y > 0 && std::abs(std::log(x / y)) > thousandfold;
}

/// Do words of both articles give the two one role in one event?
bool is_surely_one_attribute(const Topic& a, const Topic& b) {
  return both_known(a.role, b.role) && a.role.id == b.role.id && a.event.head && a.event.head.id == b.event.head.id;
}

/// Do words of both articles give the two one role, or one event?
bool are_tied(const Topic& a, const Topic& b) {
  return (both_known(a.role, b.role) && a.role.id == b.role.id) || (both_known(a.event.head, b.event.head) && a.event.head.id == b.event.head.id);
}

/// The farther apart two articles are written, the likelier they tell two stories of one kind rather than one story differently; soonest where they contradict
/// each other. What became of a thing is told for years: there one role in one event will do.
double needed_story(const Claim& a, const Claim& b, bool differ, bool contradict) {
  constexpr std::int32_t same_news = 2, month = 30;
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  // Without their days any two articles may be months apart.
  const bool may_be_apart = differ && !x.days && !y.days && a.document != b.document;
  const auto apart = x.days && y.days ? std::abs(*x.days - *y.days) : 0;
  if (!differ && is_surely_one_attribute(a.topic, b.topic)) return kStoryDiffer;
  if (apart > month || may_be_apart) return kStoryApart;
  return contradict && apart > same_news ? kStoryLater : kStoryDiffer;
}

bool share_a_name(const Claim& a, const Claim& b) {
  const auto is_name = [](const std::string& anchor) { return anchor.starts_with("x:") || anchor.starts_with("n:") || anchor.starts_with("p:"); };
  return std::any_of(a.anchors.begin(), a.anchors.end(), [&](const std::string& anchor) {
    return is_name(anchor) && std::binary_search(b.anchors.begin(), b.anchors.end(), anchor);
  });
}

/// Were both read by the rules of one language? Words of two never meet.
bool are_read_in_one_language(const Claim& a, const Claim& b) {
  const auto pack = [](const Claim& claim) { return std::string_view(claim.rule).substr(0, claim.rule.find('/')); };
  return !a.rule.empty() && pack(a) == pack(b);
}

/// Values that merely could both be true, "more than 20" beside 157, tell of one thing only where they are near. In news of different days, so do 2020 and
/// 2 May 2020, and even 2020 and 2020, only where words or names around them are shared; and of two roles such days are never of one thing where their sentences share no
/// word at all (3 of 11 pairs in a table of the open cases were).
bool is_vague(const Claim& a, const Claim& b, bool are_equal, const Knowledge& knowledge) {
  constexpr double near = 0.15;  // nat
  constexpr double some_words = 0.1;
  if (a.kind == Kind::count) {
    // "At least 21 killed" beside 33 two days later is the toll that rose.
    if (are_equal || moves_lawfully(a, b, knowledge.world)) return false;
    const auto &p = std::get<Quantity>(a.value), &q = std::get<Quantity>(b.value);
    const auto &x = p.min ? p.min : p.max, &y = q.min ? q.min : q.max;
    const auto factor = factor_between(p.unit, q.unit, knowledge.world);
    const bool are_of_two_roles = both_known(a.topic.role, b.topic.role) && a.topic.role.id != b.topic.role.id;
    if ((!factor && !are_of_two_roles) || !x || !y || x->mantissa <= 0 || y->mantissa <= 0) return false;
    return std::abs(std::log(to_double(*x) / to_double(*y) * factor.value_or(1))) > near;
  }
  if (a.kind != Kind::date) return false;
  const bool are_two_roles = a.topic.role && b.topic.role && a.topic.role.id != b.topic.role.id;
  if (!are_equal && are_two_roles && are_read_in_one_language(a, b) && shared_context(a, b, knowledge.background) == 0) return true;
  const auto is_year = [](const Claim& claim) { return std::get<DateRange>(claim.value).first.month_is == Certainty::unknown; };
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  if (!x.days || !y.days || are_of_one_news(x, y) || (are_equal && !(is_year(a) && is_year(b)))) return false;
  return !is_surely_one_attribute(a.topic, b.topic) && !share_a_name(a, b) && shared_context(a, b, knowledge.background) <= some_words;
}

/// Why two equal values of contradictory roles are no contradiction: the same as for values that differ, but that neither event nor owner need be known where most of
/// the words are shared; and what moves by the day is told of one day.
std::string predicate_gate(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  constexpr double most_words = 0.4;
  if (shared_context(a, b, knowledge.background) < most_words) return "predicate-words";
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  if (x.days && y.days && *x.days != *y.days) return "predicate-days";
  // Prices rose 0.1 percent and sales fell 0.1 percent: what each thing has of its own is equal by chance where the figure is short.
  if (a.kind == Kind::count && is_owned(a.topic.role, knowledge.world) && !is_telling(a, b, Stand::equal)) return "predicate-chance";
  Claim same_role = b;
  same_role.topic.role = a.topic.role;
  const auto forbidden = gate(a, same_role, Stand::differ, knowledge.world);
  return is_weak(forbidden) ? std::string() : forbidden;
}

/// What is known of two documents before any two of their claims are held against each other.
struct Meeting {
  double alike = 0;          ///< how far they tell one story
  bool one_language = true;
  Retelling retelling;
  bool share_names = false;  ///< story.hpp
};

/// How the values of two claims of one kind stand to each other.
struct ValuesBeside {
  bool comparable = false, are_equal = false;
  bool is_predicate = false;  ///< they are equal, and the roles say opposite things of them
  bool differ = false;        ///< they cannot both be true
  std::string update;      ///< why both may be true although they differ; empty where nothing says so
  bool is_update = false;  ///< a plan and what came of it must be as surely one fact as two that contradict each other: visits are planned every week

  [[nodiscard]] Stand stand() const { return differ ? Stand::differ : are_equal ? Stand::equal : Stand::compatible; }
};

ValuesBeside values_beside(const Claim& x, const Claim& y, const Knowledge& knowledge) {
  const World& world = knowledge.world;
  const auto relation = claim_kind(x.kind).relate(x.value, y.value, world);
  ValuesBeside values{relation.comparable, relation.relation == Relation::agree, false, relation.relation == Relation::conflict, {}, false};
  if (!values.comparable) return values;
  values.differ |= relation.relation == Relation::compatible && is_bound_changed(x, y, knowledge);
  values.is_predicate = values.are_equal && are_contradictory(x.topic.role, y.topic.role, world);
  if (values.differ) values.update = update_reason(x, y, world);
  values.is_update = !values.update.empty() && values.update != "update-planned";
  values.differ |= values.is_predicate;
  return values;
}

/// What gates say of the two.
std::string forbidden_by(const Claim& x, const Claim& y, const ValuesBeside& values, const Knowledge& knowledge) {
  return values.is_predicate ? predicate_gate(x, y, knowledge) : gate(x, y, values.stand(), knowledge.world);
}

/// What their passage and their articles make of two claims that a gate may keep apart.
struct Ties {
  bool is_reused = false;      ///< they stand in one passage
  bool is_swapped = false;     ///< the articles tell them crosswise
  bool is_eliminated = false;  ///< nothing else is left in either article that they could be about
  bool is_sole = false;        ///< each article counts their noun once
  bool is_left = false;        ///< what both articles count alike taken away, they are left, in words of both
  bool is_once = false;        ///< they tell when one thing was born, founded, opened (once.hpp)
  bool is_reworded = false;    ///< one figure of two digits or more, whose role was read otherwise in each article and is told of nothing else in the other
  double retold = 0;           ///< how surely the articles tell one event, so that they differ by a slip: 0, a half, 1
};

/// Where only the two claims are known and not their articles, there is no `retelling`.
Ties ties_of(const Claim& x, const Claim& y, const ValuesBeside& values, const std::string& forbidden, const Retelling* retelling, bool share_names,
             const Knowledge& knowledge) {
  Ties ties{.is_reused = is_reused_text(x, y, knowledge), .is_once = values.differ && are_once_of_one_thing(x, y, share_names, knowledge)};
  ties.is_reworded = retelling && forbidden == "role" && values.are_equal && !values.is_predicate && is_telling(x, y, Stand::equal) && retelling->are_roles_apart(x, y);
  if (!retelling || !values.differ || values.is_predicate) return ties;
  // What a thing costs here is its value there, what one is fined is what he pays.
  const bool is_money = x.kind == Kind::count && knowledge.world.class_of(std::get<Quantity>(x.value).unit) == "money";
  const bool may_be_sole = forbidden.empty() || forbidden == "role-unknown" || forbidden == "whose" || (forbidden == "role" && is_money);
  ties.is_sole = may_be_sole && retelling->are_sole(x, y) && gate_in_one_role(x, y, knowledge.world).empty();
  ties.is_left = !ties.is_sole && forbidden == "role-unknown" && retelling->are_left(x, y, knowledge.background) && gate_in_one_role(x, y, knowledge.world).empty();
  ties.is_swapped = retelling->are_swapped(x, y);
  ties.is_eliminated = retelling->lets_by(forbidden, x, y) || (ties.is_swapped && is_weak(forbidden));
  // What only a passage lets by may be two things told in one wording, however surely the articles tell one event: the medals of two countries.
  if (ties.is_swapped) ties.retold = 1;
  else if (forbidden.empty() || ties.is_eliminated) ties.retold = retelling->sureness(x, y);
  return ties;
}

std::optional<double> apart(const Claim& x, const Claim& y, const Ties& ties, const World& world) {
  // Whoever mistakes the year of a birth mistakes it by one as by ten.
  return ties.is_swapped || ties.is_once ? std::optional(kSwappedApart) : distance(x.value, y.value, ties.retold > 0 || ties.is_reused, world);
}

/// "Yesterday" in one sentence that two days print: the passage was reprinted, or is the report of every day.
bool are_of_two_datelines(const Claim& a, const Claim& b) {
  constexpr std::size_t one_wording = 4;
  return a.anchor && b.anchor && *a.anchor != *b.anchor && a.quote == b.quote && equal_neighbours(a, b) >= one_wording;
}

std::string barrier(const Claim& x, const Claim& y, const ValuesBeside& values, const std::string& forbidden, const Ties& ties, double alike,
                    const Knowledge& knowledge) {
  if (!values.comparable) return "not-comparable";
  const bool is_moved = values.is_update && is_no_bar_to_updates(forbidden, x, y, alike, knowledge.world) && moves_lawfully(x, y, knowledge.world);
  const bool is_slip = forbidden == "role-unknown" && values.differ && is_typing_slip(x, y, knowledge.world);
  const bool is_swap = values.differ && is_swap_in_role(x, y, knowledge.world) && !is_owned(x.topic.role, knowledge.world);
  const bool is_let_by = ties.is_reworded || (is_swap && forbidden == "ordinal") || (is_weak(forbidden) && ties.is_reused) || ties.is_eliminated || ((ties.is_sole || ties.is_left) && alike >= kStorySure) || (ties.is_once && (is_weak(forbidden) || forbidden == "as-of")) || is_moved || is_slip;
  if (!forbidden.empty() && !is_let_by) return forbidden;
  if (values.differ && x.kind == Kind::date && are_of_two_datelines(x, y)) return "other-dateline";
  if (values.update == "update-planned" && x.kind != Kind::countries && !is_plan_told_first(x, y)) return "plan-later";
  if ((values.update == "update-planned" || values.update == "update-said") && !may_have_changed(x, y, knowledge.world)) return "no-change";
  // No running figure of which two articles of one story tell grows a thousandfold: two cases, and 126,000 of a pandemic.
  if (values.is_update && x.kind == Kind::count && are_of_two_scales(x, y)) return "far-apart";
  // Seven Iranians and 37 of the rebels are two tolls.
  if (values.is_update && !ties.is_reused && x.kind == Kind::count && std::get<Quantity>(x.value).unit != std::get<Quantity>(y.value).unit &&
      x.topic.of_whom.id != y.topic.of_whom.id)
    return "whose";
  if (!values.update.empty() && x.kind == Kind::place && !share_something_rare(x, y, knowledge.background)) return "nothing-rare";
  // Figures that merely could both be true are as little proof of one fact as figures that differ; but a toll that rises is no alarm.
  const bool is_one_event = x.topic.event.head && x.topic.event.head.id == y.topic.event.head.id;
  const bool is_told = (values.is_update && is_one_event) || (!values.differ && is_surely_one_attribute(x.topic, y.topic));
  if (!values.differ && is_vague(x, y, values.are_equal, knowledge) && !is_same_passage(x, y, knowledge.background)) return "vague";
  if (x.kind != Kind::count && values.are_equal && !values.differ && alike < kStoryLoose && !are_tied(x.topic, y.topic)) return "story-loose";
  if (!ties.is_once && (values.differ || !values.are_equal)) {
    if (alike < needed_story(x, y, values.differ, values.differ && !values.is_update)) return "story-unsure";
    if (alike < kStorySure && !is_told && !share_something_rare(x, y, knowledge.background)) return "nothing-rare";
  }
  if (values.differ && x.kind == Kind::place && values.update.empty() && are_of_other_months(x, y)) return "other-times";
  if (values.differ && x.kind != Kind::place && !ties.is_once && !is_swap && name_others(x, y, knowledge.background)) return "other-names";
  if (values.differ && values.update.empty() && !values.is_predicate && !apart(x, y, ties, knowledge.world)) return "far-apart";
  return {};
}

/// Does what keeps a toll from being the other's say too little, of two that the articles tell but once: other words for people, other days?
bool is_weak_for_toll(const std::string& barrier, Toll toll, const Claim& x, const Claim& y) {
  if (barrier == "nothing-rare" || barrier == "story-unsure") return true;
  return toll != Toll::none && (barrier == "as-of" || ((barrier == "unit" || barrier == "whose") && (counts_persons(x, y) || is_told_grown(x, y))));
}

Toll toll_of(const Claim& x, const Claim& y, const Retelling& retelling, const World& world) {
  if (!is_toll_of_people(x, y, world)) return Toll::none;
  if (retelling.are_only_ones_of_role(x, y)) return Toll::sure;
  if (!retelling.are_first_of_role(x, y)) return Toll::none;
  return is_told_grown(x, y) ? Toll::sure : Toll::likely;
}

/// Everything that speaks for or against two claims of documents that meet so; nothing where they cannot be one fact. With `left_over`, of two that something keeps apart, whether they could be what is left of their articles.
std::optional<Pairing> pair_of(const Claim& x, const Claim& y, bool left_over, const Meeting& meeting, const Knowledge& knowledge) {
  if (x.kind != y.kind) return std::nullopt;
  const double alike = meeting.alike;
  const auto values = values_beside(x, y, knowledge);
  if (!values.comparable) return std::nullopt;
  const auto forbidden = forbidden_by(x, y, values, knowledge);
  const auto ties = ties_of(x, y, values, forbidden, &meeting.retelling, meeting.share_names, knowledge);
  const auto why = barrier(x, y, values, forbidden, ties, alike, knowledge);
  // "At least 24 died", and 27 the day after: both may be true, and the one is what became of the other.
  const bool may_have_grown = values.is_update || (!values.differ && !values.are_equal);
  const bool is_lawful = may_have_grown && is_lawful_toll(x, y, knowledge.world);
  const Toll toll = is_lawful ? toll_of(x, y, meeting.retelling, knowledge.world) : Toll::none;
  const bool is_toll = is_lawful && is_weak_for_toll(why, toll, x, y);
  // What became of a toll that each tells once, or first, is weighed wherever two articles agree on anything, and not only where they agree on much.
  left_over = left_over || (is_toll && toll != Toll::none);
  if (why.empty() == left_over) return std::nullopt;
  const bool says_too_little = why == "event-unknown" || why == "nothing-rare" || why == "story-unsure";
  const bool is_moved = says_too_little && values.update == "update-said" && is_moved_day(x, y, knowledge.world);
  if (left_over && !is_toll && !is_moved) {
    const bool is_told_changed = values.is_predicate || !values.update.empty();
    if (is_told_changed || !may_be_left_over(x, y, values.stand(), why, meeting.retelling, knowledge.world)) return std::nullopt;
    if (values.differ && !apart(x, y, ties, knowledge.world)) return std::nullopt;
  }
  const bool differ = values.differ;
  Pairing pair{0, 0, &x, &y, !differ, !values.update.empty(), is_same_passage(x, y, knowledge.background), ties.is_once, left_over, toll, false, 0, evidence(x, y, knowledge)};
  pair.is_of_own = !both_known(x.topic.role, y.topic.role) || is_owned(x.topic.role, knowledge.world) || is_level_role(x.topic.role, knowledge.world);
  auto& found = pair.observations;
  // Stems of two languages do not meet: there little in common is no sign of two stories.
  if (differ) found.push_back({Signal::story_differs, 10 * (std::min(alike, kStoryMost) - 0.1)});
  else if (meeting.one_language) found.push_back({Signal::story, 10 * (std::min(alike, kStoryMost) - 0.13)});
  else found.push_back({Signal::story_languages, 10 * (std::min(alike, kStoryMost) - 0.1)});
  if (!differ && !meeting.one_language) found.push_back({Signal::other_language, 1});
  if (ties.is_sole) found.push_back({Signal::counted_once, 1});
  if (ties.is_once) found.push_back({Signal::once, 1});
  if (ties.is_left) found.push_back({Signal::left_alone, 1});
  if (left_over) found.push_back({Signal::left_over, 1});
  if (!differ) {
    const double surprise = std::min(surprise_of(x), surprise_of(y));
    if (values.are_equal) found.push_back({Signal::value_equal, 1});
    if (is_telling(x, y, values.stand())) found.push_back({Signal::value_telling, 1});
    found.push_back({values.are_equal ? Signal::value_surprise : Signal::value_overlap, surprise});
  } else if (!values.update.empty()) {
    found.push_back({Signal::value_updated, 1});
  } else if (!values.is_predicate) {
    found.push_back({Signal::value_contradicts, 1});
    found.push_back({Signal::value_apart, apart(x, y, ties, knowledge.world).value()});
    if (ties.retold > 0) found.push_back({Signal::retold, ties.retold});
    if (is_typing_slip(x, y, knowledge.world) || is_swap_in_role(x, y, knowledge.world)) found.push_back({Signal::typing_slip, 1});
  }
  return pair;
}

/// The two best scores that a node has with others.
struct Best {
  std::int32_t first = std::numeric_limits<std::int32_t>::min(), second = std::numeric_limits<std::int32_t>::min();
  void add(std::int32_t score) {
    if (score > first) second = std::exchange(first, score);
    else second = std::max(second, score);
  }
  /// The best of the others, for the pair of this score.
  [[nodiscard]] std::int32_t rival_of(std::int32_t score) const { return score == first ? second : first; }
};

}  // namespace

std::string barrier_between(const Claim& a, const Claim& b, double alike, const Knowledge& knowledge) {
  if (a.kind != b.kind) return "kind";
  const auto values = values_beside(a, b, knowledge);
  if (!values.comparable) return barrier(a, b, values, {}, {}, alike, knowledge);
  const auto forbidden = forbidden_by(a, b, values, knowledge);
  return barrier(a, b, values, forbidden, ties_of(a, b, values, forbidden, nullptr, false, knowledge), alike, knowledge);
}

Pairings pair_claims(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model) {
  Pairings found;
  const double alike = story(a, b, knowledge.background);
  if (alike < kOneStory) return found;
  found.a = a.restatements;
  found.b = b.restatements;
  found.alike = alike;
  found.others = others_named(a, b);
  const Meeting meeting{alike, a.lang == b.lang, Retelling(found.a, found.b, knowledge.world), share_their_names(a, b)};
  const auto best_of = [&](std::size_t i, std::size_t j, bool left_over) {
    std::optional<Pairing> best;
    for (const Claim* x : found.a[i])
      for (const Claim* y : found.b[j]) {
        if (x->kind != y->kind || is_restated_title(*x, found.a[i]) || is_restated_title(*y, found.b[j])) continue;
        auto pair = pair_of(*x, *y, left_over, meeting, knowledge);
        if (!pair) continue;
        pair->a = i;
        pair->b = j;
        pair->score = score_of(pair->observations, model);
        if (!best || pair->score > best->score) best = std::move(pair);
      }
    return best;
  };
  for (std::size_t i = 0; i < found.a.size(); ++i)
    for (std::size_t j = 0; j < found.b.size(); ++j)
      if (auto best = best_of(i, j, false)) {
        if (best->toll != Toll::none && !best->is_left_over && best->score < acceptance_of(*best, model).bar) found.left_over.push_back(as_left_over(*best, model));
        (best->is_left_over ? found.left_over : found.pairs).push_back(std::move(*best));
      }
  // Few articles agree on enough, and all their pairs are weighed once more.
  if (!may_leave_over(found, model)) return found;
  auto pair = found.pairs.begin();
  for (std::size_t i = 0; i < found.a.size(); ++i)
    for (std::size_t j = 0; j < found.b.size(); ++j) {
      if (pair == found.pairs.end() || pair->a != i || pair->b != j) {
        if (auto best = best_of(i, j, true); best && best->toll == Toll::none) found.left_over.push_back(std::move(*best));
        continue;
      }
      const bool may_be_left = pair->may_both_hold ? may_be_left_over(*pair, meeting.retelling, knowledge.world)
                             : pair->is_update    ? pair->toll == Toll::none && is_lawful_toll(*pair->claim_a, *pair->claim_b, knowledge.world)
                                                  : meeting.retelling.may_be_one_of_role(*pair->claim_a, *pair->claim_b);
      if (may_be_left && pair->score < acceptance_of(*pair, model).bar) found.left_over.push_back(as_left_over(*pair, model));
      ++pair;
    }
  return found;
}

const Calibration& acceptance_of(const Pairing& pair, const Model& model) {
  if (pair.may_both_hold) return model.equal;
  return pair.is_update ? model.updated : model.contradicts;
}

void add_margins(Pairings& pairings) {
  std::vector<Best> best_a(pairings.a.size()), best_b(pairings.b.size());
  for (const auto& pair : pairings.pairs) {
    best_a[pair.a].add(pair.score);
    best_b[pair.b].add(pair.score);
  }
  for (auto& pair : pairings.pairs) {
    const std::int64_t rival = std::max(best_a[pair.a].rival_of(pair.score), best_b[pair.b].rival_of(pair.score));
    const double margin = static_cast<double>(pair.score - rival) / 1000;
    if (margin > 0) pair.observations.push_back({pair.may_both_hold ? Signal::margin_equal : Signal::margin_differs, std::min(margin, kMostMargin)});
  }
}

}  // namespace mizan
