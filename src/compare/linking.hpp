#pragma once
#include <set>
#include <string>

#include "knowledge/world.hpp"
#include "mizan/store.hpp"

namespace mizan {

/// Edges from each of these documents, which the store holds, to every other that is its neighbour; each pair once, and nothing of the other documents.
[[nodiscard]] Status link_documents(Store& store, const std::set<std::string>& ids, const Knowledge& knowledge);

}  // namespace mizan
