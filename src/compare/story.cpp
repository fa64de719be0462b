#include "compare/story.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <set>

namespace mizan {
namespace {

/// How rare it is in news at large that an article names this, in nat.
double rarity(const std::string& name, const Background& background) {
  if (name.starts_with("c:")) return 2.0;
  if (name.starts_with("x:")) return name.size() >= 6 ? 4.0 : 2.5;
  if (name.starts_with("p:")) return 4.0;
  if (name.starts_with("d:")) return name.size() >= 12 ? 3.5 : 2.0;
  if (name.starts_with("#:")) return std::min(6.0, 1.3 * static_cast<double>(name.size() - 2));
  return background.idf(name);
}

/// Sum of the squared rarities.
double weight_of(const std::vector<std::string>& names, const Background& background) {
  return std::accumulate(names.begin(), names.end(), 0.0, [&](double sum, const std::string& name) {
    const double w = rarity(name, background);
    return sum + w * w;
  });
}

}  // namespace

DocumentView view_document(std::string id, std::string lang, std::vector<Claim> claims, const Background& background) {
  std::set<std::string> names, neutral;
  for (const auto& claim : claims) {
    names.insert(claim.context.begin(), claim.context.end());
    for (const auto& anchor : claim.anchors) {
      if (!anchor.starts_with("n:") && !anchor.starts_with("x:")) names.insert(anchor);
      if (!anchor.starts_with("n:")) neutral.insert(anchor);
    }
  }
  DocumentView view{std::move(id), std::move(lang), std::move(claims), {names.begin(), names.end()}, {neutral.begin(), neutral.end()}, 0, 0};
  view.weight = weight_of(view.names, background);
  view.neutral_weight = weight_of(view.neutral, background);
  return view;
}

double story(const DocumentView& a, const DocumentView& b, const Background& background) {
  const bool one_language = a.lang == b.lang;
  const auto &x = one_language ? a.names : a.neutral, &y = one_language ? b.names : b.neutral;
  std::vector<std::string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  // Cosine of the squared rarities: what few articles name tells one story from another, what many name only tells the subject.
  const double all = one_language ? std::sqrt(a.weight * b.weight) : std::sqrt(a.neutral_weight * b.neutral_weight);
  return all > 0 ? weight_of(both, background) / all : 0;
}

}  // namespace mizan
