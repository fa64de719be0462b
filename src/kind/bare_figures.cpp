#include "kind/bare_figures.hpp"

#include <algorithm>
#include <array>

#include "kind/told_nouns.hpp"
#include "text/marks.hpp"

namespace mizan {

bool BareFigures::has_bound() const {
  return std::any_of(mention_.captures.begin(), mention_.captures.end(), [](const Capture& capture) {
    if (!capture.atom.entry || capture.atom.list != List::qualifiers) return false;
    const auto effect = static_cast<QualifierEffect>(capture.atom.entry->type);
    return effect == QualifierEffect::over || effect == QualifierEffect::at_least || effect == QualifierEffect::under || effect == QualifierEffect::at_most;
  });
}

/// Does the sentence speak of a number, a price, a height … and is this figure the last word on it? Then it is told as such, and counts nothing that we failed to
/// see.
bool BareFigures::is_figure_as_such(const NumberMention& figure) const {
  if (is_figure_noun_at(mention_.last) && context_.language.noun_follows_directly) return !get("number2");  // 301 is itself what is told to be a number
  if (!ends_clause()) return false;
  const auto has = [&](auto is) { return std::any_of(context_.sentence.atoms.begin(), context_.sentence.atoms.end(), is); };
  const bool of_age = has([](const Atom& atom) { return atom.list == List::identifiers && atom.entry->type == static_cast<std::uint8_t>(IdentifierClass::age); });
  const bool told = !of_age && has([](const Atom& atom) { return atom.is_word("figure-noun"); });
  const bool may_be_year = figure.digits == 4 && figure.value.exponent >= 0 && compare(figure.value, make_decimal(1000)) != std::strong_ordering::less &&
                           compare(figure.value, make_decimal(2200)) == std::strong_ordering::less;
  if (get("number2")) return told || get("second-bound");
  if (get("equal")) return told;
  // Those under 19, at least 12, maybe 20 suns: small ones are ages, or count a noun that comes later.
  const bool may_be_age = compare(figure.value, make_decimal(120)) != std::strong_ordering::greater;
  if (has_bound()) return (told && !(may_be_age && word_before(mention_.first, "age-bearer"))) || (!may_be_year && !may_be_age);
  if (!figure.has_scale || letter_unit(figure)) return told && figure.value.mantissa < 0;
  return told || (ends_sentence() && (!figure.in_words || compare(figure.value, make_decimal(1, 6)) != std::strong_ordering::less));
}

/// 2.2m: metres or millions, where the letter is small and no noun decides.
const Atom* BareFigures::letter_unit(const NumberMention& figure) const {
  const std::uint32_t letter = figure.last - 1;
  if (!figure.has_scale || context_.reading.text(context_.reading.tokens[letter]).size() > 1 || context_.reading.tokens[letter].capital) return nullptr;
  for (const Atom& atom : context_.sentence.atoms_at(letter))
    if (atom.list == List::units && atom.last == figure.last) return &atom;
  return nullptr;
}

bool BareFigures::ends_sentence() const {
  if (mention_.last >= context_.sentence.last) return true;
  const auto next = context_.reading.text(context_.reading.tokens[mention_.last]);
  return mention_.last + 1 >= context_.sentence.last && next != "," && next != marks::arabic_comma;
}

bool BareFigures::is_figure_noun_at(std::uint32_t token) const {
  return std::any_of(context_.sentence.atoms.begin(), context_.sentence.atoms.end(),
                     [&](const Atom& atom) { return atom.first == token && atom.is_word("figure-noun"); });
}

/// "rose from 300 to 500": a change, and no range.
bool BareFigures::follows_from() const {
  return get("to") && word_before(mention_.first, "from");
}

/// Behind the mention the sentence ends, or a mark closes its part.
bool BareFigures::ends_clause() const {
  if (mention_.last >= context_.sentence.last) return true;
  const Token& next = context_.reading.tokens[mention_.last];
  static constexpr std::array<std::string_view, 8> closing{",", ".", ";", "!", "?", marks::arabic_comma, marks::arabic_semicolon, marks::arabic_question};
  return next.break_before || (next.kind == TokenKind::mark && std::find(closing.begin(), closing.end(), context_.reading.text(next)) != closing.end());
}

/// Covid-19, X.25: part of a name.
bool BareFigures::is_glued_to_word(const NumberMention& bare) const {
  const auto mark = mark_before(bare.first);
  return (mark == "-" || mark == ".") && bare.first > context_.sentence.first + 1 && context_.reading.tokens[bare.first - 2].kind == TokenKind::word &&
         !context_.reading.tokens[bare.first - 1].space_before;
}

/// "4 per cent from April and 2.4 from October", "out of the 520 foreseen", "against two million to-the-champion": what counts nothing alone may be told in the measure
/// of the figure that it stands beside.
bool BareFigures::may_stand_parallel(const NumberMention& bare) const {
  if (is_glued_to_word(bare) || is_age_bound(bare)) return false;
  if (bare.decimal && ends_before_noun()) return true;
  const Atom* article = word_before(bare.first, "article");
  if (word_before(bare.first, "each-of") || (article && word_before(article->first, "each-of"))) return true;
  if (article && word_at(mention_.last, "meant-word")) return true;
  if (mention_.last >= context_.sentence.last) return false;
  const auto next = context_.reading.text(context_.reading.tokens[mention_.last]);
  const auto& clitics = context_.language.clitics;
  return std::any_of(clitics.begin(), clitics.end(), [&](const Clitic& clitic) { return clitic.preposition && clitic.article && next.starts_with(clitic.form); });
}

/// A figure that something unknown is glued to, or that an unknown word follows, counts that, and not the noun from before.
bool BareFigures::may_stand_bare(const NumberMention& bare) const {
  if (is_glued_to_word(bare) || is_age_bound(bare)) return false;
  const bool whole = bare.value.exponent >= 0 && !bare.decimal && !bare.other_value;
  const bool is_word_one = bare.in_words && bare.value == make_decimal(1);
  const bool is_one = is_word_one && is_person(bare.last), is_victim = is_word_one && is_person_object(bare);
  const bool is_small = (!whole && !bare.has_scale) || (!is_one && !is_victim && compare(bare.value, make_decimal(2)) == std::strong_ordering::less);
  if (is_small && !is_figure_as_such(bare) && !percent_before_change() && !is_measured_before(bare)) return false;
  return is_one || (context_.language.noun_follows_directly && is_figure_noun_at(mention_.last)) ||
         mention_.rule->name.ends_with(":bare-difference") || ends_before_noun();
}

/// "children under five", "women over 40": how old they are, and not how many.
bool BareFigures::is_age_bound(const NumberMention& bare) const {
  constexpr std::int64_t kOldest = 120;
  return (get("q-under") || get("q-over")) && compare(bare.value, make_decimal(kOldest)) == std::strong_ordering::less && word_before(mention_.first, "aged-people") != nullptr;
}

/// "one died", "one was hurt": the pronoun counts where only people are told of.
bool BareFigures::is_person(std::uint32_t token) const {
  if (acts_as_people(context_, token)) return true;
  const auto behind = context_.sentence.atoms_at(token);
  return std::any_of(behind.begin(), behind.end(), [&](const Atom& atom) { return atom.entry->is_word("auxiliary") && acts_as_people(context_, atom.last); });
}

/// "killing one and leaving six missing"; not "killed one of the horses".
bool BareFigures::is_person_object(const NumberMention& bare) const {
  const auto& triggers = context_.sentence.triggers;
  return !context_.language.noun_follows_directly && !word_at(bare.last, "each-of") && std::any_of(triggers.begin(), triggers.end(), [&](const Atom& trigger) {
    return trigger.last == bare.first && is_role_of_people(context_, trigger);
  });
}

/// "peaked at 5.33 metres; in 1941 it reached 4.76": a decimal behind a word that gives or compares a figure is in the measure told before.
bool BareFigures::is_measured_before(const NumberMention& bare) const {
  return bare.decimal && (word_before(mention_.first, "figure-link") || word_before(mention_.first, "compared"));
}

/// No unknown word follows that the figure may count.
bool BareFigures::ends_before_noun() const {
  if (mention_.last >= context_.sentence.last) return true;
  const Token& next = context_.reading.tokens[mention_.last];
  if (next.kind == TokenKind::number) return false;
  if (next.kind == TokenKind::mark) {
    static constexpr std::array<std::string_view, 8> closing{",", ".", ";", marks::arabic_comma, ")", marks::arabic_semicolon, "»", "”"};
    return next.space_before || std::find(closing.begin(), closing.end(), context_.reading.text(next)) != closing.end();
  }
  const auto follows = [&](const Atom& atom) { return atom.first == mention_.last; };
  const auto behind = context_.sentence.atoms_at(mention_.last);
  const bool stop = std::any_of(behind.begin(), behind.end(), [&](const Atom& atom) {
    return atom.list == List::stopwords && atom.entry->type != static_cast<std::uint8_t>(WordClass::adjective);
  });
  const bool trigger = std::any_of(context_.sentence.triggers.begin(), context_.sentence.triggers.end(),
                                   [&](const Atom& atom) { return follows(atom) && atom.list == List::roles; });
  const auto& verb = context_.language.verb_suffix;
  const bool is_verb = !verb.empty() && behind.empty() && context_.reading.text(next).size() > verb.size() + 4 && context_.reading.text(next).ends_with(verb);
  const auto& mentions = context_.sentence.mentions;
  // 32 July is no day; of "the five months past" the months are counted.
  const bool is_weekday = word_at(mention_.last, "day-one") && mention_.last + 1 < context_.sentence.last &&
                          std::any_of(context_.sentence.atoms_at(mention_.last + 1).begin(), context_.sentence.atoms_at(mention_.last + 1).end(),
                                      [](const Atom& atom) { return atom.list == List::weekdays; });
  const bool is_counted = !is_weekday && std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.list == List::months || atom.list == List::units; });
  const bool is_date = !is_counted && std::any_of(mentions.begin(), mentions.end(), [&](const Mention& after) {
    return after.first == mention_.last && after.rule->makes == Makes::date;
  });
  return next.space_before && (stop || trigger || is_verb || is_date);
}

}  // namespace mizan
