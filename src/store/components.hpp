#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/meetings.hpp"
#include "store/sqlite.hpp"

namespace mizan {

/// Claims that edges join, directly or over others, and these edges: by number, with what is stored of them.
struct Component {
  struct Link {
    std::int64_t a = 0, b = 0, score = 0;
    std::string features;
  };
  std::vector<std::int64_t> claims;
  std::vector<Link> links;
  bool spans_documents = false;
};

/// Finds the components of the stored edges one at a time, so that no more is held than one of them. Edges of documents that parted are none.
class Components {
 public:
  using Take = std::function<void(const Component&)>;
  Components(sqlite::Database& database, Meetings& meetings);

  /// Every component that spans documents, in the order of its first claim's number.
  void each(const Take& take);
  /// The component of this claim; empty where it has none or was found before.
  [[nodiscard]] Component around(std::int64_t claim);

 private:
  void follow(std::int64_t claim, Component& component);
  void each_ahead(std::int64_t claim, const std::function<void(Component::Link)>& take);
  void reach(std::int64_t claim, std::int64_t document, Component& component);
  [[nodiscard]] bool holds(std::int64_t a, std::int64_t b, std::optional<std::int64_t> score);
  [[nodiscard]] std::int64_t document_of(std::int64_t claim);
  [[nodiscard]] bool are_parted(std::int64_t a, std::int64_t b);
  [[nodiscard]] bool is_found(std::int64_t claim) const { return is_found_[static_cast<std::size_t>(claim)]; }

  sqlite::Database& database_;
  Meetings& meetings_;
  bool may_part_;               ///< so few documents that all meet need not be asked
  std::vector<bool> is_found_;  ///< by the number of the claim
  std::unordered_map<std::int64_t, std::int64_t> documents_;  ///< of claims that were asked about last
  /// What was asked last: two articles of one story meet in a component for each of its facts.
  std::unordered_map<std::pair<std::int64_t, std::int64_t>, bool, HashTwoNumbers> are_parted_;
};

}  // namespace mizan
