#include "kind/claim_writer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <nlohmann/json.hpp>

#include "kind/claim_members.hpp"
#include "mizan/fact.hpp"

namespace mizan {
namespace {

using namespace claim_members;

/// Members one after the other, straight into text: a tree of every claim of a corpus took a fifth of the time of reading it.
class ClaimWriter {
 public:
  explicit ClaimWriter(rapidjson::StringBuffer& out) : json_(out) {}

  void claim(const Claim& claim, ClaimMembers members) {
    const bool in_columns = members == ClaimMembers::beside_columns;
    json_.StartObject();
    if (!in_columns) {
      text("id", claim.id);
      text("document", claim.document);
      text("kind", name_of(claim.kind));
      key("begin");
      json_.Uint(index_of(claim.span.begin));
      key("end");
      json_.Uint(index_of(claim.span.end));
    }
    text("quote", claim.quote);
    if (claim.in_title && !in_columns) text("in", "title");
    key("value");
    value(claim.value);
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    if (quantity && !quantity->unit.empty() && !in_columns) text("unit", quantity->unit);
    if (claim.anchor) text("anchor", day_words(*claim.anchor));
    key("topic");
    topic(claim.topic);
    if (members == ClaimMembers::all) rest(claim);
    json_.EndObject();
  }

  void value(const Value& value) {
    json_.StartObject();
    switch (kind_of(value)) {
      case Kind::date: text("edtf", to_edtf(std::get<DateRange>(value))); break;
      case Kind::count: quantity(std::get<Quantity>(value)); break;
      case Kind::countries: {
        const auto& list = std::get<CountryList>(value);
        texts("codes", list.codes);
        flag("partial", list.partial);
        break;
      }
      case Kind::place: {
        const auto& place = std::get<Place>(value);
        text("name", place.name);
        if (!place.country.empty()) text("country", place.country);
        break;
      }
    }
    json_.EndObject();
  }

  void topic(const Topic& topic) {
    json_.StartObject();
    if (const auto event = event_words(topic.event); !event.empty()) text("event", event);
    for_each_plain_slot(topic, [&](const char* name, const Slot& slot) {
      if (slot) text(name, slot.id.empty() ? slot.words : slot.id);
    });
    if (topic.as_of.days) text("as_of", day_words(*topic.as_of.days));
    flag("updates", topic.updates);
    json_.EndObject();
  }

 private:
  /// What comparison needs and no report shows.
  void rest(const Claim& claim) {
    if (const auto* date = std::get_if<DateRange>(&claim.value)) implied(*date);
    key("slots");
    slots(claim.topic);
    key("sentence");
    json_.StartArray();
    json_.Uint(index_of(claim.sentence.begin));
    json_.Uint(index_of(claim.sentence.end));
    json_.EndArray();
    texts_if_any("context", claim.context);
    texts_if_any("anchors", claim.anchors);
    texts_if_any("left", claim.left);
    texts_if_any("right", claim.right);
    texts_if_any("keys", claim.keys);
    if (!claim.rule.empty()) text("rule", claim.rule);
    if (!claim.row.empty()) text("row", claim.row);
    beside(claim.beside);
    if (claim.reading != 1.0) {
      key("reading");
      json_.Double(claim.reading);
    }
  }

  void beside(const Beside& beside) {
    if (beside.weekday != 0) number("weekday", beside.weekday);
    if (beside.hijri) text("hijri", day_words(*beside.hijri));
    if (beside.listed != 0) number("listed", beside.listed);
    flag("backwards", beside.backwards);
  }

  void quantity(const Quantity& quantity) {
    bound("min", quantity.min);
    bound("max", quantity.max);
    flag("strict", quantity.strict);
    flag("approx", quantity.approximate);
  }

  /// A JSON number that reads back as the same decimal; a string in plain notation where no double does that.
  void bound(const char* name, const std::optional<Decimal>& bound) {
    key(name);
    if (!bound) {
      json_.Null();
      return;
    }
    const std::string plain = show(*bound);
    constexpr std::size_t safe_digits = 15;  // every decimal of so many figures is told apart by a double, and read back as itself
    if (plain.size() <= safe_digits) {
      json_.RawValue(plain.data(), plain.size(), rapidjson::kNumberType);
      return;
    }
    if (bound->exponent >= 0) {
      if (const auto number = nlohmann::json::parse(plain); number.is_number_integer()) {
        json_.RawValue(plain.data(), plain.size(), rapidjson::kNumberType);
        return;
      }
    }
    const std::string number = nlohmann::json(to_double(*bound)).dump();
    if (parse_decimal(number) == *bound) json_.RawValue(number.data(), number.size(), rapidjson::kNumberType);
    else string(plain);
  }

  /// Which fields of a date were concluded: EDTF does not tell.
  void implied(const DateRange& date) {
    bool any = false;
    for (const bool last : {false, true}) {
      const DatePoint& point = last ? date.last : date.first;
      if (last && !date.is_range) break;  // both ends are one point
      for (const auto& field : date_fields) {
        if (point.*field.is != Certainty::implied) continue;
        if (!any) {
          key("implied");
          json_.StartArray();
        }
        any = true;
        string(std::string(last ? "last." : "first.") + field.name);
      }
    }
    if (any) json_.EndArray();
  }

  /// The whole topic; members that are empty are left out.
  void slots(const Topic& topic) {
    json_.StartObject();
    for_each_slot(topic, [&](const char* name, const Slot& slot) {
      if (slot == Slot{}) return;
      key(name);
      json_.StartObject();
      text("id", slot.id);
      text("state", slot_states[static_cast<std::size_t>(slot.state)]);
      if (!slot.words.empty()) text("words", slot.words);
      json_.EndObject();
    });
    texts_if_any("modifiers", topic.event.modifiers);
    if (!topic.event.label.empty()) text("label", topic.event.label);
    if (topic.event.entity) {
      key("entity");
      json_.Uint(*topic.event.entity);
    }
    if (topic.as_of.days) {
      key("as_of_days");
      json_.Int(*topic.as_of.days);
    }
    if (topic.as_of.from != AsOf::From::nothing) text("as_of_from", as_of_sources[static_cast<std::size_t>(topic.as_of.from)]);
    flag("updates", topic.updates);
    json_.EndObject();
  }

  /// The event in words: as the article names it, else its head and what makes it this instance.
  static std::string event_words(const EventTopic& event) {
    if (!event.label.empty()) return event.label;
    std::string words;
    for (const Slot* slot : {&event.ordinal, &event.head, &event.year, &event.place, &event.parent}) {
      if (!*slot || slot->id.empty()) continue;
      if (!words.empty()) words += ' ';
      words += slot->id;
    }
    return words;
  }

  static std::string day_words(std::int32_t days) {
    const DatePoint point = civil_from_days(days);
    return to_edtf({point, point, false, false, false});
  }

  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void string(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
  void text(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  void texts(const char* name, const std::vector<std::string>& list) {
    key(name);
    json_.StartArray();
    for (const auto& text : list) string(text);
    json_.EndArray();
  }
  void texts_if_any(const char* name, const std::vector<std::string>& list) {
    if (!list.empty()) texts(name, list);
  }
  void number(const char* name, std::uint32_t number) {
    key(name);
    json_.Uint(number);
  }
  /// A flag that is off is left out.
  void flag(const char* name, bool is_on) {
    if (!is_on) return;
    key(name);
    json_.Bool(true);
  }

  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

template <class Write>
std::string written(Write write) {
  rapidjson::StringBuffer buffer;
  ClaimWriter writer(buffer);
  write(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

std::string claim_to_json(const Claim& claim, ClaimMembers members) {
  return written([&](ClaimWriter& writer) { writer.claim(claim, members); });
}

std::string value_to_json(const Value& value) {
  return written([&](ClaimWriter& writer) { writer.value(value); });
}

std::string topic_to_json(const Topic& topic) {
  return written([&](ClaimWriter& writer) { writer.topic(topic); });
}

}  // namespace mizan
