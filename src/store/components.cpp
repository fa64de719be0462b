#include "store/components.hpp"

#include <algorithm>

#include "mizan/fact.hpp"

namespace mizan {

using sqlite::Query;

Components::Components(sqlite::Database& database, Meetings& meetings) : database_(database), meetings_(meetings) {
  Query last(database_, "SELECT max(number) FROM claims");
  is_found_.resize(last.step() ? static_cast<std::size_t>(last.integer(0)) + 1 : 1);
  Query many(database_, "SELECT 1 FROM documents LIMIT 1 OFFSET ?1");
  many.bind(Meetings::most_that_all_meet());
  may_part_ = many.step();
}

void Components::each(const Take& take) {
  Query begins(database_, "SELECT DISTINCT a FROM edges ORDER BY a");
  while (begins.step())
    if (const auto component = around(begins.integer(0)); component.spans_documents) take(component);
}

Component Components::around(std::int64_t claim) {
  Component component;
  if (is_found(claim)) return component;
  is_found_[static_cast<std::size_t>(claim)] = true;
  component.claims.push_back(claim);
  for (std::size_t next = 0; next < component.claims.size(); ++next) follow(component.claims[next], component);
  return component;
}

/// Every edge is taken where its `a` is followed; the ways along it lead in both directions.
void Components::follow(std::int64_t claim, Component& component) {
  const auto document = document_of(claim);
  each_ahead(claim, [&](Component::Link link) {
    if (!holds(claim, link.b, link.score)) return;
    reach(link.b, document, component);
    component.links.push_back(std::move(link));
  });
  Query back(database_, "SELECT a FROM edges WHERE b = ?1");
  back.bind(claim);
  while (back.step()) {
    const auto other = back.integer(0);
    if (component.spans_documents && is_found(other)) continue;  // it leads nowhere new
    if (holds(other, claim, std::nullopt)) reach(other, document, component);
  }
}

void Components::each_ahead(std::int64_t claim, const std::function<void(Component::Link)>& take) {
  Query ahead(database_, "SELECT b, score, features FROM edges WHERE a = ?1");
  ahead.bind(claim);
  while (ahead.step()) take({claim, ahead.integer(0), ahead.integer(1), std::string(ahead.text(2))});
}

/// Notes that an edge leads to this claim from one of `document`.
void Components::reach(std::int64_t claim, std::int64_t document, Component& component) {
  if (document_of(claim) != document) component.spans_documents = true;
  if (!is_found(claim)) component.claims.push_back(claim);
  is_found_[static_cast<std::size_t>(claim)] = true;
}

/// Does the edge join what still meets? To what an editor decided neighbourhood is nothing. The score is asked for where it is not given and matters.
bool Components::holds(std::int64_t a, std::int64_t b, std::optional<std::int64_t> score) {
  const auto x = document_of(a), y = document_of(b);
  if (x == y || !are_parted(x, y)) return true;
  if (!score) {
    Query query(database_, "SELECT score FROM edges WHERE a = ?1 AND b = ?2");
    score = query.bind(a, b).step() ? query.integer(0) : 0;
  }
  return *score >= decided_score || *score <= -decided_score;
}

std::int64_t Components::document_of(std::int64_t claim) {
  constexpr std::size_t most = 1u << 18;
  if (documents_.size() >= most) documents_.clear();
  const auto [known, is_new] = documents_.try_emplace(claim, 0);
  if (is_new) {
    Query query(database_, "SELECT document FROM claims WHERE number = ?1");
    if (query.bind(claim).step()) known->second = query.integer(0);
  }
  return known->second;
}

bool Components::are_parted(std::int64_t a, std::int64_t b) {
  if (!may_part_) return false;
  constexpr std::size_t most = 1u << 18;
  if (are_parted_.size() >= most) are_parted_.clear();
  const auto [known, is_new] = are_parted_.try_emplace({std::min(a, b), std::max(a, b)}, false);
  if (is_new) known->second = meetings_.are_parted(a, b);
  return known->second;
}

}  // namespace mizan
