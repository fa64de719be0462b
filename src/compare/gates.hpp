#pragma once
#include <cstdint>
#include <string>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// How two values stand to each other, as far as it matters to what forbids two claims to match.
enum class Stand : std::uint8_t { equal, compatible, differ };

/// Why two claims may not match whatever else speaks for it; empty where nothing forbids it. Where their values differ, most forbids it; where they are equal and
/// hardly so by chance, what the one says of noun, scope and time is no bar to the other's: it weighs in the score (evidence.hpp).
[[nodiscard]] std::string gate(const Claim& a, const Claim& b, Stand stand, const World& world);

/// The same for two claims that differ, if they had one role and one owner.
[[nodiscard]] std::string gate_in_one_role(Claim a, Claim b, const World& world);

/// Are two claims of equal values hardly so by chance?
[[nodiscard]] bool is_telling(const Claim& a, const Claim& b, Stand stand);

/// May the two be one thing told in other words, whatever of role, scope, time and noun the one says otherwise, where their articles surely tell one story: equal
/// figures, near ones of one noun or one class of nouns, one day, place or list; no roles that exclude each other, no two owners or parts?
[[nodiscard]] bool may_be_one_in_other_words(const Claim& a, const Claim& b, Stand stand, const World& world);

/// Do the noun, the scope, the times of two claims go together, values aside?
[[nodiscard]] bool units_go_together(const Claim& a, const Claim& b, const World& world);
[[nodiscard]] bool scopes_go_together(const Slot& a, const Slot& b);
[[nodiscard]] bool times_go_together(const AsOf& a, const AsOf& b);

/// Does the figure move up and down with the days, as prices do, or is it not known whether it does?
[[nodiscard]] bool is_level_role(const Slot& role, const World& world);

/// Do the two tell opposite things of one value, told by words of both: sent and cancelled, the highest and the lowest in three months?
[[nodiscard]] bool are_contradictory(const Slot& a, const Slot& b, const World& world);

}  // namespace mizan
