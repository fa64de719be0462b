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

/// Do words of both give the two one role in which the later figure is what became of the earlier one? Where only too little in common keeps such a toll from being
/// the other's, and the articles agree on much else, it is.
[[nodiscard]] bool is_lawful_toll(const Claim& a, const Claim& b, const World& world);
/// Is such a toll one of people, told within the weeks in which one event is news? Orders, aid and bids of the same sort come every day.
[[nodiscard]] bool is_toll_of_people(const Claim& a, const Claim& b, const World& world);
/// "The toll rose to 26": does the later of two such tolls tell that it came to be so many?
[[nodiscard]] bool is_told_grown(const Claim& a, const Claim& b);
/// Does one of two counts count persons by no narrower noun?
[[nodiscard]] bool counts_persons(const Claim& a, const Claim& b);

/// "Due to arrive on 10 February", "landed on Sunday, later than planned": do words of both give two days one role, and did the earlier article tell of one to come? What
/// is held, begins and ends may be of any meeting, and not what is launched or delivered.
[[nodiscard]] bool is_moved_day(const Claim& a, const Claim& b, const World& world);

}  // namespace mizan
