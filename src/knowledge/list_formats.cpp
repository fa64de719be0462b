#include "knowledge/list_formats.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace mizan {
namespace {

using Names = std::vector<std::string_view>;

std::optional<std::string> set_name(std::uint8_t& out, const Names& names, std::string_view cell, std::string_view column) {
  const auto found = std::find(names.begin(), names.end(), cell);
  if (found == names.end()) return "'" + std::string(cell) + "' is no " + std::string(column);
  out = static_cast<std::uint8_t>(found - names.begin());
  return std::nullopt;
}

std::optional<std::string> set_side(ListRow& entry, std::string_view cell) {
  static const Names names{"any", "before", "after", "unit"};
  std::uint8_t side = 0;
  if (auto wrong = set_name(side, names, cell, "side")) return wrong;
  entry.side = static_cast<Side>(side);
  return std::nullopt;
}

std::optional<std::string> set_amount(ListRow& entry, std::string_view cell, std::string_view column) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), entry.amount);
  if (error != std::errc{} || end != cell.data() + cell.size()) return "'" + std::string(cell) + "' is no " + std::string(column);
  return std::nullopt;
}

std::optional<std::string> parse_numeral(const Cells& cells, ListRow& entry) {
  static const Names types{"digit", "teen", "ten", "hundred", "hundreds", "scale", "scale-glued", "scaled", "dozen", "ordinal", "fraction", "vague"};
  if (auto wrong = set_name(entry.type, types, cells[1], "type of numeral")) return wrong;
  const auto value = parse_decimal(cells.size() > 2 && !cells[2].empty() && cells[2] != "-" ? cells[2] : "0");
  if (!value) return "'" + std::string(cells[2]) + "' is no number";
  entry.value = *value;
  return std::nullopt;
}

std::optional<std::string> parse_month(const Cells& cells, ListRow& entry) {
  if (auto wrong = set_amount(entry, cells[1], "month")) return wrong;
  if (entry.amount < 1 || entry.amount > 12) return "'" + std::string(cells[1]) + "' is no month";
  std::uint8_t calendar = 0, alone = 0;
  if (auto wrong = set_name(calendar, {"gregorian", "hijri"}, cells[2], "calendar")) return wrong;
  if (auto wrong = set_name(alone, {"no", "yes", "capital", "word"}, cells[3], "yes, no, capital or word")) return wrong;
  entry.flags = static_cast<std::uint8_t>((alone == 1 || alone == 2 ? 1 : 0) | (calendar << 1) | (alone == 2 ? 4 : 0) | (alone == 3 ? 8 : 0));
  return std::nullopt;
}

std::optional<std::string> parse_weekday(const Cells& cells, ListRow& entry) {
  if (auto wrong = set_amount(entry, cells[1], "weekday")) return wrong;
  if (entry.amount < 1 || entry.amount > 7) return "'" + std::string(cells[1]) + "' is no weekday";
  std::uint8_t alone = 0;
  if (auto wrong = set_name(alone, {"no", "yes"}, cells[2], "yes or no")) return wrong;
  entry.flags = alone;
  return std::nullopt;
}

std::optional<std::string> parse_unit(const Cells& cells, ListRow& entry) {
  entry.id = cells[1];
  return set_name(entry.type, {"any", "sg", "pl", "du", "sign", "one", "length"}, cells[2], "grammatical number");
}

std::optional<std::string> parse_qualifier(const Cells& cells, ListRow& entry) {
  if (auto wrong = set_name(entry.type, {"about", "over", "at-least", "under", "at-most", "between", "exactly", "or-equal"}, cells[1], "effect")) return wrong;
  return set_side(entry, cells[2]);
}

std::optional<std::string> parse_relative(const Cells& cells, ListRow& entry) {
  static const Names types{"day",   "modifier-before", "modifier-after", "ago-after",      "ago-before",
                           "since", "day-fragment",    "narrated-after", "narrated-before"};
  if (auto wrong = set_name(entry.type, types, cells[1], "type of relative date")) return wrong;
  return cells.size() > 2 && cells[2] != "-" && !cells[2].empty() ? set_amount(entry, cells[2], "amount") : std::nullopt;
}

std::optional<std::string> parse_decade(const Cells& cells, ListRow& entry) { return set_amount(entry, cells[1], "decade"); }

std::optional<std::string> parse_identifier(const Cells& cells, ListRow& entry) {
  if (auto wrong = set_name(entry.type, {"identifier", "age", "clock", "score", "phone", "rank", "ratio"}, cells[1], "class")) return wrong;
  return set_side(entry, cells[2]);
}

std::optional<std::string> parse_stopword(const Cells& cells, ListRow& entry) {
  return set_name(entry.type, {"function", "adverb", "verb", "adjective"}, cells[1], "class");
}

std::optional<std::string> parse_country(const Cells& cells, ListRow& entry) {
  entry.id = cells[1];
  return set_name(entry.type, {"name", "listed", "seat", "demonym", "trap"}, cells[2], "type of name");
}

std::optional<std::string> parse_place(const Cells& cells, ListRow& entry) {
  entry.id = cells[1];
  if (cells.size() <= 2) return std::nullopt;
  std::uint8_t risk = 0;
  if (auto wrong = set_name(risk, {"-", "risky", "word"}, cells[2], "risk")) return wrong;
  entry.flags = static_cast<std::uint8_t>(risk == 0 ? 0 : risk == 1 ? place_risk::risky : place_risk::risky | place_risk::word);
  return std::nullopt;
}

std::optional<std::string> parse_form_only(const Cells&, ListRow&) { return std::nullopt; }

std::optional<std::string> parse_id(const Cells& cells, ListRow& entry) {
  entry.id = cells[1];
  return std::nullopt;
}

std::optional<std::string> parse_id_side(const Cells& cells, ListRow& entry) {
  entry.id = cells[1];
  return set_side(entry, cells[2]);
}

std::optional<std::string> parse_role(const Cells& cells, ListRow& entry) {
  entry.id = cells[1];
  if (auto wrong = set_side(entry, cells[2])) return wrong;
  // Behind the kinds stand the ways in which a word binds a place: RoleBinds has what each one means.
  static const std::array<std::string_view, 8> kinds{"date", "count", "countries", "place", "host", "target", "elsewhere", "origin"};
  for (auto list = cells[3]; !list.empty();) {
    const auto kind = list.substr(0, list.find(','));
    list.remove_prefix(std::min(kind.size() + 1, list.size()));
    if (kind == "any") {
      entry.flags = 15;
      continue;
    }
    if (kind == "town") {
      entry.flags = static_cast<std::uint8_t>(entry.flags | role_binds::place);
      entry.type = role_binds::no_state;
      continue;
    }
    if (kind == "witness") {
      entry.flags = static_cast<std::uint8_t>(entry.flags | role_binds::host);
      entry.type = role_binds::witness;
      continue;
    }
    const auto found = std::find(kinds.begin(), kinds.end(), kind);
    if (found == kinds.end()) return "'" + std::string(kind) + "' is no kind of claim";
    entry.flags = static_cast<std::uint8_t>(entry.flags | (1u << (found - kinds.begin())));
  }
  return std::nullopt;
}

/// `words.tsv` has the list's name first: the form is its second cell.
std::optional<std::string> parse_word(const Cells& cells, ListRow& entry) {
  entry.id = cells[0];
  return std::nullopt;
}

}  // namespace

const std::array<ListFormat, 21> list_formats{{
    {List::numerals, "numerals", true, 2, parse_numeral},
    {List::months, "months", true, 4, parse_month},
    {List::weekdays, "weekdays", true, 3, parse_weekday},
    {List::units, "units", true, 3, parse_unit},
    {List::qualifiers, "qualifiers", true, 3, parse_qualifier},
    {List::relative, "relative", true, 2, parse_relative},
    {List::words, "words", true, 2, parse_word},
    {List::decades, "decades", false, 2, parse_decade},
    {List::identifiers, "identifiers", true, 3, parse_identifier},
    {List::names, "names", false, 1, parse_form_only},
    {List::stopwords, "stopwords", true, 2, parse_stopword},
    {List::abbreviations, "abbreviations", false, 1, parse_form_only},
    {List::countries, "countries", true, 3, parse_country},
    {List::places, "places", false, 2, parse_place},
    {List::events, "events", false, 2, parse_id},
    {List::roles, "roles", false, 4, parse_role},
    {List::facets, "facets", false, 3, parse_id_side},
    {List::modality, "modality", false, 2, parse_id},
    {List::change, "change", false, 2, parse_id},
    {List::scope, "scope", false, 3, parse_id_side},
    {List::speech, "speech", false, 1, parse_form_only},
}};

std::string_view name_of(List list) { return list_formats[static_cast<std::size_t>(list)].file; }

}  // namespace mizan
