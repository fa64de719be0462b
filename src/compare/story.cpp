#include "compare/story.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <string_view>
#include <utility>

#include "compare/evidence.hpp"

namespace mizan {
namespace {

constexpr std::string_view kOpening = "o:", kName = "n:";

bool is_named_in(std::string_view name, const DocumentView& view) {
  return name == view.opening || std::any_of(view.claims.begin(), view.claims.end(), [&](const Claim& claim) {
    return std::any_of(claim.anchors.begin(), claim.anchors.end(), [&](const std::string& anchor) { return anchor.starts_with(kName) && std::string_view(anchor).substr(kName.size()) == name; });
  });
}

/// Sum of the squared rarities.
template <class Names>
double weight_of(const Names& names, const Background& background) {
  return std::accumulate(names.begin(), names.end(), 0.0, [&](double sum, std::string_view name) {
    const double w = rarity(name, background);
    return sum + w * w;
  });
}

/// The first letters as a number that is in order as they are: most names differ there, and need not be looked up to be told apart.
std::uint64_t beginning_of(std::string_view name) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0u);
  return number;
}

void sort_once(std::vector<std::string_view>& names) {
  std::vector<std::pair<std::uint64_t, std::string_view>> order;
  order.reserve(names.size());
  for (const auto name : names) order.emplace_back(beginning_of(name), name);
  std::sort(order.begin(), order.end());
  order.erase(std::unique(order.begin(), order.end()), order.end());
  names.resize(order.size());
  std::transform(order.begin(), order.end(), names.begin(), [](const auto& each) { return each.second; });
}

}  // namespace

double rarity(std::string_view name, const Background& background) {
  if (name.starts_with("c:")) return 2.0;
  if (name.starts_with("x:")) return name.size() >= 6 ? 4.0 : 2.5;
  if (name.starts_with("p:")) return 4.0;
  if (name.starts_with("d:")) return name.size() >= 12 ? 3.5 : 2.0;
  if (name.starts_with("#:")) return std::min(6.0, 1.3 * static_cast<double>(name.size() - 2));
  return background.idf(name);
}

DocumentView view_document(std::string id, std::string lang, std::vector<Claim> claims, const Knowledge& knowledge) {
  DocumentView view;
  view.id = std::move(id);
  view.lang = std::move(lang);
  view.claims = std::move(claims);
  view.restatements = merge_restatements(view.claims, knowledge.world);
  for (const auto& claim : view.claims) {
    view.names.insert(view.names.end(), claim.context.begin(), claim.context.end());
    for (const auto& anchor : claim.anchors) {
      if (anchor.starts_with(kOpening)) {
        view.opening = std::string_view(anchor).substr(kOpening.size());
        continue;
      }
      if (!anchor.starts_with("n:") && !anchor.starts_with("x:")) view.names.push_back(anchor);
      if (!anchor.starts_with("n:")) view.neutral.push_back(anchor);
    }
  }
  for (const auto& claim : view.claims)
    for (const auto& anchor : claim.anchors) {
      if (anchor.starts_with("p:")) view.places.push_back(anchor);
      else if (anchor.starts_with("n:") && knowledge.background.idf(std::string_view(anchor).substr(2)) >= kRareWord) view.people.push_back(anchor);
    }
  sort_once(view.names);
  sort_once(view.neutral);
  sort_once(view.people);
  sort_once(view.places);
  view.weight = weight_of(view.names, knowledge.background);
  view.neutral_weight = weight_of(view.neutral, knowledge.background);
  return view;
}

double story(const DocumentView& a, const DocumentView& b, const Background& background) {
  const bool one_language = a.lang == b.lang;
  const auto &x = one_language ? a.names : a.neutral, &y = one_language ? b.names : b.neutral;
  std::vector<std::string_view> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  // Cosine of the squared rarities: what few articles name tells one story from another, what many name only tells the subject.
  const double all = one_language ? std::sqrt(a.weight * b.weight) : std::sqrt(a.neutral_weight * b.neutral_weight);
  return all > 0 ? weight_of(both, background) / all : 0;
}

bool share_their_names(const DocumentView& a, const DocumentView& b) {
  constexpr std::size_t prefix = 2, consonants = 3, half = 2;
  const auto skeletons = [](const DocumentView& view) {
    std::vector<std::string_view> found;
    const auto from = std::lower_bound(view.neutral.begin(), view.neutral.end(), std::string_view("x:"));
    for (auto name = from; name != view.neutral.end() && name->starts_with("x:"); ++name)
      if (name->size() >= prefix + consonants) found.push_back(*name);
    return found;
  };
  const auto x = skeletons(a), y = skeletons(b);
  std::vector<std::string_view> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return !both.empty() && half * both.size() >= std::min(x.size(), y.size());
}

std::size_t others_named(const DocumentView& a, const DocumentView& b) {
  constexpr std::size_t part = 3;  // of the names of the article that has fewer
  const auto shared = [](const std::vector<std::string_view>& x, const std::vector<std::string_view>& y) {
    return static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [&](std::string_view name) { return std::binary_search(y.begin(), y.end(), name); }));
  };
  if (!a.opening.empty() && !b.opening.empty() && !is_named_in(a.opening, b) && !is_named_in(b.opening, a)) return 2;
  const std::size_t fewer = std::min(a.people.size(), b.people.size());
  return part * shared(a.people, b.people) < fewer && shared(a.places, b.places) == 0 ? fewer : 0;
}

}  // namespace mizan
