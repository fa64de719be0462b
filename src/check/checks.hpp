#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/words.hpp"
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// What the checks of one document see of it: its claims, by place, and how two of them that differ would be judged between two documents. The text is not
/// here: what was read into a store is checked out of it.
struct CheckContext {
  const Document& document;
  std::vector<const Claim*> title, body;  ///< a first line that is the title is in `title`
  const World& world;
  const Words& words;
  /// Do these two surely tell one fact, so that values which differ cannot both be true? Answered by compare/.
  std::function<bool(const Claim& a, const Claim& b)> contradict;
};

/// Something that a document gets wrong by itself: the claims that show it, and what a reader is told of it.
struct Slip {
  std::vector<const Claim*> claims;
  double confidence = 0;
  std::string why;
};

/// One thing that a document can get wrong by itself.
struct Check {
  std::string_view name;
  std::vector<Slip> (*find)(const CheckContext& context);
};
/// All checks, in the order in which a report tells their findings of one document.
[[nodiscard]] const std::vector<Check>& checks();

/// What all checks find in one document. Depends on the document and its claims alone.
[[nodiscard]] std::vector<CheckFinding> check_document(const CheckContext& context);
/// The context of a document's claims, which are sorted by place here.
[[nodiscard]] CheckContext check_context(const Document& document, const std::vector<const Claim*>& claims, const World& world, const Words& words);

}  // namespace mizan
