#pragma once
#include "check/checks.hpp"

namespace mizan {

/// The headline against the text below it.
std::vector<Slip> check_headline(const CheckContext& context);
/// The weekday told with a day that is another weekday.
std::vector<Slip> check_weekday(const CheckContext& context);
/// The Islamic date told with a Gregorian one.
std::vector<Slip> check_calendar(const CheckContext& context);
/// A number against the closed list that it announces.
std::vector<Slip> check_list(const CheckContext& context);
/// Parts against their whole.
std::vector<Slip> check_parts(const CheckContext& context);
/// A range that ends before it begins.
std::vector<Slip> check_range(const CheckContext& context);
/// Two sentences of one text against each other.
std::vector<Slip> check_self(const CheckContext& context);

/// The unit of a count.
[[nodiscard]] inline const std::string& unit_of(const Claim& claim) { return std::get<Quantity>(claim.value).unit; }
/// The figure, where the claim gives exactly one: not "about 12", not "12 to 14", not "more than 12".
[[nodiscard]] const Decimal* exact_figure(const Claim& claim);
/// May one of two figures be the other mistyped or misheard? They differ by no more than `near` of the greater, have the same digits, or one is ten times the
/// other. Figures of other sizes count other things.
[[nodiscard]] bool may_be_slip(const Decimal& a, const Decimal& b, double near);
/// A day in the words of the user interface: 3 May 2011.
[[nodiscard]] std::string day_in_words(std::int32_t days, const Words& words);

}  // namespace mizan
