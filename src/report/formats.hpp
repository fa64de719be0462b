#pragma once
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/checker.hpp"

namespace mizan {

struct ReportOptions {
  std::string ui_lang = "en";
  std::string version;    ///< of the program
  bool verbose = false;   ///< also facts that agree, with features
  bool terminal = false;  ///< colours, and quotes isolated with FSI … PDI
  bool color = false;
  bool updates_count = false;  ///< updates fail a run as conflicts do
  bool unreadable_fail = true; ///< inputs that could not be read fail a run
  double min_confidence = 0;   ///< what is less sure fails no run
  std::function<std::string(const std::string&)> message;  ///< words of the user interface by key (facts/<ui_lang>/messages.tsv)
};

/// A report format: a report in, bytes out; never the store.
struct ReportFormat {
  std::string_view name, help;
  void (*write)(const Report& report, const ReportOptions& options, std::ostream& out);
};
[[nodiscard]] const std::vector<ReportFormat>& report_formats();
/// The names of all of them, in the order of --help.
[[nodiscard]] std::vector<std::string_view> report_format_names();

}  // namespace mizan
