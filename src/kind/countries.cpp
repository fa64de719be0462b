#include <algorithm>
#include <set>

#include "kind/modules.hpp"

namespace mizan {

namespace {

/// Does a preposition, or a word that makes a place of what follows, stand before the list?
bool is_located(const SentenceContext& context, const CountryMention& list) {
  if (list.names.front().preposition) return true;
  return std::any_of(context.sentence.atoms.begin(), context.sentence.atoms.end(), [&](const Atom& atom) {
    const bool function = atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::function);
    const bool place = atom.is_word("place-word") || atom.is_word("locative");
    return atom.last == list.first && (function || place);
  });
}

/// "deals brokered between Israel and the Emirates, Bahrain and Kosovo": of several deals, each of two, nobody is told to be in all.
bool is_of_several_deals(const SentenceContext& context, const CountryMention& list) {
  constexpr std::uint32_t kReach = 12;
  const auto& atoms = context.sentence.atoms;
  const bool between = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    return atom.last <= list.first && atom.last + 1 >= list.first && atom.is_word("between");
  });
  return between && std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    return atom.last <= list.first && list.first - atom.last <= kReach && atom.is_word("several-deals");
  });
}

}  // namespace

std::vector<ReadValue> build_countries(const SentenceContext& context) {
  std::vector<ReadValue> values;
  for (const auto& mention : context.sentence.countries) {
    std::set<std::string> codes;
    bool has_name = false;
    for (const auto& name : mention.names) {
      codes.insert(name.entry->id);
      has_name |= name.entry->type != static_cast<std::uint8_t>(CountryForm::seat);
    }
    // Capitals behind a word of place are cities ("flights from Cairo and Khartoum"); else they stand for their states: "Washington and Moscow agreed".
    if (codes.size() < 2 || (!has_name && codes.size() < 3 && is_located(context, mention))) continue;
    if (codes.size() > 2 && is_of_several_deals(context, mention)) continue;
    ReadValue value;
    value.value = CountryList{{codes.begin(), codes.end()}, mention.partial};
    value.first = mention.first;
    value.last = mention.last;
    value.begin = mention.begin;
    value.end = mention.end;
    value.rule = context.language.tag + "/countries.tsv:list";
    values.push_back(std::move(value));
  }
  return values;
}

ValueRelation relate_countries(const Value& left, const Value& right, const World&) {
  const auto &a = std::get<CountryList>(left), &b = std::get<CountryList>(right);
  if (a.codes == b.codes) return {a.partial == b.partial ? Relation::agree : Relation::compatible, true, "equal"};
  const bool a_in_b = std::includes(b.codes.begin(), b.codes.end(), a.codes.begin(), a.codes.end());
  const bool b_in_a = std::includes(a.codes.begin(), a.codes.end(), b.codes.begin(), b.codes.end());
  if ((a.partial && (a_in_b || b.partial)) || (b.partial && b_in_a)) return {Relation::compatible, true, "list-open"};
  std::vector<std::string> shared;
  std::set_intersection(a.codes.begin(), a.codes.end(), b.codes.begin(), b.codes.end(), std::back_inserter(shared));
  // Lists that share no more than half speak of other things more often than of one thing wrongly: the deal of Israel and the Emirates is not that of Israel and
  // Sudan.
  return {Relation::conflict, shared.size() * 2 > std::max(a.codes.size(), b.codes.size()), "list-differs"};
}

std::string show_countries(const Value& value) {
  const auto& list = std::get<CountryList>(value);
  std::string text;
  for (const auto& code : list.codes) text += (text.empty() ? "" : ",") + code;
  return text + (list.partial ? " +" : "");
}

}  // namespace mizan
