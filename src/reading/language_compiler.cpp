#include "reading/language_compiler.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>

#include "reading/reader.hpp"
#include "reading/tokens.hpp"

namespace mizan {
namespace {

/// Lists that are matched by stem: what a claim is about is told in many forms of one word.
bool is_matched_by_stem(List list) {
  return list == List::events || list == List::roles || list == List::facets || list == List::modality || list == List::change || list == List::speech;
}

bool is_grammar(List list) {
  return list == List::identifiers || list == List::qualifiers || list == List::relative || list == List::words || list == List::scope || list == List::stopwords;
}

/// An adverb is written with the mark of its ending as often as without, and folds to two forms: those of the lists stand both ways. Was there one?
bool strip_endings(std::vector<std::string_view>& words, std::string_view ending) {
  if (ending.empty()) return false;
  bool stripped = false;
  for (auto& word : words)
    if (word.size() > 8 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      stripped = true;
    }
  return stripped;
}

}  // namespace

Result<std::string> LanguageCompiler::run() {
  add_forms();
  give_classes();
  for (const auto& row : language_.rules)
    if (auto status = rules_.add({row.file, row.name, row.makes, row.pattern, row.example, row.line}); !status) return status.error();
  find_pivots();
  FlatWriter writer;
  auto& tables = writer.root<LanguageTables>();
  words_.write(writer, tables.words);
  stems_.write(writer, tables.stems);
  rules_.write(writer, tables.rules);
  write_classes(writer, tables);
  for (std::size_t what = 0; what < static_cast<std::size_t>(OwnClass::unit); ++what) tables.figure_reach.widen(reaches_[own_classes_[what]]);
  for (const auto& clitic : language_.clitics)
    if (clitic.article && !clitic.conjunction && !clitic.preposition && !clitic.future) writer.set(tables.article, clitic.form);
  return writer.finish();
}

void LanguageCompiler::add_forms() {
  const Stemmer stemmer(language_.stemmer);
  words_.reserve(language_.entries.size());
  for (std::uint32_t i = 0; i < language_.entries.size(); ++i) {
    const auto& entry = language_.entries[i];
    auto words = cut_form(entry.form);
    if (is_matched_by_stem(entry.list)) {
      // The counted noun that is itself the role is found exactly as the unit is, clitics and all.
      if (entry.list == List::roles && entry.side == Side::unit) words_.add(words, i);
      std::vector<std::string> stems;
      for (const auto word : words) stems.push_back(stemmer(word));
      words.assign(stems.begin(), stems.end());
      stems_.add(words, i);
    } else {
      words_.add(words, i);
      if (entry.list == List::numerals) add_with_detached_conjunction(words, i);
      if (is_grammar(entry.list) && strip_endings(words, language_.indefinite_suffix)) words_.add(words, i);
    }
  }
}

/// "three-and twenty" is written "three and twenty" as well, the conjunction as a word of its own.
void LanguageCompiler::add_with_detached_conjunction(const std::vector<std::string_view>& words, std::uint32_t entry) {
  for (const auto& clitic : language_.clitics) {
    if (!clitic.conjunction || clitic.article || clitic.preposition) continue;
    std::vector<std::string_view> detached{words.front()};
    for (std::size_t w = 1; w < words.size(); ++w) {
      const auto word = words[w];
      const bool joined = word.starts_with(clitic.form) && word.size() >= clitic.form.size() + kShortestRest + 2;
      if (joined) detached.push_back(clitic.form);
      detached.push_back(joined ? word.substr(clitic.form.size()) : word);
    }
    if (detached.size() > words.size()) words_.add(detached, entry);
  }
}

/// Figures, and words that a number or a date is read from, are pivots; rules that match without them make pivots of the rarest that they read.
void LanguageCompiler::find_pivots() {
  std::vector<double> odds(classes_.all().size(), RuleCompiler::kPivot);
  for (const auto& [name, id] : classes_.all())
    if (name.front() == '"') odds[id] = RuleCompiler::kOpen;
  for (auto what = static_cast<std::size_t>(OwnClass::sign); what < own_classes_.size(); ++what) odds[own_classes_[what]] = RuleCompiler::kOpen;
  const auto is_of_figures = [](List list) {
    return list == List::numerals || list == List::months || list == List::weekdays || list == List::decades || list == List::relative;
  };
  const auto classes_of = [&](std::size_t entry) { return std::span(entry_class_ids_).subspan(entry_classes_[entry].begin, entry_classes_[entry].size); };
  const Stemmer stemmer(language_.stemmer);
  for (std::size_t i = 0; i < entry_classes_.size(); ++i) {
    const auto& entry = language_.entries[i];
    const auto classes = classes_of(i);
    if (is_of_figures(entry.list) || classes.empty()) continue;
    // That its rarest word stands in an article.
    double share = 1;
    for (const auto word : cut_form(entry.form)) share = std::min(share, std::exp(-background_.idf(stemmer(word))));
    for (const auto what : classes)
      if (odds[what] != RuleCompiler::kOpen) odds[what] += share / std::max(1e-4, 1 - share);
  }
  reaches_ = rules_.find_pivots(std::move(odds));
  for (std::size_t i = 0; i < entry_classes_.size(); ++i)
    for (const auto what : classes_of(i)) entry_classes_[i].reach.widen(reaches_[what]);
}

/// Classes that no rule reads say nothing. Most entries have the classes of many others: each list of them is written once.
void LanguageCompiler::write_classes(FlatWriter& writer, LanguageTables& tables) const {
  writer.copy(tables.own_classes, std::span<const ClassId>(own_classes_));
  std::map<std::vector<ClassId>, std::uint32_t> known;
  std::vector<ClassId> ids;
  const auto places = writer.add(tables.entry_classes, entry_classes_.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto given = std::span(entry_class_ids_).subspan(entry_classes_[i].begin, entry_classes_[i].size);
    std::vector<ClassId> read;
    std::copy_if(given.begin(), given.end(), std::back_inserter(read), [&](ClassId id) { return rules_.reads(id); });
    const auto [place, is_new] = known.try_emplace(read, static_cast<std::uint32_t>(ids.size()));
    if (is_new) ids.insert(ids.end(), read.begin(), read.end());
    places[i] = {place->second, static_cast<std::uint8_t>(read.size()), entry_classes_[i].is_currency, entry_classes_[i].reach};
  }
  writer.copy(tables.entry_class_ids, ids);
  // Classes of marks are called by the mark in quotation marks.
  std::map<std::string_view, ClassId> marks;
  for (const auto& [name, id] : classes_.all())
    if (name.size() > 2 && name.front() == '"' && rules_.reads(id)) marks.emplace(std::string_view(name).substr(1, name.size() - 2), id);
  auto mark = writer.add(tables.marks, std::views::keys(marks)).begin();
  for (const auto& [text, id] : marks) (mark++)->second = id;
}

bool LanguageTables::is_inside(const Bounds& bounds, const Language& language) const {
  const auto entries = language.entries.size();
  if (!words.is_inside(bounds, entries) || !stems.is_inside(bounds, entries) || !rules.is_inside(bounds)) return false;
  const auto is_class = [&](ClassId id) { return id < rules.class_count(); };
  return bounds.holds_all(own_classes, is_class) && own_classes.size() == static_cast<std::size_t>(OwnClass::last) && bounds.holds_all(entry_class_ids, is_class) &&
         entry_classes.size() == entries &&
         bounds.holds_all(entry_classes,
                          [&](const EntryClasses& e) { return e.size <= entry_class_ids.size() && e.begin <= entry_class_ids.size() - e.size; }) &&
         bounds.holds_all(marks, is_class) && bounds.holds(article);
}

Result<std::string> compile_tables(const Language& language, const World& world, const Background& background) {
  return LanguageCompiler(language, world, background).run();
}

}  // namespace mizan
