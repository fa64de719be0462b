// How two dates relate: which days can both mean?
#include <optional>

#include "kind/modules.hpp"

namespace mizan {
namespace {

/// 27 April and 22 May 2015 give the points 27 April and 22 May as well as the whole.
struct Facets {
  DayInterval whole, begin, end;
};

/// "About two weeks ago", "circa 1320": how far off the date may be, in days, by the precision in which it is told. Set by hand.
std::int32_t leeway(const DatePoint& point) {
  if (!point.approximate) return 0;
  if (point.day_is != Certainty::unknown) return 10;
  if (point.month_is != Certainty::unknown) return 31;
  return point.year < 1800 ? 3652 : 730;
}

std::optional<DayInterval> widened(const std::optional<DayInterval>& days, const DatePoint& first, const DatePoint& last) {
  if (!days) return days;
  return DayInterval{days->first - leeway(first), days->last + leeway(last)};
}

std::optional<Facets> facets_of(const DateRange& date) {
  const auto whole = widened(interval(date), date.first, date.last);
  const auto begin = widened(interval(date.first), date.first, date.first), end = widened(interval(date.last), date.last, date.last);
  if (!whole || (!date.open_begin && !begin) || (!date.open_end && !end)) return std::nullopt;
  return Facets{*whole, begin.value_or(*whole), end.value_or(*whole)};
}

bool overlap(const DayInterval& a, const DayInterval& b) { return a.first <= b.last && b.first <= a.last; }
bool inside(const DayInterval& a, const DayInterval& b) { return b.first <= a.first && a.last <= b.last; }

/// Dates without a year: the fields that both know must be equal.
ValueRelation relate_partial(const DateRange& a, const DateRange& b) {
  const auto differs = [](const DatePoint& x, const DatePoint& y) {
    const auto field = [](int p, Certainty p_is, int q, Certainty q_is) { return p_is != Certainty::unknown && q_is != Certainty::unknown && p != q; };
    return field(x.year, x.year_is, y.year, y.year_is) || field(x.month, x.month_is, y.month, y.month_is) || field(x.day, x.day_is, y.day, y.day_is);
  };
  if (differs(a.first, b.first) || differs(a.last, b.last)) return {Relation::conflict, a.is_range == b.is_range, "date-differs"};
  return {Relation::compatible, true, "date-less-exact"};
}

}  // namespace

ValueRelation relate_dates(const Value& left, const Value& right, const World&) {
  const auto &a = std::get<DateRange>(left), &b = std::get<DateRange>(right);
  if (to_edtf(a) == to_edtf(b)) return {Relation::agree, true, "equal"};
  const auto x = facets_of(a), y = facets_of(b);
  if (!x || !y) return relate_partial(a, b);
  const bool about = leeway(a.first) + leeway(a.last) + leeway(b.first) + leeway(b.last) > 0;
  if (x->whole == y->whole && !about) return {Relation::agree, true, "equal"};
  if (a.is_range && b.is_range) {
    // Range against range is judged end by end: 27 April–22 May against 27 April–20 May is a conflict at the end.
    if (overlap(x->begin, y->begin) && overlap(x->end, y->end)) return {Relation::compatible, true, "date-less-exact"};
    return {Relation::conflict, true, "date-range-differs"};
  }
  if (inside(x->whole, y->whole) || inside(y->whole, x->whole) || overlap(x->whole, y->whole)) return {Relation::compatible, true, "date-less-exact"};
  return {Relation::conflict, true, "date-differs"};
}

}  // namespace mizan
