#include <algorithm>
#include <array>

#include "kind/elliptical_counts.hpp"
#include "kind/modules.hpp"
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
    const bool is_dual = unit && unit->entry->type == static_cast<std::uint8_t>(GrammaticalNumber::du);
    if (is_dual && !low) low = make_decimal(2);
    if (get("unit-sub") && !low) low = make_decimal(1);
    if (!low) return std::nullopt;
    if (names_year(*low) || (get("noun") && low->mantissa == 0)) return std::nullopt;
    if (get("of")) return share();
    if (is_bare() && !may_stand_bare(*mention_of("number"))) return std::nullopt;
    if (const auto same = number("same"); same && compare(*same, *low) != std::strong_ordering::equal) return std::nullopt;
    if (get("unit-sub") && !add_smaller_unit(quantity, *low)) return std::nullopt;
    if (is_part_of_whole(quantity, *low)) return std::nullopt;
    if (get("each-of") && *low == make_decimal(1)) return std::nullopt;  // one of the ministers
    if (get("subunit") && !add_subunit(*low)) return std::nullopt;
    if (high && !set_scale_of(*low, *high)) return std::nullopt;
    if (!scale(*low) || (high && !scale(*high))) return std::nullopt;
    if (high && compare(*low, *high) == std::strong_ordering::greater) return std::nullopt;
    quantity.min = low;
    quantity.max = high ? high : low;
    set_bounds(quantity);
    read.value = quantity;
    return placed(std::move(read));
  }

 private:
  /// The 2020 presidential nomination, the 2018 elections: where the noun comes last, a plain figure that may be a year names what it stands before, but for
  /// people and measures, which no year names.
  bool names_year(const Decimal& value) const {
    const auto* figure = mention_of("number");
    if (context_.language.noun_follows_directly || !figure || figure->digits != 4) return false;
    if (compare(value, make_decimal(1900)) == std::strong_ordering::less || compare(value, make_decimal(2100)) == std::strong_ordering::greater) return false;
    if (get("mod") || get("noun")) return true;
    const Atom* unit = get("unit");
    if (!unit) return false;
    const auto unit_class = context_.world.class_of(unit->entry->id);
    return unit->entry->id != "person" && unit_class != "measure" && unit_class != "money" && unit_class != "time";
  }

  ReadValue placed(ReadValue read) const {
    read.first = mention_.first;
    read.last = mention_.last;
    read.begin = mention_.begin;
    read.end = mention_.end;
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

  bool is_bare() const { return mention_.rule->name.ends_with(":bare"); }

  /// A figure that something unknown is glued to, or that an unknown word follows, counts that, and not the noun from before.
  bool may_stand_bare(const NumberMention& bare) const {
    const bool whole = bare.value.exponent >= 0 && !bare.decimal && !bare.other_value;
    if (!whole || compare(bare.value, make_decimal(2)) == std::strong_ordering::less) return false;
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
    return next.space_before && (stop || trigger);
  }

  const Atom* get(std::string_view label) const { return mention_.get(label); }
  const NumberMention* mention_of(std::string_view label) const {
    const Atom* atom = get(label);
    return atom && atom->number >= 0 ? &context_.sentence.numbers[static_cast<std::size_t>(atom->number)] : nullptr;
  }

  /// Two hours and ten minutes is 130 minutes.
  bool add_smaller_unit(Quantity& quantity, Decimal& low) const {
    const auto large = context_.world.units.find(quantity.unit), small = context_.world.units.find(get("unit-sub")->entry->id);
    const auto part = number("number-sub");
    if (!part || large == context_.world.units.end() || small == context_.world.units.end() || large->second.dimension != small->second.dimension) return false;
    const double ratio = to_double(large->second.factor) / to_double(small->second.factor);
    if (ratio < 2 || ratio != static_cast<double>(static_cast<std::int64_t>(ratio))) return false;
    const auto whole = multiply(low, make_decimal(static_cast<std::int64_t>(ratio)));
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

  /// 20 dollars and 43 cents is one amount, where the cents are of the dollar.
  bool add_subunit(Decimal& low) const {
    const std::string& id = get("subunit")->entry->id;
    const auto slash = id.find('/');
    const auto part = number("number-sub");
    if (!part || id.substr(0, slash) != get("unit")->entry->id) return false;
    const auto share = multiply(*part, id.substr(slash) == "/100" ? make_decimal(1, -2) : make_decimal(1, -3));
    const auto sum = share ? add(low, *share) : std::nullopt;
    if (sum) low = *sum;
    return sum.has_value();
  }

  /// The number, where it has one reading. 4.500 has two: with a noun that comes in wholes it is four thousand five hundred.
  std::optional<Decimal> number(std::string_view label) const {
    const auto* number = mention_of(label);
    if (!number) return std::nullopt;
    if (!number->other_value) return number->value;
    const Atom* unit = get("unit");
    const auto unit_class = unit ? context_.world.class_of(unit->entry->id) : std::string();
    if (unit_class == "person" || unit_class == "state" || unit_class == "thing") return number->value;
    if (!context_.language.adds_by_conjunction && unit_class != "money") return number->other_value;
    return std::nullopt;
  }

  /// "between 3 and 5 million": the first figure has the scale of the second.
  bool set_scale_of(Decimal& low, const Decimal&) const {
    const auto *first = mention_of("number"), *second = mention_of("number2");
    if (first->has_scale || !second->has_scale || get("sign") || first->grouped) return true;
    std::int32_t exponent = 0;
    for (Decimal scale = make_decimal(1000); compare(scale, second->value) != std::strong_ordering::greater && exponent < 15;) {
      exponent += 3;
      scale = make_decimal(1, exponent + 3);
    }
    const auto scaled = multiply(low, make_decimal(1, exponent));
    if (!scaled) return false;
    low = *scaled;
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

  bool set_unit(Quantity& quantity, ReadValue& read) {
    const Atom* unit = get("unit") ? get("unit") : get("unit-dual");
    if (unit) {
      read.row = context_.language.tag + "/units.tsv:" + std::to_string(unit->entry->line);
      quantity.unit = unit->entry->id;
      if (const auto slash = quantity.unit.find('/'); slash != std::string::npos) {
        divisor_ = quantity.unit.substr(slash + 1);
        quantity.unit.resize(slash);
      }
      if (const auto generic = context_.world.currencies.find(quantity.unit); generic != context_.world.currencies.end()) {
        const auto code = generic->second.find(context_.country);
        if (code != generic->second.end()) quantity.unit = code->second;
      }
      return true;
    }
    if (const Atom* noun = get("noun")) {
      quantity.unit = "~" + std::string(context_.reading.text(*noun));
      read.reading = 0.85;
      return true;
    }
    if (is_bare()) read.reading = 0.8;
    read.needs_unit = true;
    return is_bare() || get("of-them") || get("others");
  }

  void set_bounds(Quantity& quantity) const {
    for (const auto& capture : mention_.captures) {
      if (!capture.atom.entry || capture.atom.entry->list != List::qualifiers) continue;
      switch (static_cast<QualifierEffect>(capture.atom.entry->type)) {
        case QualifierEffect::about: quantity.approximate = true; break;
        case QualifierEffect::over: quantity.strict = true; [[fallthrough]];
        case QualifierEffect::at_least: quantity.max.reset(); break;
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
