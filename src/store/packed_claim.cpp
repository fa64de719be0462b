#include "store/packed_claim.hpp"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "store/claim_row.hpp"

namespace mizan {
namespace {

template <class T>
concept Whole = std::integral<T> || std::is_enum_v<T>;

/// Numbers of any width as one: signed ones zigzag, so that small ones of either sign are short.
template <Whole T>
std::uint64_t wide(T value) {
  if constexpr (std::is_enum_v<T>) {
    return static_cast<std::uint64_t>(value);
  } else if constexpr (std::signed_integral<T>) {
    const auto bits = static_cast<std::uint64_t>(std::int64_t{value});
    return bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0);
  } else {
    return std::uint64_t{value};
  }
}

/// Writes fields one after the other: numbers seven bits a byte, the lowest first, texts and lists with their length before them.
class Packer {
 public:
  template <Whole T>
  void operator()(const T& value) {
    auto rest = wide(value);
    for (; rest >= 0x80; rest >>= 7) out_ += static_cast<char>(rest | 0x80);
    out_ += static_cast<char>(rest);
  }
  void operator()(const std::string& text) {
    (*this)(text.size());
    out_ += text;
  }
  void operator()(double value) { (*this)(std::bit_cast<std::uint64_t>(value)); }
  template <class T>
  void operator()(const std::optional<T>& value) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  void operator()(const std::vector<std::string>& list) {
    (*this)(list.size());
    for (const auto& text : list) (*this)(text);
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

constexpr std::uint32_t most_of(ByteOffset) { return std::numeric_limits<std::uint32_t>::max(); }
constexpr std::uint8_t most_of(SlotState) { return static_cast<std::uint8_t>(SlotState::known); }
constexpr std::uint8_t most_of(Certainty) { return static_cast<std::uint8_t>(Certainty::certain); }
constexpr std::uint8_t most_of(AsOf::From) { return static_cast<std::uint8_t>(AsOf::From::text); }

/// Reads what a Packer wrote.
class Unpacker {
 public:
  Unpacker(std::string_view id, std::string_view packed) : id_(id), rest_(packed) {}

  template <Whole T>
  void operator()(T& value) {
    if constexpr (std::is_enum_v<T>) {
      std::underlying_type_t<T> number{};
      (*this)(number);
      if (number > most_of(T{})) refuse();
      value = static_cast<T>(number);
    } else {
      const auto bits = number();
      if constexpr (std::signed_integral<T>) {
        const auto whole = static_cast<std::int64_t>(bits >> 1 ^ ((bits & 1) != 0 ? ~std::uint64_t{0} : 0));
        if (whole < std::numeric_limits<T>::min() || whole > std::numeric_limits<T>::max()) refuse();
        value = static_cast<T>(whole);
      } else {
        if (bits > std::numeric_limits<T>::max()) refuse();
        value = static_cast<T>(bits);
      }
    }
  }
  void operator()(std::string& text) {
    const auto size = length();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void operator()(double& value) { value = std::bit_cast<double>(number()); }
  template <class T>
  void operator()(std::optional<T>& value) {
    bool has_value = false;
    (*this)(has_value);
    if (has_value) (*this)(value.emplace());
  }
  void operator()(std::vector<std::string>& list) {
    list.resize(length());
    for (auto& text : list) (*this)(text);
  }
  void expect_end() const {
    if (!rest_.empty()) refuse();
  }
  [[noreturn]] void refuse() const { throw UnreadableRow("claim " + std::string(id_) + ", its packed form"); }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (rest_.empty() || shift > 63) refuse();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
  }
  /// Of a text or list: every element takes a byte at least, so that damage cannot ask for more memory than there is text.
  std::size_t length() {
    const auto size = number();
    if (size > rest_.size()) refuse();
    return static_cast<std::size_t>(size);
  }

  std::string_view id_, rest_;
};

template <class Code, class AnyPoint>
void code_point(Code& code, AnyPoint& point) {
  code(point.year);
  code(point.month);
  code(point.day);
  code(point.year_is);
  code(point.month_is);
  code(point.day_is);
  code(point.unknown_year_digits);
  code(point.approximate);
}

template <class Code>
void code_bound(Code& code, auto& bound) {
  bool is_there = bound.has_value();
  code(is_there);
  if (!is_there) return;
  if (!bound) {
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(bound)>>) bound.emplace();
  }
  code(bound->mantissa);
  code(bound->exponent);
}

template <class Code, class AnyValue>
void code_value(Code& code, AnyValue& value) {
  if (auto* date = std::get_if<DateRange>(&value)) {
    code_point(code, date->first);
    code_point(code, date->last);
    code(date->is_range);
    code(date->open_begin);
    code(date->open_end);
  } else if (auto* quantity = std::get_if<Quantity>(&value)) {
    code_bound(code, quantity->min);
    code_bound(code, quantity->max);
    code(quantity->strict);
    code(quantity->approximate);
    code(quantity->unit);
  } else if (auto* countries = std::get_if<CountryList>(&value)) {
    code(countries->codes);
    code(countries->partial);
  } else if (auto* place = std::get_if<Place>(&value)) {
    code(place->name);
    code(place->country);
  }
}

template <class Code, class AnyTopic>
void code_topic(Code& code, AnyTopic& topic) {
  auto& event = topic.event;
  for (auto* slot : {&event.head, &event.ordinal, &event.year, &event.place, &event.parent, &topic.role, &topic.facet, &topic.modality, &topic.of_whom, &topic.scope,
                     &topic.speaker}) {
    code(slot->id);
    code(slot->state);
    code(slot->words);
  }
  code(event.modifiers);
  code(event.label);
  code(event.entity);
  code(topic.as_of.days);
  code(topic.as_of.from);
  code(topic.updates);
}

template <class Code, class AnySpan>
void code_span(Code& code, AnySpan& span) {
  code(span.begin);
  code(span.end);
}

/// All fields but id, document, kind and keys, in one order for both ways.
template <class Code, class AnyClaim>
void code_claim(Code& code, AnyClaim& claim) {
  code_value(code, claim.value);
  code_span(code, claim.span);
  code(claim.in_title);
  code(claim.quote);
  code_topic(code, claim.topic);
  code_span(code, claim.sentence);
  code(claim.context);
  code(claim.anchors);
  code(claim.left);
  code(claim.right);
  code(claim.rule);
  code(claim.row);
  code(claim.reading);
  code(claim.anchor);
  code(claim.beside.weekday);
  code(claim.beside.hijri);
  code(claim.beside.listed);
  code(claim.beside.backwards);
}

// Most keys are an anchor or a stem of the context once more: these are told by their place. 0: a text of its own, 2i + 1: the anchor, 2i + 2: the stem.
constexpr std::string_view kStemKey = "s:";

void pack_keys(Packer& code, const Claim& claim) {
  code(claim.keys.size());
  for (const auto& key : claim.keys) {
    const bool is_stem = key.starts_with(kStemKey);
    const auto& list = is_stem ? claim.context : claim.anchors;
    const auto found = std::find(list.begin(), list.end(), is_stem ? std::string_view(key).substr(kStemKey.size()) : std::string_view(key));
    if (found == list.end()) {
      code(0u);
      code(key);
    } else {
      code(2 * static_cast<std::size_t>(found - list.begin()) + (is_stem ? 2 : 1));
    }
  }
}

void unpack_keys(Unpacker& code, Claim& claim) {
  std::size_t count = 0;
  code(count);
  for (; count > 0; --count) {
    std::size_t place = 0;
    code(place);
    auto& key = claim.keys.emplace_back();
    if (place == 0) {
      code(key);
      continue;
    }
    const bool is_stem = place % 2 == 0;
    const auto& list = is_stem ? claim.context : claim.anchors;
    const auto at = (place - 1) / 2;
    if (at >= list.size()) code.refuse();
    key = is_stem ? std::string(kStemKey) + list[at] : list[at];
  }
}

Value value_of_kind(std::size_t kind, const Unpacker& code) {
  switch (kind) {
    case 0: return DateRange{};
    case 1: return Quantity{};
    case 2: return CountryList{};
    case 3: return Place{};
    default: code.refuse();
  }
}

}  // namespace

std::string pack_claim(const Claim& claim) {
  Packer code;
  code(claim.value.index());
  // As a rule the id begins with that of the document: then its length will do.
  const bool is_in_id = claim.id.starts_with(claim.document);
  code(is_in_id);
  if (is_in_id) code(claim.document.size());
  else code(claim.document);
  code_claim(code, claim);
  pack_keys(code, claim);
  return code.take();
}

Claim unpack_claim(std::string_view id, std::string_view packed) {
  Unpacker code(id, packed);
  Claim claim;
  claim.id = id;
  std::size_t kind = 0;
  code(kind);
  claim.value = value_of_kind(kind, code);
  claim.kind = kind_of(claim.value);
  bool is_in_id = false;
  code(is_in_id);
  if (is_in_id) {
    std::size_t size = 0;
    code(size);
    if (size > id.size()) code.refuse();
    claim.document = id.substr(0, size);
  } else {
    code(claim.document);
  }
  code_claim(code, claim);
  unpack_keys(code, claim);
  code.expect_end();
  return claim;
}

}  // namespace mizan
