#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

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
enum class GrammaticalNumber : std::uint8_t { any, sg, pl, du, sign };
enum class QualifierEffect : std::uint8_t { about, over, at_least, under, at_most, between, exactly, or_equal };
enum class RelativeType : std::uint8_t { day, modifier_before, modifier_after, ago_after, ago_before, since, day_fragment, narrated_after, narrated_before };
enum class IdentifierClass : std::uint8_t { identifier, age, clock, score, phone, rank, ratio };
enum class WordClass : std::uint8_t { function, adverb, verb, adjective };
enum class CountryForm : std::uint8_t { name, listed, seat, demonym, trap };

/// One row of a list: a form and what it stands for.
/// How a word of roles.tsv binds places, in Entry::flags behind the bits of the kinds: `place` a place behind a word of place, `host` and `target` one right
/// beside it (Riyadh hosts; the quake shook Guelma), `elsewhere` none (born in, left for), `origin` one behind "from" (launched from).
namespace role_binds {
inline constexpr std::uint8_t place = 8, host = 16, target = 32, elsewhere = 64, origin = 128;
}

struct Entry {
  List list{};
  std::uint8_t type = 0;     ///< the list's own enumeration above
  Side side = Side::any;     ///< qualifiers, identifiers, roles, facets, scope
  std::uint8_t flags = 0;    ///< months: 1 = may stand alone, 2 = Hijri, 4 = alone only with a capital, 8 = a common word too, a month without a capital only where a year stands by; weekdays: 1 = may stand alone; places: 1 = risky; roles: bit per Kind, and role_binds
  std::int32_t amount = 0;   ///< month, weekday, relative amount, decade
  Decimal value;             ///< numerals
  std::string id;            ///< unit, country code, place, event, role, facet, modality, change, scope, words list
  std::string form;          ///< folded
  std::uint32_t line = 0;    ///< in the list's file
};

/// A rule of date.rules, count.rules or other.rules: a pattern over classes, and what a match of it is.
struct RuleRow {
  std::string file, name, makes, pattern, example;
  std::uint32_t line = 0;
};

/// A prefix that is written together with its word.
struct Clitic {
  std::string form;  ///< folded
  bool conjunction = false, preposition = false, locative = false, article = false, future = false;
};

/// One language, as its pack tells it. Immutable.
struct Language {
  std::string tag, name, script, stemmer;
  bool adds_by_conjunction = false;  ///< number words join with "and" written on them (ar), not by standing together (en)
  bool noun_follows_directly = false;  ///< the counted noun is the word after the number (ar); else the head of a phrase (en)
  bool day_first = false;              ///< 3/5/2011 is a day of May, without doubt
  std::string indefinite_suffix;       ///< an ending that words of the lists may carry in running text (the alef of the accusative); empty: none
  std::string past_suffix;             ///< the ending of verbs that tell of the past; empty: they have none
  std::string plural_suffix;           ///< an open-class word with this ending may be counted; empty: any may
  std::vector<std::pair<std::string, std::string>> singular_endings;  ///< of a word's forms (folded), and what names them all: the first that fits; none: stems do
  std::string verb_suffix;             ///< no noun ends so; empty: no such ending
  std::vector<Clitic> clitics;         ///< sorted by length, shortest first
  std::vector<Entry> entries;
  std::set<std::string> person_roles;  ///< roles whose own nouns count people: killed, injured
  std::vector<RuleRow> rules;
  std::map<std::string, std::string> messages;
};

/// Reads the pack in `folder`. Refuses what PackFile refuses, unknown values in a column, doubled keys, and a missing required list.
[[nodiscard]] Result<Language> load_language(const std::filesystem::path& folder, std::string& bytes);
[[nodiscard]] std::string_view name_of(List list);

}  // namespace mizan
