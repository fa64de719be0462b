#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "mizan/store.hpp"
#include "store/claim_row.hpp"
#include "store/sqlite.hpp"
#include "store/store_file.hpp"

namespace mizan {
namespace {

using sqlite::Query;

/// Documents that share fewer keys have too little in common to be one story, unless that is half of what a short one has.
constexpr std::int64_t kSharedKeys = 3;

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
      delete_document(document.id);
      const auto number = insert_document(document);
      std::set<std::int64_t> keys;  // sorted, as the index wants them
      for (const Claim& claim : claims) {
        if (claim.document != document.id) throw std::invalid_argument("claim " + claim.id + " is of another document than " + document.id);
        if (has_claim(claim.id)) return store_error(path_, "claim " + claim.id + " is in the store already");
        insert_claim(claim, number);
        for (const auto& key : claim.keys) keys.insert(key_hash(key));
      }
      Query insert_key(database_, "INSERT INTO keys (key, document) VALUES (?1, ?2)");
      for (const auto key : keys) insert_key.bind(key, number).run();
      return ok();
    });
  }

  Result<bool> remove(const std::string& document_id) override {
    return change<bool>([&]() -> Result<bool> { return delete_document(document_id); });
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

  Result<std::vector<Document>> documents(bool with_text) override {
    return answer<std::vector<Document>>([&]() -> Result<std::vector<Document>> {
      Query query(database_, with_text ? "SELECT id, source, lang, title, published, title_in_text, body_begin, text FROM documents ORDER BY id"
                                       : "SELECT id, source, lang, title, published, title_in_text, body_begin, '' FROM documents ORDER BY id");
      std::vector<Document> list;
      while (query.step()) {
        list.push_back({.id = std::string(query.text(0)),
                        .source = std::string(query.text(1)),
                        .lang = std::string(query.text(2)),
                        .title = std::string(query.text(3)),
                        .published = std::string(query.text(4)),
                        .text = std::string(query.text(7)),
                        .title_in_text = query.integer(5) != 0,
                        .body_begin = static_cast<std::uint32_t>(query.integer(6))});
      }
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

  Result<std::vector<std::string>> neighbours(const std::string& document_id) override {
    return answer<std::vector<std::string>>([&]() -> Result<std::vector<std::string>> {
      // CROSS JOIN keeps SQLite from choosing another order: from the document to its keys to their documents, all in indexes.
      Query query(database_, "SELECT d.id FROM (SELECT theirs.document AS number, count(*) AS shared"
                             "    FROM keys AS mine CROSS JOIN keys AS theirs ON theirs.key = mine.key AND theirs.document <> mine.document"
                             "    WHERE mine.document = (SELECT number FROM documents WHERE id = ?1) GROUP BY theirs.document) AS n"
                             "  JOIN documents AS d ON d.number = n.number"
                             "  WHERE n.shared >= ?2 OR (n.shared >= 2 AND ("
                             // No more keys are counted than decide: a document of many is none of few.
                             "        n.shared * 2 >= (SELECT count(*) FROM (SELECT 1 FROM keys WHERE document = n.number LIMIT ?3))"
                             "     OR n.shared * 2 >= (SELECT count(*) FROM (SELECT 1 FROM keys WHERE document = (SELECT number FROM documents WHERE id = ?1) LIMIT ?3))))");
      query.bind(document_id, kSharedKeys, kSharedKeys * 2);
      std::vector<std::string> ids;
      while (query.step()) ids.emplace_back(query.text(0));
      std::sort(ids.begin(), ids.end());
      return ids;
    });
  }

 private:
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

  bool delete_document(const std::string& id) {
    Query query(database_, "DELETE FROM documents WHERE id = ?1");  // takes claims, keys and edges along
    query.bind(id).run();
    return database_.changes() > 0;
  }

  std::int64_t insert_document(const Document& document) {
    const auto packs = number_of("SELECT number FROM packs WHERE hash = ?1", "INSERT INTO packs (hash) VALUES (?1)", packs_);
    Query query(database_, "INSERT INTO documents (id, content, packs, source, lang, published, title, title_in_text, body_begin, text)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    query.bind(document.id, sqlite::Blob{content_hash(document)}, packs, document.source, document.lang, document.published, document.title,
               std::int64_t{document.title_in_text}, std::int64_t{document.body_begin}, document.text);
    query.run();
    return database_.last_insert_number();
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
