#include "kind/count_units.hpp"

#include <algorithm>

#include "kind/elliptical_counts.hpp"
#include "reading/open_nouns.hpp"
#include "reading/reader.hpp"

namespace mizan {

/// As its row writes it, before anything says whose dinar it is.
std::string CountUnits::unit_id() const {
  const Atom* unit = get("unit") ? get("unit") : get("unit-dual");
  return unit ? unit->entry->id : std::string();
}

/// How many of `small` make one `large`; nothing where that is no whole number above one.
std::optional<std::int64_t> CountUnits::whole_ratio(const Decimal& large, const Decimal& small) {
  const std::int32_t shift = large.exponent - small.exponent;
  const auto up = multiply(make_decimal(large.mantissa), make_decimal(1, std::max(shift, 0))),
      down = multiply(make_decimal(small.mantissa), make_decimal(1, std::max(-shift, 0)));
  if (!up || !down || up->exponent > 15 || down->exponent > 15) return std::nullopt;
  const auto whole = [](const Decimal& value) {
    std::int64_t result = value.mantissa;
    for (std::int32_t i = 0; i < value.exponent && result < INT64_MAX / 10; ++i) result *= 10;
    return result;
  };
  const std::int64_t a = whole(*up), b = whole(*down);
  return b > 0 && a > b && a % b == 0 ? std::optional(a / b) : std::nullopt;
}

/// Two hours and ten minutes is 130 minutes.
bool CountUnits::add_smaller_unit(Quantity& quantity, Decimal& low) const {
  const auto large = context_.world.units.find(quantity.unit), small = context_.world.units.find(get("unit-sub")->entry->id);
  const auto part = number("number-sub");
  if (!part || large == context_.world.units.end() || small == context_.world.units.end() || large->second.dimension != small->second.dimension) return false;
  const auto ratio = whole_ratio(large->second.factor, small->second.factor);
  if (!ratio) return false;
  const auto whole = multiply(low, make_decimal(*ratio));
  const auto sum = whole ? add(*whole, *part) : std::nullopt;
  if (!sum) return false;
  low = *sum;
  quantity.unit = small->first;
  return true;
}

/// Is it an event that a magnitude is told of?
bool CountUnits::has_strength(const std::string& event) const {
  const auto events = context_.world.role_events.find(kMagnitude);
  return events != context_.world.role_events.end() && events->second.contains(event);
}

/// "A 6.4 earthquake": one of them has tenths only in its magnitude.
bool CountUnits::is_strength(const std::string& unit, const Decimal& low) const {
  const Atom* noun = get("unit");
  return noun && noun->entry->type == static_cast<std::uint8_t>(GrammaticalNumber::sg) && has_strength(unit) && low.exponent == -1 && low.mantissa > 0 &&
         low.mantissa < 100;
}

/// "A magnitude of 6.6", "a quake measuring 5.9": a word stands between the two, so that the figure may be of something else.
bool CountUnits::is_linked_strength() const { return mention_.rule->name.ends_with(":magnitude-link") || mention_.rule->name.ends_with(":strength-told"); }

/// Not "a magnitude of 20 percent", "of 12 of the quakes".
bool CountUnits::may_be_strength(const Decimal& low) const {
  const auto* figure = mention_of("number");
  if (!figure || figure->has_scale || figure->grouped || compare(low, make_decimal(10)) == std::strong_ordering::greater) return false;
  const auto behind = context_.sentence.atoms_at(mention_.last);
  return std::none_of(behind.begin(), behind.end(), [&](const Atom& atom) {
    return (atom.list == List::units && atom.entry->id != kMagnitude && !has_strength(atom.entry->id)) || atom.is_word("each-of") || atom.is_word("more");
  });
}

/// "a quake measuring 5.9", "the tremor registered 4.8": right behind the event.
bool CountUnits::tells_strength() const {
  constexpr std::uint32_t kReach = 2;  // that had measured
  const auto& sentence = context_.sentence;
  const auto verb = sentence.word_before(mention_.first, "measuring");
  return verb && std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Atom& event) {
    return event.list == List::events && event.last <= verb->first && verb->first - event.last <= kReach && has_strength(event.entry->id);
  });
}

/// 7.1 earthquakes: what comes in wholes is not counted in tenths.
bool CountUnits::is_part_of_whole(const Quantity& quantity, const Decimal& low) const {
  const auto unit_class = context_.world.class_of(quantity.unit);
  return low.exponent < 0 && (unit_class == "person" || unit_class == "state" || unit_class == "event");
}

/// Three years and a half.
bool CountUnits::add_fraction(Decimal& low) const {
  const Atom* plus = get("plus");
  const auto share = number("plus");
  if (!share || (!plus->conjunction && !get("and")) || low.exponent < 0) return false;
  const bool is_article_missing = get("and") && !get("indefinite");  // "ten metres and half the roof", but an hour and three quarters
  if (is_article_missing && plus->last - plus->first == 1) return false;
  const auto sum = add(low, *share);
  if (sum) low = *sum;
  return sum.has_value();
}

/// 20 dollars and 43 cents is one amount, where the cents are of the dollar.
bool CountUnits::add_subunit(Decimal& low, const std::string& unit) const {
  const std::string& id = get("subunit")->entry->id;
  const auto slash = id.find('/');
  const auto part = number("number-sub");
  const auto whole = id.substr(0, slash);
  if (!part || (whole != unit && whole != unit_id())) return false;
  const auto share = multiply(*part, id.substr(slash) == "/100" ? make_decimal(1, -2) : make_decimal(1, -3));
  const auto sum = share ? add(low, *share) : std::nullopt;
  if (sum) low = *sum;
  return sum.has_value();
}

/// The counted noun: behind its figure as it stands; before it, where it is definite, without its article.
std::string_view CountUnits::noun_at(std::uint32_t token) const {
  const auto word = context_.reading.text(context_.reading.tokens[token]);
  const auto* figure = mention_of("number");
  return figure && token < figure->first ? without_clitics(*context_.sentence.language, word) : word;
}

/// One name for all forms of a word that no list has: without the ending that the pack tells of, else its stem.
std::string CountUnits::open_unit(std::uint32_t token) const {
  if (context_.language.singular_endings.empty()) return bare_stem(*context_.sentence.language, context_.reading, token);
  return open_noun_id(context_.language, noun_at(token));
}

/// "the ten": three to ten, in words, with their article.
bool CountUnits::is_definite_few(const NumberMention& figure) {
  return figure.in_words && figure.article && compare(figure.value, make_decimal(2)) == std::strong_ordering::greater &&
         compare(figure.value, make_decimal(10)) != std::strong_ordering::greater;
}

/// Which word that no list has may be what the figure counts: never one of it (the noun stands first, or alone), and of three to ten only a plural.
bool CountUnits::may_count(const Decimal& value, const Atom& noun) const {
  if (value.mantissa == 0 || value == make_decimal(1)) return false;
  if (!context_.language.noun_follows_directly) return context_.reading.tokens[noun.first].space_before || mark_before(noun.first) == "-";
  if (value == make_decimal(2)) return false;
  // "the anniversary the seventy for the founding": with its article a ten is the seventieth.
  if (const auto* figure = mention_of("number"); figure && figure->in_words && figure->article && compare(value, make_decimal(10)) == std::strong_ordering::greater) return false;
  // "his ten works are known": what a definite number of three to ten counts stands before it.
  if (const auto* figure = mention_of("number"); figure && noun.first >= figure->last && is_definite_few(*figure)) return false;
  if (value.exponent != 0 || value.mantissa % 100 < 3 || value.mantissa % 100 > 10) return true;
  return has_plural_shape(context_.language, noun_at(noun.first));
}

/// Where the noun follows its number: an article on it behind a figure, or a number word one before it, joins two things that only stand beside each other.
bool CountUnits::is_out_of_order(const Decimal& value, const Atom& unit) const {
  const auto* figure = mention_of("number");
  if (!context_.language.noun_follows_directly || !figure) return false;
  if (unit.first < figure->last) {
    // "the president and one of the players" is written as "the president one the players", once it is folded.
    const auto behind = context_.sentence.atoms_at(figure->last);
    const bool is_definite = std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.list == List::units && atom.article; });
    return mention_.rule->name.ends_with(":unit-one") && (unit.article || is_definite);
  }
  if (unit.article && !figure->in_words && !figure->article) return true;
  // "her ten children on Saturday": three to ten count plurals. What they counted stands before them, and this is what comes next.
  if (is_definite_few(*figure) && !unit.article && unit.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::sg)) return true;
  const auto unit_class = context_.world.class_of(unit.entry->id);
  return figure->in_words && value == make_decimal(1) && unit.first == figure->last && is_counted_noun(unit_class);
}

/// "three without excuse": a preposition written on what follows, which is no plural. The noun stands before.
bool CountUnits::stands_apart(const Atom& noun) const {
  const auto* figure = mention_of("number");
  const auto& language = context_.language;
  if (!figure || !language.noun_follows_directly || noun.first < figure->first || figure->value.exponent != 0 || figure->value.mantissa < 3 || figure->value.mantissa > 10) return false;
  const auto word = context_.reading.text(context_.reading.tokens[noun.first]);
  return !has_plural_shape(language, word) && std::any_of(language.clitics.begin(), language.clitics.end(), [&](const Clitic& clitic) {
    return clitic.preposition && !clitic.article && !clitic.conjunction && word.starts_with(clitic.form);
  });
}

/// "41 gold, 33 silver and 18 bronze": in a list of medals the colour alone is the noun.
bool CountUnits::is_medal_of_list(const Atom& unit) const {
  constexpr std::uint32_t kReach = 5;  // 41 gold, and 33 silver
  const auto& sentence = context_.sentence;
  if (!word_at(unit.first, "medal-colour")) return false;
  const auto own = context_.reading.text(unit);
  return std::any_of(sentence.atoms.begin(), sentence.atoms.end(), [&](const Atom& other) {
    if (!other.is_word("medal-colour") || context_.reading.text(other) == own) return false;
    const auto gap = other.first > unit.last ? other.first - unit.last : unit.first - std::min(unit.first, other.last);
    return gap <= kReach && std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) { return number.last == other.first; });
  });
}

/// "400 child protection officers": more than one of what stands in the singular are something else, which comes later; "a 15-member panel" is written as one word.
/// And in "all but one displayed symptoms" one does something to several.
bool CountUnits::is_modifier(const Decimal& value, const Atom& unit) const {
  if (context_.language.noun_follows_directly) return false;
  const auto form = static_cast<GrammaticalNumber>(unit.entry->type);
  if (form == GrammaticalNumber::pl) {
    const Atom *mod = get("mod"), *number = get("number");  // "one or more foreign airlines" are several
    return value == make_decimal(1) && mod && number && mod->first == number->last && is_counted_noun(context_.world.class_of(unit.entry->id));
  }
  if (form != GrammaticalNumber::sg) return false;
  if (value == make_decimal(1) || value.exponent < 0 || mark_before(unit.first) == "-") return false;
  return is_counted_noun(context_.world.class_of(unit.entry->id)) && !is_medal_of_list(unit);
}

/// "Two of the ministers' aides": the noun behind the figure only owns what is counted.
bool CountUnits::is_owner() const {
  if (!get("each-of") || !get("unit") || mention_.last + 1 >= context_.sentence.last) return false;
  const Token& mark = context_.reading.tokens[mention_.last];
  const Token& next = context_.reading.tokens[mention_.last + 1];
  return !mark.space_before && context_.reading.text(mark) == "'" && next.kind != TokenKind::mark;
}

/// "Two of the ministers' 14 aides": the number of what is owned stands behind its owner.
bool CountUnits::owns_number() const {
  const std::uint32_t owned = mention_.last + (context_.reading.tokens[mention_.last + 1].space_before ? 1U : 2U);
  const auto& numbers = context_.sentence.numbers;
  return std::any_of(numbers.begin(), numbers.end(), [&](const NumberMention& whole) { return whole.first == owned; });
}

/// Whose dinar it is: of the country that is named most among those that have one, at least half as often as any; nobody's where two are named as often.
/// A bare dollar, which is a currency already, is another country's only where no country is named more.
std::string CountUnits::currency_of(const std::string& unit) const {
  const auto generic = context_.world.currencies.find(unit);
  if (generic == context_.world.currencies.end()) return unit;
  const auto& codes = generic->second;
  const auto& named = context_.named;
  const auto has_code = [&](const NamedCountry& country) { return codes.contains(country.id); };
  auto whose = std::find_if(named.begin(), named.end(), has_code);
  const bool is_currency = context_.world.class_of(unit) == "money" && std::isupper(static_cast<unsigned char>(unit.front())) != 0;
  if (whose != named.end() && (is_currency ? whose != named.begin() : whose->times * 2 < named.front().times)) whose = named.end();
  if (whose != named.end()) {
    const std::string& code = codes.at(whose->id);
    const bool is_tied = std::any_of(whose + 1, named.end(), [&](const NamedCountry& other) {
      return other.times == whose->times && (is_currency || (has_code(other) && codes.at(other.id) != code));
    });
    return is_tied ? unit : code;
  }
  const auto otherwise = codes.find("-");  // whose it is where the text names no country that has one
  return otherwise == codes.end() ? unit : otherwise->second;
}

/// 300 pieces, in a text that names artefacts.
std::string CountUnits::fuller_unit(std::string unit) const {
  const auto fuller = context_.world.fuller_units.find(unit);
  if (fuller == context_.world.fuller_units.end()) return unit;
  const std::string_view wanted = fuller->second;
  const auto [asked, is_new] = context_.discourse.names_unit.try_emplace(std::string(wanted), false);
  if (is_new) {
    const auto names = [&](const Atom& atom) { return atom.list == List::units && atom.entry->id == wanted; };
    asked->second = std::any_of(context_.reading.sentences.begin(), context_.reading.sentences.end(),
                                [&](const Sentence& s) { return std::any_of(s.atoms.begin(), s.atoms.end(), names); });
  }
  return asked->second ? std::string(wanted) : unit;
}

/// "cut its rate by half a point": points of what is told in percent; elsewhere those of a game or an index.
bool CountUnits::is_part_of_rate_point(const std::string& unit) const {
  const Atom* part = get("number");
  if (unit != "point" || !part || part->number >= 0) return false;
  const auto& atoms = context_.sentence.atoms;
  return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    return atom.is_word("rate-word") || (atom.list == List::units && context_.world.class_of(atom.entry->id) == "percent");
  });
}

bool CountUnits::set_unit(Quantity& quantity, ReadValue& read) {
  const Atom* unit = get("unit") ? get("unit") : get("unit-dual");
  if (unit) {
    read.row = context_.language.tag + "/units.tsv:" + std::to_string(unit->entry->line);
    quantity.unit = unit->entry->id;
    if (const auto slash = quantity.unit.find('/'); slash != std::string::npos) {
      divisor_ = quantity.unit.substr(slash + 1);
      quantity.unit.resize(slash);
    }
    quantity.unit = is_part_of_rate_point(quantity.unit) ? "percentage-point" : fuller_unit(currency_of(quantity.unit));
    return true;
  }
  if (const Atom* noun = get("noun")) {
    if (stands_apart(*noun)) {
      read.needs_unit = true;
      return true;
    }
    quantity.unit = "~" + open_unit(noun->first);
    read.reading = 0.85;
    return true;
  }
  if (mention_.rule->name.ends_with(":strength-told") && tells_strength()) {
    quantity.unit = kMagnitude;
    return true;
  }
  if (get("strong")) {
    quantity.unit = "member";
    return true;
  }
  if (is_bare()) read.reading = 0.8;
  if (const Atom* percent = is_bare() ? percent_before_change() : nullptr) {
    quantity.unit = percent->entry->id;
    return true;
  }
  read.needs_unit = true;
  return is_bare() || get("of-them") || get("others") || get("of");
}

/// "to 3.75 percent from 3.5": the share that it was before. Not "fell 10 percent from 90": there the change is in percent, and the 90 is not.
const Atom* CountUnits::percent_before_change() const {
  const auto* figure = mention_of("number");
  if (!figure || figure->has_scale || figure->grouped || compare(figure->value, make_decimal(100)) == std::strong_ordering::greater) return nullptr;
  const Atom* from = word_before(mention_.first, "from");
  if (!from) return nullptr;
  for (const Mention& after : context_.sentence.mentions) {
    const Atom* unit = after.last == from->first && after.rule->makes == Makes::count ? after.get("unit") : nullptr;
    if (unit && context_.world.class_of(unit->entry->id) == "percent" && (word_before(after.first, "to") || word_before(after.first, "figure-link"))) return unit;
  }
  return nullptr;
}

}  // namespace mizan
