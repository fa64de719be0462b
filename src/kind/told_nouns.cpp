#include "kind/told_nouns.hpp"

#include <algorithm>
#include <array>

#include "kind/elliptical_counts.hpp"

namespace mizan {

bool is_role_of_people(const SentenceContext& context, const Atom& trigger) {
  if (trigger.list != List::roles) return false;
  if (context.language.person_roles.contains(trigger.entry->id)) return true;
  const auto role = context.world.roles.find(trigger.entry->id);
  if (role == context.world.roles.end() || role->second.is_owned || !role->second.counts.contains("person")) return false;
  static constexpr std::array<std::string_view, 7> others{"state", "thing", "event", "measure", "money", "time", "percent"};
  if (std::any_of(others.begin(), others.end(), [&](std::string_view other) { return role->second.counts.contains(other); })) return false;
  // Triggers are found by their stem: "the 37th stage" shares that of "deported". A word with its article is a noun.
  const auto word = context.reading.text(trigger);
  return std::none_of(context.language.clitics.begin(), context.language.clitics.end(),
                      [&](const Clitic& clitic) { return clitic.article && word.starts_with(clitic.form); });
}

bool acts_as_people(const SentenceContext& context, std::uint32_t token) {
  if (context.language.noun_follows_directly) return false;  // there the noun of the figure stands behind it, and may be one of these words
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), [&](const Atom& trigger) {
    return trigger.first == token && trigger.entry->side != Side::before && is_role_of_people(context, trigger);
  });
}

bool undergoes(const SentenceContext& context, std::uint32_t token, const std::string& unit) {
  if (context.language.noun_follows_directly) return false;
  const Atom* auxiliary = context.sentence.word_at(token, "auxiliary");
  if (!auxiliary) return false;
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), [&](const Atom& verb) {
    if (verb.list != List::roles || verb.last <= auxiliary->last || verb.first > auxiliary->last || verb.entry->side == Side::before) return false;
    const auto role = context.world.roles.find(verb.entry->id);
    return role != context.world.roles.end() && role->second.counts.contains(context.world.class_of(unit)) && !role->second.counts.contains("person");
  });
}

namespace {

/// "Cancellations since Friday", "arrests in the city so far": what stands behind a noun and begins as a phrase of place or time does, up to its verb.
bool is_phrase(const SentenceContext& context, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kLongest = 5;
  if (first == last) return true;
  if (last - first > kLongest) return false;
  const auto atoms = context.sentence.atoms_at(first);
  const bool is_led = std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
    const auto type = static_cast<WordClass>(atom.entry->type);
    return atom.list == List::stopwords && (type == WordClass::function || type == WordClass::adverb);
  });
  if (!is_led && last - first > 1) return false;
  for (std::uint32_t i = first; i < last; ++i)
    if (context.reading.tokens[i].kind == TokenKind::mark || (i > first && context.sentence.word_at(i, "clause"))) return false;  // since Friday
  return true;
}

}  // namespace

std::string changed_noun(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  const auto& sentence = context.sentence;
  const auto& tokens = context.reading.tokens;
  if (context.language.noun_follows_directly) return {};
  // The verb that the figure is the end or the sum of.
  std::uint32_t verb_first = value.first;
  if (const Atom* tally = sentence.word_before(value.first, "tally-verb")) {
    verb_first = tally->first;
  } else if (const Atom *to = sentence.word_before(value.first, "to"), *from = sentence.word_before(value.first, "from"); to || from) {
    if (!to) to = from;
    const auto verb = std::find_if(sentence.triggers.begin(), sentence.triggers.end(), [&](const Atom& change) {
      return change.list == List::change && (change.entry->id == "rose" || change.entry->id == "fell") && (change.last == to->first || change.last == to->last);
    });
    if (verb != sentence.triggers.end()) verb_first = verb->first;
  }
  if (verb_first == value.first) return {};
  if (verb_first > sentence.first && sentence.word_at(verb_first - 1, "subject-verb")) --verb_first;  // have risen
  const auto begins_clause = [&](std::uint32_t token) { return token == sentence.first || tokens[token - 1].kind == TokenKind::mark; };
  for (const Atom& noun : sentence.atoms)
    if (noun.entry->list == List::units && noun.last <= verb_first && noun.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::pl) &&
        is_counted_noun(context.world.class_of(noun.entry->id)) && (!before || before->last <= noun.first) && begins_clause(noun.first) &&
        !sentence.word_at(noun.first, "priced") && is_phrase(context, noun.last, verb_first))
      return noun.entry->id;
  return {};
}

std::string labelled_noun(const SentenceContext& context, const ReadValue& value) {
  constexpr std::uint32_t kLabel = 6;
  const auto& sentence = context.sentence;
  const auto& tokens = context.reading.tokens;
  const auto is_mark = [&](std::uint32_t i) { return tokens[i].kind == TokenKind::mark; };
  if (value.first < sentence.first + 2 || context.reading.text(tokens[value.first - 1]) != ":") return {};
  if (value.last < sentence.last && !is_mark(value.last)) return {};
  const std::uint32_t colon = value.first - 1;
  std::uint32_t first = colon;
  while (first > sentence.first && tokens[first - 1].kind == TokenKind::word) --first;
  if (first == colon || colon - first > kLabel || first != sentence.first) return {};
  const auto speaks = [&](const Atom& trigger) { return trigger.list == List::speech && trigger.first < colon; };
  if (std::any_of(sentence.triggers.begin(), sentence.triggers.end(), speaks)) return {};
  for (const Atom& atom : sentence.atoms_at(first))
    if (atom.list == List::units && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::pl) && is_counted_noun(context.world.class_of(atom.entry->id)))
      return atom.entry->id;
  return {};
}

std::string subject_noun(const SentenceContext& context, const ReadValue& value) {
  const auto& sentence = context.sentence;
  if (context.language.noun_follows_directly || value.first < sentence.first + 2) return {};
  const auto noun_before = [&](std::uint32_t token, GrammaticalNumber number) -> const Atom* {
    for (const Atom& atom : sentence.atoms)
      if (atom.list == List::units && atom.last == token && atom.entry->type == static_cast<std::uint8_t>(number) &&
          is_counted_noun(context.world.class_of(atom.entry->id)))
        return &atom;
    return nullptr;
  };
  if (const Atom* of = sentence.word_before(value.first, "of")) {
    const auto one = std::find_if(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
      return number.last == of->first && number.in_words && number.value == make_decimal(1);
    });
    const Atom* verb = one == sentence.numbers.end() ? nullptr : sentence.word_before(one->first, "auxiliary");
    const Atom* noun = verb ? noun_before(verb->first, GrammaticalNumber::sg) : nullptr;
    if (!noun) return {};
    std::string unit = noun->entry->id;
    return context.world.class_of(unit) == "person" ? "person" : unit;
  }
  const bool is_sum = std::any_of(sentence.atoms.begin(), sentence.atoms.end(), [&](const Atom& atom) {
    return atom.first > value.first && atom.last <= value.last && atom.is_word("in-all");
  });
  if (!is_sum) return {};
  const Atom* verb = sentence.word_before(value.first, "auxiliary");
  const bool is_behind_mark = context.reading.text(context.reading.tokens[value.first - 1]) == ",";
  const Atom* noun = verb ? noun_before(verb->first, GrammaticalNumber::pl) : is_behind_mark ? noun_before(value.first - 1, GrammaticalNumber::pl) : nullptr;
  if (!noun && is_behind_mark) {  // "Inhabitants of the village, 2,400 in all"
    constexpr std::uint32_t kPhrase = 8;
    const auto& tokens = context.reading.tokens;
    for (const Atom& first : sentence.atoms_at(sentence.first))
      if (first.list == List::units && first.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::pl) && is_counted_noun(context.world.class_of(first.entry->id)) &&
          sentence.word_at(first.last, "of") && value.first - first.last <= kPhrase &&
          std::none_of(tokens.begin() + first.last, tokens.begin() + value.first - 1, [](const Token& token) { return token.kind != TokenKind::word; }))
        noun = &first;
  }
  return noun ? noun->entry->id : std::string();
}

}  // namespace mizan
