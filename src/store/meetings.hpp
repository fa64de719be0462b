#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/postings.hpp"
#include "store/sqlite.hpp"

namespace mizan {

/// For tables by pairs of numbers of the store, which are small and follow each other. Tables only: no order comes from it.
struct HashTwoNumbers {
  std::size_t operator()(const std::pair<std::int64_t, std::int64_t>& pair) const noexcept {
    return std::hash<std::uint64_t>()(static_cast<std::uint64_t>(pair.first) * 31 + static_cast<std::uint64_t>(pair.second));
  }
};

/// Which documents meet under enough blocking keys to be compared. A key that many documents have is hot: it is not dropped, but brings together only those
/// that stand near each other in the order of documents.number, which is that of their datelines. So the pairs grow as the documents do, and which they are
/// depends on the documents alone, not on the order in which they came. Documents and keys go by their numbers in the store.
class Meetings {
 public:
  explicit Meetings(sqlite::Database& database) : database_(database), postings_(database) {}

  /// Those that `document` is to be compared with: they meet under three keys, or under fewer that are half of those of one of the two. Of two languages
  /// only the keys count that both may have.
  [[nodiscard]] std::vector<std::int64_t> of(std::int64_t document);
  /// Have the two a hot key and do not meet any more? They met, and were compared, before so many others came between them.
  [[nodiscard]] bool are_parted(std::int64_t a, std::int64_t b);
  /// Those some of which will meet others when `document` loses all keys but the `kept` ones (sorted).
  [[nodiscard]] std::vector<std::int64_t> brought_together_without(std::int64_t document, const std::vector<std::int64_t>& kept);

  /// Its blocking keys, sorted.
  [[nodiscard]] std::vector<std::int64_t> keys_of_document(std::int64_t document) { return keys_of(document).numbers; }

  /// Of no more documents than this two with a common key never part.
  [[nodiscard]] static std::int64_t most_that_all_meet();

  /// What was learnt is out of date: the document went with these keys, or came with them, by which no hot key cools down; or anything may have happened.
  void forget_gone(std::int64_t document, const std::vector<std::int64_t>& keys);
  void forget_come(std::int64_t document, const std::vector<std::int64_t>& keys);
  void forget();

 private:
  using Numbers = std::vector<std::int64_t>;
  struct Keys {
    Numbers numbers;  ///< sorted
    std::string language;
    std::size_t of_any_language = 0;
    Numbers ends{};           ///< beside `numbers`: the last document that this one meets behind it under the key, as far as it was asked about
    std::uint64_t asked = 0;  ///< in which epoch
  };
  [[nodiscard]] Keys& keys_of(std::int64_t document);  ///< until the next call
  [[nodiscard]] static bool is_enough(std::size_t shared, const Keys& a, const Keys& b);
  void add_near(std::int64_t key, std::int64_t document, std::vector<Posting>& met);
  [[nodiscard]] bool is_hot(std::int64_t key);
  void learn(std::int64_t key, bool is_hot);
  [[nodiscard]] std::int64_t end_of(std::int64_t key, std::int64_t document);

  sqlite::Database& database_;
  Postings postings_;
  std::unordered_map<std::int64_t, bool> is_hot_;
  std::unordered_map<std::int64_t, Keys> keys_;
  std::uint64_t epoch_ = 1;  ///< ends with every document that comes or goes
};

}  // namespace mizan
