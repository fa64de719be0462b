#include "compare/slips.hpp"

#include <algorithm>
#include <cstdlib>

#include "compare/evidence.hpp"
#include "kind/kinds.hpp"
#include "knowledge/background.hpp"

namespace mizan {
namespace {

/// A slip is made in one news; days later the figure has moved.
bool are_of_other_news(const AsOf& a, const AsOf& b) {
  constexpr std::int32_t same_news = 2;
  return a.days && b.days && std::abs(*a.days - *b.days) > same_news;
}

}  // namespace

std::string slip_between(const Value& a, const Value& b) {
  if (const auto* p = std::get_if<Quantity>(&a)) {
    const auto& q = std::get<Quantity>(b);
    if (!p->min || !q.min || p->min != p->max || q.min != q.max) return {};
    if (p->min->mantissa == q.min->mantissa) return "factor-of-ten";
    const std::string x = show(*p->min), y = show(*q.min);
    if (x.size() != y.size() || x.size() < 2) return {};
    std::vector<std::size_t> differing;
    for (std::size_t i = 0; i < x.size(); ++i)
      if (x[i] != y[i]) differing.push_back(i);
    if (differing.size() == 1) return "one-digit";
    if (differing.size() == 2 && x[differing[0]] == y[differing[1]] && x[differing[1]] == y[differing[0]]) return "swapped-digits";
    return {};
  }
  if (const auto* p = std::get_if<DateRange>(&a)) {
    const auto& q = std::get<DateRange>(b);
    const bool days = p->first.day > 0 && q.first.day > 0 && !p->is_range && !q.is_range;
    if (days && p->first.day == q.first.month && p->first.month == q.first.day && p->first.year == q.first.year) return "day-month";
  }
  return {};
}

bool is_swap_in_role(const Claim& a, const Claim& b, const World& world) {
  if (a.kind != Kind::count || !both_known(a.topic.role, b.topic.role) || a.topic.role.id != b.topic.role.id || are_of_other_news(a.topic.as_of, b.topic.as_of)) return false;
  const auto role = world.roles.find(a.topic.role.id);
  if (role == world.roles.end() || role->second.is_of_rivals || slip_between(a.value, b.value) != "swapped-digits") return false;
  // Not 34 and 30.4 million.
  const auto digits = [](const Claim& claim) { return std::to_string(std::get<Quantity>(claim.value).min->mantissa).size(); };
  return digits(a) == digits(b);
}

bool is_typing_slip(const Claim& a, const Claim& b, const World& world) {
  const auto *x = std::get_if<Quantity>(&a.value), *y = std::get_if<Quantity>(&b.value);
  if (!x || !y || x->unit != y->unit || is_common_unit(x->unit, world) || are_of_other_news(a.topic.as_of, b.topic.as_of)) return false;
  const auto slip = slip_between(a.value, b.value);
  if (slip.empty()) return false;
  const auto digits = [](const Quantity& quantity) { return std::to_string(quantity.min->mantissa).size(); };
  constexpr std::size_t long_figure = 4;
  return slip == "one-digit" ? std::min(digits(*x), digits(*y)) >= long_figure : digits(*x) > 1 && digits(*y) > 1;
}

}  // namespace mizan
