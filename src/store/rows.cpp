#include "store/rows.hpp"

#include <algorithm>
#include <set>

#include "mizan/store.hpp"
#include "store/claim_row.hpp"
#include "store/packed_claim.hpp"

namespace mizan {
namespace {

using sqlite::Query;

std::int64_t number_of(sqlite::Database& database, std::string_view select, std::string_view insert, const std::string& text) {
  Query known(database, select);
  known.bind(text);
  if (known.step()) return known.integer(0);
  Query fresh(database, insert);
  fresh.bind(text).run();
  return database.last_insert_number();
}

/// The number of a string, which is put in where it is new; an empty one is NULL.
std::optional<std::int64_t> interned(sqlite::Database& database, Interned& strings, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto known = strings.find(text); known != strings.end()) return known->second;
  constexpr std::size_t most = 1u << 14;
  if (strings.size() >= most) strings.clear();
  return strings[text] = number_of(database, "SELECT number FROM strings WHERE text = ?1", "INSERT INTO strings (text) VALUES (?1)", text);
}

}  // namespace

std::string select_documents(bool with_text) {
  return with_text ? "SELECT id, source, lang, title, published, title_in_text, body_begin, text FROM documents JOIN texts ON document = number"
                   : "SELECT id, source, lang, title, published, title_in_text, body_begin, '' FROM documents";
}

std::vector<std::int64_t> keys_of(const std::vector<Claim>& claims) {
  constexpr std::size_t few = 8;
  std::set<std::int64_t> keys;  // sorted, as the index wants them
  for (const Claim& claim : claims)
    for (const auto& key : claim.keys) keys.insert(blocking_key_hash(key));
  if (keys.size() >= few) return {keys.begin(), keys.end()};
  for (const Claim& claim : claims) {
    for (const auto& stem : claim.context) keys.insert(blocking_key_hash("s:" + stem));
    for (const auto& anchor : claim.anchors) keys.insert(blocking_key_hash(anchor));
  }
  return {keys.begin(), keys.end()};
}

std::int64_t place_of(sqlite::Database& database, const Document& document) {
  constexpr int hash_bits = 40;
  constexpr std::int64_t year_zero = 1 << 20;  // days before 1970 are no less than 0
  const auto date = parse_edtf(document.published);
  const auto days = date ? interval(*date) : std::nullopt;
  const auto hash = static_cast<std::int64_t>(static_cast<std::uint64_t>(key_hash(document.id)) >> (64 - hash_bits));
  auto place = (days ? days->first + year_zero : 1) << hash_bits | hash;
  Query taken(database, "SELECT 1 FROM documents WHERE number = ?1 AND id <> ?2");
  while (taken.bind(place, document.id).step()) {  // two ids of one hash on one day
    ++place;
    taken.restart();
  }
  return place;
}

std::int64_t insert_document(sqlite::Database& database, const std::string& packs_hash, const Document& document, std::int64_t place,
                             const std::vector<std::int64_t>& keys) {
  const auto packs = number_of(database, "SELECT number FROM packs WHERE hash = ?1", "INSERT INTO packs (hash) VALUES (?1)", packs_hash);
  Query query(database, "INSERT INTO documents (number, id, content, packs, source, lang, published, title, title_in_text, body_begin, keys, sketch)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, x'')");
  query.bind(place, document.id, sqlite::Blob{content_hash(document)}, packs, document.source, document.lang, document.published, document.title,
             std::int64_t{document.title_in_text}, std::int64_t{document.body_begin}, sqlite::Blob{keys_blob(keys)});
  query.run();
  Query text(database, "INSERT INTO texts (document, text) VALUES (?1, ?2)");
  text.bind(place, document.text).run();
  return place;
}

void insert_claim(sqlite::Database& database, Interned& strings, const Claim& claim, std::int64_t document) {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  const auto unit = interned(database, strings, quantity ? quantity->unit : std::string());
  const auto rule = interned(database, strings, claim.rule), row = interned(database, strings, claim.row);
  Query query(database, "INSERT INTO claims (id, document, kind, in_title, \"begin\", \"end\", unit, rule, row, packed, shown)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  query.bind(claim.id, document, static_cast<std::int64_t>(claim.kind), std::int64_t{claim.in_title},
             std::int64_t{index_of(claim.span.begin)}, std::int64_t{index_of(claim.span.end)}, unit, rule, row, sqlite::Blob{pack_claim(claim)},
             claim_shown(claim));
  query.run();
}

std::optional<std::int64_t> claim_number(sqlite::Database& database, const std::string& id) {
  Query query(database, "SELECT number FROM claims WHERE id = ?1");
  query.bind(id);
  return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

std::vector<std::int64_t> numbers_of(sqlite::Database& database, std::string_view sql, const std::string& id) {
  Query query(database, sql);
  query.bind(id);
  std::vector<std::int64_t> numbers;
  while (query.step()) numbers.push_back(query.integer(0));
  return numbers;
}

std::vector<std::string> ids_of(sqlite::Database& database, const std::vector<std::int64_t>& numbers) {
  std::vector<std::string> ids;
  for (const auto number : numbers) {
    Query query(database, "SELECT id FROM documents WHERE number = ?1");
    query.bind(number);
    if (query.step()) ids.emplace_back(query.text(0));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Document read_document(const sqlite::Query& query) {
  return {.id = std::string(query.text(0)),
          .source = std::string(query.text(1)),
          .lang = std::string(query.text(2)),
          .title = std::string(query.text(3)),
          .published = std::string(query.text(4)),
          .text = std::string(query.text(7)),
          .title_in_text = query.integer(5) != 0,
          .body_begin = static_cast<std::uint32_t>(query.integer(6))};
}

std::vector<Claim> read_claims(sqlite::Query& query, std::size_t count) {
  std::vector<Claim> list;
  list.reserve(count);
  while (query.step()) list.push_back(unpack_claim(query.text(0), query.text(1)));
  return list;
}

}  // namespace mizan
