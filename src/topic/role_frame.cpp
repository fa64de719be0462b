// How the clauses of a sentence stand around a value: what is put in between it and its verb, and whether its verb comes behind it.
#include "text/marks.hpp"
#include "topic/roles.hpp"

namespace mizan {
namespace {

/// How far before a value, in tokens, what is put in before it may begin.
constexpr std::uint32_t kLongestInserted = 24;
/// And with its marks it has more than a verb: in ", which he won, on Tuesday," the day is still of it.
constexpr std::uint32_t kShortestInserted = 5;
/// How many words may stand before a day that opens its clause, and between it and its verb: on the morning of; (comma) was then.
constexpr std::uint32_t kOpeningWords = 3;

bool is_comma_mark(std::string_view mark) { return mark == "," || mark == marks::arabic_comma; }
bool is_dash(std::string_view mark) { return mark == "–" || mark == "—"; }

}  // namespace

RoleReader::Frame RoleReader::frame_of(const DraftClaim& draft) const {
  Frame frame;
  find_inserted(draft, frame);
  frame.begins_anew = begins_anew(draft);
  if (draft.claim.kind != Kind::date) return frame;
  // Where the verb stands before its subject it follows such a day at once.
  frame.opens = language_of(*view_.sentence.language).noun_follows_directly && opens_clause(draft);
  frame.leads_to_saying = leads_to_saying(draft);
  return frame;
}

/// "was hurt in the fire, which broke out near the market, 25 people"; "was torn down the tower that was built in 1890 in 1961": what tells of the noun before it
/// stands between a value and its verb.
void RoleReader::find_inserted(const DraftClaim& draft, Frame& frame) const {
  const auto& sentence = view_.sentence;
  const auto text = [&](std::uint32_t i) { return view_.reading.text(view_.reading.tokens[i]); };
  const auto& clause = view_.clause_of(draft);
  const std::uint32_t begin = clause.first;
  if (begin == sentence.first || is_joined(begin) || word_at(sentence, begin, "as-well-as")) return;
  const auto close = text(begin - 1);
  if (is_comma_mark(close)) {
    frame.inserted_first = opening_comma(draft, begin);
    if (frame.inserted_first != 0) frame.inserted_last = begin;
    return;
  }
  if (is_dash(close)) {
    const std::uint32_t earliest = begin > sentence.first + kLongestInserted ? begin - kLongestInserted : sentence.first;
    for (std::uint32_t i = begin - 1; i-- > earliest + 1;) {
      if (!is_dash(text(i))) continue;
      frame.inserted_first = i;
      frame.inserted_last = begin;
      return;
    }
    return;
  }
  // Without a mark only a second day beside the first ends what is told of the noun.
  if (draft.claim.kind != Kind::date || !is_relative(begin) || draft.first < begin + 2 || !is_function(draft.first - 1)) return;
  const auto is_own_day = [&](const DraftClaim& other) { return other.claim.kind == Kind::date && other.last + 1 == draft.first && other.first > begin; };
  if (is_joined(draft.first - 1) || std::none_of(view_.drafts.begin(), view_.drafts.end(), is_own_day)) return;
  frame.inserted_first = begin;
  frame.inserted_last = draft.first;
}

/// The comma that opens what the one before `begin` closes: before a relative word, or, where the value follows at once ("was born the poet, one of the best of his
/// age, on 13 March"), the first one behind which no word of a role stands. 0 where there is none.
std::uint32_t RoleReader::opening_comma(const DraftClaim& draft, std::uint32_t begin) const {
  const auto kind_bit = static_cast<std::uint8_t>(1u << static_cast<unsigned>(draft.claim.kind));
  bool follows_at_once = language_of(*view_.sentence.language).noun_follows_directly;
  for (std::uint32_t i = begin; i < draft.first && follows_at_once; ++i) follows_at_once = is_function(i);
  const auto holds_role = [&](std::uint32_t from, std::uint32_t to) {
    const auto tells = [&](const Atom& trigger) { return trigger.list == List::roles && (trigger.entry->flags & kind_bit) != 0 && trigger.first >= from && trigger.last <= to; };
    return std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), tells);
  };
  const auto holds_value = [&](std::uint32_t from, std::uint32_t to) {
    return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& other) {
      const bool may_stand = draft.claim.kind == Kind::count && other.claim.kind == Kind::date;  // "was found in the port, in March, a ton"
      return other.first >= from && other.last <= to && !may_stand;
    });
  };
  const auto begins_clause = [&](std::uint32_t from) { return word_at(view_.sentence, from, "clause") || word_at(view_.sentence, from, "complementiser"); };
  std::uint32_t opening = 0, end = begin - 1;
  for (std::uint32_t i = end; i > view_.sentence.first && begin - i < kLongestInserted;) {
    --i;
    const bool is_first = i == view_.sentence.first;
    const auto mark = view_.reading.text(view_.reading.tokens[i]);
    if (mark == ":" || mark == ";" || mark == marks::arabic_semicolon) return 0;
    if (!is_first && !is_comma_mark(mark)) continue;
    const std::uint32_t from = is_first ? i : i + 1;
    if (!is_first && is_relative(from)) return begin - i >= kShortestInserted ? i : 0;
    if (!follows_at_once || holds_role(from, end)) return follows_at_once ? opening : 0;
    if (is_first || is_joined(from) || begins_clause(from) || holds_value(from, end)) return 0;
    opening = end = i;
  }
  return 0;
}

/// "swept away a quarter of the city, and-flowed 30 million litres": behind a comma a word that "and" is written on, and no preposition, is a verb of its own.
bool RoleReader::begins_anew(const DraftClaim& draft) const {
  const auto first = view_.clause_of(draft).first;
  if (first <= view_.sentence.first || first >= draft.first || !is_comma_mark(view_.reading.text(view_.reading.tokens[first - 1])) || is_function(first)) return false;
  const auto word = view_.reading.text(view_.reading.tokens[first]);
  const auto& clitics = language_of(*view_.sentence.language).clitics;
  return std::any_of(clitics.begin(), clitics.end(), [&](const Clitic& c) { return c.conjunction && !c.article && !c.preposition && !c.future && word.starts_with(c.form); }) &&
         view_.sentence.word_at(first, "and") == nullptr;
}

/// Begins there what is told of the noun before: "who …", "and he …"?
bool RoleReader::is_relative(std::uint32_t i) const {
  const Atom* joined = word_at(view_.sentence, i, "joined-relative");
  return word_at(view_.sentence, i, "relative-word") || (joined && joined->conjunction);
}

/// Is what stands before the inserted words of another sentence inside this one: of what was said that ...?
bool RoleReader::is_told_of_other(const Atom& trigger, const Frame& frame) const {
  for (std::uint32_t i = trigger.last; i < frame.inserted_first; ++i)
    if (word_at(view_.sentence, i, "complementiser")) return true;
  return false;
}

/// A word that says nothing by itself: a preposition, a conjunction, an adverb.
bool RoleReader::is_function(std::uint32_t i) const {
  return view_.reading.tokens[i].kind == TokenKind::word && !stems_.is_content(i);
}

/// Has the word a conjunction written on it?
bool RoleReader::is_joined(std::uint32_t i) const {
  const auto atoms = atoms_at(view_.sentence, i);
  return word_at(view_.sentence, i, "and") || std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.conjunction; });
}

/// "On Thursday the court …", "1998 saw the founding of …": does a day stand before its verb, at the beginning of the sentence or behind "and in"?
bool RoleReader::opens_clause(const DraftClaim& draft) const {
  const auto& sentence = view_.sentence;
  for (std::uint32_t i = draft.first; i > sentence.first && draft.first - i < kOpeningWords; --i) {
    if (word_at(sentence, i - 1, "witness-verb")) return true;
    if (!is_function(i - 1)) return false;
    if (i - 1 == sentence.first || is_joined(i - 1)) return true;
  }
  return draft.first == sentence.first;
}

/// Is the trigger the verb that a day which opens its clause leads to, or the noun that says what was done then?
bool RoleReader::is_led_to(const Atom& trigger, const DraftClaim& draft) const {
  if (trigger.first < draft.last || trigger.first - draft.last > kOpeningWords || trigger.conjunction) return false;
  for (std::uint32_t i = draft.last; i < trigger.first; ++i)
    if (!is_comma_mark(view_.reading.text(view_.reading.tokens[i])) && !is_function(i)) return false;
  return true;
}

/// "The minister, a former judge, announced on Tuesday that …": the day before what is said is that of the saying, and so is one that stands between commas.
bool RoleReader::leads_to_saying(const DraftClaim& draft) const {
  const auto& sentence = view_.sentence;
  const auto is_comma_at = [&](std::uint32_t i) { return i >= sentence.first && i < sentence.last && is_comma_mark(view_.reading.text(view_.reading.tokens[i])); };
  std::uint32_t begin = draft.first;
  while (begin > sentence.first && draft.first - begin < kOpeningWords && is_function(begin - 1)) --begin;
  if (language_of(*sentence.language).noun_follows_directly && begin > sentence.first && is_comma_at(begin - 1) && is_comma_at(draft.last)) return true;
  std::uint32_t next = draft.last;
  while (next < sentence.last && view_.reading.tokens[next].kind == TokenKind::mark) ++next;
  if (word_at(sentence, next, "to") || word_at(sentence, next, "from")) ++next;  // "pointed to that", "warned of that"
  return next < sentence.last && word_at(sentence, next, "complementiser");
}

/// Stands nothing between a verb of saying and the day but who says it?
bool RoleReader::says_on(const Atom& speech, const DraftClaim& draft, const Frame& frame) const {
  if (speech.last > draft.first || view_.sentence.clauses[view_.clause_at(speech.first)].quoted != view_.clause_of(draft).quoted) return false;
  // Where the verb comes first, what stands behind a noun has its stem and is none: the new ones, farewell.
  const bool begins = speech.first == view_.sentence.first || view_.reading.tokens[speech.first - 1].kind == TokenKind::mark || is_function(speech.first - 1);
  if (language_of(*view_.sentence.language).noun_follows_directly && !begins) return false;
  for (std::uint32_t i = speech.last; i < draft.first; ++i) {
    if (i >= frame.inserted_first && i < frame.inserted_last) continue;
    if (word_at(view_.sentence, i, "complementiser") || is_relative(i)) return false;
  }
  return std::none_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& other) {
    constexpr auto date_bit = static_cast<std::uint8_t>(1u << static_cast<unsigned>(Kind::date));
    return other.list == List::roles && (other.entry->flags & date_bit) != 0 && other.first >= speech.last && other.last <= draft.first;
  });
}

}  // namespace mizan
