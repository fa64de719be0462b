#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/flat_words.hpp"
#include "knowledge/pack_sources.hpp"
#include "mizan/result.hpp"
#include "mizan/value.hpp"

namespace mizan {

/// How common words and values are in news at large. Frozen with the packs: rarity never comes from the store, so that no article changes
/// what another one weighs.
class Background {
 public:
  /// Compiles <tag>/frequency.tsv (columns: stem, documents of 10,000) of every language into `member`; a missing file is an empty list. A stem of two languages
  /// is as common as in the one that knows it better.
  [[nodiscard]] static Status compile(const PackSources& sources, FlatWriter& writer, Background& member);
  [[nodiscard]] bool is_inside(const Bounds& bounds) const { return stems_.is_inside(bounds) && bounds.holds(idf_) && idf_.size() == stems_.size(); }
  /// Inverse document frequency of a stem, in nat: 0 for what stands in every article, about 9 for what the list does not know.
  [[nodiscard]] double idf(std::string_view stem) const;
  /// How surprising it is that two unrelated figures are equal, in nat: small and round ones are common.
  [[nodiscard]] static double surprise(const Value& value);

 private:
  FlatWords stems_;
  Array<double> idf_;  ///< by the stem's number
};

}  // namespace mizan
