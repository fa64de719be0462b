#include "store/components.hpp"

#include <algorithm>
#include <limits>

#include "mizan/fact.hpp"

namespace mizan {

using sqlite::Query;

namespace {

/// A component is a crowd from more claims than this on, and so many more for each claim that is asked about: then to read all of it costs each of them little.
constexpr std::size_t kCrowd = 128, kCrowdOfEach = 8;
constexpr std::size_t kNoCrowd = std::numeric_limits<std::size_t>::max();

}  // namespace

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
    if (const auto component = around(begins.integer(0), kNoCrowd); component->spans_documents) take(*component);
}

void Components::each_around(const std::vector<std::int64_t>& claims, const Take& take) {
  const std::size_t most = kCrowd + kCrowdOfEach * claims.size();
  std::vector<std::int64_t> of_crowds;
  for (const auto claim : claims) {
    const auto component = around(claim, most);
    if (!component) of_crowds.push_back(claim);
    else if (component->spans_documents) take(*component);
  }
  each_nearby(of_crowds, take);
}

std::optional<Component> Components::around(std::int64_t claim, std::size_t most) {
  Component component;
  if (is_found(claim)) return component;
  is_found_[static_cast<std::size_t>(claim)] = true;
  component.claims.push_back(claim);
  const auto& found = component.claims;
  for (std::size_t next = 0; next < found.size(); ++next) {
    const auto known = static_cast<std::ptrdiff_t>(found.size());
    follow(found[next], component);
    const bool is_crowd = found.size() > most || std::any_of(found.begin() + known, found.end(), [&](std::int64_t each) { return crowded_.contains(each); });
    if (!is_crowd) continue;
    crowded_.insert(found.begin(), found.end());
    for (const auto each : found) is_found_[static_cast<std::size_t>(each)] = false;
    return std::nullopt;
  }
  return component;
}

void Components::each_nearby(const std::vector<std::int64_t>& claims, const Take& take) {
  Numbers nearby(claims.begin(), claims.end());
  for (const auto claim : claims) {
    Component joined;
    follow(claim, joined);
    for (const auto other : joined.claims) is_found_[static_cast<std::size_t>(other)] = false;
    nearby.insert(joined.claims.begin(), joined.claims.end());
  }
  std::unordered_map<std::int64_t, std::vector<Component::Link>> links;  // by either end
  for (const auto claim : nearby)
    each_ahead(claim, [&](Component::Link link) {
      if (!nearby.contains(link.b) || !holds(link.a, link.b, link.score)) return;
      links[link.b].push_back({link.a, link.b, link.score, {}});
      links[link.a].push_back(std::move(link));
    });
  for (const auto claim : claims) {
    if (is_found(claim)) continue;
    Component component;
    reach(claim, document_of(claim), component);
    for (std::size_t next = 0; next < component.claims.size(); ++next) {
      const auto here = component.claims[next], document = document_of(here);
      for (auto& link : links[here]) {
        reach(link.a == here ? link.b : link.a, document, component);
        if (link.a == here) component.links.push_back(std::move(link));
      }
    }
    if (component.spans_documents) take(component);
  }
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
  while (back.step())
    if (const auto other = back.integer(0); holds(other, claim, std::nullopt)) reach(other, document, component);
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
