#include "store/meetings.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
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
constexpr std::size_t kReach = 32;
/// A key of more documents than this is hot: than one in the middle reaches then. So a document meets no more under a key that just became hot, nor fewer.
constexpr std::size_t kHot = 2 * kReach;
/// Keys of so many documents are held in memory, and of so many keys whether they are hot.
constexpr std::size_t kHeld = 1u << 14, kLearnt = 1u << 20;

/// Ends of the reach of a document under a key: of a hot one that has no more documents behind it; of a cold one; of a hot one of which nobody asked yet; of one of which it
/// is not known.
constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max(), kCold = std::numeric_limits<std::int64_t>::min(), kUncounted = kCold + 1, kUnasked = kCold + 2;

struct Counted {
  Posting posting{};
  std::size_t times = 0;
};

/// How often each stands among them, in no order: they are thousands, and most stand there once. To sort them would cost more than to find them did.
std::vector<Counted> counted(const std::vector<Posting>& met) {
  const auto bits = static_cast<unsigned>(std::bit_width(2 * met.size() + 1));
  std::vector<std::uint32_t> slots(std::size_t{1} << bits);  // one more than a place in `list`; 0: empty
  std::vector<Counted> list;
  for (const auto posting : met) {
    constexpr std::uint64_t spread = 0x9e3779b97f4a7c15;
    auto slot = static_cast<std::size_t>(static_cast<std::uint64_t>(posting) * spread >> (64 - bits));
    while (slots[slot] != 0 && list[slots[slot] - 1].posting != posting) slot = (slot + 1) & (slots.size() - 1);
    if (slots[slot] == 0) {
      list.push_back({posting, 0});
      slots[slot] = static_cast<std::uint32_t>(list.size());
    }
    ++list[slots[slot] - 1].times;
  }
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
  std::vector<Posting> met;  // each other as often as it shares a key that reaches it
  for (const auto key : held.numbers) add_near(key, document, met);
  const bool am_poor = are_poor(held.numbers);
  Numbers found;
  for (const auto& [posting, shared] : counted(met)) {
    const auto other = document_of(posting);
    // Under few keys only those meet of whom one is poor: of all others, who are thousands, nothing need be read.
    const bool may_do = shared >= kShared || am_poor || is_poor(posting);
    // Whose keys are many need not be asked: reading them costs more than all that led here.
    if (other != document && may_do && (shared >= kShared || is_enough(shared, held, keys_of(other)))) found.push_back(other);
  }
  std::sort(found.begin(), found.end());
  return found;
}

void Meetings::add_near(std::int64_t key, std::int64_t document, std::vector<Posting>& met) {
  if (const auto known = is_hot_.find(key); known == is_hot_.end() || !known->second) {
    const bool is_hot = !postings_.all(key, kHot, met);
    learn(key, is_hot);
    if (!is_hot) return;
  }
  postings_.before(key, document, kReach, met);
  postings_.behind(key, document, kReach, met);
}

bool Meetings::are_parted(std::int64_t a, std::int64_t b) {
  if (keys_.size() + 2 > kHeld) keys_.clear();
  Keys &first = keys_of(std::min(a, b)), &second = keys_of(std::max(a, b));  // there is room for both
  if (first.asked != epoch_) {
    first.ends.assign(first.numbers.size(), kUnasked);
    first.asked = epoch_;
  }
  std::size_t met = 0;
  std::vector<std::size_t> hot;
  for (std::size_t i = 0, j = 0; i < first.numbers.size() && j < second.numbers.size();) {
    const auto x = first.numbers[i], y = second.numbers[j];
    if (x == y) {
      // The cold keys first: where they are enough, nobody need be counted.
      if (first.ends[i] == kUnasked) first.ends[i] = is_hot(x) ? kUncounted : kCold;
      if (first.ends[i] != kCold) hot.push_back(i);
      else if (is_enough(++met, first, second)) return false;
    }
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  if (hot.empty()) return false;
  return std::none_of(hot.begin(), hot.end(), [&](std::size_t i) {
    auto& end = first.ends[i];
    if (end == kUncounted) end = end_of(first.numbers[i], std::min(a, b));
    met += std::max(a, b) <= end ? 1u : 0u;
    return is_enough(met, first, second);
  });
}

std::vector<std::int64_t> Meetings::brought_together_without(std::int64_t document, const std::vector<std::int64_t>& kept) {
  Numbers touched;
  const Numbers keys = keys_of(document).numbers;
  for (const auto key : keys) {
    if (!is_hot(key) || std::binary_search(kept.begin(), kept.end(), key)) continue;
    // One side is enough: whom they will meet on the other they find themselves. A key that cools down brings all of its documents together.
    std::vector<Posting> some;
    if (!postings_.all(key, kHot + 1, some)) postings_.before(key, document, kReach, some);
    for (const auto other : some) touched.push_back(document_of(other));
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::erase(touched, document);
  return touched;
}

std::int64_t Meetings::most_that_all_meet() { return static_cast<std::int64_t>(kHot); }

void Meetings::forget_gone(std::int64_t document, const std::vector<std::int64_t>& keys) {
  for (const auto key : keys) is_hot_.erase(key);
  ++epoch_;
  keys_.erase(document);
}

void Meetings::forget_come(std::int64_t document, const std::vector<std::int64_t>& keys) {
  for (const auto key : keys)
    if (const auto known = is_hot_.find(key); known != is_hot_.end() && !known->second) is_hot_.erase(known);
  ++epoch_;
  keys_.erase(document);
}

void Meetings::forget() {
  is_hot_.clear();
  ++epoch_;
  keys_.clear();
}

Meetings::Keys& Meetings::keys_of(std::int64_t document) {
  if (const auto known = keys_.find(document); known != keys_.end()) return known->second;
  if (keys_.size() >= kHeld) keys_.clear();
  Query query(database_, "SELECT keys, lang FROM documents WHERE number = ?1");
  query.bind(document);
  Keys keys;
  if (query.step()) keys = {.numbers = keys_from(query.text(0)), .language = std::string(query.text(1))};
  keys.of_any_language = static_cast<std::size_t>(std::count_if(keys.numbers.begin(), keys.numbers.end(), is_of_any_language));
  return keys_[document] = std::move(keys);
}

bool Meetings::is_hot(std::int64_t key) {
  if (const auto known = is_hot_.find(key); known != is_hot_.end()) return known->second;
  std::vector<Posting> some;
  const bool is_hot = !postings_.all(key, kHot, some);
  learn(key, is_hot);
  return is_hot;
}

void Meetings::learn(std::int64_t key, bool is_hot) {
  if (is_hot_.size() >= kLearnt) is_hot_.clear();
  is_hot_[key] = is_hot;
}

std::int64_t Meetings::end_of(std::int64_t key, std::int64_t document) {
  std::vector<Posting> next;
  postings_.behind(key, document, kReach, next);
  return next.size() == kReach ? document_of(next.back()) : kNoEnd;
}

}  // namespace mizan
