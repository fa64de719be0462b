#include "report/formats.hpp"

#include "report/json.hpp"
#include "report/text.hpp"

namespace mizan {

const std::vector<ReportFormat>& report_formats() {
  static const std::vector<ReportFormat> formats{
      {"text", "for people", write_text},
      {"json", "for programs: mizan-report/1", write_json},
  };
  return formats;
}

}  // namespace mizan
