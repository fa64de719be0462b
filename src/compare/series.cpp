#include "compare/series.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>

namespace mizan {
namespace {

/// How many words on either side make a wording, and how many of them there must be.
constexpr std::size_t kWordsBeside = 2, kFewestWords = 3;
/// How many values in one wording differ at least.
constexpr std::size_t kSeveralDiffer = 2;

/// The words right beside a value, values masked, with what sort of value it is; and the value.
struct Worded {
  std::string wording;
  const Value* value;
};

std::vector<Worded> worded(const std::vector<Restatements>& nodes) {
  std::vector<Worded> found;
  for (const auto& node : nodes)
    for (const Claim* claim : node) {
      const auto left = std::min(kWordsBeside, claim->left.size()), right = std::min(kWordsBeside, claim->right.size());
      if (claim->in_title || left + right < kFewestWords) continue;
      std::string wording(1, static_cast<char>('0' + static_cast<int>(claim->kind)));
      if (const auto* quantity = std::get_if<Quantity>(&claim->value)) wording += quantity->unit;
      for (std::size_t i = 0; i < left; ++i) wording += '\t' + claim->left[i];
      wording += '\n';
      for (std::size_t i = 0; i < right; ++i) wording += '\t' + claim->right[i];
      found.push_back({std::move(wording), &claim->value});
    }
  std::stable_sort(found.begin(), found.end(), [](const Worded& x, const Worded& y) { return x.wording < y.wording; });
  return found;
}

}  // namespace

Series series_of(const std::vector<Restatements>& a, const std::vector<Restatements>& b) {
  const auto x = worded(a), y = worded(b);
  std::size_t equal = 0, differ = 0;
  for (auto p = x.begin(), q = y.begin(); p != x.end() && q != y.end();) {
    const auto order = p->wording.compare(q->wording);
    if (order < 0) { ++p; continue; }
    if (order > 0) { ++q; continue; }
    const auto same = [&](const Worded& other) { return other.wording == p->wording; };
    const auto p_end = std::find_if_not(p, x.end(), same), q_end = std::find_if_not(q, y.end(), same);
    const bool is_shared = std::any_of(p, p_end, [&](const Worded& one) { return std::any_of(q, q_end, [&](const Worded& other) { return *one.value == *other.value; }); });
    // The day that a form is about is part of it: last year, the end of the month.
    if (!is_shared) ++differ;
    else if (std::holds_alternative<Quantity>(*p->value)) ++equal;
    p = p_end;
    q = q_end;
  }
  if (differ >= kSeveralDiffer && differ >= equal) return Series::sure;
  const auto day = day_of(a), other_day = day_of(b);
  return day && other_day && std::abs(*day - *other_day) > 1 && differ > equal ? Series::likely : Series::none;
}

}  // namespace mizan
