#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "mizan/checker.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// A row [[ignore]] of mizan.toml: which findings nobody wants to see, and why. Members that are empty ask nothing; the others must all fit.
struct Ignore {
  std::string where;     ///< mizan.toml:12, for messages and for Judgement::by
  std::string id;        ///< of one finding
  std::string check;     ///< pattern: the name of a check; conflict and update count as names, too
  std::string document;  ///< pattern: one of the finding's articles
  std::string kind;      ///< pattern: of the fact
  std::string reason;
  std::string expires;   ///< YYYY-MM-DD, the last day on which it holds; empty: it holds for good
};

/// Does `text` fit the pattern? * stands for any letters, also none and also /; ? for one letter.
[[nodiscard]] bool fits_pattern(std::string_view text, std::string_view pattern);

/// Marks what the rows name as ignored, unless it is judged already. `today` (YYYY-MM-DD) decides what has expired, and nothing else.
/// What comes back is for people: rows that have expired, and rows that fit nothing though an article they name is in the report.
[[nodiscard]] std::vector<Error> apply_ignores(const std::vector<Ignore>& ignores, std::string_view today, Report& report);

}  // namespace mizan
