#include "store/meetings.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "store/claim_row.hpp"

namespace mizan {
namespace {

using sqlite::Query;

/// Documents that share fewer keys have too little in common to be one story, unless that is half of what a short one has.
constexpr std::size_t kShared = 3;
/// How many documents off on either side a hot key reaches.
constexpr std::int64_t kReach = 32;
/// A key of more documents than this is hot: than one in the middle reaches then. So a document meets no more under a key that just became hot, nor fewer.
constexpr std::int64_t kHot = 2 * kReach;
/// Keys of so many documents are held in memory, and of so many keys whether they are hot.
constexpr std::size_t kHeld = 1u << 14, kLearnt = 1u << 20;
/// Of so many keys and documents, how far they reach.
constexpr std::size_t kReaches = 1u << 18;

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
  Numbers met;  // each other as often as it shares a key that reaches it; twice its number, and one more where it is poor in keys
  for (const auto key : held.numbers) add_near(key, document, met);
  std::sort(met.begin(), met.end());
  const bool is_poor = are_poor(held.numbers);
  Numbers found;
  for (auto first = met.begin(); first != met.end();) {
    const auto last = std::find_if(first, met.end(), [&](std::int64_t other) { return other != *first; });
    const auto shared = static_cast<std::size_t>(last - first);
    const auto other = *first >> 1;
    // Under few keys only those meet of whom one is poor: of all others, who are thousands, nothing need be read.
    const bool may_do = shared >= kShared || is_poor || (*first & 1) != 0;
    // Whose keys are many need not be asked: reading them costs more than all that led here.
    if (other != document && may_do && (shared >= kShared || is_enough(shared, held, keys_of(other)))) found.push_back(other);
    first = last;
  }
  return found;
}

void Meetings::add_near(std::int64_t key, std::int64_t document, Numbers& met) {
  const auto add = [&](Query& query) {
    while (query.step()) met.push_back(query.integer(0) << 1 | query.integer(1));
  };
  if (const auto known = is_hot_.find(key); known == is_hot_.end() || !known->second) {
    const auto before = met.size();
    Query all(database_, "SELECT document, is_poor FROM keys WHERE key = ?1 LIMIT ?2");
    add(all.bind(key, kHot + 1));
    const bool is_hot = met.size() - before > static_cast<std::size_t>(kHot);
    learn(key, is_hot);
    if (!is_hot) return;
    met.resize(before);
  }
  Query before(database_, "SELECT document, is_poor FROM keys WHERE key = ?1 AND document < ?2 ORDER BY document DESC LIMIT ?3");
  add(before.bind(key, document, kReach));
  Query behind(database_, "SELECT document, is_poor FROM keys WHERE key = ?1 AND document > ?2 ORDER BY document LIMIT ?3");
  add(behind.bind(key, document, kReach));
}

bool Meetings::are_parted(std::int64_t a, std::int64_t b) {
  const Keys mine = keys_of(a);  // a copy: keys_of(b) may let go of it
  const Keys& theirs = keys_of(b);
  Numbers both;
  std::set_intersection(mine.numbers.begin(), mine.numbers.end(), theirs.numbers.begin(), theirs.numbers.end(), std::back_inserter(both));
  // The cold keys first: where they are enough, nobody need be counted.
  const auto hot = std::stable_partition(both.begin(), both.end(), [&](std::int64_t key) { return !is_hot(key); });
  if (hot == both.end()) return false;
  auto met = static_cast<std::size_t>(hot - both.begin());
  for (auto key = hot; key != both.end() && !is_enough(met, mine, theirs); ++key) met += are_near(*key, a, b) ? 1u : 0u;
  return !is_enough(met, mine, theirs);
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

void Meetings::forget_gone(std::int64_t document, const std::vector<std::int64_t>& keys) {
  for (const auto key : keys) is_hot_.erase(key);
  reach_.clear();
  keys_.erase(document);
}

void Meetings::forget_come(std::int64_t document, const std::vector<std::int64_t>& keys) {
  for (const auto key : keys)
    if (const auto known = is_hot_.find(key); known != is_hot_.end() && !known->second) is_hot_.erase(known);
  reach_.clear();
  keys_.erase(document);
}

void Meetings::forget() {
  is_hot_.clear();
  reach_.clear();
  keys_.clear();
}

const Meetings::Keys& Meetings::keys_of(std::int64_t document) {
  if (const auto known = keys_.find(document); known != keys_.end()) return known->second;
  if (keys_.size() >= kHeld) keys_.clear();
  Query query(database_, "SELECT keys, lang FROM documents WHERE number = ?1");
  query.bind(document);
  Keys keys;
  if (query.step()) keys = {keys_from(query.text(0)), std::string(query.text(1)), 0};
  keys.of_any_language = static_cast<std::size_t>(std::count_if(keys.numbers.begin(), keys.numbers.end(), is_of_any_language));
  return keys_[document] = std::move(keys);
}

bool Meetings::is_hot(std::int64_t key) {
  if (const auto known = is_hot_.find(key); known != is_hot_.end()) return known->second;
  const bool is_hot = everywhere(key, kHot + 1).size() > static_cast<std::size_t>(kHot);
  learn(key, is_hot);
  return is_hot;
}

void Meetings::learn(std::int64_t key, bool is_hot) {
  if (is_hot_.size() >= kLearnt) is_hot_.clear();
  is_hot_[key] = is_hot;
}

bool Meetings::are_near(std::int64_t key, std::int64_t a, std::int64_t b) {
  const auto [first, second] = std::minmax(a, b);
  // Asked of one document with each of its many partners: how far it reaches is counted once.
  if (reach_.size() >= kReaches) reach_.clear();
  const auto [known, is_new] = reach_.try_emplace({key, first}, std::numeric_limits<std::int64_t>::max());
  if (is_new) {
    Query last(database_, "SELECT document FROM keys WHERE key = ?1 AND document > ?2 ORDER BY document LIMIT 1 OFFSET ?3");
    last.bind(key, first, kReach - 1);
    if (last.step()) known->second = last.integer(0);
  }
  return second <= known->second;
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

}  // namespace mizan
