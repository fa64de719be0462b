#include "reading/reader.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "reading/language_reader.hpp"
#include "reading/sentences.hpp"
#include "text/marks.hpp"

namespace mizan {

Stemmer::Stemmer(const std::string& name) : stemmer_(name.empty() ? nullptr : sb_stemmer_new(name.c_str(), "UTF_8")) {}
Stemmer::~Stemmer() {
  if (stemmer_) sb_stemmer_delete(static_cast<sb_stemmer*>(stemmer_));
}

std::string Stemmer::operator()(std::string_view word) const {
  if (!stemmer_ || word.size() > 100) return std::string(word);
  auto* stemmer = static_cast<sb_stemmer*>(stemmer_);
  const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  return stem ? std::string(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))) : std::string(word);
}

const Language& language_of(const LanguageReader& reader) { return reader.language(); }
std::string_view without_clitics(const LanguageReader& reader, std::string_view word) { return reader.without_clitics(word); }
std::string bare_stem(const LanguageReader& reader, const Stemmer& stemmer, std::string_view word) { return stemmer(reader.without_clitics(word)); }
const std::string& bare_stem(const LanguageReader& reader, const Reading& reading, std::uint32_t token) {
  return reader.bare_stem(*reading.memory, reading.words[token]);
}
double stem_idf(const LanguageReader& reader, const Reading& reading, std::uint32_t token) {
  return reader.stem_idf(*reading.memory, reading.words[token]);
}
const std::string& bare_name(const LanguageReader& reader, const Reading& reading, std::uint32_t token,
                             const std::function<std::string(std::string_view)>& name_of) {
  return reader.bare_name(*reading.memory, reading.words[token], name_of);
}

struct Reader::Impl {
  std::vector<std::unique_ptr<LanguageReader>> languages;
  std::vector<const LanguageReader*> of_arabic;  ///< those that read Arabic letters
  SentenceWords sentence_words;
  std::shared_ptr<MemoryPool> memories;

  const LanguageReader* choose(const Reading& reading, const Sentence& sentence, std::string_view primary) const;
  void split_glued(Reading& reading) const;
};

namespace {

std::string_view iso_script(Script script) { return script == Script::arabic ? "Arab" : script == Script::latin ? "Latn" : ""; }

/// 1.234.567 and 3,5 say that a point groups thousands; 3.5 and 1,234,567 that it does not. Nothing where the text shows neither, or both.
std::optional<bool> point_habit(const Reading& reading) {
  bool groups = false, decimals = false;
  const auto& tokens = reading.tokens;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::number) continue;
    const bool figure = tokens[i + 1].kind == TokenKind::mark && tokens[i + 2].kind == TokenKind::number &&
                        !tokens[i + 1].space_before && !tokens[i + 2].space_before;
    if (!figure) continue;
    const auto mark = reading.text(tokens[i + 1]);
    const auto size = reading.text(tokens[i + 2]).size();
    const bool chained = i + 4 < tokens.size() && !tokens[i + 3].space_before && reading.text(tokens[i + 3]) == mark && !tokens[i + 4].space_before &&
                         tokens[i + 4].kind == TokenKind::number;
    if (mark == "." && size < 3 && !chained && reading.text(tokens[i]).size() <= 3) decimals = true;
    if (mark == "." && size == 3 && chained) groups = true;
    if ((mark == "," || mark == marks::arabic_comma) && size < 3 && !chained) groups = true;
    if (mark == "," && size == 3) decimals = true;
    if (mark == marks::arabic_thousands) decimals = true;
  }
  if (groups == decimals) return std::nullopt;
  return groups;
}

/// 24/5/2015 says that the day stands first, 5/24/2015 that the month does. Nothing where the text shows neither, or both.
std::optional<bool> date_habit(const Reading& reading) {
  bool day = false, month = false;
  const auto& tokens = reading.tokens;
  const auto value = [&](std::size_t i) {
    const auto digits = reading.text(tokens[i]);
    return tokens[i].kind != TokenKind::number || digits.size() > 2 ? 0 : std::atoi(std::string(digits).c_str());
  };
  const auto slash = [&](std::size_t i) { return tokens[i].kind == TokenKind::mark && !tokens[i].space_before && reading.text(tokens[i]) == "/"; };
  for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::number || !slash(i + 1) || !slash(i + 3) || tokens[i + 4].kind != TokenKind::number) continue;
    const int first = value(i), second = value(i + 2);
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) day = true;
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) month = true;
  }
  return day == month ? std::nullopt : std::optional(day);
}

}  // namespace

/// The pack of the document's language where it reads the sentence's script; for a script that only other packs read, the first of them,
/// unless the document is in a language of that script that no pack knows.
const LanguageReader* Reader::Impl::choose(const Reading& reading, const Sentence& sentence, std::string_view primary) const {
  std::array<std::size_t, 3> letters{};
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto& token = reading.tokens[i];
    if (token.kind == TokenKind::word) letters[static_cast<std::size_t>(token.script)] += index_of(token.end) - index_of(token.begin);
  }
  const auto most = std::max_element(letters.begin(), letters.end());
  if (*most == 0) {
    // Figures alone: a cell, a line of a table.
    for (const auto& reader : languages)
      if (reader->language().tag == primary) return reader.get();
    return nullptr;
  }
  const auto script = iso_script(static_cast<Script>(most - letters.begin()));
  const LanguageReader* first = nullptr;
  bool document_is_known = primary.empty();
  for (const auto& reader : languages) {
    if (reader->language().tag == primary) document_is_known = true;
    if (reader->language().script != script) continue;
    if (reader->language().tag == primary) return reader.get();
    if (!first) first = reader.get();
  }
  return document_is_known ? first : nullptr;
}

/// Gives each token its word, and cuts those that are two words without a space between them.
void Reader::Impl::split_glued(Reading& reading) const {
  auto& memory = *reading.memory;
  constexpr std::size_t at_a_time = 1024;
  reading.words.reserve(reading.tokens.size());
  for (auto rest = std::span<const Token>(reading.tokens); !rest.empty(); rest = rest.subspan(std::min(at_a_time, rest.size()))) {
    memory.texts.clear();
    for (const auto& token : rest.first(std::min(at_a_time, rest.size()))) memory.texts.push_back(reading.text(token));
    memory.words.intern(memory.texts, reading.words);
  }
  const auto first_length = [&](const Token& token, WordId word) -> std::size_t {
    if (token.kind != TokenKind::word || token.script != Script::arabic) return 0;
    for (const auto* reader : of_arabic)
      if (const auto length = reader->split_of(memory, word); length != 0) return length;
    return 0;
  };
  std::size_t i = 0;
  while (i < reading.tokens.size() && first_length(reading.tokens[i], reading.words[i]) == 0) ++i;
  if (i == reading.tokens.size()) return;  // nearly every text
  const auto unread_tokens = std::move(reading.tokens);
  const auto unread_words = std::move(reading.words);
  reading.tokens.assign(unread_tokens.begin(), unread_tokens.begin() + static_cast<std::ptrdiff_t>(i));
  reading.words.assign(unread_words.begin(), unread_words.begin() + static_cast<std::ptrdiff_t>(i));
  const auto put = [&](const Token& token, WordId word) {
    reading.tokens.push_back(token);
    reading.words.push_back(word);
  };
  for (; i < unread_tokens.size(); ++i) {
    Token rest = unread_tokens[i];
    WordId word = unread_words[i];
    for (int pieces = 0; pieces < 3; ++pieces) {
      const auto length = first_length(rest, word);
      if (length == 0) break;
      Token head = rest;
      head.end = rest.begin = FoldedOffset{index_of(rest.begin) + static_cast<std::uint32_t>(length)};
      rest.space_before = true;
      rest.break_before = false;
      put(head, memory.words.intern(reading.text(head)));
      word = memory.words.intern(reading.text(rest));
    }
    put(rest, word);
  }
}

Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::make(const Knowledge& knowledge) {
  auto impl = std::make_unique<Impl>();
  std::vector<std::string> stemmers;
  for (std::size_t i = 0; i < knowledge.languages.size(); ++i) {
    auto reader = LanguageReader::make(knowledge, i);
    if (!reader) return reader.error();
    if ((*reader)->language().script == iso_script(Script::arabic)) impl->of_arabic.push_back(reader->get());
    impl->languages.push_back(std::move(*reader));
    stemmers.push_back(knowledge.languages[i]->stemmer);
  }
  impl->sentence_words.languages = knowledge.languages;
  impl->memories = std::make_shared<MemoryPool>(std::move(stemmers));
  return Reader(std::move(impl));
}

Reading Reader::read(std::string_view text, const std::string& lang, std::uint32_t begin, bool keeps_lost) const {
  Reading reading;
  reading.keeps_lost = keeps_lost;
  reading.folded = fold(text, begin);
  reading.tokens = tokenize(reading.folded, text);
  reading.memory = impl_->memories->take();
  impl_->split_glued(reading);
  reading.point_groups = point_habit(reading);
  reading.day_first = date_habit(reading);
  const auto primary = std::string_view(lang).substr(0, lang.find('-'));
  const auto sentences = cut_sentences(reading, impl_->sentence_words);
  reading.sentences.reserve(sentences.size());
  for (const auto& [first, last] : sentences) {
    Sentence& sentence = reading.sentences.emplace_back();
    sentence.first = first;
    sentence.last = last;
    sentence.language = impl_->choose(reading, sentence, primary);
  }
  for (auto first = reading.sentences.begin(); first != reading.sentences.end();) {
    const auto last = std::find_if(first, reading.sentences.end(), [&](const Sentence& sentence) { return sentence.language != first->language; });
    if (first->language) first->language->read(reading, {first, last});
    first = last;
  }
  return reading;
}

}  // namespace mizan
