#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "report/excerpt.hpp"
#include "report/formats.hpp"

/// A report as people read it, before any markup: what stands in which order, in words of the user interface. Everything here has been made `visible`; a format
/// still has to quote it for its own syntax.
namespace mizan {

/// Of one value, before "and so many more".
inline constexpr std::size_t kArticlesShown = 6;

struct ArticleOutline {
  std::string id, published, title, lang;  ///< `lang` is sound (text/direction.hpp), or empty
  std::vector<Excerpt> quotes;
};

/// One value, and who says it.
struct PositionOutline {
  std::string value;
  std::string witnesses;  ///< "(3 articles, independent sources: 1)", or empty where that is plain
  std::string reference;  ///< empty where no reference fact says it
  std::vector<ArticleOutline> articles;
  std::size_t more = 0;  ///< articles that are left out
};

/// A fact, or what one article gets wrong by itself: then `number` is empty, and there is one position without a value.
struct FindingOutline {
  std::string number;             ///< f1, f2 …
  std::string title, label, kind;  ///< in words; title: "Conflict", "The weekday does not fit the date"; label: what the fact is about, empty for a check
  std::vector<PositionOutline> positions;
  std::vector<std::string> reasons;
  std::string percent;  ///< how sure the finding is, 94; empty for agreements
};

struct Outline {
  std::string counts;    ///< "3 articles, 61 claims, 12 facts: 9 agree, 1 conflict, 2 updates"
  std::string headline;  ///< "1 conflict, 2 updates", or that there is nothing
  std::vector<FindingOutline> conflicts, checks, updates, agreements;
};

/// Where options.verbose is not set, long lists of articles are cut.
[[nodiscard]] Outline outline_of(const Report& report, const ReportOptions& options);

}  // namespace mizan
