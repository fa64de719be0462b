#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "mizan/document.hpp"

namespace mizan::bench {

/// About `bytes` of news as people write it in `lang`, in documents of the length of articles: the sample articles, the gold cases and the examples of the
/// packs over and over, with other figures each time, so that no two documents are alike.
[[nodiscard]] std::vector<Document> ordinary_texts(const std::string& lang, std::size_t bytes);
/// The documents of a JSON Lines file in `lang`: real news, which the project may not hold. Throws where it cannot be read.
[[nodiscard]] std::vector<Document> corpus_texts(const std::string& path, const std::string& lang);

/// Text that no editor writes, and that somebody who wants to keep a server busy might.
struct Hostile {
  const char* name;
  const char* lang;
  std::vector<std::string> pieces;  ///< one after another, over and over; * is a word that stands nowhere else
  std::string opening = {};         ///< before them, once
};
[[nodiscard]] const std::vector<Hostile>& hostile_texts();
[[nodiscard]] Document hostile_document(const Hostile& hostile, std::size_t bytes);

}  // namespace mizan::bench
