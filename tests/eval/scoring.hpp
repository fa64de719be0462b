#pragma once
#include <cstddef>
#include <iosfwd>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gold.hpp"

namespace mizan::eval {

/// First and last day of an EDTF point, as ISO text. Lenient: what is no such point stands for itself, so that XXXX-04-27
/// equals XXXX-04-27. Nothing where a month of no year is asked for.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> day_range(std::string point);
/// Are both values right for one another? `gold` may bring others that are as right in `accept`. A value that cannot be read is not.
[[nodiscard]] bool same_value(const std::string& kind, const nlohmann::json& gold, const nlohmann::json& ours);
/// The unit as it is compared: country and nation are states, voters and soldiers are persons.
[[nodiscard]] std::string unit_of(const std::string& name);

struct Tally {
  std::size_t hits = 0, reported = 0, gold = 0;
  std::optional<std::size_t> reported_hits;  ///< where a hit in the gold is not one in the report (alarms)

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

/// How many of a number of things were right.
struct Share {
  std::size_t right = 0, all = 0;
  [[nodiscard]] double value() const { return all == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(all); }
};

struct Figures {
  std::map<std::string, Tally> rows;
  Share units;   ///< of counts whose value is right
  Share labels;  ///< relations, of the facts that were found
  std::size_t cases = 0, with_conflict = 0, alarmed = 0, without_conflict = 0, quiet = 0;
};

/// Which reported claim a gold claim was found as.
struct Match {
  std::size_t ours = 0;  ///< index into the reported claims
  bool right = false;    ///< the value too
};

/// Pairs gold claims with reported ones by the gold's id: same document and kind, overlapping by half of the shorter; equal values first,
/// then the longest overlap.
[[nodiscard]] std::map<std::string, Match> match(const Case& gold, const std::vector<ReportedClaim>& ours);

/// Compares each case with the answer of the same index. Pairs inside one document count only where the gold lists them. The row
/// "alarms" counts conflicts by fact: a reported fact is right if one of its conflicting pairs is.
/// Writes up to `misses` examples of each kind of mistake to `out`.
[[nodiscard]] Figures score(const std::vector<Case>& cases, const std::vector<Answer>& answers, std::size_t misses, std::ostream& out);

/// The figures as people read them: a row each, then shares and cases.
void print_table(const Figures& figures, std::ostream& out);
[[nodiscard]] nlohmann::ordered_json to_json(const Figures& figures);

}  // namespace mizan::eval
