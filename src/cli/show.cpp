#include <algorithm>
#include <ostream>

#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/claim_stream.hpp"
#include "report/claim_text.hpp"
#include "report/visible.hpp"

namespace mizan::cli {
namespace {

bool is_there(const std::string& path) {
  std::error_code ignored;
  return path == "-" || std::filesystem::exists(path, ignored);
}

/// One step of reading, a line for each thing that it made: bytes, what it is, its text.
void show_stage(const Checker& checker, const Document& document, const Options& options, Context& context) {
  for (const StageLine& line : checker.stage(document, options.stage)) {
    context.out << index_of(line.span.begin) << '-' << index_of(line.span.end) << '\t' << visible(line.what) << '\t' << visible(line.text)
                << '\n';
  }
}

int show_files(const Checker& checker, const Options& options, Context& context) {
  bool is_first = true;
  const ReadCounts counts = read_documents(options, options.paths, context, [&](Document document) {
    document = checker.prepare(std::move(document));
    context.out << (is_first ? "" : "\n") << visible(document.id) << '\t' << visible(document.lang) << '\t' << visible(document.published)
                << '\n';
    is_first = false;
    show_stage(checker, document, options, context);
    return true;
  });
  return status_of_inputs(counts, options);
}

Result<bool> show_claim(const Checker& checker, Store& store, const std::string& id, const Options& options, Context& context) {
  const auto claims = store.claims(document_of_claim(id));
  if (!claims) return claims.error();
  const auto claim = std::ranges::find(*claims, id, &Claim::id);
  if (claim == claims->end()) return false;
  const Words words = [&](const std::string& key) { return checker.message(key); };
  const bool is_json = !options.outputs.empty() && options.outputs.front().format == "json";
  context.out << (is_json ? claim_in_full(*claim) + '\n' : claim_in_words(*claim, words));
  return true;
}

Result<bool> show_document(const Checker& checker, Store& store, const std::string& id, const Options& options, Context& context) {
  const auto documents = store.documents(true);
  if (!documents) return documents.error();
  const auto document = std::ranges::find(*documents, id, &Document::id);
  if (document == documents->end()) return false;
  show_stage(checker, *document, options, context);
  return true;
}

Result<bool> show_fact(const Checker& checker, Store& store, const std::string& id, Options options, Context& context) {
  auto report = checker.report(store);
  if (!report) return report.error();
  std::erase_if(report->facts, [&](const Fact& fact) { return fact.id != id && fact.key != id; });
  if (report->facts.empty()) return false;
  report->checks.clear();
  options.verbose = true;
  if (auto written = write_reports(*report, checker, options, context); !written) return written.error();
  return true;
}

/// A document, a claim or a fact by its id.
int show_id(const Checker& checker, Store& store, const std::string& id, const Options& options, Context& context) {
  auto found = show_document(checker, store, id, options, context);
  if (found && !*found) found = show_claim(checker, store, id, options, context);
  if (found && !*found) found = show_fact(checker, store, id, options, context);
  if (!found) return fail(context, found.error());
  return *found ? all_well : fail(context, {id, "no document, claim or fact has this id", Error::Cause::usage});
}

}  // namespace

int run_show(const Options& options, Context& context) {
  if (options.paths.empty())
    return fail(context, {"", "show what? Name a file, or the id of an article, a claim or a fact", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  const std::string& subject = options.paths.front();
  const std::vector<std::string> rest(options.paths.begin() + 1, options.paths.end());
  if (!options.store.empty() && !rest.empty()) return fail(context, {rest.front(), "with --store, show takes one id", Error::Cause::usage});
  if (options.store.empty() && is_there(subject)) return show_files(checker, options, context);
  if (options.store.empty() && rest.empty()) {
    return fail(context, {subject, "no such file; an id needs --store FILE, or the articles after it", Error::Cause::usage});
  }
  const auto ground = open_ground(options, rest, checker, context);
  if (!ground) return fail(context, ground.error());
  const int shown = show_id(checker, *ground->store, subject, options, context);
  return shown == all_well && options.store.empty() ? status_of_inputs(ground->counts, options) : shown;
}

}  // namespace mizan::cli
