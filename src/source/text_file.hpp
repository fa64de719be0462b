#pragma once
#include <iosfwd>
#include <string>

#include "mizan/document.hpp"
#include "mizan/result.hpp"
#include "source/formats.hpp"

namespace mizan {

/// A plain text as a document. `text` is the whole file, so that spans count its bytes; a byte order mark and a front matter
/// (`key: value` lines between two lines `---`; id, title, published, lang and source are understood) lie before `body_begin`.
/// Errors: no UTF-8, a zero byte, no text.
[[nodiscard]] Result<Document> document_of_text(std::string bytes, const InputName& name);

/// The reader of the format table.
bool read_text_file(std::istream& in, const InputName& name, const InputLimits& limits, const Found& found);

}  // namespace mizan
