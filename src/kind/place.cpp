#include <algorithm>

#include "kind/modules.hpp"

namespace mizan {

std::vector<ReadValue> build_places(const SentenceContext& context) {
  std::vector<ReadValue> values;
  std::uint32_t covered = context.sentence.first;
  const auto in_list = [&](std::uint32_t token) {
    return std::any_of(context.sentence.countries.begin(), context.sentence.countries.end(),
                       [&](const CountryMention& m) { return m.names.size() > 1 && m.first <= token && token < m.last; });
  };
  // "Kyoto Protocol", "Washington Post": a longer name that holds the place's.
  const auto in_trap = [&](const Atom& place) {
    return std::any_of(context.sentence.atoms.begin(), context.sentence.atoms.end(), [&](const Atom& a) {
      return a.entry->list == List::countries && a.entry->id == "-" && a.first <= place.first && place.last <= a.last;
    });
  };
  const auto in_name = [&](std::uint32_t token) {
    return std::any_of(context.sentence.mentions.begin(), context.sentence.mentions.end(),
                       [&](const Mention& m) { return m.first <= token && token < m.last; });
  };
  for (std::size_t i = 0; i < context.sentence.atoms.size(); ++i) {
    const Atom& atom = context.sentence.atoms[i];
    if (atom.first < covered) continue;
    const bool is_place = atom.entry->list == List::places && atom.entry->flags == 0;
    const bool is_country = atom.entry->list == List::countries && atom.entry->type == static_cast<std::uint8_t>(CountryForm::name) && atom.entry->id != "-";
    // Hit is a town, "hit" is none.
    const Token& token = context.reading.tokens[atom.first];
    if (token.script == Script::latin && !token.capital) continue;
    if ((!is_place && !is_country) || in_name(atom.first) || in_trap(atom)) continue;
    if (is_country && in_list(atom.first)) continue;
    Place place;
    if (is_place) {
      place.name = atom.entry->id;
      const auto info = context.world.places.find(place.name);
      if (info != context.world.places.end()) place.country = info->second.country;
      // "Tripoli, LB" is how the gazetteer tells two places of one name apart.
      if (const auto comma = place.name.find(", "); comma != std::string::npos) place.name.resize(comma);
    } else {
      const auto names = context.world.countries.find(atom.entry->id);
      place.name = names->second.at("en");
      place.country = atom.entry->id;
    }
    ReadValue value;
    value.value = std::move(place);
    value.first = atom.first;
    value.last = atom.last;
    value.begin = atom.begin;
    value.end = atom.end;
    value.rule = context.language.tag + (is_place ? "/places.tsv:event" : "/countries.tsv:event");
    value.row = context.language.tag + (is_place ? "/places.tsv:" : "/countries.tsv:") + std::to_string(atom.entry->line);
    values.push_back(std::move(value));
    covered = atom.last;
  }
  return values;
}

ValueRelation relate_places(const Value& left, const Value& right, const World& world) {
  const auto &a = std::get<Place>(left), &b = std::get<Place>(right);
  if (a.name == b.name) return {Relation::agree, true, "equal"};
  const auto contains = [&](const Place& outer, const Place& inner) {
    const auto country = world.countries.find(outer.country);
    const bool is_country = country != world.countries.end() && country->second.at("en") == outer.name;
    const auto info = world.places.find(outer.name);
    const bool is_region = info != world.places.end() && info->second.sort == "region";
    return (is_country || is_region) && !outer.country.empty() && outer.country == inner.country;
  };
  if (contains(a, b) || contains(b, a)) return {Relation::compatible, true, "place-inside"};
  return {Relation::conflict, true, "place-differs"};
}

std::string show_place(const Value& value) { return std::get<Place>(value).name; }

}  // namespace mizan
