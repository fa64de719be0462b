#include "reading/rules.hpp"

#include <algorithm>
#include <bit>

namespace mizan {

const Atom* Mention::get(std::string_view label) const {
  for (const auto& capture : captures)
    if (capture.label == label) return &capture.atom;
  return nullptr;
}

bool RuleSet::is_inside(const Bounds& bounds) const {
  const bool arrays = bounds.holds(states_) && bounds.holds(steps_) && bounds.holds(starts_) && bounds.holds(start_steps_) && bounds.holds(start_masks_) &&
                      bounds.holds(start_set_) && bounds.holds(state_sets_) && bounds.holds(reads_);
  const bool texts = bounds.holds_all(labels_, [&](const Text& label) { return bounds.holds(label); }) && bounds.holds_all(rules_, [&](const Rule& rule) {
    return bounds.holds(rule.name) && bounds.holds(rule.example) && static_cast<std::size_t>(rule.makes) < kMakesCount && Bounds::is_flag(rule.owns_figure) &&
           Bounds::is_flag(rule.is_fragment);
  });
  if (!arrays || !texts) return false;
  const std::size_t classes = reads_.size();
  if (set_words_ != std::max<std::size_t>(1, (classes + 63) / 64) || start_set_.size() != set_words_ || starts_.size() != classes) return false;
  if (state_sets_.size() != states_.size() * set_words_) return false;
  const auto is_step = [&](const Step& step) { return step.what < classes && step.label < labels_.size() && step.to < states_.size(); };
  const auto is_state = [&](const State& state) {
    return state.begin <= state.end && state.end <= steps_.size() && state.accepts >= -1 &&
           (state.accepts < 0 || static_cast<std::size_t>(state.accepts) < rules_.size());
  };
  const auto is_start = [&](const Start& start) {
    const std::size_t words = (std::size_t{start.count} + 63) / 64;
    if (start.count > start_steps_.size() || start.steps > start_steps_.size() - start.count) return false;
    // A bit for each of the steps, and none beside.
    if (start.masks > start_masks_.size() || words * (classes + 1) > start_masks_.size() - start.masks) return false;
    if (start.count % 64 == 0) return true;
    for (std::size_t row = 0; row <= classes; ++row)
      if (start_masks_[start.masks + row * words + words - 1] >> start.count % 64 != 0) return false;
    return true;
  };
  // No class beyond the last: its row of masks would lie outside.
  const auto set_ends = [&](const Array<std::uint64_t>& sets) {
    if (classes % 64 == 0) return true;
    for (std::size_t i = set_words_ - 1; i < sets.size(); i += set_words_)
      if (sets[i] >> classes % 64 != 0) return false;
    return true;
  };
  return std::all_of(steps_.begin(), steps_.end(), is_step) && std::all_of(start_steps_.begin(), start_steps_.end(), is_step) &&
         std::all_of(states_.begin(), states_.end(), is_state) && std::all_of(starts_.begin(), starts_.end(), is_start) && set_ends(start_set_) &&
         set_ends(state_sets_);
}

/// Follows all rules from one token on, breadth first: of two ways to one place the first stands.
class RuleMatcher {
 public:
  RuleMatcher(const RuleSet& rules, const ClassedTokens& tokens, RuleSet::Scratch& scratch)
      : rules_(rules), tokens_(tokens), scratch_(scratch), set_words_(rules.set_words_) {
    if (scratch_.seen.empty()) scratch_.seen.resize(256);
    scratch_.best.resize(rules_.rules_.size(), -1);
  }

  void run(std::vector<RuleSet::Match>& matches) {
    for (first_ = tokens_.first(); first_ < tokens_.last(); ++first_)
      if (tokens_.may_begin(first_) && meets(tokens_.set_at(first_), rules_.start_set_.data())) run_from_first(matches);
  }

 private:
  void run_from_first(std::vector<RuleSet::Match>& matches) {
    base_ = scratch_.nodes.size();
    if (++scratch_.round == 0) {
      std::fill(scratch_.seen.begin(), scratch_.seen.end(), RuleSet::Scratch::Seen{});
      scratch_.round = 1;
    }
    begin();
    for (std::size_t i = base_; i < scratch_.nodes.size(); ++i) go_on(i);
    if (scratch_.matched.empty()) {
      scratch_.nodes.resize(base_);
      return;
    }
    std::sort(scratch_.matched.begin(), scratch_.matched.end());
    for (const auto rule : scratch_.matched) {
      const auto node = scratch_.best[rule];
      matches.push_back({rule, first_, scratch_.nodes[static_cast<std::size_t>(node)].position, node});
      scratch_.best[rule] = -1;
    }
    scratch_.matched.clear();
  }

  /// What two sets of classes share, as ClassedTokens::Place::folded has it.
  std::uint64_t both(const std::uint64_t* a, const std::uint64_t* b) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < set_words_; ++i) both |= a[i] & b[i];
    return both;
  }
  bool meets(const std::uint64_t* a, const std::uint64_t* b) const { return both(a, b) != 0; }

  /// The steps of the rules' first elements, but for those that nothing can follow: most rules end here.
  void begin() {
    for (const auto& place : tokens_.at(first_)) {
      const std::uint64_t* behind = tokens_.set_at(place.last);
      for (const auto what : tokens_.classes_of(place)) {
        const auto& start = rules_.starts_[what];
        if (start.count == 0) continue;
        const std::size_t words = (start.count + 63) / 64;
        for (std::size_t word = 0; word < words; ++word) {
          const std::uint64_t* row = rules_.start_masks_.data() + start.masks + word;
          std::uint64_t alive = row[0];
          for (std::size_t i = 0; i < set_words_; ++i)
            for (auto set = behind[i]; set != 0; set &= set - 1)
              alive |= row[(1 + i * 64 + static_cast<std::size_t>(std::countr_zero(set))) * words];
          for (; alive != 0; alive &= alive - 1)
            reach(rules_.start_steps_[start.steps + word * 64 + static_cast<std::size_t>(std::countr_zero(alive))], place, -1);
        }
      }
    }
  }

  void go_on(std::size_t i) {
    const auto node = scratch_.nodes[i];
    const auto& state = rules_.states_[node.state];
    if (state.accepts >= 0) {
      auto& best = scratch_.best[static_cast<std::size_t>(state.accepts)];
      if (best < 0) scratch_.matched.push_back(static_cast<std::uint32_t>(state.accepts));
      if (best < 0 || scratch_.nodes[static_cast<std::size_t>(best)].position < node.position) best = static_cast<std::int32_t>(i);
    }
    const std::uint64_t* reads = rules_.state_sets_.data() + node.state * rules_.set_words_;
    const auto steps = rules_.steps_of(state);
    if (steps.empty()) return;
    const auto read_here = both(tokens_.set_at(node.position), reads);
    if (read_here == 0) return;
    for (const auto& place : tokens_.at(node.position)) {
      if ((place.folded & read_here) == 0) continue;
      const std::uint64_t* behind = tokens_.set_at(place.last);
      for (const auto what : tokens_.classes_of(place)) {
        if ((reads[what / 64] >> what % 64 & 1) == 0) continue;
        auto step = steps.begin();  // most states have few: a search would cost more than it saves
        while (step != steps.end() && step->what < what) ++step;
        for (; step != steps.end() && step->what == what; ++step)
          if (rules_.states_[step->to].accepts >= 0 || meets(behind, rules_.state_sets_.data() + step->to * rules_.set_words_))
            reach(*step, place, static_cast<std::int32_t>(i));
      }
    }
  }

  void reach(const RuleSet::Step& step, const ClassedTokens::Place& place, std::int32_t parent) {
    if (step.glued != 0 && place.space_before) return;
    if (is_new(static_cast<std::uint64_t>(step.to) << 32 | place.last))
      scratch_.nodes.push_back({step.to, place.last, parent, tokens_.index_of(place), step.label});
  }

  bool is_new(std::uint64_t key) {
    auto& seen = scratch_.seen;
    if (2 * (scratch_.nodes.size() - base_) >= seen.size()) {
      seen.assign(seen.size() * 2, {});
      for (std::size_t i = base_; i < scratch_.nodes.size(); ++i)
        seen[slot_of(static_cast<std::uint64_t>(scratch_.nodes[i].state) << 32 | scratch_.nodes[i].position)] = {
            static_cast<std::uint64_t>(scratch_.nodes[i].state) << 32 | scratch_.nodes[i].position, scratch_.round};
    }
    auto& slot = seen[slot_of(key)];
    if (slot.round == scratch_.round) return false;
    slot = {key, scratch_.round};
    return true;
  }

  std::size_t slot_of(std::uint64_t key) const {
    const auto& seen = scratch_.seen;
    std::size_t at = (key * 0x9E3779B97F4A7C15u) >> 40 & (seen.size() - 1);
    while (seen[at].round == scratch_.round && seen[at].key != key) at = (at + 1) & (seen.size() - 1);
    return at;
  }

  const RuleSet& rules_;
  const ClassedTokens& tokens_;
  RuleSet::Scratch& scratch_;
  std::size_t set_words_;
  std::uint32_t first_ = 0;
  std::size_t base_ = 0;
};

void RuleSet::match(const ClassedTokens& tokens, Scratch& scratch, std::vector<Match>& matches) const {
  scratch.nodes.clear();
  matches.clear();
  RuleMatcher(*this, tokens, scratch).run(matches);
}

std::vector<Capture> RuleSet::captures(const ClassedTokens& tokens, const Scratch& scratch, const Match& match) const {
  std::vector<Capture> captures;
  std::size_t count = 0;
  for (std::int32_t i = match.node; i >= 0; i = scratch.nodes[static_cast<std::size_t>(i)].parent) ++count;
  captures.reserve(count);
  for (std::int32_t i = match.node; i >= 0; i = scratch.nodes[static_cast<std::size_t>(i)].parent) {
    const auto& node = scratch.nodes[static_cast<std::size_t>(i)];
    captures.push_back({labels_[node.label], tokens.atom(node.place)});
  }
  std::reverse(captures.begin(), captures.end());
  return captures;
}

const Atom& RuleSet::first_atom(const ClassedTokens& tokens, const Scratch& scratch, const Match& match) {
  std::int32_t i = match.node;
  while (scratch.nodes[static_cast<std::size_t>(i)].parent >= 0) i = scratch.nodes[static_cast<std::size_t>(i)].parent;
  return tokens.atom(scratch.nodes[static_cast<std::size_t>(i)].place);
}

void ClassedTokens::start(std::uint32_t first, std::uint32_t last, std::size_t set_words) {
  first_ = first;
  set_words_ = set_words;
  places_.clear();
  own_.clear();
  classes_.clear();
  tokens_.clear();
  near_.clear();
  sets_.assign((last - first) * set_words, 0);
  empty_set_.assign(set_words, 0);
}

void ClassedTokens::put(const Atom& atom, std::span<const ClassId> classes, bool space_before) {
  if (classes.empty()) return;
  const auto own = static_cast<std::uint32_t>(own_.size()), begin = static_cast<std::uint32_t>(classes_.size());
  put_place({.last = atom.last, .own = own, .classes = begin, .space_before = space_before}, classes);
  own_.push_back(atom);
  classes_.insert(classes_.end(), classes.begin(), classes.end());
}

void ClassedTokens::put_listed(const Atom& atom, std::span<const ClassId> classes, bool space_before) {
  if (!classes.empty()) put_place({.atom = &atom, .table = classes.data(), .last = atom.last, .space_before = space_before}, classes);
}

void ClassedTokens::put_own(const Atom& atom, std::span<const ClassId> classes, bool space_before) {
  if (classes.empty()) return;
  put_place({.table = classes.data(), .last = atom.last, .own = static_cast<std::uint32_t>(own_.size()), .space_before = space_before}, classes);
  own_.push_back(atom);
}

void ClassedTokens::put_place(Place place, std::span<const ClassId> classes) {
  place.class_count = static_cast<std::uint16_t>(classes.size());
  std::uint64_t* set = sets_.data() + (tokens_.size() - 1) * set_words_;
  for (const auto what : classes) {
    const auto bit = std::uint64_t{1} << what % 64;
    set[what / 64] |= bit;
    place.folded |= bit;
  }
  places_.push_back(place);
}

std::span<const ClassedTokens::Place> ClassedTokens::at(std::uint32_t i) const {
  if (i < first_ || i >= last()) return {};
  const std::size_t token = i - first_;
  const std::size_t end = token + 1 < tokens_.size() ? tokens_[token + 1] : places_.size();
  return {places_.data() + tokens_[token], end - tokens_[token]};
}

}  // namespace mizan
