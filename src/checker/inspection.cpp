#include "checker/impl.hpp"

#include <algorithm>

#include "compare/verdict.hpp"
#include "judge/decisions.hpp"
#include "kind/kinds.hpp"
#include "knowledge/pack_file.hpp"
#include "reading/stages.hpp"

namespace mizan {
namespace {

/// A value with what decided it: rule, pack row, the fields that were concluded, and from which dateline.
std::string words_of(const Claim& claim) {
  std::string words = std::string(name_of(claim.kind)) + " " + show(claim.value) + " by " + claim.rule;
  if (!claim.row.empty()) words += ", " + claim.row;
  if (const auto* date = std::get_if<DateRange>(&claim.value)) {
    const auto add = [&](const char* field, Certainty first, Certainty last) {
      if (first == Certainty::implied || last == Certainty::implied) words += std::string(", ") + field + " implied";
    };
    add("year", date->first.year_is, date->last.year_is);
    add("month", date->first.month_is, date->last.month_is);
    add("day", date->first.day_is, date->last.day_is);
  }
  if (claim.anchor) {
    const DatePoint day = civil_from_days(*claim.anchor);
    words += " from " + to_edtf({day, day, false, false, false});
  }
  return words;
}

Result<DocumentView> view_of(Store& store, const std::string& id, const Knowledge& knowledge) {
  auto claims = store.claims(id);
  if (!claims) return claims.error();
  auto document = store.document(id, false);
  if (!document) return document.error();
  return view_document(id, *document ? (*document)->lang : std::string(), std::move(*claims), knowledge);
}

}  // namespace

std::vector<StageLine> Checker::stage(const Document& document, Stage stage) const {
  std::vector<StageLine> lines;
  if (stage == Stage::claims) {
    for (const auto& claim : extract(document)) lines.push_back({claim.span, claim.quote, words_of(claim)});
    return lines;
  }
  const Reading reading = impl_->reader.read(document.text, document.lang, document.body_begin, stage == Stage::mentions);
  if (stage == Stage::folded) {
    show_sentences(reading, lines);
  } else if (stage == Stage::tokens) {
    show_tokens(reading, lines);
  } else {
    show_mentions(reading, lines);
  }
  return lines;
}

Result<PairVerdict> Checker::verdict(Store& store, const Claim& a, const Claim& b) const {
  // In the order in which alignment takes two documents: claims of one weight fall as they did there.
  if (b.document < a.document) {
    auto turned = verdict(store, b, a);
    if (!turned) return turned.error();
    std::swap(turned->told_a, turned->told_b);
    std::swap(turned->rival_a, turned->rival_b);
    return turned;
  }
  auto decisions = store.decisions();
  if (!decisions) return decisions.error();
  if (auto decided = verdict_of(*decisions, a, b)) return *decided;
  auto near = store.neighbours(a.document);
  if (!near) return near.error();
  PairVerdict strangers;
  strangers.barrier = "story";
  if (a.document != b.document && !std::binary_search(near->begin(), near->end(), b.document)) return strangers;
  auto mine = view_of(store, a.document, impl_->knowledge()), theirs = view_of(store, b.document, impl_->knowledge());
  if (!mine || !theirs) return mine ? theirs.error() : mine.error();
  return judge_pair(*mine, a.id, *theirs, b.id, impl_->knowledge(), impl_->knowledge().model);
}

std::vector<LanguageInfo> Checker::languages() const {
  std::vector<LanguageInfo> languages;
  for (const auto* language : impl_->knowledge().languages) languages.push_back({language->tag, language->name, language->script, language->entries.size()});
  return languages;
}

std::vector<RuleInfo> Checker::rules() const {
  std::vector<RuleInfo> rules;
  for (const auto* language : impl_->knowledge().languages)
    for (const auto& row : language->rules) {
      const std::string file(row.file);
      rules.push_back({.name = file + ":" + row.name, .file = file, .makes = row.makes, .pattern = row.pattern, .example = row.example, .line = row.line});
    }
  return rules;
}

Result<PackRowInfo> Checker::pack_row(const std::string& file, std::size_t line) const {
  const auto sources = PackSources::read(impl_->options.facts);
  if (!sources) return sources.error();
  const auto table = read_pack_file(*sources, file, 1, RowOrder::as_written);
  if (!table) return table.error();
  const auto row = std::find_if(table->rows.begin(), table->rows.end(), [&](const PackRow& each) { return each.line == line; });
  if (row == table->rows.end()) return Error{file + ":" + std::to_string(line), "no entry stands in this row", Error::Cause::usage};
  PackRowInfo found{file, line, {}};
  for (std::size_t i = 0; i < row->cells.size(); ++i) found.cells.emplace_back(table->columns[i], row->cells[i]);
  return found;
}

const std::string& Checker::packs() const { return impl_->knowledge().hash; }
const std::string& Checker::packs_origin() const { return impl_->packs->origin; }

}  // namespace mizan
