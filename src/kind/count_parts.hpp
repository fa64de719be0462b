#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kind/kinds.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// What a rule captured of a count, and the words around it.
class CountParts {
 public:
  CountParts(const SentenceContext& context, const Mention& mention) : context_(context), mention_(mention) {}

 protected:
  const Atom* get(std::string_view label) const { return mention_.get(label); }
  [[nodiscard]] const NumberMention* mention_of(std::string_view label) const;
  [[nodiscard]] std::optional<Decimal> number(std::string_view label) const;
  [[nodiscard]] bool word_at(std::uint32_t token, WordList list) const;
  [[nodiscard]] const Atom* word_before(std::uint32_t token, WordList list) const;
  [[nodiscard]] std::string_view mark_before(std::uint32_t token) const;
  [[nodiscard]] bool is_bare() const;

  const SentenceContext& context_;
  const Mention& mention_;
};

}  // namespace mizan
