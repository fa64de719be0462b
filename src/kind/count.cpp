#include <algorithm>
#include <array>
#include <cctype>

#include "kind/elliptical_counts.hpp"
#include "kind/modules.hpp"
#include "reading/open_nouns.hpp"
#include "reading/reader.hpp"
#include "reading/rules.hpp"
#include "text/marks.hpp"

namespace mizan {
namespace {

class CountBuilder {
 public:
  CountBuilder(const SentenceContext& context, const Mention& mention) : context_(context), mention_(mention) {}

  std::optional<ReadValue> build() {
    ReadValue read;
    Quantity quantity;
    if (!set_unit(quantity, read)) return std::nullopt;
    auto low = number("number"), high = number("number2");
    const Atom* unit = get("unit-dual") ? get("unit-dual") : get("unit");
    if (get("unit-dual") && unit->article) return std::nullopt;  // "the two continents" are the two that everybody knows
    if (get("unit-dual") && follows_dual()) return std::nullopt;
    const bool is_dual = unit && unit->entry->type == static_cast<std::uint8_t>(GrammaticalNumber::du);
    if (is_dual && !low) low = make_decimal(2);
    if (get("unit-sub") && !low) low = make_decimal(1);
    if (!low) return std::nullopt;
    if (names_year(*low) || (get("noun") && !read.needs_unit && !may_count(*low, *get("noun")))) return std::nullopt;
    if (get("number") && !get("number2") && !get("among") && unit && (is_modifier(*low, *unit) || is_out_of_order(*low, *unit))) return std::nullopt;
    if (is_speaker(*low) || is_stray_letter()) return std::nullopt;
    if (get("of")) return share();
    if (is_bare() && !may_stand_bare(*mention_of(high ? "number2" : "number"))) return std::nullopt;
    if (is_bare()) read.may_lack_unit = is_figure_as_such(*mention_of("number"));
    if (is_bare() && high && (!read.may_lack_unit || follows_from())) return std::nullopt;
    if (const auto same = number("same"); same && compare(*same, *low) != std::strong_ordering::equal) return std::nullopt;
    if (get("unit-sub") && !add_smaller_unit(quantity, *low)) return std::nullopt;
    if (get("plus") && !add_fraction(*low)) return std::nullopt;
    if (const Atom* fraction = get("number"); fraction && fraction->number < 0 && fraction->conjunction) return std::nullopt;  // it belongs to what stands before
    if (get("below-zero")) low = make_decimal(-low->mantissa, low->exponent);
    if (get("unit-again") && get("unit-again")->entry->id != unit_id()) return std::nullopt;
    if (is_part_of_whole(quantity, *low)) return std::nullopt;
    if (get("each-of") && *low == make_decimal(1)) return std::nullopt;  // one of the ministers
    if (get("subunit") && !add_subunit(*low, quantity.unit)) return std::nullopt;
    if (high && !set_scale_of(*low, *high)) return std::nullopt;
    if (!scale(*low) || (high && !scale(*high))) return std::nullopt;
    if (has_scale_behind_plus()) return std::nullopt;
    if (high && compare(*low, *high) == std::strong_ordering::greater) return std::nullopt;
    if (high && may_be_month_and_year(*low, *high)) return std::nullopt;
    quantity.min = low;
    quantity.max = high ? high : low;
    set_bounds(quantity);
    if (!quantity.min && !quantity.max) return std::nullopt;  // more than 30 or less
    read.value = quantity;
    return placed(std::move(read));
  }

 private:
  /// The 2020 presidential nomination, the 2018 elections: where the noun comes last, a plain figure that may be a year names what it stands before, but for
  /// people and measures, which no year names.
  bool names_year(const Decimal& value) const {
    const auto* figure = mention_of("number");
    if (context_.language.noun_follows_directly || !figure || figure->digits != 4) return false;
    // The Confession of 1559 shows.
    const bool is_named = mention_.first == figure->first && mention_.first > context_.sentence.first + 2 && word_before(mention_.first, "of") &&
                          context_.reading.tokens[mention_.first - 2].capital;
    const auto earliest = make_decimal(is_named ? 1000 : 1900);
    if (compare(value, earliest) == std::strong_ordering::less || compare(value, make_decimal(2100)) == std::strong_ordering::greater) return false;
    if (get("mod") || get("noun")) return true;
    const Atom* unit = get("unit");
    if (!unit) return false;
    const auto unit_class = context_.world.class_of(unit->entry->id);
    return unit->entry->id != "person" && unit_class != "measure" && unit_class != "money" && unit_class != "time";
  }

  /// Two Palestinian youths: the second dual is an adjective, and counts nobody else.
  bool follows_dual() const {
    if (context_.world.class_of(get("unit-dual")->entry->id) != "person") return false;
    const auto& atoms = context_.sentence.atoms;
    const std::uint32_t at = get("unit-dual")->first;
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
      return atom.last == at && atom.entry->list == List::units && atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::du);
    });
  }

  /// "said one farmer", "one farmer said": who speaks is not counted.
  bool is_speaker(const Decimal& value) const {
    const auto* figure = mention_of("number");
    if (context_.language.noun_follows_directly || !figure || !figure->in_words || !(value == make_decimal(1))) return false;
    const Atom* unit = get("unit");
    if (!unit || context_.world.class_of(unit->entry->id) != "person") return false;
    // Behind the quotation; not in "police said one man died".
    const auto is_behind_mark = [&](const Atom& trigger) {
      return trigger.first > context_.sentence.first && context_.reading.tokens[trigger.first - 1].kind == TokenKind::mark;
    };
    return std::any_of(context_.sentence.triggers.begin(), context_.sentence.triggers.end(), [&](const Atom& trigger) {
      return trigger.entry->list == List::speech && ((trigger.last == mention_.first && is_behind_mark(trigger)) || trigger.first == mention_.last);
    });
  }

  /// 41C is a temperature only where the sentence speaks of one, and only as one word.
  bool is_stray_letter() const {
    const Atom* unit = get("unit");
    if (!unit || unit->entry->id != "degree" || context_.reading.text(*unit).size() != 1) return false;
    const Token& letter = context_.reading.tokens[unit->first];
    const auto& atoms = context_.sentence.atoms;
    return letter.space_before || !letter.capital ||
           std::none_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.entry->list == List::words && atom.entry->id == "temperature-word"; });
  }

  /// $300+ billion: the figure goes on behind its mark.
  bool has_scale_behind_plus() const {
    const auto plus = mention_.last;
    if (plus + 1 >= context_.sentence.last || context_.reading.text(context_.reading.tokens[plus]) != "+") return false;
    const auto behind = context_.sentence.atoms_at(plus + 1);
    return std::any_of(behind.begin(), behind.end(), [](const Atom& atom) {
      return atom.entry->list == List::numerals && (atom.entry->type == static_cast<std::uint8_t>(NumeralType::scale) || atom.entry->type == static_cast<std::uint8_t>(NumeralType::scale_glued));
    });
  }

  /// 10-2015
  bool may_be_month_and_year(const Decimal& low, const Decimal& high) const {
    return mention_of("number2")->digits == 4 && compare(low, make_decimal(31)) != std::strong_ordering::greater &&
           compare(high, make_decimal(1900)) != std::strong_ordering::less && compare(high, make_decimal(2100)) == std::strong_ordering::less;
  }

  ReadValue placed(ReadValue read) const {
    read.first = mention_.first;
    read.last = mention_.last;
    read.begin = mention_.begin;
    read.end = mention_.end;
    if (const auto* figure = mention_of("number"); figure && get("noun") && read.needs_unit) {
      read.last = figure->last;
      read.end = figure->end;
    }
    read.rule = mention_.rule->name;
    return read;
  }

  /// One in four is 25 percent; one in three is no round figure, and left alone.
  std::optional<ReadValue> share() const {
    const auto part = number("number"), whole = number("of");
    if (!part || !whole || part->exponent != 0 || whole->exponent < 0 || whole->exponent > 3) return std::nullopt;
    std::int64_t of = whole->mantissa;
    for (std::int32_t i = 0; i < whole->exponent; ++i) of *= 10;
    if (part->mantissa < 1 || part->mantissa >= of || part->mantissa * 1000 % of != 0) return std::nullopt;
    Quantity quantity;
    quantity.min = quantity.max = make_decimal(part->mantissa * 1000 / of, -1);
    quantity.unit = "percent";
    ReadValue read;
    read.value = quantity;
    return placed(std::move(read));
  }

  /// The rules whose figure has no noun: bare, bare-between …
  bool is_bare() const { return mention_.rule->name.find(":bare") != std::string::npos; }

  bool has_bound() const {
    return std::any_of(mention_.captures.begin(), mention_.captures.end(), [](const Capture& capture) {
      if (!capture.atom.entry || capture.atom.entry->list != List::qualifiers) return false;
      const auto effect = static_cast<QualifierEffect>(capture.atom.entry->type);
      return effect == QualifierEffect::over || effect == QualifierEffect::at_least || effect == QualifierEffect::under || effect == QualifierEffect::at_most;
    });
  }

  /// Does the sentence speak of a number, a price, a height … and is this figure the last word on it? Then it is told as such, and counts nothing that we failed to see.
  bool is_figure_as_such(const NumberMention& figure) const {
    if (is_figure_noun_at(mention_.last) && context_.language.noun_follows_directly) return !get("number2");  // 301 is itself what is told to be a number
    if (!ends_clause()) return false;
    const auto has = [&](auto is) { return std::any_of(context_.sentence.atoms.begin(), context_.sentence.atoms.end(), is); };
    const bool of_age = has([](const Atom& atom) { return atom.entry->list == List::identifiers && atom.entry->type == static_cast<std::uint8_t>(IdentifierClass::age); });
    const bool told = !of_age && has([](const Atom& atom) { return atom.entry->list == List::words && atom.entry->id == "figure-noun"; });
    const bool may_be_year = figure.digits == 4 && figure.value.exponent >= 0 && compare(figure.value, make_decimal(1000)) != std::strong_ordering::less &&
                             compare(figure.value, make_decimal(2200)) == std::strong_ordering::less;
    if (get("number2")) return told || get("second-bound");
    if (get("equal")) return told;
    // Those under 19, at least 12, maybe 20 suns: small ones are ages, or count a noun that comes later.
    const bool may_be_age = compare(figure.value, make_decimal(120)) != std::strong_ordering::greater;
    if (has_bound()) return (told && !(may_be_age && word_before(mention_.first, "age-bearer"))) || (!may_be_year && !may_be_age);
    if (!figure.has_scale || may_be_measure(figure)) return told && figure.value.mantissa < 0;
    return told || (ends_sentence() && (!figure.in_words || compare(figure.value, make_decimal(1, 6)) != std::strong_ordering::less));
  }

  /// 2.2m: metres or millions, where the letter is small and no noun decides.
  bool may_be_measure(const NumberMention& figure) const {
    const std::uint32_t letter = figure.last - 1;
    if (context_.reading.text(context_.reading.tokens[letter]).size() > 1 || context_.reading.tokens[letter].capital) return false;
    return std::any_of(context_.sentence.atoms.begin(), context_.sentence.atoms.end(),
                       [&](const Atom& atom) { return atom.first == letter && atom.entry->list == List::units; });
  }

  bool ends_sentence() const {
    if (mention_.last >= context_.sentence.last) return true;
    const auto next = context_.reading.text(context_.reading.tokens[mention_.last]);
    return mention_.last + 1 >= context_.sentence.last && next != "," && next != marks::arabic_comma;
  }

  bool is_figure_noun_at(std::uint32_t token) const {
    return std::any_of(context_.sentence.atoms.begin(), context_.sentence.atoms.end(),
                       [&](const Atom& atom) { return atom.first == token && atom.entry->list == List::words && atom.entry->id == "figure-noun"; });
  }

  /// "rose from 300 to 500": a change, and no range.
  bool follows_from() const {
    return get("to") && word_before(mention_.first, "from");
  }

  /// Behind the mention the sentence ends, or a mark closes its part.
  bool ends_clause() const {
    if (mention_.last >= context_.sentence.last) return true;
    const Token& next = context_.reading.tokens[mention_.last];
    static constexpr std::array<std::string_view, 8> closing{",", ".", ";", "!", "?", marks::arabic_comma, marks::arabic_semicolon, marks::arabic_question};
    return next.break_before || (next.kind == TokenKind::mark && std::find(closing.begin(), closing.end(), context_.reading.text(next)) != closing.end());
  }

  /// A figure that something unknown is glued to, or that an unknown word follows, counts that, and not the noun from before.
  bool may_stand_bare(const NumberMention& bare) const {
    // Covid-19, X.25: part of a name.
    if (const auto mark = mark_before(bare.first); (mark == "-" || mark == ".") && bare.first > context_.sentence.first + 1 &&
                                                   context_.reading.tokens[bare.first - 2].kind == TokenKind::word && !context_.reading.tokens[bare.first - 1].space_before)
      return false;
    // mAb114: where no clitics are written on figures, a word that is glued to one is part of its name.
    if (context_.language.clitics.empty() && bare.first > context_.sentence.first && !context_.reading.tokens[bare.first].space_before &&
        context_.reading.tokens[bare.first - 1].kind == TokenKind::word)
      return false;
    const bool whole = bare.value.exponent >= 0 && !bare.decimal && !bare.other_value;
    if (((!whole && !bare.has_scale) || compare(bare.value, make_decimal(2)) == std::strong_ordering::less) && !is_figure_as_such(bare) && !percent_before_change()) return false;
    return (context_.language.noun_follows_directly && is_figure_noun_at(mention_.last)) || ends_before_noun();
  }

  /// No unknown word follows that the figure may count.
  bool ends_before_noun() const {
    if (mention_.last >= context_.sentence.last) return true;
    const Token& next = context_.reading.tokens[mention_.last];
    if (next.kind == TokenKind::number) return false;
    if (next.kind == TokenKind::mark) {
      static constexpr std::array<std::string_view, 8> closing{",", ".", ";", marks::arabic_comma, ")", marks::arabic_semicolon, "»", "”"};
      return next.space_before || std::find(closing.begin(), closing.end(), context_.reading.text(next)) != closing.end();
    }
    const auto follows = [&](const Atom& atom) { return atom.first == mention_.last; };
    const auto behind = context_.sentence.atoms_at(mention_.last);
    const bool stop = std::any_of(behind.begin(), behind.end(), [&](const Atom& atom) {
      return atom.entry->list == List::stopwords && atom.entry->type != static_cast<std::uint8_t>(WordClass::adjective);
    });
    const bool trigger = std::any_of(context_.sentence.triggers.begin(), context_.sentence.triggers.end(),
                                     [&](const Atom& atom) { return follows(atom) && atom.entry->list == List::roles; });
    const auto& verb = context_.language.verb_suffix;
    const bool is_verb = !verb.empty() && behind.empty() && context_.reading.text(next).size() > verb.size() + 4 && context_.reading.text(next).ends_with(verb);
    const auto& mentions = context_.sentence.mentions;
    // 32 July is no day; of "the five months past" the months are counted.
    const bool is_counted = std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.entry->list == List::months || atom.entry->list == List::units; });
    const bool is_date = !is_counted && std::any_of(mentions.begin(), mentions.end(), [&](const Mention& after) { return after.first == mention_.last && after.rule->makes == Makes::date; });
    return next.space_before && (stop || trigger || is_verb || is_date);
  }

  const Atom* get(std::string_view label) const { return mention_.get(label); }
  /// As its row writes it, before anything says whose dinar it is.
  std::string unit_id() const {
    const Atom* unit = get("unit") ? get("unit") : get("unit-dual");
    return unit ? unit->entry->id : std::string();
  }
  const NumberMention* mention_of(std::string_view label) const {
    const Atom* atom = get(label);
    return atom && atom->number >= 0 ? &context_.sentence.numbers[static_cast<std::size_t>(atom->number)] : nullptr;
  }

  /// How many of `small` make one `large`; nothing where that is no whole number above one.
  static std::optional<std::int64_t> whole_ratio(const Decimal& large, const Decimal& small) {
    const std::int32_t shift = large.exponent - small.exponent;
    const auto up = multiply(make_decimal(large.mantissa), make_decimal(1, std::max(shift, 0))), down = multiply(make_decimal(small.mantissa), make_decimal(1, std::max(-shift, 0)));
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
  bool add_smaller_unit(Quantity& quantity, Decimal& low) const {
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

  /// 7.1 earthquakes: what comes in wholes is not counted in tenths.
  bool is_part_of_whole(const Quantity& quantity, const Decimal& low) const {
    const auto unit_class = context_.world.class_of(quantity.unit);
    return low.exponent < 0 && (unit_class == "person" || unit_class == "state" || unit_class == "event");
  }

  /// Three years and a half.
  bool add_fraction(Decimal& low) const {
    const Atom* plus = get("plus");
    const auto share = number("plus");
    if (!share || (!plus->conjunction && !get("and")) || low.exponent < 0) return false;
    const auto sum = add(low, *share);
    if (sum) low = *sum;
    return sum.has_value();
  }

  /// 20 dollars and 43 cents is one amount, where the cents are of the dollar.
  bool add_subunit(Decimal& low, const std::string& unit) const {
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

  /// The number, where it has one reading. 4.500 has two: with a noun that comes in wholes it is four thousand five hundred.
  std::optional<Decimal> number(std::string_view label) const {
    if (const Atom* fraction = get(label); fraction && fraction->entry && fraction->entry->list == List::numerals)
      return fraction->entry->value.exponent > -4 ? std::optional(fraction->entry->value) : std::nullopt;  // half an hour; a third has no decimal
    const auto* number = mention_of(label);
    if (!number) return std::nullopt;
    if (!number->other_value) return number->value;
    const Atom* unit = get("unit");
    const auto unit_class = unit ? context_.world.class_of(unit->entry->id) : std::string();
    if (unit_class == "person" || unit_class == "state" || unit_class == "thing") return number->value;
    if (unit && unit->entry->id == "percent") return number->other_value;  // 12.345 percent: nothing is a thousand times as much
    if (!context_.language.adds_by_conjunction && unit_class != "money") return number->other_value;
    return std::nullopt;
  }

  /// "between 3 and 5 million": the first figure has the scale of the second.
  /// Not "from 500 to a thousand": it stays below it.
  bool set_scale_of(Decimal& low, const Decimal& high) const {
    const auto *first = mention_of("number"), *second = mention_of("number2");
    if (!first) return true;  // a dual
    if (first->has_scale || second->scale_exponent == 0 || get("sign") || first->grouped) return true;
    if (second->scale_exponent == 2 && (!first->in_words || compare(low, make_decimal(10)) != std::strong_ordering::less)) return true;
    const auto scaled = multiply(low, make_decimal(1, second->scale_exponent));
    if (!scaled) return false;
    if (compare(*scaled, high) == std::strong_ordering::less) low = *scaled;
    return true;
  }

  /// USD/100 is a hundredth of a dollar.
  bool scale(Decimal& value) const {
    if (divisor_.empty()) return true;
    const auto divided = multiply(value, divisor_ == "100" ? make_decimal(1, -2) : make_decimal(1, -3));
    if (!divided) return false;
    value = *divided;
    return true;
  }

  /// One name for all forms of a word that no list has: without the ending that the pack tells of, else its stem.
  std::string open_unit(std::uint32_t token) const {
    if (context_.language.singular_endings.empty()) return bare_stem(*context_.sentence.language, context_.reading, token);
    return open_noun_id(context_.language, context_.reading.text(context_.reading.tokens[token]));
  }

  /// Which word that no list has may be what the figure counts: never one of it (the noun stands first, or alone), and of three to ten only a plural.
  bool may_count(const Decimal& value, const Atom& noun) const {
    if (value.mantissa == 0 || value == make_decimal(1)) return false;
    if (!context_.language.noun_follows_directly) return context_.reading.tokens[noun.first].space_before || mark_before(noun.first) == "-";
    if (value == make_decimal(2)) return false;
    if (value.exponent != 0 || value.mantissa % 100 < 3 || value.mantissa % 100 > 10) return true;
    return has_plural_shape(context_.language, context_.reading.text(context_.reading.tokens[noun.first]));
  }

  /// Where the noun follows its number: an article on it behind a figure, or a number word one before it, joins two things that only stand beside each other.
  bool is_out_of_order(const Decimal& value, const Atom& unit) const {
    const auto* figure = mention_of("number");
    if (!context_.language.noun_follows_directly || !figure) return false;
    if (unit.first < figure->last) {
      // "the president and one of the players" is written as "the president one the players", once it is folded.
      const auto behind = context_.sentence.atoms_at(figure->last);
      const bool is_definite = std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.entry->list == List::units && atom.article; });
      return mention_.rule->name.ends_with(":unit-one") && (unit.article || is_definite);
    }
    if (unit.article && !figure->in_words && !figure->article) return true;
    const auto unit_class = context_.world.class_of(unit.entry->id);
    return figure->in_words && value == make_decimal(1) && unit.first == figure->last && is_counted_noun(unit_class);
  }

  /// "three without excuse": a preposition written on what follows, which is no plural. The noun stands before.
  bool stands_apart(const Atom& noun) const {
    const auto* figure = mention_of("number");
    const auto& language = context_.language;
    if (!figure || !language.noun_follows_directly || figure->value.exponent != 0 || figure->value.mantissa < 3 || figure->value.mantissa > 10) return false;
    const auto word = context_.reading.text(context_.reading.tokens[noun.first]);
    return !has_plural_shape(language, word) && std::any_of(language.clitics.begin(), language.clitics.end(), [&](const Clitic& clitic) {
      return clitic.preposition && !clitic.article && !clitic.conjunction && word.starts_with(clitic.form);
    });
  }

  /// The mark that is written right before the token, without a space between them.
  std::string_view mark_before(std::uint32_t token) const {
    if (token == context_.sentence.first || context_.reading.tokens[token].space_before) return {};
    const Token& before = context_.reading.tokens[token - 1];
    return before.kind == TokenKind::mark ? context_.reading.text(before) : std::string_view();
  }

  /// "400 child protection officers": more than one of what stands in the singular are something else, which comes later; "a 15-member panel" is written as one word.
  bool is_modifier(const Decimal& value, const Atom& unit) const {
    if (context_.language.noun_follows_directly || unit.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::sg)) return false;
    if (value == make_decimal(1) || value.exponent < 0 || mark_before(unit.first) == "-") return false;
    return is_counted_noun(context_.world.class_of(unit.entry->id));
  }

  /// Whose dinar it is: of the country that is named most among those that have one, at least half as often as any; nobody's where two are named as often.
  /// A bare dollar, which is a currency already, is another country's only where no country is named more.
  std::string currency_of(const std::string& unit) const {
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
  std::string fuller_unit(std::string unit) const {
    const auto fuller = context_.world.fuller_units.find(unit);
    if (fuller == context_.world.fuller_units.end()) return unit;
    const std::string_view wanted = fuller->second;
    const auto [asked, is_new] = context_.discourse.names_unit.try_emplace(std::string(wanted), false);
    if (is_new) {
      const auto names = [&](const Atom& atom) { return atom.entry->list == List::units && atom.entry->id == wanted; };
      asked->second = std::any_of(context_.reading.sentences.begin(), context_.reading.sentences.end(),
                                  [&](const Sentence& s) { return std::any_of(s.atoms.begin(), s.atoms.end(), names); });
    }
    return asked->second ? std::string(wanted) : unit;
  }

  bool set_unit(Quantity& quantity, ReadValue& read) {
    const Atom* unit = get("unit") ? get("unit") : get("unit-dual");
    if (unit) {
      read.row = context_.language.tag + "/units.tsv:" + std::to_string(unit->entry->line);
      quantity.unit = unit->entry->id;
      if (const auto slash = quantity.unit.find('/'); slash != std::string::npos) {
        divisor_ = quantity.unit.substr(slash + 1);
        quantity.unit.resize(slash);
      }
      quantity.unit = fuller_unit(currency_of(quantity.unit));
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
    return is_bare() || get("of-them") || get("others");
  }

  /// "to 3.75 percent from 3.5": the share that it was before. Not "fell 10 percent from 90": there the change is in percent, and the 90 is not.
  const Atom* percent_before_change() const {
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

  bool word_at(std::uint32_t token, std::string_view list) const {
    const auto atoms = context_.sentence.atoms_at(token);
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.entry->list == List::words && atom.entry->id == list; });
  }

  const Atom* word_before(std::uint32_t token, std::string_view list) const {
    const auto& atoms = context_.sentence.atoms;
    const auto found =
        std::find_if(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.last == token && atom.entry->list == List::words && atom.entry->id == list; });
    return found == atoms.end() ? nullptr : &*found;
  }

  /// The bound that a verb of exceeding sets, past its subject: "exports did not exceed 17,000 tonnes" where the verb stands first.
  const Entry* qualifier_of(const Atom& verb) const {
    for (const Atom& atom : context_.sentence.atoms_at(verb.first))
      if (atom.last == verb.last && atom.entry->list == List::qualifiers) return atom.entry;
    return nullptr;
  }

  /// "under a 600m-forint programme", "over a 10-day stay": where the measure belongs to a noun behind it, the word before is a preposition.
  bool is_preposition(const Atom& bound) const {
    const Atom* unit = get("unit");
    if (!unit || mark_before(unit->first) != "-" || bound.last - bound.first != 1 || bound.entry->list != List::qualifiers) return false;
    const auto effect = static_cast<QualifierEffect>(bound.entry->type);
    return (effect == QualifierEffect::over || effect == QualifierEffect::under) && word_at(bound.last, "indefinite");
  }

  void set_bounds(Quantity& quantity) const {
    if (get("second-bound")) return;
    for (const auto& capture : mention_.captures) {
      const Entry* bound = capture.label == "exceed" ? qualifier_of(capture.atom) : capture.atom.entry;
      if (!bound || bound->list != List::qualifiers || is_preposition(capture.atom)) continue;
      switch (static_cast<QualifierEffect>(bound->type)) {
        case QualifierEffect::about: quantity.approximate = true; break;
        case QualifierEffect::over: quantity.strict = true; [[fallthrough]];
        case QualifierEffect::at_least: quantity.max.reset(); break;
        case QualifierEffect::or_equal: quantity.strict = false; break;
        case QualifierEffect::under: quantity.strict = true; [[fallthrough]];
        case QualifierEffect::at_most: quantity.min.reset(); break;
        case QualifierEffect::between:
        case QualifierEffect::exactly: break;
      }
    }
  }

  const SentenceContext& context_;
  const Mention& mention_;
  std::string divisor_;
};

}  // namespace

std::vector<ReadValue> build_counts(const SentenceContext& context) {
  std::vector<ReadValue> values;
  values.reserve(context.sentence.mentions.size());
  for (const auto& mention : context.sentence.mentions)
    if (mention.rule->makes == Makes::count)
      if (auto value = CountBuilder(context, mention).build()) values.push_back(std::move(*value));
  resolve_elliptical(context, values);
  return values;
}

std::string show_count(const Value& value) {
  const auto& quantity = std::get<Quantity>(value);
  std::string text;
  if (quantity.min && quantity.max) {
    text = quantity.approximate ? "~" : "";
    text += *quantity.min == *quantity.max ? show(*quantity.min) : show(*quantity.min) + ".." + show(*quantity.max);
  } else if (quantity.min) {
    text = (quantity.strict ? ">" : ">=") + show(*quantity.min);
  } else if (quantity.max) {
    text = (quantity.strict ? "<" : "<=") + show(*quantity.max);
  }
  return text + " " + (quantity.unit.empty() ? "-" : quantity.unit);
}

}  // namespace mizan
