// What each atom may be read as in the rules: the classes that the compiler gives entries, and those that LanguageReader gives in a text.
#include <algorithm>
#include <array>

#include "reading/language_compiler.hpp"
#include "reading/language_reader.hpp"

namespace mizan {
namespace {

/// Names of OwnClass, in its order.
constexpr std::array<const char*, static_cast<std::size_t>(OwnClass::last)> kOwnClasses{
    "number", "count-number", "number-and", "integer", "day", "month-number", "year", "year2", "year-words", "year-pair", "likely-year", "part-day",
    "part-month", "part-year", "hijri-year", "scaled-number", "small-number", "one-two", "definite-number", "definite-few", "words-number",
    "decimal-number", "figure", "month-alone", "hijri-month-alone", "old-year", "round-year", "round-year2", "month-capital", "weekday-and",
    "month-and", "ordinal-and", "no-year", "thousand-figure", "long-number", "month-lower", "many-number", "beyond-age",
    "unit", "time-unit", "measure-unit", "currency",
    "sign", "unit-definite", "noun", "noun-definite", "noun-plural", "definite", "owned-unit", "word", "capital", "named"};

bool is_ordinal(const Entry& entry) { return entry.list == List::numerals && entry.type == static_cast<std::uint8_t>(NumeralType::ordinal); }

std::string_view side_suffix(Side side) { return side == Side::after ? "-after" : "-before"; }

}  // namespace

void LanguageCompiler::give_classes() {
  // Classes that rules may name whether or not this pack's lists give them.
  for (const char* side : {"-before", "-after"})
    for (const char* name : {"identifier", "age", "clock", "score", "phone", "rank", "ratio", "modifier", "ago"}) classes_.intern(std::string(name) + side);
  for (const char* name : {"q-about", "q-over", "q-at-least", "q-under", "q-at-most", "q-between", "q-exactly", "q-or-equal", "q-before", "q-after", "name", "vague",
                           "percent", "magnitude", "point", "time-dual", "time-singular", "month-sure", "subunit", "time-unit", "measure-unit", "below-zero", "fraction",
                           "figure-noun", "range-noun", "equal", "but", "unit-dual", "unit-one", "unit-length", "unit-plural", "unit-singular", "unit-modifier", "demonym", "decade"})
    classes_.intern(name);
  for (std::size_t i = 0; i < own_classes_.size(); ++i) own_classes_[i] = classes_.intern(kOwnClasses[i]);
  entry_classes_.reserve(language_.entries.size());
  for (const auto& entry : language_.entries) {
    const auto begin = static_cast<std::uint32_t>(entry_class_ids_.size());
    bool currency = false;
    const auto give = [&](const std::string& name) { entry_class_ids_.push_back(classes_.intern(name)); };
    switch (entry.list) {
      case List::numerals:
        if (entry.type == static_cast<std::uint8_t>(NumeralType::ordinal)) give("ordinal");
        if (entry.type == static_cast<std::uint8_t>(NumeralType::fraction)) give("fraction");
        if (entry.type == static_cast<std::uint8_t>(NumeralType::vague)) give("vague");
        break;
      case List::months:
        give((entry.flags & 2) ? "hijri-month" : "month");
        if (entry.flags & 1) give((entry.flags & 2) ? "hijri-month-alone" : "month-alone");
        if ((entry.flags & 3) == 1) give("month-sure");
        break;
      case List::weekdays:
        give("weekday-word");
        if (entry.flags & 1) give("weekday");
        break;
      case List::units: {
        // "a week", "week-long": the form tells one of it, and takes no figure.
        if (const auto number = static_cast<GrammaticalNumber>(entry.type); number == GrammaticalNumber::one || number == GrammaticalNumber::length) {
          give(number == GrammaticalNumber::one ? "unit-one" : "unit-length");
          break;
        }
        give(entry.type == static_cast<std::uint8_t>(GrammaticalNumber::du) ? "unit-dual" : "unit");
        const auto unit_class = world_.class_of(entry.id);
        if (entry.id == "percent" || entry.id == "magnitude" || entry.id == "point") give(entry.id);
        if (unit_class == "time") give("time-" + entry.id);
        if (unit_class == "time" && entry.type == static_cast<std::uint8_t>(GrammaticalNumber::du)) give("time-dual");
        if (entry.id.find('/') != std::string::npos) give("subunit");
        currency = unit_class == "money" || entry.id.find('/') != std::string::npos;
        if (currency) give("currency");
        if (unit_class == "time" && entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sg)) give("time-singular");
        if (unit_class == "time" && entry.id != "century" && entry.type != static_cast<std::uint8_t>(GrammaticalNumber::du)) give("time-unit");
        if (unit_class == "person") give("person-unit");
        if (unit_class == "measure" || entry.id == "percent" || entry.id == "percentage-point") give("measure-unit");
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sg)) give("unit-singular");
        // "400 child protection officers": not a year, a metre or a dollar, of which there is more than one in the singular too.
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sg) &&
            (unit_class == "person" || unit_class == "state" || unit_class == "thing" || unit_class == "event"))
          give("unit-modifier");
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::pl)) give("unit-plural");
        const auto first = static_cast<unsigned char>(entry.form.front());
        const bool is_sign = entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sign) || (first < 0x80 && !std::isalpha(first)) || first == 0xC2 ||
                             first == 0xE2 || entry.form.find('$') != std::string::npos;
        if (is_sign) give("sign");
        break;
      }
      case List::qualifiers: {
        static constexpr std::array<std::string_view, 8> effects{"about", "over", "at-least", "under", "at-most", "between", "exactly", "or-equal"};
        give("q-" + std::string(effects[entry.type]));
        give(entry.side == Side::after ? "q-after" : "q-before");
        break;
      }
      case List::relative: {
        static constexpr std::array<std::string_view, 9> types{"relative-day", "modifier-before", "modifier-after",  "ago-after",      "ago-before",
                                                                "since",        "day-fragment",    "narrated-after", "narrated-before"};
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
    entry_classes_.push_back({begin, static_cast<std::uint8_t>(entry_class_ids_.size() - begin), currency ? std::uint8_t{1} : std::uint8_t{0}, {}});
  }
}

void LanguageReader::list_open_classes() {
  reads_noun_ = rules_.reads(id_of(OwnClass::noun)) || rules_.reads(id_of(OwnClass::noun_plural));
  if (rules_.reads(id_of(OwnClass::owned_unit))) owned_classes_ = {id_of(OwnClass::owned_unit)};
  if (rules_.reads(id_of(OwnClass::named))) named_classes_ = {id_of(OwnClass::named)};
  for (std::size_t traits = 0; traits < open_classes_.size(); ++traits) {
    const auto give = [&](OwnClass what, std::size_t needs) {
      if ((traits & needs) == needs && rules_.reads(id_of(what))) open_classes_[traits].push_back(id_of(what));
    };
    give(OwnClass::word, 0);
    give(OwnClass::capital, kCapital);
    // In a language that writes its article on the word the counted noun behind a figure is indefinite: "1701 the issued" is no count.
    const bool is_behind_figure = (traits & kDefinite) == 0 || !language_.noun_follows_directly;
    if (is_behind_figure) give(OwnClass::noun, kNoun);
    if (is_behind_figure) give(OwnClass::noun_plural, kPlural);
    give(OwnClass::definite, kDefinite);
    give(OwnClass::noun_definite, kDefinite | kNoun);
  }
}

void LanguageReader::classify_number(const NumberMention& number, std::vector<ClassId>& classes) const {
  const auto give = [&](OwnClass what) {
    if (rules_.reads(id_of(what))) classes.push_back(id_of(what));
  };
  if (!number.in_words) give(OwnClass::figure);
  // A run of figures this long is a phone number or a key, and no count.
  if (number.refused && number.digits > 0 && number.digits <= 4) {
    // 24.05.2015: no part of it is a number, together they may be a date.
    auto part = number.value.exponent >= 0 && number.value.exponent < 4 ? number.value.mantissa : 0;
    for (std::int32_t i = 0; part > 0 && i < number.value.exponent; ++i) part *= 10;
    if (part >= 1 && part <= 31 && number.digits <= 2) give(OwnClass::part_day);
    if (part >= 1 && part <= 12 && number.digits <= 2) give(OwnClass::part_month);
    if (part >= 1500 && part < 2200 && number.digits == 4) give(OwnClass::part_year);
  }
  if (number.digits > 9 && !number.leading_zero && !number.refused) give(OwnClass::long_number);
  if (number.refused || number.digits > 9) return;
  const auto& v = number.value;
  const bool whole = v.exponent >= 0 && v.exponent < 16 && !number.decimal && !number.other_value;
  std::int64_t value = v.mantissa;
  for (std::int32_t i = 0; whole && i < v.exponent; ++i) value *= 10;
  const bool after_zero = number.leading_zero;
  const bool plain = number.digits > 0;
  if (number.is_year_words) {
    give(OwnClass::year_words);
    give(OwnClass::year_pair);
    return;
  }
  if (number.conjunction) give(OwnClass::number_and);
  if (!after_zero) {
    give(OwnClass::number);
    give(number.in_words ? OwnClass::words_number : OwnClass::integer);
  }
  if (number.has_scale) give(OwnClass::scaled_number);
  if (number.decimal) give(OwnClass::decimal_number);
  if (whole && plain && number.digits <= 2 && value >= 1 && value <= 31) give(OwnClass::day);
  if (whole && number.in_words && value >= 1 && value <= 31) give(OwnClass::small_number);
  if (whole && number.in_words && !number.article && value >= 1 && value <= 2) give(OwnClass::one_two);
  if (number.in_words && number.article) give(OwnClass::definite_number);
  // From twenty on an ordinal looks the same: the twentieth century.
  constexpr std::int64_t first_double = 20;
  if (whole && number.in_words && number.article && value > 2 && value < first_double) give(OwnClass::definite_few);
  if (whole && plain && number.digits <= 2 && value >= 1 && value <= 12) give(OwnClass::month_number);
  if (whole && plain && number.digits == 2) give(OwnClass::year2);
  const bool year = whole && plain && number.digits == 4 && value >= 1000 && value < 2200;
  if (year && value % 10 == 0) give(OwnClass::round_year);
  if (whole && plain && number.digits == 2 && value % 10 == 0) give(OwnClass::round_year2);
  if (year) give(value >= 1300 && value < 1500 ? OwnClass::hijri_year : OwnClass::year);
  if (year && value >= 1300 && value < 1500) give(OwnClass::year);
  if (year && value >= 1900 && value < 2100) give(OwnClass::likely_year);
  if (number.in_words && whole && value >= 1000 && value < 2200) give(OwnClass::year_words);
  if (whole && value >= 100 && value < 1000 && (number.digits == 3 || number.in_words)) give(OwnClass::old_year);
  if (!year && !after_zero) give(OwnClass::count_number);
  if (!after_zero && !(whole && value == 1) && !(year && value >= 1900 && value < 2100)) give(OwnClass::many_number);
  if (!(year && value >= 1900 && value < 2100) && !after_zero) give(OwnClass::no_year);
  constexpr std::int64_t longest_life = 130;
  if (whole && value > longest_life && !after_zero) give(OwnClass::beyond_age);
  if (year && (value < 1900 || value >= 2100)) give(OwnClass::thousand_figure);
}

bool LanguageReader::has_article(std::string_view word) const {
  return std::any_of(language_.clitics.begin(), language_.clitics.end(),
                     [&](const Clitic& c) { return c.article && word.size() > c.form.size() + 4 && word.starts_with(c.form); });
}

bool LanguageReader::has_owned_unit(const Reading& reading, std::uint32_t i) const {
  auto& word = reading.memory->languages[index_]->words[reading.words[i]];
  if (!word.owned_asked) {
    word.owned_asked = true;
    word.owned = owned_unit(reading.text(reading.tokens[i])) != nullptr;
  }
  return word.owned;
}

bool LanguageReader::is_definite_plural(const Atom& atom) const {
  if (atom.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::pl)) return false;
  const auto form = atom.entry->form.view();
  const auto space = form.rfind(' ');
  return atom.article || (space != std::string_view::npos && form.substr(space + 1).starts_with(article_));
}

bool LanguageReader::is_open_noun(const Reading& reading, const Sentence& sentence, std::uint32_t i) const {
  const auto& token = reading.tokens[i];
  if (token.kind != TokenKind::word || token.break_before || index_of(token.end) - index_of(token.begin) < 4) return false;
  const bool own_script = token.script == (language_.script == "Arab" ? Script::arabic : Script::latin);
  if (!own_script || token.capital) return false;
  if (!language_.verb_suffix.empty() && reading.text(token).ends_with(language_.verb_suffix)) return false;
  for (const auto& atom : sentence.atoms_at(i)) {
    const auto list = atom.list;
    if (list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::adjective) && !language_.noun_follows_directly) continue;
    if (list != List::roles && list != List::scope && list != List::events) return false;
  }
  return true;
}

namespace {

/// May what stands around it, or how it is written, change what the rules read it as? Of most words nothing does.
bool depends_on_place(const Atom& atom) {
  const auto list = atom.list;
  return list == List::units || list == List::months || list == List::qualifiers || (atom.conjunction && (list == List::weekdays || list == List::numerals));
}

/// "a $5 bill" is no Australian one: a sign of one letter and a mark is written as one.
bool is_torn_sign(const Reading& reading, const Atom& atom) {
  if (atom.list != List::units || atom.last - atom.first != 2) return false;
  const auto &letter = reading.tokens[atom.first], &mark = reading.tokens[atom.first + 1];
  return letter.kind == TokenKind::word && mark.kind == TokenKind::mark && mark.space_before && reading.text(letter).size() == 1;
}

/// "10 $ 30 $": a mark that stands apart from the figure behind it belongs to the one before it, unless that may be a year.
bool stands_behind_figure(const Reading& reading, const Sentence& sentence, const Atom& atom) {
  if (atom.list != List::units || reading.tokens[atom.first].kind != TokenKind::mark) return false;
  if (atom.first == sentence.first || atom.last >= sentence.last) return false;
  const auto &before = reading.tokens[atom.first - 1], &behind = reading.tokens[atom.last];
  if (before.kind != TokenKind::number || behind.kind != TokenKind::number || !behind.space_before) return false;
  if (index_of(before.end) - index_of(before.begin) == 4) return false;
  // The figure before has its own mark: $ 20.50 $ 30.
  std::uint32_t figure = atom.first - 1;
  while (figure > sentence.first && !reading.tokens[figure].space_before) --figure;
  const auto own = figure > sentence.first ? reading.text(reading.tokens[figure - 1]) : std::string_view();
  return own != reading.text(atom) && reading.text(reading.tokens[figure]) != reading.text(atom);
}

/// Does a number that a year has stand right behind the word?
bool leads_to_year(const Reading& reading, const Sentence& sentence, const Atom& atom) {
  const auto first = make_decimal(1000), last = make_decimal(2199);
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    const bool is_year = number.digits == 4 && !number.decimal && compare(number.value, first) != std::strong_ordering::less && compare(number.value, last) != std::strong_ordering::greater;
    return number.first == atom.last && is_year && reading.tokens[number.first].space_before;
  });
}

/// "12 states and more than 30 organisations": what may stand behind a figure and say "or more" begins the next one here.
bool begins_next_bound(const Language& language, const Sentence& sentence, const Atom& atom) {
  if (atom.list != List::qualifiers || atom.entry->side != Side::after) return false;
  const bool is_joined = std::any_of(language.clitics.begin(), language.clitics.end(), [&](const Clitic& clitic) {
    return clitic.conjunction && !clitic.article && !clitic.preposition && !clitic.future && atom.entry->form.view().starts_with(clitic.form);
  });
  const auto behind = sentence.atoms_at(atom.last);
  return std::any_of(behind.begin(), behind.end(), [&](const Atom& next) {
    return next.is_word("than") || (is_joined && next.is_word("of"));
  });
}

}  // namespace

bool LanguageReader::names_counted(const Reading& reading, const Sentence& sentence, std::uint32_t i, const NumberMention& figure, bool goes_on) const {
  const auto& tokens = reading.tokens;
  const auto is_small = [&](std::uint32_t at) { return at < sentence.last && tokens[at].kind == TokenKind::word && !tokens[at].capital; };
  const auto says = [&](std::uint32_t at, auto... lists) {
    const auto atoms = sentence.atoms_at(at);
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return ((atom.list == lists) || ...); });
  };
  if (!tokens[i].space_before || says(i, List::units, List::months, List::weekdays, List::numerals, List::relative)) return false;
  // In headlines, of which some write each word with a capital, none is told for a name.
  if (!is_small(i + 1) && !is_small(i + 2)) return false;
  if (goes_on || figure.first == sentence.first) return true;
  const auto& before = tokens[figure.first - 1];
  if (before.kind == TokenKind::mark) return before.space_before || reading.text(before) == ",";  // not the second of 26–27
  return tokens[figure.first].space_before && (!before.capital || (says(figure.first - 1, List::stopwords) && !says(figure.first - 1, List::months)));
}

void LanguageReader::classify(const Reading& reading, const Sentence& sentence, ClassedTokens& tokens) const {
  tokens.start(sentence.first, sentence.last, rules_.set_words());
  const auto& near = reading.memory->near_pivots;
  find_near_pivots(sentence, reading.memory->near_pivots);
  std::vector<ClassId> classes;
  const auto give = [&](OwnClass what) {
    if (rules_.reads(id_of(what))) classes.push_back(id_of(what));
  };
  std::vector<bool> month_ends;  // by token; empty where no month is named
  std::size_t n = 0;
  std::uint32_t named_until = sentence.first;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto& token = reading.tokens[i];
    const bool may_begin = near.may_begin(i - sentence.first);
    tokens.next_token(may_begin);
    if (!may_begin && !near.may_go_on(i - sentence.first)) continue;
    for (const auto& atom : sentence.atoms_at(i)) {
      const auto given = classes_of(*atom.entry);
      if (!depends_on_place(atom)) {
        tokens.put_listed(atom, given, token.space_before);
        continue;
      }
      if (is_torn_sign(reading, atom) || begins_next_bound(language_, sentence, atom)) continue;
      const bool is_month = atom.list == List::months;
      if (is_month) {
        month_ends.resize(sentence.last - sentence.first + 1);
        month_ends[atom.last - sentence.first] = true;
      }
      // "the august assembly" names no month.
      const bool no_month = is_month && (atom.entry->flags & 4) && !token.capital;
      // EUR 20: a code stands before its figure as a sign does.
      const bool as_sign = atom.list == List::units && token.all_capitals && atom.entry->form.size() == 3 && is_currency(*atom.entry);
      // Thursday and Friday: the conjunction that is written on the second.
      const bool is_joined = atom.conjunction && (is_month || atom.list == List::weekdays || is_ordinal(*atom.entry));
      const bool is_behind = stands_behind_figure(reading, sentence, atom);
      // "type 1 and type 2", "the fiftieth for the event": what stands behind a figure with a conjunction or preposition written on it is not counted by it.
      const bool is_apart = atom.list == List::units && (atom.conjunction || atom.preposition) && atom.entry->id != "percent" && n > 0 &&
                            sentence.numbers[n - 1].last == i;
      // "six of them and the ports of the other five", "nine of them the hospital discharged".
      const bool is_next = atom.list == List::units && (atom.conjunction || atom.article) && language_.noun_follows_directly && sentence.word_before(i, "of-them");
      // "and 450 on the day of Sunday": the word only tells that a weekday follows.
      const bool is_weekday = atom.list == List::units && sentence.word_at(i, "day-one") &&
                              std::any_of(sentence.atoms_at(atom.last).begin(), sentence.atoms_at(atom.last).end(), [](const Atom& next) { return next.list == List::weekdays; });
      // "to 9,800 in the year 2020": there the word leads to the number of the year.
      const bool is_of_date = atom.list == List::units && language_.noun_follows_directly && sentence.word_at(i, "year-word") && leads_to_year(reading, sentence, atom);
      // "the states, the five": with its article, or that of the owner it ends in.
      const bool is_definite = atom.list == List::units && !article_.empty() && is_definite_plural(atom);
      // "only 2 may attend".
      const bool is_word = is_month && (atom.entry->flags & 8) && !token.capital;
      if (is_word) {
        classes.clear();
        give(OwnClass::month_lower);
        tokens.put(atom, classes, token.space_before);
        continue;
      }
      if (!no_month && !as_sign && !is_joined && !is_behind && !is_apart && !is_next && !is_weekday && !is_of_date && !is_definite && !(is_month && token.capital)) {
        tokens.put_listed(atom, given, token.space_before);
        continue;
      }
      classes.assign(given.begin(), given.end());
      if (no_month) std::erase(classes, id_of((atom.entry->flags & 2) ? OwnClass::hijri_month_alone : OwnClass::month_alone));
      if (is_month && token.capital) give(OwnClass::month_capital);
      if (is_apart || is_next || is_weekday || is_of_date)
        for (const auto what : {OwnClass::unit, OwnClass::time_unit, OwnClass::measure_unit, OwnClass::currency}) std::erase(classes, id_of(what));
      if (is_behind) std::erase(classes, id_of(OwnClass::sign));
      if (is_definite) give(OwnClass::unit_definite);
      if (as_sign) give(OwnClass::sign);
      if (is_joined) give(is_month ? OwnClass::month_and : atom.list == List::weekdays ? OwnClass::weekday_and : OwnClass::ordinal_and);
      tokens.put(atom, classes, token.space_before);
    }
    for (; n < sentence.numbers.size() && sentence.numbers[n].first == i; ++n) {
      const auto& number = sentence.numbers[n];
      Atom atom;
      atom.first = number.first;
      atom.last = number.last;
      atom.begin = number.begin;
      atom.end = number.end;
      atom.number = static_cast<std::int32_t>(n);
      atom.conjunction = number.conjunction;
      classes.clear();
      classify_number(number, classes);
      // "the 13 May 2019 earthquake" counts no earthquakes.
      if (number.digits == 4 && !month_ends.empty() && month_ends[i - sentence.first])
        for (const auto what : {OwnClass::number, OwnClass::count_number, OwnClass::integer}) std::erase(classes, id_of(what));
      tokens.put(atom, classes, token.space_before);
    }
    if (token.kind == TokenKind::number) continue;
    Atom atom;
    atom.first = i;
    atom.last = i + 1;
    atom.begin = token.begin;
    atom.end = token.end;
    const auto& word = known(reading, i);
    if (token.kind == TokenKind::mark) {
      if (word.literal != UINT16_MAX) tokens.put_own(atom, {&word.literal, 1}, token.space_before);
      continue;
    }
    std::size_t traits = token.capital ? kCapital : 0;
    // "30 and abstention": behind a conjunction that is written on it a word is not what was counted.
    if (reads_noun_ && !word.joined && is_open_noun(reading, sentence, i)) traits |= word.plural ? kNoun | kPlural : kNoun;
    if (word.article && !article_.empty()) traits |= kDefinite;
    tokens.put_own(atom, open_classes_[traits], token.space_before);
    const bool goes_on = i == named_until && i > sentence.first;
    if (!named_classes_.empty() && token.capital && n > 0 && (goes_on || sentence.numbers[n - 1].last == i) && names_counted(reading, sentence, i, sentence.numbers[n - 1], goes_on)) {
      tokens.put_own(atom, named_classes_, token.space_before);
      named_until = i + 1;
    }
    if (owned_classes_.empty() || (word.owned_asked && !word.owned)) continue;
    // "its factories", "its offices" may tell where they are, and are counted all the same.
    const auto listed = sentence.atoms_at(i);
    if (std::any_of(listed.begin(), listed.end(), [](const Atom& other) { return !other.is_word("elsewhere"); })) continue;
    if (!has_owned_unit(reading, i)) continue;
    atom.set(*owned_unit(reading.text(token)));
    tokens.put_own(atom, owned_classes_, token.space_before);
  }
}

}  // namespace mizan
