#include <algorithm>

#include "kind/modules.hpp"
#include "reading/sentences.hpp"
#include "text/marks.hpp"

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

bool is_name(const SentenceContext& context, std::uint32_t token) {
  if (token < context.sentence.first || token >= context.sentence.last) return false;
  const Token& t = context.reading.tokens[token];
  return t.kind == TokenKind::word && t.script == Script::latin && t.capital;
}

/// The country in which what stands at `token` is: a state's name or its adjective, or a region's name. Empty where nothing such stands there.
std::string country_at(const SentenceContext& context, std::uint32_t token) {
  for (const auto& atom : context.sentence.atoms_at(token)) {
    if (atom.list == List::countries && atom.entry->id != "-" && atom.entry->type != static_cast<std::uint8_t>(CountryForm::seat)) return atom.entry->id;
    if (atom.list != List::places || atom.entry->flags != 0) continue;
    if (const auto info = context.world.places.find(atom.entry->id); info != context.world.places.end() && info->second.sort == "region")
      return info->second.country;
  }
  return {};
}

/// Behind the place, its state or region: "Florence, Italy", "Florence in Italy", or its adjective. The country's code, or empty.
std::string country_behind(const SentenceContext& context, std::uint32_t last) {
  if (last >= context.sentence.last) return {};
  const Token& next = context.reading.tokens[last];
  const auto text = context.reading.text(next);
  const bool parts = next.kind == TokenKind::mark ? text == "," || text == marks::arabic_comma : context.sentence.word_at(last, "locative") != nullptr;
  return parts ? country_at(context, last + 1) : next.script == Script::arabic ? country_at(context, last) : std::string();
}

/// As country_behind, where words of place part the two: "in Nurgal, in the Afghan province of Kunar", "in Gyoma, a town in southern Hungary".
std::string country_further_behind(const SentenceContext& context, std::uint32_t last) {
  constexpr std::uint32_t reach = 8;
  if (last >= context.sentence.last || context.reading.text(context.reading.tokens[last]) != ",") return {};
  for (std::uint32_t i = last + 1; i < context.sentence.last && i < last + reach;) {
    if (auto country = country_at(context, i); !country.empty()) return country;
    std::uint32_t behind = i;
    for (const auto& atom : context.sentence.atoms_at(i))
      if (atom.is_word("article") || atom.is_word("indefinite") || atom.is_word("locative") || atom.is_word("settlement") || atom.is_word("place-word") ||
          atom.is_word("region-word"))
        behind = std::max(behind, atom.last);
    if (behind == i) return {};
    i = behind;
  }
  return {};
}

bool is_risky(const Atom& place) { return (place.entry->flags & place_risk::risky) != 0; }

/// "Hay-on-Wye": where the words joined to the one before `last` end.
std::uint32_t end_of_hyphens(const SentenceContext& context, std::uint32_t last) {
  constexpr std::uint32_t most = 4;  // words behind the first
  const auto& tokens = context.reading.tokens;
  for (std::uint32_t n = 0; n < most && last + 1 < context.sentence.last && context.reading.text(tokens[last]) == "-" && !tokens[last].space_before && !tokens[last + 1].space_before &&
         tokens[last + 1].kind == TokenKind::word && tokens[last + 1].script == Script::latin;
       ++n)
    last += 2;
  return is_name(context, last - 1) ? last : 0;
}

/// "Boston University", "London Breed": a longer name that begins with the place's. "Heathrow Airport" and "Lagos State" are places too, and "Paris Monday" is two
/// things; but "U.S. Federal Court" is one, for all the town of Federal.
bool begins_longer_name(const SentenceContext& context, const Atom& place) {
  const auto goes_on = [&](std::uint32_t token) {
    const auto atoms = context.sentence.atoms_at(token);
    return is_name(context, token) && std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      const auto list = atom.list;
      return list == List::months || list == List::weekdays || list == List::countries || list == List::relative ||
             (list == List::places && (atom.entry->flags & place_risk::word) == 0 && !(is_risky(atom) && is_name(context, atom.last)));
    });
  };
  if (end_of_hyphens(context, place.last) > place.last) return true;
  if (!goes_on(place.last) || is_written_as_title(context.reading, context.sentence)) return false;
  for (const auto& atom : context.sentence.atoms_at(place.last))
    if (atom.is_word("place-suffix")) return goes_on(atom.last);  // "Lagos State", but "Manhattan District Court", "Boston City Council"
  return true;
}

/// "Lakhdar Belloumi": a short name behind the letters of a preposition is likelier the rest of a word that no list knows, where another such word stands before it.
bool is_rest_of_name(const SentenceContext& context, const Atom& place) {
  constexpr std::size_t short_name = 10;  // bytes: five Arabic letters
  if (!place.locative || index_of(place.end) - index_of(place.begin) > short_name || place.first == context.sentence.first) return false;
  const Token& before = context.reading.tokens[place.first - 1];
  if (before.kind != TokenKind::word || before.script != Script::arabic || !context.sentence.atoms_at(place.first - 1).empty()) return false;
  // A noun with its article, or one by whose stem something happened, is no name.
  const auto& triggers = context.sentence.triggers;
  const auto text = context.reading.text(before);
  return std::none_of(context.language.clitics.begin(), context.language.clitics.end(),
                      [&](const Clitic& clitic) { return clitic.article && text.starts_with(clitic.form); }) &&
         std::none_of(triggers.begin(), triggers.end(), [&](const Atom& trigger) { return trigger.last == place.first; });
}

/// "Joe Scarborough": an unknown name stands right before, or one that only may be a place. Words of place and all that lists know do not make one: "North
/// Cotabato".
bool ends_longer_name(const SentenceContext& context, const Atom& place) {
  if (place.first == context.sentence.first || !is_name(context, place.first - 1) || is_written_as_title(context.reading, context.sentence)) return false;
  const auto atoms = context.sentence.atoms_at(place.first - 1);
  return std::none_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.entry != nullptr && !(atom.list == List::places && is_risky(atom)); });
}

/// Does the text name states and not this one? Then a town behind a word for it has only the name of the one there: "the town of Al-Husseiniya" in a text on
/// Yemen.
bool speaks_of_others(const SentenceContext& context, const std::string& country) {
  return !context.named.empty() && std::none_of(context.named.begin(), context.named.end(), [&](const NamedCountry& named) { return named.id == country; });
}

/// Where the form is a word or a name of people too: does a word of place before it, or its state, say that it is the place?
bool is_clear(const SentenceContext& context, const Atom& place, const std::string& country) {
  if (place.article) return false;  // "the riders", not Farasan
  // "The camp, on the night of Friday": not Lille.
  const auto behind = context.sentence.atoms_at(place.last);
  if (std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.list == List::weekdays || atom.list == List::relative; })) return false;
  // "The area of Baja", not of Aja: the letters of a preposition follow no noun.
  if (place.locative && context.sentence.word_before(place.first, "settlement")) return false;
  if (context.sentence.word_before(place.first, "settlement") || country_behind(context, place.last) == country) return true;
  const bool is_word = (place.entry->flags & place_risk::word) != 0;
  if (is_word && context.reading.tokens[place.first].script != Script::latin) return false;  // "in the city" is no town of that name
  // "In Warren's campaign"
  if (place.last < context.sentence.last && context.reading.tokens[place.last].kind != TokenKind::word && !context.reading.tokens[place.last].space_before &&
      context.reading.text(context.reading.tokens[place.last]).starts_with("'"))
    return false;
  // In a text about Italy, "in Florence" is the town. Where capitals mark names, a text that names no state may mean it too, unless it is a word.
  const bool is_latin = context.reading.tokens[place.first].script == Script::latin;
  if (speaks_of_others(context, country) || (context.named.empty() && (!is_latin || is_word))) return false;
  const bool is_located = place.locative || context.sentence.word_before(place.first, "locative") != nullptr;
  if (is_latin) return is_located && is_name(context, place.first) && !is_name(context, place.last) && !is_written_as_title(context.reading, context.sentence);
  // Where nothing marks a name, a word that a list knows, or one with its article on, may be that word: "in the valley". Not the capital of a state that the
  // text names: "in Seoul", which is written as "floods".
  const auto atoms = context.sentence.atoms_at(place.first);
  const auto is_capital = [&](const Atom& atom) { return atom.entry != nullptr && atom.list == List::countries && atom.entry->id == country; };
  if (!is_located) return false;
  if (std::any_of(atoms.begin(), atoms.end(), is_capital)) return true;
  return std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.entry == nullptr || atom.list == List::places; });
}

/// The country of a place that shares its name: that which the document names most often, else the one of the largest place of the name.
std::string country_of(const SentenceContext& context, const std::string& place, const std::string& usual) {
  constexpr std::size_t named_most = 3;
  for (std::size_t i = 0; i < context.named.size() && i < named_most; ++i) {
    const auto& code = context.named[i].id;
    if (code == usual || context.world.places.contains(place + ", " + code)) return code;
  }
  return usual;
}

/// Towns that no list knows, where the text says that they are: "the town of Gyoma", "near Gyoma, Hungary". Only where capitals mark names.
std::vector<ReadValue> unlisted_places(const SentenceContext& context) {
  std::vector<ReadValue> values;
  constexpr std::uint32_t longest_name = 3;
  const auto& tokens = context.reading.tokens;
  const auto is_part = [&](std::uint32_t token, bool may_be_place) {
    const auto atoms = context.sentence.atoms_at(token);
    return is_name(context, token) && !tokens[token].all_capitals &&
           std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
             return atom.entry != nullptr && !(may_be_place && atom.list == List::places && atom.last == token + 1);
           });
  };
  // Does a name end before this token: at a mark that sets it off, or at a small word, a day, a word for a district? "in Kelly v. Doe" is a case.
  const auto ends_name = [&](std::uint32_t token) {
    if (token >= context.sentence.last) return true;
    const auto text = context.reading.text(tokens[token]);
    if (tokens[token].kind == TokenKind::mark) return text == "," || text == "." || text == ";";
    const auto atoms = context.sentence.atoms_at(token);
    return tokens[token].space_before && std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
             return atom.entry != nullptr && (atom.list == List::stopwords || atom.list == List::weekdays || atom.is_word("place-suffix"));
           });
  };
  for (const auto& atom : context.sentence.atoms) {
    const bool is_settlement = atom.is_word("settlement");
    if (!is_settlement && !atom.is_word("locative")) continue;
    std::uint32_t last = atom.last;
    bool is_unknown = false;  // "Carmel Valley" is no more known than "Nether Sandham", for all the town of Carmel
    for (; last < context.sentence.last && last < atom.last + longest_name && is_part(last, true); ++last) is_unknown |= is_part(last, false);
    bool is_joined = false;
    if (const auto end = last == atom.last + 1 ? end_of_hyphens(context, last) : 0; end > last) {
      is_unknown = is_joined = true;  // "Stratford-upon-Avon" is another than Stratford
      last = end;
    }
    if (!is_unknown || is_name(context, last)) continue;
    if (is_written_as_title(context.reading, context.sentence)) return values;
    auto country = country_behind(context, last);
    if (country.empty()) country = country_further_behind(context, last);
    const bool is_near = context.sentence.word_at(atom.first, "nearness") != nullptr;  // "near Gyoma": near what is no town few say
    const bool has_country = !country.empty() && tokens[last].kind == TokenKind::mark;
    // "an earthquake in Gyoma on Sunday": topic/ asks what stands before it. "in Gyoma's", "in Gyoma-" name something else.
    const bool may_be_town = context.sentence.word_at(atom.first, "in-word") && atom.last - atom.first == 1 && (is_joined || last - atom.last <= 2) && ends_name(last);
    if (!is_settlement && !is_near && !has_country && !may_be_town) continue;
    ReadValue value;
    Place place{{}, country};
    for (std::uint32_t i = atom.last; i < last; ++i) {
      std::string word(context.reading.text(tokens[i]));
      if (tokens[i].capital && word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
      place.name += (i > atom.last && tokens[i].space_before ? " " : "") + word;
    }
    value.value = std::move(place);
    value.first = atom.last;
    value.last = last;
    value.begin = tokens[atom.last].begin;
    value.end = tokens[last - 1].end;
    value.rule = context.language.tag + "/words.tsv:unlisted-place";
    value.row = context.language.tag + "/words.tsv:" + std::to_string(atom.entry->line);
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace

std::vector<ReadValue> build_places(const SentenceContext& context) {
  std::vector<ReadValue> values;
  if (context.sentence.clauses.empty()) return values;  // nothing in it is read
  std::uint32_t covered = context.sentence.first;
  const Entry* last_named = nullptr;
  const auto in_list = [&](std::uint32_t token) { return lies_in(context.sentence.countries, token, [](const CountryMention& m) { return m.names.size() > 1; }); };
  // "Kyoto Protocol", "Washington Post": a longer name that holds the place's.
  const auto& atoms = context.sentence.atoms;
  std::uint32_t trap_end = 0;  // the furthest that one of those ends which begin no later than the place at hand
  auto trap = atoms.begin();
  const auto in_trap = [&](const Atom& place) {
    for (; trap != atoms.end() && trap->first <= place.first; ++trap)
      if (trap->list == List::countries && trap->entry->id == "-") trap_end = std::max(trap_end, trap->last);
    return place.last <= trap_end;
  };
  const auto in_name = [&](std::uint32_t token) { return lies_in(context.sentence.mentions, token, [](const Mention&) { return true; }); };
  for (std::size_t i = 0; i < context.sentence.atoms.size(); ++i) {
    const Atom& atom = context.sentence.atoms[i];
    if (atom.first < covered) continue;
    const bool is_place = atom.list == List::places;
    const bool is_country = atom.list == List::countries && atom.entry->type == static_cast<std::uint8_t>(CountryForm::name) && atom.entry->id != "-";
    if (!is_place && !is_country) continue;
    // Hit is a town, "hit" is none.
    const Token& token = context.reading.tokens[atom.first];
    if (token.script == Script::latin && !token.capital) continue;
    if (in_name(atom.first) || in_trap(atom)) continue;
    if ((is_country && in_list(atom.first)) || begins_longer_name(context, atom) || ends_longer_name(context, atom) || is_rest_of_name(context, atom)) continue;
    Place place;
    if (is_place) {
      place.name = atom.entry->id;
      const auto info = context.world.places.find(place.name);
      if (info != context.world.places.end()) place.country = country_of(context, place.name, info->second.country);
      if (is_risky(atom) && !is_clear(context, atom, place.country)) continue;
      if (is_risky(atom) && speaks_of_others(context, place.country)) place.country.clear();
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
  const auto listed = static_cast<std::ptrdiff_t>(values.size());
  for (auto& value : unlisted_places(context))
    if (!in_name(value.first)) values.push_back(std::move(value));
  std::inplace_merge(values.begin(), values.begin() + listed, values.end(), [](const ReadValue& a, const ReadValue& b) { return a.first < b.first; });
  return values;
}

ValueRelation relate_places(const Value& left, const Value& right, const World& world) {
  const auto &a = std::get<Place>(left), &b = std::get<Place>(right);
  // Tripoli of Libya and Tripoli of Lebanon
  const bool elsewhere = !a.country.empty() && !b.country.empty() && a.country != b.country;
  if (a.name == b.name && !elsewhere) return {Relation::agree, true, "equal"};
  const auto contains = [&](const Place& outer, const Place& inner) {
    const auto country = world.countries.find(outer.country);
    const bool is_country = country != world.countries.end() && country->second.at("en") == outer.name;
    const auto info = world.places.find(outer.name);
    const bool is_region = info != world.places.end() && info->second.sort == "region";
    return (is_country || is_region) && !outer.country.empty() && outer.country == inner.country;
  };
  if (contains(a, b) || contains(b, a)) return {Relation::compatible, true, "place-inside"};
  // What no list knows may be the other by another spelling, or lie in it.
  const auto is_known = [&](const Place& place) {
    const auto country = world.countries.find(place.country);
    const bool is_country = country != world.countries.end() && country->second.at("en") == place.name;
    return !place.country.empty() && (is_country || world.places.contains(place.name) || world.places.contains(place.name + ", " + place.country));
  };
  if (!elsewhere && !(is_known(a) && is_known(b))) return {Relation::compatible, true, "place-unknown"};
  return {Relation::conflict, true, "place-differs"};
}

std::string show_place(const Value& value) { return std::get<Place>(value).name; }

}  // namespace mizan
