#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "mizan/document.hpp"
#include "mizan/value.hpp"

namespace mizan::test {

/// A value that an article tells, marked in its text: [[n.killed:14]], [[c.against:Norway|, |Chile| and |Peru]]. The letter before the point is its kind.
struct Mark {
  std::string key;
  std::string text;                ///< as it stands in the article
  std::vector<std::string> parts;  ///< of a list of countries: a name, what parts it from the next, the next name …
  [[nodiscard]] Kind kind() const;
};

struct MarkedArticle {
  std::string lang, published;
  std::vector<std::string> between;  ///< the text around the marks, one more than they are
  std::vector<Mark> marks;
};

/// Bytes of a text.
struct Stretch {
  std::size_t begin = 0, end = 0;
};
/// An article as it is read, and where each of its marked values stands.
struct Rendered {
  Document document;
  std::map<std::string, Stretch> places;  ///< by key
};
/// The article with other words for some of its marks.
[[nodiscard]] Rendered render(const MarkedArticle& article, std::string id, const std::map<std::string, std::string>& instead = {});

/// Two articles that tell one event and agree in all that is marked.
struct AgreeingPair {
  std::string name;
  std::array<MarkedArticle, 2> articles;
  std::vector<std::array<std::string, 2>> swaps;                           ///< keys whose figures a writer may take for each other
  std::map<std::string, std::map<std::string, std::vector<std::string>>> other;  ///< by key and language: what may stand instead of a city
  [[nodiscard]] std::string language() const { return articles[0].lang == articles[1].lang ? articles[0].lang : "cross"; }
};
/// Of a JSON Lines file, one pair a line.
[[nodiscard]] std::vector<AgreeingPair> read_agreeing_pairs(const std::string& path);

/// One slip of a pen: what stands in one article instead of one value, or of two that were swapped.
struct Edit {
  std::string kind;
  std::size_t side = 0;  ///< which article
  std::map<std::string, std::string> instead;
};
/// Every edit of the pair that applies, in order of side, place and kind. None makes a value that could be true beside the other article's.
[[nodiscard]] std::vector<Edit> edits_of(const AgreeingPair& pair);

}  // namespace mizan::test
