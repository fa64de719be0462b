#include "kind/elliptical_counts.hpp"

#include <algorithm>

namespace mizan {
namespace {

bool is_word(const Atom& atom, std::string_view list) { return atom.entry->list == List::words && atom.entry->id == list; }

bool has_word_at(const SentenceContext& context, std::uint32_t token, std::string_view list) {
  const auto atoms = context.sentence.atoms_at(token);
  return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return is_word(atom, list); });
}

bool has_word_before(const SentenceContext& context, std::uint32_t token, std::string_view list) {
  const auto& atoms = context.sentence.atoms;
  return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.last == token && is_word(atom, list); });
}

bool is_role_of_people(const SentenceContext& context, const Atom& trigger) {
  return trigger.entry->list == List::roles && context.language.person_roles.contains(trigger.entry->id);
}

/// Does a word of killing, hurting … stand right before? "killed 12 and wounded 36 others".
bool counts_people(const SentenceContext& context, const ReadValue& value) {
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(),
                     [&](const Atom& trigger) { return trigger.last == value.first && is_role_of_people(context, trigger); });
}

/// Or behind, past its auxiliary? "300 others were hurt". This alone does not say that no ship was lost: it decides only where no other noun was counted.
bool tells_of_people(const SentenceContext& context, const ReadValue& value) {
  for (const Atom& auxiliary : context.sentence.atoms_at(value.last)) {
    if (!is_word(auxiliary, "auxiliary")) continue;
    const auto is = [&](const Atom& atom) {
      return atom.first == auxiliary.last && (is_role_of_people(context, atom) || (atom.entry->list == List::units && atom.entry->id == "person"));
    };
    const auto behind = context.sentence.atoms_at(auxiliary.last);
    if (std::any_of(behind.begin(), behind.end(), is) || std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), is)) return true;
  }
  return false;
}

/// "a jury of five": a body of people, and how many they are.
bool is_size_of_body(const SentenceContext& context, const ReadValue& value) {
  if (value.first < context.sentence.first + 2 || !has_word_before(context, value.first, "of")) return false;
  return has_word_before(context, value.first - 1, "body-of-people");
}

/// "The number of refugees rose to 33,000", "the death toll in the city was 33": what is numbered stands behind the word that says so, and the figure behind a word
/// that gives it. Nothing else may be counted in between.
std::string numbered_noun(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  constexpr std::uint32_t kReach = 14, kNounReach = 2;
  const Atom* teller = nullptr;
  for (const Atom& atom : context.sentence.atoms)
    if (is_word(atom, "count-noun") && atom.last <= value.first && value.first - atom.last <= kReach && (!teller || atom.first > teller->first)) teller = &atom;
  if (!teller || (before && before->last > teller->first)) return {};
  if (has_word_before(context, teller->first, "indefinite") || has_word_at(context, teller->last, "of")) return {};  // a number of
  std::string unit;
  std::uint32_t last = teller->last;
  const auto toll = std::find_if(context.sentence.triggers.begin(), context.sentence.triggers.end(), [&](const Atom& trigger) {
    return trigger.first >= teller->first && trigger.last <= teller->last && is_role_of_people(context, trigger);
  });
  if (toll != context.sentence.triggers.end() || has_word_at(context, teller->first, "body-of-people")) unit = "person";
  for (std::uint32_t token = teller->last; unit.empty() && token <= teller->last + kNounReach && token < value.first; ++token)
    for (const Atom& atom : context.sentence.atoms_at(token)) {
      const auto number = static_cast<GrammaticalNumber>(atom.entry->type);
      if (atom.entry->list != List::units || (number != GrammaticalNumber::pl && number != GrammaticalNumber::any)) continue;
      const auto unit_class = context.world.class_of(atom.entry->id);
      if (unit_class == "person" || unit_class == "state" || unit_class == "thing" || unit_class == "event") unit = atom.entry->id;
      last = atom.last;
      break;
    }
  if (unit.empty() || last > value.first) return {};
  return last == value.first || has_word_before(context, value.first, "figure-link") || has_word_before(context, value.first, "to") ? unit : std::string();
}

/// "36 of the 67 seats": the first counts what the second does.
bool is_part_of(const SentenceContext& context, const ReadValue& part, const ReadValue& whole) {
  if (whole.first < part.last || whole.first - part.last > 2) return false;
  const auto behind = context.sentence.atoms_at(part.last);
  return std::any_of(behind.begin(), behind.end(), [&](const Atom& atom) { return is_word(atom, "each-of"); });
}

}  // namespace

void resolve_elliptical(const SentenceContext& context, std::vector<ReadValue>& values) {
  std::string unit;
  std::vector<ReadValue> kept;
  kept.reserve(values.size());
  for (std::size_t i = 0; i + 1 < values.size(); ++i)
    if (values[i].needs_unit && !values[i + 1].needs_unit && is_part_of(context, values[i], values[i + 1])) {
      std::get<Quantity>(values[i].value).unit = std::get<Quantity>(values[i + 1].value).unit;
      values[i].needs_unit = false;
    }
  const ReadValue* before = nullptr;
  for (auto& value : values) {
    auto& quantity = std::get<Quantity>(value.value);
    if (value.needs_unit) {
      if (const auto noun = numbered_noun(context, value, before); !noun.empty()) unit = noun;
      else if (counts_people(context, value) || is_size_of_body(context, value) || (unit.empty() && tells_of_people(context, value))) unit = "person";
      if (unit.empty() && !value.may_lack_unit) continue;
      quantity.unit = unit;
    } else {
      const auto unit_class = context.world.class_of(quantity.unit);
      if (unit_class == "person" || unit_class == "state" || unit_class == "thing" || unit_class == "event") unit = quantity.unit;
    }
    const bool may_be_noun = !unit.empty() && quantity.unit == unit;
    kept.push_back(std::move(value));
    if (may_be_noun) before = &kept.back();  // reserved: it stays where it is
  }
  values = std::move(kept);
}

}  // namespace mizan
