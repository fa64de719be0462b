#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/interrupt.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"
#include "judge/decisions.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

namespace mizan::cli {
namespace {

constexpr std::size_t documents_at_a_time = 256;

bool is_json(const Options& options) { return !options.outputs.empty() && options.outputs.front().format == "json"; }

bool is_there(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

Error no_such_store(const std::string& path) { return {path, "no such store", Error::Cause::usage}; }

/// Puts documents of `from` into `store`, read anew, some hundred in a transaction; how many were new or changed.
Result<std::size_t> put_again(const Checker& checker, Store& store, Store& from, const std::vector<std::string>& ids) {
  std::size_t put = 0;
  for (std::size_t begin = 0; begin < ids.size(); begin += documents_at_a_time) {
    if (is_interrupted()) return Error{"", "interrupted; what was stored before stays", Error::Cause::interrupted};
    std::vector<Document> documents;
    for (std::size_t i = begin; i < std::min(ids.size(), begin + documents_at_a_time); ++i) {
      auto document = from.document(ids[i], true);
      if (!document) return document.error();
      if (*document) documents.push_back(std::move(**document));
    }
    const Writing writing;
    const auto added = checker.add(store, documents);
    if (!added) return added.error();
    put += *added;
  }
  return put;
}

int info(const Options& options, const Checker& checker, Context& context) {
  const auto info = describe_store(options.store, checker.packs(), wait_of(options));
  if (!info) return fail(context, info.error());
  if (is_json(options)) {
    context.out << nlohmann::ordered_json{{"schema", info->schema},       {"bytes", info->size_bytes}, {"documents", info->documents},
                                          {"first", info->first_published}, {"last", info->last_published}, {"claims", info->claims},
                                          {"edges", info->edges},         {"decisions", info->decisions}, {"notes", info->notes},
                                          {"stale", info->stale}}
                       .dump()
                << '\n';
    return all_well;
  }
  const auto line = [&](const char* key, const std::vector<std::string>& parts) { context.out << fill(checker.message(std::string("db.") + key), parts) << '\n'; };
  const auto text = [](std::int64_t number) { return std::to_string(number); };
  line("schema", {text(info->schema), text(info->size_bytes)});
  line("articles", {text(info->documents)});
  if (!info->first_published.empty()) line("days", {info->first_published, info->last_published});
  line("claims", {text(info->claims), text(info->edges)});
  line("decisions", {text(info->decisions), text(info->notes)});
  line(info->stale == 0 ? "current" : "stale", {text(info->stale)});
  return all_well;
}

int verify(const Options& options, const Checker& checker, Context& context) {
  const auto complaints = verify_store(options.store, wait_of(options));
  if (!complaints) return fail(context, complaints.error());
  for (const std::string& what : *complaints) complain(context, {options.store, "is damaged: " + what, Error::Cause::store});
  if (!complaints->empty()) return store_broken;
  close(context, options, checker, "db.verified", {visible(options.store)});
  return all_well;
}

int backup(const Options& options, const Checker& checker, Context& context) {
  const std::string& to = options.paths[1];
  if (auto copied = back_up_store(options.store, to, wait_of(options)); !copied) return fail(context, copied.error());
  close(context, options, checker, "db.backed-up", {visible(options.store), visible(to)});
  return all_well;
}

int migrate(const Options& options, const Checker& checker, Context& context) {
  const auto store = open_for_change(options, checker.packs());
  if (!store) return fail(context, store.error());
  const auto info = describe_store(options.store, checker.packs(), wait_of(options));
  if (!info) return fail(context, info.error());
  close(context, options, checker, "db.migrated", {visible(options.store), std::to_string(info->schema)});
  return all_well;
}

int refresh(const Options& options, const Checker& checker, Context& context) {
  const auto store = open_for_change(options, checker.packs());
  if (!store) return fail(context, store.error());
  const auto stale = (*store)->stale();
  if (!stale) return fail(context, stale.error());
  const auto put = put_again(checker, **store, **store, *stale);
  if (!put) return fail(context, put.error());
  close(context, options, checker, "db.refreshed", {counted(checker, "article", *put)});
  return all_well;
}

int merge(const Options& options, const Checker& checker, Context& context) {
  const std::string& other_path = options.paths[1];
  std::error_code ignored;
  if (!is_there(other_path)) return fail(context, no_such_store(other_path));
  if (std::filesystem::equivalent(options.store, other_path, ignored)) return fail(context, {other_path, "is the store itself", Error::Cause::usage});
  const auto other = open_store_over(other_path, checker.packs(), wait_of(options));  // of any schema
  if (!other) return fail(context, other.error());
  const auto store = open_for_change(options, checker.packs());
  if (!store) return fail(context, store.error());
  const auto documents = (*other)->documents(false);
  if (!documents) return fail(context, documents.error());
  std::vector<std::string> ids;
  for (const Document& document : *documents) ids.push_back(document.id);
  const auto put = put_again(checker, **store, **other, ids);
  if (!put) return fail(context, put.error());
  const auto mine = (*store)->decisions(), theirs = (*other)->decisions();
  if (!mine || !theirs) return fail(context, mine ? theirs.error() : mine.error());
  auto decisions = merged(*mine, *theirs);
  std::erase_if(decisions, [&](const Decision& each) { return std::ranges::find(*mine, each) != mine->end(); });
  const Writing writing;
  if (auto decided = checker.decide(**store, decisions); !decided) return fail(context, decided.error());
  close(context, options, checker, "db.merged",
        {counted(checker, "article", ids.size()), std::to_string(*put), std::to_string(ids.size() - *put), std::to_string(decisions.size())});
  return all_well;
}

/// What can be done to a store, and what it takes behind its name.
struct Action {
  std::string_view name, argument;
  int (*run)(const Options& options, const Checker& checker, Context& context);
};
constexpr std::array actions{Action{"info", "", info},       Action{"verify", "", verify},   Action{"backup", "FILE", backup},
                             Action{"migrate", "", migrate}, Action{"refresh", "", refresh}, Action{"merge", "STORE", merge}};

}  // namespace

int run_db(const Options& options, Context& context) {
  const auto usage = [&](const std::string& what) { return fail(context, {"", what, Error::Cause::usage}); };
  const auto action = std::ranges::find(actions, options.paths.front(), &Action::name);
  if (action == actions.end()) throw std::logic_error("db has no action " + options.paths.front());
  const std::string name(action->name);
  if (options.store.empty()) return usage("db " + name + " needs --store FILE");
  const bool takes_more = !action->argument.empty();
  if (options.paths.size() != (takes_more ? 2 : 1)) {
    return usage("db " + name + " takes " + (takes_more ? "one " + std::string(action->argument) : "nothing more"));
  }
  if (!is_there(options.store)) return fail(context, no_such_store(options.store));
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  return action->run(options, **opened, context);
}

}  // namespace mizan::cli
