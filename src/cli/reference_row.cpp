#include "cli/reference_row.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/session.hpp"

namespace mizan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view header = "# source: accepted by editors · licence: - · columns: subject, fact, lang, text, as of, source\n";

/// A cell ends at a tab, a row at a line end.
std::string cell(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string sentence_with_mark(const Document& document, const Claim& claim) {
  const std::string& text = claim.in_title ? document.title : document.text;
  const auto from = [&](ByteOffset begin, ByteOffset end) { return std::string(slice(text, {begin, end})); };
  return cell(from(claim.sentence.begin, claim.span.begin) + "[[" + claim.quote + "]]" + from(claim.span.end, claim.sentence.end));
}

std::string day_of(const AsOf& as_of) {
  if (!as_of.days) return "-";
  const DatePoint day = civil_from_days(*as_of.days);
  return to_edtf({day, day, false, false, false});
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  return static_cast<bool>(out);
}

/// Is the file one that --reference takes?
Status try_reference(const Options& options, const Context& context) {
  const auto facts = find_facts(options, context);
  if (!facts) return facts.error();
  CheckerOptions trial;
  trial.facts = facts->folder;
  trial.image = facts->image;
  trial.references = {options.as_reference};
  const auto checker = Checker::open(trial);
  return checker ? ok() : checker.error();
}

}  // namespace

Status write_reference_row(const Options& options, const Context& context, const Report& report, const Claim& claim) {
  const auto usage = [](const std::string& where, const std::string& what) { return Error{where, what, Error::Cause::usage}; };
  const auto document = std::ranges::find(report.documents, claim.document, &Document::id);
  if (document == report.documents.end()) return usage(claim.document, "its article is not in the report");
  const std::string subject = cell(options.subject.empty() ? claim.topic.event.label : options.subject);
  if (subject.empty()) return usage(claim.id, "the article does not name what the value is about; say it with --subject NAME");
  const std::string fact = std::string(name_of(claim.kind)) + (claim.topic.role.id.empty() ? "" : "-" + claim.topic.role.id);
  const std::string as_of = claim.kind == Kind::count ? day_of(claim.topic.as_of) : "-";  // the other kinds hold for good
  const std::string source = cell(document->source.empty() ? document->id : document->source) + (document->published.empty() ? "" : ", " + document->published);

  const std::string sentence = options.sentence.empty() ? sentence_with_mark(*document, claim) : cell(options.sentence);
  std::error_code ignored;
  const bool is_new = !fs::exists(options.as_reference, ignored);
  const std::string before = is_new ? "" : bytes_of(options.as_reference);
  const std::string name_row = subject + "\t-\t" + document->lang + '\t' + subject + "\t-\t-\n";
  const std::string fact_row = subject + '\t' + fact + '\t' + document->lang + '\t' + sentence + '\t' + as_of + '\t' + source + '\n';
  std::string after = is_new ? std::string(header) : before;
  if (!after.ends_with('\n')) after += '\n';
  for (const std::string& row : {name_row, fact_row})
    if (("\n" + after).find("\n" + row) == std::string::npos) after += row;
  if (!write_bytes(options.as_reference, after)) return usage(options.as_reference, "cannot be written");
  if (auto read = try_reference(options, context); !read) {
    is_new ? static_cast<void>(fs::remove(options.as_reference, ignored)) : static_cast<void>(write_bytes(options.as_reference, before));
    return usage(options.as_reference, "the value is not taken as a reference: " + show(read.error()) + " (--subject NAME, --sentence \"… [[value]] …\")");
  }
  return ok();
}

}  // namespace mizan::cli
