#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/document.hpp"
#include "mizan/result.hpp"
#include "source/formats.hpp"

namespace mizan {

/// Lines of a stream, one at a time, none longer than a limit in memory.
class LineReader {
 public:
  LineReader(std::istream& in, std::size_t limit_bytes) : in_(in), limit_bytes_(limit_bytes) {}
  enum class Got { line, too_long, end };
  /// The next line into `line()`, without its end. A longer line is skipped to its end, and `line()` is empty.
  Got next();
  [[nodiscard]] std::string_view line() const { return line_; }
  [[nodiscard]] std::size_t number() const { return number_; }  ///< of the line last read, from 1

 private:
  bool fill();
  std::istream& in_;
  std::size_t limit_bytes_, number_ = 0, at_ = 0, size_ = 0;
  std::vector<char> block_;
  std::string line_;
};

/// One line of a corpus as a document (REPORT.md): `id`, `text`, `lang`, `title`, `published`, `source`; other members are left
/// alone. `where` is file:line. Errors: no UTF-8, no JSON, no object, no `text`, a member of the wrong type; `published` that is
/// no day is only unknown.
[[nodiscard]] Result<Document> document_of_json(std::string_view line, const std::string& id, const std::string& where);

/// The reader of the format table.
bool read_json_lines(std::istream& in, const InputName& name, const InputLimits& limits, const Found& found);

}  // namespace mizan
