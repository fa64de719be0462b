#pragma once
#include <string>
#include <vector>

#include "knowledge/background.hpp"
#include "knowledge/world.hpp"
#include "compare/restatements.hpp"
#include "mizan/claim.hpp"

namespace mizan {

/// How surprising a value is to be told by both of two articles, in nat. The day of the article or the day before it is in every article of the day.
[[nodiscard]] double surprise_of(const Claim& claim);

/// Is it the day on which its article was written, or the one before?
[[nodiscard]] bool is_day_of_article(const Claim& claim);

/// How two articles tell one event, as far as the values show that they share. Borrows the nodes of both.
class Retelling {
 public:
  Retelling(const std::vector<Restatements>& a, const std::vector<Restatements>& b, const World& world);

  /// How surely two articles of one day, or of two days on end, tell one event, by the values that they share: 1 surely, a half likely, else 0. Then a value that
  /// differs is a slip of one of them sooner than another event's; where it is only likely, the two values must be near.
  [[nodiscard]] bool is_sure() const { return is_sure_; }
  [[nodiscard]] double sureness(const Claim& x, const Claim& y) const { return is_sure_ ? 1 : is_likely_ && are_near(x, y) ? 0.5 : 0; }
  /// Does each article tell the other's value of another role: 31 killed and 86 hurt, 86 killed and 31 hurt? No chance brings that about.
  [[nodiscard]] bool are_swapped(const Claim& x, const Claim& y) const;
  /// May the two, which differ, be held against each other although a gate of that name speaks against it? By elimination: neither article has another value of
  /// their sort that is not told by both.
  [[nodiscard]] bool lets_by(const std::string& forbidden, const Claim& x, const Claim& y) const;
  /// Does each article count the noun of the two once only, near the other's figure, in news of the same days? Then it counts one thing, whether or not a word says
  /// what became of it: 260 checkpoints and 200 checkpoints. So it is with 35 guards and 25 guards, with the one sum of money that each names, and with one lapse
  /// of time in one role. Not what every article counts: persons by no narrower name, percent, states.
  [[nodiscard]] bool are_sole(const Claim& x, const Claim& y) const;
  /// Are the two, near each other, what is left of one noun in news of the same days, told in some words that both sentences share, when what both articles count alike
  /// is taken away? "To asphalt 60 streets", "to asphalt 68 streets": then they are one count, whatever role was read in the one sentence and missed in the other. Not percent and money.
  [[nodiscard]] bool are_left(const Claim& x, const Claim& y, const Background& background) const;
  /// May the two be what is left when all that both articles tell alike is taken away (leftovers.hpp), by what they are: near figures of a noun that few articles
  /// count, and none that moves with the days or that rivals share out; lists of states that differ in one?
  [[nodiscard]] bool may_be_left(const Claim& x, const Claim& y) const;

  /// Do words of both articles give the two one role, in which each counts their noun once?
  [[nodiscard]] bool are_only_ones_of_role(const Claim& x, const Claim& y) const;
  /// Does neither article tell the role of the other's figure of any such thing? "Before 6,000 spectators", "it drew six thousand spectators".
  [[nodiscard]] bool are_roles_apart(const Claim& x, const Claim& y) const;
  /// Is each the first figure of people in its role that its article tells in its text, whole and of its own days? News tell their own toll before others.
  [[nodiscard]] bool are_first_of_role(const Claim& x, const Claim& y) const;
  /// Are such two figures, which differ, near each other, and no rate, quotation or share of rivals? "Five members voted for the cut", "four members voted for it".
  [[nodiscard]] bool may_be_one_of_role(const Claim& x, const Claim& y) const;

 private:
  [[nodiscard]] static bool is_of_unit_of(const Claim& c, const Claim& x, const Claim& y, const World& world);
  [[nodiscard]] static bool are_near(const Claim& x, const Claim& y);
  [[nodiscard]] static bool may_be_counted_once(const Claim& x, const Claim& y, bool is_known_role, const World& world);
  [[nodiscard]] bool count_noun_once(const std::string& unit) const;
  [[nodiscard]] bool are_only_ones(const Claim& x, const Claim& y) const;

  const World& world_;
  const std::vector<Restatements>&a_, &b_;
  bool are_of_one_time_ = false;  ///< of one day, or of two days on end
  std::vector<const Restatements*> left_a_, left_b_;  ///< nodes whose value the other article does not tell
  bool is_sure_ = false, is_likely_ = false;
};

}  // namespace mizan
