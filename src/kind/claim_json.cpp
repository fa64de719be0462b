#include "kind/claim_json.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "kind/claim_members.hpp"
#include "kind/json_members.hpp"
#include "mizan/fact.hpp"

namespace mizan {
namespace {

using Json = nlohmann::json;
using namespace claim_members;
using namespace json_members;

ByteOffset offset_from(const Json& number, const char* member) {
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max()) {
    refuse(member, "is no byte offset");
  }
  return ByteOffset{number.get<std::uint32_t>()};
}

/// Days since 1970-01-01. Asked as a double, which holds every number that JSON can give without wrapping round.
std::int32_t whole_from(const Json& number, const char* member) {
  const bool whole = number.is_number_integer();
  const double days = whole ? number.get<double>() : 0;
  if (!whole || days < std::numeric_limits<std::int32_t>::min() || days > std::numeric_limits<std::int32_t>::max()) {
    refuse(member, "is no day");
  }
  return static_cast<std::int32_t>(days);
}

Span span_from(const Json* begin, const Json* end, const char* member) {
  if (!begin || !end) refuse(member, "is missing");
  const Span span{offset_from(*begin, member), offset_from(*end, member)};
  if (span.end < span.begin) refuse(member, "is before the begin");
  return span;
}

/// A day in EDTF as days since 1970-01-01; nothing where the member is missing.
std::optional<std::int32_t> day_in(const Json& json, const char* member) {
  const auto day = string_in(json, member);
  if (day.empty()) return std::nullopt;
  const auto date = parse_edtf(day);
  const auto days = date ? interval(*date) : std::nullopt;
  if (!days || days->first != days->last) refuse(member, "is no day: " + day);
  return days->first;
}

/// 0 where the member is missing.
std::uint32_t number_in(const Json& json, const char* member, std::uint32_t most) {
  const Json* number = find(json, member);
  if (!number) return 0;
  if (!number->is_number_unsigned() || number->get<std::uint64_t>() > most) refuse(member, "is out of range");
  return number->get<std::uint32_t>();
}

// ---- What EDTF does not tell: which fields were concluded ----

void mark_implied(DateRange& date, const std::vector<std::string>& implied) {
  for (const std::string& path : implied) {
    const bool last = path.starts_with("last.");
    const auto name = std::string_view(path).substr(path.find('.') + 1);
    DatePoint& point = last ? date.last : date.first;
    for (const auto& field : date_fields) {
      if (name == field.name && point.*field.is == Certainty::certain) point.*field.is = Certainty::implied;
    }
  }
  if (!date.is_range) date.last = date.first;
}

// ---- Slots ----

template <std::size_t N>
std::uint8_t index_in(const std::array<const char*, N>& names, const std::string& name, const char* member) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) refuse(member, "is unknown: " + name);
  return static_cast<std::uint8_t>(found - names.begin());
}

Slot slot_from(const Json& json, const char* member) {
  if (!json.is_object()) refuse(member, "is no object");
  const auto state = static_cast<SlotState>(index_in(slot_states, string_in(json, "state"), "state"));
  return {string_in(json, "id"), state, string_in(json, "words")};
}

Topic topic_from_slots(const Json& json) {
  if (!json.is_object()) refuse("slots", "is no object");
  Topic topic;
  for_each_slot(topic, [&](const char* name, Slot& slot) {
    if (const Json* given = find(json, name)) slot = slot_from(*given, name);
  });
  topic.event.modifiers = strings_in(json, "modifiers");
  topic.event.label = string_in(json, "label");
  if (const Json* entity = find(json, "entity")) {
    const auto number = whole_from(*entity, "entity");
    if (number < 0) refuse("entity", "is negative");
    topic.event.entity = static_cast<std::uint32_t>(number);
  }
  if (const Json* days = find(json, "as_of_days")) {
    topic.as_of.days = whole_from(*days, "as_of_days");
  }
  if (const auto from = string_in(json, "as_of_from"); !from.empty()) {
    topic.as_of.from = static_cast<AsOf::From>(index_in(as_of_sources, from, "as_of_from"));
  }
  topic.updates = bool_in(json, "updates");
  return topic;
}

/// The topic as people write it into a claim by hand: what it names is known.
Topic topic_from_words(const Json& json) {
  if (!json.is_object()) refuse("topic", "is no object");
  Topic topic;
  topic.event.label = string_in(json, "event");
  for_each_plain_slot(topic, [&](const char* name, Slot& slot) {
    if (const auto id = string_in(json, name); !id.empty()) slot = {id, SlotState::known, {}};
  });
  if (const auto day = day_in(json, "as_of")) topic.as_of = {*day, AsOf::From::text};
  topic.updates = bool_in(json, "updates");
  return topic;
}

// ---- Claims ----

Kind kind_from(const std::string& name) {
  for (const Kind kind : {Kind::date, Kind::count, Kind::countries, Kind::place}) {
    if (name_of(kind) == name) return kind;
  }
  refuse("kind", name.empty() ? "is missing" : "is unknown: " + name);
}

std::string claim_id(const Claim& claim) {
  return claim.document + (claim.in_title ? ":title-" : ":") + std::string(name_of(claim.kind)) + ':' +
         std::to_string(index_of(claim.span.begin));
}

Span sentence_from(const Json& claim) {
  const Json* sentence = find(claim, "sentence");
  if (!sentence) return {};
  if (!sentence->is_array() || sentence->size() != 2) refuse("sentence", "is no pair of offsets");
  return span_from(&(*sentence)[0], &(*sentence)[1], "sentence");
}

Beside beside_from(const Json& json) {
  Beside beside;
  beside.weekday = static_cast<std::uint8_t>(number_in(json, "weekday", 7));
  beside.hijri = day_in(json, "hijri");
  beside.listed = number_in(json, "listed", std::numeric_limits<std::uint32_t>::max());
  beside.backwards = bool_in(json, "backwards");
  return beside;
}

Claim claim_from(const Json& json) {
  if (!json.is_object()) refuse("claim", "is no object");
  Claim claim;
  if (!find(json, "document")) refuse("document", "is missing");
  claim.document = string_in(json, "document");
  claim.kind = kind_from(string_in(json, "kind"));
  claim.span = span_from(find(json, "begin"), find(json, "end"), "end");
  if (const auto part = string_in(json, "in"); !part.empty()) {
    if (part != "title") refuse("in", "is unknown: " + part);
    claim.in_title = true;
  }
  claim.id = string_in(json, "id");
  if (claim.id.empty()) claim.id = claim_id(claim);
  claim.quote = string_in(json, "quote");

  const Json* value = find(json, "value");
  if (!value) refuse("value", "is missing");
  auto read = value_from_json(claim.kind, *value, string_in(json, "unit"));
  if (!read) throw read.error();
  claim.value = *std::move(read);
  if (auto* date = std::get_if<DateRange>(&claim.value)) mark_implied(*date, strings_in(json, "implied"));

  if (const Json* slots = find(json, "slots")) {
    claim.topic = topic_from_slots(*slots);
  } else if (const Json* topic = find(json, "topic")) {
    claim.topic = topic_from_words(*topic);
  }
  claim.sentence = sentence_from(json);
  claim.context = strings_in(json, "context");
  claim.anchors = strings_in(json, "anchors");
  claim.left = strings_in(json, "left");
  claim.right = strings_in(json, "right");
  claim.keys = strings_in(json, "keys");
  claim.rule = string_in(json, "rule");
  claim.row = string_in(json, "row");
  claim.anchor = day_in(json, "anchor");
  claim.beside = beside_from(json);
  if (const Json* reading = find(json, "reading")) {
    if (!reading->is_number()) refuse("reading", "is no number");
    claim.reading = reading->get<double>();
  }
  return claim;
}

}  // namespace

Result<Claim> claim_from_json(const Json& claim) {
  try {
    return claim_from(claim);
  } catch (const Error& error) {
    return error;
  }
}

}  // namespace mizan
