#include "compare/witnesses.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>

#include "compare/wording.hpp"

namespace mizan {
namespace {

/// Documents by number, joined to sources.
class Sources {
 public:
  explicit Sources(std::size_t documents) : up_(documents) { std::iota(up_.begin(), up_.end(), std::size_t{0}); }
  std::size_t find(std::size_t document) {
    while (up_[document] != document) {
      up_[document] = up_[up_[document]];
      document = up_[document];
    }
    return document;
  }
  void join(std::size_t a, std::size_t b) {
    const auto x = find(a), y = find(b);
    up_[std::max(x, y)] = std::min(x, y);
  }
  std::size_t count() {
    std::size_t count = 0;
    for (std::size_t i = 0; i < up_.size(); ++i) count += find(i) == i;
    return count;
  }

 private:
  std::vector<std::size_t> up_;
};

/// The rarest words around a claim, in order.
std::string rarest_words(const Claim& claim, const Background& background) {
  constexpr std::size_t most = 3;
  std::vector<std::string_view> words(claim.context.begin(), claim.context.end());
  std::sort(words.begin(), words.end(), [&](std::string_view a, std::string_view b) {
    const double x = background.idf(a), y = background.idf(b);
    return x != y ? x > y : a < b;
  });
  words.resize(std::min(words.size(), most));
  std::string key;
  for (const auto word : words) key.append(word).append(" ");
  return key;
}

/// What two claims of one passage have in common at least once: the words on either side of the value, or those of one side and the rarest of the sentence.
std::vector<std::string> signatures(const Claim& claim, const Background& background) {
  const auto side = [](const std::vector<std::string>& words) {
    std::string key;
    for (const auto& word : words) key.append(word).append(" ");
    return key;
  };
  const auto left = side(claim.left), right = side(claim.right), rarest = rarest_words(claim, background);
  return {"lr " + left + "| " + right, "l " + left + "| " + rarest, "r " + right + "| " + rarest};
}

/// One passage, or three equal words on either side: hardly two writers choose those.
bool are_copies(const Claim& a, const Claim& b, const Background& background) {
  constexpr std::size_t whole_side = 3;
  const bool same_words = a.left.size() == whole_side && a.right.size() == whole_side && a.left == b.left && a.right == b.right;
  return same_words || is_same_passage(a, b, background);
}

}  // namespace

std::size_t count_witnesses(const std::vector<const Claim*>& claims, const Background& background) {
  std::map<std::string_view, std::size_t> documents;
  for (const Claim* claim : claims) documents.emplace(claim->document, documents.size());
  if (documents.size() < 2) return documents.size();
  Sources sources(documents.size());
  std::unordered_map<std::string, const Claim*> first_of;
  for (const Claim* claim : claims)
    for (const auto& signature : signatures(*claim, background)) {
      const auto [first, is_new] = first_of.try_emplace(signature, claim);
      if (!is_new && are_copies(*first->second, *claim, background)) sources.join(documents[first->second->document], documents[claim->document]);
    }
  return sources.count();
}

}  // namespace mizan
