#include "compare/restatements.hpp"

#include "compare/gates.hpp"
#include "kind/kinds.hpp"
#include "knowledge/background.hpp"

namespace mizan {

std::vector<Restatements> merge_restatements(const std::vector<Claim>& claims, const World& world) {
  std::vector<Restatements> nodes;
  for (const auto& claim : claims) {
    Restatements* home = nullptr;
    for (auto& node : nodes) {
      const Claim& first = *node.front();
      if (first.kind != claim.kind) continue;
      const auto relation = claim_kind(claim.kind).relate(first.value, claim.value, world);
      if (!relation.comparable || relation.relation != Relation::agree) continue;  // few agree, and gates are dear
      const bool small = claim.kind == Kind::count && Background::surprise(claim.value) < 1.5;
      // Two small equal figures of one article are two facts unless their roles are known to be one.
      if (small && !(first.topic.role && first.topic.role.id == claim.topic.role.id)) continue;
      if (!gate(first, claim, Stand::compatible, world).empty()) continue;
      home = &node;
      break;
    }
    if (home) home->push_back(&claim);
    else nodes.push_back({&claim});
  }
  return nodes;
}

}  // namespace mizan
