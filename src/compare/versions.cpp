#include "compare/versions.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "kind/kinds.hpp"

namespace mizan {
namespace {

/// In tenths of an equal neighbouring word. Set by hand: one article and its next version share nearly every word, so that the weights hardly matter; the bar
/// parts a figure that was edited from one that was cut while another was written elsewhere.
constexpr int kNeighbour = 10, kContext = 60, kValue = 40, kRole = 30, kEvent = 10, kPlace = 20, kBar = 60;

/// Does the text say the same? How sure a field is makes no difference, nor what was concluded around it.
bool same_value(const Claim& a, const Claim& b) { return a.kind == b.kind && show(a.value) == show(b.value); }

int equal_neighbours(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  int equal = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) ++equal;
  return equal;
}

/// The share that two sorted lists have in common, 0 to kContext.
int common_context(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() && b.empty()) return 0;
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const auto order = i->compare(*j);
    if (order == 0) ++common;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  return static_cast<int>(common * static_cast<std::size_t>(kContext) / (a.size() + b.size() - common));
}

/// Two figures for two things are two claims, whatever the words around: 12 killed and 12 wounded.
bool may_be_one(const Claim& a, const Claim& b) {
  const auto contradict = [](const Slot& x, const Slot& y) { return x.state == SlotState::known && y.state == SlotState::known && x.id != y.id; };
  if (a.kind != b.kind || a.in_title != b.in_title) return false;
  if (contradict(a.topic.role, b.topic.role) || contradict(a.topic.of_whom, b.topic.of_whom) || contradict(a.topic.facet, b.topic.facet)) return false;
  const auto *x = std::get_if<Quantity>(&a.value), *y = std::get_if<Quantity>(&b.value);
  return !x || !y || x->unit == y->unit || x->unit.empty() || y->unit.empty();
}

/// Finds the partners; each index is into its version's claims.
class Matcher {
 public:
  Matcher(const std::vector<Claim>& before, const std::vector<Claim>& after)
      : before_(before), after_(after), old_of_(after.size()), is_taken_(before.size()) {}

  VersionDiff match() {
    match_untouched();
    match_likely();
    VersionDiff diff;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!is_taken_[i]) diff.removed.push_back(&before_[i]);
    }
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const Claim& claim = after_[j];
      const Claim* old = old_of_[j] ? &before_[*old_of_[j]] : nullptr;
      if (!old) diff.added.push_back(&claim);
      else if (same_value(*old, claim)) ++diff.unchanged;
      else diff.changed.emplace_back(old, &claim);
    }
    return diff;
  }

 private:
  void join(std::size_t i, std::size_t j) {
    old_of_[j] = i;
    is_taken_[i] = true;
  }

  /// Most of an article stays as it is: claims of the same value in the same words, the first with the first.
  void match_untouched() {
    using Key = std::tuple<Kind, bool, std::string, std::vector<std::string>, std::vector<std::string>, std::vector<std::string>>;
    const auto key = [](const Claim& claim) { return Key{claim.kind, claim.in_title, show(claim.value), claim.left, claim.right, claim.context}; };
    std::map<Key, std::vector<std::size_t>> old;
    for (std::size_t i = before_.size(); i-- > 0;) old[key(before_[i])].push_back(i);
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto found = old.find(key(after_[j]));
      if (found == old.end() || found->second.empty()) continue;
      join(found->second.back(), j);
      found->second.pop_back();
    }
  }

  /// What is left: the likeliest pair first; of two that are as likely, the one further up.
  void match_likely() {
    struct Candidate {
      int score;
      std::size_t i, j;
    };
    std::vector<Candidate> candidates;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (old_of_[j]) continue;
      for (std::size_t i = 0; i < before_.size(); ++i) {
        if (is_taken_[i] || !may_be_one(before_[i], after_[j])) continue;
        if (const int score = likeness(i, j); score >= kBar) candidates.push_back({score, i, j});
      }
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) { return std::tie(b.score, a.i, a.j) < std::tie(a.score, b.i, b.j); });
    for (const Candidate& each : candidates) {
      if (!is_taken_[each.i] && !old_of_[each.j]) join(each.i, each.j);
    }
  }

  [[nodiscard]] int likeness(std::size_t i, std::size_t j) const {
    const Claim &a = before_[i], &b = after_[j];
    const auto shared = [](const Slot& x, const Slot& y) { return x && y && x.id == y.id; };
    int score = kNeighbour * (equal_neighbours(a.left, b.left) + equal_neighbours(a.right, b.right)) + common_context(a.context, b.context);
    if (same_value(a, b)) score += kValue;
    if (shared(a.topic.role, b.topic.role)) score += kRole;
    if (shared(a.topic.event.head, b.topic.event.head)) score += kEvent;
    return score + kPlace - static_cast<int>(std::abs(share_before(i, before_) - share_before(j, after_)) * kPlace);
  }
  static double share_before(std::size_t index, const std::vector<Claim>& claims) { return static_cast<double>(index) / static_cast<double>(claims.size()); }

  const std::vector<Claim>&before_, &after_;
  std::vector<std::optional<std::size_t>> old_of_;
  std::vector<bool> is_taken_;
};

}  // namespace

VersionDiff compare_versions(const std::vector<Claim>& before, const std::vector<Claim>& after) { return Matcher(before, after).match(); }

}  // namespace mizan
