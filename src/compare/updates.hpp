#pragma once
#include <string>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// Why two claims of one fact may differ and both be true, because it changed in between; empty where nothing says so. In the order of design.md §5:
/// the text says it (update-said), one is a plan (update-planned), the figure of such a role moves this way between the two days (update-moved),
/// or a toll is told as "at least" and no day of writing says which came first (update-toll).
[[nodiscard]] std::string update_reason(const Claim& a, const Claim& b, const World& world);

/// Of a plan and what is none, is the plan told on an earlier day, or in the same article? A plan told later is of another time: the summit of next month is not the
/// one that is held today. Where a day is not known, it may be.
[[nodiscard]] bool is_plan_told_first(const Claim& a, const Claim& b);

/// May what the text says changed, or what one of the two plans, be the value of the other? A day is moved before it comes; and months later a lower toll is that
/// of another event.
[[nodiscard]] bool may_have_changed(const Claim& a, const Claim& b, const World& world);

/// Is it a toll that is higher in the later article? Fixed roles never move by date, nor does anything between articles of one day.
[[nodiscard]] bool moves_lawfully(const Claim& a, const Claim& b, const World& world);

}  // namespace mizan
