#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/flat_writer.hpp"
#include "knowledge/language.hpp"
#include "mizan/result.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// What a match of a rule becomes.
enum class Makes : std::uint8_t { date, count, age, clock, identifier, name, phone, rank, ratio, score };
inline constexpr std::size_t kMakesCount = 10;
[[nodiscard]] std::string_view name_of(Makes makes);

/// One rule of a pack, ready to run.
struct Rule {
  Text name;            ///< as provenance shows it: ar/date.rules:dmy
  Text example;
  Makes makes = Makes::date;
  std::int32_t priority = 0;     ///< written as date+2, count-1
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

/// The atoms of one sentence with the classes that they may be read as, by the token that they begin at. Filled token by token, then asked; kept from one
/// sentence to the next, so that a sentence allocates nothing.
class ClassedTokens {
 public:
  struct Place {
    const Atom* atom = nullptr;      ///< none: own_ holds it
    const ClassId* table = nullptr;  ///< its classes where a pack's tables hold them; else `classes` says where they are in classes_
    std::uint64_t folded = 0;        ///< its classes as one word: bit c % 64 for class c
    std::uint32_t last = 0;          ///< the token behind it
    std::uint32_t own = 0, classes = 0;
    std::uint16_t class_count = 0;
    bool space_before = false;
  };
  /// Begins a sentence of the tokens [first, last); `set_words` is the size of a set of classes.
  void start(std::uint32_t first, std::uint32_t last, std::size_t set_words);
  /// Begins the next token. No match begins at one that is not `near` a pivot in front of it; without classes it is part of none.
  void next_token(bool near) {
    tokens_.push_back(static_cast<std::uint32_t>(places_.size()));
    near_.push_back(near);
  }
  /// An atom that begins at the token at hand. Without classes it is none.
  void put(const Atom& atom, std::span<const ClassId> classes, bool space_before);
  /// The same with an atom and classes that stay where they are until the next sentence begins: they are not copied.
  void put_listed(const Atom& atom, std::span<const ClassId> classes, bool space_before);
  /// The same where only the classes stay.
  void put_own(const Atom& atom, std::span<const ClassId> classes, bool space_before);

  [[nodiscard]] std::uint32_t first() const { return first_; }
  [[nodiscard]] std::uint32_t last() const { return first_ + static_cast<std::uint32_t>(tokens_.size()); }
  /// What begins at token `i`, in the order it was put; nothing outside the sentence.
  [[nodiscard]] std::span<const Place> at(std::uint32_t i) const;
  [[nodiscard]] std::span<const ClassId> classes_of(const Place& place) const {
    return {place.table ? place.table : classes_.data() + place.classes, place.class_count};
  }
  /// The classes of all that begins at token `i`, as a set.
  [[nodiscard]] const std::uint64_t* set_at(std::uint32_t i) const {
    return i < first_ || i >= last() ? empty_set_.data() : sets_.data() + (i - first_) * set_words_;
  }
  [[nodiscard]] bool may_begin(std::uint32_t i) const { return near_[i - first_] != 0; }
  [[nodiscard]] const Atom& atom(std::uint32_t place) const { return places_[place].atom ? *places_[place].atom : own_[places_[place].own]; }
  [[nodiscard]] std::uint32_t index_of(const Place& place) const { return static_cast<std::uint32_t>(&place - places_.data()); }

 private:
  void put_place(Place place, std::span<const ClassId> classes);

  std::uint32_t first_ = 0;
  std::size_t set_words_ = 0;
  std::vector<Place> places_;
  std::vector<Atom> own_;
  std::vector<ClassId> classes_;
  std::vector<std::uint32_t> tokens_;  ///< for each token its first place
  std::vector<std::uint8_t> near_;     ///< for each token, may a match begin there?
  std::vector<std::uint64_t> sets_;
  std::vector<std::uint64_t> empty_set_;
};

/// All rules of a language as one automaton over classes, in a block. Patterns hold no repetition, so a match is never longer than the longest pattern and
/// the work is linear in the text.
///
/// A pattern: `{class}` or `{class:label}`, `{class:-}` for what must stand there at the border but is no part of the mention, `"x"` one mark (`"x":-` likewise),
/// `[ … ]` may be missing, `( … | … )` one of them, `~` no space before what follows.
class RuleSet {
 public:
  /// What matching works with, kept from one token and sentence to the next.
  struct Scratch {
    struct Node {
      std::uint32_t state = 0, position = 0;
      std::int32_t parent = -1;
      std::uint32_t place = 0, label = 0;  ///< what was read to come here, and its label
    };
    struct Seen {
      std::uint64_t key = 0;
      std::uint32_t round = 0;
    };
    std::vector<Node> nodes;  ///< of all matches of a sentence
    std::vector<Seen> seen;
    std::vector<std::int32_t> best;  ///< by rule: the node of its longest match, or -1
    std::vector<std::uint32_t> matched;
    std::uint32_t round = 0;
  };
  struct Match {
    std::uint32_t rule = 0, first = 0, last = 0;
    std::int32_t node = 0;  ///< the last of its path
  };
  /// The longest match of each rule that begins at each token, in the order of the tokens and then of the rules.
  void match(const ClassedTokens& tokens, Scratch& scratch, std::vector<Match>& matches) const;
  /// The parts of a match, in order. Holds as long as `scratch` has the nodes of its sentence.
  [[nodiscard]] std::vector<Capture> captures(const ClassedTokens& tokens, const Scratch& scratch, const Match& match) const;
  [[nodiscard]] static const Atom& first_atom(const ClassedTokens& tokens, const Scratch& scratch, const Match& match);
  [[nodiscard]] std::span<const Rule> rules() const { return rules_; }
  /// Does any rule read the class?
  [[nodiscard]] bool reads(ClassId what) const { return what < reads_.size() && reads_[what] != 0; }
  /// How many classes there are: every one that a sentence is given is below it.
  [[nodiscard]] std::size_t class_count() const { return reads_.size(); }
  [[nodiscard]] std::size_t set_words() const { return set_words_; }
  [[nodiscard]] bool is_inside(const Bounds& bounds) const;

 private:
  struct Step {
    ClassId what = 0;
    std::uint16_t glued = 0;  ///< 1: no space before it
    std::uint32_t label = 0, to = 0;
  };
  struct State {
    std::uint32_t begin = 0, end = 0;  ///< of steps_: by class, those of one class in the order of the rules
    std::int32_t accepts = -1;
  };
  /// The first steps of one class, and which of them can go on where a class stands behind.
  struct Start {
    std::uint32_t steps = 0, count = 0;
    std::uint32_t masks = 0;  ///< of start_masks_: those that accept at once, then a row for each class
  };
  [[nodiscard]] std::span<const Step> steps_of(const State& state) const { return {steps_.data() + state.begin, state.end - state.begin}; }

  Array<State> states_;
  Array<Step> steps_;
  Array<Rule> rules_;
  Array<Text> labels_;
  Array<Start> starts_;  ///< by class
  Array<Step> start_steps_;
  Array<std::uint64_t> start_masks_;
  Array<std::uint64_t> start_set_;   ///< classes that a rule begins with
  Array<std::uint64_t> state_sets_;  ///< for each state the classes that it reads
  Array<std::uint8_t> reads_;        ///< by class: 1 where any rule reads it
  std::uint32_t set_words_ = 1;

  friend class RuleCompiler;
  friend class PivotFinder;
  friend class RuleMatcher;
};

/// How many elements of a match may stand before a pivot that is its first, and behind a pivot up to the next or to the end; each is one more, and 0 where the class
/// is no pivot.
struct PivotReach {
  static constexpr std::uint8_t anywhere = UINT8_MAX;
  std::uint8_t before = 0, behind = 0;

  void widen(PivotReach other) {
    before = std::max(before, other.before);
    behind = std::max(behind, other.behind);
  }
};

/// Compiles the rules of a language.
class RuleCompiler {
 public:
  /// What a rule is written as: RuleRow has what each is.
  struct Written {
    std::string_view file, name, makes, pattern, example;
    std::uint32_t line = 0;
  };
  explicit RuleCompiler(Classes& classes) : classes_(classes) {}
  /// One rule more. Classes that nothing gives are an error that names the row.
  [[nodiscard]] Status add(const Written& row);
  /// Of odds: a pivot is what every match has one of; an open class any word or mark may have.
  static constexpr double kPivot = 0, kOpen = 1e9;
  /// Makes pivots of the rarest classes that it takes, so that no rule matches without one. `odds` has for each class those that an article has it, and kPivot or kOpen.
  /// Says how far each class reaches. Once, when all rules are added.
  [[nodiscard]] std::vector<PivotReach> find_pivots(std::vector<double> odds);
  /// All of them, once.
  void write(FlatWriter& writer, RuleSet& member);
  /// Does any rule read the class? Known once they are written.
  [[nodiscard]] bool reads(ClassId what) const { return what < reads_.size() && reads_[what] != 0; }

 private:
  friend class PivotFinder;
  using Step = RuleSet::Step;
  struct State {
    std::vector<Step> steps;
    std::vector<std::uint32_t> jumps;
    std::int32_t accepts = -1;
  };
  struct Made {
    std::string name, example;
    Makes makes = Makes::date;
    std::int32_t priority = 0;
    bool owns_figure = false, is_fragment = false;
  };
  Status wrong(std::string what) const;
  std::uint32_t state();
  void jump(std::uint32_t from, std::uint32_t to) { states_[from].jumps.push_back(to); }
  void blanks();
  bool next_is(char c);
  std::uint32_t sequence(std::uint32_t from);
  std::uint32_t element(std::uint32_t from);
  std::uint32_t class_step(std::uint32_t from, char closing);
  void expect(char c);
  void close();
  void write_starts(FlatWriter& writer, RuleSet& member) const;

  Classes& classes_;
  std::vector<State> states_;
  std::vector<Made> rules_;
  std::vector<std::string> labels_;
  std::vector<std::uint32_t> roots_;
  std::vector<std::uint8_t> reads_;
  const Written* row_ = nullptr;
  std::string pattern_, error_;
  std::size_t at_ = 0;
  bool glued_ = false, is_closed_ = false;
};

}  // namespace mizan
