#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "topic/topic.hpp"
#include "topic/words.hpp"

namespace mizan {

inline constexpr std::uint32_t kFar = UINT32_MAX;

/// One sentence with its drafts in order of place: what the slots of a topic are read from.
struct SentenceView {
  const Document& document;
  const Reading& reading;
  const World& world;
  const Sentence& sentence;
  std::span<DraftClaim> drafts;
  std::size_t index;  ///< of the sentence
  std::optional<std::int32_t> dateline;  ///< days since 1970-01-01
  std::string_view opening;              ///< the company that the text opens with (opening.hpp)

  [[nodiscard]] std::string_view text() const { return drafts.front().claim.in_title ? std::string_view(document.title) : std::string_view(document.text); }
  [[nodiscard]] std::string words_of(const Atom& atom) const { return std::string(slice(text(), reading.folded.source_span(atom.begin, atom.end))); }

  /// The number of the clause that a token stands in; a mark between two clauses counts to the next.
  [[nodiscard]] std::size_t clause_at(std::uint32_t token) const {
    const auto& clauses = sentence.clauses;
    const auto clause = std::partition_point(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.last <= token; });
    return static_cast<std::size_t>(std::min(clause, clauses.end() - 1) - clauses.begin());
  }
  [[nodiscard]] const Clause& clause_of(const DraftClaim& draft) const { return sentence.clauses[clause_at(draft.first)]; }
  /// Borders of clauses between the word and the value.
  [[nodiscard]] std::uint32_t clauses_between(std::uint32_t token, const DraftClaim& draft) const {
    const auto a = clause_at(token), b = clause_at(draft.first);
    return static_cast<std::uint32_t>(a < b ? b - a : a - b);
  }

  /// Values of a kind between two tokens: each is likelier to be what a trigger beyond it speaks of.
  [[nodiscard]] std::uint32_t values_between(std::uint32_t from, std::uint32_t to, Kind kind) const {
    std::uint32_t count = 0;
    auto draft = std::partition_point(drafts.begin(), drafts.end(), [&](const DraftClaim& d) { return d.first < from; });
    for (; draft != drafts.end() && draft->first < to; ++draft)
      if (draft->claim.kind == kind && draft->last <= to) ++count;
    return count;
  }
};

}  // namespace mizan
