#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/document.hpp"
#include "mizan/result.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// Reads texts with the packs: one pass, no state between texts, safe from many threads.
class Reader {
 public:
  /// Reads with the tables of the packs' image, whose bounds it checks. `knowledge` must outlive the reader.
  [[nodiscard]] static Result<Reader> make(const Knowledge& knowledge);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Reads `text` from byte `begin` on; `lang` is the document's language (BCP 47) and decides between packs of one script.
  [[nodiscard]] Reading read(std::string_view text, const std::string& lang, std::uint32_t begin = 0, bool keeps_lost = false) const;

 private:
  struct Impl;
  explicit Reader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The stem of a folded word, by the Snowball stemmer of the language (https://snowballstem.org). Keeps a stemmer of its own: one for each thread.
class Stemmer {
 public:
  explicit Stemmer(const std::string& name);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  [[nodiscard]] std::string operator()(std::string_view word) const;

 private:
  void* stemmer_;
};

/// Language pack that read a sentence.
[[nodiscard]] const Language& language_of(const LanguageReader& reader);
/// Stem of a word without its clitics, for contexts and topics.
[[nodiscard]] std::string_view without_clitics(const LanguageReader& reader, std::string_view word);
[[nodiscard]] std::string bare_stem(const LanguageReader& reader, const Stemmer& stemmer, std::string_view word);
/// The same for the word of a token.
[[nodiscard]] const std::string& bare_stem(const LanguageReader& reader, const Reading& reading, std::uint32_t token);
/// How rare that stem is in news: Background::idf.
[[nodiscard]] double stem_idf(const LanguageReader& reader, const Reading& reading, std::uint32_t token);
/// What `name_of` makes of a token's word without its clitics, remembered for every text: it must always be the same function.
[[nodiscard]] const std::string& bare_name(const LanguageReader& reader, const Reading& reading, std::uint32_t token,
                                           const std::function<std::string(std::string_view)>& name_of);

}  // namespace mizan
