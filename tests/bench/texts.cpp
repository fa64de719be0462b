#include "bench/texts.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

namespace mizan::bench {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_of(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder))
    if (file.path().extension() == extension) files.push_back(file.path());
  std::sort(files.begin(), files.end());
  return files;
}

template <class Take>
void for_each_line(const std::string& text, Take take) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin) take(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
  }
}

Document document_of(const nlohmann::json& json) {
  Document document;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  document.lang = text("lang");
  document.title = text("title");
  document.published = text("published");
  document.text = text("text");
  return document;
}

bool is_arabic(std::string_view text) { return std::count_if(text.begin(), text.end(),
                                                             [](char c) { return (c & 0xF0) == 0xD0; }) * 5 > static_cast<std::ptrdiff_t>(text.size()); }

std::vector<Document> sources(const std::string& lang) {
  std::vector<Document> documents;
  const auto take = [&](Document document) {
    if (document.lang == lang && !document.text.empty()) documents.push_back(std::move(document));
  };
  for (const auto& path : files_of(fs::path(MIZAN_TESTS_DIR) / "articles", ".txt")) {
    Document document;
    document.text = content_of(path);
    document.lang = is_arabic(document.text) ? "ar" : "en";
    document.published = "2024-11-15";
    take(std::move(document));
  }
  for (const auto& path : files_of(fs::path(MIZAN_TESTS_DIR) / "cases", ".jsonl"))
    for_each_line(content_of(path), [&](std::string_view line) {
      const auto one = nlohmann::json::parse(line);
      if (const auto texts = one.find("documents"); texts != one.end())  // the marks of topics have none
        for (const auto& json : *texts) take(document_of(json));
    });
  // Examples of a pack are single sentences: some together make an article.
  constexpr std::size_t article = 3000;
  Document examples;
  for (const auto& path : files_of(fs::path(MIZAN_SOURCE_FACTS) / lang / "examples", ".tsv"))
    for_each_line(content_of(path), [&](std::string_view line) {
      if (line.starts_with('#')) return;
      examples.text += std::string(line.substr(0, line.find('\t'))) + "\n";
      if (examples.text.size() < article) return;
      examples.lang = lang;
      examples.published = "2024-11-15";
      take(std::move(examples));
      examples = {};
    });
  return documents;
}

/// Other figures of the same length: a first digit stays, so that 2015 stays a year and 7 no 0.
void vary_figures(std::string& text, std::uint32_t& state) {
  bool in_figure = false;
  for (char& c : text) {
    const bool digit = c >= '0' && c <= '9';
    state = state * 1664525u + 1013904223u;
    if (digit && in_figure && (state >> 24) % 4 == 0) c = static_cast<char>('0' + (state >> 16) % 10);
    in_figure = digit;
  }
}

}  // namespace

std::vector<Document> ordinary_texts(const std::string& lang, std::size_t bytes) {
  const auto articles = sources(lang);
  if (articles.empty()) throw std::runtime_error("no texts in " + lang);
  std::vector<Document> documents;
  std::uint32_t state = 1;
  for (std::size_t i = 0, size = 0; size < bytes; ++i) {
    Document document = articles[i % articles.size()];
    if (i >= articles.size()) vary_figures(document.text, state);
    document.id = std::to_string(i);
    size += document.text.size() + document.title.size();
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<Document> corpus_texts(const std::string& path, const std::string& lang) {
  std::vector<Document> documents;
  for_each_line(content_of(path), [&](std::string_view line) {
    auto document = document_of(nlohmann::json::parse(line));
    if (document.lang.empty()) document.lang = is_arabic(document.text) ? "ar" : "en";
    document.id = std::to_string(documents.size());
    if (document.lang == lang) documents.push_back(std::move(document));
  });
  return documents;
}

const std::vector<Hostile>& hostile_texts() {
  static const std::vector<Hostile> texts{
      {"digits, one run", "ar", {"7"}},
      {"digits, Arabic, one run", "ar", {"٧"}},
      {"figures", "ar", {"1 ", "2 ", "35 ", "470 "}},
      {"figures, commas", "ar", {"1,", "234,", "567,"}},
      {"figures, points", "en", {"1.", "23.", "4."}},
      {"figures, slashes", "en", {"1/", "2/", "3/", "4/"}},
      {"groups of three", "en", {"123 ", "456 "}},
      {"thousand", "ar", {"ألف "}},
      {"thousand and", "ar", {"ألف و"}},
      {"million million", "en", {"million "}},
      {"one million", "en", {"one million "}},
      {"months, ar", "ar", {"يناير ", "كانون الثاني ", "آذار ", "مايو "}},
      {"months, en", "en", {"January ", "May ", "March "}},
      {"number words, ar", "ar", {"خمسة ", "وعشرون ", "ألفا ", "ومئة "}},
      {"number words, en", "en", {"five ", "hundred ", "and ", "twenty ", "thousand "}},
      {"combining marks", "ar", {"\u064E", "\u0651", "\u0301"}},
      {"word with marks", "ar", {"ب\u064E\u0651\u064E\u0651"}},
      {"one sentence, ar", "ar", {"قال ", "الرئيس ", "إن ", "الحكومة ", "في ", "مصر ", "تعمل ", "على ", "خطة ", "جديدة "}},
      {"one sentence, en", "en", {"the ", "president ", "said ", "that ", "his ", "government ", "of ", "Egypt ", "works ", "on ", "a ", "plan "}},
      {"one word", "ar", {"ا"}},
      {"one Latin word", "en", {"a"}},
      {"clitics", "ar", {"و ", "ف ", "ب ", "ل ", "ك ", "س ", "ال "}},
      {"clitics, one word", "ar", {"و", "ف", "ب", "ل", "ك", "س", "ال"}},
      {"clitics on words", "ar", {"وبال", "فلل", "وسال", "كتاب "}},
      {"articles, glued", "ar", {"الولاياتالمتحدةالعراق "}},
      {"countries, ar", "ar", {"مصر ", "والأردن ", "العراق، ", "الولايات المتحدة "}},
      {"countries, en", "en", {"Egypt, ", "Jordan ", "and ", "United States, "}},
      {"cities", "ar", {"القاهرة ", "بغداد ", "دمشق ", "نيويورك "}},
      {"quotes", "ar", {"\"", "«", "»"}},
      {"brackets", "en", {"(", ")", "[", "]"}},
      {"country, bracket", "en", {"Egypt (", "Iraq ("}},
      {"commas", "en", {","}},
      {"full stops", "en", {". "}},
      {"letters", "en", {"a ", "b "}},
      {"lines", "en", {"a\n\n"}},
      {"new words", "ar", {"*", " "}},
      {"one event, new words", "en", {"the summit Egypt ", "*", " ", "*", " 5 people. "}},
      {"one event, new words, ar", "ar", {"مؤتمر مصر ", "*", " ", "*", " 5 أشخاص. "}},
      {"full stop, quotes", "en", {"\""}, ". "},
      {"dates", "en", {"1 May 2012 to "}},
      {"dates, ar", "ar", {"1 مايو 2012 إلى "}},
      {"numeric dates", "en", {"24/5/2015 "}},
      {"counts", "ar", {"5 قتلى و"}},
      {"percent", "en", {"5% "}},
      {"money", "en", {"$5 million to "}},
      {"events", "en", {"the summit killed 5 people "}},
      {"year, same year", "en", {"in May 2012 and June of the same year "}},
  };
  return texts;
}

Document hostile_document(const Hostile& hostile, std::size_t bytes) {
  Document document;
  document.id = hostile.name;
  document.lang = hostile.lang;
  document.published = "2024-11-15";
  document.text = hostile.opening;
  std::uint32_t state = 1;
  for (std::size_t i = 0; document.text.size() < bytes; ++i) {
    const auto& piece = hostile.pieces[i % hostile.pieces.size()];
    if (piece != "*") {
      document.text += piece;
      continue;
    }
    // A word that stands nowhere else: nothing that is remembered helps.
    for (int letter = 0; letter < 6; ++letter) {
      state = state * 1664525u + 1013904223u;
      document.text += {static_cast<char>(0xD9), static_cast<char>(0x81 + (state >> 24) % 8)};
    }
  }
  // What follows the last whole code point is cut off.
  std::size_t end = bytes;
  while (end < document.text.size() && (static_cast<unsigned char>(document.text[end]) & 0xC0u) == 0x80u) --end;
  document.text.resize(end);
  return document;
}

}  // namespace mizan::bench
