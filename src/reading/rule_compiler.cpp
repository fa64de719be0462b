// Rules as they are written, made into the states that RuleSet matches with.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "reading/rules.hpp"

namespace mizan {
namespace {

constexpr std::array<std::string_view, kMakesCount> kMakes{"date", "count", "age", "clock", "identifier", "name", "phone", "rank", "ratio", "score"};

}  // namespace

std::string_view name_of(Makes makes) { return kMakes[static_cast<std::size_t>(makes)]; }

ClassId Classes::intern(const std::string& name) { return names_.try_emplace(name, static_cast<ClassId>(names_.size())).first->second; }

Status RuleCompiler::add(const Written& row) {
  row_ = &row;
  Made rule;
  rule.name.append(row.file).append(":").append(row.name);
  rule.example = row.example;
  const auto plus = row.makes.find_first_of("+-!=");
  const auto found = std::find(kMakes.begin(), kMakes.end(), row.makes.substr(0, plus));
  if (found == kMakes.end()) return wrong("'" + std::string(row.makes) + "' is nothing that a rule makes");
  rule.makes = static_cast<Makes>(found - kMakes.begin());
  rule.owns_figure = row.makes.ends_with('!');
  rule.is_fragment = row.makes.ends_with('=');
  if (plus != std::string::npos) rule.priority = std::atoi(std::string(row.makes.substr(plus)).c_str());

  pattern_ = row.pattern;
  at_ = 0;
  error_.clear();
  const auto start = state();
  const auto end = sequence(start);
  if (error_.empty() && at_ != pattern_.size()) error_ = "unexpected '" + pattern_.substr(at_, 8) + "'";
  if (!error_.empty()) return wrong(error_);
  states_[end].accepts = static_cast<std::int32_t>(rules_.size());
  roots_.push_back(start);
  rules_.push_back(std::move(rule));
  return ok();
}

Status RuleCompiler::wrong(std::string what) const {
  return Error{std::string(row_->file) + ":" + std::to_string(row_->line), "rule '" + std::string(row_->name) + "': " + what, Error::Cause::usage};
}
std::uint32_t RuleCompiler::state() {
  states_.emplace_back();
  return static_cast<std::uint32_t>(states_.size() - 1);
}
void RuleCompiler::blanks() {
  while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
}
bool RuleCompiler::next_is(char c) {
  blanks();
  return at_ < pattern_.size() && pattern_[at_] == c;
}

/// Elements up to `)`, `]`, `|` or the end; returns the state behind the last.
std::uint32_t RuleCompiler::sequence(std::uint32_t from) {
  while (error_.empty()) {
    blanks();
    if (at_ >= pattern_.size() || pattern_[at_] == ')' || pattern_[at_] == ']' || pattern_[at_] == '|') break;
    from = element(from);
  }
  return from;
}

std::uint32_t RuleCompiler::element(std::uint32_t from) {
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

std::uint32_t RuleCompiler::class_step(std::uint32_t from, char closing) {
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
  const auto known = std::find(labels_.begin(), labels_.end(), label);
  const auto label_id = static_cast<std::uint32_t>(known - labels_.begin());
  if (known == labels_.end()) labels_.push_back(label);
  const auto to = state();
  states_[from].steps.push_back({classes_.intern(name), static_cast<std::uint16_t>(glued_ ? 1 : 0), label_id, to});
  glued_ = false;
  return to;
}

void RuleCompiler::expect(char c) {
  if (next_is(c)) {
    ++at_;
  } else if (error_.empty()) {
    error_ = std::string("'") + c + "' is missing";
  }
}

/// Every state gets the steps of all states that it reaches by jumps: matching then never follows a jump.
void RuleCompiler::close() {
  if (is_closed_) return;
  is_closed_ = true;
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

void RuleCompiler::write(FlatWriter& writer, RuleSet& member) {
  close();
  const auto classes = classes_.all().size();
  const std::size_t set_words = std::max<std::size_t>(1, (classes + 63) / 64);
  member.set_words_ = static_cast<std::uint32_t>(set_words);
  reads_.assign(classes, 0);
  const auto states = writer.add(member.states_, states_.size());
  const auto sets = writer.add(member.state_sets_, states_.size() * set_words);
  std::vector<Step> all;
  for (std::size_t s = 0; s < states_.size(); ++s) {
    auto steps = states_[s].steps;  // the roots' are asked for below, in the order of the rules
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.what < b.what; });
    for (const auto& step : steps) {
      reads_[step.what] = 1;
      sets[s * set_words + step.what / 64] |= std::uint64_t{1} << step.what % 64;
    }
    states[s] = {static_cast<std::uint32_t>(all.size()), static_cast<std::uint32_t>(all.size() + steps.size()), states_[s].accepts};
    all.insert(all.end(), steps.begin(), steps.end());
  }
  writer.copy(member.steps_, all);
  writer.copy(member.reads_, reads_);
  auto rule = writer.add(member.rules_, rules_.size()).begin();
  for (const auto& made : rules_) {
    writer.set(rule->name, made.name);
    writer.set(rule->example, made.example);
    rule->makes = made.makes;
    rule->priority = made.priority;
    rule->owns_figure = made.owns_figure;
    rule->is_fragment = made.is_fragment;
    ++rule;
  }
  auto label = writer.add(member.labels_, labels_.size()).begin();
  for (const auto& text : labels_) writer.set(*label++, text);
  write_starts(writer, member);
}

/// What matching asks of the rules' first elements, worked out once.
void RuleCompiler::write_starts(FlatWriter& writer, RuleSet& member) const {
  const auto classes = reads_.size();
  std::vector<std::vector<Step>> by_class(classes);
  for (const auto root : roots_)
    for (const auto& step : states_[root].steps) by_class[step.what].push_back(step);
  const auto starts = writer.add(member.starts_, classes);
  const auto start_set = writer.add(member.start_set_, member.set_words_);
  std::vector<Step> all;
  std::vector<std::uint64_t> masks;
  for (std::size_t what = 0; what < classes; ++what) {
    const auto& steps = by_class[what];
    starts[what] = {static_cast<std::uint32_t>(all.size()), static_cast<std::uint32_t>(steps.size()), static_cast<std::uint32_t>(masks.size())};
    const std::size_t begin = masks.size(), words = (steps.size() + 63) / 64;
    masks.resize(begin + words * (classes + 1));
    if (!steps.empty()) start_set[what / 64] |= std::uint64_t{1} << what % 64;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto set = [&](std::size_t row) { masks[begin + row * words + i / 64] |= std::uint64_t{1} << i % 64; };
      const auto& behind = states_[steps[i].to];
      if (behind.accepts >= 0) set(0);
      for (const auto& next : behind.steps) set(1 + next.what);
      all.push_back(steps[i]);
    }
  }
  writer.copy(member.start_steps_, all);
  writer.copy(member.start_masks_, masks);
}

}  // namespace mizan
