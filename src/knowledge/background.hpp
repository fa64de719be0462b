#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/result.hpp"
#include "mizan/value.hpp"
#include "text/word_table.hpp"

namespace mizan {

/// How common words and values are in news at large. Frozen with the packs: rarity never comes from the store, so that no article changes
/// what another one weighs.
class Background {
 public:
  /// Reads <folder>/frequency.tsv (columns: stem, documents of 10,000); a missing file is an empty list.
  [[nodiscard]] static Result<Background> read(const std::filesystem::path& folder, const std::string& tag, std::string& bytes);
  /// Takes over another language's list. A stem of both is as common as in the one that knows it better.
  void add(const Background& other);
  /// Inverse document frequency of a stem, in nat: 0 for what stands in every article, about 9 for what the list does not know.
  [[nodiscard]] double idf(std::string_view stem) const;
  /// How surprising it is that two unrelated figures are equal, in nat: small and round ones are common.
  [[nodiscard]] static double surprise(const Value& value);

 private:
  void put(std::string_view stem, double idf);
  WordTable stems_;
  std::vector<double> idf_;  ///< by the stem's number
};

}  // namespace mizan
