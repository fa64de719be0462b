#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.hpp"
#include "mizan/result.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// What a match of a rule becomes.
enum class Makes : std::uint8_t { date, count, age, clock, identifier, name, phone, rank, ratio, score };

/// One rule of a pack, ready to run.
struct Rule {
  std::string name;     ///< as provenance shows it: ar/date.rules:dmy
  std::string example;
  Makes makes = Makes::date;
  int priority = 0;     ///< written as date+2, count-1
  bool owns_figure = false;  ///< written as identifier+4!: no count may read a figure of its, however long it is
  bool is_fragment = false;  ///< written as date+5=: holds only where nothing else stands in its sentence, a title or a cell
};

/// A class of atoms, by number.
using ClassId = std::uint16_t;

/// Names of classes; those that a pack's lists and the reader's own figures give.
class Classes {
 public:
  ClassId intern(const std::string& name);
  [[nodiscard]] const std::map<std::string, ClassId>& all() const { return names_; }
  [[nodiscard]] bool contains(const std::string& name) const { return names_.contains(name); }

 private:
  std::map<std::string, ClassId> names_;
};

/// An atom with the classes it may be read as.
struct ClassedAtom {
  Atom atom;
  std::vector<ClassId> classes;
  bool space_before = false;
};

/// All rules of a language as one automaton over classes. Patterns hold no repetition, so a match is never longer than the longest pattern and
/// the work is linear in the text.
///
/// A pattern: `{class}` or `{class:label}`, `{class:-}` for what must stand there at the border but is no part of the mention, `"x"` one mark, `[ … ]` may be missing, `( … | … )` one of them, `~` no space before what follows.
class RuleSet {
 public:
  /// Compiles the rows; classes that nothing gives are an error that names the row.
  [[nodiscard]] static Result<RuleSet> compile(const std::vector<RuleRow>& rows, Classes& classes);

  struct Match {
    std::uint32_t rule = 0, last = 0;
    std::vector<Capture> captures;
  };
  /// The longest match of each rule that begins at token `first`. `at(i)` gives the atoms that begin at token i.
  [[nodiscard]] std::vector<Match> match(std::uint32_t first, const std::function<const std::vector<ClassedAtom>&(std::uint32_t)>& at) const;
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }

 private:
  struct Step {
    ClassId what = 0;
    bool glued = false;
    std::uint32_t label = 0, to = 0;
  };
  struct State {
    std::vector<Step> steps;
    std::vector<std::uint32_t> jumps;
    std::int32_t accepts = -1;
  };
  std::vector<State> states_;
  std::vector<Rule> rules_;
  std::vector<std::string> labels_;
  std::map<ClassId, std::vector<std::pair<std::uint32_t, std::uint32_t>>> starts_;  ///< class → (state, step) reachable without reading

  friend class RuleCompiler;
  void close();
};

}  // namespace mizan
