#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include "mizan/store.hpp"
#include "store/claim_row.hpp"
#include "store/decision_row.hpp"
#include "store/packed_claim.hpp"
#include "store/postings.hpp"
#include "store/sqlite.hpp"
#include "store/store_file.hpp"

// What is done to a store as a file: told about, verified, copied.

namespace mizan {
namespace {

namespace fs = std::filesystem;
using sqlite::Query;

constexpr std::size_t most_told = 20;

/// Runs `work` on the store, which is only read and keeps still meanwhile; what SQLite refuses becomes an Error.
template <class T, class Work>
Result<T> reading(const std::string& path, std::chrono::milliseconds wait, Work work) try {
  auto database = open_store_file(path, StoreMode::read, wait);
  if (!database) return database.error();
  const sqlite::Transaction transaction(*database, false);
  return work(*database);
} catch (const sqlite::Failure& failure) {
  return store_error(path, failure);
} catch (const UnreadableRow& row) {
  return store_error(path, std::string("is damaged: ") + row.what());
}

std::int64_t number(sqlite::Database& database, std::string_view sql) {
  Query query(database, sql);
  return query.step() ? query.integer(0) : 0;
}

/// Collects what is wrong; of a damage without end the first lines say enough.
class Complaints {
 public:
  void add(std::string what) {
    if (list.size() < most_told) list.push_back(std::move(what));
  }
  [[nodiscard]] bool are_enough() const { return list.size() >= most_told; }
  std::vector<std::string> list;
};

/// What SQLite itself finds: pages, indexes, rows that name rows which are not there.
void verify_file(sqlite::Database& database, Complaints& complaints) {
  Query integrity(database, "PRAGMA integrity_check(20)");
  while (integrity.step())
    if (integrity.text(0) != "ok") complaints.add(std::string(integrity.text(0)));
  Query foreign(database, "PRAGMA foreign_key_check");
  while (foreign.step() && !complaints.are_enough()) {
    complaints.add("a row of " + std::string(foreign.text(0)) + " names one of " + std::string(foreign.text(2)) + " that is not there");
  }
}

/// Rows that belong to no document, which no foreign key forbids.
void verify_belonging(sqlite::Database& database, Complaints& complaints) {
  struct Question {
    const char *sql, *what;
  };
  constexpr std::array<Question, 3> questions{{
      {"SELECT count(*) FROM documents WHERE number NOT IN (SELECT document FROM texts)", "documents without a text"},
      {"SELECT count(*) FROM edges AS e WHERE NOT EXISTS (SELECT 1 FROM claims AS a, claims AS b WHERE a.number = e.a AND b.number = e.b AND a.id < b.id)",
       "edges that do not join two claims in order"},
      {"SELECT count(*) FROM decisions WHERE (finding = '') = (a = '') OR (a = '') <> (b = '')", "decisions about neither a finding nor two claims"},
  }};
  for (const auto& question : questions)
    if (const auto count = number(database, question.sql); count > 0) complaints.add(std::to_string(count) + " " + question.what);
}

/// The documents under each key are there, and in order.
void verify_postings(sqlite::Database& database, Complaints& complaints) {
  std::vector<std::int64_t> documents;
  Query all(database, "SELECT number FROM documents ORDER BY number");
  while (all.step()) documents.push_back(all.integer(0));
  std::size_t strangers = 0, astray = 0;
  std::optional<Postings::Entry> before;
  Query blocks(database, "SELECT key, first, documents FROM keys ORDER BY key, first");
  while (blocks.step()) {
    const auto key = blocks.integer(0), first = blocks.integer(1);
    for (const auto posting : postings_from(blocks.text(2))) {
      const Postings::Entry entry{key, posting};
      if (document_of(posting) < first || (before && !(*before < entry))) ++astray;
      if (!std::binary_search(documents.begin(), documents.end(), document_of(posting))) ++strangers;
      before = entry;
    }
  }
  if (strangers > 0) complaints.add(std::to_string(strangers) + " blocking keys of no document");
  if (astray > 0) complaints.add(std::to_string(astray) + " blocking keys in no order");
}

/// The keys that the document itself keeps are those under which it is found.
void verify_keys(sqlite::Database& database, std::int64_t document, const std::string& id, std::string_view blob, Complaints& complaints) {
  Postings postings(database);
  const auto keys = keys_from(blob);
  const auto posting = posting_of(document, are_poor(keys));
  if (!std::all_of(keys.begin(), keys.end(), [&](std::int64_t key) { return postings.has(key, posting); }))
    complaints.add("document " + id + " is not found under one of its blocking keys");
}

/// Every claim can be read, is of its document and quotes its text.
void verify_claims(sqlite::Database& database, std::int64_t number, const Document& document, Complaints& complaints) {
  Query claims(database, "SELECT id, packed, in_title, \"begin\", \"end\" FROM claims WHERE document = ?1 ORDER BY id");
  claims.bind(number);
  while (claims.step() && !complaints.are_enough()) {
    const std::string id(claims.text(0));
    try {
      const Claim claim = unpack_claim(claims.text(0), claims.text(1));
      const std::string& text = claim.in_title ? document.title : document.text;
      const bool is_same = claim.in_title == (claims.integer(2) != 0) && index_of(claim.span.begin) == claims.integer(3) &&
                           index_of(claim.span.end) == claims.integer(4);
      if (claim.document != document.id) complaints.add("claim " + id + " says that it is of " + claim.document);
      else if (!is_same) complaints.add("claim " + id + " stands elsewhere than its columns say");
      else if (claim.span.end < claim.span.begin || index_of(claim.span.end) > text.size() || slice(text, claim.span) != claim.quote)
        complaints.add("the quote of claim " + id + " does not stand in its text");
    } catch (const UnreadableRow& row) {
      complaints.add("claim " + id + " cannot be read: " + row.what());
    }
  }
}

void verify_documents(sqlite::Database& database, Complaints& complaints) {
  Query documents(database, "SELECT number, id, source, lang, title, published, title_in_text, body_begin, text, keys"
                            " FROM documents JOIN texts ON document = number ORDER BY number");
  while (documents.step() && !complaints.are_enough()) {
    const Document document{.id = std::string(documents.text(1)),
                            .source = std::string(documents.text(2)),
                            .lang = std::string(documents.text(3)),
                            .title = std::string(documents.text(4)),
                            .published = std::string(documents.text(5)),
                            .text = std::string(documents.text(8)),
                            .title_in_text = documents.integer(6) != 0,
                            .body_begin = static_cast<std::uint32_t>(documents.integer(7))};
    verify_keys(database, documents.integer(0), document.id, documents.text(9), complaints);
    verify_claims(database, documents.integer(0), document, complaints);
  }
}

void remove_file(const std::string& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
}

/// Goes unless it is renamed away: a half copy is of no use to anybody.
struct Partial {
  std::string path;
  explicit Partial(std::string name) : path(std::move(name)) { remove_file(path); }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;
  ~Partial() { remove_file(path); }
};

void copy_pages(sqlite::Database& from, sqlite::Database& to) {
  struct Finish {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
  };
  const std::unique_ptr<sqlite3_backup, Finish> backup(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
  if (!backup) to.check(sqlite3_errcode(to.handle()));
  const int code = sqlite3_backup_step(backup.get(), -1);
  if (code != SQLITE_DONE) throw sqlite::Failure(code, sqlite3_errstr(code));
}

}  // namespace

Result<StoreInfo> describe_store(const std::string& path, const std::string& packs, std::chrono::milliseconds wait) {
  return reading<StoreInfo>(path, wait, [&](sqlite::Database& database) -> Result<StoreInfo> {
    const auto count = [&](std::string_view sql) { return number(database, sql); };
    StoreInfo info{.schema = count("PRAGMA user_version"),
                   .size_bytes = count("PRAGMA page_size") * count("PRAGMA page_count"),
                   .documents = count("SELECT count(*) FROM documents"),
                   .claims = count("SELECT count(*) FROM claims"),
                   .edges = count("SELECT count(*) FROM edges"),
                   .decisions = count("SELECT count(*) FROM decisions"),
                   .notes = count("SELECT count(*) FROM notes"),
                   .stale = 0,
                   .first_published = {},
                   .last_published = {}};
    Query stale(database, "SELECT count(*) FROM documents AS d JOIN packs AS p ON p.number = d.packs WHERE p.hash <> ?1");
    stale.bind(packs);
    if (stale.step()) info.stale = stale.integer(0);
    Query days(database, "SELECT coalesce(min(published), ''), coalesce(max(published), '') FROM documents WHERE published <> ''");
    if (days.step()) {
      info.first_published = days.text(0);
      info.last_published = days.text(1);
    }
    return info;
  });
}

Result<std::vector<std::string>> verify_store(const std::string& path, std::chrono::milliseconds wait) {
  return reading<std::vector<std::string>>(path, wait, [](sqlite::Database& database) -> Result<std::vector<std::string>> {
    Complaints complaints;
    verify_file(database, complaints);
    if (!complaints.list.empty()) return complaints.list;  // what stands in broken pages is not worth reading
    verify_belonging(database, complaints);
    verify_postings(database, complaints);
    verify_documents(database, complaints);
    static_cast<void>(read_decisions(database));
    return complaints.list;
  });
}

Status back_up_store(const std::string& path, const std::string& to, std::chrono::milliseconds wait) try {
  std::error_code ignored;
  if (fs::equivalent(path, to, ignored)) return store_error(to, "is the store itself");
  if (fs::is_directory(to, ignored)) return store_error(to, "is a folder");
  auto from = open_store_file(path, StoreMode::read, wait, true);  // what is to be migrated is backed up before
  if (!from) return from.error();
  const Partial partial(to + ".part");
  {
    sqlite::Database copy(partial.path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    copy_pages(*from, copy);
  }
  fs::rename(partial.path, to);
  return ok();
} catch (const sqlite::Failure& failure) {
  return store_error(to, failure);
} catch (const fs::filesystem_error& error) {
  return store_error(to, error.code().message());
}

}  // namespace mizan
