#include "reading/automaton.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mizan {

std::size_t Automaton::Hash::operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }

void Automaton::reserve(std::size_t forms) {
  words_.reserve(forms);
  edges_.reserve(forms + forms / 4);
  entries_.reserve(forms + forms / 4);
}

void Automaton::add(std::span<const std::string_view> words, std::uint32_t entry) {
  std::uint32_t node = root;
  for (const auto text : words) {
    auto known = words_.find(text);
    if (known == words_.end()) known = words_.emplace(text, static_cast<WordId>(words_.size())).first;
    const WordId id = known->second;
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
