#pragma once
#include <set>
#include <string>

#include "mizan/checker.hpp"

namespace mizan {

/// What `mizan report` is asked to show; an empty member asks nothing.
struct ReportFilter {
  std::set<Kind> kinds = {};
  std::set<Relation> statuses = {};
  double min_confidence = 0;  ///< of the surest relation that gives the fact its status
  std::string document = {};  ///< id of a document that the fact touches
  std::string source = {};    ///< part of Document::source of such a document
  std::string published_from = {}, published_to = {};  ///< of such a document's dateline: the first and the last year, month or day, both in it
  std::string text = {};      ///< part of the label, a quote or a reason; letters are compared folded

  [[nodiscard]] bool asks_nothing() const;
};

/// The facts and checks that pass, with the documents and claims that they name. The summary goes on to say how many documents and
/// claims were compared, and counts the facts that are left. A report that is asked nothing comes back whole.
[[nodiscard]] Report filtered(Report report, const ReportFilter& filter);

/// Confidence of the surest conflict (or update, as `relation` says) in the fact; 0 where there is none.
[[nodiscard]] double surest(const Fact& fact, Relation relation);

}  // namespace mizan
