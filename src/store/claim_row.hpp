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

/// What columns of their own hold about a claim, as `claims` has them.
struct ClaimColumns {
  std::string_view id, document;
  Kind kind = Kind::date;
  bool in_title = false;
  std::int64_t begin = 0, end = 0;
  std::string_view unit, rule, row;
};
/// The rest of the claim, as JSON.
[[nodiscard]] std::string claim_body(const Claim& claim);
[[nodiscard]] Claim claim_from_row(const ClaimColumns& columns, std::string_view body);

[[nodiscard]] std::string features_text(const std::vector<Feature>& features);
[[nodiscard]] std::vector<Feature> features_from(std::string_view text);

}  // namespace mizan
