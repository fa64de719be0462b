#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "report/style.hpp"

namespace mizan {

/// The pieces of a quote: what stands before the value, the value, what stands behind.
struct Excerpt {
  std::string before, value, after;
};
/// The claim's sentence on one line, cut some way off its value and made visible. Without a document, the quote alone.
[[nodiscard]] Excerpt visible_excerpt(const Document* document, const Claim& claim);

/// A title, or anything else that should not fill the page, cut behind so many characters.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most = 110);

/// The claim's sentence on one line, cut some way off its value, which stands in double square brackets: they stand in every font, and bidi treats them as
/// a pair. Without a document, the quote alone.
[[nodiscard]] std::string quote_in_sentence(const Document* document, const Claim& claim, const Style& style);

/// "id · dateline · title" of an article, as much of it as there is.
[[nodiscard]] std::string article_line(const std::string& id, const Document* document, const Style& style);

}  // namespace mizan
