#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kind/kinds.hpp"
#include "knowledge/world.hpp"
#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "reading/reading.hpp"
#include "topic/events.hpp"

namespace mizan {

/// A claim that has its value and place, and where it stands in the reading.
struct DraftClaim {
  Claim claim;
  std::uint32_t first = 0, last = 0;  ///< tokens
  std::size_t sentence = 0;           ///< index into Reading::sentences
  std::vector<double> context_idf;    ///< for each stem of the claim's context how rare it is in news: Background::idf
};

/// Says for each draft what it is about: event, role and the other slots of design.md §3, and its context, anchors and neighbours. Sentence by sentence,
/// so that no more than one sentence's drafts are held.
class TopicReader {
 public:
  /// Finds the events of the document. All three must outlive the reader.
  TopicReader(const Document& document, const Reading& reading, const World& world);
  ~TopicReader();
  /// The drafts of the next sentence, in order of place; those of places where no event is are taken out.
  void read(std::vector<DraftClaim>& drafts);
  /// The same for drafts that somebody else has read: all are kept.
  void read_given(std::vector<DraftClaim>& drafts);

 private:
  void run(std::vector<DraftClaim>& drafts, const std::vector<bool>& kept);

  const Document& document_;
  const Reading& reading_;
  const World& world_;
  int this_year_;
  std::optional<std::int32_t> dateline_;  ///< days since 1970-01-01
  std::string opening_;                   ///< the company that the text opens with
  EventTable events_;  ///< grows while values of other years are read
  std::set<std::string> places_;  ///< claimed so far
};

}  // namespace mizan
