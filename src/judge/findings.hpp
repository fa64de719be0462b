#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "mizan/checker.hpp"

namespace mizan {

/// A finding of a report, a relation of a fact or a check of one article, as people decide about it: both kinds alike.
struct FindingToJudge {
  std::string id;
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
