#include "source/json_lines.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <istream>
#include <optional>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "source/dateline.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

enum Member : std::size_t { id_member, text_member, lang_member, title_member, published_member, source_member, member_count };
constexpr std::array<std::string_view, member_count> kMembers{"id", "text", "lang", "title", "published", "source"};

/// Takes the members of the outer object as they pass. A tree of the whole line would let 16 MB of brackets take a gigabyte.
class MemberReader final : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, MemberReader> {
 public:
  std::array<std::optional<std::string>, member_count> values;
  std::array<bool, member_count> wrong_type{};
  bool is_object = false;

  bool Null() { return other(false); }
  bool Default() { return other(true); }
  /// Many corpora number their articles.
  bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
    const std::string_view number(digits, size);
    return member_ == id_member && number.find_first_of(".eE") == number.npos ? take(number) : other(true);
  }
  bool String(const char* text, rapidjson::SizeType size, bool) { return take({text, size}); }
  bool StartObject() {
    if (depth_ == 0) is_object = true;
    return open();
  }
  bool StartArray() { return open(); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* name, rapidjson::SizeType size, bool) {
    if (depth_ == 1) member_ = static_cast<std::size_t>(std::find(kMembers.begin(), kMembers.end(), std::string_view(name, size)) - kMembers.begin());
    return true;
  }

 private:
  bool open() {
    if (depth_ == 1) other(true);
    ++depth_;
    return is_object;  // a list or a bare value is no document: stop at once
  }
  bool close() {
    --depth_;
    return true;
  }
  bool take(std::string_view value) {
    if (depth_ == 0) return false;
    if (depth_ == 1 && member_ < member_count) {
      values[member_] = value;
      wrong_type[member_] = false;
    }
    return true;
  }
  bool other(bool is_wrong) {
    if (depth_ == 0) return false;
    if (depth_ == 1 && member_ < member_count) {
      values[member_].reset();
      wrong_type[member_] = is_wrong;
    }
    return true;
  }
  std::size_t depth_ = 0, member_ = member_count;
};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

bool LineReader::fill() {
  if (block_.empty()) block_.resize(1u << 16);
  // Not istream::read: that would wait for a full block, and a line typed or piped in has to come through at once.
  in_.peek();
  const std::streamsize ready = in_.good() ? in_.readsome(block_.data(), static_cast<std::streamsize>(block_.size())) : 0;
  at_ = 0;
  size_ = static_cast<std::size_t>(std::max<std::streamsize>(ready, 0));
  if (size_ == 0 && in_.good()) {
    in_.get(block_[0]);
    size_ = static_cast<std::size_t>(in_.gcount());
  }
  return size_ > 0;
}

LineReader::Got LineReader::next() {
  line_.clear();
  bool too_long = false, any = false;
  while (at_ < size_ || fill()) {
    any = true;
    const char* from = block_.data() + at_;
    const auto* end = static_cast<const char*>(std::memchr(from, '\n', size_ - at_));
    const std::size_t size = end ? static_cast<std::size_t>(end - from) : size_ - at_;
    at_ += size + (end ? 1 : 0);
    if (!too_long && line_.size() + size > limit_bytes_) {
      too_long = true;
      std::string().swap(line_);
    }
    if (!too_long) line_.append(from, size);
    if (end) break;
  }
  if (!any) return Got::end;
  ++number_;
  return too_long ? Got::too_long : Got::line;
}

Result<Document> document_of_json(std::string_view line, const std::string& id, const std::string& where) {
  if (const auto bad = find_invalid_utf8(line)) return Error{where + ":" + std::to_string(*bad + 1), "bytes that are no UTF-8"};
  MemberReader members;
  rapidjson::Reader reader;
  // In place: a text is unescaped where it stands, not byte by byte onto a stack. A NUL ends the line as its end does: JSON has none.
  std::string unescaped(line);
  rapidjson::InsituStringStream bytes(unescaped.data());
  // Iterative: a megabyte of brackets must not fill the stack.
  const auto parsed = reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseInsituFlag>(bytes, members);
  if (parsed.IsError() && parsed.Code() != rapidjson::kParseErrorTermination)
    return Error{where + ":" + std::to_string(parsed.Offset() + 1), std::string("no valid JSON: ") + rapidjson::GetParseError_En(parsed.Code())};
  if (!members.is_object) return Error{where, "no JSON object"};
  for (std::size_t i = 0; i < member_count; ++i) {
    // A dateline that cannot be read is only unknown.
    if (members.wrong_type[i] && i != published_member) return Error{where, "`" + std::string(kMembers[i]) + "` is no string"};
  }
  const auto value = [&](Member member) { return std::move(members.values[member]).value_or(std::string()); };
  if (!members.values[text_member]) return Error{where, "`text` is missing"};
  Document document;
  document.text = value(text_member);
  if (is_blank(document.text)) return Error{where, "`text` is empty"};
  document.id = value(id_member);
  if (document.id.empty()) document.id = id;
  document.source = value(source_member);
  if (document.source.empty()) document.source = where;
  document.lang = value(lang_member);
  document.title = value(title_member);
  document.published = iso_day(value(published_member));
  return document;
}

bool read_json_lines(std::istream& in, const InputName& name, const InputLimits& limits, const Found& found) {
  LineReader reader(in, limits.line_bytes);
  for (;;) {
    const LineReader::Got got = reader.next();
    if (got == LineReader::Got::end) break;
    const std::string number = ":" + std::to_string(reader.number());
    const std::string where = name.shown + number;
    if (got == LineReader::Got::too_long) {
      found.unreadable({where, "the line is longer than " + std::to_string(limits.line_bytes) + " bytes", Error::Cause::limit});
      continue;
    }
    const std::string_view line = reader.number() == 1 ? strip_bom(reader.line()) : reader.line();
    if (is_blank(line)) continue;
    auto document = document_of_json(line, name.id + number, where);
    if (!document) {
      found.unreadable(document.error());
      continue;
    }
    document->file = {name.shown, static_cast<std::uint32_t>(reader.number())};
    if (!found.document(std::move(*document), where)) {
      return false;
    }
  }
  if (in.bad()) found.unreadable({name.shown, "cannot be read to its end"});
  return true;
}

}  // namespace mizan
