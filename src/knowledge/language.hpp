#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "knowledge/flat.hpp"
#include "knowledge/pack_sources.hpp"
#include "mizan/result.hpp"
#include "mizan/value.hpp"

namespace mizan {

/// The lists of a pack. Each is a file <name>.tsv of the language's folder.
enum class List : std::uint8_t {
  numerals, months, weekdays, units, qualifiers, relative, words, decades, identifiers, names, stopwords, abbreviations, countries, places,
  events, roles, facets, modality, change, scope, speech
};

enum class NumeralType : std::uint8_t { digit, teen, ten, hundred, hundreds, scale, scale_glued, scaled, dozen, ordinal, fraction, vague };
enum class Side : std::uint8_t { any, before, after, unit };
/// `sign`: written before its figure, as $ is: Rs 20.
enum class GrammaticalNumber : std::uint8_t { any, sg, pl, du, sign, one, length };
enum class QualifierEffect : std::uint8_t { about, over, at_least, under, at_most, between, exactly, or_equal };
enum class RelativeType : std::uint8_t { day, modifier_before, modifier_after, ago_after, ago_before, since, day_fragment, narrated_after, narrated_before };
enum class IdentifierClass : std::uint8_t { identifier, age, clock, score, phone, rank, ratio };
enum class WordClass : std::uint8_t { function, adverb, verb, adjective };
enum class CountryForm : std::uint8_t { name, listed, seat, demonym, trap };

/// A list of words.tsv, by a hash of its name (FNV-1a): who asks for one a thousand times an article compares a number. No two lists of a pack share one: the loader
/// refuses it.
struct WordList {
  std::uint32_t hash = 0;

  consteval WordList(const char* name) : hash(hash_of(name)) {}  // NOLINT: a list is called by its name
  [[nodiscard]] static constexpr std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
  }
  friend bool operator==(WordList, WordList) = default;
};

/// How a word of roles.tsv binds places, in Entry::flags behind the bits of the kinds: `place` a place behind a word of place, `host` and `target` one right
/// beside it (Riyadh hosts; the quake shook Guelma), `elsewhere` none (born in, left for), `origin` one behind "from" (launched from).
namespace role_binds {
inline constexpr std::uint8_t place = 8, host = 16, target = 32, elsewhere = 64, origin = 128;
/// In Entry::type: written `town` for `place`. It binds towns and regions; a state behind it is where things are counted or people play: "cases in France".
inline constexpr std::uint8_t no_state = 1;
/// In Entry::type: written `witness` for `host`, where an event is named behind it: Khartoum saw protests; but "saw prices rise".
inline constexpr std::uint8_t witness = 2;
}

/// What else the form of a place is, in Entry::flags: `risky` one that only may be the place, `word` one that is it nowhere but behind a word of place or before its state.
namespace place_risk {
inline constexpr std::uint8_t risky = 1, word = 2;
}

/// One row of a list: a form and what it stands for.
struct Entry {
  List list{};
  std::uint8_t type = 0;     ///< the list's own enumeration above
  Side side = Side::any;     ///< qualifiers, identifiers, roles, facets, scope
  /// months: 1 = may stand alone, 2 = Hijri, 4 = alone only with a capital, 8 = a common word too, a month without a capital only where a year stands by; weekdays:
  /// 1 = may stand alone; places: place_risk; roles: bit per Kind, and role_binds
  std::uint8_t flags = 0;
  std::int32_t amount = 0;   ///< month, weekday, relative amount, decade
  std::uint32_t line = 0;    ///< in the list's file
  std::uint32_t word_list = 0;  ///< words: the WordList
  Decimal value;             ///< numerals
  Text id;                   ///< unit, country code, place, event, role, facet, modality, change, scope, words list
  Text form;                 ///< folded

  /// Is it a row of this list of words.tsv?
  [[nodiscard]] bool is_word(WordList of) const { return list == List::words && word_list == of.hash; }
};

/// A rule of date.rules, count.rules or other.rules: a pattern over classes, and what a match of it is.
struct RuleRow {
  Text file, name, makes, pattern, example;
  std::uint32_t line = 0;
};

/// A prefix that is written together with its word.
struct Clitic {
  Text form;  ///< folded
  bool conjunction = false, preposition = false, locative = false, article = false, future = false;
};

/// An ending of a word's forms, and what stands for it in the name of them all. Both folded.
/// An ending, and the one that stands in its place in the form that is looked for.
struct Ending {
  Text plural, singular;
};

/// One language, as its pack tells it: a block of an image. Immutable.
struct Language {
  Text tag, name, script, stemmer;
  bool adds_by_conjunction = false;    ///< number words join with "and" written on them (ar), not by standing together (en)
  bool noun_follows_directly = false;  ///< the counted noun is the word after the number (ar); else the head of a phrase (en)
  bool day_first = false;              ///< 3/5/2011 is a day of May, without doubt
  Text indefinite_suffix;              ///< an ending that words of the lists may carry in running text (the alef of the accusative); empty: none
  Text past_suffix;                    ///< the ending of verbs that tell of the past; empty: they have none
  Text plural_suffix;                  ///< an open-class word with this ending may be counted; empty: any may
  Array<Ending> singular_endings;      ///< of a word's forms, and what names them all: the first that fits; none: stems do
  Array<Ending> owner_endings;         ///< of a noun with its owner written on it, and what it ends in without: its children, children
  Array<Text> plural_shapes;           ///< what a plural may look like (folded): `*` one letter, `+` in front any two or more; none: anything
  Text verb_suffix;                    ///< no noun ends so; empty: no such ending
  Array<Clitic> clitics;               ///< sorted by length, shortest first
  Array<Entry> entries;
  TextSet person_roles;   ///< roles whose own nouns count people: killed, injured
  TextSet abbreviations, month_names;  ///< forms of these lists
  TextSet before_day;     ///< weekdays, and what stands before a day of a month
  Array<RuleRow> rules;
  FlatMap<Text> messages;

  [[nodiscard]] bool is_inside(const Bounds& bounds) const;
};

/// Compiles the pack of one language to a block that begins with a Language. Refuses what PackFile refuses, unknown values in a column, doubled keys, and a missing
/// required list.
[[nodiscard]] Result<std::string> compile_language(const PackSources& sources, const std::string& tag);
[[nodiscard]] std::string_view name_of(List list);

}  // namespace mizan
