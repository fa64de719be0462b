#include "report/explanation.hpp"

#include "report/claim_text.hpp"
#include "report/visible.hpp"

namespace mizan {
namespace {

/// The two things that a barrier is about, of the one claim and of the other.
class BarrierWords {
 public:
  explicit BarrierWords(const Words& words) : words_(words) {}

  std::string of(const std::string& barrier, const Claim& claim) const {
    const Topic& topic = claim.topic;
    if (barrier == "kind") return words_("kind." + std::string(name_of(claim.kind)));
    if (barrier == "role" || barrier == "role-unknown" || barrier == "predicate-words") return slot("role", topic.role);
    if (barrier == "facet") return slot("facet", topic.facet);
    if (barrier == "scope") return slot("scope", topic.scope);
    if (barrier == "of-whom" || barrier == "whose") return named(topic.of_whom);
    if (barrier == "as-of" || barrier == "predicate-days") return topic.as_of.days ? day_in_words(*topic.as_of.days, words_) : words_("topic.unknown");
    if (barrier == "event-unknown" || barrier == "ordinal" || barrier == "year") return event_in_words(topic.event, words_);
    if (barrier == "reading") return whole_percent(claim.reading);
    return visible(value_in_words(claim.value, words_));
  }

 private:
  std::string slot(std::string_view list, const Slot& slot) const { return slot ? term(words_, list, slot.id) : words_("topic.unknown"); }
  std::string named(const Slot& slot) const { return slot ? visible(slot.words.empty() ? slot.id : slot.words) : words_("topic.unknown"); }
  const Words& words_;
};

void add_outcome(const Explanation& explanation, const Words& words, std::vector<std::string>& sentences) {
  const FactRelation& relation = *explanation.relation;
  const BarrierWords told(words);
  sentences.push_back(fill(words("decided." + relation.reason), {told.of("role", *explanation.a), told.of("role", *explanation.b)}));
  // Equal values that are told of opposite things: no change of the value could explain that, so none was looked for.
  if (relation.reason == "predicate") return;
  if (relation.relation == Relation::update) sentences.push_back(words("decided.no-alarm"));
  if (relation.relation != Relation::conflict) return;
  const bool is_told = explanation.a->topic.updates || explanation.b->topic.updates;
  sentences.push_back(words(is_told ? "decided.change-does-not-count" : "decided.no-excuse"));
  if (!relation.excuse.empty()) {
    sentences.push_back(words("excuse." + relation.excuse));
    sentences.push_back(words("decided.less-severe"));
  }
  if (!relation.slip.empty()) sentences.push_back(words("slip." + relation.slip));
}

/// What an article does not say of one claim, by name (A or B).
class Missing {
 public:
  Missing(const Words& words, std::vector<std::string>& sentences) : words_(words), sentences_(sentences) {}

  void add(const std::string& name, const Claim& claim, const Document* document, const Claim& other) {
    name_ = name;
    const Topic& topic = claim.topic;
    if (!topic.as_of.days && (!document || document->published.empty())) say("missing.date", {});
    slot("role", topic.role, topic.role ? term(words_, "role", topic.role.id) : "");
    slot("event", topic.event.head, event_in_words(topic.event, words_));
    if (!topic.of_whom && other.topic.of_whom) say("missing.of-whom", {});
  }

 private:
  void slot(const std::string& key, const Slot& slot, const std::string& what) {
    if (!slot) say("missing." + key, {});
    if (slot.state == SlotState::inherited) say("concluded." + key, what);
  }
  void say(const std::string& key, const std::string& what) { sentences_.push_back(fill(words_(key), {name_, what})); }

  const Words& words_;
  std::vector<std::string>& sentences_;
  std::string name_;
};

}  // namespace

Score score_of(const Explanation& explanation) {
  if (const auto* relation = explanation.relation) return {&relation->features, relation->score, relation->bar, relation->same};
  if (const auto* verdict = explanation.verdict; verdict && verdict->is_weighed) return {&verdict->features, verdict->score, verdict->bar, verdict->same};
  return {};
}

std::vector<std::string> decision_in_words(const Explanation& explanation, const Words& words) {
  std::vector<std::string> sentences;
  if (explanation.relation) {
    add_outcome(explanation, words, sentences);
    return sentences;
  }
  const std::string barrier = explanation.verdict ? explanation.verdict->barrier : std::string();
  if (!barrier.empty()) {
    const BarrierWords told(words);
    sentences.push_back(fill(words("barrier." + barrier), {told.of(barrier, *explanation.a), told.of(barrier, *explanation.b)}));
  }
  if (explanation.fact && barrier.empty()) sentences.push_back(words("decided.equal"));
  if (explanation.fact && !barrier.empty()) sentences.push_back(fill(words("decided.joined-by-others"), {explanation.fact->id}));
  return sentences;
}

std::vector<std::string> decision_in_words(const ReferenceExplanation& explanation, const Words& words) {
  const FactRelation& relation = *explanation.relation;
  std::vector<std::string> sentences{fill(words("decided.reference"), {explanation.reference->reference->id}), words("decided." + relation.reason)};
  if (relation.relation == Relation::update) sentences.push_back(words("decided.no-alarm"));
  if (!relation.slip.empty()) sentences.push_back(words("slip." + relation.slip));
  return sentences;
}

std::vector<std::string> people_in_words(const Judgement& judgement, const Decided& decided, const Words& words) {
  std::vector<std::string> sentences;
  const auto say = [&](std::string_view what, const std::string& by, const std::string& on, const std::string& reason) {
    const std::string key = "people." + std::string(what);
    sentences.push_back(fill(words(on.empty() ? key : key + "-on"), {by, on}));
    if (!reason.empty()) sentences.push_back(fill(words("review.reason"), {reason}));
  };
  if (judgement.standing != Standing::fresh) say(name_of(judgement.standing), judgement.by, judgement.on, judgement.reason);
  for (const Decision* decision : decided) {
    if (decision->ruling == Ruling::note) sentences.push_back(fill(words("people.note"), {decision->by, decision->on, decision->reason}));
    else say(name_of(decision->ruling), decision->by, decision->on, decision->reason);
  }
  return sentences;
}

std::vector<std::string> missing_in_words(const Explanation& explanation, const Words& words) {
  std::vector<std::string> sentences;
  Missing missing(words, sentences);
  missing.add(words("explain.a"), *explanation.a, explanation.document_a, *explanation.b);
  missing.add(words("explain.b"), *explanation.b, explanation.document_b, *explanation.a);
  sentences.push_back(words(sentences.empty() ? "missing.nothing" : "missing.cost"));
  return sentences;
}

}  // namespace mizan
