#include "reading/language_reader.hpp"

#include <algorithm>

#include "reading/arbiter.hpp"
#include "reading/clauses.hpp"
#include "reading/numbers.hpp"

namespace mizan {
namespace {

/// Lists that are matched by stem: what a claim is about is told in many forms of one word.
bool is_matched_by_stem(List list) {
  return list == List::events || list == List::roles || list == List::facets || list == List::modality || list == List::change || list == List::speech;
}

std::vector<std::string> words_of(std::string_view form) {
  const FoldedText folded = fold(form);
  std::vector<std::string> words;
  for (const auto& token : tokenize(folded, form)) words.emplace_back(text_of(folded, token));
  return words;
}

/// Words of this many bytes and more carry no clitics or glue that a list would know.
constexpr std::size_t kLongWord = 64;
/// A rest shorter than this (in bytes; two Arabic letters are four) is no word behind a clitic.
constexpr std::size_t kShortestRest = 4;

std::string_view side_suffix(Side side) { return side == Side::after ? "-after" : "-before"; }

}  // namespace

Result<std::unique_ptr<LanguageReader>> LanguageReader::make(const Language& language, const World& world) {
  std::unique_ptr<LanguageReader> reader(new LanguageReader(language));
  const Stemmer stemmer(language.stemmer);
  for (std::uint32_t i = 0; i < language.entries.size(); ++i) {
    const auto& entry = language.entries[i];
    auto words = words_of(entry.form);
    if (is_matched_by_stem(entry.list)) {
      for (auto& word : words) word = stemmer(word);
      reader->stems_.add(words, i);
      // The counted noun that is itself the role is found exactly as the unit is, clitics and all.
      if (entry.list == List::roles && entry.side == Side::unit) reader->words_.add(words_of(entry.form), i);
    } else {
      reader->words_.add(words, i);
    }
  }
  reader->give_classes(world);
  auto rules = RuleSet::compile(language.rules, reader->classes_);
  if (!rules) return rules.error();
  reader->rules_ = std::move(*rules);
  return reader;
}

void LanguageReader::give_classes(const World& world) {
  // Classes that rules may name whether or not this pack's lists give them.
  for (const char* side : {"-before", "-after"})
    for (const char* name : {"identifier", "age", "clock", "score", "phone", "rank", "ratio", "modifier", "ago"}) classes_.intern(std::string(name) + side);
  for (const char* name : {"q-about", "q-over", "q-at-least", "q-under", "q-at-most", "q-between", "q-exactly", "q-before", "q-after", "sign", "name", "vague",
                           "figure", "noun-plural", "percent", "currency", "time-unit", "unit-dual", "unit-plural", "unit-singular", "demonym", "decade"})
    classes_.intern(name);
  for (const char* name : {"number", "count-number", "number-and", "integer", "day", "month-number", "year", "year2", "year-words", "hijri-year", "noun", "word",
                           "capital", "scaled-number", "small-number", "words-number", "decimal-number"})
    classes_.intern(name);
  entry_classes_.reserve(language_.entries.size());
  for (const auto& entry : language_.entries) {
    std::vector<ClassId> classes;
    const auto give = [&](const std::string& name) { classes.push_back(classes_.intern(name)); };
    switch (entry.list) {
      case List::numerals:
        if (entry.type == static_cast<std::uint8_t>(NumeralType::ordinal)) give("ordinal");
        if (entry.type == static_cast<std::uint8_t>(NumeralType::fraction)) give("fraction");
        if (entry.type == static_cast<std::uint8_t>(NumeralType::vague)) give("vague");
        break;
      case List::months:
        give((entry.flags & 2) ? "hijri-month" : "month");
        if (entry.flags == 1) give("month-alone");
        if (entry.flags == 3) give("hijri-month-alone");
        break;
      case List::weekdays: give("weekday"); break;
      case List::units: {
        give(entry.type == static_cast<std::uint8_t>(GrammaticalNumber::du) ? "unit-dual" : "unit");
        const auto unit_class = world.class_of(entry.id);
        if (entry.id == "percent") give("percent");
        if (unit_class == "money" || entry.id.find('/') != std::string::npos) give("currency");
        if (unit_class == "time") give("time-unit");
        if (unit_class == "person") give("person-unit");
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sg)) give("unit-singular");
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::pl)) give("unit-plural");
        const auto first = static_cast<unsigned char>(entry.form.front());
        if ((first < 0x80 && !std::isalpha(first)) || first == 0xC2 || first == 0xE2 || entry.form.find('$') != std::string::npos) give("sign");
        break;
      }
      case List::qualifiers: {
        static constexpr std::array<std::string_view, 7> effects{"about", "over", "at-least", "under", "at-most", "between", "exactly"};
        give("q-" + std::string(effects[entry.type]));
        give(entry.side == Side::after ? "q-after" : "q-before");
        break;
      }
      case List::relative: {
        static constexpr std::array<std::string_view, 6> types{"relative-day", "modifier-before", "modifier-after", "ago-after", "ago-before", "since"};
        give(std::string(types[entry.type]));
        break;
      }
      case List::words: give(entry.id); break;
      case List::decades: give("decade"); break;
      case List::identifiers: {
        static constexpr std::array<std::string_view, 7> names{"identifier", "age", "clock", "score", "phone", "rank", "ratio"};
        give(std::string(names[entry.type]) + std::string(side_suffix(entry.side)));
        break;
      }
      case List::names: give("name"); break;
      case List::stopwords: {
        static constexpr std::array<std::string_view, 4> names{"function", "adverb", "verb", "adjective"};
        give(std::string(names[entry.type]));
        break;
      }
      case List::countries:
        if (entry.id != "-") give(entry.type == static_cast<std::uint8_t>(CountryForm::demonym) ? "demonym" : "country");
        break;
      default: break;
    }
    entry_classes_.push_back(std::move(classes));
  }
}

std::vector<LanguageReader::Variant> LanguageReader::variants(std::string_view word) const {
  std::vector<Variant> result;
  const auto add = [&](std::string_view form, std::uint32_t skipped, const Clitic* clitic) {
    if (const WordId id = words_.word(form); id != Automaton::no_word) result.push_back({id, skipped, clitic});
    // شخصا without its marks: the alef of the accusative, which folding takes only where it is marked.
    static constexpr std::string_view alef = "\xD8\xA7";
    if (!language_.clitics.empty() && form.size() > kShortestRest && form.ends_with(alef))
      if (const WordId id = words_.word(form.substr(0, form.size() - alef.size())); id != Automaton::no_word) result.push_back({id, skipped, clitic});
  };
  add(word, 0, nullptr);
  if (word.size() <= kLongWord)
    for (const auto& clitic : language_.clitics)
      if (word.size() >= clitic.form.size() + kShortestRest && word.starts_with(clitic.form))
        add(word.substr(clitic.form.size()), static_cast<std::uint32_t>(clitic.form.size()), &clitic);
  return result;
}

std::string_view LanguageReader::without_clitics(std::string_view word) const {
  if (words_.word(word) != Automaton::no_word || language_.clitics.empty()) return word;
  for (const auto& variant : variants(word)) return word.substr(variant.skipped);
  for (auto clitic = language_.clitics.rbegin(); clitic != language_.clitics.rend(); ++clitic)
    if (clitic->article && word.size() >= clitic->form.size() + 6 && word.starts_with(clitic->form)) return word.substr(clitic->form.size());
  return word;
}

bool LanguageReader::is_stopword(std::string_view word, WordClass up_to) const {
  for (const auto& variant : variants(word)) {
    const auto node = words_.step(Automaton::root, variant.word);
    if (node == Automaton::no_node) continue;
    for (const auto entry : words_.entries(node)) {
      const auto& e = language_.entries[entry];
      if (e.list == List::stopwords && e.type <= static_cast<std::uint8_t>(up_to)) return true;
    }
  }
  return false;
}

std::size_t LanguageReader::split_of(std::string_view word) const {
  if (word.size() < 12 || word.size() > kLongWord || !variants(word).empty()) return 0;
  const auto is_known = [&](std::string_view part, std::initializer_list<List> lists) {
    for (const auto& variant : variants(part)) {
      // A word that begins a longer form counts too: الولايات المتحدة.
      const auto node = words_.step(Automaton::root, variant.word);
      if (node == Automaton::no_node) continue;
      if (lists.size() == 0 || words_.entries(node).empty()) return true;
      for (const auto entry : words_.entries(node))
        if (std::find(lists.begin(), lists.end(), language_.entries[entry].list) != lists.end()) return true;
    }
    return false;
  };
  for (const auto& clitic : language_.clitics) {
    if (!clitic.article) continue;
    // Only where the second word has its article on: two known words that happen to make a third must not be torn.
    for (auto at = word.find(clitic.form, 6); at != std::string_view::npos; at = word.find(clitic.form, at + 1)) {
      if (word.size() - at < clitic.form.size() + kShortestRest) break;
      const auto head = word.substr(0, at), tail = word.substr(at);
      const bool tail_known = words_.word(tail) != Automaton::no_word || !variants(tail).empty() || split_of(tail) != 0;
      if (tail_known && is_known(head, {List::countries, List::months, List::weekdays, List::units, List::places})) return at;
    }
  }
  return 0;
}

void LanguageReader::find_atoms(const Reading& reading, Sentence& sentence) const {
  std::vector<std::vector<Variant>> seen(sentence.last - sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) seen[i - sentence.first] = variants(reading.text(reading.tokens[i]));

  struct Branch {
    std::uint32_t node, position;
  };
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
    const auto begin_count = sentence.atoms.size();
    for (const auto& start : seen[first - sentence.first]) {
      const auto found_before = sentence.atoms.size();
      const auto root = words_.step(Automaton::root, start.word);
      if (root == Automaton::no_node) continue;
      std::vector<Branch> places{{root, first + 1}};
      for (std::size_t p = 0; p < places.size() && p < 64; ++p) {
        const Branch place = places[p];
        for (const auto entry : words_.entries(place.node)) {
          // "us" is the United States only in capitals.
          const auto& found = language_.entries[entry];
          const auto& token = reading.tokens[first];
          if (found.list == List::countries && token.script == Script::latin && found.form.size() <= 3 && !token.all_capitals) continue;
          Atom atom;
          atom.first = first;
          atom.last = place.position;
          atom.begin = FoldedOffset{index_of(reading.tokens[first].begin) + start.skipped};
          atom.end = reading.tokens[place.position - 1].end;
          atom.entry = &language_.entries[entry];
          if (start.clitic) {
            atom.conjunction = start.clitic->conjunction;
            atom.preposition = start.clitic->preposition;
            atom.article = start.clitic->article;
          }
          sentence.atoms.push_back(atom);
        }
        if (place.position >= sentence.last) continue;
        // Inside a form only the article may come off; a conjunction begins something new.
        for (const auto& next : seen[place.position - sentence.first])
          if (!next.clitic || (next.clitic->article && !next.clitic->conjunction && !next.clitic->preposition))
            if (const auto node = words_.step(place.node, next.word); node != Automaton::no_node) places.push_back({node, place.position + 1});
      }
      if (sentence.atoms.size() > found_before) break;  // the whole form wins over what is left without clitics
    }
    std::stable_sort(sentence.atoms.begin() + static_cast<std::ptrdiff_t>(begin_count), sentence.atoms.end(),
                     [](const Atom& a, const Atom& b) { return a.last > b.last; });
  }
}

void LanguageReader::find_triggers(const Reading& reading, Sentence& sentence, const Stemmer& stemmer) const {
  std::vector<std::vector<WordId>> stems(sentence.last - sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto& token = reading.tokens[i];
    const auto word = reading.text(token);
    auto& ids = stems[i - sentence.first];
    const auto add = [&](std::string_view form) {
      const WordId id = stems_.word(stemmer(form));
      if (id != Automaton::no_word && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    if (token.kind != TokenKind::word) {
      if (const WordId id = stems_.word(word); id != Automaton::no_word) ids.push_back(id);
      continue;
    }
    add(word);
    if (!ids.empty() || word.size() > kLongWord) continue;
    for (const auto& clitic : language_.clitics)
      if (word.size() >= clitic.form.size() + kShortestRest + 2 && word.starts_with(clitic.form)) add(word.substr(clitic.form.size()));
  }
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
    // Of forms that begin here the longest one stands: "prime minister" is no minister.
    std::uint32_t longest = 0;
    std::vector<Atom> found;
    const auto walk = [&](auto&& self, std::uint32_t node, std::uint32_t position) -> void {
      if (!stems_.entries(node).empty() && position >= longest) {
        if (position > longest) found.clear();
        longest = position;
        for (const auto entry : stems_.entries(node)) {
          Atom atom;
          atom.first = first;
          atom.last = position;
          atom.begin = reading.tokens[first].begin;
          atom.end = reading.tokens[position - 1].end;
          atom.entry = &language_.entries[entry];
          found.push_back(atom);
        }
      }
      if (position >= sentence.last) return;
      for (const WordId id : stems[position - sentence.first])
        if (const auto next = stems_.step(node, id); next != Automaton::no_node) self(self, next, position + 1);
    };
    for (const WordId id : stems[first - sentence.first])
      if (const auto node = stems_.step(Automaton::root, id); node != Automaton::no_node) walk(walk, node, first + 1);
    sentence.triggers.insert(sentence.triggers.end(), found.begin(), found.end());
  }
}

std::vector<ClassId> LanguageReader::classes_of(const NumberMention& number, const Reading& reading) const {
  std::vector<ClassId> classes;
  const auto give = [&](const char* name) { classes.push_back(class_id(name)); };
  if (!number.in_words) give("figure");
  // A run of figures this long is a phone number or a key, and no count.
  if (number.refused || number.digits > 9) return classes;
  const auto& v = number.value;
  const bool whole = v.exponent >= 0 && v.exponent < 16 && !number.decimal && !number.other_value;
  std::int64_t value = v.mantissa;
  for (std::int32_t i = 0; whole && i < v.exponent; ++i) value *= 10;
  const bool after_zero = number.leading_zero;
  const bool plain = number.digits > 0;
  if (number.is_year_words) {
    give("year-words");
    return classes;
  }
  if (number.conjunction) give("number-and");
  if (!after_zero) {
    give("number");
    give(number.in_words ? "words-number" : "integer");
  }
  if (number.has_scale) give("scaled-number");
  if (number.decimal) give("decimal-number");
  if (whole && plain && number.digits <= 2 && value >= 1 && value <= 31) give("day");
  if (whole && number.in_words && value >= 1 && value <= 31) give("small-number");
  if (whole && plain && number.digits <= 2 && value >= 1 && value <= 12) give("month-number");
  if (whole && plain && number.digits == 2) give("year2");
  const bool year = whole && plain && number.digits == 4 && value >= 1000 && value < 2200;
  if (year) give(value >= 1300 && value < 1500 ? "hijri-year" : "year");
  if (year && value >= 1300 && value < 1500) give("year");
  if (number.in_words && whole && value >= 1000 && value < 2200) give("year-words");
  if (!year && !after_zero) give("count-number");
  (void)reading;
  return classes;
}

bool LanguageReader::is_open_noun(const Reading& reading, const Sentence& sentence, std::uint32_t i) const {
  const auto& token = reading.tokens[i];
  const auto word = reading.text(token);
  if (token.kind != TokenKind::word || token.break_before || word.size() < 4) return false;
  const bool own_script = token.script == (language_.script == "Arab" ? Script::arabic : Script::latin);
  if (!own_script || token.capital) return false;
  for (auto atom = std::lower_bound(sentence.atoms.begin(), sentence.atoms.end(), i, [](const Atom& a, std::uint32_t at) { return a.first < at; });
       atom != sentence.atoms.end() && atom->first == i; ++atom) {
    const auto list = atom->entry->list;
    if (list == List::stopwords && atom->entry->type == static_cast<std::uint8_t>(WordClass::adjective) && !language_.noun_follows_directly) continue;
    if (list != List::roles && list != List::scope && list != List::events) return false;
  }
  return true;
}

std::vector<std::vector<ClassedAtom>> LanguageReader::classed_atoms(const Reading& reading, const Sentence& sentence) const {
  std::vector<std::vector<ClassedAtom>> at(sentence.last - sentence.first);
  const auto put = [&](Atom atom, std::vector<ClassId> classes) {
    if (classes.empty()) return;
    const auto& token = reading.tokens[atom.first];
    at[atom.first - sentence.first].push_back({atom, std::move(classes), token.space_before});
  };
  for (const auto& atom : sentence.atoms) put(atom, entry_classes_[static_cast<std::size_t>(atom.entry - language_.entries.data())]);
  for (std::size_t n = 0; n < sentence.numbers.size(); ++n) {
    const auto& number = sentence.numbers[n];
    Atom atom;
    atom.first = number.first;
    atom.last = number.last;
    atom.begin = number.begin;
    atom.end = number.end;
    atom.number = static_cast<std::int32_t>(n);
    atom.conjunction = number.conjunction;
    put(atom, classes_of(number, reading));
  }
  const auto& literals = classes_.all();
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto& token = reading.tokens[i];
    Atom atom;
    atom.first = i;
    atom.last = i + 1;
    atom.begin = token.begin;
    atom.end = token.end;
    if (token.kind == TokenKind::mark) {
      const auto literal = literals.find("\"" + std::string(reading.text(token)) + "\"");
      if (literal != literals.end()) put(atom, {literal->second});
    } else if (token.kind == TokenKind::word) {
      std::vector<ClassId> classes{class_id("word")};
      if (token.capital) classes.push_back(class_id("capital"));
      if (is_open_noun(reading, sentence, i)) {
        classes.push_back(class_id("noun"));
        if (language_.plural_suffix.empty() || reading.text(token).ends_with(language_.plural_suffix)) classes.push_back(class_id("noun-plural"));
      }
      put(atom, std::move(classes));
    }
  }
  return at;
}

void LanguageReader::apply_rules(const Reading& reading, Sentence& sentence) const {
  const auto atoms = classed_atoms(reading, sentence);
  static const std::vector<ClassedAtom> none;
  const auto at = [&](std::uint32_t i) -> const std::vector<ClassedAtom>& {
    return i >= sentence.first && i < sentence.last ? atoms[i - sentence.first] : none;
  };
  std::vector<Mention> candidates;
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first)
    for (auto& match : rules_.match(first, at)) {
      Mention mention;
      mention.rule = &rules_.rules()[match.rule];
      mention.first = first;
      mention.last = match.last;
      mention.captures = std::move(match.captures);
      mention.begin = mention.captures.front().atom.begin;
      mention.end = mention.captures.back().atom.end;
      candidates.push_back(std::move(mention));
    }
  sentence.mentions = arbitrate(std::move(candidates));
}

void LanguageReader::find_countries(const Reading& reading, Sentence& sentence) const {
  const auto country_at = [&](std::uint32_t i) -> const Atom* {
    const Atom* best = nullptr;
    for (auto atom = std::lower_bound(sentence.atoms.begin(), sentence.atoms.end(), i, [](const Atom& a, std::uint32_t at) { return a.first < at; });
         atom != sentence.atoms.end() && atom->first == i; ++atom) {
      if (atom->entry->list != List::countries) {
        // A word that is also something else in its longest form (a name of an outlet) is no country.
        if (atom->entry->list == List::names && (!best || atom->last >= best->last)) return nullptr;
        continue;
      }
      if (!best) best = &*atom;
    }
    if (!best || best->entry->id == "-" || best->entry->type == static_cast<std::uint8_t>(CountryForm::demonym)) return nullptr;
    return best;
  };
  const auto is_word = [&](std::uint32_t i, std::string_view list) -> const Atom* {
    if (i >= sentence.last) return nullptr;
    for (auto atom = std::lower_bound(sentence.atoms.begin(), sentence.atoms.end(), i, [](const Atom& a, std::uint32_t at) { return a.first < at; });
         atom != sentence.atoms.end() && atom->first == i; ++atom)
      if (atom->entry->list == List::words && atom->entry->id == list) return &*atom;
    return nullptr;
  };
  const auto is_comma = [&](std::uint32_t i) {
    if (i >= sentence.last || reading.tokens[i].kind != TokenKind::mark) return false;
    const auto mark = reading.text(reading.tokens[i]);
    return mark == "," || mark == "،";
  };
  for (std::uint32_t i = sentence.first; i < sentence.last;) {
    const Atom* name = country_at(i);
    if (!name) {
      ++i;
      continue;
    }
    CountryMention mention;
    mention.first = i;
    mention.begin = name->begin;
    bool conjoined = false;
    for (;;) {
      mention.names.push_back(*name);
      mention.last = name->last;
      mention.end = name->end;
      std::uint32_t next = name->last;
      bool separated = false;
      if (is_comma(next)) {
        separated = true;
        ++next;
      }
      if (const Atom* joint = is_word(next, "and")) {
        separated = conjoined = true;
        next = joint->last;
      }
      if (const Atom* article = is_word(next, "article")) next = article->last;
      name = next < sentence.last ? country_at(next) : nullptr;
      if (name && name->conjunction) separated = conjoined = true;
      if (!name || !separated) break;
    }
    i = mention.last;
    if (mention.names.size() < 2) {
      mention.partial = false;
    } else {
      for (std::uint32_t back = 1; back <= 3 && mention.first >= sentence.first + back; ++back)
        if (const Atom* open = is_word(mention.first - back, "open-list"); open && open->last >= mention.first - 1 && open->last <= mention.first) mention.partial = true;
      std::uint32_t after = mention.last;
      if (is_comma(after)) ++after;
      if (is_word(after, "list-end")) mention.partial = true;
    }
    // Egypt, Jordan: two names that only a comma divides are an apposition as often as a list.
    if (mention.names.size() == 2 && !conjoined && !mention.partial) mention.names.resize(1);
    sentence.countries.push_back(std::move(mention));
  }
}

void LanguageReader::read(const Reading& reading, Sentence& sentence, const Stemmer& stemmer) const {
  find_atoms(reading, sentence);
  find_triggers(reading, sentence, stemmer);
  sentence.numbers = read_numbers(reading, sentence, language_);
  apply_rules(reading, sentence);
  find_countries(reading, sentence);
  sentence.clauses = cut_clauses(reading, sentence);
}

}  // namespace mizan
