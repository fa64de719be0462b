#include "knowledge/language.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "knowledge/flat_writer.hpp"
#include "knowledge/list_formats.hpp"
#include "knowledge/pack_file.hpp"
#include "text/fold.hpp"

namespace mizan {
namespace {

/// What one language's files are compiled with.
struct Work {
  const PackSources& sources;
  std::string tag;
  FlatWriter writer;
  Language& language;
  std::vector<ListRow> rows;

  [[nodiscard]] bool has(std::string_view file) const { return sources.find(name(file)) != nullptr; }
  [[nodiscard]] std::string name(std::string_view file) const { return tag + "/" + std::string(file); }
};

Status load_list(const ListFormat& format, Work& work) {
  const auto file_name = std::string(format.file) + ".tsv";
  if (!format.required && !work.has(file_name)) return ok();
  auto file = read_pack_file(work.sources, work.name(file_name), format.required_cells, RowOrder::sorted);
  if (!file) return file.error();
  // The same form may mean two things (a month and a unit are two lists; killed before and after a number are two rows), never the same thing twice.
  std::vector<std::pair<std::uint64_t, std::size_t>> seen;  // hash of the folded row, its number
  seen.reserve(file->rows.size());
  std::string key;
  for (auto& row : file->rows) {
    ListRow entry;
    entry.list = format.list;
    entry.line = row.line;
    const auto& form = format.list == List::words ? row.cells[1] : row.cells[0];
    key = folded(form);
    entry.form = work.writer.pool(key);
    if (key.empty()) return file->error(row, "'" + std::string(form) + "' folds to nothing");
    if (auto wrong = format.parse(row.cells, entry)) return file->error(row, *wrong);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (i != (format.list == List::words ? 1u : 0u)) key.append(1, '\t').append(row.cells[i]);
    seen.emplace_back(XXH3_64bits(key.data(), key.size()), static_cast<std::size_t>(&row - file->rows.data()));
    work.rows.push_back(entry);
  }
  std::sort(seen.begin(), seen.end());
  const auto twice = std::adjacent_find(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != seen.end()) {
    const auto& row = file->rows[std::next(twice)->second];
    return file->error(row, "'" + std::string(format.list == List::words ? row.cells[1] : row.cells[0]) + "' stands twice once it is folded");
  }
  return ok();
}

Status load_clitics(Work& work) {
  if (!work.has("clitics.tsv")) return ok();
  auto file = read_pack_file(work.sources, work.name("clitics.tsv"), 2, RowOrder::sorted);
  if (!file) return file.error();
  std::vector<std::pair<std::string, const PackRow*>> forms;
  for (const auto& row : file->rows) forms.emplace_back(folded(row.cells[0]), &row);
  std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
  auto out = work.writer.add(work.language.clitics, forms.size()).begin();
  for (const auto& [form, row] : forms) {
    Clitic& clitic = *out++;
    work.writer.set(clitic.form, form);
    std::stringstream parts{std::string(row->cells[1])};
    for (std::string part; std::getline(parts, part, ',');) {
      if (part == "conjunction") clitic.conjunction = true;
      else if (part == "preposition") clitic.preposition = true;
      else if (part == "locative") clitic.locative = true;
      else if (part == "article") clitic.article = true;
      else if (part == "future") clitic.future = true;
      else return file->error(*row, "'" + part + "' is no part of a clitic");
    }
  }
  return ok();
}

/// A rule with its macros written out.
struct WrittenRule {
  std::string file, name, makes, pattern, example;
  std::uint32_t line = 0;
};

Status load_rules(const Work& work, std::string_view name, std::vector<WrittenRule>& rules) {
  auto file = read_pack_file(work.sources, work.name(std::string(name) + ".rules"), 4, RowOrder::as_written);
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
    rules.push_back({file->name, name_cell, makes, std::move(pattern), std::string(row.cells[3]), row.line});
  }
  return ok();
}

Status load_all_rules(Work& work) {
  std::vector<WrittenRule> rules;
  for (const std::string_view name : {"date", "count", "other"})
    if (auto status = load_rules(work, name, rules); !status) return status;
  auto out = work.writer.add(work.language.rules, rules.size()).begin();
  for (const auto& rule : rules) {
    RuleRow& row = *out++;
    work.writer.set(row.file, rule.file);
    work.writer.set(row.name, rule.name);
    work.writer.set(row.makes, rule.makes);
    work.writer.set(row.pattern, rule.pattern);
    work.writer.set(row.example, rule.example);
    row.line = rule.line;
  }
  return ok();
}

Status load_messages(Work& work) {
  if (!work.has("messages.tsv")) return ok();
  auto file = read_pack_file(work.sources, work.name("messages.tsv"), 2, RowOrder::sorted);
  if (!file) return file.error();
  // Sorted rows have sorted first cells: a tab stands before whatever a name may hold.
  auto out = work.writer.add(work.language.messages, file->names()).begin();
  for (std::size_t i = 0; i < file->rows.size(); ++i) {
    const auto& cells = file->rows[i].cells;
    if (i > 0 && file->rows[i - 1].cells[0] == cells[0]) return file->error(file->rows[i], "'" + std::string(cells[0]) + "' stands twice");
    work.writer.set((out++)->second, cells[1]);
  }
  return ok();
}

Status load_head(Work& work) {
  const auto where = work.name("pack.json");
  const std::string* content = work.sources.find(where);
  if (!content) return Error{where, "cannot be read", Error::Cause::usage};
  const auto head = nlohmann::json::parse(*content, nullptr, false);
  if (!head.is_object()) return Error{where, "is no JSON object", Error::Cause::usage};
  for (const auto& [key, value] : head.items())
    if (!value.is_string()) return Error{where, "'" + key + "' must be a string", Error::Cause::usage};
  const auto text = [&](const char* key) { return head.value(key, std::string{}); };
  if (text("tag") != work.tag) return Error{where, "tag '" + text("tag") + "' is not the folder's name", Error::Cause::usage};
  if (text("name").empty() || text("script").empty()) return Error{where, "name and script must be given", Error::Cause::usage};
  Language& language = work.language;
  FlatWriter& writer = work.writer;
  writer.set(language.tag, work.tag);
  writer.set(language.name, text("name"));
  writer.set(language.script, text("script"));
  writer.set(language.stemmer, text("stemmer"));
  language.adds_by_conjunction = text("addition") == "conjunction";
  language.noun_follows_directly = text("counted_noun") == "next";
  language.day_first = text("numeric_date") == "dmy";
  writer.set(language.past_suffix, text("past_suffix"));
  writer.set(language.plural_suffix, text("plural_suffix"));
  writer.set(language.verb_suffix, folded(text("verb_suffix")));
  writer.set(language.indefinite_suffix, folded(text("indefinite_suffix")));
  for (const auto& [key, member] : {std::pair("singular_endings", &Language::singular_endings), std::pair("owner_endings", &Language::owner_endings)}) {
    std::istringstream words(text(key));
    std::vector<std::pair<std::string, std::string>> endings;
    for (std::string ending; words >> ending;) {
      const auto colon = ending.find(':');
      if (colon == std::string::npos || colon == 0) return Error{where, std::string(key) + ": '" + ending + "' is no ending:ending", Error::Cause::usage};
      endings.emplace_back(folded(ending.substr(0, colon)), folded(ending.substr(colon + 1)));
    }
    auto out = writer.add(language.*member, endings.size()).begin();
    for (const auto& [plural, singular] : endings) {
      writer.set(out->plural, plural);
      writer.set(out->singular, singular);
      ++out;
    }
  }
  std::istringstream shape_words(text("plural_shapes"));
  std::vector<std::string> shapes;
  for (std::string shape; shape_words >> shape;) shapes.push_back(folded(shape));
  auto shape_out = writer.add(language.plural_shapes, shapes.size()).begin();
  for (const auto& shape : shapes) writer.set(*shape_out++, shape);
  return ok();
}

void write_entries(Work& work) {
  const auto form_of = [&](const ListRow& row) { return work.writer.text(row.form); };
  // Forms are borrowed from the writer, which keeps them in another place as it takes more: those that it is given back are kept here.
  std::set<std::string_view> people, roles;
  std::set<std::string> abbreviations, month_names, before_day;
  for (const auto& row : work.rows) {
    if (row.list == List::units && row.id == "person") people.insert(form_of(row));
    if (row.list == List::abbreviations) abbreviations.emplace(form_of(row));
    if (row.list == List::months) month_names.emplace(form_of(row));
    if (row.list == List::weekdays || (row.list == List::words && row.id == "on-word")) before_day.emplace(form_of(row));
  }
  for (const auto& row : work.rows)
    if (row.list == List::roles && row.side == Side::unit && people.contains(form_of(row))) roles.insert(row.id);
  work.writer.set(work.language.person_roles, roles);
  work.writer.set(work.language.abbreviations, abbreviations);
  work.writer.set(work.language.month_names, month_names);
  work.writer.set(work.language.before_day, before_day);
  auto out = work.writer.add(work.language.entries, work.rows.size()).begin();
  for (const auto& row : work.rows) {
    Entry& entry = *out++;
    entry.list = row.list;
    entry.type = row.type;
    entry.side = row.side;
    entry.flags = row.flags;
    entry.amount = row.amount;
    entry.line = row.line;
    entry.word_list = row.list == List::words ? WordList::hash_of(row.id) : 0;
    entry.value.mantissa = row.value.mantissa;  // one by one: what lies between the members stays zero
    entry.value.exponent = row.value.exponent;
    work.writer.set(entry.id, row.id);
    work.writer.set(entry.form, row.form);
  }
}

/// Two lists of words.tsv that WordList cannot tell apart.
Status check_word_lists(const Work& work) {
  std::map<std::uint32_t, std::string_view> names;
  for (const auto& row : work.rows) {
    if (row.list != List::words) continue;
    const auto [known, is_new] = names.try_emplace(WordList::hash_of(row.id), row.id);
    if (is_new || known->second == row.id) continue;
    const auto what = "the lists '" + std::string(known->second) + "' and '" + std::string(row.id) + "' share a hash: rename one";
    return Error{work.tag + "/words.tsv", what, Error::Cause::usage};
  }
  return ok();
}

}  // namespace

bool Language::is_inside(const Bounds& bounds) const {
  for (const Text* text : {&tag, &name, &script, &stemmer, &indefinite_suffix, &past_suffix, &plural_suffix, &verb_suffix})
    if (!bounds.holds(*text)) return false;
  return Bounds::is_flag(adds_by_conjunction) && Bounds::is_flag(noun_follows_directly) && Bounds::is_flag(day_first) &&
         bounds.holds_all(singular_endings, [&](const Ending& e) { return bounds.holds(e.plural) && bounds.holds(e.singular); }) &&
         bounds.holds_all(owner_endings, [&](const Ending& e) { return bounds.holds(e.plural) && bounds.holds(e.singular); }) &&
         bounds.holds_all(plural_shapes, [&](const Text& shape) { return bounds.holds(shape); }) &&
         bounds.holds_all(clitics, [&](const Clitic& c) {
           return bounds.holds(c.form) && Bounds::is_flag(c.conjunction) && Bounds::is_flag(c.preposition) && Bounds::is_flag(c.locative) &&
                  Bounds::is_flag(c.article) && Bounds::is_flag(c.future);
         }) &&
         bounds.holds_all(entries, [&](const Entry& e) {
           return static_cast<std::size_t>(e.list) < list_formats.size() && bounds.holds(e.id) && bounds.holds(e.form) && !e.form.empty();
         }) &&
         bounds.holds(person_roles) && bounds.holds(abbreviations) && bounds.holds(month_names) && bounds.holds(before_day) &&
         bounds.holds_all(rules, [&](const RuleRow& r) {
           return bounds.holds(r.file) && bounds.holds(r.name) && bounds.holds(r.makes) && bounds.holds(r.pattern) && bounds.holds(r.example);
         }) &&
         bounds.holds(messages);
}

Result<std::string> compile_language(const PackSources& sources, const std::string& tag) {
  FlatWriter writer;
  auto& language = writer.root<Language>();
  Work work{sources, tag, std::move(writer), language, {}};
  if (auto status = load_head(work); !status) return status.error();
  if (auto status = load_clitics(work); !status) return status.error();
  for (const auto& format : list_formats)
    if (auto status = load_list(format, work); !status) return status.error();
  if (auto status = load_all_rules(work); !status) return status.error();
  if (auto status = load_messages(work); !status) return status.error();
  if (auto status = check_word_lists(work); !status) return status.error();
  write_entries(work);
  return work.writer.finish();
}

}  // namespace mizan
