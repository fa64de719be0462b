#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/story.hpp"
#include "gold.hpp"
#include "knowledge/world.hpp"
#include "logistic.hpp"

namespace mizan::eval {

/// A gold case as alignment sees it: the gold's own claims, with the topics that Mizan gives them.
struct FitCase {
  std::string id;
  std::vector<DocumentView> documents;
  std::map<std::pair<std::string, std::string>, std::string> relations;  ///< both ways
};

/// Two nodes that alignment considers. Where the cases differ it is so by mistake: an archive has many more of those than any case.
struct FitPair {
  Example example;
  std::size_t case_a = 0, case_b = 0;
};

/// What an edge says of two values: both may be true, the one replaced the other, they contradict each other.
enum class Sort : std::uint8_t { equal, updated, contradicts };
inline constexpr std::array sorts{std::pair(Sort::equal, "equal"), std::pair(Sort::updated, "updated"), std::pair(Sort::contradicts, "contradicts")};
[[nodiscard]] Calibration& acceptance_of(Model& model, Sort sort);

/// An edge that alignment made.
struct FitEdge {
  std::size_t case_of = 0;
  double score = 0;  ///< nat
  Sort sort = Sort::equal;
  bool is_right = false;
};

/// One signal as the model's file has it.
struct SignalRow {
  Sign sign = Sign::any;
  std::int32_t by_hand = 0, fitted = 0;
  std::string meaning;
};
[[nodiscard]] Result<std::vector<SignalRow>> read_signals(const std::string& facts);

/// All pairs in the cases and between them.
[[nodiscard]] std::vector<FitPair> collect_pairs(const std::vector<FitCase>& cases, const Knowledge& knowledge, const Model& model);
/// Pairs of articles of an archive whose values may not both be true. Hardly any two articles of a day's news contradict each other, so all are taken for mistakes;
/// whether pairs of equal values are one fact nobody has marked, so they are left out. Each is of the case `first_case` + the index of its first article.
[[nodiscard]] std::vector<FitPair> collect_contradictions(const std::vector<DocumentView>& archive, std::size_t first_case, const Knowledge& knowledge,
                                                          const Model& model);
/// What alignment makes of the documents of one case, among themselves and against those of all others.
[[nodiscard]] std::vector<FitEdge> edges_of(const std::vector<FitCase>& cases, std::size_t which, const Knowledge& knowledge, const Model& model);

/// The pairs of gold claims that are one fact, and those of them that contradict each other.
struct GoldCount {
  std::size_t same = 0, conflicts = 0;
};
[[nodiscard]] GoldCount count_gold(const FitCase& one);

}  // namespace mizan::eval
