#include "reading/sentences.hpp"

#include <algorithm>

#include "text/marks.hpp"

namespace mizan {
namespace {

constexpr std::uint32_t kLongest = 250;

class SentenceCutter {
 public:
  SentenceCutter(const Reading& reading, const SentenceWords& words) : reading_(reading), words_(words) {}

  /// Does the mark at `i` end a sentence?
  bool ends_at(std::uint32_t i) const {
    const auto mark = text(i);
    if (mark.size() == 1 && mark.front() != '.' && mark.front() != '?' && mark.front() != '!') return false;  // most marks
    const bool final = i + 1 >= reading_.tokens.size();
    if (mark == "?" || mark == "!" || mark == marks::arabic_question || mark == marks::urdu_full_stop) return true;
    if (mark != ".") return false;
    if (final) return true;
    const Token& next = token(i + 1);
    if (token(i).space_before && next.kind == TokenKind::number && !next.space_before) return false;  // .75 percent
    // Dots in a row pause (.. and …); only what follows the last may begin something new, and then with a capital or a new line.
    if (text(i + 1) == "." && !next.space_before) return false;
    if ((text(i + 1) == "," || text(i + 1) == ";") && !next.space_before) return false;  // Mon., Feb. 11
    const bool dots = i > 0 && text(i - 1) == "." && !token(i).space_before;
    if (dots) return next.break_before || (next.space_before && next.capital);
    if (i > 0 && token(i - 1).kind == TokenKind::number && next.kind == TokenKind::number && !next.space_before) return false;
    if (i > 0 && token(i - 1).kind == TokenKind::word && !token(i).space_before) {
      const auto word = text(i - 1);
      const bool letter = word.size() == (token(i - 1).script == Script::arabic ? 2 : 1);
      if (letter || words_.have(&Language::abbreviations, word)) return next.break_before;
    }
    if (is_day(i)) return false;
    if (next.script == Script::latin && !next.space_before) return false;                 // example.org
    return !(next.script == Script::latin && next.kind == TokenKind::word && !next.capital);  // approx. five
  }

  /// Quotation marks and brackets that close belong to the sentence before.
  bool closes(std::uint32_t i) const {
    const auto mark = text(i);
    return !token(i).space_before && (mark == "»" || mark == "”" || mark == "\"" || mark == ")" || mark == "]" || mark == "'");
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> run() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences;
    const auto count = static_cast<std::uint32_t>(reading_.tokens.size());
    std::uint32_t begin = 0;
    const auto close = [&](std::uint32_t end) {
      if (end > begin) sentences.emplace_back(begin, end);
      begin = end;
    };
    for (std::uint32_t i = 0; i < count; ++i) {
      if (token(i).break_before || i - begin >= kLongest) close(i);
      if (token(i).kind != TokenKind::mark || !ends_at(i)) continue;
      while (i + 1 < count && i + 1 - begin < kLongest && closes(i + 1)) ++i;
      close(i + 1);
    }
    close(count);
    return sentences;
  }

 private:
  /// The dot of "on 16. November": behind a figure that opens its line or stands behind a word that a day follows, and before a month. "on page 16. November
  /// was cold" ends a sentence.
  bool is_day(std::uint32_t i) const {
    if (i == 0 || token(i).space_before || token(i - 1).kind != TokenKind::number || text(i - 1).size() > 2) return false;
    if (token(i + 1).break_before || !words_.have(&Language::month_names, text(i + 1))) return false;
    if (i == 1 || token(i - 1).break_before || words_.have(&Language::before_day, text(i - 2))) return true;
    return i >= 3 && text(i - 2) == "," && words_.have(&Language::before_day, text(i - 3));
  }

  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }
  std::string_view text(std::uint32_t i) const { return reading_.text(token(i)); }

  const Reading& reading_;
  const SentenceWords& words_;
};

}  // namespace

bool SentenceWords::have(TextSet Language::*set, std::string_view word) const {
  return std::any_of(languages.begin(), languages.end(), [&](const Language* language) { return (language->*set).contains(word); });
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> cut_sentences(const Reading& reading,
                                                                   const SentenceWords& words) {
  return SentenceCutter(reading, words).run();
}

bool is_written_as_title(const Reading& reading, const Sentence& sentence) {
  constexpr std::size_t shortest = 4;
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = reading.tokens[i];
    if (token.kind != TokenKind::word || token.script != Script::latin || reading.text(token).size() < shortest) continue;
    ++words;
    capitals += token.capital ? 1 : 0;
  }
  return capitals * 5 >= words * 4;
}

}  // namespace mizan
