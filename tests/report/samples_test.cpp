#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "report/formats.hpp"
#include "support/temp_folder.hpp"

// reports/samples/ holds what the program says of tests/articles/, and README.md shows it. Where a change of the report is
// meant, .ci/update-samples writes both anew.

using mizan::test::bytes_of;
using mizan::test::TempFolder;

namespace {

/// The report on tests/articles in one format, as the README has people ask for it. Not with --facts: the packs of the source tree are what the program reads
/// anyway, then from the image that the build made of them, where a folder that is named would be compiled anew for each format.
std::string report_on_samples(const std::string& format) {
  const TempFolder folder;
  const std::string file = folder.file("report");
  const std::string command = "cd '" MIZAN_TESTS_DIR "/..' && '" MIZAN_BINARY "' check tests/articles --quiet --fail-on never"
                              " --format " + format + " > '" + file + "'";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  return bytes_of(file);
}

}  // namespace

TEST_CASE("the sample reports are what the program says of the sample articles", "[report][samples]") {
  INFO("where the change is meant: .ci/update-samples");
  for (const mizan::ReportFormat& format : mizan::report_formats()) {
    const std::string name(format.name);
    CAPTURE(name);
    CHECK(report_on_samples(name) == bytes_of(MIZAN_REPORTS_DIR "/samples/report." + (name == "text" ? "txt" : name)));
  }
}

TEST_CASE("the README shows the sample report as it is", "[report][samples]") {
  const std::string readme = bytes_of(MIZAN_README), begin = "<!-- sample report: .ci/update-samples writes it -->\n";
  const std::size_t at = readme.find(begin);
  REQUIRE(at != std::string::npos);
  const std::size_t shown = at + begin.size(), end = readme.find("<!-- end of sample report -->\n", shown);
  REQUIRE(end != std::string::npos);
  INFO("where the change is meant: .ci/update-samples");
  CHECK(readme.substr(shown, end - shown) == "```text\n" + bytes_of(MIZAN_REPORTS_DIR "/samples/report.txt") + "```\n");
}
