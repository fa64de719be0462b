#include "kind/date_tense.hpp"

#include <algorithm>
#include <iterator>

namespace mizan {

/// The clause that the date stands in. "On Friday, the ministers will sign": a date that opens its sentence belongs to the clause behind it, `fronted`.
DateTense::Around DateTense::clause_around() const {
  const auto& clauses = context_.sentence.clauses;
  const auto clause =
      std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.first <= mention_.first && mention_.first < c.last; });
  if (clause == clauses.end()) return {};
  // "will not open | before April": a border right before the date parts nothing.
  const bool is_short = clause != clauses.begin() && mention_.first - clause->first <= 1;
  Around around{is_short ? std::prev(clause)->first : clause->first, clause->last, 0};
  if (clause == clauses.begin() && clause->last <= mention_.last + 1 && mention_.first <= clause->first + 1 && std::next(clause) != clauses.end())
    around.fronted_last = std::next(clause)->last;
  return around;
}

TenseWords::TenseWords(const SentenceContext& context) {
  const Sentence& sentence = context.sentence;
  for (const auto& atom : sentence.atoms) {
    if (atom.list != List::words) continue;
    auto* const words = atom.is_word("future") ? &future : atom.is_word("future-before") ? &future_before : atom.is_word("modal") ? &modal
                        : atom.is_word("past") ? &past : atom.is_word("ahead-prep") ? &ahead_preps : nullptr;
    if (words) words->push_back({atom.first, atom.last});
  }
  for (const auto& trigger : sentence.triggers) {
    if (trigger.future) future_verbs.push_back({trigger.first, trigger.last});
    if (trigger.list == List::speech) speech.push_back({trigger.first, trigger.last});
  }
  const auto& suffix = context.language.past_suffix;
  if (suffix.empty()) return;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = context.reading.tokens[i];
    const auto word = context.reading.text(token);
    if (token.kind == TokenKind::word && !token.capital && word.size() > suffix.size() + 2 && word.ends_with(suffix)) past.push_back({i, i + 1});
  }
}

/// Words of the future in the clause: "will meet on Tuesday" is the Tuesday to come; "by Tuesday" leans to it.
DateTense::Ahead DateTense::looks_ahead() const {
  using Word = TenseWords::Word;
  const Around around = clause_around();
  if (around.last == 0) return Ahead::no;
  // "said on Sunday that it would meet" tells of the past: words of the future count behind the date only where nobody said it before.
  const bool told =
      std::any_of(tense_.speech.begin(), tense_.speech.end(), [&](const Word& w) { return w.first >= around.first && w.last <= mention_.first; });
  const std::uint32_t last = told ? mention_.first : around.last;
  const auto said = std::find_if(tense_.speech.begin(), tense_.speech.end(), [&](const Word& w) { return w.first >= mention_.last; });
  const std::uint32_t fronted_last = said == tense_.speech.end() ? around.fronted_last : std::min(around.fronted_last, said->first);
  const auto any = [](const std::vector<Word>& words, auto is) { return std::any_of(words.begin(), words.end(), is); };
  if (any(tense_.future, [&](const Word& w) { return w.first >= around.first && w.first < last; }) ||
      any(tense_.future_before, [&](const Word& w) { return w.first >= around.first && w.last <= mention_.first; }) ||
      any(tense_.modal, [&](const Word& w) { return w.first >= mention_.last && w.first < fronted_last; }) ||
      any(tense_.future_verbs, [&](const Word& w) { return w.first >= around.first && w.first < std::max(last, fronted_last); }))
    return Ahead::yes;
  const bool before = any(tense_.ahead_preps, [&](const Word& w) { return w.last == mention_.first; });
  return before && !is_past() ? Ahead::leaning : Ahead::no;
}

/// Words of the past in the clause, before the date or behind it.
bool DateTense::is_past() const {
  const Around around = clause_around();
  const std::uint32_t last = std::max(around.last, around.fronted_last);
  return std::any_of(tense_.past.begin(), tense_.past.end(), [&](const TenseWords::Word& w) { return w.first >= around.first && w.first < last; });
}

/// "had begun on 16 January", "arrived in May": a verb of the past right before the date and its preposition.
bool DateTense::is_told_as_past() const {
  constexpr std::uint32_t reach = 1;  // on, in
  const bool has_preposition = context_.sentence.word_before(mention_.first, "locative") || context_.sentence.word_before(mention_.first, "on-word");
  return has_preposition && std::any_of(tense_.past.begin(), tense_.past.end(), [&](const TenseWords::Word& w) { return w.last + reach == mention_.first; });
}

}  // namespace mizan
