#pragma once
#include <cstdint>
#include <string>

namespace mizan {

/// A file as people named it, and the line of it.
struct FilePlace {
  std::string path;        ///< empty: not known
  std::uint32_t line = 0;  ///< from 1, of a JSON Lines corpus; 0: the file is one text

  friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

/// An article as it was given. `text` is valid UTF-8; every Span of a claim counts bytes in it, or in `title`
/// where the claim says so.
struct Document {
  std::string id;         ///< key of the article: a corrected article of the same id replaces its old self
  std::string source;     ///< where it was read: a path, or file:line of a JSON Lines corpus
  std::string lang;       ///< BCP 47; empty until it is declared or recognised
  std::string title;      ///< empty where there is none
  std::string published;  ///< the dateline, ISO 8601 YYYY-MM-DD; empty where unknown
  std::string text;
  bool title_in_text = false;  ///< the title is the first line of `text` (text files): it is not read twice
  FilePlace file{};            ///< where this run read it: no store keeps it
  std::uint32_t body_begin = 0;  ///< claims are read from this byte of `text` on: behind a byte order mark and a front matter

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace mizan
