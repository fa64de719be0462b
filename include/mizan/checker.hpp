#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/decision.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"
#include "mizan/result.hpp"
#include "mizan/store.hpp"

namespace mizan {

/// What a run was asked to do. Plain values: nothing behind src/cli/ reads argv or the environment.
struct CheckerOptions {
  std::filesystem::path facts;  ///< the folder of the packs
  std::filesystem::path image{};  ///< the packs compiled; empty: packs.image beside the folder. Used where it is of the folder's very files, else passed over
  std::vector<std::string> references{};  ///< files of reference facts, or names of packs in facts/reference/, that every report holds the articles against
  std::string lang;             ///< language of documents that declare none; empty: recognise it
  std::string published;        ///< dateline of documents that carry none
  std::string ui_lang = "en";   ///< language of labels and reasons: a pack's tag
  unsigned jobs = 1;            ///< threads that documents are read on where many are added; changes nothing else
  /// asked between documents that are added, on any thread: true ends it with Error::Cause::interrupted, and nothing of them is stored
  std::function<bool()> should_stop{};
};

struct Summary {
  std::size_t documents = 0, claims = 0, facts = 0, agree = 0, conflict = 0, update = 0, checks = 0;
  std::size_t dismissed = 0;  ///< facts and checks whose findings editors found to be none; they count nowhere else
};

/// Everything that a report format shows. Sorted; the same on every run.
struct Report {
  std::vector<Document> documents;  ///< with text: formats quote the sentence around a claim
  std::vector<Claim> claims;
  std::vector<Fact> facts;
  std::vector<CheckFinding> checks;
  Summary summary;
  std::vector<Error> unreadable{};  ///< inputs that could not be read, whoever read them: so nothing here speaks of them
  bool has_baseline = false;  ///< findings were held against a baseline: what is not known is new
};

/// One language that the packs know.
struct LanguageInfo {
  std::string tag, name, script;
  std::size_t words = 0;  ///< entries over all of its lists
};

/// A rule of a pack, as it is written there.
struct RuleInfo {
  std::string name;  ///< as Claim::rule has it: en/count.rules:unit
  std::string file;  ///< en/count.rules
  std::string makes, pattern, example;
  std::size_t line = 0;
};

/// One row of a pack's file: what each column holds.
struct PackRowInfo {
  std::string file;
  std::size_t line = 0;
  std::vector<std::pair<std::string, std::string>> cells;  ///< by name of the column
};

/// One step of reading, for `mizan show --stage`.
struct StageLine {
  Span span;
  std::string text, what;
};
enum class Stage { folded, tokens, mentions, claims };

/// The pipeline: documents to claims to facts. Immutable after `open`; `extract` may run on many threads.
class Checker {
 public:
  /// Reads the packs. Errors name pack file and row.
  [[nodiscard]] static Result<Checker> open(const CheckerOptions& options);
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  /// The document with language and dateline settled as the options say. `published` that is no ISO date becomes empty.
  [[nodiscard]] Document prepare(Document document) const;
  /// Claims of a prepared document, in order of place, title first. Pure. Too long a document (over 1 GiB) throws.
  [[nodiscard]] std::vector<Claim> extract(const Document& document) const;
  /// The same, each claim as it is read: what is held does not grow with their number.
  void extract(const Document& document, const std::function<void(Claim&&)>& take) const;
  /// Claims of a prepared document that somebody else has read, by place, with what they do not bring worked out from the text: topic, context, blocking keys.
  [[nodiscard]] std::vector<Claim> complete(const Document& document, std::vector<Claim> claims) const;
  /// Puts prepared documents with their claims and edges into the store, all in one transaction; documents that the store
  /// holds unchanged are left alone. Returns how many were put.
  [[nodiscard]] Result<std::size_t> add(Store& store, const std::vector<Document>& documents) const { return add(store, documents, {}); }
  /// The same, but documents that `given` has claims of are not read. `read` is told of each document whose claims are there, on the thread that read it.
  [[nodiscard]] Result<std::size_t> add(Store& store, const std::vector<Document>& documents, const std::map<std::string, std::vector<Claim>>& given,
                                        const std::function<void()>& read = {}) const;
  /// Takes a document out; false where there is none of that id. Documents that it kept apart are compared.
  [[nodiscard]] Result<bool> remove(Store& store, const std::string& document_id) const;
  /// Keeps the decisions in the store, all or none. Those on two claims bind at once, and again whenever one of the two documents is added.
  [[nodiscard]] Status decide(Store& store, const std::vector<Decision>& decisions) const;
  /// Takes a decision back, by its finding or its two claims; false where there is none. Notes are taken back one by one.
  [[nodiscard]] Result<bool> withdraw(Store& store, const Decision& decision) const;
  /// The facts that the store's claims tell, each with its claims as soon as it is judged, in no order that means anything: what is held at a time is what edges
  /// join. Fact::id is empty. Where `touched` is not empty, only facts that touch one of these documents.
  [[nodiscard]] Status compare(Store& store, const std::set<std::string>& touched, const std::function<void(Fact, const std::vector<const Claim*>&)>& take) const;
  /// Aligned and judged. Where `touched` is not empty, only facts and checks that touch one of these documents,
  /// and of other documents no claim but those of such facts: then nothing grows with the store.
  [[nodiscard]] Result<Report> report(Store& store, const std::set<std::string>& touched = {}) const;
  /// What one step made of the document's text.
  [[nodiscard]] std::vector<StageLine> stage(const Document& document, Stage stage) const;

  /// Why two claims of documents in the store are taken for one fact, or not.
  [[nodiscard]] Result<PairVerdict> verdict(Store& store, const Claim& a, const Claim& b) const;

  [[nodiscard]] std::vector<LanguageInfo> languages() const;
  /// All rules of all packs, by language and file, in the order of their rows.
  [[nodiscard]] std::vector<RuleInfo> rules() const;
  /// The row of a file of the packs (`en/units.tsv`, from 1). Errors: no such file, no entry in that row.
  [[nodiscard]] Result<PackRowInfo> pack_row(const std::string& file, std::size_t line) const;
  /// Identifies the packs: a hash over their bytes.
  [[nodiscard]] const std::string& packs() const;
  /// The image that the packs were mapped from, or why they were compiled in memory, which takes ten times as long.
  [[nodiscard]] const std::string& packs_origin() const;
  /// A word of the user interface (facts/<ui_lang>/messages.tsv), by key; the key itself where there is none.
  [[nodiscard]] std::string message(const std::string& key) const;

 private:
  struct Impl;
  explicit Checker(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mizan
