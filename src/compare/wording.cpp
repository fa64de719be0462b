#include "compare/wording.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "compare/evidence.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

using Anchors = std::vector<std::string>;

/// The anchors that the claim's own value gave to its sentence.
Anchors anchors_of_value(const Claim& claim) {
  Anchors own;
  if (const auto* quantity = std::get_if<Quantity>(&claim.value)) {
    for (const auto& bound : {quantity->min, quantity->max})
      if (bound) own.push_back("#:" + show(*bound));
  } else if (const auto* date = std::get_if<DateRange>(&claim.value)) {
    own.push_back("d:" + to_edtf(*date));
  }
  std::sort(own.begin(), own.end());
  return own;
}

bool is_figure(const std::string& anchor) { return anchor.starts_with("#:") || anchor.starts_with("d:"); }

/// The other figures and dates of the sentence.
Anchors other_figures(const Claim& claim) {
  const auto own = anchors_of_value(claim);
  Anchors others;
  std::copy_if(claim.anchors.begin(), claim.anchors.end(), std::back_inserter(others),
               [&](const std::string& anchor) { return is_figure(anchor) && !std::binary_search(own.begin(), own.end(), anchor); });
  return others;
}

/// Has each sentence a name, a state or a place that the other lacks?
bool name_apart(const Claim& a, const Claim& b) {
  const auto lacks = [](const Claim& x, const Claim& y) {
    return std::any_of(x.anchors.begin(), x.anchors.end(),
                       [&](const std::string& anchor) { return !is_figure(anchor) && !std::binary_search(y.anchors.begin(), y.anchors.end(), anchor); });
  };
  return lacks(a, b) && lacks(b, a);
}

/// Is nothing but the value changed in a sentence that has more to change: other figures, or many words? The same template filled for another thing has other
/// figures or names.
bool is_only_change(const Claim& a, const Claim& b) {
  constexpr std::size_t kTelling = 4;
  const auto x = other_figures(a), y = other_figures(b);
  return x == y && a.context.size() + x.size() >= kTelling && b.context.size() + y.size() >= kTelling && !name_apart(a, b);
}

/// Has each sentence several other figures, and have they none in common? Then it is a template, filled for another thing.
bool is_template(const Claim& a, const Claim& b) {
  const auto x = other_figures(a), y = other_figures(b);
  const auto is_told = [&](const std::string& figure) { return std::binary_search(y.begin(), y.end(), figure); };
  return x.size() > 1 && y.size() > 1 && std::none_of(x.begin(), x.end(), is_told);
}

/// Periods of years that neither begin nor end in one year are two: namesakes with their years of life.
bool are_two_periods(const Claim& a, const Claim& b) {
  const auto *x = std::get_if<DateRange>(&a.value), *y = std::get_if<DateRange>(&b.value);
  const auto is_of_years = [](const DateRange* date) { return date && date->is_range && date->first.year != date->last.year; };
  return is_of_years(x) && is_of_years(y) && x->first.year != y->first.year && x->last.year != y->last.year;
}

/// Do the words around the two agree, be they few?
bool is_one_wording(const Claim& a, const Claim& b, const Background& background) { return equal_neighbours(a, b) >= 4 && shared_context(a, b, background) >= 0.6; }

bool are_of_two_days(const Claim& a, const Claim& b) {
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  return x.days && y.days && *x.days != *y.days;
}

bool is_slip(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  if (are_of_two_days(a, b) || !is_one_wording(a, b, knowledge.background) || !is_only_change(a, b)) return false;
  // One sentence with one quotation is told several times a day.
  const bool is_of_a_day = a.topic.as_of.from == AsOf::From::dateline && b.topic.as_of.from == AsOf::From::dateline;
  const auto others = other_figures(a);
  return !is_of_a_day || !is_quotation(a, knowledge.world) || std::any_of(others.begin(), others.end(), [](const std::string& anchor) { return anchor.starts_with("#:"); });
}

/// A range, a lower bound, an upper bound, a figure.
enum class Form { figure, range, at_least, at_most };

Form form_of(const Quantity& quantity) {
  if (!quantity.max) return Form::at_least;
  if (!quantity.min) return Form::at_most;
  return *quantity.min == *quantity.max ? Form::figure : Form::range;
}

}  // namespace

std::size_t equal_neighbours(const Claim& a, const Claim& b) {
  constexpr std::size_t whole = 3, telling = 2;
  const auto run = [](const std::vector<std::string>& x, const std::vector<std::string>& y) -> std::size_t {
    std::size_t n = 0;
    while (n < x.size() && n < y.size() && x[n] == y[n]) ++n;
    return n > 0 && n == x.size() && n == y.size() ? whole : n;
  };
  const auto ends = [](const std::vector<std::string>& x, const std::vector<std::string>& y) { return x.empty() && y.empty(); };
  const std::size_t left = run(a.left, b.left), right = run(a.right, b.right);
  const auto at_end = [&](std::size_t other) -> std::size_t { return other >= telling ? whole : 1; };
  return (ends(a.left, b.left) ? at_end(right) : left) + (ends(a.right, b.right) ? at_end(left) : right);
}

bool is_same_passage(const Claim& a, const Claim& b, const Background& background) {
  return a.context.size() >= 3 && b.context.size() >= 3 && is_one_wording(a, b, background);
}

bool is_reused_text(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  if (are_two_periods(a, b)) return false;
  if (is_slip(a, b, knowledge)) return true;
  const auto &x = a.topic.as_of, &y = b.topic.as_of;
  if (x.days && y.days && (*x.days != *y.days || is_quotation(a, knowledge.world))) return false;
  return is_same_passage(a, b, knowledge.background) && !is_template(a, b);  // few are, and the figures of a sentence are dear to gather
}

bool is_bound_changed(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  const auto *x = std::get_if<Quantity>(&a.value), *y = std::get_if<Quantity>(&b.value);
  if (!x || !y || x->unit != y->unit || x->approximate != y->approximate || x->strict != y->strict) return false;
  const Form form = form_of(*x);
  if (form == Form::figure || form != form_of(*y) || (x->min == y->min && x->max == y->max)) return false;
  return is_slip(a, b, knowledge);
}

}  // namespace mizan
