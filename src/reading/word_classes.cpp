// What each atom may be read as in the rules: the classes of LanguageReader.
#include <algorithm>
#include <array>

#include "reading/language_reader.hpp"

namespace mizan {
namespace {

std::string_view side_suffix(Side side) { return side == Side::after ? "-after" : "-before"; }

}  // namespace

void LanguageReader::give_classes(const World& world) {
  // Classes that rules may name whether or not this pack's lists give them.
  for (const char* side : {"-before", "-after"})
    for (const char* name : {"identifier", "age", "clock", "score", "phone", "rank", "ratio", "modifier", "ago"}) classes_.intern(std::string(name) + side);
  for (const char* name : {"q-about", "q-over", "q-at-least", "q-under", "q-at-most", "q-between", "q-exactly", "q-or-equal", "q-before", "q-after", "sign", "name", "vague",
                           "figure", "noun-plural", "percent", "magnitude", "time-dual", "currency", "subunit", "month-alone", "hijri-month-alone", "time-unit", "measure-unit", "below-zero", "fraction", "figure-noun", "range-noun", "equal", "but", "unit-dual", "unit-plural", "unit-singular", "demonym", "decade"})
    classes_.intern(name);
  for (const char* name : {"number", "count-number", "no-year", "thousand-figure", "long-number", "number-and", "integer", "day", "month-number", "year", "year2", "year-words", "year-pair", "likely-year", "part-day", "part-month", "part-year", "hijri-year", "noun", "word",
                           "capital", "old-year", "round-year", "round-year2", "time-singular", "month-sure", "month-capital", "weekday-and", "month-and", "ordinal-and", "scaled-number", "small-number", "one-two", "definite-number", "words-number", "decimal-number"})
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
        if (entry.flags & 1) give((entry.flags & 2) ? "hijri-month-alone" : "month-alone");
        if ((entry.flags & 3) == 1) give("month-sure");
        break;
      case List::weekdays:
        give("weekday-word");
        if (entry.flags & 1) give("weekday");
        break;
      case List::units: {
        give(entry.type == static_cast<std::uint8_t>(GrammaticalNumber::du) ? "unit-dual" : "unit");
        const auto unit_class = world.class_of(entry.id);
        if (entry.id == "percent" || entry.id == "magnitude") give(entry.id);
        if (unit_class == "time" && entry.type == static_cast<std::uint8_t>(GrammaticalNumber::du)) give("time-dual");
        if (entry.id.find('/') != std::string::npos) give("subunit");
        if (unit_class == "money" || entry.id.find('/') != std::string::npos) give("currency");
        if (unit_class == "time" && entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sg)) give("time-singular");
        if (unit_class == "time" && entry.id != "century" && entry.type != static_cast<std::uint8_t>(GrammaticalNumber::du)) give("time-unit");
        if (unit_class == "person") give("person-unit");
        if (unit_class == "measure" || entry.id == "percent" || entry.id == "percentage-point") give("measure-unit");
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sg)) give("unit-singular");
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::pl)) give("unit-plural");
        const auto first = static_cast<unsigned char>(entry.form.front());
        if (entry.type == static_cast<std::uint8_t>(GrammaticalNumber::sign) || (first < 0x80 && !std::isalpha(first)) || first == 0xC2 || first == 0xE2 || entry.form.find('$') != std::string::npos) give("sign");
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
    entry_classes_.push_back(std::move(classes));
  }
}

std::vector<ClassId> LanguageReader::classes_of(const NumberMention& number) const {
  std::vector<ClassId> classes;
  const auto give = [&](const char* name) { classes.push_back(class_id(name)); };
  if (!number.in_words) give("figure");
  // A run of figures this long is a phone number or a key, and no count.
  if (number.refused && number.digits > 0 && number.digits <= 4) {
    // 24.05.2015: no part of it is a number, together they may be a date.
    auto part = number.value.exponent >= 0 && number.value.exponent < 4 ? number.value.mantissa : 0;
    for (std::int32_t i = 0; part > 0 && i < number.value.exponent; ++i) part *= 10;
    if (part >= 1 && part <= 31 && number.digits <= 2) give("part-day");
    if (part >= 1 && part <= 12 && number.digits <= 2) give("part-month");
    if (part >= 1500 && part < 2200 && number.digits == 4) give("part-year");
  }
  if (number.digits > 9 && !number.leading_zero && !number.refused) give("long-number");
  if (number.refused || number.digits > 9) return classes;
  const auto& v = number.value;
  const bool whole = v.exponent >= 0 && v.exponent < 16 && !number.decimal && !number.other_value;
  std::int64_t value = v.mantissa;
  for (std::int32_t i = 0; whole && i < v.exponent; ++i) value *= 10;
  const bool after_zero = number.leading_zero;
  const bool plain = number.digits > 0;
  if (number.is_year_words) {
    give("year-words");
    give("year-pair");
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
  if (whole && number.in_words && !number.article && value >= 1 && value <= 2) give("one-two");
  if (number.in_words && number.article) give("definite-number");
  if (whole && plain && number.digits <= 2 && value >= 1 && value <= 12) give("month-number");
  if (whole && plain && number.digits == 2) give("year2");
  const bool year = whole && plain && number.digits == 4 && value >= 1000 && value < 2200;
  if (year && value % 10 == 0) give("round-year");
  if (whole && plain && number.digits == 2 && value % 10 == 0) give("round-year2");
  if (year) give(value >= 1300 && value < 1500 ? "hijri-year" : "year");
  if (year && value >= 1300 && value < 1500) give("year");
  if (year && value >= 1900 && value < 2100) give("likely-year");
  if (number.in_words && whole && value >= 1000 && value < 2200) give("year-words");
  if (whole && value >= 100 && value < 1000 && (number.digits == 3 || number.in_words)) give("old-year");
  if (!year && !after_zero) give("count-number");
  if (!(year && value >= 1900 && value < 2100) && !after_zero) give("no-year");
  if (year && (value < 1900 || value >= 2100)) give("thousand-figure");
  return classes;
}

bool LanguageReader::has_article(std::string_view word) const {
  return std::any_of(language_.clitics.begin(), language_.clitics.end(),
                     [&](const Clitic& c) { return c.article && word.size() > c.form.size() + 4 && word.starts_with(c.form); });
}

bool LanguageReader::is_open_noun(const Reading& reading, const Sentence& sentence, std::uint32_t i) const {
  const auto& token = reading.tokens[i];
  const auto word = reading.text(token);
  if (token.kind != TokenKind::word || token.break_before || word.size() < 4) return false;
  const bool own_script = token.script == (language_.script == "Arab" ? Script::arabic : Script::latin);
  if (!own_script || token.capital) return false;
  // In a language that writes its article on the word the counted noun is indefinite: "1701 the issued" is no count.
  if (!article_.empty() && language_.noun_follows_directly && has_article(word)) return false;
  for (auto atom = std::lower_bound(sentence.atoms.begin(), sentence.atoms.end(), i, [](const Atom& a, std::uint32_t at) { return a.first < at; });
       atom != sentence.atoms.end() && atom->first == i; ++atom) {
    const auto list = atom->entry->list;
    if (list == List::stopwords && atom->entry->type == static_cast<std::uint8_t>(WordClass::adjective) && !language_.noun_follows_directly) continue;
    if (list != List::roles && list != List::scope && list != List::events) return false;
  }
  return true;
}

namespace {

/// "a $5 bill" is no Australian one: a sign of one letter and a mark is written as one.
bool is_torn_sign(const Reading& reading, const Atom& atom) {
  if (atom.last - atom.first != 2) return false;
  const auto &letter = reading.tokens[atom.first], &mark = reading.tokens[atom.first + 1];
  return letter.kind == TokenKind::word && mark.kind == TokenKind::mark && mark.space_before && reading.text(letter).size() == 1;
}

/// "10 $ 30 $": a mark that stands apart from the figure behind it belongs to the one before it, unless that may be a year.
bool stands_behind_figure(const Reading& reading, const Sentence& sentence, const Atom& atom) {
  if (atom.entry->list != List::units || atom.first == sentence.first || atom.last >= sentence.last) return false;
  const auto &before = reading.tokens[atom.first - 1], &behind = reading.tokens[atom.last];
  // The figure before has its own mark: $ 20.50 $ 30.
  std::uint32_t figure = atom.first - 1;
  while (figure > sentence.first && !reading.tokens[figure].space_before) --figure;
  const auto own = figure > sentence.first ? reading.text(reading.tokens[figure - 1]) : std::string_view();
  if (own == reading.text(atom) || reading.text(reading.tokens[figure]) == reading.text(atom)) return false;
  return reading.tokens[atom.first].kind == TokenKind::mark && before.kind == TokenKind::number && index_of(before.end) - index_of(before.begin) != 4 &&
         behind.kind == TokenKind::number && behind.space_before;
}

bool follows_month(const Sentence& sentence, std::uint32_t token) {
  return std::any_of(sentence.atoms.begin(), sentence.atoms.end(), [&](const Atom& atom) { return atom.last == token && atom.entry->list == List::months; });
}

}  // namespace

std::vector<std::vector<ClassedAtom>> LanguageReader::classed_atoms(const Reading& reading, const Sentence& sentence) const {
  std::vector<std::vector<ClassedAtom>> at(sentence.last - sentence.first);
  const auto put = [&](Atom atom, std::vector<ClassId> classes) {
    if (classes.empty()) return;
    const auto& token = reading.tokens[atom.first];
    at[atom.first - sentence.first].push_back({atom, std::move(classes), token.space_before});
  };
  const ClassId sign = class_id("sign"), currency = class_id("currency");
  for (const auto& atom : sentence.atoms) {
    if (atom.entry->list == List::units && is_torn_sign(reading, atom)) continue;
    auto classes = entry_classes_[static_cast<std::size_t>(atom.entry - language_.entries.data())];
    // "the august assembly" names no month.
    if (atom.entry->list == List::months && (atom.entry->flags & 4) && !reading.tokens[atom.first].capital)
      std::erase(classes, class_id((atom.entry->flags & 2) ? "hijri-month-alone" : "month-alone"));
    if (atom.entry->list == List::months && reading.tokens[atom.first].capital) classes.push_back(class_id("month-capital"));
    if (stands_behind_figure(reading, sentence, atom)) std::erase(classes, sign);
    // EUR 20: a code stands before its figure as a sign does.
    if (atom.entry->list == List::units && atom.entry->form.size() == 3 && reading.tokens[atom.first].all_capitals &&
        std::find(classes.begin(), classes.end(), currency) != classes.end())
      classes.push_back(sign);
    if (atom.conjunction && !classes.empty()) {
      if (atom.entry->list == List::months) classes.push_back(class_id("month-and"));
      if (atom.entry->list == List::weekdays) classes.push_back(class_id("weekday-and"));
      if (atom.entry->list == List::numerals && atom.entry->type == static_cast<std::uint8_t>(NumeralType::ordinal)) classes.push_back(class_id("ordinal-and"));
    }
    put(atom, std::move(classes));
  }
  for (std::size_t n = 0; n < sentence.numbers.size(); ++n) {
    const auto& number = sentence.numbers[n];
    Atom atom;
    atom.first = number.first;
    atom.last = number.last;
    atom.begin = number.begin;
    atom.end = number.end;
    atom.number = static_cast<std::int32_t>(n);
    atom.conjunction = number.conjunction;
    auto classes = classes_of(number);
    // "the 13 May 2019 earthquake" counts no earthquakes.
    if (number.digits == 4 && follows_month(sentence, number.first))
      for (const char* name : {"number", "count-number", "integer"}) std::erase(classes, class_id(name));
    put(atom, std::move(classes));
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

}  // namespace mizan
