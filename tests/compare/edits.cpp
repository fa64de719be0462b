#include "compare/edits.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "support/spellers.hpp"

namespace mizan::test {
namespace {

MarkedArticle marked(const nlohmann::json& json) {
  MarkedArticle article{json.at("lang"), json.at("published"), {}, {}};
  const std::string text = json.at("text");
  std::size_t from = 0;
  for (auto open = text.find("[["); open != std::string::npos; open = text.find("[[", from)) {
    const auto colon = text.find(':', open), close = text.find("]]", open);
    if (colon == std::string::npos || close == std::string::npos || colon > close) throw std::runtime_error("a mark that does not end: " + text.substr(open));
    Mark mark{text.substr(open + 2, colon - open - 2), {}, {}};
    for (auto begin = colon + 1; begin <= close;) {
      const auto end = std::min(text.find('|', begin), close);
      mark.parts.push_back(text.substr(begin, end - begin));
      mark.text += mark.parts.back();
      begin = end + 1;
    }
    article.between.push_back(text.substr(from, open - from));
    article.marks.push_back(std::move(mark));
    from = close + 2;
  }
  article.between.push_back(text.substr(from));
  return article;
}

/// A number as one writer wrote it: its digits with a full stop where they have a point, and how he writes them.
struct Written {
  std::string plain;
  FigureStyle style;
};

Written written(const std::string& text) {
  Written number;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') number.plain += c;
    else if (c == ',') number.style.group = ",";
    else if (c == '.') number.plain += number.style.point = ".";
    else {
      // U+0660 … U+0669 and U+066B are two bytes each.
      const auto low = static_cast<unsigned char>(text.at(++i));
      number.style.digits = 1;
      if (low >= 0xA0 && low <= 0xA9) number.plain += static_cast<char>('0' + (low - 0xA0));
      else number.plain += '.', number.style.point = text.substr(i - 1, 2);
    }
  }
  if (number.style.point.empty()) number.style.point = number.style.digits == 1 ? "٫" : ".";
  return number;
}

std::string as_written(const std::string& plain, const FigureStyle& style) { return figures(*parse_decimal(plain), style); }

/// Another digit that keeps the length: 9 becomes 8, others the next.
char slipped(char digit) { return digit == '9' ? '8' : static_cast<char>(digit + 1); }

/// Keys of edits to what stands instead, in order: of one number the first digit, the last that is no zero, two neighbours, a zero more or less.
std::vector<std::pair<std::string, std::string>> edits_of_number(const std::string& text) {
  const auto [plain, style] = written(text);
  std::vector<std::pair<std::string, std::string>> edits;
  const auto last = plain.find_last_of("123456789");
  for (const auto at : std::set<std::size_t>{0, last}) {
    auto other = plain;
    other[at] = slipped(other[at]);
    edits.emplace_back("digit slip", as_written(other, style));
  }
  for (std::size_t i = 0; i < last; ++i) {
    const char x = plain[i], y = plain[i + 1];
    if (x == '.' || y == '.' || x == y || y == '0') continue;
    auto other = plain;
    std::swap(other[i], other[i + 1]);
    edits.emplace_back("swapped digits", as_written(other, style));
    break;
  }
  const auto value = *parse_decimal(plain);
  edits.emplace_back("factor of ten", figures({value.mantissa, value.exponent + 1}, style));
  if (value.exponent != 0) edits.emplace_back("factor of ten", figures({value.mantissa, value.exponent - 1}, style));
  return edits;
}

/// The day is the number before the month: the next one, one a few days off, and one with a digit more or less. A year alone becomes the next.
std::vector<std::pair<std::string, std::string>> edits_of_date(const std::string& text) {
  const auto end = std::min(text.find(' '), text.size());
  const auto [plain, style] = written(text.substr(0, end));
  const int n = std::stoi(plain);
  std::vector<std::pair<std::string, std::string>> edits;
  if (end == text.size()) return {{"another year", as_written(std::to_string(n + 1), style)}};
  for (const int day : {n + 1, n > 4 ? n - 4 : n + 4, n > 10 ? n - 10 : n + 10})
    if (day >= 1 && day <= 28) edits.emplace_back("another day", as_written(std::to_string(day), style) + text.substr(end));
  return edits;
}

/// The list without one of its names; the word before the last name stays before the last.
std::vector<std::pair<std::string, std::string>> edits_of_list(const std::vector<std::string>& parts) {
  std::vector<std::pair<std::string, std::string>> edits;
  for (std::size_t out = 0; out < parts.size(); out += 2) {
    std::string text;
    std::size_t joint = 3;  // the first joint goes with the name
    for (std::size_t name = 0; name < parts.size(); name += 2) {
      if (name == out) continue;
      if (!text.empty()) text += parts[joint], joint += 2;
      text += parts[name];
    }
    edits.emplace_back("country left out", std::move(text));
  }
  return edits;
}

std::vector<std::pair<std::string, std::string>> edits_of_mark(const Mark& mark, const std::string& lang, const AgreeingPair& pair) {
  switch (mark.kind()) {
    case Kind::count: return edits_of_number(mark.text);
    case Kind::date: return edits_of_date(mark.text);
    case Kind::countries: return edits_of_list(mark.parts);
    case Kind::place: break;
  }
  std::vector<std::pair<std::string, std::string>> edits;
  for (const auto& city : pair.other.at(mark.key).at(lang)) edits.emplace_back("another city", city);
  return edits;
}

}  // namespace

Kind Mark::kind() const {
  switch (key.at(0)) {
    case 'n': return Kind::count;
    case 'd': return Kind::date;
    case 'c': return Kind::countries;
    case 'p': return Kind::place;
    default: throw std::runtime_error("a mark of no kind: " + key);
  }
}

Rendered render(const MarkedArticle& article, std::string id, const std::map<std::string, std::string>& instead) {
  Rendered rendered;
  auto& document = rendered.document;
  document.id = std::move(id);
  document.lang = article.lang;
  document.published = article.published;
  for (std::size_t i = 0; i < article.marks.size(); ++i) {
    const auto& mark = article.marks[i];
    document.text += article.between[i];
    const auto other = instead.find(mark.key);
    const auto begin = document.text.size();
    document.text += other == instead.end() ? mark.text : other->second;
    rendered.places[mark.key] = {begin, document.text.size()};
  }
  document.text += article.between.back();
  return rendered;
}

std::vector<AgreeingPair> read_agreeing_pairs(const std::string& path) {
  std::vector<AgreeingPair> pairs;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    pairs.push_back({json.at("pair"), {marked(json.at("first")), marked(json.at("second"))}, json.at("swap"), json.at("other")});
  }
  return pairs;
}

std::vector<Edit> edits_of(const AgreeingPair& pair) {
  std::vector<Edit> edits;
  for (std::size_t side = 0; side < 2; ++side) {
    const auto& article = pair.articles[side];
    std::map<std::string, std::string> texts;
    for (const auto& mark : article.marks) {
      texts[mark.key] = mark.text;
      for (auto& [kind, text] : edits_of_mark(mark, article.lang, pair)) edits.push_back({kind, side, {{mark.key, std::move(text)}}});
    }
    for (const auto& [one, other] : pair.swaps) edits.push_back({"swapped roles", side, {{one, texts.at(other)}, {other, texts.at(one)}}});
  }
  return edits;
}

}  // namespace mizan::test
