#pragma once
#include <array>
#include <cstddef>
#include <iosfwd>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "gold.hpp"
#include "scoring.hpp"

/// Gold of what claims are about (tests/cases/topics-*.jsonl): a line a case,
///   {"case": ID, "events": {"e1": {"head": …, "about": …, "year": …, "parent": …}}, "claims": {"a1": {"role": […], "event": […], "modality": […], "scope": […],
/// "facet": […]}}}
/// Each list holds the answers that are as right, the best first. The claims themselves stand in the gold of the case.
namespace mizan::eval {

inline constexpr std::array<std::string_view, 4> kTopicSlots{"role", "modality", "scope", "facet"};

/// What a claim is about, by hand.
struct GoldTopic {
  std::map<std::string, std::vector<std::string>> slots;  ///< by name of kTopicSlots; facet only for dates
  std::vector<std::string> events;
};

struct GoldTopics {
  std::string id;                                ///< of the case
  std::map<std::string, GoldTopic> claims;       ///< by claim id
  std::map<std::string, std::string> heads;      ///< of the events
};

/// Reads one line. Refuses an event that is not told of, a claim without a role or an event, an unknown scope, modality or facet.
[[nodiscard]] Result<GoldTopics> parse_topics(const std::string& line, const std::string& where);
[[nodiscard]] Result<std::vector<GoldTopics>> read_topics(const std::string& path);

/// Of the claims that were found, how many have their slot right. Under "event": of one document's claims, those whose entity is that of their event, where
/// entities and events of a document are paired one to one, the pair that shares most claims first.
using TopicFigures = std::map<std::string, Share>;

/// Adds one case to the figures; writes up to `misses` mistakes a slot to `out` (all cases together: `shown` counts).
void score_topics(const Case& gold, const GoldTopics& topics, const std::vector<ReportedClaim>& ours, std::size_t misses, std::map<std::string, std::size_t>& shown,
                  TopicFigures& figures, std::ostream& out);
void print_topics(const TopicFigures& figures, std::ostream& out);

}  // namespace mizan::eval
