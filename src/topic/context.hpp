#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "topic/sentence_view.hpp"

namespace mizan {

/// The words around the claims of a sentence: what their alignment rests on beside their topics.
class ContextReader {
 public:
  explicit ContextReader(const SentenceView& view);
  /// Sets context, anchors and the nearest words on either side.
  void set_context(DraftClaim& draft);

 private:
  struct ContextWord {
    std::uint32_t token, rank;
  };
  void find_words();
  void find_anchors();
  /// May a word that says something be a name?
  [[nodiscard]] bool begins_name(std::uint32_t token) const;
  [[nodiscard]] bool may_be_name(std::uint32_t token) const;

  const SentenceView& view_;
  StemCache stems_;
  std::vector<std::string> made_;          ///< anchors that stand nowhere as they are
  std::vector<std::string_view> anchors_;  ///< sorted
  std::vector<ContextWord> words_;       ///< by token
  struct RankedStem {
    std::string_view text;
    std::uint32_t token;  ///< of one of its words
  };
  std::vector<RankedStem> ranked_;       ///< their stems, sorted
  std::vector<bool> in_context_;         ///< by rank, for the claim at hand
};

}  // namespace mizan
