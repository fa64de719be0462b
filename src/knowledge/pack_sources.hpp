#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mizan/result.hpp"

namespace mizan {

/// The files that packs are written in, each read once: pack.json, *.tsv and *.rules of every language's folder and of world/.
class PackSources {
 public:
  /// Reads facts/. Refuses what is no folder of packs, and files that cannot be read.
  [[nodiscard]] static Result<PackSources> read(const std::filesystem::path& folder);
  /// What identifies the packs: a hash over all names and bytes. The files are read for it, but not kept.
  [[nodiscard]] static Result<std::uint64_t> hash_of(const std::filesystem::path& folder);

  /// Its bytes; nullptr where there is no such file. `name` as errors show it: ar/months.tsv.
  [[nodiscard]] const std::string* find(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
  [[nodiscard]] std::uint64_t hash() const { return hash_; }

 private:
  std::vector<std::string> languages_;                      ///< tags, sorted
  std::vector<std::pair<std::string, std::string>> files_;  ///< by name
  std::uint64_t hash_ = 0;
};

}  // namespace mizan
