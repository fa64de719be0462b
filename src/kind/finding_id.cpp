#include "kind/finding_id.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>

#include "kind/kinds.hpp"
#include "text/stable_hash.hpp"

namespace mizan {
namespace {

/// What a slot is worth for an id: what was taken over from other sentences goes when these do.
std::string_view told(const Slot& slot) { return slot.state == SlotState::known ? std::string_view(slot.id) : std::string_view(); }

bool stands_before(const Claim* a, const Claim* b) {
  const auto dateline = [](const Claim* claim) {
    const AsOf& as_of = claim->topic.as_of;
    return as_of.from == AsOf::From::dateline && as_of.days ? *as_of.days : std::numeric_limits<std::int32_t>::max();
  };
  const auto article = [&](const Claim* claim) { return std::tuple(dateline(claim), std::string_view(claim->document)); };
  if (article(a) != article(b)) return article(a) < article(b);
  return side_of(*a) < side_of(*b);
}

/// nullptr where all are of this document.
const Claim* first_of_another(const std::vector<const Claim*>& claims, const std::string& document) {
  const Claim* first = nullptr;
  for (const Claim* claim : claims)
    if (claim->document != document && (!first || stands_before(claim, first))) first = claim;
  return first;
}

}  // namespace

std::string side_of(const Claim& claim) {
  return claim.document + '\n' + show(claim.value) + '\n' + std::string(told(claim.topic.role)) + '\n' + std::string(told(claim.topic.event.head));
}

std::string side_of(const Reference& reference, const Value& value) { return "reference\n" + reference.id + '\n' + show(value); }

std::string finding_id(Kind kind, const std::string& a, const std::string& b) {
  return stable_hash({std::string(name_of(kind)), std::min(a, b), std::max(a, b)});
}

const Claim* first_witness(const std::vector<const Claim*>& claims) { return *std::ranges::min_element(claims, stands_before); }

std::pair<const Claim*, const Claim*> first_witnesses(const std::vector<const Claim*>& a, const std::vector<const Claim*>& b) {
  const Claim *x = first_witness(a), *y = first_witness(b);
  if (x->document != y->document) return {x, y};
  // One article stands first on both sides. Another one on either side says more of who contradicts whom.
  const Claim *other_x = first_of_another(a, y->document), *other_y = first_of_another(b, x->document);
  if (other_y && (!other_x || stands_before(other_y, other_x))) return {x, other_y};
  return {other_x ? other_x : x, y};
}

}  // namespace mizan
