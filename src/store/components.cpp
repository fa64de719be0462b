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

void Components::each(const std::function<void(const Component&)>& take) {
  Query begins(database_, "SELECT DISTINCT a FROM edges ORDER BY a");
  while (begins.step())
    if (const auto component = around(begins.integer(0)); component.spans_documents) take(component);
}

Component Components::around(std::int64_t claim) {
  Component component;
  if (is_found_[static_cast<std::size_t>(claim)]) return component;
  is_found_[static_cast<std::size_t>(claim)] = true;
  component.claims.push_back(claim);
  for (std::size_t next = 0; next < component.claims.size(); ++next) follow(component.claims[next], component);
  return component;
}

/// Every edge is taken where its `a` is followed; the ways along it lead in both directions.
void Components::follow(std::int64_t claim, Component& component) {
  const auto document = document_of(claim);
  const auto reach = [&](std::int64_t other, std::int64_t other_document, std::int64_t score) {
    const bool is_decided = score >= decided_score || score <= -decided_score;  // by an editor, to whom neighbourhood is nothing
    if (!is_decided && other_document != document && are_parted(document, other_document)) return false;
    if (other_document != document) component.spans_documents = true;
    if (!is_found_[static_cast<std::size_t>(other)]) component.claims.push_back(other);
    is_found_[static_cast<std::size_t>(other)] = true;
    return true;
  };
  Query ahead(database_, "SELECT e.b, c.document, e.score, e.features FROM edges AS e CROSS JOIN claims AS c ON c.number = e.b WHERE e.a = ?1");
  ahead.bind(claim);
  while (ahead.step())
    if (reach(ahead.integer(0), ahead.integer(1), ahead.integer(2)))
      component.links.push_back({claim, ahead.integer(0), ahead.integer(2), std::string(ahead.text(3))});
  Query back(database_, "SELECT e.a, c.document, e.score FROM edges AS e CROSS JOIN claims AS c ON c.number = e.a WHERE e.b = ?1");
  back.bind(claim);
  while (back.step()) reach(back.integer(0), back.integer(1), back.integer(2));
}

std::int64_t Components::document_of(std::int64_t claim) {
  Query query(database_, "SELECT document FROM claims WHERE number = ?1");
  query.bind(claim);
  return query.step() ? query.integer(0) : 0;
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
