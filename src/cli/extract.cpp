#include <atomic>
#include <exception>
#include <fstream>
#include <ostream>
#include <string_view>
#include <thread>
#include <variant>

#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/claim_stream.hpp"

namespace mizan::cli {
namespace {

/// What is held at a time where several threads read.
constexpr std::size_t kBatchBytes = 1u << 18, kBatchDocuments = 256;

/// Turns inputs into lines, a few at a time on some threads; lines come out in the order of the inputs.
class Stream {
 public:
  Stream(const Checker& checker, unsigned jobs, std::ostream& out) : checker_(checker), jobs_(jobs), out_(out) {}

  void take(std::variant<Document, Error> input) {
    if (jobs_ == 1) {
      // One thread answers every input at once, so that a program at the other end of a pipe can wait for its line, and claim by claim.
      claims_ += write(input, [&](std::string_view text) { out_ << text; });
      out_.flush();
      return;
    }
    if (const auto* document = std::get_if<Document>(&input)) bytes_ += document->text.size();
    inputs_.push_back(std::move(input));
    if (inputs_.size() >= kBatchDocuments || bytes_ >= kBatchBytes) flush();
  }

  void flush() {
    std::vector<Line> lines(inputs_.size());
    std::vector<std::exception_ptr> failures(inputs_.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < inputs_.size(); i = next++) {
        try {
          lines[i].claims = write(inputs_[i], [&](std::string_view text) { lines[i].text += text; });
        } catch (...) {
          failures[i] = std::current_exception();
        }
      }
    };
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 1; i < jobs_ && i < inputs_.size(); ++i) threads.emplace_back(work);
      work();
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (failures[i]) std::rethrow_exception(failures[i]);
      out_ << lines[i].text;
      claims_ += lines[i].claims;
    }
    out_.flush();
    inputs_.clear();
    bytes_ = 0;
  }

  [[nodiscard]] std::size_t claims() const { return claims_; }
  [[nodiscard]] bool is_well() const { return static_cast<bool>(out_); }

 private:
  struct Line {
    std::string text;
    std::size_t claims = 0;
  };

  /// Writes the input's line; how many claims it has.
  std::size_t write(const std::variant<Document, Error>& input, const ClaimLine::Take& take) const {
    if (const auto* error = std::get_if<Error>(&input)) {
      take(error_line(*error));
      return 0;
    }
    const Document document = checker_.prepare(std::get<Document>(input));
    ClaimLine line(document, take);
    checker_.extract(document, [&](const Claim& claim) { line.add(claim); });
    line.end();
    return line.claims();
  }

  const Checker& checker_;
  unsigned jobs_;
  std::ostream& out_;
  std::vector<std::variant<Document, Error>> inputs_;
  std::size_t bytes_ = 0, claims_ = 0;
};

}  // namespace

int run_extract(const Options& options, Context& context) {
  if (options.paths.empty()) return fail(context, {"", "extract what? Name files, folders or -", Error::Cause::usage});
  if (options.outputs.size() > 1) return fail(context, {"", "extract writes one stream: give --format once", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  const std::string& name = options.outputs.front().file;
  std::ofstream file;
  if (!name.empty()) file.open(name, std::ios::binary | std::ios::trunc);
  std::ostream& out = name.empty() ? context.out : file;

  show_progress(options, context, checker, name.empty());
  Stream stream(checker, options.jobs, out);
  ReadOptions reading;
  reading.stdin_name = options.stdin_name;
  reading.standard_input = &context.in;
  if (context.progress) {
    reading.progress = [&](std::uintmax_t done, std::uintmax_t all) {
      context.progress->take(done, all);
      context.progress->step();
    };
  }
  reading.unique_ids = false;  // each line stands for itself, and the stream may have no end
  const ReadCounts counts = read_inputs(options.paths, reading,
                                        {[&](Document document) {
                                           stream.take(std::move(document));
                                           return stream.is_well();
                                         },
                                         [&](Error error) {
                                           complain(context, error);
                                           stream.take(std::move(error));
                                         }});
  stream.flush();
  if (!name.empty()) file.close();
  if (!name.empty() && !file) return fail(context, {name, "cannot be written", Error::Cause::usage});
  const std::size_t unreadable = unreadable_inputs(counts, options);
  close(context, options, checker, "closing.extract",
        {counted(checker, "article", counts.documents), counted(checker, "claim", stream.claims()),
         counted(checker, "unreadable", unreadable)});
  return status_of_inputs(counts, options);
}

}  // namespace mizan::cli
