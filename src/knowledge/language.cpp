#include "knowledge/language.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "knowledge/pack_file.hpp"
#include "text/fold.hpp"

namespace mizan {
namespace {

using Names = std::vector<std::string_view>;

/// How one list is written: its file, its columns' meanings, and which columns make a row unique beside the form.
struct ListFormat {
  List list;
  std::string_view file;
  bool required;
  std::size_t required_cells;
  /// Fills `entry` from the cells; returns what is wrong, or nothing.
  std::optional<std::string> (*parse)(const Cells& cells, Entry& entry);
};

std::optional<std::string> set_name(std::uint8_t& out, const Names& names, std::string_view cell, std::string_view column) {
  const auto found = std::find(names.begin(), names.end(), cell);
  if (found == names.end()) return "'" + std::string(cell) + "' is no " + std::string(column);
  out = static_cast<std::uint8_t>(found - names.begin());
  return std::nullopt;
}

std::optional<std::string> set_side(Entry& entry, std::string_view cell) {
  static const Names names{"any", "before", "after", "unit"};
  std::uint8_t side = 0;
  if (auto wrong = set_name(side, names, cell, "side")) return wrong;
  entry.side = static_cast<Side>(side);
  return std::nullopt;
}

std::optional<std::string> set_amount(Entry& entry, std::string_view cell, std::string_view column) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), entry.amount);
  if (error != std::errc{} || end != cell.data() + cell.size()) return "'" + std::string(cell) + "' is no " + std::string(column);
  return std::nullopt;
}

std::optional<std::string> parse_numeral(const Cells& cells, Entry& entry) {
  static const Names types{"digit", "teen", "ten", "hundred", "hundreds", "scale", "scale-glued", "scaled", "dozen", "ordinal", "fraction", "vague"};
  if (auto wrong = set_name(entry.type, types, cells[1], "type of numeral")) return wrong;
  const auto value = parse_decimal(cells.size() > 2 && !cells[2].empty() && cells[2] != "-" ? cells[2] : "0");
  if (!value) return "'" + std::string(cells[2]) + "' is no number";
  entry.value = *value;
  return std::nullopt;
}

std::optional<std::string> parse_month(const Cells& cells, Entry& entry) {
  if (auto wrong = set_amount(entry, cells[1], "month")) return wrong;
  if (entry.amount < 1 || entry.amount > 12) return "'" + std::string(cells[1]) + "' is no month";
  std::uint8_t calendar = 0, alone = 0;
  if (auto wrong = set_name(calendar, {"gregorian", "hijri"}, cells[2], "calendar")) return wrong;
  if (auto wrong = set_name(alone, {"no", "yes", "capital", "word"}, cells[3], "yes, no, capital or word")) return wrong;
  entry.flags = static_cast<std::uint8_t>((alone == 1 || alone == 2 ? 1 : 0) | (calendar << 1) | (alone == 2 ? 4 : 0) | (alone == 3 ? 8 : 0));
  return std::nullopt;
}

std::optional<std::string> parse_weekday(const Cells& cells, Entry& entry) {
  if (auto wrong = set_amount(entry, cells[1], "weekday")) return wrong;
  if (entry.amount < 1 || entry.amount > 7) return "'" + std::string(cells[1]) + "' is no weekday";
  std::uint8_t alone = 0;
  if (auto wrong = set_name(alone, {"no", "yes"}, cells[2], "yes or no")) return wrong;
  entry.flags = alone;
  return std::nullopt;
}

std::optional<std::string> parse_unit(const Cells& cells, Entry& entry) {
  entry.id = cells[1];
  return set_name(entry.type, {"any", "sg", "pl", "du", "sign"}, cells[2], "grammatical number");
}

std::optional<std::string> parse_qualifier(const Cells& cells, Entry& entry) {
  if (auto wrong = set_name(entry.type, {"about", "over", "at-least", "under", "at-most", "between", "exactly", "or-equal"}, cells[1], "effect")) return wrong;
  return set_side(entry, cells[2]);
}

std::optional<std::string> parse_relative(const Cells& cells, Entry& entry) {
  if (auto wrong = set_name(entry.type, {"day", "modifier-before", "modifier-after", "ago-after", "ago-before", "since", "day-fragment", "narrated-after", "narrated-before"}, cells[1], "type of relative date"))
    return wrong;
  return cells.size() > 2 && cells[2] != "-" && !cells[2].empty() ? set_amount(entry, cells[2], "amount") : std::nullopt;
}

std::optional<std::string> parse_decade(const Cells& cells, Entry& entry) { return set_amount(entry, cells[1], "decade"); }

std::optional<std::string> parse_identifier(const Cells& cells, Entry& entry) {
  if (auto wrong = set_name(entry.type, {"identifier", "age", "clock", "score", "phone", "rank", "ratio"}, cells[1], "class")) return wrong;
  return set_side(entry, cells[2]);
}

std::optional<std::string> parse_stopword(const Cells& cells, Entry& entry) {
  return set_name(entry.type, {"function", "adverb", "verb", "adjective"}, cells[1], "class");
}

std::optional<std::string> parse_country(const Cells& cells, Entry& entry) {
  entry.id = cells[1];
  return set_name(entry.type, {"name", "listed", "seat", "demonym", "trap"}, cells[2], "type of name");
}

std::optional<std::string> parse_place(const Cells& cells, Entry& entry) {
  entry.id = cells[1];
  if (cells.size() > 2) return set_name(entry.flags, {"-", "risky"}, cells[2], "risk");
  return std::nullopt;
}

std::optional<std::string> parse_form_only(const Cells&, Entry&) { return std::nullopt; }

std::optional<std::string> parse_id(const Cells& cells, Entry& entry) {
  entry.id = cells[1];
  return std::nullopt;
}

std::optional<std::string> parse_id_side(const Cells& cells, Entry& entry) {
  entry.id = cells[1];
  return set_side(entry, cells[2]);
}

std::optional<std::string> parse_role(const Cells& cells, Entry& entry) {
  entry.id = cells[1];
  if (auto wrong = set_side(entry, cells[2])) return wrong;
  // Behind the kinds stand the ways in which a word binds a place: RoleBinds has what each one means.
  static const std::array<std::string_view, 8> kinds{"date", "count", "countries", "place", "host", "target", "elsewhere", "origin"};
  std::stringstream list{std::string(cells[3])};
  for (std::string kind; std::getline(list, kind, ',');) {
    if (kind == "any") {
      entry.flags = 15;
      continue;
    }
    const auto found = std::find(kinds.begin(), kinds.end(), kind);
    if (found == kinds.end()) return "'" + kind + "' is no kind of claim";
    entry.flags = static_cast<std::uint8_t>(entry.flags | (1u << (found - kinds.begin())));
  }
  return std::nullopt;
}

/// `words.tsv` has the list's name first: the form is its second cell.
std::optional<std::string> parse_word(const Cells& cells, Entry& entry) {
  entry.id = cells[0];
  return std::nullopt;
}

const std::array<ListFormat, 21> kLists{{
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

Status load_list(const ListFormat& format, const std::filesystem::path& folder, Language& language, std::string& bytes) {
  const auto path = folder / (std::string(format.file) + ".tsv");
  if (!format.required && !std::filesystem::exists(path)) return ok();
  auto file = read_pack_file(path, language.tag + "/" + std::string(format.file) + ".tsv", format.required_cells, RowOrder::sorted, bytes);
  if (!file) return file.error();
  // The same form may mean two things (a month and a unit are two lists; killed before and after a number are two rows), never the same thing twice.
  std::vector<std::pair<std::uint64_t, std::size_t>> seen;  // hash of the folded row, its number
  seen.reserve(file->rows.size());
  std::string key;
  for (auto& row : file->rows) {
    Entry entry;
    entry.list = format.list;
    entry.line = row.line;
    const auto& form = format.list == List::words ? row.cells[1] : row.cells[0];
    entry.form = folded(form);
    if (entry.form.empty()) return file->error(row, "'" + std::string(form) + "' folds to nothing");
    if (auto wrong = format.parse(row.cells, entry)) return file->error(row, *wrong);
    key = entry.form;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (i != (format.list == List::words ? 1u : 0u)) key.append(1, '\t').append(row.cells[i]);
    seen.emplace_back(XXH3_64bits(key.data(), key.size()), static_cast<std::size_t>(&row - file->rows.data()));
    language.entries.push_back(std::move(entry));
  }
  std::sort(seen.begin(), seen.end());
  const auto twice = std::adjacent_find(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != seen.end()) {
    const auto& row = file->rows[std::next(twice)->second];
    return file->error(row, "'" + std::string(format.list == List::words ? row.cells[1] : row.cells[0]) + "' stands twice once it is folded");
  }
  return ok();
}

Status load_clitics(const std::filesystem::path& folder, Language& language, std::string& bytes) {
  if (!std::filesystem::exists(folder / "clitics.tsv")) return ok();
  auto file = read_pack_file(folder / "clitics.tsv", language.tag + "/clitics.tsv", 2, RowOrder::sorted, bytes);
  if (!file) return file.error();
  for (auto& row : file->rows) {
    Clitic clitic;
    clitic.form = folded(row.cells[0]);
    std::stringstream parts{std::string(row.cells[1])};
    for (std::string part; std::getline(parts, part, ',');) {
      if (part == "conjunction") clitic.conjunction = true;
      else if (part == "preposition") clitic.preposition = true;
      else if (part == "locative") clitic.locative = true;
      else if (part == "article") clitic.article = true;
      else if (part == "future") clitic.future = true;
      else return file->error(row, "'" + part + "' is no part of a clitic");
    }
    language.clitics.push_back(std::move(clitic));
  }
  std::stable_sort(language.clitics.begin(), language.clitics.end(), [](const Clitic& a, const Clitic& b) { return a.form.size() < b.form.size(); });
  return ok();
}

Status load_rules(const std::filesystem::path& folder, std::string_view name, Language& language, std::string& bytes) {
  const auto file_name = std::string(name) + ".rules";
  auto file = read_pack_file(folder / file_name, language.tag + "/" + file_name, 4, RowOrder::as_written, bytes);
  if (!file) return file.error();
  std::set<std::string> seen;
  std::map<std::string, std::string, std::greater<>> macros;  // longer names first: $wd before $w
  for (const auto& row : file->rows) {
    const std::string name_cell(row.cells[0]), makes(row.cells[1]);
    std::string pattern(row.cells[2]);
    for (const auto& [macro, meaning] : macros)
      for (auto at = pattern.find(macro); at != std::string::npos; at = pattern.find(macro, at + meaning.size())) pattern.replace(at, macro.size(), meaning);
    if (makes == "macro") {
      if (!name_cell.starts_with('$')) return file->error(row, "the name of a macro begins with $");
      macros[name_cell] = pattern;
      continue;
    }
    if (!seen.insert(name_cell).second) return file->error(row, "rule '" + name_cell + "' stands twice");
    language.rules.push_back({file->name, name_cell, makes, std::move(pattern), std::string(row.cells[3]), row.line});
  }
  return ok();
}

Status load_messages(const std::filesystem::path& folder, Language& language, std::string& bytes) {
  if (!std::filesystem::exists(folder / "messages.tsv")) return ok();
  auto file = read_pack_file(folder / "messages.tsv", language.tag + "/messages.tsv", 2, RowOrder::sorted, bytes);
  if (!file) return file.error();
  for (auto& row : file->rows)
    if (!language.messages.emplace(row.cells[0], row.cells[1]).second) return file->error(row, "'" + std::string(row.cells[0]) + "' stands twice");
  return ok();
}

Status load_head(const std::filesystem::path& folder, Language& language, std::string& bytes) {
  const auto where = folder.filename().string() + "/pack.json";
  std::ifstream in(folder / "pack.json", std::ios::binary);
  if (!in) return Error{where, "cannot be read", Error::Cause::usage};
  std::ostringstream whole;
  whole << in.rdbuf();
  bytes += where + '\0' + whole.str() + '\0';
  const auto head = nlohmann::json::parse(whole.str(), nullptr, false);
  if (!head.is_object()) return Error{where, "is no JSON object", Error::Cause::usage};
  for (const auto& [key, value] : head.items())
    if (!value.is_string()) return Error{where, "'" + key + "' must be a string", Error::Cause::usage};
  const auto text = [&](const char* key) { return head.value(key, std::string{}); };
  language.tag = text("tag");
  language.name = text("name");
  language.script = text("script");
  language.stemmer = text("stemmer");
  if (language.tag != folder.filename().string()) return Error{where, "tag '" + language.tag + "' is not the folder's name", Error::Cause::usage};
  if (language.name.empty() || language.script.empty()) return Error{where, "name and script must be given", Error::Cause::usage};
  language.adds_by_conjunction = text("addition") == "conjunction";
  language.noun_follows_directly = text("counted_noun") == "next";
  language.day_first = text("numeric_date") == "dmy";
  language.past_suffix = text("past_suffix");
  language.plural_suffix = text("plural_suffix");
  language.verb_suffix = folded(text("verb_suffix"));
  std::istringstream endings(text("singular_endings"));
  for (std::string ending; endings >> ending;) {
    const auto colon = ending.find(':');
    if (colon == std::string::npos || colon == 0) return Error{where, "singular_endings: '" + ending + "' is no plural:singular", Error::Cause::usage};
    language.singular_endings.emplace_back(folded(ending.substr(0, colon)), folded(ending.substr(colon + 1)));
  }
  language.indefinite_suffix = folded(text("indefinite_suffix"));
  return ok();
}

std::set<std::string> roles_of_people(const Language& language) {
  std::set<std::string_view> people;
  for (const auto& entry : language.entries)
    if (entry.list == List::units && entry.id == "person") people.insert(entry.form);
  std::set<std::string> roles;
  for (const auto& entry : language.entries)
    if (entry.list == List::roles && entry.side == Side::unit && people.contains(entry.form)) roles.insert(entry.id);
  return roles;
}

}  // namespace

std::string_view name_of(List list) { return kLists[static_cast<std::size_t>(list)].file; }

Result<Language> load_language(const std::filesystem::path& folder, std::string& bytes) {
  Language language;
  if (auto status = load_head(folder, language, bytes); !status) return status.error();
  if (auto status = load_clitics(folder, language, bytes); !status) return status.error();
  for (const auto& format : kLists)
    if (auto status = load_list(format, folder, language, bytes); !status) return status.error();
  for (const std::string_view rules : {"date", "count", "other"})
    if (auto status = load_rules(folder, rules, language, bytes); !status) return status.error();
  if (auto status = load_messages(folder, language, bytes); !status) return status.error();
  language.person_roles = roles_of_people(language);
  return language;
}

}  // namespace mizan
