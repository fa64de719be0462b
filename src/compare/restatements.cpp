#include "compare/restatements.hpp"

#include "compare/evidence.hpp"
#include "compare/gates.hpp"
#include "kind/kinds.hpp"
#include "knowledge/background.hpp"

namespace mizan {
namespace {

/// "Over two thousand dead" above "2,012 were killed": a headline rounds what the text counts first in words of the same role.
bool is_rounded_in_title(const Restatements& title, const Claim& claim, Relation relation) {
  const Claim& first = *title.front();
  const bool is_title = title.size() == 1 && first.in_title && !claim.in_title && claim.kind == Kind::count;
  return is_title && relation == Relation::compatible && both_known(first.topic.role, claim.topic.role) && first.topic.role.id == claim.topic.role.id;
}

}  // namespace

std::vector<Restatements> merge_restatements(const std::vector<Claim>& claims, const World& world) {
  std::vector<Restatements> nodes;
  for (const auto& claim : claims) {
    Restatements* home = nullptr;
    for (auto& node : nodes) {
      const Claim& first = *node.front();
      if (first.kind != claim.kind) continue;
      const auto relation = claim_kind(claim.kind).relate(first.value, claim.value, world);
      if (!relation.comparable) continue;
      const bool is_rounded = is_rounded_in_title(node, claim, relation.relation);
      if (relation.relation != Relation::agree && !is_rounded) continue;  // few agree, and gates are dear
      const bool small = claim.kind == Kind::count && Background::surprise(claim.value) < 1.5;
      // Two small equal figures of one article are two facts unless their roles are known to be one.
      if (small && !(first.topic.role && first.topic.role.id == claim.topic.role.id)) continue;
      if (!gate(first, claim, Stand::compatible, world).empty()) continue;
      home = &node;
      break;
    }
    // What follows is held against the figure of the text.
    if (home) home->insert(home->front()->in_title ? home->begin() : home->end(), &claim);
    else nodes.push_back({&claim});
  }
  return nodes;
}

std::optional<std::int32_t> day_of(const std::vector<Restatements>& nodes) {
  for (const auto& node : nodes)
    for (const Claim* claim : node)
      if (claim->topic.as_of.from == AsOf::From::dateline) return claim->topic.as_of.days;
  return std::nullopt;
}

}  // namespace mizan
