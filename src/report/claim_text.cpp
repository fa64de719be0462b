#include "report/claim_text.hpp"

#include "report/visible.hpp"

namespace mizan {
namespace {

class ClaimText {
 public:
  ClaimText(const Words& words, std::string indent) : words_(words), indent_(std::move(indent)) {}

  std::string write(const Claim& claim) {
    const Topic& topic = claim.topic;
    line("topic.value", value_in_words(claim.value, words_));
    line("topic.rule", claim.row.empty() ? claim.rule : claim.rule + ", " + claim.row);
    event(topic.event);
    slot("topic.role", "role", topic.role);
    slot("topic.facet", "facet", topic.facet);
    slot("topic.modality", "modality", topic.modality);
    slot("topic.scope", "scope", topic.scope);
    if (topic.of_whom) line("topic.of-whom", told(topic.of_whom.words.empty() ? topic.of_whom.id : topic.of_whom.words, topic.of_whom));
    if (topic.speaker) line("topic.speaker", topic.speaker.words);
    as_of(topic.as_of);
    return std::move(text_);
  }

 private:
  /// Ids may come from a claim stream that anybody wrote: they are made visible as words of the article are.
  void line(const char* key, const std::string& what) { text_ += indent_ + words_(key) + ": " + visible(what) + "\n"; }

  /// The words that set a slot, or that it was concluded.
  std::string told(const std::string& what, const Slot& slot) const {
    if (slot.words.empty()) return slot.state == SlotState::inherited ? fill(words_("topic.concluded"), {what}) : what;
    return fill(words_("topic.from"), {what, slot.words});
  }

  void slot(const char* key, std::string_view list, const Slot& slot) {
    if (slot) line(key, told(term(words_, list, slot.id), slot));
  }

  void event(const EventTopic& event) {
    const auto what = event_in_words(event, words_);
    line("topic.event", event.head ? told(what, event.head) : what);
  }

  void as_of(const AsOf& as_of) {
    if (!as_of.days) return;
    line("topic.as-of", fill(words_(as_of.from == AsOf::From::text ? "topic.in-text" : "topic.dateline"), {day_in_words(*as_of.days, words_)}));
  }

  const Words& words_;
  const std::string indent_;
  std::string text_;
};

}  // namespace

std::string topic_in_words(const Claim& claim, const Words& words, const std::string& indent) { return ClaimText(words, indent).write(claim); }

std::string claim_in_words(const Claim& claim, const Words& words) {
  return visible(claim.id) + "\n  " + visible(claim.quote) + "\n" + topic_in_words(claim, words, "  ");
}

std::string event_in_words(const EventTopic& event, const Words& words) {
  if (!event.head) return words("topic.unknown");
  std::string what = term(words, "event", event.head.id);
  const auto add = [&](const std::string& more) { what = fill(words("topic.of-year"), {what, more}); };
  if (event.ordinal) {
    const bool is_named = event.ordinal.id == "next" || event.ordinal.id == "previous";
    add(is_named ? term(words, "ordinal", event.ordinal.id) : fill(words("ordinal.number"), {event.ordinal.id}));
  }
  if (event.year) add(event.year.id);
  return what;
}

std::string day_in_words(std::int32_t days, const Words& words) {
  const DatePoint point = civil_from_days(days);
  return value_in_words(DateRange{point, point, false, false, false}, words);
}

}  // namespace mizan
