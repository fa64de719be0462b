#include "kind/same_units.hpp"

namespace mizan {
namespace {

bool is_of(std::string_view generic, std::string_view code, const World& world) {
  const auto codes = world.currencies.find(generic);
  if (codes == world.currencies.end()) return false;
  for (const auto& [country, own] : codes->second)
    if (own.view() == code) return true;
  return false;
}

bool is_person_of(std::string_view a, std::string_view b, const World& world) { return a == "person" && world.class_of(b) == "person"; }

}  // namespace

bool are_one_currency(std::string_view a, std::string_view b, const World& world) { return is_of(a, b, world) || is_of(b, a, world); }

bool may_count_one(std::string_view a, std::string_view b, const World& world) {
  return world.counts_as.contains({a, b}) || is_person_of(a, b, world) || is_person_of(b, a, world) || are_one_currency(a, b, world);
}

}  // namespace mizan
