#pragma once
#include <optional>

#include "kind/kinds.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// "61 rescued, four dead": the figure of a mention that took what only looks like the adjective of a noun that follows; nothing where one does ("seven large and
/// two small ships"), or where the rule is another.
[[nodiscard]] std::optional<Mention> figure_alone(const SentenceContext& context, const Mention& mention);

}  // namespace mizan
