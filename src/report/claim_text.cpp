#include "report/claim_text.hpp"

#include "report/visible.hpp"

namespace mizan {
namespace {

class ClaimText {
 public:
  explicit ClaimText(const Words& words) : words_(words) {}

  std::string write(const Claim& claim) {
    const Topic& topic = claim.topic;
    text_ = visible(claim.id) + "\n  " + visible(claim.quote) + "\n";
    line("topic.value", visible(value_in_words(claim.value, words_)));
    line("topic.rule", visible(claim.row.empty() ? claim.rule : claim.rule + ", " + claim.row));
    event(topic.event);
    slot("topic.role", "role", topic.role);
    slot("topic.facet", "facet", topic.facet);
    slot("topic.modality", "modality", topic.modality);
    slot("topic.scope", "scope", topic.scope);
    if (topic.of_whom) line("topic.of-whom", told(visible(topic.of_whom.words.empty() ? topic.of_whom.id : topic.of_whom.words), topic.of_whom));
    if (topic.speaker) line("topic.speaker", visible(topic.speaker.words));
    as_of(topic.as_of);
    return std::move(text_);
  }

 private:
  void line(const char* key, const std::string& what) { text_ += "  " + words_(key) + ": " + what + "\n"; }

  /// The words that set a slot, or that it was concluded.
  std::string told(const std::string& what, const Slot& slot) const {
    if (slot.words.empty()) return slot.state == SlotState::inherited ? fill(words_("topic.concluded"), {what}) : what;
    return fill(words_("topic.from"), {what, visible(slot.words)});
  }

  void slot(const char* key, std::string_view list, const Slot& slot) {
    if (slot) line(key, told(term(words_, list, slot.id), slot));
  }

  void event(const EventTopic& event) {
    if (!event.head) {
      line("topic.event", words_("topic.unknown"));
      return;
    }
    std::string what = term(words_, "event", event.head.id);
    const auto add = [&](const std::string& more) { what = fill(words_("topic.of-year"), {what, more}); };
    if (event.ordinal) {
      const bool is_named = event.ordinal.id == "next" || event.ordinal.id == "previous";
      add(is_named ? term(words_, "ordinal", event.ordinal.id) : fill(words_("ordinal.number"), {event.ordinal.id}));
    }
    if (event.year) add(event.year.id);
    line("topic.event", told(what, event.head));
  }

  void as_of(const AsOf& as_of) {
    if (!as_of.days) return;
    const DatePoint point = civil_from_days(*as_of.days);
    const std::string day = value_in_words(DateRange{point, point, false, false, false}, words_);
    line("topic.as-of", fill(words_(as_of.from == AsOf::From::text ? "topic.in-text" : "topic.dateline"), {day}));
  }

  const Words& words_;
  std::string text_;
};

}  // namespace

std::string claim_in_words(const Claim& claim, const Words& words) { return ClaimText(words).write(claim); }

}  // namespace mizan
