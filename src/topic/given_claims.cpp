#include "topic/given_claims.hpp"

#include <algorithm>

#include "reading/clauses.hpp"
#include "topic/opening.hpp"

namespace mizan {
namespace {

/// The first token that ends behind a byte of the text; the number of tokens where none does.
std::uint32_t token_at(const Reading& reading, ByteOffset byte) {
  const auto ends_behind = [&](const Token& token) { return reading.folded.source[index_of(token.end)] <= index_of(byte); };
  return static_cast<std::uint32_t>(std::partition_point(reading.tokens.begin(), reading.tokens.end(), ends_behind) - reading.tokens.begin());
}

void take(Claim& claim, Claim read) {
  if (claim.topic == Topic{}) claim.topic = std::move(read.topic);
  if (claim.context.empty()) claim.context = std::move(read.context);
  if (claim.anchors.empty()) claim.anchors = std::move(read.anchors);
  if (claim.left.empty() && claim.right.empty()) {
    claim.left = std::move(read.left);
    claim.right = std::move(read.right);
  }
  claim.sentence = read.sentence;
}

}  // namespace

void give_topics(const Document& document, Reading& reading, const World& world, std::vector<Claim>& claims) {
  TopicReader topics(document, reading, world, opening_company(reading));
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    Sentence& sentence = reading.sentences[s];
    std::vector<DraftClaim> drafts;
    std::vector<std::size_t> origins;  // of the drafts, in claims
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const auto first = token_at(reading, claims[i].span.begin);
      if (first < sentence.first || first >= sentence.last) continue;
      DraftClaim draft;
      draft.claim = claims[i];
      draft.sentence = s;
      draft.first = first;
      draft.last = std::clamp(token_at(reading, claims[i].span.end), first + 1, sentence.last);
      draft.claim.sentence = reading.folded.source_span(reading.tokens[sentence.first].begin, reading.tokens[sentence.last - 1].end);
      draft.claim.topic = {};
      drafts.push_back(std::move(draft));
      origins.push_back(i);
    }
    if (drafts.empty() || !sentence.language) continue;
    if (sentence.clauses.empty()) sentence.clauses = cut_clauses(reading, sentence);
    topics.read_given(drafts);
    for (std::size_t i = 0; i < drafts.size(); ++i) take(claims[origins[i]], std::move(drafts[i].claim));
  }
}

}  // namespace mizan
