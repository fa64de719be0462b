#include <algorithm>

#include "kind/modules.hpp"

namespace mizan {

namespace {

/// Is the token one of a stretch that `counts`? Stretches are in order of place and share no token.
template <class Stretch, class Counts>
bool lies_in(const std::vector<Stretch>& stretches, std::uint32_t token, Counts counts) {
  const auto behind = std::partition_point(stretches.begin(), stretches.end(), [&](const Stretch& s) { return s.first <= token; });
  return behind != stretches.begin() && token < std::prev(behind)->last && counts(*std::prev(behind));
}

/// Does nothing but a mark stand between what ends at `last` and what begins at `first`?
bool stand_together(const std::vector<Token>& tokens, std::uint32_t last, std::uint32_t first) {
  return last == first || (last + 1 == first && tokens[last].kind == TokenKind::mark);
}

}  // namespace

std::vector<ReadValue> build_places(const SentenceContext& context) {
  std::vector<ReadValue> values;
  std::uint32_t covered = context.sentence.first;
  const Entry* last_named = nullptr;
  const auto in_list = [&](std::uint32_t token) { return lies_in(context.sentence.countries, token, [](const CountryMention& m) { return m.names.size() > 1; }); };
  // "Kyoto Protocol", "Washington Post": a longer name that holds the place's.
  const auto& atoms = context.sentence.atoms;
  std::uint32_t trap_end = 0;  // the furthest that one of those ends which begin no later than the place at hand
  auto trap = atoms.begin();
  const auto in_trap = [&](const Atom& place) {
    for (; trap != atoms.end() && trap->first <= place.first; ++trap)
      if (trap->entry->list == List::countries && trap->entry->id == "-") trap_end = std::max(trap_end, trap->last);
    return place.last <= trap_end;
  };
  const auto in_name = [&](std::uint32_t token) { return lies_in(context.sentence.mentions, token, [](const Mention&) { return true; }); };
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
    // "the Jordanian capital, Amman" names one place.
    const bool by_other_words = last_named && last_named->form != atom.entry->form;
    last_named = atom.entry;
    if (by_other_words && !values.empty() && std::get<Place>(values.back().value).name == place.name &&
        stand_together(context.reading.tokens, values.back().last, atom.first)) {
      values.back().last = atom.last;
      values.back().end = atom.end;
      covered = atom.last;
      continue;
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
