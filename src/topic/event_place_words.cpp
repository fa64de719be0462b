// What stands where a place is named, and what kind of place it is: the half of EventPlaces that knows nothing of events.
#include <algorithm>

#include "reading/rules.hpp"
#include "topic/event_places.hpp"
#include "topic/words.hpp"

namespace mizan {
namespace {

/// How far before a place, in tokens, words of place belong to it.
constexpr std::uint32_t kWordsOfPlace = 6;

/// Hands `take` the forms of words.tsv that end right before token `i`, the longest last.
template <class Take>
void for_each_word_before(const Sentence& sentence, std::uint32_t i, Take take) {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t back = 1; back <= longest && i >= sentence.first + back; ++back)
    for (const auto& atom : atoms_at(sentence, i - back))
      if (atom.last == i && atom.list == List::words) take(atom);
}

/// The longest form of a list of words that ends right before token `i`: "commonwealth of", where "of" is one too.
const Atom* longest_before(const Sentence& sentence, std::uint32_t i, WordList list) {
  const Atom* found = nullptr;
  for_each_word_before(sentence, i, [&](const Atom& atom) {
    if (atom.is_word(list)) found = &atom;
  });
  return found;
}

}  // namespace

/// Is `outer` a state or a region of the state that the city `inner` is in?
bool contains_place(const Place& outer, const Place& inner, const World& world) {
  const auto sort = [&](const Place& place) {
    const auto found = world.places.find(place.name);
    return found == world.places.end() ? std::string() : found->second.sort;
  };
  const auto inside = sort(inner), around = sort(outer);
  if (outer.country != inner.country || inside == "country") return false;
  return around == "country" || (around == "region" && inside != "region");
}

/// Is `outer` the state or region of the city `city` right behind it, or a site in it?
bool stands_in_city(const Place& outer, const Place& city, const World& world) {
  if (contains_place(outer, city, world)) return true;
  const auto found = world.places.find(outer.name), inner = world.places.find(city.name);
  return outer.country == city.country && found != world.places.end() && found->second.sort == "site" && inner != world.places.end() && inner->second.sort == "city";
}

bool EventPlaces::is_joined(const DraftClaim& draft) const {
  for (std::uint32_t i = phrase_begin(draft); i <= draft.first; ++i) {
    const auto atoms = atoms_at(sentence_, i);
    if (std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.conjunction; })) return true;
  }
  return phrase_begin(draft) > sentence_.first && word_at(sentence_, phrase_begin(draft) - 1, "and");
}

/// A question tells of no event.
bool EventPlaces::is_asked() const {
  constexpr std::uint32_t few = 3;  // behind it stand closing marks at most
  for (std::uint32_t i = sentence_.last; i > sentence_.first && sentence_.last - i < few && reading_.tokens[i - 1].kind == TokenKind::mark; --i)
    if (word_at(sentence_, i - 1, "question-mark")) return true;
  return false;
}

/// Does the sentence begin with the verb of where something stands? Where the verb comes first, all the rest says where.
bool EventPlaces::tells_where_it_stands() const { return word_at(sentence_, sentence_.first, "location-verb") != nullptr; }

/// Does somebody speak of himself? Then a state is where he was.
bool EventPlaces::tells_of_himself() const {
  return std::any_of(sentence_.atoms.begin(), sentence_.atoms.end(), [](const Atom& atom) { return atom.is_word("self"); });
}

/// Does the place only tell where a town named right before it is? "Karaj, near Tehran", "the town of X in the province of Y", "X north of Y".
bool EventPlaces::stands_beside_town(const DraftClaim& draft) const {
  constexpr std::uint32_t reach = 10, longest_name = 3;
  bool is_near = false, is_far = false, is_region = !is_town(draft);
  std::uint32_t i = draft.first;
  const auto joins = [&](std::uint32_t token) {
    const auto atoms = atoms_at(sentence_, token);
    return !atoms.empty() && std::all_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.conjunction && atom.last <= draft.last; });
  };
  if (joins(i)) return false;
  // What may stand between the two: words of place, how far it is, whose it is.
  while (i > sentence_.first && draft.first - i < reach && !place_ending_at(i)) {
    const Atom* word = nullptr;
    for_each_word_before(sentence_, i, [&](const Atom& found) {
      const auto& entry = *found.entry;
      const bool tells_near = entry.is_word("nearness") || entry.is_word("closeness"), tells_region = entry.is_word("region-word");
      is_near |= tells_near;
      is_region |= tells_region;
      if (tells_near || tells_region || entry.is_word("locative") || entry.is_word("place-word") || entry.is_word("settlement") || entry.is_word("article") ||
          entry.is_word("stands-in"))
        word = &found;
    });
    const std::uint32_t first = word ? word->first : i - 1;
    const auto kind = reading_.tokens[i - 1].kind;
    const auto atoms = atoms_at(sentence_, i - 1);
    const bool is_link = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      if (atom.entry == nullptr || atom.last != i) return false;
      if (atom.list == List::countries) return atom.entry->type == static_cast<std::uint8_t>(CountryForm::demonym);
      return atom.list == List::units && i > sentence_.first + 1 && reading_.tokens[i - 2].kind == TokenKind::number;
    });
    if (!word && !is_link && kind == TokenKind::word) break;
    is_far |= kind == TokenKind::number && is_near;  // "Carrascal, 73 km north of Tandag"
    i = first;
    if (joins(i)) break;
  }
  if (i == sentence_.first || (i == draft.first && !is_located(draft.first, draft.last))) return false;
  const auto* other = place_ending_at(i);
  // "in Geneva, in Vienna", "against Liverpool in Kyiv"; but "the town of Dayrut in Asyut"
  const bool is_apart = std::any_of(reading_.tokens.begin() + i, reading_.tokens.begin() + draft.first, [](const Token& token) { return token.kind == TokenKind::mark; });
  is_region |= !is_apart && other && sentence_.word_before(other->first, "settlement") != nullptr;
  if (!is_near && !is_region) return false;
  if (other) {
    const auto info = world_.places.find(other->list == List::places ? std::string(other->entry->id) : std::string());
    return info != world_.places.end() && info->second.sort == "city";
  }
  // A town that no list knows: a name of a few unknown words behind a word for a town.
  if (is_far && i > sentence_.first && reading_.tokens[i - 1].capital && atoms_at(sentence_, i - 1).empty()) return true;
  if (!is_region) return false;
  for (std::uint32_t back = 0; back <= longest_name && i > sentence_.first; ++back, --i) {
    if (back > 0 && (sentence_.word_before(i, "settlement") || sentence_.word_before(i, "nearness"))) return true;
    const auto atoms = atoms_at(sentence_, i - 1);
    const bool is_known = std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.entry != nullptr && atom.list != List::units; });
    if (is_known || reading_.tokens[i - 1].kind != TokenKind::word) return false;
  }
  return false;
}

/// "the University of Cambridge", "the United States think tank": the place is part of the name of a house or of its people.
bool EventPlaces::names_body(const DraftClaim& draft) const {
  if (language_of(*sentence_.language).noun_follows_directly) return false;
  if (is_state(draft) && word_at(sentence_, draft.last, "seat")) return true;
  return draft.first > sentence_.first + 1 && word_at(sentence_, draft.first - 1, "of") && sentence_.word_before(draft.first - 1, "seat");
}

/// "a United States operation", "the U.S. election": the state says only whose it is.
bool EventPlaces::names_whose(const DraftClaim& draft) const {
  if (language_of(*sentence_.language).noun_follows_directly) return false;
  if (draft.first > sentence_.first && word_at(sentence_, draft.first - 1, "indefinite")) return true;
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) { return trigger.first == draft.last && trigger.list == List::events; });
}

/// Does a state stand here, or a capital that speaks for one: "Moscow struck", "Washington's withdrawal"?
bool EventPlaces::may_act(const DraftClaim& draft) const {
  const auto atoms = atoms_at(sentence_, draft.first);
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.list == List::countries; });
}

const EventPlaces::Sort& EventPlaces::sort_of(const DraftClaim& draft) const {
  if (sort_.of == &draft) return sort_;
  const auto& place = std::get<Place>(draft.claim.value);
  const auto names = world_.countries.find(place.country);
  const auto found = world_.places.find(place.name);
  const bool is_state = names != world_.countries.end() && names->second.at("en") == place.name;
  return sort_ = {&draft, is_state, !is_state && (found == world_.places.end() || found->second.sort == "city")};
}

bool EventPlaces::is_state(const DraftClaim& draft) const { return sort_of(draft).is_state; }
bool EventPlaces::is_town(const DraftClaim& draft) const { return sort_of(draft).is_town; }

bool EventPlaces::is_spaceport(const DraftClaim& draft) const {
  const auto found = world_.places.find(std::get<Place>(draft.claim.value).name);
  return found != world_.places.end() && found->second.sort == "spaceport";
}

/// Where the place begins with its preposition: "in the city of".
std::uint32_t EventPlaces::phrase_begin(const DraftClaim& draft) const {
  std::uint32_t first = capital_before(draft.first);
  while (first > sentence_.first) {
    const auto* words = longest_before(sentence_, first, "locative");
    if (!words) words = longest_before(sentence_, first, "place-word");
    if (!words) words = longest_before(sentence_, first, "article");
    if (words) {
      first = words->first;
    } else if (describes_place_word(first - 1, draft.first)) {
      --first;
    } else {
      break;
    }
  }
  return first;
}

/// "the U.S. border city of El Paso": the state says only whose city it is.
bool EventPlaces::stands_before_its_city(const DraftClaim& draft) const {
  std::uint32_t i = draft.last;
  for (const Atom* word = nullptr; i < sentence_.last; i = word->last) {
    word = word_at(sentence_, i, "place-word");
    if (!word && !(word = word_at(sentence_, i, "settlement"))) break;
  }
  const auto atoms = i > draft.last && i < sentence_.last ? atoms_at(sentence_, i) : std::span<const Atom>{};
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
    return atom.entry != nullptr && (atom.list == List::places || (atom.list == List::countries && atom.entry->type == static_cast<std::uint8_t>(CountryForm::name)));
  });
}

/// Does a date stand right before the place and its preposition, or right behind it?
bool EventPlaces::is_dated(const DraftClaim& draft) const {
  const std::uint32_t first = phrase_begin(draft);
  return std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& mention) {
    if (!mention.rule || mention.rule->makes != Makes::date) return false;
    if (mention.last <= first) return first - mention.last <= 1;
    if (mention.first < draft.last) return false;
    // "in Geneva on Monday"; but "in Hamburg since 2015" is a stay
    return mention.first == draft.last || (mention.first == draft.last + 1 && (word_at(sentence_, draft.last, "locative") || word_at(sentence_, draft.last, "on-word")));
  });
}

/// Does the place open its sentence or its clause, but for a few words: "On Sunday in Vienna, ministers met"?
bool EventPlaces::opens_clause(const DraftClaim& draft) const {
  constexpr std::uint32_t few = 4;
  const std::uint32_t first = phrase_begin(draft);
  if (first <= sentence_.first + few) return true;
  return std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const Clause& clause) { return clause.first <= first && first <= clause.first + few; });
}

/// Does the place open its sentence, but for a date and words that say little: "On Sunday in Chad, voters ..."? What else stands there is what it is the place of.
bool EventPlaces::opens_sentence(const DraftClaim& draft) const {
  const std::uint32_t first = phrase_begin(draft);
  for (std::uint32_t i = sentence_.first; i < first; ++i) {
    const bool in_date = std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& mention) {
      return mention.rule && mention.rule->makes == Makes::date && mention.first <= i && i < mention.last;
    });
    const auto atoms = atoms_at(sentence_, i);
    const bool says_little = std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.entry != nullptr && atom.list == List::stopwords; });
    if (!in_date && !says_little && reading_.tokens[i].kind != TokenKind::mark) return false;
  }
  return true;
}

/// Does the sentence name a day: by its weekday, from today, or in a month?
bool EventPlaces::names_a_day() const {
  return std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(), [&](const Mention& mention) {
    if (!mention.rule || mention.rule->makes != Makes::date) return false;
    bool has_month = false, has_number = false;
    for (std::uint32_t i = mention.first; i < mention.last; ++i)
      for (const auto& atom : atoms_at(sentence_, i)) {
        if (atom.number >= 0 && sentence_.numbers[static_cast<std::size_t>(atom.number)].digits <= 2) has_number = true;
        if (atom.entry == nullptr) continue;
        if (atom.list == List::months) has_month = true;
        if (atom.list == List::weekdays) return true;
        if (atom.list == List::relative && atom.entry->type == static_cast<std::uint8_t>(RelativeType::day)) return true;
      }
    return has_month && has_number;
  });
}

/// "prices fell in London": does a verb of rise and fall stand right before the place and its preposition?
bool EventPlaces::stands_behind_change(const DraftClaim& draft) const {
  const std::uint32_t first = phrase_begin(draft);
  return std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& trigger) {
    return trigger.first < first && trigger.last >= first && trigger.list == List::change;  // "fell", "fell in"
  });
}

/// Does a verb of the past stand right before the place and its preposition?
bool EventPlaces::stands_behind_past(const DraftClaim& draft) const {
  const auto& suffix = language_of(*sentence_.language).past_suffix;
  if (suffix.empty()) return false;
  std::uint32_t first = phrase_begin(draft);
  if (first == sentence_.first || first == draft.first) return false;
  return word_at(sentence_, first - 1, "irregular-past") || reading_.text(reading_.tokens[first - 1]).ends_with(suffix);
}

/// "lifted off from Baikonur"
bool EventPlaces::stands_behind_from(const DraftClaim& draft) const {
  for (std::uint32_t back = 1; back <= kWordsOfPlace && draft.first >= sentence_.first + back; ++back) {
    const std::uint32_t i = draft.first - back;
    if (word_at(sentence_, i, "from")) return true;
    if (!word_at(sentence_, i, "article") && !word_at(sentence_, i, "place-word")) return false;
  }
  return false;
}

/// "the city of": words between a verb and the name of its place that do not part them.
std::uint32_t EventPlaces::words_of_place_before(const DraftClaim& draft) const {
  std::uint32_t first = capital_before(draft.first);
  while (first > sentence_.first) {
    const auto* word = longest_before(sentence_, first, "place-word");
    if (!word) word = longest_before(sentence_, first, "article");
    if (!word && !describes_place_word(first - 1, draft.first)) break;
    first = word ? word->first : first - 1;
  }
  return draft.first - first;
}

/// "in the Siberian city of Kemerovo", "in the Red Sea resort of Hurghada": names between the article and the words of place that go on to the place.
bool EventPlaces::describes_place_word(std::uint32_t token, std::uint32_t place) const {
  if (language_of(*sentence_.language).noun_follows_directly) return false;
  std::uint32_t begin = token;
  while (begin > sentence_.first && token - begin < kWordsOfPlace && reading_.tokens[begin - 1].kind == TokenKind::word && reading_.tokens[begin - 1].capital) --begin;
  // "Palm Beach County in Florida" is no such row of names.
  if (begin == sentence_.first || !(word_at(sentence_, begin - 1, "article") || word_at(sentence_, begin - 1, "locative"))) return false;
  const auto is_day = [](const Atom& atom) {
    return atom.entry != nullptr && (atom.list == List::months || atom.list == List::weekdays || atom.list == List::relative);
  };
  for (const std::uint32_t end = std::min(place, token + kWordsOfPlace); token + 1 < end; ++token) {
    const auto atoms = atoms_at(sentence_, token);
    if (reading_.tokens[token].kind != TokenKind::word || !reading_.tokens[token].capital || std::any_of(atoms.begin(), atoms.end(), is_day)) return false;
    if (word_at(sentence_, token + 1, "of")) return false;
    if (word_at(sentence_, token + 1, "place-word")) return true;
  }
  return false;
}

/// "in the capital, Tunis", "in Niger's capital, Niamey": where the words for the capital begin, whose it is with them; `first` where none stand there.
std::uint32_t EventPlaces::capital_before(std::uint32_t first) const {
  constexpr std::uint32_t longest = 3;
  if (first < sentence_.first + 2 || reading_.tokens[first - 1].kind != TokenKind::mark) return first;
  const auto* capital = sentence_.word_before(first - 1, "capital");
  if (!capital) return first;
  // Whose: a state, its adjective or "the country's".
  std::uint32_t begin = capital->first;
  for (std::uint32_t back = 1; back <= longest && capital->first >= sentence_.first + back; ++back) {
    const std::uint32_t i = capital->first - back;
    if (word_at(sentence_, i, "locative")) break;
    if (word_at(sentence_, i, "clause") || word_at(sentence_, i, "or")) return capital->first;
    begin = i;
  }
  return sentence_.word_before(begin, "locative") ? begin : capital->first;
}

/// A name that no list knows, and no word of place or state beside it says that it is a town.
bool EventPlaces::is_unlisted(const DraftClaim& draft) const {
  const auto& place = std::get<Place>(draft.claim.value);
  if (!place.country.empty() || world_.places.contains(place.name)) return false;
  return !sentence_.word_before(draft.first, "settlement") && !sentence_.word_before(draft.first, "nearness");
}

/// "Hit" is a town, "hit" is none.
bool EventPlaces::is_name_of_place(const Atom& atom) const {
  const auto& token = reading_.tokens[atom.first];
  if (token.script == Script::latin && !token.capital) return false;
  if (atom.list != List::places) return atom.list == List::countries;
  return (atom.entry->flags & place_risk::risky) == 0 || sentence_.word_before(atom.first, "settlement");
}

const Atom* EventPlaces::place_ending_at(std::uint32_t token) const {
  constexpr std::uint32_t longest = 4;
  for (std::uint32_t back = 1; back <= longest && token >= sentence_.first + back; ++back)
    for (const auto& atom : atoms_at(sentence_, token - back))
      if (atom.last == token && is_name_of_place(atom)) return &atom;
  return nullptr;
}

/// Does a word of place stand before [first, last), or before the row of places that ends with it: "in Tripoli and Misrata"?
bool EventPlaces::is_located(std::uint32_t first, std::uint32_t last) const {
  if (const auto capital = capital_before(first); capital < first) return is_located(capital, capital + 1);
  bool joined = false, is_island = false;
  for (const auto& atom : atoms_at(sentence_, first)) {
    if (atom.last > last) continue;
    if (atom.locative) return true;
    joined |= atom.conjunction;
  }
  for (std::uint32_t back = 1; back <= kWordsOfPlace && first >= sentence_.first + back; ++back) {
    const std::uint32_t i = first - back;
    if (sentence_.word_before(i + 1, "locative")) return true;
    for (const auto& atom : atoms_at(sentence_, i))
      if (atom.locative && atom.list == List::words) return true;  // the clitic on "city"
    is_island |= word_at(sentence_, i, "island-word") != nullptr;
    if (is_island && word_at(sentence_, i, "on-word")) return true;
    if (!word_at(sentence_, i, "article") && !word_at(sentence_, i, "place-word") && !describes_place_word(i, first)) break;
  }
  std::uint32_t end = joined ? first : first > sentence_.first && word_at(sentence_, first - 1, "and") ? first - 1 : sentence_.first;
  // "in Mombasa, Kisumu and Eldoret"; but in "in Paris, Texas" nothing goes on
  if (end == sentence_.first && first > sentence_.first && goes_on_with_town(last) && reading_.tokens[first - 1].kind == TokenKind::mark) end = first - 1;
  const auto* other = end > sentence_.first ? place_ending_at(end) : nullptr;
  return other && is_located(other->first, other->last);
}

/// Does a row of towns go on behind `last`: "Kisumu and Eldoret", "Mombasa, Kisumu and Eldoret"?
bool EventPlaces::goes_on_with_town(std::uint32_t last) const {
  constexpr std::uint32_t most = 6;  // towns in a row
  for (std::uint32_t n = 0; n < most && last + 1 < sentence_.last; ++n) {
    const bool ends = word_at(sentence_, last, "and") != nullptr;
    if (!ends && reading_.tokens[last].kind != TokenKind::mark) return false;
    const Atom* next = nullptr;
    for (const auto& atom : atoms_at(sentence_, last + 1))
      if (atom.list == List::places && is_name_of_place(atom)) next = &atom;
    const auto info = next ? world_.places.find(std::string(next->entry->id)) : world_.places.end();
    if (info == world_.places.end() || info->second.sort != "city") return false;
    if (ends) return true;
    last = next->last;
  }
  return false;
}

}  // namespace mizan
