#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "store/sqlite.hpp"

namespace mizan {

/// A document that has a blocking key, as the table `keys` holds it: twice its number, and one more where it is poor in keys. Ordered as documents are.
enum class Posting : std::int64_t {};
[[nodiscard]] constexpr Posting posting_of(std::int64_t document, bool is_poor) { return Posting{document * 2 + (is_poor ? 1 : 0)}; }
[[nodiscard]] constexpr std::int64_t document_of(Posting posting) { return static_cast<std::int64_t>(posting) >> 1; }
[[nodiscard]] constexpr bool is_poor(Posting posting) { return (static_cast<std::int64_t>(posting) & 1) != 0; }

/// The documents under each blocking key, in order: blocks of some dozens, which are read in one step. A row for each document and key would take three times the room, so
/// that a batch of articles, which touches most of the keys there are, would read and write three times the pages.
class Postings {
 public:
  struct Entry {
    std::int64_t key = 0;
    Posting posting{};
    auto operator<=>(const Entry&) const = default;
  };

  explicit Postings(sqlite::Database& database) : database_(database) {}

  /// Sorted, and none of them there yet.
  void add(const std::vector<Entry>& entries);
  void erase(std::int64_t key, std::int64_t document);
  [[nodiscard]] bool has(std::int64_t key, Posting posting);

  /// Appends all documents under `key`. Where they are more than `most` it says no and appends nothing.
  [[nodiscard]] bool all(std::int64_t key, std::size_t most, std::vector<Posting>& found);
  /// Appends the `most` documents that stand next before `document` under `key`, or next behind it; or fewer where there are no more.
  void before(std::int64_t key, std::int64_t document, std::size_t most, std::vector<Posting>& found);
  void behind(std::int64_t key, std::int64_t document, std::size_t most, std::vector<Posting>& found);

 private:
  std::size_t add_to_block(const Entry* first, const Entry* last);

  sqlite::Database& database_;
};

/// What a block holds. Throws UnreadableRow where it is none.
[[nodiscard]] std::vector<Posting> postings_from(std::string_view blob);

}  // namespace mizan
