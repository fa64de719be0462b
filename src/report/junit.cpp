#include <libxml/xmlwriter.h>

#include <map>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "report/findings.hpp"
#include "report/modules.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

// JUnit XML has no standard. What all its readers take: testsuites, testsuite, testcase, one failure, error or skipped in a testcase at most, system-out.

namespace mizan {
namespace {

int write_bytes(void* stream, const char* bytes, int size) {
  static_cast<std::ostream*>(stream)->write(bytes, size);
  return size;
}

/// libxml2's writer on a stream. It escapes; what XML cannot hold at all `visible` has spelt out before.
class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out) : writer_(xmlNewTextWriter(xmlOutputBufferCreateIO(write_bytes, nullptr, &out, nullptr)), xmlFreeTextWriter) {
    if (!writer_) throw std::bad_alloc();
    done(xmlTextWriterSetIndent(writer_.get(), 1));
    done(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
  }
  void begin(const char* element) { done(xmlTextWriterStartElement(writer_.get(), as_xml(element))); }
  void attribute(const char* name, const std::string& value) { done(xmlTextWriterWriteAttribute(writer_.get(), as_xml(name), as_xml(value.c_str()))); }
  void text(const std::string& words) { done(xmlTextWriterWriteString(writer_.get(), as_xml(words.c_str()))); }
  void end() { done(xmlTextWriterEndElement(writer_.get())); }
  void end_document() { done(xmlTextWriterEndDocument(writer_.get())); }

 private:
  static const xmlChar* as_xml(const char* bytes) { return reinterpret_cast<const xmlChar*>(bytes); }
  static void done(int result) {
    if (result < 0) throw std::runtime_error("XML cannot be written");
  }
  std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer_;
};

/// What an article's test has to tell: the findings that fail it, and those that do not.
struct Case {
  std::vector<const Finding*> failures, notes;
};

/// Each finding on a line, with its place before it, as compilers do.
std::string listed(const std::vector<const Finding*>& findings, const ReportOptions& options) {
  std::string lines;
  for (const Finding* finding : findings) {
    lines += "\n" + place_in_words(finding->first().place) + ": " + message_of(*finding, options);
    if (!counts(finding->judgement->standing)) {
      lines += " [" + std::string(name_of(finding->judgement->standing));
      if (!finding->judgement->reason.empty()) lines += ": " + visible(finding->judgement->reason);
      lines += "]";
    }
    lines += " " + visible(finding->id);
  }
  return lines + "\n";
}

void write_case(XmlWriter& xml, const std::string& article, const Document* document, const Case& test, const ReportOptions& options) {
  xml.begin("testcase");
  xml.attribute("classname", "mizan");
  xml.attribute("name", visible(article));
  Places places;
  const TextPlace place = places.find(document, nullptr);
  if (document && !place.is_web) {
    xml.attribute("file", visible(place.path));
    if (place.line > 0) xml.attribute("line", std::to_string(test.failures.empty() ? place.line : test.failures.front()->first().place.line));
  }
  if (!test.failures.empty()) {
    std::string message = title_of(*test.failures.front(), options);
    if (test.failures.size() > 1) message = fill(options.message("finding.more"), {message, std::to_string(test.failures.size() - 1)});
    xml.begin("failure");
    xml.attribute("message", message);
    xml.attribute("type", test.failures.front()->rule);
    xml.text(listed(test.failures, options));
    xml.end();
  }
  if (!test.notes.empty()) {
    xml.begin("system-out");
    xml.text(listed(test.notes, options));
    xml.end();
  }
  xml.end();
}

/// An input that could not be read is a test that could not run; where these fail no run, one that was left out.
void write_unreadable(XmlWriter& xml, const Error& error, const ReportOptions& options) {
  const TextPlace place = place_of(error);
  xml.begin("testcase");
  xml.attribute("classname", "mizan");
  xml.attribute("name", visible(error.where));
  if (!place.path.empty()) xml.attribute("file", visible(place.path));
  if (place.line > 0) xml.attribute("line", std::to_string(place.line));
  xml.begin(options.unreadable_fail ? "error" : "skipped");
  xml.attribute("message", visible(error.what));
  if (options.unreadable_fail) xml.attribute("type", "unreadable");
  xml.end();
  xml.end();
}

}  // namespace

void write_junit(const Report& report, const ReportOptions& options, std::ostream& out) {
  const std::vector<Finding> findings = findings_of(report);
  std::map<std::string, Case> cases;
  for (const Document& document : report.documents) cases.try_emplace(document.id);
  for (const Finding& finding : findings) {
    Case& test = cases[finding.first().article];
    (counts(finding, options) ? test.failures : test.notes).push_back(&finding);
  }
  std::map<std::string, const Document*> documents;
  for (const Document& document : report.documents) documents.emplace(document.id, &document);
  std::size_t failures = 0;
  for (const auto& [article, test] : cases) failures += test.failures.empty() ? 0u : 1u;

  const std::size_t unreadable = report.unreadable.size();
  XmlWriter xml(out);
  for (const char* element : {"testsuites", "testsuite"}) {
    xml.begin(element);
    xml.attribute("name", "mizan");
    xml.attribute("tests", std::to_string(cases.size() + unreadable));
    xml.attribute("failures", std::to_string(failures));
    xml.attribute("errors", std::to_string(options.unreadable_fail ? unreadable : 0));
    if (element == std::string_view("testsuite")) xml.attribute("skipped", std::to_string(options.unreadable_fail ? 0 : unreadable));
  }
  for (const auto& [article, test] : cases) {
    const auto document = documents.find(article);
    write_case(xml, article, document == documents.end() ? nullptr : document->second, test, options);
  }
  for (const Error& error : report.unreadable) write_unreadable(xml, error, options);
  xml.end_document();
}

}  // namespace mizan
