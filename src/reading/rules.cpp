#include "reading/rules.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace mizan {
namespace {

constexpr std::array<std::string_view, 10> kMakes{"date", "count", "age", "clock", "identifier", "name", "phone", "rank", "ratio", "score"};

}  // namespace

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
  for (const auto root : compiler.roots())
    for (std::uint32_t step = 0; step < set.states_[root].steps.size(); ++step) set.starts_[set.states_[root].steps[step].what].emplace_back(root, step);
  return set;
}

std::vector<RuleSet::Match> RuleSet::match(std::uint32_t first, const std::function<const std::vector<ClassedAtom>&(std::uint32_t)>& at) const {
  struct Node {
    std::uint32_t state, position;
    std::int32_t parent;
    const ClassedAtom* atom;
    std::uint32_t label;
  };
  std::vector<Node> nodes;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  const auto reach = [&](const Step& step, const ClassedAtom& atom, std::int32_t parent) {
    if (step.glued && atom.space_before) return;
    if (seen.emplace(step.to, atom.atom.last).second) nodes.push_back({step.to, atom.atom.last, parent, &atom, step.label});
  };
  for (const auto& atom : at(first))
    for (const auto what : atom.classes)
      if (const auto start = starts_.find(what); start != starts_.end())
        for (const auto& [state, step] : start->second) reach(states_[state].steps[step], atom, -1);

  std::map<std::uint32_t, std::int32_t> best;  // rule → node of its longest match
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node node = nodes[i];
    const State& state = states_[node.state];
    if (state.accepts >= 0) {
      const auto [entry, is_new] = best.try_emplace(static_cast<std::uint32_t>(state.accepts), static_cast<std::int32_t>(i));
      if (!is_new && nodes[static_cast<std::size_t>(entry->second)].position < node.position) entry->second = static_cast<std::int32_t>(i);
    }
    if (state.steps.empty()) continue;
    for (const auto& atom : at(node.position))
      for (const auto what : atom.classes)
        for (const auto& step : state.steps)
          if (step.what == what) reach(step, atom, static_cast<std::int32_t>(i));
  }

  std::vector<Match> matches;
  for (const auto& [rule, end] : best) {
    Match match{rule, nodes[static_cast<std::size_t>(end)].position, {}};
    for (std::int32_t i = end; i >= 0; i = nodes[static_cast<std::size_t>(i)].parent) {
      const Node& node = nodes[static_cast<std::size_t>(i)];
      match.captures.push_back({labels_[node.label], node.atom->atom});
    }
    std::reverse(match.captures.begin(), match.captures.end());
    matches.push_back(std::move(match));
  }
  return matches;
}

}  // namespace mizan
