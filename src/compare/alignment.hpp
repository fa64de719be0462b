#pragma once
#include <vector>

#include "compare/pairing.hpp"
#include "compare/story.hpp"
#include "knowledge/world.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// The pairs of two documents with their scores, what each has on its best rival among them.
[[nodiscard]] Pairings weighed_pairs(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model);
/// Those of them that become edges. Borrows them.
[[nodiscard]] std::vector<const Pairing*> partners(const Pairings& pairings, const Model& model);

/// Edges between claims of two documents: restatements inside each merged first, then one partner at most for each, best first; equal values before
/// differing ones, which must carry more evidence. Depends on nothing but the two and the model.
[[nodiscard]] std::vector<Edge> align(const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model);

/// Edges inside one document: "planned for March, postponed to June" is one running fact at two times. Only where the text itself tells of the change.
[[nodiscard]] std::vector<Edge> align_within(const DocumentView& document, const Knowledge& knowledge, const Model& model);

}  // namespace mizan
