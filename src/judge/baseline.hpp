#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "mizan/checker.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// A finding that people accepted, known again by any id that it goes by: a run that is given the baseline goes on showing it, apart from the others, and does
/// not fail because of it.
struct Accepted {
  std::string id;
  std::string what, kind, label;  ///< conflict, update or the name of a check; kind of the fact; what it is about: for readers alone
  std::vector<std::string> documents, values;  ///< the articles by id, and the values in words
  std::string reference;  ///< id of the reference fact on one side
  std::string reason, date;
  std::string expires;  ///< YYYY-MM-DD, the last day on which it holds; empty: it holds for good
  friend bool operator==(const Accepted&, const Accepted&) = default;
};

/// A file of accepted findings, by id.
struct Baseline {
  std::vector<Accepted> findings;
};

/// Reads `mizan-baseline/1`. Where one id stands twice, as after a merge, the row with a reason wins, of two such the later. Errors name file and member.
[[nodiscard]] Result<Baseline> read_baseline(const std::string& file);
/// The file's bytes: sorted by id, one finding a line, and every such line ends in a comma, so that neither a new first nor a new last one touches its neighbour.
[[nodiscard]] std::string baseline_json(const Baseline& baseline);

/// What is new in a report, as it is put into a baseline.
struct AcceptanceTerms {
  std::string reason, date, expires;
  double min_confidence = 0;  ///< findings below it are left out
  std::function<std::string(const Value&)> in_words;
};
/// Adds the findings that are fresh and not yet in; how many. What is in stays as it is, with its reason; what has expired is accepted anew.
std::size_t accept_fresh(Baseline& baseline, Report& report, const AcceptanceTerms& acceptance);

/// What a run has read, which decides what may be called stale.
struct Readings {
  std::set<std::string> touched;  ///< only facts that touch these articles are in the report; empty: all are
  bool has_references = false;
};
/// Entries that no finding of the report bears out, though all of their articles were read (and references, where they speak of one).
[[nodiscard]] std::vector<Accepted> stale_entries(const Baseline& baseline, Report& report, const Readings& readings);

/// Marks findings that the baseline holds as known, unless they are judged already; `file` is told as who says so. An entry that has expired before `today`
/// (YYYY-MM-DD) holds no longer. What comes back is for people: such entries, and stale ones.
[[nodiscard]] std::vector<Error> apply_baseline(const Baseline& baseline, const std::string& file, std::string_view today, const Readings& readings, Report& report);

}  // namespace mizan
