#include "kind/numbered_nouns.hpp"

#include <algorithm>

#include "kind/elliptical_counts.hpp"
#include "kind/told_nouns.hpp"

namespace mizan {
namespace {

bool is_mark(const SentenceContext& context, std::uint32_t token) { return context.reading.tokens[token].kind == TokenKind::mark; }

/// Behind the figure its clause ends.
bool is_last(const SentenceContext& context, const ReadValue& value) {
  return value.last >= context.sentence.last || is_mark(context, value.last) || context.reading.tokens[value.last].break_before;
}

/// "The number of members of the teaching staff 28": a chain of nouns, and nothing between that says or joins anything.
bool ends_chain(const SentenceContext& context, std::uint32_t noun_last, const ReadValue& value) {
  constexpr std::uint32_t kChain = 3;
  const auto behind = context.sentence.atoms_at(value.last);
  const bool is_joined = std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.conjunction; });
  if (!context.language.noun_follows_directly || value.first - noun_last > kChain || !(is_joined || is_last(context, value))) return false;
  for (std::uint32_t i = noun_last; i < value.first; ++i) {
    const auto atoms = context.sentence.atoms_at(i);
    if (context.reading.tokens[i].kind != TokenKind::word || std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
          const auto type = static_cast<WordClass>(atom.entry->type);
          const bool is_said_of_it = type == WordClass::adjective || type == WordClass::adverb;
          return (atom.list == List::stopwords && !is_said_of_it) || atom.conjunction || atom.preposition;
        }))
      return false;
  }
  const auto& triggers = context.sentence.triggers;
  return std::none_of(triggers.begin(), triggers.end(), [&](const Atom& verb) {
    return (verb.list == List::change || verb.list == List::speech) && verb.first >= noun_last && verb.last <= value.first;
  });
}

/// "The number of those whose fate is not known": the relative stands for people, where it is followed by what is not so of them.
bool is_of_relative(const SentenceContext& context, std::uint32_t token) {
  const Atom* of = context.sentence.word_at(token, "of");
  return of && context.language.noun_follows_directly && context.sentence.word_at(of->last, "negation");
}

/// Does the count hang on a preposition behind `first`, in one clause with the figure, and no other verb between?
bool is_in_phrase(const SentenceContext& context, std::uint32_t first, const ReadValue& count, const ReadValue& value) {
  const auto& sentence = context.sentence;
  std::uint32_t head = count.first;
  if (const Atom* article = sentence.word_before(head, "article")) head = article->first;
  if (head <= first || !(sentence.word_before(head, "of") || sentence.word_before(head, "from") || sentence.word_before(head, "locative"))) return false;
  for (std::uint32_t i = first; i < value.first; ++i)
    if (is_mark(context, i) && context.reading.text(context.reading.tokens[i]) != "'") return false;
  const auto is_verb = [&](const Atom& verb) {
    return (verb.list == List::change || verb.list == List::speech) && verb.first >= first && verb.last <= count.first;
  };
  return std::none_of(sentence.triggers.begin(), sentence.triggers.end(), is_verb);
}

/// "Their number unchanged: 10".
bool is_behind_colon(const SentenceContext& context, const ReadValue& value) {
  return value.first > context.sentence.first && context.reading.text(context.reading.tokens[value.first - 1]) == ":" && is_last(context, value);
}

std::uint32_t before_adverbs(const SentenceContext& context, std::uint32_t token) {
  constexpr int kAdverbs = 2;  // still only
  for (int i = 0; i < kAdverbs && token > context.sentence.first; ++i) {
    const auto atoms = context.sentence.atoms_at(token - 1);
    const bool is_adverb = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      return atom.last == token && atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::adverb);
    });
    if (!is_adverb) break;
    --token;
  }
  return token;
}

}  // namespace

std::string numbered_noun(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  constexpr std::uint32_t kReach = 14, kNounReach = 2;
  const auto& sentence = context.sentence;
  const Atom* teller = nullptr;
  for (const Atom& atom : sentence.atoms)
    if (atom.is_word("count-noun") && atom.last <= value.first && value.first - atom.last <= kReach && (!teller || atom.first > teller->first)) teller = &atom;
  if (!teller) return {};
  const bool is_linked = sentence.word_before(value.first, "figure-link") || sentence.word_before(value.first, "to") ||
                         (value.rule.ends_with(":bare-to") && sentence.word_before(value.first, "from"));
  // "The toll of the crash of two trains rose to 31": what is counted between tells only of what it is the toll.
  if (before && before->last > teller->first && !(is_linked && is_in_phrase(context, teller->last, *before, value))) return {};
  if (is_of_relative(context, teller->last)) return is_linked ? "person" : std::string();
  if (sentence.word_before(teller->first, "indefinite")) return {};
  std::string unit;
  std::uint32_t first = teller->last, last = teller->last;
  const auto toll = std::find_if(sentence.triggers.begin(), sentence.triggers.end(), [&](const Atom& trigger) {
    return trigger.first < teller->last && trigger.last == teller->last && is_role_of_people(context, trigger);
  });
  if (toll != sentence.triggers.end() || sentence.word_at(teller->first, "body-of-people")) unit = "person";
  if (unit.empty() && sentence.word_at(teller->last, "of")) return {};  // "number of", whose noun a longer form would take
  for (std::uint32_t token = teller->last; unit.empty() && token <= teller->last + kNounReach && token < value.first; ++token)
    for (const Atom& atom : sentence.atoms_at(token)) {
      const auto number = static_cast<GrammaticalNumber>(atom.entry->type);
      if (atom.list != List::units || (number != GrammaticalNumber::pl && number != GrammaticalNumber::any)) continue;
      const auto unit_class = context.world.class_of(atom.entry->id);
      if (is_counted_noun(unit_class)) unit = atom.entry->id;
      first = atom.first;
      last = atom.last;
      break;
    }
  if (unit.empty() || last > value.first) return {};
  const bool is_chain = first == teller->last && ends_chain(context, last, value);
  return last == value.first || is_linked || is_chain || is_behind_colon(context, value) ? unit : std::string();
}

std::string noun_of_number(const SentenceContext& context, const ReadValue& value) {
  constexpr std::uint32_t kReach = 6;
  const auto& sentence = context.sentence;
  const auto is_noun = [&](const Atom& atom) {
    return atom.list == List::units && is_counted_noun(context.world.class_of(atom.entry->id)) && atom.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::sg);
  };
  if (const Atom* verb = sentence.word_before(value.first, "number-verb")) {
    const std::uint32_t subject_last = before_adverbs(context, verb->first);
    // "of players number 10": a shirt has a number too.
    constexpr std::int64_t kShirt = 100;
    const auto& least = std::get<Quantity>(value.value).min;
    const bool may_be_shirt = least && compare(*least, make_decimal(kShirt)) == std::strong_ordering::less;
    for (const Atom& atom : sentence.atoms)
      if (atom.last == subject_last && is_noun(atom) && (!may_be_shirt || sentence.word_before(atom.first, "article"))) return atom.entry->id;
    if (sentence.word_before(subject_last, "body-of-people")) return "person";
  }
  if (!sentence.word_before(value.first, "numbering")) return {};
  const Atom* noun = nullptr;
  for (const Atom& atom : sentence.atoms)
    if (atom.last < value.first && value.first - atom.last <= kReach && is_noun(atom) && (!noun || atom.first > noun->first)) noun = &atom;
  if (noun) return noun->entry->id;
  return sentence.word_before(value.first, "numbering-people") ? "person" : "";
}

std::string predicate_noun(const SentenceContext& context, const ReadValue& value) {
  constexpr std::uint32_t kAdjectives = 2;
  const auto& sentence = context.sentence;
  if (!context.language.noun_follows_directly) return {};
  if (!is_last(context, value) && !sentence.word_at(value.last, "only-word")) return {};
  const auto has_article = [&](std::uint32_t token) {
    const auto word = context.reading.text(context.reading.tokens[token]);
    return std::any_of(context.language.clitics.begin(), context.language.clitics.end(),
                       [&](const Clitic& clitic) { return clitic.article && word.size() > clitic.form.size() && word.starts_with(clitic.form); });
  };
  const auto figure = std::find_if(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) { return number.first >= value.first; });
  if (figure == sentence.numbers.end() || figure->article || figure->conjunction) return {};
  for (const Atom& noun : sentence.atoms) {
    if (noun.first >= value.first) break;
    if (noun.list != List::units || noun.last > value.first || value.first - noun.last > kAdjectives || !noun.article || noun.preposition) continue;
    if (noun.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::pl) || !is_counted_noun(context.world.class_of(noun.entry->id))) continue;
    if (noun.first != sentence.first && !is_mark(context, noun.first - 1)) continue;
    bool is_adjectives = true;
    for (std::uint32_t i = noun.last; i < value.first; ++i)
      is_adjectives = is_adjectives && context.reading.tokens[i].kind == TokenKind::word && has_article(i) && sentence.atoms_at(i).empty();
    if (is_adjectives) return noun.entry->id;
  }
  return {};
}

std::string implied_people(const SentenceContext& context, const ReadValue& value) {
  constexpr std::int64_t kFewest = 2, kHouse = 20, kCrowd = 100;
  constexpr std::uint32_t kSubject = 2;  // "holds the mosque 400 thousand", where the verb comes first
  const auto& sentence = context.sentence;
  const auto& least = std::get<Quantity>(value.value).min;
  const auto is_least = [&](std::int64_t number) { return least && compare(*least, make_decimal(number)) != std::strong_ordering::less; };
  if (const Atom* verb = sentence.word_before(value.first, "employs-people"); verb && is_least(kFewest)) return "worker";
  const auto has_before = [&](const Atom& verb, auto is) {
    return std::any_of(sentence.atoms.begin(), sentence.atoms.end(), [&](const Atom& atom) { return atom.last <= verb.first && is(atom); });
  };
  if (const Atom* verb = sentence.word_before(value.first, "holds-people"); verb && is_least(kHouse))
    if (has_before(*verb, [](const Atom& atom) { return atom.is_word("house-of-people"); })) return "person";
  const Atom* to = sentence.word_before(value.first, "to");
  if (const Atom* house = sentence.word_before(to ? to->first : value.first, "house-of-people"); house && is_least(kHouse) && context.language.noun_follows_directly)
    for (std::uint32_t back = 0; back < kSubject; ++back)
      if (house->first >= sentence.first + back && sentence.word_before(house->first - back, "holds-people")) return "person";
  if (const Atom* verb = sentence.word_before(value.first, "draws-people"); verb && is_least(kCrowd)) {
    const auto& triggers = sentence.triggers;
    if (has_before(*verb, [](const Atom& atom) { return atom.is_word("house-of-people"); }) ||
        std::any_of(triggers.begin(), triggers.end(), [&](const Atom& event) { return event.list == List::events && event.last <= verb->first; }))
      return "person";
  }
  return {};
}

}  // namespace mizan
