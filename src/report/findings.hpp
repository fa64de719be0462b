#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/formats.hpp"
#include "report/places.hpp"

namespace mizan {

/// What one article says in a finding.
struct Told {
  const Claim* claim = nullptr;        ///< null: nothing is known but the article
  const Document* document = nullptr;  ///< null where the report does not hold it
  std::string article;                 ///< id of the document
  bool is_other = false;               ///< it says the other of the two values
  TextPlace place;
};

/// A relation or a check worth a reader's eye, flat: what every format for other programs tells of it.
struct Finding {
  std::string id;    ///< stable, and of no other finding of the report
  std::string rule;  ///< conflict-count, update-date, check-weekday …
  Relation relation = Relation::conflict;  ///< a check counts as a conflict
  double confidence = 0, severity = 0;
  const Fact* fact = nullptr;              ///< with `between`, or null and `check` is set
  const FactRelation* between = nullptr;
  const CheckFinding* check = nullptr;
  const Judgement* judgement = nullptr;
  /// The article to mend comes first: one that this run has read before one of the archive, then the newest. The others that say the other value
  /// follow, then those that say the same. Never empty.
  std::vector<Told> told;
  const Position* value = nullptr;  ///< what the first article says
  const Position* other = nullptr;  ///< what stands against it; it may be a reference

  [[nodiscard]] const Told& first() const { return told.front(); }
  [[nodiscard]] std::string_view sort() const;  ///< conflict | update | check
};

/// All findings of a report: conflicts, checks, updates, in its order. They point into it.
[[nodiscard]] std::vector<Finding> findings_of(const Report& report);

/// Does it fail a run, as the exit status says?
[[nodiscard]] bool counts(const Finding& finding, const ReportOptions& options);

/// How a format writes what it is given inside of a message: foreign words, and the name of told[i].
struct MessageStyle {
  std::function<std::string(const std::string& words)> words;
  std::function<std::string(const std::string& name, std::size_t told)> article;
};
/// One line for people: what it is, both values, who says them, why, and how sure. Plain text without `style`.
[[nodiscard]] std::string message_of(const Finding& finding, const ReportOptions& options, const MessageStyle& style = {});
/// "Conflict: states represented – conference": what the message begins with.
[[nodiscard]] std::string title_of(const Finding& finding, const ReportOptions& options);
/// What a fact is about, else its kind.
[[nodiscard]] std::string about(const Finding& finding, const ReportOptions& options);
/// What may explain the difference, or what it looks like; may be empty.
[[nodiscard]] std::string remarks_of(const Finding& finding, const ReportOptions& options);
/// "reference npt/in-force: UNODA …"; empty where the position is none.
[[nodiscard]] std::string reference_of(const Position* position, const ReportOptions& options);

/// "file:line:column" of a finding's place, as compilers write it.
[[nodiscard]] std::string place_in_words(const TextPlace& place);

}  // namespace mizan
