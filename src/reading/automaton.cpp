#include "reading/automaton.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mizan {

std::size_t Automaton::Hash::operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }

void Automaton::add(std::span<const std::string> words, std::uint32_t entry) {
  std::uint32_t node = root;
  for (const auto& text : words) {
    const WordId id = words_.try_emplace(text, static_cast<WordId>(words_.size())).first->second;
    const auto [edge, is_new] = edges_.try_emplace((static_cast<std::uint64_t>(node) << 32) | id, static_cast<std::uint32_t>(entries_.size()));
    if (is_new) entries_.emplace_back();
    node = edge->second;
  }
  if (node != root) entries_[node].push_back(entry);
}

WordId Automaton::word(std::string_view text) const {
  const auto found = words_.find(text);
  return found == words_.end() ? no_word : found->second;
}

std::uint32_t Automaton::step(std::uint32_t node, WordId word) const {
  const auto found = edges_.find((static_cast<std::uint64_t>(node) << 32) | word);
  return found == edges_.end() ? no_node : found->second;
}

}  // namespace mizan
