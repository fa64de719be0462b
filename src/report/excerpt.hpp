#pragma once
#include <string>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "report/style.hpp"

namespace mizan {

/// The claim's sentence on one line, cut some way off its value, which stands in double square brackets: they stand in every font, and bidi treats them as
/// a pair. Without a document, the quote alone.
[[nodiscard]] std::string quote_in_sentence(const Document* document, const Claim& claim, const Style& style);

/// "id · dateline · title" of an article, as much of it as there is.
[[nodiscard]] std::string article_line(const std::string& id, const Document* document, const Style& style);

}  // namespace mizan
