#include "reading/rules.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

namespace mizan {
namespace {

constexpr std::array<std::string_view, 10> kMakes{"date", "count", "age", "clock", "identifier", "name", "phone", "rank", "ratio", "score"};

}  // namespace

const Atom* Mention::get(std::string_view label) const {
  for (const auto& capture : captures)
    if (capture.label == label) return &capture.atom;
  return nullptr;
}

std::string_view name_of(Makes makes) { return kMakes[static_cast<std::size_t>(makes)]; }

ClassId Classes::intern(const std::string& name) { return names_.try_emplace(name, static_cast<ClassId>(names_.size())).first->second; }

/// Turns the patterns into states, one after another.
class RuleCompiler {
 public:
  RuleCompiler(RuleSet& set, Classes& classes) : set_(set), classes_(classes) {}

  Status add(const RuleRow& row) {
    row_ = &row;
    Rule rule;
    rule.name = row.file + ":" + row.name;
    rule.example = row.example;
    const auto plus = row.makes.find_first_of("+-!=");
    const auto found = std::find(kMakes.begin(), kMakes.end(), row.makes.substr(0, plus));
    if (found == kMakes.end()) return wrong("'" + row.makes + "' is nothing that a rule makes");
    rule.makes = static_cast<Makes>(found - kMakes.begin());
    rule.owns_figure = row.makes.ends_with('!');
    rule.is_fragment = row.makes.ends_with('=');
    if (plus != std::string::npos) rule.priority = std::atoi(row.makes.c_str() + plus);

    pattern_ = row.pattern;
    at_ = 0;
    error_.clear();
    const auto start = state();
    const auto end = sequence(start);
    if (error_.empty() && at_ != pattern_.size()) error_ = "unexpected '" + pattern_.substr(at_, 8) + "'";
    if (!error_.empty()) return wrong(error_);
    set_.states_[end].accepts = static_cast<std::int32_t>(set_.rules_.size());
    roots_.push_back(start);
    set_.rules_.push_back(std::move(rule));
    return ok();
  }

  [[nodiscard]] const std::vector<std::uint32_t>& roots() const { return roots_; }

 private:
  Status wrong(std::string what) const {
    return Error{row_->file + ":" + std::to_string(row_->line), "rule '" + row_->name + "': " + what, Error::Cause::usage};
  }
  std::uint32_t state() {
    set_.states_.emplace_back();
    return static_cast<std::uint32_t>(set_.states_.size() - 1);
  }
  void jump(std::uint32_t from, std::uint32_t to) { set_.states_[from].jumps.push_back(to); }
  void blanks() {
    while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
  }
  bool next_is(char c) {
    blanks();
    return at_ < pattern_.size() && pattern_[at_] == c;
  }

  /// Elements up to `)`, `]`, `|` or the end; returns the state behind the last.
  std::uint32_t sequence(std::uint32_t from) {
    while (error_.empty()) {
      blanks();
      if (at_ >= pattern_.size() || pattern_[at_] == ')' || pattern_[at_] == ']' || pattern_[at_] == '|') break;
      from = element(from);
    }
    return from;
  }

  std::uint32_t element(std::uint32_t from) {
    if (next_is('~')) {
      ++at_;
      glued_ = true;
      blanks();
    }
    const bool glued = glued_;
    if (next_is('[')) {
      ++at_;
      const auto end = sequence(from);
      glued_ = false;
      expect(']');
      const auto behind = state();
      jump(end, behind);
      jump(from, behind);
      return behind;
    }
    if (next_is('(')) {
      const auto behind = state();
      do {
        ++at_;
        glued_ = glued;  // `~` before a group holds for the first element of each of its branches
        const auto begin = state();
        jump(from, begin);
        jump(sequence(begin), behind);
      } while (error_.empty() && next_is('|'));
      expect(')');
      glued_ = false;
      return behind;
    }
    if (next_is('{')) return class_step(from, '}');
    if (next_is('"')) return class_step(from, '"');
    error_ = "unexpected '" + pattern_.substr(at_, 8) + "'";
    return from;
  }

  std::uint32_t class_step(std::uint32_t from, char closing) {
    const auto end = pattern_.find(closing, at_ + 1);
    if (end == std::string::npos) {
      error_ = std::string("no closing ") + closing;
      return from;
    }
    std::string name = pattern_.substr(at_ + 1, end - at_ - 1), label;
    at_ = end + 1;
    if (closing == '"') {
      name = "\"" + name + "\"";
      classes_.intern(name);
      label = name;
      if (pattern_.compare(at_, 2, ":-") == 0) {
        label = "-";
        at_ += 2;
      }
    } else if (const auto colon = name.find(':'); colon != std::string::npos) {
      label = name.substr(colon + 1);
      name.resize(colon);
    } else {
      label = name;
    }
    if (!classes_.contains(name)) {
      error_ = "nothing gives the class {" + name + "}";
      return from;
    }
    const auto known = std::find(set_.labels_.begin(), set_.labels_.end(), label);
    const auto label_id = static_cast<std::uint32_t>(known - set_.labels_.begin());
    if (known == set_.labels_.end()) set_.labels_.push_back(label);
    const auto to = state();
    set_.states_[from].steps.push_back({classes_.intern(name), glued_, label_id, to});
    glued_ = false;
    return to;
  }

  void expect(char c) {
    if (next_is(c)) {
      ++at_;
    } else if (error_.empty()) {
      error_ = std::string("'") + c + "' is missing";
    }
  }

  RuleSet& set_;
  Classes& classes_;
  const RuleRow* row_ = nullptr;
  std::string pattern_, error_;
  std::size_t at_ = 0;
  bool glued_ = false;
  std::vector<std::uint32_t> roots_;
};

void RuleSet::close() {
  // Every state gets the steps of all states that it reaches by jumps: matching then never follows a jump.
  for (auto& state : states_) {
    std::set<std::uint32_t> seen;
    std::vector<std::uint32_t> open = state.jumps;
    while (!open.empty()) {
      const auto next = open.back();
      open.pop_back();
      if (!seen.insert(next).second) continue;
      open.insert(open.end(), states_[next].jumps.begin(), states_[next].jumps.end());
    }
    for (const auto reached : seen) {
      if (&states_[reached] == &state) continue;
      if (states_[reached].accepts >= 0) state.accepts = states_[reached].accepts;
    }
    state.jumps.assign(seen.begin(), seen.end());
  }
  std::vector<std::vector<Step>> own;
  for (const auto& state : states_) own.push_back(state.steps);
  for (auto& state : states_)
    for (const auto reached : state.jumps) state.steps.insert(state.steps.end(), own[reached].begin(), own[reached].end());
}

Result<RuleSet> RuleSet::compile(const std::vector<RuleRow>& rows, Classes& classes) {
  RuleSet set;
  RuleCompiler compiler(set, classes);
  for (const auto& row : rows)
    if (auto status = compiler.add(row); !status) return status.error();
  set.close();
  set.index(compiler.roots(), classes.all().size());
  return set;
}

/// What matching asks of the states, worked out once.
void RuleSet::index(const std::vector<std::uint32_t>& roots, std::size_t classes) {
  set_words_ = std::max<std::size_t>(1, (classes + 63) / 64);
  reads_.assign(classes, false);
  state_sets_.assign(states_.size() * set_words_, 0);
  start_set_.assign(set_words_, 0);
  // Roots first, in the order of the rules: their steps are sorted by class below.
  std::vector<std::vector<Step>> by_class(classes);
  for (const auto root : roots)
    for (const auto& step : states_[root].steps) by_class[step.what].push_back(step);
  for (std::size_t s = 0; s < states_.size(); ++s) {
    auto& steps = states_[s].steps;
    for (const auto& step : steps) {
      reads_[step.what] = true;
      state_sets_[s * set_words_ + step.what / 64] |= std::uint64_t{1} << step.what % 64;
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.what < b.what; });
    states_[s].jumps = {};
  }
  for (const auto& steps : by_class) {
    Start start{static_cast<std::uint32_t>(start_steps_.size()), static_cast<std::uint32_t>(steps.size()), start_masks_.size()};
    const std::size_t words = (steps.size() + 63) / 64;
    start_masks_.resize(start_masks_.size() + words * (classes + 1));
    if (!steps.empty()) start_set_[starts_.size() / 64] |= std::uint64_t{1} << starts_.size() % 64;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto set = [&](std::size_t row) { start_masks_[start.masks + row * words + i / 64] |= std::uint64_t{1} << i % 64; };
      if (states_[steps[i].to].accepts >= 0) set(0);
      for (const auto& next : states_[steps[i].to].steps) set(1 + next.what);
      start_steps_.push_back(steps[i]);
    }
    starts_.push_back(start);
  }
}

/// Follows all rules from one token on, breadth first: of two ways to one place the first stands.
class RuleMatcher {
 public:
  RuleMatcher(const RuleSet& rules, const ClassedTokens& tokens, RuleSet::Scratch& scratch, std::uint32_t first)
      : rules_(rules), tokens_(tokens), scratch_(scratch), first_(first), base_(scratch.nodes.size()) {}

  void run(std::vector<RuleSet::Match>& matches) {
    if (!meets(tokens_.set_at(first_), rules_.start_set_.data())) return;
    if (scratch_.seen.empty()) scratch_.seen.resize(1024);
    if (++scratch_.round == 0) {
      std::fill(scratch_.seen.begin(), scratch_.seen.end(), RuleSet::Scratch::Seen{});
      scratch_.round = 1;
    }
    scratch_.best.resize(rules_.rules_.size(), -1);
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

 private:
  static bool meets(std::span<const std::uint64_t> a, const std::uint64_t* b) {
    for (std::size_t i = 0; i < a.size(); ++i)
      if (a[i] & b[i]) return true;
    return false;
  }

  /// The steps of the rules' first elements, but for those that nothing can follow: most rules end here.
  void begin() {
    for (const auto& place : tokens_.at(first_)) {
      const auto behind = tokens_.set_at(place.atom.last);
      for (const auto what : tokens_.classes_of(place)) {
        const auto& start = rules_.starts_[what];
        const std::size_t words = (start.count + 63) / 64;
        for (std::size_t word = 0; word < words; ++word) {
          const std::uint64_t* row = rules_.start_masks_.data() + start.masks + word;
          std::uint64_t alive = row[0];
          for (std::size_t i = 0; i < behind.size(); ++i)
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
    if (state.steps.empty() || !meets(tokens_.set_at(node.position), reads)) return;
    for (const auto& place : tokens_.at(node.position)) {
      const auto behind = tokens_.set_at(place.atom.last);
      for (const auto what : tokens_.classes_of(place)) {
        if ((reads[what / 64] >> what % 64 & 1) == 0) continue;
        auto step = std::lower_bound(state.steps.begin(), state.steps.end(), what, [](const RuleSet::Step& s, ClassId c) { return s.what < c; });
        for (; step != state.steps.end() && step->what == what; ++step)
          if (rules_.states_[step->to].accepts >= 0 || meets(behind, rules_.state_sets_.data() + step->to * rules_.set_words_))
            reach(*step, place, static_cast<std::int32_t>(i));
      }
    }
  }

  void reach(const RuleSet::Step& step, const ClassedTokens::Place& place, std::int32_t parent) {
    if (step.glued && place.space_before) return;
    if (is_new(static_cast<std::uint64_t>(step.to) << 32 | place.atom.last))
      scratch_.nodes.push_back({step.to, place.atom.last, parent, tokens_.index_of(place), step.label});
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
  std::uint32_t first_;
  std::size_t base_;
};

void RuleSet::match(const ClassedTokens& tokens, std::uint32_t first, Scratch& scratch, std::vector<Match>& matches) const {
  RuleMatcher(*this, tokens, scratch, first).run(matches);
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

void ClassedTokens::start(std::uint32_t first, std::size_t set_words) {
  first_ = first;
  set_words_ = set_words;
  places_.clear();
  classes_.clear();
  tokens_.clear();
  sets_.clear();
  empty_set_.assign(set_words, 0);
}

void ClassedTokens::next_token() {
  tokens_.push_back(static_cast<std::uint32_t>(places_.size()));
  sets_.resize(sets_.size() + set_words_);
}

void ClassedTokens::put(const Atom& atom, std::span<const ClassId> classes, bool space_before) {
  if (classes.empty()) return;
  places_.push_back({atom, static_cast<std::uint32_t>(classes_.size()), static_cast<std::uint32_t>(classes.size()), space_before});
  classes_.insert(classes_.end(), classes.begin(), classes.end());
  std::uint64_t* set = sets_.data() + sets_.size() - set_words_;
  for (const auto what : classes) set[what / 64] |= std::uint64_t{1} << what % 64;
}

std::span<const ClassedTokens::Place> ClassedTokens::at(std::uint32_t i) const {
  if (i < first_ || i >= last()) return {};
  const std::size_t token = i - first_;
  const std::size_t end = token + 1 < tokens_.size() ? tokens_[token + 1] : places_.size();
  return std::span(places_).subspan(tokens_[token], end - tokens_[token]);
}

std::span<const std::uint64_t> ClassedTokens::set_at(std::uint32_t i) const {
  if (i < first_ || i >= last()) return empty_set_;
  return std::span(sets_).subspan((i - first_) * set_words_, set_words_);
}

}  // namespace mizan
