#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "mizan/result.hpp"

namespace mizan {

/// One row of a reference pack: a name of a subject (`fact` is empty), or a sentence that states a fact about it.
struct ReferenceRow {
  std::uint32_t line = 0;  ///< from 1
  std::string subject, fact, lang, text;
  std::string as_of;   ///< of a fact that holds at a time: YYYY, YYYY-MM, YYYY-MM-DD, or from one to another with / between; else empty
  std::string source;  ///< of a fact: where it stands
  std::size_t mark_begin = 0, mark_end = 0;  ///< of a fact: bytes of its value in `text`, from which the [[ ]] around it are taken out
};

/// Facts that somebody has looked up, as they are written (facts/reference/).
struct ReferencePack {
  std::string name;  ///< as errors show it
  std::vector<ReferenceRow> rows;

  [[nodiscard]] Error error(std::uint32_t line, std::string what) const { return {name + ":" + std::to_string(line), std::move(what), Error::Cause::usage}; }
};

/// Reads the file `named`, or the pack of that name in `facts`/reference/. Errors name file and row: a row that lacks a cell, a sentence without one marked value,
/// a fact without a source, a fact told twice with two sources or times, a subject that has no name in the language of a sentence about it.
[[nodiscard]] Result<ReferencePack> read_reference_pack(const std::string& named, const std::filesystem::path& facts);

}  // namespace mizan
