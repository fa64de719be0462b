#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "mizan/store.hpp"
#include "store/claim_row.hpp"
#include "store/components.hpp"
#include "store/meetings.hpp"
#include "store/sqlite.hpp"
#include "store/store_file.hpp"

namespace mizan {
namespace {

using sqlite::Query;

constexpr std::string_view select_claims =
    "SELECT c.id, d.id, c.kind, c.in_title, c.\"begin\", c.\"end\", unit.text, rule.text, row.text, c.body"
    "  FROM claims AS c JOIN documents AS d ON d.number = c.document"
    "  LEFT JOIN strings AS unit ON unit.number = c.unit"
    "  LEFT JOIN strings AS rule ON rule.number = c.rule"
    "  LEFT JOIN strings AS row ON row.number = c.row";

class SqliteStore final : public Store {
 public:
  SqliteStore(std::string path, sqlite::Database database, std::string packs)
      : path_(std::move(path)), packs_(std::move(packs)), database_(std::move(database)) {}

  Status atomically(const std::function<Status()>& work) override {
    if (in_batch_) throw std::logic_error("Store::atomically does not nest");
    struct Batch {  // lets go of the flag also where `work` throws
      bool& flag;
      explicit Batch(bool& in_batch) : flag(in_batch) { flag = true; }
      Batch(const Batch&) = delete;
      Batch& operator=(const Batch&) = delete;
      ~Batch() { flag = false; }
    };
    return answer<std::monostate>([&]() -> Status {
      sqlite::Transaction transaction(database_, !database_.is_read_only());
      meetings_.forget();
      const Batch batch(in_batch_);
      auto done = work();
      if (!done) return done;
      expect_open_batch();
      transaction.commit();
      return done;
    });
  }

  Status put(const Document& document, const std::vector<Claim>& claims) override {
    return change<std::monostate>([&]() -> Status {
      const auto keys = keys_of(claims);
      const auto place = place_of(document);
      delete_document(document.id, place, {keys.begin(), keys.end()});
      const auto number = insert_document(document, place);
      for (const Claim& claim : claims) {
        if (claim.document != document.id) throw std::invalid_argument("claim " + claim.id + " is of another document than " + document.id);
        if (has_claim(claim.id)) return store_error(path_, "claim " + claim.id + " is in the store already");
        insert_claim(claim, number);
      }
      Query insert_key(database_, "INSERT INTO keys (key, document) VALUES (?1, ?2)");
      for (const auto key : keys) insert_key.bind(key, number).run();
      meetings_.forget({keys.begin(), keys.end()});
      return ok();
    });
  }

  Result<bool> remove(const std::string& document_id) override {
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
      for (const Edge& edge : edges) {
        if (!(edge.a < edge.b)) throw std::invalid_argument("edge " + edge.a + ", " + edge.b + " is not in order");
        const auto a = claim_number(edge.a), b = claim_number(edge.b);
        if (!a || !b) return store_error(path_, "an edge names claim " + (a ? edge.b : edge.a) + ", which is not in the store");
        insert.bind(*a, *b, std::int64_t{edge.score}, features_text(edge.features)).run();
      }
      return ok();
    });
  }

  Result<std::optional<Document>> document(const std::string& document_id, bool with_text) override {
    return answer<std::optional<Document>>([&]() -> Result<std::optional<Document>> {
      Query query(database_, with_text ? "SELECT id, source, lang, title, published, title_in_text, body_begin, text FROM documents WHERE id = ?1"
                                       : "SELECT id, source, lang, title, published, title_in_text, body_begin, '' FROM documents WHERE id = ?1");
      query.bind(document_id);
      return query.step() ? std::optional(read_document(query)) : std::nullopt;
    });
  }

  Result<std::vector<Document>> documents(bool with_text) override {
    return answer<std::vector<Document>>([&]() -> Result<std::vector<Document>> {
      Query query(database_, with_text ? "SELECT id, source, lang, title, published, title_in_text, body_begin, text FROM documents ORDER BY id"
                                       : "SELECT id, source, lang, title, published, title_in_text, body_begin, '' FROM documents ORDER BY id");
      std::vector<Document> list;
      while (query.step()) list.push_back(read_document(query));
      return list;
    });
  }

  Result<std::vector<Claim>> claims(const std::string& document_id) override {
    static const std::string sql =
        std::string(select_claims) + " WHERE d.id = ?1 ORDER BY c.in_title DESC, c.\"begin\", c.\"end\", c.id";
    return answer<std::vector<Claim>>([&]() -> Result<std::vector<Claim>> {
      Query query(database_, sql);
      query.bind(document_id);
      return read_claims(query);
    });
  }

  Result<std::vector<Claim>> all_claims() override {
    static const std::string sql = std::string(select_claims) + " ORDER BY c.id";
    return answer<std::vector<Claim>>([&]() -> Result<std::vector<Claim>> {
      Query query(database_, sql);
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
      Components components(database_, meetings_);
      for (const auto& id : documents)
        for (const auto claim : numbers_of("SELECT number FROM claims WHERE document = (SELECT number FROM documents WHERE id = ?1)", id))
          if (const auto component = components.around(claim); component.spans_documents) give(component, take);
      return ok();
    });
  }

  Result<std::vector<std::string>> neighbours(const std::string& document_id) override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> {
      learn_keys_anew();
      const auto number = document_number(document_id);
      return number ? ids_of(meetings_.of(*number)) : std::vector<std::string>();
    });
  }

  Result<std::vector<std::string>> unlinked() override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> { return ids_of(std::exchange(unlinked_, {})); });
  }

 private:
  /// Blocking keys of a document: those of its claims. The likes of headlines hardly have any, so they meet under all that they name.
  static std::set<std::int64_t> keys_of(const std::vector<Claim>& claims) {
    constexpr std::size_t few = 8;
    std::set<std::int64_t> keys;  // sorted, as the index wants them
    for (const Claim& claim : claims)
      for (const auto& key : claim.keys) keys.insert(blocking_key_hash(key));
    if (keys.size() >= few) return keys;
    for (const Claim& claim : claims) {
      for (const auto& stem : claim.context) keys.insert(blocking_key_hash("s:" + stem));
      for (const auto& anchor : claim.anchors) keys.insert(blocking_key_hash(anchor));
    }
    return keys;
  }

  /// Runs `work`; what SQLite refuses and what cannot be read becomes an Error that names the file.
  template <class T, class Work>
  Result<T> answer(Work work) {
    try {
      return work();
    } catch (const sqlite::Failure& failure) {
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
      auto result = work();
      if (result) transaction.commit();
      return result;
    });
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
    Query query(database_, "DELETE FROM documents WHERE id = ?1");
    query.bind(id).run();
    meetings_.forget();
    return true;
  }

  /// The number that the document has or will have: its dateline, then a hash of its id, so that documents of the same days stand side by side in every
  /// index and their order is that of no arrival.
  std::int64_t place_of(const Document& document) {
    constexpr int hash_bits = 40;
    constexpr std::int64_t year_zero = 1 << 20;  // days before 1970 are no less than 0
    const auto date = parse_edtf(document.published);
    const auto days = date ? interval(*date) : std::nullopt;
    const auto hash = static_cast<std::int64_t>(static_cast<std::uint64_t>(key_hash(document.id)) >> (64 - hash_bits));
    auto place = (days ? days->first + year_zero : 1) << hash_bits | hash;
    Query taken(database_, "SELECT 1 FROM documents WHERE number = ?1 AND id <> ?2");
    while (taken.bind(place, document.id).step()) {  // two ids of one hash on one day
      ++place;
      taken.restart();
    }
    return place;
  }

  std::int64_t insert_document(const Document& document, std::int64_t place) {
    const auto packs = number_of("SELECT number FROM packs WHERE hash = ?1", "INSERT INTO packs (hash) VALUES (?1)", packs_);
    Query query(database_, "INSERT INTO documents (number, id, content, packs, source, lang, published, title, title_in_text, body_begin, text)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    query.bind(place, document.id, sqlite::Blob{content_hash(document)}, packs, document.source, document.lang, document.published, document.title,
               std::int64_t{document.title_in_text}, std::int64_t{document.body_begin}, document.text);
    query.run();
    return place;
  }

  void insert_claim(const Claim& claim, std::int64_t document) {
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    const auto unit = interned(quantity ? quantity->unit : std::string());
    const auto rule = interned(claim.rule), row = interned(claim.row);
    Query query(database_, "INSERT INTO claims (id, document, kind, in_title, \"begin\", \"end\", unit, rule, row, body)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    query.bind(claim.id, document, static_cast<std::int64_t>(claim.kind), std::int64_t{claim.in_title},
               std::int64_t{index_of(claim.span.begin)}, std::int64_t{index_of(claim.span.end)}, unit, rule, row, claim_body(claim));
    query.run();
  }

  [[nodiscard]] bool has_claim(const std::string& id) { return claim_number(id).has_value(); }

  std::optional<std::int64_t> claim_number(const std::string& id) {
    Query query(database_, "SELECT number FROM claims WHERE id = ?1");
    query.bind(id);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
  }

  std::optional<std::int64_t> document_number(const std::string& id) {
    const auto found = numbers_of("SELECT number FROM documents WHERE id = ?1", id);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  std::vector<std::int64_t> numbers_of(std::string_view sql, const std::string& id) {
    Query query(database_, sql);
    query.bind(id);
    std::vector<std::int64_t> numbers;
    while (query.step()) numbers.push_back(query.integer(0));
    return numbers;
  }

  /// Sorted; what is not there any more is left out.
  std::vector<std::string> ids_of(const std::vector<std::int64_t>& numbers) {
    std::vector<std::string> ids;
    for (const auto number : numbers) {
      Query query(database_, "SELECT id FROM documents WHERE number = ?1");
      query.bind(number);
      if (query.step()) ids.emplace_back(query.text(0));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  /// Other connections may have written, unless a batch keeps them out.
  void learn_keys_anew() {
    if (!in_batch_) meetings_.forget();
  }

  /// Reads what the component names and hands it on.
  void give(const Component& component, const TakeComponent& take) {
    static const std::string sql = std::string(select_claims) + " WHERE c.number = ?1";
    std::vector<Claim> claims;
    std::unordered_map<std::int64_t, std::string> ids;
    for (const auto number : component.claims) {
      Query query(database_, sql);
      query.bind(number);
      for (auto& claim : read_claims(query)) {
        ids[number] = claim.id;
        claims.push_back(std::move(claim));
      }
    }
    std::vector<Edge> edges;
    for (const auto& link : component.links)
      edges.push_back({ids.at(link.a), ids.at(link.b), static_cast<std::int32_t>(link.score), features_from(link.features)});
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.id < b.id; });
    std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    take(claims, edges);
  }

  /// The number of a string, which is put in where it is new; an empty one is NULL.
  std::optional<std::int64_t> interned(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return number_of("SELECT number FROM strings WHERE text = ?1", "INSERT INTO strings (text) VALUES (?1)", text);
  }

  std::int64_t number_of(std::string_view select, std::string_view insert, const std::string& text) {
    Query known(database_, select);
    known.bind(text);
    if (known.step()) return known.integer(0);
    Query fresh(database_, insert);
    fresh.bind(text).run();
    return database_.last_insert_number();
  }

  static Document read_document(const Query& query) {
    return {.id = std::string(query.text(0)),
            .source = std::string(query.text(1)),
            .lang = std::string(query.text(2)),
            .title = std::string(query.text(3)),
            .published = std::string(query.text(4)),
            .text = std::string(query.text(7)),
            .title_in_text = query.integer(5) != 0,
            .body_begin = static_cast<std::uint32_t>(query.integer(6))};
  }

  static std::vector<Claim> read_claims(Query& query) {
    std::vector<Claim> list;
    while (query.step()) {
      list.push_back(claim_from_row({.id = query.text(0),
                                     .document = query.text(1),
                                     .kind = static_cast<Kind>(query.integer(2)),
                                     .in_title = query.integer(3) != 0,
                                     .begin = query.integer(4),
                                     .end = query.integer(5),
                                     .unit = query.text(6),
                                     .rule = query.text(7),
                                     .row = query.text(8)},
                                    query.text(9)));
    }
    return list;
  }

  std::string path_, packs_;
  sqlite::Database database_;
  Meetings meetings_{database_};
  std::vector<std::int64_t> unlinked_;  ///< documents by number
  bool in_batch_ = false;
};

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& path, StoreMode mode, const std::string& packs) {
  auto database = path == ":memory:" ? open_store_in_memory() : open_store_file(path, mode);
  if (!database) return database.error();
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, *std::move(database), packs));
}

Result<std::unique_ptr<Store>> copy_store(const std::string& path, const std::string& packs) {
  if (path == ":memory:") return open_store(path, StoreMode::write, packs);
  auto source = open_store_file(path, StoreMode::read);
  if (!source) return source.error();
  auto copy = copy_to_memory(path, *source);
  if (!copy) return copy.error();
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(path, *std::move(copy), packs));
}

}  // namespace mizan
