#pragma once
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// Claims that speak of one fact, with the edges that say so.
struct FactGroup {
  std::vector<const Claim*> claims;  ///< sorted by id
  std::vector<const Edge*> edges;
};

/// Groups claims by accepted edges, best first: no group holds two claims of one document unless an edge inside that document joins them, two
/// groups become one only where at least a third of the pairs between them have an edge, or a fifth where the one value became the other (of a crowd of claims no more are counted than a document is compared with),
/// and a fact takes two documents. What an editor joined is one whatever forbids it, and what one parted is not, whatever joins it. A pure function of the edges, whatever order they come in.
/// `claims` and `edges` are borrowed and must be sorted by id.
[[nodiscard]] std::vector<FactGroup> group_facts(const std::vector<Claim>& claims, const std::vector<Edge>& edges);

}  // namespace mizan
