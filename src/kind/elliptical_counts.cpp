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

}  // namespace

void resolve_elliptical(const SentenceContext& context, std::vector<ReadValue>& values) {
  std::string unit;
  std::vector<ReadValue> kept;
  for (auto& value : values) {
    auto& quantity = std::get<Quantity>(value.value);
    if (value.needs_unit) {
      if (counts_people(context, value)) unit = "person";
      if (unit.empty()) continue;
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
