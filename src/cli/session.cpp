#include "cli/session.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <ostream>
#include <system_error>

#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"
#include "text/direction.hpp"

#ifndef MIZAN_VERSION
#define MIZAN_VERSION "0.0.0"
#endif
#ifndef MIZAN_SOURCE_FACTS
#define MIZAN_SOURCE_FACTS ""
#endif
#ifndef MIZAN_BUILT_IMAGE
#define MIZAN_BUILT_IMAGE ""
#endif

namespace mizan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBatchDocuments = 1024;
constexpr std::size_t kBatchBytes = 32u << 20;

int exit_status(Error::Cause cause) {
  switch (cause) {
    case Error::Cause::usage: return usage_wrong;
    case Error::Cause::store: return store_broken;
    case Error::Cause::input:
    case Error::Cause::limit: return some_unreadable;
    case Error::Cause::interrupted: return interrupted;
  }
  return internal_error;
}

/// Why an option cannot have this language: none of the packs is called as its first part, `en` in en-GB, is.
std::optional<Error> unknown_language(const std::vector<LanguageInfo>& languages, const std::string& option, const std::string& tag) {
  if (std::ranges::find(languages, tag.substr(0, tag.find('-')), &LanguageInfo::tag) != languages.end()) return std::nullopt;
  std::string tags;
  for (const LanguageInfo& language : languages) tags += (tags.empty() ? "" : ", ") + language.tag;
  return Error{"", "--" + option + " takes " + tags + ", not '" + tag + "'", Error::Cause::usage};
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

}  // namespace

std::string_view version() { return MIZAN_VERSION; }

void complain(Context& context, const Error& error) {
  const std::string line = "mizan: " + visible(show(error));
  if (context.progress) context.progress->say(line);
  else context.err << line << std::endl;
}

int fail(Context& context, const Error& error) {
  complain(context, error);
  return exit_status(error.cause);
}

Result<Facts> find_facts(const Options& options, const Context& context) {
  const std::string& named = options.facts;
  if (!named.empty()) {
    if (is_folder(named)) return Facts{named, {}};
    return Error{named, "no such folder of language packs", Error::Cause::usage};
  }
  if (!context.executable.empty()) {
    const fs::path installed = context.executable.parent_path().parent_path() / "share" / "mizan" / "facts";
    if (is_folder(installed)) return Facts{installed, {}};
  }
  const fs::path source = MIZAN_SOURCE_FACTS;
  if (!source.empty() && is_folder(source)) return Facts{source, MIZAN_BUILT_IMAGE};
  return Error{"", "the language packs are not found; name their folder with --facts DIR or MIZAN_FACTS", Error::Cause::usage};
}

Result<const Checker*> open_checker(const Options& options, const Context& context) {
  auto facts = find_facts(options, context);
  if (!facts) return facts.error();
  auto checker =
      Checker::open({.facts = facts->folder, .image = facts->image, .references = options.references,
                     .lang = options.lang, .published = options.published, .ui_lang = options.ui_lang, .jobs = options.jobs, .should_stop = is_interrupted});
  if (!checker) {
    Error error = checker.error();
    error.cause = Error::Cause::usage;
    return error;
  }
  if (auto wrong = unknown_language(checker->languages(), "ui-lang", options.ui_lang)) return *wrong;
  // Articles of a language that no pack reads would be passed over in silence, and the run would look clean.
  if (!options.lang.empty()) {
    if (auto wrong = unknown_language(checker->languages(), "lang", with_lower_language(options.lang))) return *wrong;
  }
  static const Checker* const kept = new Checker(std::move(*checker));
  return kept;
}

void show_progress(const Options& options, Context& context, const Checker& checker, bool writes_at_once) {
  if (options.quiet || options.progress == ShowProgress::never) return;
  const bool is_always = options.progress == ShowProgress::always;
  if (!is_always && writes_at_once && context.out_is_terminal) return;
  const bool is_bar = is_always || (context.err_is_terminal && !context.no_terminal_codes);
  context.progress = std::make_shared<Progress>(context.err, is_bar ? Progress::Shape::bar : Progress::Shape::lines,
                                                [&checker](const std::string& key) { return checker.message(key); },
                                                is_bar ? Progress::kBarTimes : Progress::kLineTimes);
}

namespace {
Result<std::unique_ptr<Store>> open_there(const Options& options, StoreMode mode, const std::string& packs) {
  std::error_code ignored;
  if (options.store != ":memory:" && !fs::exists(options.store, ignored)) return Error{options.store, "no such store", Error::Cause::usage};
  return mode == StoreMode::write ? open_to_write(options, packs) : open_store(options.store, mode, packs, wait_of(options));
}
}  // namespace

Result<std::unique_ptr<Store>> open_to_write(const Options& options, const std::string& packs) {
  const Writing writing;
  auto store = open_store(options.store, StoreMode::write, packs, wait_of(options));
  if (store && is_interrupted()) return Error{"", "interrupted; what was stored before stays", Error::Cause::interrupted};
  return store;
}

Result<std::unique_ptr<Store>> open_existing(const Options& options, const std::string& packs) { return open_there(options, StoreMode::read, packs); }
Result<std::unique_ptr<Store>> open_for_change(const Options& options, const std::string& packs) { return open_there(options, StoreMode::write, packs); }
std::chrono::milliseconds wait_of(const Options& options) { return std::chrono::milliseconds(static_cast<std::int64_t>(options.wait_seconds * 1000)); }

std::string path_from_here(const std::string& path) {
  if (!path.starts_with('/')) return path;
  std::error_code failed;
  const fs::path here = fs::current_path(failed);
  const std::string relative = failed ? std::string() : fs::path(path).lexically_normal().lexically_relative(here).generic_string();
  return relative.empty() || relative == ".." || relative.starts_with("../") ? path : relative;
}

ReadCounts read_documents(const Options& options, const std::vector<std::string>& paths, Context& context,
                          const std::function<bool(Document)>& take, std::vector<Error>* unreadable) {
  ReadOptions reading;
  reading.stdin_name = options.stdin_name;
  reading.standard_input = &context.in;
  if (context.progress) reading.progress = [&](std::uintmax_t done, std::uintmax_t all) { context.progress->take(done, all); };
  const auto tell = [&](Error error) {
    complain(context, error);
    if (!unreadable) return;
    error.where = path_from_here(error.where);
    unreadable->push_back(std::move(error));
  };
  const ReadCounts counts = read_inputs(paths, reading, {take, tell});
  const bool is_lines = options.stdin_name.empty() && std::ranges::find(paths, "-") != paths.end();
  if (is_lines && counts.documents == 0 && counts.unreadable > 0) complain(context, {"", "- is read as JSON Lines; --stdin-name NAME.txt reads it as one text"});
  return counts;
}

Result<GivenClaims> read_given_claims(const Options& options, Context& context, std::vector<Error>& unreadable) {
  if (options.claims.empty()) return GivenClaims{};
  const auto tell = [&](Error error) {
    complain(context, error);
    error.where = path_from_here(error.where);
    unreadable.push_back(std::move(error));
  };
  if (options.claims == "-") return read_claim_lines(context.in, "stdin", tell);
  std::ifstream file(options.claims, std::ios::binary);
  if (!file || is_folder(options.claims)) return Error{options.claims, "cannot be opened", Error::Cause::usage};
  return read_claim_lines(file, options.claims, tell);
}

void tell_misplaced(const GivenClaims& given, const Document& document, Context& context, std::vector<Error>& unreadable) {
  const auto claims = given.find(document.id);
  if (claims == given.end()) return;
  for (const Claim& claim : claims->second) {
    const std::string& text = claim.in_title ? document.title : document.text;
    if (index_of(claim.span.end) <= text.size()) continue;
    complain(context, {claim.id, "lies outside of the text of " + document.id + ", left out"});
    // Its own id ends in a number, and is no line of a file.
    unreadable.push_back({path_from_here(document.file.path), "the claim " + claim.id + " lies outside of the text, left out"});
  }
}

bool Loader::take(const Document& document) {
  batch_.push_back(checker_.prepare(document));
  bytes_ += document.text.size();
  return (batch_.size() < kBatchDocuments && bytes_ < kBatchBytes) || flush();
}

bool Loader::flush() {
  if (!status_) return false;
  if (batch_.empty()) return true;
  std::function<void()> read;
  if (progress_) read = [this] { progress_->step(); };
  const Writing writing;
  auto put = checker_.add(store_, batch_, given_, read);
  if (put && is_interrupted()) put = Error{"", "interrupted; what was stored before stays", Error::Cause::interrupted};
  if (!put) {
    status_ = put.error();
    return false;
  }
  put_ += *put;
  if (progress_) progress_->catch_up();  // unchanged ones were not read
  batch_.clear();
  bytes_ = 0;
  return true;
}

Result<std::size_t> Loader::finish() {
  if (!flush()) return status_.error();
  return put_;
}

ReportOptions report_options(const Checker& checker, const Options& options, const Context& context, bool to_stdout) {
  ReportOptions report;
  report.ui_lang = options.ui_lang;
  report.version = version();
  report.verbose = options.verbose;
  report.updates_count = options.fail_on == FailOn::update;
  report.min_confidence = options.min_confidence;
  report.unreadable_fail = !options.skip_unreadable;
  report.terminal = to_stdout && context.out_is_terminal;
  report.color = options.color == Color::always || (options.color == Color::automatic && report.terminal && !context.no_color);
  report.message = [&checker](const std::string& key) { return checker.message(key); };
  return report;
}

Result<Ground> open_ground(const Options& options, const std::vector<std::string>& paths, const Checker& checker, Context& context) {
  Ground ground;
  auto store = options.store.empty() ? open_store(":memory:", StoreMode::write, checker.packs()) : open_existing(options, checker.packs());
  if (!store) return store.error();
  ground.store = std::move(*store);
  if (!options.store.empty()) return ground;
  show_progress(options, context, checker);
  Loader loader(checker, *ground.store, {}, context.progress.get());
  ground.counts = read_documents(options, paths, context, [&](Document document) { return loader.take(document); });
  if (const auto put = loader.finish(); !put) return put.error();
  if (context.progress) context.progress->finish();  // what follows writes to standard output
  return ground;
}

std::string document_of_claim(const std::string& id) {
  const std::size_t begin = id.rfind(':');
  const std::size_t kind = begin == id.npos || begin == 0 ? id.npos : id.rfind(':', begin - 1);
  return kind == id.npos ? std::string() : id.substr(0, kind);
}

Status write_outputs(const Options& options, Context& context, const std::function<void(const Output&, std::ostream&)>& write) {
  if (context.progress) context.progress->finish();
  for (const Output& output : options.outputs) {
    if (output.file.empty()) {
      write(output, context.out);
      continue;
    }
    std::ofstream file(output.file, std::ios::binary | std::ios::trunc);
    if (file) write(output, file);
    file.close();
    if (!file) return Error{output.file, "cannot be written", Error::Cause::usage};
  }
  return ok();
}

Status write_reports(const Report& report, const Checker& checker, const Options& options, Context& context) {
  return write_outputs(options, context, [&](const Output& output, std::ostream& out) {
    const auto format = std::ranges::find(report_formats(), output.format, &ReportFormat::name);
    if (format == report_formats().end()) throw std::logic_error("no such report format: " + output.format);
    format->write(report, report_options(checker, options, context, output.file.empty()), out);
  });
}

std::size_t unreadable_inputs(const ReadCounts& counts, const Options& options) {
  return counts.unreadable + counts.missing + (options.allow_empty ? 0 : counts.empty);
}

int status_of_inputs(const ReadCounts& counts, const Options& options) {
  const bool nothing_there = counts.documents == 0 && (counts.unreadable == 0 || options.skip_unreadable);
  if (nothing_there) return options.allow_empty ? all_well : usage_wrong;
  return unreadable_inputs(counts, options) > 0 && !options.skip_unreadable ? some_unreadable : all_well;
}

bool fails(const Report& report, const Options& options) {
  if (options.fail_on == FailOn::never) return false;
  const auto fails_run = [&](const FactRelation& relation) {
    const bool is_level = relation.relation == Relation::conflict ||
                          (relation.relation == Relation::update && options.fail_on == FailOn::update);
    return counts(relation.judgement.standing) && is_level && relation.confidence >= options.min_confidence;
  };
  // An article that contradicts itself weighs as much as two that contradict each other.
  return std::ranges::any_of(report.facts, [&](const Fact& fact) { return std::ranges::any_of(fact.relations, fails_run); }) ||
         std::ranges::any_of(report.checks, [&](const CheckFinding& check) { return counts(check.judgement.standing) && check.confidence >= options.min_confidence; });
}

std::string counted(const Checker& checker, const std::string& thing, std::size_t count) {
  return mizan::counted([&](const std::string& key) { return checker.message(key); }, thing, count);
}

void close(Context& context, const Options& options, const Checker& checker, const std::string& key,
           const std::vector<std::string>& parts) {
  if (options.quiet) return;
  if (context.progress) context.progress->finish();
  context.out.flush();  // the report first, where both go to one place
  context.err << fill(checker.message(key), parts) << std::endl;
}

void close_report(Context& context, const Options& options, const Checker& checker, const Summary& summary, std::size_t unreadable) {
  const auto part = [&](const char* thing, std::size_t count) { return counted(checker, thing, count); };
  const std::string dismissed = summary.dismissed == 0 ? "" : fill(checker.message("closing.dismissed"), {std::to_string(summary.dismissed)});
  close(context, options, checker, "closing",
        {part("article", summary.documents), part("claim", summary.claims), part("fact", summary.facts), part("agree", summary.agree),
         part("conflict", summary.conflict), part("update", summary.update), part("unreadable", unreadable) + dismissed});
}

}  // namespace mizan::cli
