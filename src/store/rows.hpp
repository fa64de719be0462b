#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "store/sqlite.hpp"

/// Rows of documents and claims: where they stand, how they are put in, found and read. What they mean together is the store's to say. Failures are sqlite::Failure
/// and UnreadableRow.
namespace mizan {

/// Columns of documents as read_document reads them; a condition or an order may follow.
[[nodiscard]] std::string select_documents(bool with_text);
/// Blocking keys of a document: those of its claims. The likes of headlines hardly have any, so they meet under all that they name.
[[nodiscard]] std::vector<std::int64_t> keys_of(const std::vector<Claim>& claims);
/// The number that the document has or will have: its dateline, then a hash of its id, so that documents of the same days stand side by side in every
/// index and their order is that of no arrival.
[[nodiscard]] std::int64_t place_of(sqlite::Database& database, const Document& document);
/// Puts it in at its place, as the pack of this hash reads it; the place is its number.
std::int64_t insert_document(sqlite::Database& database, const std::string& packs_hash, const Document& document, std::int64_t place,
                             const std::vector<std::int64_t>& keys);
/// Numbers of strings of the store, as long as nobody else writes to it.
using Interned = std::unordered_map<std::string, std::int64_t>;
/// Puts in a claim of the document of this number.
void insert_claim(sqlite::Database& database, Interned& strings, const Claim& claim, std::int64_t document);
/// Nothing where there is no claim of that id.
[[nodiscard]] std::optional<std::int64_t> claim_number(sqlite::Database& database, const std::string& id);
/// What `sql` answers for its one parameter.
[[nodiscard]] std::vector<std::int64_t> numbers_of(sqlite::Database& database, std::string_view sql, const std::string& id);
/// Sorted; what is not there any more is left out.
[[nodiscard]] std::vector<std::string> ids_of(sqlite::Database& database, const std::vector<std::int64_t>& numbers);
/// The document of a row of select_documents.
[[nodiscard]] Document read_document(const sqlite::Query& query);
/// The claims of rows `id, packed`, about `count` of them: claims are large, and to move them to where there is more room is dear.
[[nodiscard]] std::vector<Claim> read_claims(sqlite::Query& query, std::size_t count = 0);

}  // namespace mizan
