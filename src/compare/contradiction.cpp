#include "compare/contradiction.hpp"

#include "compare/evidence.hpp"
#include "compare/gates.hpp"
#include "compare/updates.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// Five climbers and six people are told of one accident: climbers are people. Climbers and guides are two sorts of them.
Claim with_unit_of(const Claim& a, const Claim& b, const World& world) {
  Claim same = a;
  auto* quantity = std::get_if<Quantity>(&same.value);
  const auto* other = std::get_if<Quantity>(&b.value);
  const auto may_be = [&](const std::string& general, const std::string& sort) { return general == "person" && world.class_of(sort) == "person"; };
  if (quantity && other && (may_be(quantity->unit, other->unit) || may_be(other->unit, quantity->unit))) quantity->unit = other->unit;
  return same;
}

bool contradict_as_read(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  if (a.kind != b.kind || a.reading < kSureReading || b.reading < kSureReading) return false;
  const auto relation = claim_kind(a.kind).relate(a.value, b.value, knowledge.world);
  if (!relation.comparable || relation.relation != Relation::conflict) return false;
  if (!gate(a, b, Stand::differ, knowledge.world).empty() || !update_reason(a, b, knowledge.world).empty()) return false;
  if (a.topic.modality.id != b.topic.modality.id || a.topic.updates || b.topic.updates) return false;
  if (a.topic.speaker.state == SlotState::known && b.topic.speaker.state == SlotState::known && a.topic.speaker.id != b.topic.speaker.id) return false;
  return a.kind == Kind::place || !name_others(a, b, knowledge.background);
}

/// Where an event is named by both, what happened then is surely known of the one though only the other says it: "the summit of 12 June", "the summit opens on
/// 21 June".
bool are_of_one_role(const Claim& a, const Claim& b) {
  const auto &x = a.topic, &y = b.topic;
  const auto known = SlotState::known;
  return x.role && x.role.id == y.role.id && (x.role.state == known || y.role.state == known) && x.event.head.state == known && y.event.head.state == known;
}

Claim with_known_role(const Claim& claim) {
  Claim known = claim;
  known.topic.role.state = SlotState::known;
  return known;
}

}  // namespace

bool contradict(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::count) {
    const bool differ_in_unit = std::get<Quantity>(a.value).unit != std::get<Quantity>(b.value).unit;
    return contradict_as_read(differ_in_unit ? with_unit_of(a, b, knowledge.world) : a, b, knowledge);
  }
  if (!are_of_one_role(a, b)) return false;
  return a.topic.role.state == b.topic.role.state ? contradict_as_read(a, b, knowledge) : contradict_as_read(with_known_role(a), with_known_role(b), knowledge);
}

}  // namespace mizan
