#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/decision.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// Where documents, their claims and the edges between claims are kept. What goes in owns its bytes.
/// Every function that fails leaves the store as it was and says file and reason (Error::Cause::store).
/// Lists come back sorted by id, so that nothing depends on the order of arrival.
class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` in one transaction: all of it is stored, or, where it fails or throws, nothing. Does not nest.
  virtual Status atomically(const std::function<Status()>& work) = 0;

  /// Puts a document with its claims in. One of the same id is replaced: its claims, keys and edges go.
  virtual Status put(const Document& document, const std::vector<Claim>& claims) = 0;
  /// Keeps with the document what comparison made of it to tell documents apart at a glance; until then, and after the next put, it is empty.
  virtual Status put_sketch(const std::string& document_id, const std::string& sketch) = 0;
  /// Takes a document with its claims, keys and edges out. False where there is none of that id.
  virtual Result<bool> remove(const std::string& document_id) = 0;
  /// Does the store hold this document with just this content (every field)? Its claims were read with the same packs.
  virtual Result<bool> holds(const Document& document) = 0;
  /// Adds edges; an edge between the same two claims is replaced. Both claims must be in the store.
  virtual Status put_edges(const std::vector<Edge>& edges) = 0;

  /// Forgets the edge between two claims, if there is one.
  virtual Status drop_edge(const std::string& a, const std::string& b) = 0;

  /// Keeps a decision. What was decided before about the same finding or claims is replaced; a note stands beside others.
  virtual Status put_decision(const Decision& decision) = 0;
  /// Forgets it, by its finding or claims; a note also by author, day and text. False where there is none.
  virtual Result<bool> drop_decision(const Decision& decision) = 0;
  /// All decisions, by finding and claims, notes behind them.
  virtual Result<std::vector<Decision>> decisions() = 0;

  /// One document, without its text unless `with_text`; nothing where there is none of that id.
  virtual Result<std::optional<Document>> document(const std::string& document_id, bool with_text) = 0;
  /// All documents, without their text unless `with_text`.
  virtual Result<std::vector<Document>> documents(bool with_text) = 0;
  /// Claims of one document, by place in the text (title first); empty where there is none of that id.
  virtual Result<std::vector<Claim>> claims(const std::string& document_id) = 0;
  virtual Result<std::vector<Claim>> all_claims() = 0;
  /// All edges that were put and whose claims are still there.
  virtual Result<std::vector<Edge>> edges() = 0;
  /// Claims of two or more documents that edges join, directly or over others, with these edges, one such group at a time; all of them, or those with a claim of
  /// one of `documents`. Both lists are sorted by id. Edges between documents that are no neighbours any more are left out.
  using TakeComponent = std::function<void(const std::vector<Claim>& claims, const std::vector<Edge>& edges)>;
  virtual Status each_component(const TakeComponent& take) = 0;
  virtual Status each_component(const std::set<std::string>& documents, const TakeComponent& take) = 0;
  /// The other documents that have enough in common with `document_id` to be compared, sorted: three blocking keys, or fewer that are half of those
  /// of a short one; of two languages only those count that both may have. A key that more than some dozens of documents have counts between those alone that
  /// stand near each other in time.
  virtual Result<std::vector<std::string>> neighbours(const std::string& document_id) = 0;
  /// Those of them of which the two sketches say that they may be alike, its own first. Nothing else of the others is read.
  using MayBeAlike = std::function<bool(std::string_view mine, std::string_view theirs)>;
  virtual Result<std::vector<std::string>> neighbours(const std::string& document_id, const MayBeAlike& may_be_alike) = 0;
  /// Documents whose claims were read with other packs than those of this connection, sorted.
  virtual Result<std::vector<std::string>> stale() = 0;
  /// Documents that may have got neighbours they were not compared with, since others were taken out or replaced on this connection; sorted, told once.
  virtual Result<std::vector<std::string>> unlinked() = 0;
};

/// How long a process waits for another one to let go of a store.
inline constexpr std::chrono::milliseconds default_store_wait{10'000};

/// How to open a store file.
enum class StoreMode { read, write };
/// Opens `path`, ":memory:" allowed. `write` creates a missing file and migrates an older schema; `read` never writes.
/// `packs` identifies the knowledge that claims are read with (a hash): claims of other packs are stale, `holds` says no.
/// One process writes at a time, and nobody reads while it puts its changes into the file: others wait, `wait` at most.
/// Errors: missing (read), not writable, no Mizan store, newer schema, locked, damaged; each names the file.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& path, StoreMode mode, const std::string& packs,
                                                        std::chrono::milliseconds wait = default_store_wait);
/// What the file holds, to be written over in memory: the file itself is only read, and no more of it than is asked for. As long as the store is open other
/// processes may read the file but not write to it.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store_over(const std::string& path, const std::string& packs,
                                                             std::chrono::milliseconds wait = default_store_wait);

/// What a store file is, without reading its articles.
struct StoreInfo {
  std::int64_t schema = 0, size_bytes = 0, documents = 0, claims = 0, edges = 0, decisions = 0, notes = 0;
  std::int64_t stale = 0;  ///< documents read with other packs than those asked about
  std::string first_published, last_published;  ///< YYYY-MM-DD; empty where no document has a dateline
};
[[nodiscard]] Result<StoreInfo> describe_store(const std::string& path, const std::string& packs, std::chrono::milliseconds wait = default_store_wait);
/// Is everything in the file as a Store leaves it? What is not, a line each; nothing where all is well. Only reads.
[[nodiscard]] Result<std::vector<std::string>> verify_store(const std::string& path, std::chrono::milliseconds wait = default_store_wait);
/// Copies the store as it is at one moment, also while others use it. `to` is replaced only once the copy is whole.
[[nodiscard]] Status back_up_store(const std::string& path, const std::string& to, std::chrono::milliseconds wait = default_store_wait);

}  // namespace mizan
