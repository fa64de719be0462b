// What no match of a rule can do without, and how far from it the rest of the match may stand: most of a sentence is then never asked what it may be read as.
#include <algorithm>
#include <optional>

#include "reading/rules.hpp"

namespace mizan {
namespace {

/// More elements than these before the first pivot make a pivot of one of them, where one is rare enough: few rules begin far before their figure.
constexpr std::uint32_t kFarBefore = 4;
/// The odds that an article has it: about four in five. In one sentence of an article even such a word seldom stands.
constexpr double kRareEnough = 4;

}  // namespace

/// Asks the rules' states how far pivots may stand from each other and from both ends. Patterns hold no repetition, so no way through them is long.
class PivotFinder {
 public:
  PivotFinder(const RuleCompiler& rules, std::span<const double> odds) : rules_(rules), odds_(odds), known_(rules.states_.size()) {}

  /// The elements behind a state up to the next pivot or the end, at most.
  std::uint32_t gap_behind(std::uint32_t state) {
    auto& known = known_[state].gap;
    if (!known) {
      std::uint32_t gap = 0;
      for (const auto& step : rules_.states_[state].steps)
        if (!is_pivot(step)) gap = std::max(gap, 1 + gap_behind(step.to));
      known = gap;
    }
    return *known;
  }

  /// The most elements that stand before the first pivot on a way to one; nothing where no way from here has any.
  std::optional<std::uint32_t> lead_of(std::uint32_t state) {
    auto& known = known_[state];
    if (known.has_lead) return known.lead;
    std::optional<std::uint32_t> lead;
    for (const auto& step : rules_.states_[state].steps) {
      const auto behind = is_pivot(step) ? std::optional<std::uint32_t>(0) : lead_of(step.to);
      if (behind) lead = std::max(lead.value_or(0), *behind + (is_pivot(step) ? 0 : 1));
    }
    known.has_lead = true;
    return known.lead = lead;
  }

  std::vector<PivotReach> reaches() {
    std::vector<PivotReach> reaches(odds_.size());
    for (const auto root : rules_.roots_) spread(root, 0, reaches);
    for (const auto& state : rules_.states_)
      for (const auto& step : state.steps)
        if (is_pivot(step)) reaches[step.what].widen({0, one_more(gap_behind(step.to))});
    return reaches;
  }

  /// The longest way to a first pivot.
  std::vector<ClassId> longest_lead(std::uint32_t state) {
    std::vector<ClassId> way;
    for (auto lead = lead_of(state); lead.value_or(0) > 0; lead = *lead - 1) {
      const auto& steps = rules_.states_[state].steps;
      const auto next = std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return !is_pivot(step) && lead_of(step.to) == *lead - 1; });
      way.push_back(next->what);
      state = next->to;
    }
    return way;
  }

  /// The shortest way to the end that has no pivot; empty where all have one.
  std::vector<ClassId> way_without(std::uint32_t root) const {
    std::vector<std::pair<std::uint32_t, std::vector<ClassId>>> open{{root, {}}};
    std::vector<bool> seen(rules_.states_.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
      const auto [state, way] = open[i];
      if (rules_.states_[state].accepts >= 0) return way;
      for (const auto& step : rules_.states_[state].steps) {
        if (is_pivot(step) || seen[step.to]) continue;
        seen[step.to] = true;
        open.emplace_back(step.to, way).second.push_back(step.what);
      }
    }
    return {};
  }

 private:
  struct Known {
    std::optional<std::uint32_t> gap, lead, depth;
    bool has_lead = false;
  };
  static std::uint8_t one_more(std::uint32_t elements) { return static_cast<std::uint8_t>(std::min<std::uint32_t>(elements + 1, PivotReach::anywhere)); }

  /// Goes on to all first pivots from a state that `depth` elements lead to.
  void spread(std::uint32_t state, std::uint32_t depth, std::vector<PivotReach>& reaches) {
    auto& known = known_[state].depth;
    if (known && *known >= depth) return;
    known = depth;
    for (const auto& step : rules_.states_[state].steps)
      if (is_pivot(step)) reaches[step.what].widen({one_more(depth), 0});
      else spread(step.to, depth + 1, reaches);
  }

  bool is_pivot(const RuleSet::Step& step) const { return odds_[step.what] == RuleCompiler::kPivot; }

  const RuleCompiler& rules_;
  std::span<const double> odds_;
  std::vector<Known> known_;
};

std::vector<PivotReach> RuleCompiler::find_pivots(std::vector<double> odds) {
  close();
  const auto choose = [&](const std::vector<ClassId>& way, double most) {
    const auto rarest = std::min_element(way.begin(), way.end(), [&](ClassId a, ClassId b) { return odds[a] < odds[b]; });
    if (rarest == way.end() || odds[*rarest] >= most) return false;
    odds[*rarest] = kPivot;
    return true;
  };
  const auto way_without = [&](std::uint32_t root) { return PivotFinder(*this, odds).way_without(root); };
  const auto far_way = [&](std::uint32_t root) { return PivotFinder(*this, odds).longest_lead(root); };
  for (const auto root : roots_) {
    for (auto way = way_without(root); !way.empty(); way = way_without(root))
      if (!choose(way, kOpen)) return std::vector<PivotReach>(odds.size(), {PivotReach::anywhere, PivotReach::anywhere});  // of open classes alone
    for (auto way = far_way(root); way.size() > kFarBefore && choose(way, kRareEnough);) way = far_way(root);
  }
  return PivotFinder(*this, odds).reaches();
}

}  // namespace mizan
