#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "support/random.hpp"

namespace mizan::bench {

/// How many of 100 articles tell the one big story, and how many name the one man whom all speak of.
struct Crowds {
  std::uint64_t story = 1, name = 20;
};

/// A large archive that nobody wrote: articles with claims as a reader of texts makes them, drawn as news is. Words are as common as
/// facts/<lang>/frequency.tsv says; most stories are told by a few articles and some by very many.
/// An article depends on its number, the size of the archive and the crowds alone.
class Archive {
 public:
  struct Article {
    Document document;          ///< blank text as long as the claims need: nothing is left to read in it
    std::vector<Claim> claims;  ///< with everything but their keys
  };
  /// Of about so many claims. Throws where the packs' frequencies cannot be read.
  explicit Archive(std::size_t claims, Crowds crowds = {});

  [[nodiscard]] std::size_t documents() const { return documents_; }
  /// One below `documents()` is of the archive; those after are new ones of the same kind.
  [[nodiscard]] Article article(std::size_t number) const;
  /// The numbers of its articles in the order in which they were written, as archives of news are kept.
  [[nodiscard]] std::vector<std::size_t> by_date() const;

 private:
  struct Story;
  [[nodiscard]] Story story(std::size_t number) const;
  [[nodiscard]] Story story_of_article(test::Random& random) const;
  static std::int32_t published(const Story& story, test::Random& random);

  std::size_t documents_, stories_;
  Crowds crowds_;
  std::vector<std::string> stems_;
  std::vector<std::uint64_t> until_;  ///< sums of the frequencies, so that a stem is drawn as often as articles have it
};

}  // namespace mizan::bench
