#include "store/postings.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "store/claim_row.hpp"

namespace mizan {
namespace {

using sqlite::Query;

/// As many as a row holds that takes no page of its own; and how many are left in each part of a block that grew too large.
constexpr std::size_t kMostInBlock = 116, kInPart = 80;
constexpr std::size_t kPostingBytes = 8;

/// A block where it lies: nothing is copied to look something up.
class Block {
 public:
  explicit Block(std::string_view bytes) : bytes_(bytes) {
    if (bytes.empty() || bytes.size() % kPostingBytes != 0) throw UnreadableRow("documents of a key");
  }
  [[nodiscard]] std::size_t size() const { return bytes_.size() / kPostingBytes; }
  [[nodiscard]] Posting operator[](std::size_t i) const {
    std::uint64_t number = 0;
    for (std::size_t byte = kPostingBytes; byte > 0; --byte) number = number << 8 | static_cast<unsigned char>(bytes_[kPostingBytes * i + byte - 1]);
    return Posting{static_cast<std::int64_t>(number)};
  }
  /// The first place whose document is not before `document`.
  [[nodiscard]] std::size_t place_of(std::int64_t document) const {
    std::size_t from = 0, to = size();
    while (from < to) {
      const auto middle = from + (to - from) / 2;
      if (document_of((*this)[middle]) < document) from = middle + 1;
      else to = middle;
    }
    return from;
  }
  void append(std::size_t from, std::size_t to, std::vector<Posting>& found) const {
    for (auto i = from; i < to; ++i) found.push_back((*this)[i]);
  }

 private:
  std::string_view bytes_;
};

std::string blob_of(const Posting* first, const Posting* last) {
  std::string blob;
  blob.reserve(kPostingBytes * static_cast<std::size_t>(last - first));
  for (; first != last; ++first)
    for (std::size_t byte = 0; byte < kPostingBytes; ++byte) blob += static_cast<char>(static_cast<std::uint64_t>(*first) >> (8 * byte) & 0xff);
  return blob;
}

// The block of a document is the last that begins at it or before: so the first of a key begins at 0, as long as its documents do not stand before that.
constexpr auto kBlockOf = "SELECT first, documents FROM keys WHERE key = ?1 AND first <= ?2 ORDER BY first DESC";
constexpr auto kBlocksBehind = "SELECT first, documents FROM keys WHERE key = ?1 AND first > ?2 ORDER BY first";

}  // namespace

std::vector<Posting> postings_from(std::string_view blob) {
  std::vector<Posting> list;
  const Block block(blob);
  block.append(0, block.size(), list);
  return list;
}

void Postings::add(const std::vector<Entry>& entries) {
  for (auto first = entries.begin(); first != entries.end();) {
    const auto last = std::find_if(first, entries.end(), [&](const Entry& entry) { return entry.key != first->key; });
    for (auto rest = first; rest != last;) rest += static_cast<std::ptrdiff_t>(add_to_block(&*rest, &*rest + (last - rest)));
    first = last;
  }
}

/// Puts in those of some entries of one key that belong to the block of the first of them, and says how many.
std::size_t Postings::add_to_block(const Entry* first, const Entry* last) {
  const auto key = first->key;
  std::int64_t begin = std::min<std::int64_t>(0, document_of(first->posting)), end = std::numeric_limits<std::int64_t>::max();
  std::vector<Posting> block;
  {
    Query home(database_, kBlockOf);
    if (home.bind(key, document_of(first->posting)).step()) {
      begin = home.integer(0);
      block = postings_from(home.text(1));
    }
    Query next(database_, kBlocksBehind);
    if (last - first > 1 || block.empty())
      if (next.bind(key, begin).step()) end = next.integer(0);
  }
  const Entry* here = first;
  const auto old = static_cast<std::ptrdiff_t>(block.size());
  for (; here != last && document_of(here->posting) < end; ++here) block.push_back(here->posting);
  std::inplace_merge(block.begin(), block.begin() + old, block.end());
  // What comes in the order of the days leaves full blocks behind.
  const bool is_behind_all = old > 0 && block[static_cast<std::size_t>(old - 1)] < first->posting;
  const auto parts = (block.size() + kInPart - 1) / kInPart;
  const std::size_t most = block.size() <= kMostInBlock || is_behind_all ? kMostInBlock : (block.size() + parts - 1) / parts;
  Query put(database_, "INSERT INTO keys (key, first, documents) VALUES (?1, ?2, ?3) ON CONFLICT (key, first) DO UPDATE SET documents = excluded.documents");
  for (std::size_t from = 0; from < block.size(); from += most) {
    const auto to = std::min(from + most, block.size());
    const auto blob = blob_of(block.data() + from, block.data() + to);
    put.bind(key, from == 0 ? begin : document_of(block[from]), sqlite::Blob{blob}).run();
  }
  return static_cast<std::size_t>(here - first);
}

void Postings::erase(std::int64_t key, std::int64_t document) {
  std::int64_t begin = 0;
  std::vector<Posting> block;
  {
    Query home(database_, kBlockOf);
    if (!home.bind(key, document).step()) return;
    begin = home.integer(0);
    block = postings_from(home.text(1));
  }
  std::erase_if(block, [&](Posting posting) { return document_of(posting) == document; });
  if (block.empty()) {
    Query forget(database_, "DELETE FROM keys WHERE key = ?1 AND first = ?2");
    forget.bind(key, begin).run();
    return;
  }
  Query put(database_, "UPDATE keys SET documents = ?3 WHERE key = ?1 AND first = ?2");
  put.bind(key, begin, sqlite::Blob{blob_of(block.data(), block.data() + block.size())}).run();
}

bool Postings::has(std::int64_t key, Posting posting) {
  Query home(database_, kBlockOf);
  if (!home.bind(key, document_of(posting)).step()) return false;
  const Block block(home.text(1));
  const auto place = block.place_of(document_of(posting));
  return place < block.size() && block[place] == posting;
}

bool Postings::all(std::int64_t key, std::size_t most, std::vector<Posting>& found) {
  const auto before = found.size();
  Query blocks(database_, "SELECT documents FROM keys WHERE key = ?1 ORDER BY first");
  blocks.bind(key);
  while (blocks.step()) {
    const Block block(blocks.text(0));
    if (found.size() - before + block.size() > most) {
      found.resize(before);
      return false;
    }
    block.append(0, block.size(), found);
  }
  return true;
}

void Postings::before(std::int64_t key, std::int64_t document, std::size_t most, std::vector<Posting>& found) {
  Query blocks(database_, kBlockOf);
  blocks.bind(key, document);
  while (most > 0 && blocks.step()) {
    const Block block(blocks.text(1));
    const auto end = block.place_of(document), begin = end - std::min(end, most);
    block.append(begin, end, found);
    most -= end - begin;
  }
}

void Postings::behind(std::int64_t key, std::int64_t document, std::size_t most, std::vector<Posting>& found) {
  const auto take = [&](const Block& block) {
    const auto begin = block.place_of(document + 1), end = std::min(block.size(), begin + most);
    block.append(begin, end, found);
    most -= end - begin;
  };
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  {
    Query home(database_, kBlockOf);
    if (home.bind(key, document).step()) {
      first = home.integer(0);
      take(Block(home.text(1)));
    }
  }
  Query blocks(database_, kBlocksBehind);
  if (most > 0) blocks.bind(key, first);
  while (most > 0 && blocks.step()) take(Block(blocks.text(1)));
}

}  // namespace mizan
