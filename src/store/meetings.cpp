#include "store/meetings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "store/claim_row.hpp"

namespace mizan {
namespace {

using sqlite::Query;

/// Documents that share fewer keys have too little in common to be one story, unless that is half of what a short one has.
constexpr std::size_t kShared = 3;
/// A key of more documents than this is hot. In several hundred articles of a day no key is.
constexpr std::int64_t kHot = 256;
/// How many documents off on either side a hot key reaches.
constexpr std::int64_t kReach = 32;
/// Keys of so many documents are held in memory, in are_parted.
constexpr std::size_t kHeld = 1u << 16;

std::vector<std::int64_t> numbers(Query& query) {
  std::vector<std::int64_t> list;
  while (query.step()) list.push_back(query.integer(0));
  return list;
}

}  // namespace

bool Meetings::is_enough(std::size_t shared, const Keys& a, const Keys& b) {
  if (shared >= kShared) return true;
  const bool one_language = a.language == b.language;
  const auto shorter = one_language ? std::min(a.numbers.size(), b.numbers.size()) : std::min(a.of_any_language, b.of_any_language);
  return shared > 0 && shorter <= 2 * shared;
}

std::vector<std::int64_t> Meetings::of(std::int64_t document) {
  const Keys held = keys_of(document);  // a copy: keys_of(other) may let go of it
  const Numbers& mine = held.numbers;
  std::unordered_map<std::int64_t, std::size_t> shared;
  for (const auto key : mine) {
    if (!is_hot_.contains(key) || !is_hot_[key]) {
      const auto all = everywhere(key, kHot + 1);
      is_hot_[key] = all.size() > kHot;
      if (!is_hot_[key]) {
        for (const auto other : all) ++shared[other];
        continue;
      }
    }
    for (const auto other : before(key, document)) ++shared[other];
    for (const auto other : behind(key, document)) ++shared[other];
  }
  shared.erase(document);
  Numbers found;
  for (const auto& [other, count] : shared)
    if (count >= kShared || is_enough(count, held, keys_of(other))) found.push_back(other);
  std::sort(found.begin(), found.end());
  return found;
}

bool Meetings::are_parted(std::int64_t a, std::int64_t b) {
  const Keys mine = keys_of(a);  // a copy: keys_of(b) may let go of it
  const Keys& theirs = keys_of(b);
  Numbers both;
  std::set_intersection(mine.numbers.begin(), mine.numbers.end(), theirs.numbers.begin(), theirs.numbers.end(), std::back_inserter(both));
  if (std::none_of(both.begin(), both.end(), [&](std::int64_t key) { return is_hot(key); })) return false;
  const auto met = std::count_if(both.begin(), both.end(), [&](std::int64_t key) { return !is_hot(key) || are_near(key, a, b); });
  return !is_enough(static_cast<std::size_t>(met), mine, theirs);
}

std::vector<std::int64_t> Meetings::brought_together_without(std::int64_t document, const std::vector<std::int64_t>& kept) {
  Numbers touched;
  const Numbers keys = keys_of(document).numbers;
  for (const auto key : keys) {
    if (!is_hot(key) || std::binary_search(kept.begin(), kept.end(), key)) continue;
    // One side is enough: whom they will meet on the other they find themselves. A key that cools down brings all of its documents together.
    auto some = everywhere(key, kHot + 2);
    if (some.size() > kHot + 1) some = before(key, document);
    touched.insert(touched.end(), some.begin(), some.end());
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::erase(touched, document);
  return touched;
}

std::int64_t Meetings::most_that_all_meet() { return kHot; }

void Meetings::forget(const std::vector<std::int64_t>& keys) {
  for (const auto key : keys) is_hot_.erase(key);
  keys_.clear();
}

void Meetings::forget() {
  is_hot_.clear();
  keys_.clear();
}

const Meetings::Keys& Meetings::keys_of(std::int64_t document) {
  if (const auto known = keys_.find(document); known != keys_.end()) return known->second;
  if (keys_.size() >= kHeld) keys_.clear();
  Query query(database_, "SELECT key FROM keys WHERE document = ?1 ORDER BY key");
  query.bind(document);
  Keys keys{numbers(query), {}, 0};
  Query language(database_, "SELECT lang FROM documents WHERE number = ?1");
  language.bind(document);
  if (language.step()) keys.language = language.text(0);
  keys.of_any_language = static_cast<std::size_t>(std::count_if(keys.numbers.begin(), keys.numbers.end(), is_of_any_language));
  return keys_[document] = std::move(keys);
}

bool Meetings::is_hot(std::int64_t key) {
  const auto [known, is_new] = is_hot_.try_emplace(key, false);
  if (is_new) known->second = everywhere(key, kHot + 1).size() > kHot;
  return known->second;
}

bool Meetings::are_near(std::int64_t key, std::int64_t a, std::int64_t b) {
  Query query(database_, "SELECT document FROM keys WHERE key = ?1 AND document > ?2 AND document < ?3 LIMIT ?4");
  query.bind(key, std::min(a, b), std::max(a, b), kReach);
  return numbers(query).size() < static_cast<std::size_t>(kReach);
}

Meetings::Numbers Meetings::everywhere(std::int64_t key, std::int64_t most) {
  Query query(database_, "SELECT document FROM keys WHERE key = ?1 LIMIT ?2");
  query.bind(key, most);
  return numbers(query);
}

Meetings::Numbers Meetings::before(std::int64_t key, std::int64_t document) {
  Query query(database_, "SELECT document FROM keys WHERE key = ?1 AND document < ?2 ORDER BY document DESC LIMIT ?3");
  query.bind(key, document, kReach);
  return numbers(query);
}

Meetings::Numbers Meetings::behind(std::int64_t key, std::int64_t document) {
  Query query(database_, "SELECT document FROM keys WHERE key = ?1 AND document > ?2 ORDER BY document LIMIT ?3");
  query.bind(key, document, kReach);
  return numbers(query);
}

}  // namespace mizan
