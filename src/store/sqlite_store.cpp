#include <algorithm>
#include <compare>
#include <set>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "mizan/store.hpp"
#include "store/claim_row.hpp"
#include "store/components.hpp"
#include "store/decision_row.hpp"
#include "store/meetings.hpp"
#include "store/packed_claim.hpp"
#include "store/postings.hpp"
#include "store/rows.hpp"
#include "store/sqlite.hpp"
#include "store/store_file.hpp"

namespace mizan {
namespace {

using sqlite::Query;

class SqliteStore final : public Store {
 public:
  SqliteStore(std::string path, sqlite::Database database, std::string packs)
      : path_(std::move(path)), packs_(std::move(packs)), database_(std::move(database)) {}

  Status atomically(const std::function<Status()>& work) override {
    if (in_batch_) throw std::logic_error("Store::atomically does not nest");
    struct Batch {  // ends also where `work` throws
      SqliteStore& store;
      explicit Batch(SqliteStore& begun) : store(begun) { store.in_batch_ = true; }
      Batch(const Batch&) = delete;
      Batch& operator=(const Batch&) = delete;
      ~Batch() {
        store.in_batch_ = false;
        store.waiting_keys_.clear();
      }
    };
    return answer<std::monostate>([&]() -> Status {
      sqlite::Transaction transaction(database_, !database_.is_read_only());
      learn_keys_anew();
      met_.clear();
      strings_.clear();
      const Batch batch(*this);
      auto done = undone_at_failure(work);
      if (!done) return done;
      expect_open_batch();
      put_waiting_keys();
      transaction.commit();
      return done;
    });
  }

  Status put(const Document& document, const std::vector<Claim>& claims) override {
    if (auto ready = expect_keys_of(document.id); !ready) return ready;
    return change<std::monostate>([&]() -> Status {
      const auto keys = keys_of(claims);
      const auto place = place_of(database_, document);
      delete_document(document.id, place, keys);
      const auto number = insert_document(database_, packs_, document, place, keys);
      for (const Claim& claim : claims) {
        if (claim.document != document.id) throw std::invalid_argument("claim " + claim.id + " is of another document than " + document.id);
        if (claim_number(database_, claim.id)) return store_error(path_, "claim " + claim.id + " is in the store already");
        insert_claim(database_, strings_, claim, number);
      }
      const bool is_one_poor = are_poor(keys);
      for (const auto key : keys) waiting_keys_.push_back({key, posting_of(number, is_one_poor)});
      if (!in_batch_) put_waiting_keys();
      meetings_.forget_come(number, keys);
      return ok();
    });
  }

  Status put_sketch(const std::string& document_id, const std::string& sketch) override {
    return change<std::monostate>([&]() -> Status {
      Query update(database_, "UPDATE documents SET sketch = ?2 WHERE id = ?1");
      update.bind(document_id, sqlite::Blob{sketch}).run();
      if (database_.changes() == 0) return store_error(path_, "a sketch names document " + document_id + ", which is not in the store");
      return ok();
    });
  }

  Result<bool> remove(const std::string& document_id) override {
    if (auto ready = expect_keys_of(document_id); !ready) return ready.error();
    return change<bool>([&]() -> Result<bool> { return delete_document(document_id, 0, {}); });
  }

  Result<bool> holds(const Document& document) override {
    return answer<bool>([&]() -> Result<bool> {
      Query query(database_, "SELECT d.content, p.hash FROM documents AS d JOIN packs AS p ON p.number = d.packs WHERE d.id = ?1");
      query.bind(document.id);
      return query.step() && query.text(0) == content_hash(document) && query.text(1) == packs_;
    });
  }

  Status put_edges(const std::vector<Edge>& edges) override {
    return change<std::monostate>([&]() -> Status {
      Query insert(database_, "INSERT INTO edges (a, b, score, features) VALUES (?1, ?2, ?3, ?4)"
                              " ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, features = excluded.features");
      std::unordered_map<std::string_view, std::optional<std::int64_t>> numbers;  // edges of one document name its claims again and again
      const auto number_of_claim = [&](const std::string& id) {
        const auto [known, is_new] = numbers.try_emplace(id);
        if (is_new) known->second = claim_number(database_, id);
        return known->second;
      };
      for (const Edge& edge : edges) {
        if (!(edge.a < edge.b)) throw std::invalid_argument("edge " + edge.a + ", " + edge.b + " is not in order");
        const auto a = number_of_claim(edge.a), b = number_of_claim(edge.b);
        if (!a || !b) return store_error(path_, "an edge names claim " + (a ? edge.b : edge.a) + ", which is not in the store");
        insert.bind(*a, *b, std::int64_t{edge.score}, features_text(edge.features)).run();
      }
      return ok();
    });
  }

  Status drop_edge(const std::string& a, const std::string& b) override {
    return change<std::monostate>([&]() -> Status {
      Query forget(database_, "DELETE FROM edges WHERE a = ?1 AND b = ?2");
      forget.bind(claim_number(database_, a), claim_number(database_, b)).run();
      return ok();
    });
  }

  Status put_decision(const Decision& decision) override {
    return change<std::monostate>([&]() -> Status {
      write_decision(database_, decision);
      return ok();
    });
  }

  Result<bool> drop_decision(const Decision& decision) override {
    return change<bool>([&]() -> Result<bool> { return erase_decision(database_, decision); });
  }

  Result<std::vector<Decision>> decisions() override {
    return answer<std::vector<Decision>>([&]() -> Result<std::vector<Decision>> { return read_decisions(database_); });
  }

  Result<std::optional<Document>> document(const std::string& document_id, bool with_text) override {
    return answer<std::optional<Document>>([&]() -> Result<std::optional<Document>> {
      Query query(database_, select_documents(with_text) + " WHERE number = ?1");
      query.bind(document_number(document_id));
      return query.step() ? std::optional(read_document(query)) : std::nullopt;
    });
  }

  Result<std::vector<Document>> documents(bool with_text) override {
    return answer<std::vector<Document>>([&]() -> Result<std::vector<Document>> {
      Query query(database_, select_documents(with_text) + " ORDER BY id");
      std::vector<Document> list;
      while (query.step()) list.push_back(read_document(query));
      return list;
    });
  }

  Result<std::vector<Claim>> claims(const std::string& document_id) override {
    return answer<std::vector<Claim>>([&]() -> Result<std::vector<Claim>> {
      const auto number = document_number(document_id);
      Query count(database_, "SELECT count(*) FROM claims WHERE document = ?1"), query(database_, "SELECT id, packed FROM claims WHERE document = ?1");
      count.bind(number);
      query.bind(number);
      auto claims = read_claims(query, count.step() ? static_cast<std::size_t>(count.integer(0)) : 0);
      const auto place = [](const Claim& claim) { return std::tuple(!claim.in_title, claim.span, std::string_view(claim.id)); };
      const auto is_before = [&](const Claim& a, const Claim& b) { return place(a) < place(b); };
      if (!std::is_sorted(claims.begin(), claims.end(), is_before)) std::sort(claims.begin(), claims.end(), is_before);  // claims are large: as a rule none need be moved
      return claims;
    });
  }

  Result<std::vector<Claim>> all_claims() override {
    return answer<std::vector<Claim>>([&]() -> Result<std::vector<Claim>> {
      Query query(database_, "SELECT id, packed FROM claims ORDER BY id");
      return read_claims(query);
    });
  }

  Result<std::vector<Edge>> edges() override {
    return answer<std::vector<Edge>>([&]() -> Result<std::vector<Edge>> {
      Query query(database_, "SELECT a.id, b.id, e.score, e.features FROM edges AS e"
                             "  JOIN claims AS a ON a.number = e.a JOIN claims AS b ON b.number = e.b ORDER BY a.id, b.id");
      std::vector<Edge> list;
      while (query.step()) {
        list.push_back({std::string(query.text(0)), std::string(query.text(1)), static_cast<std::int32_t>(query.integer(2)),
                        features_from(query.text(3))});
      }
      return list;
    });
  }

  Status each_component(const TakeComponent& take) override {
    return answer<std::monostate>([&]() -> Status {
      learn_keys_anew();
      Components(database_, meetings_).each([&](const Component& component) { give(component, take); });
      return ok();
    });
  }

  Status each_component(const std::set<std::string>& documents, const TakeComponent& take) override {
    return answer<std::monostate>([&]() -> Status {
      learn_keys_anew();
      sqlite::Transaction reading(database_, false);  // else each of thousands of small questions locks the file anew
      Components components(database_, meetings_);
      for (const auto& id : documents)
        for (const auto claim : numbers_of(database_, "SELECT number FROM claims WHERE document = (SELECT number FROM documents WHERE id = ?1)", id))
          if (const auto component = components.around(claim); component.spans_documents) give(component, take);
      reading.commit();
      return ok();
    });
  }

  Result<std::vector<std::string>> neighbours(const std::string& document_id) override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> {
      learn_keys_anew();
      const auto number = document_number(document_id);
      return number ? ids_of(database_, meetings_.of(*number)) : std::vector<std::string>();
    });
  }

  Result<std::vector<std::string>> neighbours(const std::string& document_id, const MayBeAlike& may_be_alike) override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> {
      learn_keys_anew();
      std::vector<std::string> ids;
      const auto number = document_number(document_id);
      if (!number) return ids;
      std::string mine;
      look_at_sketch(*number, [&](std::string_view, std::string_view sketch) { mine = sketch; });
      for (const auto other : meetings_.of(*number))
        look_at_sketch(other, [&](std::string_view id, std::string_view sketch) {
          if (!may_be_alike(mine, sketch)) return;
          ids.emplace_back(id);
          note_met(ids.back(), other);
        });
      std::sort(ids.begin(), ids.end());
      return ids;
    });
  }

  Result<std::vector<std::string>> stale() override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> {
      Query query(database_, "SELECT d.id FROM documents AS d JOIN packs AS p ON p.number = d.packs WHERE p.hash <> ?1 ORDER BY d.id");
      query.bind(packs_);
      std::vector<std::string> ids;
      while (query.step()) ids.emplace_back(query.text(0));
      return ids;
    });
  }

  Result<std::vector<std::string>> unlinked() override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> { return ids_of(database_, std::exchange(unlinked_, {})); });
  }

 private:
  /// Runs `work`; what SQLite refuses and what cannot be read becomes an Error that names the file.
  template <class T, class Work>
  Result<T> answer(Work work) {
    try {
      return work();
    } catch (const sqlite::Failure& failure) {
      forget_what_was_learnt();  // a commit may have failed
      return store_error(path_, failure);
    } catch (const UnreadableRow& row) {
      return store_error(path_, std::string("is damaged: ") + row.what());
    }
  }

  /// Runs `work`, all of it or nothing.
  template <class T, class Work>
  Result<T> change(Work work) {
    return answer<T>([&]() -> Result<T> {
      if (in_batch_) expect_open_batch();
      sqlite::Transaction transaction(database_, true);
      auto result = undone_at_failure(work);
      if (result) transaction.commit();
      return result;
    });
  }

  void forget_what_was_learnt() {
    meetings_.forget();
    met_.clear();
    strings_.clear();
  }

  /// What was learnt of documents and keys that are taken back is not so.
  template <class Work>
  std::invoke_result_t<const Work&> undone_at_failure(const Work& work) {
    struct Forget {
      SqliteStore& store;
      bool is_done = false;
      explicit Forget(SqliteStore& changed) : store(changed) {}
      Forget(const Forget&) = delete;
      Forget& operator=(const Forget&) = delete;
      ~Forget() {
        if (!is_done) store.forget_what_was_learnt();
      }
    } forget(*this);
    auto result = work();
    forget.is_done = static_cast<bool>(result);
    return result;
  }

  /// SQLite ends a transaction by itself where it cannot go on (the disk is full). What followed would then be stored without the rest.
  void expect_open_batch() const {
    if (!database_.in_transaction()) throw sqlite::Failure(SQLITE_ABORT, "the batch was undone by an earlier failure");
  }

  /// Takes it out with claims, keys and edges. Where it will be put in again at the same place, with the `kept` keys, these still part who they parted.
  bool delete_document(const std::string& id, std::int64_t place, const std::vector<std::int64_t>& kept) {
    const auto number = document_number(id);
    if (!number) return false;
    const auto others = meetings_.brought_together_without(*number, *number == place ? kept : std::vector<std::int64_t>());
    unlinked_.insert(unlinked_.end(), others.begin(), others.end());
    const auto keys = meetings_.keys_of_document(*number);
    Postings postings(database_);
    for (const auto key : keys) postings.erase(key, *number);
    Query query(database_, "DELETE FROM documents WHERE number = ?1");
    query.bind(*number).run();
    meetings_.forget_gone(*number, keys);
    met_.erase(id);
    return true;
  }

  std::optional<std::int64_t> document_number(const std::string& id) {
    if (!in_batch_) met_.clear();  // others may have written
    if (const auto known = met_.find(id); known != met_.end()) return known->second;
    const auto found = numbers_of(database_, "SELECT number FROM documents WHERE id = ?1", id);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  /// Keys go into their table sorted, those of many documents at once: each page of it is then written once, and not for every document anew.
  void put_waiting_keys() {
    if (waiting_keys_.empty()) return;
    std::sort(waiting_keys_.begin(), waiting_keys_.end());
    Postings(database_).add(std::exchange(waiting_keys_, {}));
  }

  /// Who takes a document out asks who met whom by its keys. Before the change begins: those of other documents stay where it fails.
  Status expect_keys_of(const std::string& document_id) {
    return answer<std::monostate>([&]() -> Status {
      if (!waiting_keys_.empty() && document_number(document_id)) put_waiting_keys();
      return ok();
    });
  }

  /// What is asked of the keys now is to be true: those that wait are put in, and what was learnt is forgotten where other connections may have written,
  /// from which a batch keeps them.
  void learn_keys_anew() {
    put_waiting_keys();
    if (in_batch_) return;
    Query query(database_, "PRAGMA data_version");
    const auto version = query.step() ? std::optional(query.integer(0)) : std::nullopt;
    if (version != data_version_) meetings_.forget();
    data_version_ = version;
  }

  /// Shows `look` the id and the sketch where they lie: most of those that meet are not alike, and nothing of them is kept.
  template <class Look>
  void look_at_sketch(std::int64_t document, Look look) {
    Query query(database_, "SELECT id, sketch FROM documents WHERE number = ?1");
    query.bind(document);
    if (!query.step()) throw UnreadableRow("a key of no document");
    look(query.text(0), query.text(1));
  }
  void note_met(const std::string& id, std::int64_t document) {
    constexpr std::size_t most = 1u << 14;
    if (met_.size() >= most) met_.clear();
    met_.insert_or_assign(id, document);
  }

  /// Reads what the component names and hands it on.
  void give(const Component& component, const TakeComponent& take) {
    std::vector<Claim> claims;
    claims.reserve(component.claims.size());
    std::unordered_map<std::int64_t, std::string> ids;
    for (const auto number : component.claims) {
      Query query(database_, "SELECT id, packed FROM claims WHERE number = ?1");
      query.bind(number);
      if (!query.step()) continue;
      claims.push_back(unpack_claim(query.text(0), query.text(1)));
      ids[number] = claims.back().id;
    }
    std::vector<Edge> edges;
    for (const auto& link : component.links)
      edges.push_back({ids.at(link.a), ids.at(link.b), static_cast<std::int32_t>(link.score), features_from(link.features)});
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.id < b.id; });
    std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    take(claims, edges);
  }

  std::string path_, packs_;
  sqlite::Database database_;
  Meetings meetings_{database_};
  std::vector<std::int64_t> unlinked_;  ///< documents by number
  std::optional<std::int64_t> data_version_;  ///< of the file, when what Meetings knows was learnt
  std::unordered_map<std::string, std::int64_t> met_;  ///< numbers of neighbours just named: they are asked for next
  Interned strings_;
  std::vector<Postings::Entry> waiting_keys_;  ///< of documents put in by the batch
  bool in_batch_ = false;
};

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& path, StoreMode mode, const std::string& packs, std::chrono::milliseconds wait) {
  auto database = path == ":memory:" ? open_store_in_memory() : open_store_file(path, mode, wait);
  if (!database) return database.error();
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, *std::move(database), packs));
}

Result<std::unique_ptr<Store>> open_store_over(const std::string& path, const std::string& packs, std::chrono::milliseconds wait) {
  if (path == ":memory:") return open_store(path, StoreMode::write, packs);
  auto overlay = open_store_overlay(path, wait);
  if (!overlay) return overlay.error();
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, *std::move(overlay), packs));
}

}  // namespace mizan
