#include "store/migration.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "kind/claim_json.hpp"
#include "mizan/fact.hpp"
#include "store/claim_row.hpp"
#include "store/packed_claim.hpp"
#include "store/postings.hpp"
#include "store/schema_sql.hpp"

namespace mizan {
namespace {

using Json = nlohmann::json;
using sqlite::Query;

/// A claim as version 1 kept it: some members in columns, the rest as JSON.
Claim claim_of_version_1(const Query& row) try {
  const std::string id(row.text(0));
  Json json = Json::parse(row.text(9));
  json["id"] = id;
  json["document"] = row.text(1);
  json["kind"] = name_of(static_cast<Kind>(row.integer(2)));
  json["begin"] = static_cast<std::uint64_t>(row.integer(4));
  json["end"] = static_cast<std::uint64_t>(row.integer(5));
  if (row.integer(3) != 0) json["in"] = "title";
  if (!row.text(6).empty()) json["unit"] = row.text(6);
  if (!row.text(7).empty()) json["rule"] = row.text(7);
  if (!row.text(8).empty()) json["row"] = row.text(8);
  auto claim = claim_from_json(json);
  if (!claim) throw UnreadableRow("claim " + id + ", " + show(claim.error()));
  return *std::move(claim);
} catch (const Json::exception& error) {
  throw UnreadableRow(std::string("claim ") + std::string(row.text(0)) + ", " + error.what());
}

void move_claims_of_version_1(sqlite::Database& database) {
  Query old(database,
            "SELECT c.id, d.id, c.kind, c.in_title, c.\"begin\", c.\"end\", unit.text, rule.text, row.text, c.body, c.number, c.document, c.unit, c.rule, c.row"
            "  FROM old_claims AS c JOIN old_documents AS d ON d.number = c.document"
            "  LEFT JOIN old_strings AS unit ON unit.number = c.unit"
            "  LEFT JOIN old_strings AS rule ON rule.number = c.rule"
            "  LEFT JOIN old_strings AS row ON row.number = c.row");
  Query insert(database,
               "INSERT INTO claims (number, id, document, kind, in_title, \"begin\", \"end\", unit, rule, row, packed, shown)"
               " SELECT number, id, document, kind, in_title, \"begin\", \"end\", unit, rule, row, ?2, ?3 FROM old_claims WHERE number = ?1");
  while (old.step()) {
    const auto claim = claim_of_version_1(old);
    insert.bind(old.integer(10), sqlite::Blob{pack_claim(claim)}, claim_shown(claim)).run();
  }
}

/// Keys of a row for each document, sorted, to blocks: as many at a time as one batch of articles brings.
void pack_keys(sqlite::Database& database, std::string_view rows) {
  constexpr std::size_t at_a_time = 1u << 17;
  Postings postings(database);
  std::vector<Postings::Entry> entries;
  Query old(database, rows);
  while (old.step()) {
    entries.push_back({old.integer(0), posting_of(old.integer(1), old.integer(2) != 0)});
    if (entries.size() >= at_a_time) {
      postings.add(entries);
      entries.clear();
    }
  }
  postings.add(entries);
}

void move_keys_of_version_1(sqlite::Database& database) {
  database.execute("CREATE TABLE poor (document INTEGER PRIMARY KEY)");
  Query documents(database, "SELECT number FROM documents");
  while (documents.step()) {
    const auto document = documents.integer(0);
    std::vector<std::int64_t> keys;
    Query old(database, "SELECT key FROM old_keys WHERE document = ?1 ORDER BY key");
    for (old.bind(document); old.step();) keys.push_back(old.integer(0));
    Query update(database, "UPDATE documents SET keys = ?2 WHERE number = ?1");
    update.bind(document, sqlite::Blob{keys_blob(keys)}).run();
    Query poor(database, "INSERT INTO poor VALUES (?1)");
    if (are_poor(keys)) poor.bind(document).run();
  }
  pack_keys(database, "SELECT key, document, document IN (SELECT document FROM poor) FROM old_keys ORDER BY key, document");
  database.execute("DROP TABLE poor");
}

/// Version 2: texts apart from documents, claims packed, keys also with their document.
void from_version_1(sqlite::Database& database) {
  database.execute(
      "DROP VIEW v_documents; DROP VIEW v_claims; DROP VIEW v_edges;"
      "DROP INDEX claims_by_document; DROP INDEX edges_by_b;"
      "ALTER TABLE packs RENAME TO old_packs; ALTER TABLE strings RENAME TO old_strings; ALTER TABLE documents RENAME TO old_documents;"
      "ALTER TABLE claims RENAME TO old_claims; ALTER TABLE keys RENAME TO old_keys; ALTER TABLE edges RENAME TO old_edges");
  database.execute(std::string(schema_sql).c_str());
  database.execute(
      "INSERT INTO packs SELECT * FROM old_packs;"
      "INSERT INTO strings SELECT * FROM old_strings;"
      "INSERT INTO documents SELECT number, id, content, packs, source, lang, published, title, title_in_text, body_begin, x'', x'' FROM old_documents;"
      "INSERT INTO texts SELECT number, text FROM old_documents");
  move_claims_of_version_1(database);
  move_keys_of_version_1(database);
  database.execute(
      "INSERT INTO edges SELECT * FROM old_edges;"
      "DROP TABLE old_edges; DROP TABLE old_keys; DROP TABLE old_claims; DROP TABLE old_documents; DROP TABLE old_strings; DROP TABLE old_packs");
}

/// The statement of schema.sql that makes `table`, so that a table made later is the same to the letter.
std::string statement_of(std::string_view table) {
  const std::string_view schema = schema_sql;
  const auto begin = schema.find("CREATE TABLE " + std::string(table) + " (");
  return std::string(schema.substr(begin, schema.find("WITHOUT ROWID;", begin) + 14 - begin));
}

/// Version 3: what editors decided.
void from_version_2(sqlite::Database& database) {
  for (const char* table : {"decisions", "notes"}) database.execute(statement_of(table).c_str());
}

/// Version 4: the documents of a key in blocks.
void from_version_3(sqlite::Database& database) {
  database.execute("ALTER TABLE keys RENAME TO old_keys");
  database.execute(statement_of("keys").c_str());
  pack_keys(database, "SELECT key, document, is_poor FROM old_keys ORDER BY key, document");
  database.execute("DROP TABLE old_keys; PRAGMA user_version = 4");
}

std::int64_t version_of(sqlite::Database& database) {
  Query version(database, "PRAGMA user_version");
  return version.step() ? version.integer(0) : 0;
}

}  // namespace

void migrate(sqlite::Database& database, std::int64_t version) {
  if (version == schema_version) return;
  sqlite::Transaction transaction(database, true);
  if (version_of(database) != version) return;  // another process was first
  if (version == 1) from_version_1(database);  // at once to today's
  if (version == 2) from_version_2(database);
  if (version == 2 || version == 3) from_version_3(database);
  transaction.commit();
}

}  // namespace mizan
