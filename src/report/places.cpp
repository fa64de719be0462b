#include "report/places.hpp"

#include <libxml/uri.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>

#include "text/utf8.hpp"

namespace mizan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_web_address(std::string_view source) { return source.starts_with("https://") || source.starts_with("http://"); }

std::string plain_path(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

/// The file that a document came from. A store keeps only its source: a path, file:line of a corpus, or whatever the article says of itself.
TextPlace file_of(const Document& document) {
  TextPlace place;
  if (!document.file.path.empty()) {
    place.path = plain_path(document.file.path);
    place.line = document.file.line;
    return place;
  }
  const std::string& source = document.source;
  if (source.empty()) {
    place.path = document.id;
  } else if (is_web_address(source)) {
    place.path = source;
    place.is_web = true;
  } else {
    const std::size_t colon = source.rfind(':');
    const bool has_line = colon != source.npos && colon > 0 && source.size() - colon - 1 > 0 && source.size() - colon - 1 < 10 &&
                          std::all_of(source.begin() + static_cast<std::ptrdiff_t>(colon) + 1, source.end(), is_digit);
    place.path = plain_path(source.substr(0, has_line ? colon : source.npos));
    if (has_line) place.line = static_cast<std::uint32_t>(std::stoul(source.substr(colon + 1)));
  }
  return place;
}

/// Where the title begins in a text file whose front matter names it; npos where it stands elsewhere.
std::size_t title_begin(const Document& document) {
  const std::string_view front = std::string_view(document.text).substr(0, document.body_begin);
  const std::size_t key = front.find("\ntitle:");
  return key == front.npos || document.title.empty() ? front.npos : front.find(document.title, key);
}

}  // namespace

const std::vector<std::uint32_t>& Places::lines_of(const Document& document) {
  auto& lines = lines_[&document];
  if (!lines.empty()) return lines;
  // A byte order mark is no character of the first line.
  lines.push_back(static_cast<std::uint32_t>(bom_size(document.text)));
  for (std::size_t at = document.text.find('\n'); at != std::string::npos; at = document.text.find('\n', at + 1))
    lines.push_back(static_cast<std::uint32_t>(at + 1));
  return lines;
}

TextPlace Places::find(const Document* document, const Claim* claim) {
  if (!document) return {.path = claim ? claim->document : std::string(), .line = 1};
  TextPlace place = file_of(*document);
  if (place.is_web || place.line != 0) return place;
  place.line = 1;
  if (!claim) return place;
  std::size_t begin = index_of(claim->span.begin), end = index_of(claim->span.end);
  if (claim->in_title) {
    const std::size_t title = title_begin(*document);
    if (title == std::string::npos) return place;
    begin += title;
    end += title;
  }
  if (begin > end || end > document->text.size()) return place;
  const auto& lines = lines_of(*document);
  const auto settle = [&](std::size_t byte, std::uint32_t& line, std::uint32_t& column) {
    const auto next = std::upper_bound(lines.begin() + 1, lines.end(), byte);
    const std::size_t from = std::min<std::size_t>(*(next - 1), byte);
    line = static_cast<std::uint32_t>(next - lines.begin());
    column = 1;
    for (std::size_t at = from; at < byte; ++at) column += is_utf8_tail(document->text[at]) ? 0u : 1u;
  };
  settle(begin, place.line, place.column);
  settle(end, place.end_line, place.end_column);
  return place;
}

TextPlace place_of(const Error& error) {
  TextPlace place;
  place.path = error.where;
  std::vector<std::uint32_t> numbers;
  while (numbers.size() < 2) {
    const std::size_t colon = place.path.rfind(':');
    const std::string digits = colon == std::string::npos || colon == 0 ? std::string() : place.path.substr(colon + 1);
    if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string::npos) break;
    numbers.insert(numbers.begin(), static_cast<std::uint32_t>(std::stoul(digits)));
    place.path.resize(colon);
  }
  if (!numbers.empty()) place.line = place.end_line = numbers[0];
  if (numbers.size() > 1) place.column = place.end_column = numbers[1];
  return place;
}

std::string uri_of(const TextPlace& place) {
  const auto escaped = [](const std::string& text, const char* kept) {
    const auto* bytes = reinterpret_cast<const xmlChar*>(text.c_str());
    const std::unique_ptr<xmlChar, decltype(xmlFree)> uri(xmlURIEscapeStr(bytes, reinterpret_cast<const xmlChar*>(kept)), xmlFree);
    return uri ? std::string(reinterpret_cast<const char*>(uri.get())) : std::string();
  };
  if (place.is_web) {
    const std::string address = escaped(place.path, ":/?#@!$&'()*+,;=%");
    const std::unique_ptr<xmlURI, decltype(&xmlFreeURI)> parsed(xmlParseURI(address.c_str()), xmlFreeURI);
    return parsed ? address : escaped(place.path, ":/");  // a lone % or # too many
  }
  return (place.path.starts_with('/') ? "file://" : "") + escaped(place.path, "/");
}

}  // namespace mizan
