#include "source/text_file.hpp"

#include <algorithm>
#include <cstdio>
#include <istream>
#include <string_view>
#include <vector>

#include "source/dateline.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

/// A first line longer than this is a paragraph, whatever follows it.
constexpr std::size_t kTitleBytes = 400;
/// A front matter is a few lines; a text that opens with a rule of dashes is not searched to its end for the other one.
constexpr std::size_t kFrontMatterBytes = 16384;

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// The line at `at`, without its end; moves `at` behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void set_field(Document& document, std::string_view key, std::string_view value) {
  if (key == "id") document.id = value;
  if (key == "title") document.title = value;
  if (key == "lang") document.lang = value;
  if (key == "source") document.source = value;
  if (key == "published") document.published = iso_day(value);
}

/// Reads a front matter at `begin` into `document` and returns where it ends; `begin` where there is none. One line that
/// is no `key: value` makes all of it text: then the dashes were a rule that somebody drew.
std::size_t read_front_matter(std::string_view text, std::size_t begin, Document& document) {
  std::size_t at = begin;
  if (trimmed(take_line(text, at)) != "---") return begin;
  Document fields;
  while (at < text.size() && at - begin < kFrontMatterBytes) {
    const std::string_view line = take_line(text, at);
    if (trimmed(line) == "---") {
      if (!fields.id.empty()) document.id = fields.id;
      if (!fields.source.empty()) document.source = fields.source;
      document.title = fields.title;
      document.lang = fields.lang;
      document.published = fields.published;
      return at;
    }
    // Blank lines, comments, and what YAML lets stand below a key: not ours, no text either.
    if (trimmed(line).empty() || std::string_view(" \t#-").find(line.front()) != std::string_view::npos) continue;
    const std::size_t colon = line.find(':');
    const std::string_view key = trimmed(line.substr(0, colon));
    if (colon == std::string_view::npos || key.empty() || key.find(' ') != std::string_view::npos) return begin;
    set_field(fields, key, unquoted(trimmed(line.substr(colon + 1))));
  }
  return begin;
}

/// The first line, where a blank line and more text follow.
std::string_view first_line_as_title(std::string_view body) {
  std::size_t at = 0;
  std::string_view line;
  while (at < body.size() && trimmed(line).empty()) line = take_line(body, at);
  if (at >= body.size() || !trimmed(take_line(body, at)).empty()) return {};
  const bool more = !trimmed(body.substr(at)).empty();
  return more && line.size() <= kTitleBytes ? trimmed(line) : std::string_view();
}

std::string place(const InputName& name, std::string_view bytes, std::size_t at) {
  const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  return name.shown + ":" + std::to_string(line);
}

std::string base_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

}  // namespace

Result<Document> document_of_text(std::string bytes, const InputName& name) {
  if (const auto bad = find_invalid_utf8(bytes)) {
    const std::string_view mark = std::string_view(bytes).substr(0, 2);
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return Error{name.shown, "is UTF-16, not UTF-8"};
    char hex[8];
    std::snprintf(hex, sizeof hex, "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(bytes[*bad])));
    return Error{place(name, bytes, *bad), "byte " + std::to_string(*bad) + " (" + hex + ") is no UTF-8"};
  }
  if (const std::size_t zero = bytes.find('\0'); zero != std::string::npos) {
    return Error{place(name, bytes, zero), "byte " + std::to_string(zero) + " is zero: this is no text"};
  }
  Document document;
  document.id = name.id;
  document.source = name.shown;
  document.file.path = name.shown;
  const std::size_t begin = bom_size(bytes);
  const std::size_t body = read_front_matter(bytes, begin, document);
  if (trimmed(std::string_view(bytes).substr(body)).empty()) return Error{name.shown, bytes.empty() ? "is empty" : "holds no text"};
  document.body_begin = static_cast<std::uint32_t>(body);
  if (document.title.empty()) {
    document.title = first_line_as_title(std::string_view(bytes).substr(body));
    document.title_in_text = !document.title.empty();
  }
  if (document.published.empty()) document.published = day_in_name(base_name(name.id));
  document.text = std::move(bytes);
  return document;
}

bool read_text_file(std::istream& in, const InputName& name, const InputLimits& limits, const Found& found) {
  std::string bytes;
  std::vector<char> block(1u << 16);
  while (in && bytes.size() <= limits.file_bytes) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    found.unreadable({name.shown, "cannot be read to its end"});
    return true;
  }
  if (bytes.size() > limits.file_bytes) {
    found.unreadable({name.shown, "is larger than " + std::to_string(limits.file_bytes) + " bytes", Error::Cause::limit});
    return true;
  }
  auto document = document_of_text(std::move(bytes), name);
  if (!document) {
    found.unreadable(document.error());
    return true;
  }
  return found.document(std::move(*document), name.shown);
}

}  // namespace mizan
