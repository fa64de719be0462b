#include "kind/elliptical_counts.hpp"

#include <algorithm>

namespace mizan {
namespace {

/// Does a word of killing, hurting … stand right before? "killed 12 and wounded 36 others".
bool counts_people(const SentenceContext& context, const ReadValue& value) {
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), [&](const Atom& trigger) {
    return trigger.last == value.first && trigger.entry->list == List::roles && context.language.person_roles.contains(trigger.entry->id);
  });
}

/// "36 of the 67 seats": the first counts what the second does.
bool is_part_of(const SentenceContext& context, const ReadValue& part, const ReadValue& whole) {
  if (whole.first < part.last || whole.first - part.last > 2) return false;
  const auto behind = context.sentence.atoms_at(part.last);
  return std::any_of(behind.begin(), behind.end(), [&](const Atom& atom) {
    return atom.entry->list == List::words && atom.entry->id == "each-of";
  });
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
  for (auto& value : values) {
    auto& quantity = std::get<Quantity>(value.value);
    if (value.needs_unit) {
      if (counts_people(context, value)) unit = "person";
      if (unit.empty() && !value.may_lack_unit) continue;
      quantity.unit = unit;
    } else {
      const auto unit_class = context.world.class_of(quantity.unit);
      if (unit_class == "person" || unit_class == "state" || unit_class == "thing" || unit_class == "event") unit = quantity.unit;
    }
    kept.push_back(std::move(value));
  }
  values = std::move(kept);
}

}  // namespace mizan
