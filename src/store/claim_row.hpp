#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"

namespace mizan {

// How value types are written into columns, and back.

/// A row that this program cannot have written. Thrown inside src/store/ only.
class UnreadableRow : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// XXH3-128 over every field, each with its length before it: 16 bytes, the same on every machine.
[[nodiscard]] std::string content_hash(const Document& document);
/// XXH3-64 of a blocking key, as SQLite's signed integer.
[[nodiscard]] std::int64_t key_hash(std::string_view key);
/// The same for a blocking key. Odd where articles of another language may have it, too: a state, a place, a day, a figure, the skeleton of a name.
[[nodiscard]] std::int64_t blocking_key_hash(std::string_view key);
[[nodiscard]] constexpr bool is_of_any_language(std::int64_t blocking_key) { return (blocking_key & 1) != 0; }

/// Blocking keys as a column: eight bytes each, the lowest first.
[[nodiscard]] std::string keys_blob(const std::vector<std::int64_t>& keys);
[[nodiscard]] std::vector<std::int64_t> keys_from(std::string_view blob);
/// May a document of these keys meet others under fewer than three of them? (Meetings::of)
[[nodiscard]] bool are_poor(const std::vector<std::int64_t>& keys);

/// What reports show of a claim beside the columns, as JSON.
[[nodiscard]] std::string claim_shown(const Claim& claim);

[[nodiscard]] std::string features_text(const std::vector<Feature>& features);
[[nodiscard]] std::vector<Feature> features_from(std::string_view text);

}  // namespace mizan
