#include "compare/adjudication.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "compare/gates.hpp"
#include "compare/slips.hpp"
#include "compare/updates.hpp"
#include "compare/witnesses.hpp"
#include "compare/wording.hpp"
#include "kind/finding_id.hpp"
#include "kind/kinds.hpp"
#include "kind/value_words.hpp"
#include "text/stable_hash.hpp"

namespace mizan {
namespace {

/// What the reasons name when a signal speaks for one fact, best first. Several may be told by one phrase.
constexpr std::array kGrounds{std::pair(Signal::event_same, "ground.event-same"),   std::pair(Signal::event_ordinal, "ground.event-ordinal"),
                              std::pair(Signal::event_year, "ground.event-year"),   std::pair(Signal::role_same, "ground.role-same"),
                              std::pair(Signal::role_concluded, "ground.role-same"), std::pair(Signal::of_whom_same, "ground.of-whom"),
                              std::pair(Signal::same_words_around, "ground.same-words-around"), std::pair(Signal::context, "ground.context"),
                              std::pair(Signal::names, "ground.anchors"),           std::pair(Signal::places, "ground.anchors"),
                              std::pair(Signal::states, "ground.anchors")};

/// What two sources contradict each other about may be the slip of one of them; what many tell is what readers believe.
double weight_of(std::size_t witnesses) { return 1.0 - 0.3 * std::exp2(2.0 - static_cast<double>(std::max<std::size_t>(witnesses, 2))); }

class Adjudicator {
 public:
  Adjudicator(const FactGroup& group, const Knowledge& knowledge, const Words& words)
      : group_(group), knowledge_(knowledge), world_(knowledge.world), background_(knowledge.background), model_(knowledge.model), words_(words) {}

  Fact run() {
    fact_.kind = group_.claims.front()->kind;
    make_positions();
    find_joints();
    fact_.label = label();
    // Of its first article alone: another one that tells the same later makes no other fact of it.
    fact_.key = stable_hash({std::string(name_of(fact_.kind)), side_of(*first_witness(group_.claims))});
    for (std::size_t i = 0; i < fact_.positions.size(); ++i)
      for (std::size_t j = i + 1; j < fact_.positions.size(); ++j)
        if (auto relation = relate(i, j)) fact_.relations.push_back(std::move(*relation));
    fact_.status = status_of(fact_.relations);
    return std::move(fact_);
  }

 private:
  const Claim& claim(const std::string& id) const {
    return **std::lower_bound(group_.claims.begin(), group_.claims.end(), id, [](const Claim* c, const std::string& wanted) { return c->id < wanted; });
  }

  /// Claims with one value are one position; the best attested value is told first.
  void make_positions() {
    for (const Claim* c : group_.claims) {
      auto home = std::find_if(fact_.positions.begin(), fact_.positions.end(), [&](const Position& p) {
        if (are_contradictory(claim(p.claims.front()).topic.role, c->topic.role, world_)) return false;
        const auto relation = claim_kind(c->kind).relate(p.value, c->value, world_);
        return relation.comparable && relation.relation == Relation::agree;
      });
      if (home == fact_.positions.end()) home = fact_.positions.insert(fact_.positions.end(), Position{c->value, {}, 0});
      home->claims.push_back(c->id);
    }
    for (auto& position : fact_.positions) {
      std::sort(position.claims.begin(), position.claims.end());
      position.witnesses = count_witnesses(claims_of(position), background_);
    }
    std::stable_sort(fact_.positions.begin(), fact_.positions.end(), [](const Position& a, const Position& b) {
      if (a.witnesses != b.witnesses) return a.witnesses > b.witnesses;
      return a.claims.front() < b.claims.front();
    });
  }

  template <class Get>
  const Slot* first_known(Get get) const {
    const Slot* inherited = nullptr;
    for (const Claim* c : group_.claims) {
      const Slot& slot = get(c->topic);
      if (slot.state == SlotState::known) return &slot;
      if (slot.state == SlotState::inherited && !inherited) inherited = &slot;
    }
    return inherited;
  }
  std::string role() const {
    const Slot* slot = first_known([](const Topic& t) -> const Slot& { return t.role; });
    return slot ? slot->id : std::string();
  }
  std::string event_head() const {
    const Slot* slot = first_known([](const Topic& t) -> const Slot& { return t.event.head; });
    return slot ? slot->id : std::string();
  }

  /// "states that took part – conference".
  std::string label() const {
    const auto word = [&](const Labels& labels) {
      const auto found = labels.find(words_.ui_lang);
      return found == labels.end() ? std::string() : std::string(found->second);
    };
    std::vector<std::string> parts;
    if (const auto found = world_.roles.find(role()); found != world_.roles.end()) parts.push_back(word(found->second.label));
    if (const auto found = world_.events.find(event_head()); found != world_.events.end()) parts.push_back(word(found->second.label));
    parts.erase(std::remove(parts.begin(), parts.end(), std::string()), parts.end());
    if (parts.empty() && fact_.kind == Kind::count) {
      auto unit = std::get<Quantity>(group_.claims.front()->value).unit;
      if (unit.starts_with("~")) unit.erase(0, 1);
      if (!unit.empty()) return unit;
    }
    if (parts.empty()) return words_.phrase("kind." + std::string(name_of(fact_.kind)), {});
    auto label = parts.size() == 1 ? parts[0] : words_.phrase("label.role-event", parts);
    for (const auto& [list, slot] : {std::pair("scope.", &Topic::scope), std::pair("modality.", &Topic::modality)})
      if (const auto id = common(slot); !id.empty()) label = words_.phrase("label.slot", {label, words_.phrase(list + id, {})});
    return label;
  }

  /// What all claims of the fact say of themselves in a slot: planned, each, a day.
  std::string common(Slot Topic::*slot) const {
    const auto& first = group_.claims.front()->topic.*slot;
    const bool is_common = std::all_of(group_.claims.begin(), group_.claims.end(), [&](const Claim* c) { return (c->topic.*slot).id == first.id; });
    return is_common ? first.id : std::string();
  }

  std::vector<const Claim*> claims_of(const Position& position) const {
    std::vector<const Claim*> claims;
    for (const auto& id : position.claims) claims.push_back(&claim(id));
    return claims;
  }

  /// For each two positions the best edge that joins them, the first of equal ones; and the weakest edge of the group.
  void find_joints() {
    std::unordered_map<std::string_view, std::size_t> home;
    for (std::size_t i = 0; i < fact_.positions.size(); ++i)
      for (const auto& id : fact_.positions[i].claims) home.emplace(id, i);
    for (const Edge* edge : group_.edges) {
      auto& joint = joints_[std::minmax(home.at(edge->a), home.at(edge->b))];
      if (!joint || edge->score > joint->score) joint = edge;
      if (!weakest_ || edge->score < weakest_->score) weakest_ = edge;
    }
  }

  /// The best edge that joins the two positions, else none.
  const Edge* direct_edge(std::size_t first, std::size_t second) const {
    const auto found = joints_.find(std::pair(first, second));
    return found == joints_.end() ? nullptr : found->second;
  }

  std::optional<FactRelation> relate(std::size_t first, std::size_t second) const {
    const auto &a = fact_.positions[first], &b = fact_.positions[second];
    const auto values = claim_kind(fact_.kind).relate(a.value, b.value, world_);
    if (!values.comparable) return std::nullopt;
    FactRelation relation;
    relation.first = first;
    relation.second = second;
    const bool is_predicate = are_contradictory(claim(a.claims.front()).topic.role, claim(b.claims.front()).topic.role, world_);
    relation.relation = is_predicate ? Relation::conflict : values.relation;
    std::string reason = is_predicate ? "predicate" : values.reason;
    const Edge* direct = direct_edge(first, second);
    // Else the weakest link of the chain between them.
    const Edge* edge = direct ? direct : weakest_;
    if (is_predicate) {
      // Two that were held against each other must say the opposite: others of their value may be of no role.
      if (!direct || !are_contradictory(claim(direct->a).topic.role, claim(direct->b).topic.role, world_)) return std::nullopt;
    } else if (values.relation == Relation::conflict) {
      // Two values that only a third, less exact one joins were never held against each other: no alarm on hearsay.
      if (!direct) return std::nullopt;
      excuse(a, b, relation, reason);
    } else if (values.relation == Relation::compatible && values.reason == "bounds") {
      // "At least 12" and, later, 19: the toll grew, which the bound alone would only allow.
      if (const auto said = said_update(a, b); !said.empty() && said != "update-planned") {
        relation.relation = Relation::update;
        reason = said;
      } else if (direct && is_bound_changed(claim(direct->a), claim(direct->b), knowledge_)) {
        relation.relation = Relation::conflict;
        reason = "wording";
      }
    }
    relation.same = 0.5;
    if (edge) {
      const auto& outcome = relation.relation == Relation::conflict ? model_.contradicts : relation.relation == Relation::update && values.relation == Relation::conflict ? model_.updated : model_.equal;
      relation.same = outcome.probability(edge->score);
      tell_edge(*edge, a, relation);
    }
    relation.read = 1.0;
    for (const auto* position : {&a, &b}) {
      double best = 0;
      for (const Claim* c : claims_of(*position)) best = std::max(best, c->reading);
      relation.read *= best;
    }
    const auto rounded = [](double x) { return std::round(x * 1000) / 1000; };
    relation.confidence = rounded(relation.same * relation.read);
    relation.severity = relation.relation == Relation::conflict ? rounded(relation.confidence * (relation.excuse.empty() ? 1.0 : 0.6) * weight_of(a.witnesses + b.witnesses)) : 0;
    const auto [witness_a, witness_b] = first_witnesses(claims_of(a), claims_of(b));
    relation.id = finding_id(fact_.kind, side_of(*witness_a), side_of(*witness_b));
    relation.why = why(a, b, relation, reason);
    relation.reason = std::move(reason);
    relation.is_direct = direct != nullptr;
    return relation;
  }

  /// One claim of each crowd that says the same of the same day in the same role: what decides whether it is an update is in these. A few are left as they are.
  std::vector<const Claim*> statements_of(const Position& position) const {
    constexpr std::size_t few = 64;
    auto claims = claims_of(position);
    if (claims.size() <= few) return claims;
    std::set<std::tuple<std::string, std::optional<std::int32_t>, bool, std::string, std::string>> known;
    std::erase_if(claims, [&](const Claim* c) {
      return !known.emplace(show(c->value), c->topic.as_of.days, c->topic.updates, c->topic.modality.id, c->topic.role.id).second;
    });
    return claims;
  }

  /// What the edge says, its claim of position `first` first.
  void tell_edge(const Edge& edge, const Position& first, FactRelation& relation) const {
    const bool turned = !std::binary_search(first.claims.begin(), first.claims.end(), edge.a);
    relation.claim_a = turned ? edge.b : edge.a;
    relation.claim_b = turned ? edge.a : edge.b;
    relation.score = edge.score;
    relation.features = edge.features;
    relation.bar = bar_of(claim(edge.a), claim(edge.b));
  }

  /// From which score on alignment took two such claims for one fact.
  std::int32_t bar_of(const Claim& a, const Claim& b) const {
    const auto values = claim_kind(a.kind).relate(a.value, b.value, world_);
    if (are_contradictory(a.topic.role, b.topic.role, world_) || is_bound_changed(a, b, knowledge_)) return model_.contradicts.bar;
    if (values.relation != Relation::conflict) return model_.equal.bar;
    return a.document == b.document || !update_reason(a, b, world_).empty() ? model_.updated.bar : model_.contradicts.bar;
  }

  /// The first reason for which a claim of the one and one of the other position may both be true.
  std::string said_update(const Position& a, const Position& b) const {
    const auto x = statements_of(a), y = statements_of(b);
    for (const Claim* p : x)
      for (const Claim* q : y)
        if (auto said = update_reason(*p, *q, world_); !said.empty()) return said;
    return {};
  }

  /// Same fact, values that differ: does something explain it (design.md §5)?
  void excuse(const Position& a, const Position& b, FactRelation& relation, std::string& reason) const {
    const auto x = claims_of(a), y = claims_of(b);
    if (const auto said = said_update(a, b); !said.empty()) {
      relation.relation = Relation::update;
      reason = said;
      return;
    }
    const auto speaker = [](const std::vector<const Claim*>& claims) {
      for (const Claim* c : claims)
        if (c->topic.speaker.state == SlotState::known) return c->topic.speaker.id;
      return std::string();
    };
    if (!speaker(x).empty() && !speaker(y).empty() && speaker(x) != speaker(y)) relation.excuse = "attribution";
    relation.slip = slip_between(a.value, b.value);
  }

  std::string why(const Position& a, const Position& b, const FactRelation& relation, const std::string& reason) const {
    std::vector<std::string> grounds;
    for (const auto& [signal, phrase] : kGrounds) {
      const bool speaks = std::any_of(relation.features.begin(), relation.features.end(), [&](const Feature& f) { return f.name == name_of(signal) && f.share > 0; });
      if (auto ground = words_.phrase(phrase, {}); speaks && std::find(grounds.begin(), grounds.end(), ground) == grounds.end()) grounds.push_back(std::move(ground));
    }
    std::string list;
    for (const auto& ground : grounds) list += (list.empty() ? "" : words_.phrase("ground.and", {})) + ground;
    const auto message = [&](const std::string& key) { return words_.phrase(key, {}); };
    if (list.empty()) list = words_.phrase("ground.none", {});
    std::vector<std::string> parts{list, value_in_words(a.value, message), value_in_words(b.value, message)};
    if (reason == "predicate")
      for (const auto* position : {&a, &b}) parts.push_back(words_.phrase("role." + claim(position->claims.front()).topic.role.id, {}));
    return words_.phrase("why." + reason, parts);
  }

  const FactGroup& group_;
  const Knowledge& knowledge_;
  const World& world_;
  const Background& background_;
  const Model& model_;
  const Words& words_;
  Fact fact_;
  std::map<std::pair<std::size_t, std::size_t>, const Edge*> joints_;  ///< by positions, the lesser first
  const Edge* weakest_ = nullptr;
};

}  // namespace

Relation status_of(const std::vector<FactRelation>& relations) {
  const auto has = [&](Relation relation) { return std::any_of(relations.begin(), relations.end(), [&](const FactRelation& r) { return r.relation == relation; }); };
  return has(Relation::conflict) ? Relation::conflict : has(Relation::update) ? Relation::update : Relation::agree;
}

Fact adjudicate(const FactGroup& group, const Knowledge& knowledge, const Words& words) { return Adjudicator(group, knowledge, words).run(); }

}  // namespace mizan
