#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "mizan/checker.hpp"
#include "mizan/store.hpp"
#include "report/formats.hpp"
#include "source/claim_lines.hpp"
#include "source/formats.hpp"

namespace mizan::cli {

/// The program's version.
[[nodiscard]] std::string_view version();

/// "mizan: where: what" on standard error, made safe for a terminal.
void complain(Context& context, const Error& error);
/// Complains, and says which exit status the cause calls for.
[[nodiscard]] int fail(Context& context, const Error& error);

/// A folder of packs, and where their image is if there is one.
struct Facts {
  std::filesystem::path folder, image;
};
/// Where the packs are: --facts, MIZAN_FACTS, beside the installed program, in the source tree that built it. The image stands beside the folder, or where the
/// build has put it.
[[nodiscard]] Result<Facts> find_facts(const Options& options, const Context& context);
/// Opens the packs. Whatever is wrong with them is wrong configuration.
/// The checker is kept until the process ends and never taken apart: the system frees its memory faster than we could, and an editor waits for the end.
[[nodiscard]] Result<const Checker*> open_checker(const Options& options, const Context& context);
/// Lets people see how far the run is, as --progress and --quiet say; nothing where it is done soon. `writes_at_once`: the command writes to standard output
/// while it reads, where a bar on the same terminal would stand in its way.
void show_progress(const Options& options, Context& context, const Checker& checker, bool writes_at_once = false);

/// Opens a store for writing, and makes it where there is none. What that writes (a new store, an older one brought up to date) an interrupt does not leave half done.
[[nodiscard]] Result<std::unique_ptr<Store>> open_to_write(const Options& options, const std::string& packs);
/// Opens a store that must be there already, to read it, or to change it.
[[nodiscard]] Result<std::unique_ptr<Store>> open_existing(const Options& options, const std::string& packs);
[[nodiscard]] Result<std::unique_ptr<Store>> open_for_change(const Options& options, const std::string& packs);
/// How long to wait for another process (--wait).
[[nodiscard]] std::chrono::milliseconds wait_of(const Options& options);

/// A path below the folder that the program runs in, relative to it: machines that show a report know no other. Others stay as they are.
[[nodiscard]] std::string path_from_here(const std::string& path);
/// Reads what the options name; tells about what cannot be read, and keeps it in `unreadable`, where that is given.
ReadCounts read_documents(const Options& options, const std::vector<std::string>& paths, Context& context,
                          const std::function<bool(Document)>& take, std::vector<Error>* unreadable = nullptr);

/// Reads the claims that --claims names; none where it names nothing. What cannot be read of them is told, and kept in `unreadable`.
[[nodiscard]] Result<GivenClaims> read_given_claims(const Options& options, Context& context, std::vector<Error>& unreadable);

/// Tells of given claims that lie outside of their article's text, which are left out, and keeps them in `unreadable`.
void tell_misplaced(const GivenClaims& given, const Document& document, Context& context, std::vector<Error>& unreadable);

/// Puts documents into a store, some hundred in a transaction.
class Loader {
 public:
  Loader(const Checker& checker, Store& store, const GivenClaims& given = {}, Progress* progress = nullptr)
      : checker_(checker), store_(store), given_(given), progress_(progress) {}
  /// Takes one more, settled as the options say; false once the store has failed.
  bool take(const Document& document);
  /// Puts what is left. How many documents were new or changed, or why the store failed.
  [[nodiscard]] Result<std::size_t> finish();

 private:
  bool flush();
  const Checker& checker_;
  Store& store_;
  GivenClaims given_;
  Progress* progress_;
  std::vector<Document> batch_;
  std::size_t bytes_ = 0, put_ = 0;
  Status status_ = ok();
};

/// Where the ids that a command names are looked for.
struct Ground {
  std::unique_ptr<Store> store;
  ReadCounts counts;  ///< of articles that were read for it
};
/// The store that --store names, else one in memory with the articles of `paths`, as `check` has it.
[[nodiscard]] Result<Ground> open_ground(const Options& options, const std::vector<std::string>& paths, const Checker& checker, Context& context);

/// The id of the document in a claim's id, document:kind:begin; empty where it is none.
[[nodiscard]] std::string document_of_claim(const std::string& id);

/// How people are told things, on standard output or in a file.
[[nodiscard]] ReportOptions report_options(const Checker& checker, const Options& options, const Context& context, bool to_stdout);

/// Hands each output that is asked for to `write`, with its stream.
[[nodiscard]] Status write_outputs(const Options& options, Context& context, const std::function<void(const Output&, std::ostream&)>& write);

/// Writes the report in every format asked for.
[[nodiscard]] Status write_reports(const Report& report, const Checker& checker, const Options& options, Context& context);

/// How many inputs the closing line calls unreadable.
[[nodiscard]] std::size_t unreadable_inputs(const ReadCounts& counts, const Options& options);
/// The exit status that the inputs call for: all_well, usage_wrong (nothing there) or some_unreadable.
[[nodiscard]] int status_of_inputs(const ReadCounts& counts, const Options& options);
/// Is there a finding at or above --fail-on?
[[nodiscard]] bool fails(const Report& report, const Options& options);

/// "3 articles": the word of the user interface for so many of them.
[[nodiscard]] std::string counted(const Checker& checker, const std::string& thing, std::size_t count);
/// Writes a closing line, the message `key` with its parts, unless --quiet.
void close(Context& context, const Options& options, const Checker& checker, const std::string& key, const std::vector<std::string>& parts);
/// "3 articles, 61 claims, 12 facts: 9 agree, 1 conflict, 2 updates (0 unreadable)".
void close_report(Context& context, const Options& options, const Checker& checker, const Summary& summary, std::size_t unreadable);

}  // namespace mizan::cli
