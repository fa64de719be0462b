#pragma once
#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/checker.hpp"

namespace mizan {

using ClaimsById = std::map<std::string_view, const Claim*>;

/// All that the id of a relation may be made of. Its own names the first witness of either side; but each two articles on the two sides make one, and by all of
/// these it is found again: what was decided of two articles holds on when a third tells what one of them does, whichever came first.
struct FindingNames {
  std::string own;
  Kind kind = Kind::date;
  std::array<std::vector<std::string>, 2> sides;  ///< sorted, unique; empty for a check, which has its own id alone
};
[[nodiscard]] FindingNames names_of(const Fact& fact, const FactRelation& relation, const ClaimsById& claims);
/// Hands over the ids that the finding goes by, its own first, until `take` says that it has what it looked for. Did it?
bool any_name(const FindingNames& names, const std::function<bool(const std::string& id)>& take);
[[nodiscard]] bool goes_by(const FindingNames& names, const std::string& id);

[[nodiscard]] ClaimsById by_id(const std::vector<Claim>& claims);

/// A finding of a report, a relation of a fact or a check of one article, as people decide about it: both kinds alike.
struct FindingToJudge {
  std::string id;
  FindingNames names;
  std::string_view what;  ///< conflict, update, or the name of a check
  std::string_view kind;  ///< of the fact; empty for a check
  std::string label;      ///< what the fact is about, or what the check found
  std::string reference;  ///< id of the reference fact on one side; empty where articles stand on both
  std::vector<std::string> documents;  ///< sorted, unique
  std::vector<const Value*> values;    ///< on both sides; of a check, those of its claims
  double confidence = 0;
  Judgement* judgement = nullptr;  ///< in the report
};

/// All findings of the report, in its order. They point into it.
[[nodiscard]] std::vector<FindingToJudge> findings_to_judge(Report& report);

}  // namespace mizan
