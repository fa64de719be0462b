#pragma once
#include <string>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// The likely slip of the pen between two values: factor-of-ten, swapped-digits, one-digit, day-month; empty where none is.
[[nodiscard]] std::string slip_between(const Value& a, const Value& b);

/// Are they two figures of one role, told by words of both, whose digits changed places? Two things seldom have such (11 of 12 pairs in a table of the open cases were
/// one, the twelfth of rivals).
[[nodiscard]] bool is_swap_in_role(const Claim& a, const Claim& b, const World& world);

/// Digits that changed places, a digit that stands for another in a long figure, a nought too many: two figures of one noun that few articles count are seldom so
/// by chance, whatever is not said of them.
[[nodiscard]] bool is_typing_slip(const Claim& a, const Claim& b, const World& world);

}  // namespace mizan
