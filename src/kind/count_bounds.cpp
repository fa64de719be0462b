#include "kind/count_bounds.hpp"

namespace mizan {

/// The bound that a verb of exceeding sets, past its subject: "exports did not exceed 17,000 tonnes" where the verb stands first.
const Entry* CountBounds::qualifier_of(const Atom& verb) const {
  for (const Atom& atom : context_.sentence.atoms_at(verb.first))
    if (atom.last == verb.last && atom.list == List::qualifiers) return atom.entry;
  return nullptr;
}

/// "under a 600m-forint programme", "over a 10-day stay", "over a $14 million contract": where the measure belongs to a noun behind it, the word before is a
/// preposition.
bool CountBounds::is_preposition(const Atom& bound) const {
  if (mark_before(bound.first) == "-") return true;  // a pick-up to 2.1%
  if (word_at(bound.first, "over-word") && word_before(bound.first, "spread")) return true;  // spread over 12 countries
  const Atom* unit = get("unit");
  if (!unit || bound.last - bound.first != 1 || bound.list != List::qualifiers) return false;
  const auto* figure = mention_of("number");  // "over half a tonne" has none
  const bool is_sign_behind = figure && bound.last < unit->first && unit->first < figure->first && context_.world.class_of(unit->entry->id) == "money";
  if (mark_before(unit->first) != "-" && !is_sign_behind) return false;
  const auto effect = static_cast<QualifierEffect>(bound.entry->type);
  return (effect == QualifierEffect::over || effect == QualifierEffect::under) && word_at(bound.last, "indefinite");
}

/// "four patients, plus 22 years": what is a bound behind a figure (22 plus) only adds where it stands before one.
bool CountBounds::is_addition(const Atom& bound) const {
  const Atom* figure = get("number");
  return word_at(bound.first, "as-well-as") && figure && bound.last <= figure->first;
}

void CountBounds::set_bounds(Quantity& quantity) const {
  if (get("second-bound")) return;
  for (const auto& capture : mention_.captures) {
    const Entry* bound = capture.label == "exceed" ? qualifier_of(capture.atom) : capture.atom.entry;
    if (!bound || bound->list != List::qualifiers || is_preposition(capture.atom) || is_addition(capture.atom)) continue;
    switch (static_cast<QualifierEffect>(bound->type)) {
      case QualifierEffect::about: quantity.approximate = true; break;
      case QualifierEffect::over: quantity.strict = true; [[fallthrough]];
      case QualifierEffect::at_least: quantity.max.reset(); break;
      case QualifierEffect::or_equal: quantity.strict = false; break;
      case QualifierEffect::under: quantity.strict = true; [[fallthrough]];
      case QualifierEffect::at_most: quantity.min.reset(); break;
      case QualifierEffect::between:
      case QualifierEffect::exactly: break;
    }
  }
}

}  // namespace mizan
