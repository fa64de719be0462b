#include "kind/shares.hpp"

#include <algorithm>

namespace mizan {

/// One in four is 25 percent, one in sixteen 6.25; one in three is no round figure, and left alone.
std::optional<Decimal> Shares::share() const {
  const auto part = number("number"), whole = number("of");
  if (!part || !whole || part->exponent != 0 || whole->exponent < 0 || whole->exponent > 3) return std::nullopt;
  std::int64_t of = whole->mantissa;
  for (std::int32_t i = 0; i < whole->exponent; ++i) of *= 10;
  if (part->mantissa < 1 || part->mantissa >= of || part->mantissa * 10000 % of != 0) return std::nullopt;
  // "Five out of ten" that ends its clause is a score as often as a share.
  const Atom* joint = get("out-of");
  const bool is_score = joint && joint->last - joint->first > 1;
  if (const Atom* things = get("things")) {
    // "nine in ten services"; but "a goal in ten matches", "one in three days", "lost four in five sets" tell how often.
    const bool is_unit = things->entry && things->list == List::units;
    const auto unit_class = is_unit ? context_.world.class_of(things->entry->id) : std::string_view();
    const bool is_round = of == 10 || of == 100;
    const bool is_of_things = is_unit ? unit_class == "thing" && (is_round || part->mantissa == 1) : is_round;
    if (!is_of_things && unit_class != "person" && unit_class != "state") return std::nullopt;
  }
  const bool is_told = get("unit") || get("things") || get("each") || is_told_of_whole() || (ends_clause() && !is_score) || word_at(mention_.last, "auxiliary") ||
                       word_before(mention_.first, "of-them");
  if (!is_told) return std::nullopt;
  return make_decimal(part->mantissa * 10000 / of, -2);
}

/// "Two thirds of the crop", "fell by a fifth": but not "half of July", "three quarters of an hour", "a fifth man", and half of anything is as often loose talk.
std::optional<Decimal> Shares::fraction_share() const {
  const Atom* part = get("part");
  const bool is_half = part->entry->value == make_decimal(5, -1);
  const bool is_bounded = std::any_of(mention_.captures.begin(), mention_.captures.end(),
                                      [](const Capture& capture) { return capture.atom.entry && capture.atom.list == List::qualifiers; });
  if (context_.language.noun_follows_directly) return is_told_of_noun_behind(is_bounded) ? multiply(part->entry->value, make_decimal(100)) : std::nullopt;
  if (is_half ? !is_half_told(is_bounded) : !is_told_of_whole() && !is_clear_part(*part)) return std::nullopt;
  if (may_lie_under()) return std::nullopt;
  if (part->entry->type != static_cast<std::uint8_t>(NumeralType::ordinal)) return multiply(part->entry->value, make_decimal(100));
  const auto of = part->entry->value;
  if (of.exponent < 0 || of.exponent > 1) return std::nullopt;
  const std::int64_t parts = of.exponent == 1 ? of.mantissa * 10 : of.mantissa;
  return parts >= 3 && 100 % parts == 0 ? std::optional(make_decimal(100 / parts)) : parts == 8 ? std::optional(make_decimal(125, -1)) : std::nullopt;
}

/// "More than half of the crop", "Half of the budget goes to": as the first word on what is one thing, a half is no loose talk. "Half of the members came" may be.
bool Shares::is_half_told(bool is_bounded) const {
  if (is_bounded) return is_told_of_whole() || ends_clause();
  const auto& sentence = context_.sentence;
  const auto before = mark_before(mention_.first);
  const bool is_first = mention_.first == sentence.first || before == "," || before == ";";
  const bool is_several = std::any_of(sentence.atoms.begin(), sentence.atoms.end(), [&](const Atom& whole) {
    return whole.list == List::units && whole.first >= mention_.last && whole.first <= mention_.last + 2 &&
           whole.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::sg);
  });
  const bool is_of_thing = mention_.last + 1 < sentence.last && word_at(mention_.last + 1, "article");  // not "half of it"
  return is_first && is_of_thing && !is_several && is_told_of_whole();
}

/// "third the-electricity", "half works the-mission", "quarter-of-them": where the whole stands behind its part. Not "the last third", "quarter the-final", a part of a time.
bool Shares::is_told_of_noun_behind(bool is_bounded) const {
  const Atom* part = get("part");
  const auto& sentence = context_.sentence;
  const auto& language = context_.language;
  if (part->article) return is_bounded && ends_clause();  // "turnout passes the half"
  if (part->last - part->first > 1 || word_at(part->first, "no-part")) return false;  // a radius is half a diameter there, a half-life half an age
  const auto form = part->entry->form.view();
  const bool is_owned = std::any_of(language.owner_endings.begin(), language.owner_endings.end(),
                                    [&](const Ending& owner) { return owner.singular.view().empty() && form.size() > owner.plural.size() + 4 && form.ends_with(owner.plural); });
  if (is_owned) return true;
  const auto has_article = [&](std::uint32_t token) {
    const auto word = context_.reading.text(context_.reading.tokens[token]);
    return std::any_of(language.clitics.begin(), language.clitics.end(), [&](const Clitic& clitic) {
      return clitic.article && !clitic.preposition && !clitic.conjunction && word.size() > clitic.form.size() + 2 && word.starts_with(clitic.form);
    });
  };
  const auto is_whole = [&](std::uint32_t token) {
    if (token >= sentence.last || context_.reading.tokens[token].kind != TokenKind::word || word_at(token, "no-whole")) return false;
    const auto atoms = sentence.atoms_at(token);
    return std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      if (atom.list == List::months || atom.list == List::weekdays || atom.list == List::numerals || atom.list == List::stopwords) return true;
      return atom.list == List::units && (context_.world.class_of(atom.entry->id) == "time" || context_.world.class_of(atom.entry->id) == "money");
    });
  };
  if (!is_whole(mention_.last)) return false;
  return has_article(mention_.last) || (is_whole(mention_.last + 1) && has_article(mention_.last + 1));
}

/// "A third" that ends its clause may be a third man, "the third quarter" and "three quarters" times of the year: only what fell by it, and two thirds, are parts.
bool Shares::is_clear_part(const Atom& part) const {
  if (word_before(mention_.first, "of-them")) return true;  // of which a quarter will be kept
  if (is_compared()) return true;
  const bool is_several = !is_one_part(part) && part.last - part.first > 1 && part.entry->value.exponent < 0 && !word_at(part.first, "indefinite");
  // The two thirds required; two thirds were against it. Three quarters may be of a year.
  if (is_several && !word_at(part.last - 1, "quarter-word") && !word_at(mention_.last, "of") && ends_before_noun()) return true;
  if (!ends_clause()) return false;
  if (mention_.rule->name.ends_with(":part-by")) return true;
  return is_several && !word_at(part.last - 1, "quarter-word");
}

/// "A third more tickets", "a third higher than before"; not "a third more serious case", "a third higher court".
bool Shares::is_compared() const {
  const auto& sentence = context_.sentence;
  const Atom* more = nullptr;
  for (const Atom& atom : sentence.atoms_at(mention_.last))
    if (atom.is_word("more") || atom.is_word("fewer") || atom.is_word("higher")) more = &atom;
  if (!more) return false;
  if (more->last >= sentence.last || context_.reading.tokens[more->last].kind == TokenKind::mark || word_at(more->last, "than")) return true;
  const auto behind = sentence.atoms_at(more->last);
  return !more->is_word("higher") && std::any_of(behind.begin(), behind.end(), [](const Atom& atom) {
    return atom.list == List::units && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::pl);
  });
}

/// "Arsenic in the soil under a third of the site": a single word of less may tell where, as "just under a third" does not.
bool Shares::may_lie_under() const {
  return std::any_of(mention_.captures.begin(), mention_.captures.end(), [](const Capture& capture) {
    return capture.atom.entry && capture.atom.list == List::qualifiers && capture.atom.last - capture.atom.first == 1 &&
           capture.atom.entry->type == static_cast<std::uint8_t>(QualifierEffect::under);
  });
}

bool Shares::is_one_part(const Atom& part) const { return word_before(part.first, "indefinite") != nullptr; }

/// Is what it is a part of told behind it? Parts of an hour or a point, and of a year, are lengths and dates.
bool Shares::is_told_of_whole() const {
  if (const Atom* part = get("part"); part && part->last - part->first == 1 && !is_one_part(*part) && !(part->entry->value == make_decimal(5, -1)))
    return false;  // the third quarter of
  if (!word_at(mention_.last, "of") || mention_.last + 1 >= context_.sentence.last) return false;
  std::uint32_t whole = mention_.last + 1;
  if (word_at(whole, "indefinite")) return false;
  while (whole + 1 < context_.sentence.last && (word_at(whole, "article") || word_at(whole, "same-word"))) ++whole;
  if (word_at(whole, "no-whole")) return false;  // a third of the way home
  const auto atoms = context_.sentence.atoms_at(whole);
  return std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    if (atom.list == List::months || atom.list == List::weekdays || atom.number >= 0) return true;
    return atom.list == List::units && context_.world.class_of(atom.entry->id) == "time";
  });
}

}  // namespace mizan
