#include "report/findings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "report/visible.hpp"
#include "report/words.hpp"

namespace mizan {
namespace {

/// Makes findings out of one report; keeps what all of them are looked up in.
class Collector {
 public:
  explicit Collector(const Report& report) : report_(report) {
    for (const Document& document : report.documents) documents_.emplace(document.id, &document);
    for (const Claim& claim : report.claims) claims_.emplace(claim.id, &claim);
  }

  std::vector<Finding> collect() {
    add_facts(Relation::conflict);
    for (const CheckFinding& check : report_.checks) add_check(check);
    add_facts(Relation::update);
    return std::move(findings_);
  }

 private:
  void add_facts(Relation which) {
    for (const Fact& fact : report_.facts)
      for (const FactRelation& relation : fact.relations)
        if (relation.relation == which && std::max(relation.first, relation.second) < fact.positions.size()) add_relation(fact, relation);
  }

  void add_relation(const Fact& fact, const FactRelation& relation) {
    Finding finding;
    finding.id = relation.id;
    finding.rule = std::string(name_of(relation.relation)) + "-" + std::string(name_of(fact.kind));
    finding.relation = relation.relation;
    finding.confidence = relation.confidence;
    finding.severity = relation.severity;
    finding.fact = &fact;
    finding.between = &relation;
    finding.judgement = &relation.judgement;
    finding.value = &fact.positions[relation.first];
    finding.other = &fact.positions[relation.second];
    for (const std::string& claim : finding.value->claims) finding.told.push_back(told_by(claim));
    for (const std::string& claim : finding.other->claims) {
      finding.told.push_back(told_by(claim));
      finding.told.back().is_other = true;
    }
    settle(std::move(finding));
  }

  void add_check(const CheckFinding& check) {
    Finding finding;
    finding.id = check.id;
    finding.rule = "check-" + check.check;
    finding.confidence = check.confidence;
    finding.severity = check.confidence;
    finding.check = &check;
    finding.judgement = &check.judgement;
    for (const std::string& claim : check.claims) finding.told.push_back(told_by(claim));
    if (finding.told.empty()) finding.told.push_back(told_in(check.document, nullptr));
    settle(std::move(finding));
  }

  Told told_by(const std::string& id) {
    const auto claim = claims_.find(id);
    // document:kind:begin; a report that lacks the claim still names its article.
    if (claim == claims_.end()) return told_in(id.substr(0, id.rfind(':', id.rfind(':') - 1)), nullptr);
    return told_in(claim->second->document, claim->second);
  }

  Told told_in(const std::string& article, const Claim* claim) {
    const auto document = documents_.find(article);
    Told told{claim, document == documents_.end() ? nullptr : document->second, article, false, {}};
    told.place = places_.find(told.document, claim);
    if (told.place.path.empty()) told.place.path = article;
    return told;
  }

  /// The order of Finding::told, and an id of its own.
  void settle(Finding finding) {
    if (finding.told.empty()) return;
    const auto published = [](const Told& told) { return told.document ? std::string_view(told.document->published) : std::string_view(); };
    const auto place = [](const Told& told) { return std::tuple(std::string_view(told.article), told.place.line, told.place.column); };
    const auto is_archived = [](const Told& told) { return !told.document || told.document->file.path.empty(); };
    const auto rank = [&](const Told& a, const Told& b) {
      if (is_archived(a) != is_archived(b)) return is_archived(b);
      if (!finding.check && published(a) != published(b)) return published(a) > published(b);
      return place(a) < place(b);
    };
    std::ranges::stable_sort(finding.told, rank);
    if (finding.first().is_other) {
      for (Told& told : finding.told) told.is_other = !told.is_other;
      std::swap(finding.value, finding.other);
    }
    std::stable_sort(finding.told.begin() + 1, finding.told.end(), [&](const Told& a, const Told& b) {
      return std::tuple(!a.is_other, place(a)) < std::tuple(!b.is_other, place(b));
    });
    const std::size_t times = ++ids_[finding.id];
    if (times > 1) finding.id += "-" + std::to_string(times);
    findings_.push_back(std::move(finding));
  }

  const Report& report_;
  std::unordered_map<std::string_view, const Document*> documents_;
  std::unordered_map<std::string_view, const Claim*> claims_;
  std::unordered_map<std::string, std::size_t> ids_;
  Places places_;
  std::vector<Finding> findings_;
};

// What a message names before "and so many more".
constexpr std::size_t kArticlesNamed = 6;

/// "a.txt, b.txt and 3 more": the articles that say the other value, each once.
std::string others_of(const Finding& finding, const ReportOptions& options, const MessageStyle& style) {
  std::string names;
  std::set<std::string_view> seen;
  std::size_t left_out = 0;
  for (std::size_t i = 1; i < finding.told.size(); ++i) {
    const Told& told = finding.told[i];
    if (!told.is_other || !seen.insert(told.article).second) continue;
    if (seen.size() > kArticlesNamed) {
      ++left_out;
      continue;
    }
    if (!names.empty()) names += options.message("value.comma");
    names += style.article(told.article, i);
  }
  if (left_out > 0) names = fill(options.message("finding.more"), {names, std::to_string(left_out)});
  const std::string reference = reference_of(finding.other, options);
  if (reference.empty()) return names;
  return names.empty() ? style.words(reference) : names + options.message("value.comma") + style.words(reference);
}

std::string sure(const Finding& finding, const ReportOptions& options) {
  return " (" + fill(options.message("report.confidence"), {whole_percent(finding.confidence)}) + ").";
}

std::string check_message(const Finding& finding, const ReportOptions& options, const MessageStyle& style) {
  std::string message = title_of(finding, options);
  message += ". " + fill(options.message("report.why"), {style.words(finding.check->why)});
  std::string others;
  for (std::size_t i = 1; i < finding.told.size(); ++i) {
    if (!finding.told[i].claim) continue;
    others += (others.empty() ? "" : options.message("value.comma")) + style.article(finding.told[i].claim->quote, i);
  }
  if (!others.empty()) message += ". " + fill(options.message("finding.beside"), {others});
  return message + sure(finding, options);
}

}  // namespace

std::string_view Finding::sort() const { return check ? "check" : name_of(relation); }

std::vector<Finding> findings_of(const Report& report) { return Collector(report).collect(); }

bool counts(const Finding& finding, const ReportOptions& options) {
  const bool is_level = finding.relation == Relation::conflict || options.updates_count;
  return is_level && counts(finding.judgement->standing) && finding.confidence >= options.min_confidence;
}

std::string about(const Finding& finding, const ReportOptions& options) {
  if (finding.check) return options.message("check." + finding.check->check);
  return finding.fact->label.empty() ? options.message("kind." + std::string(name_of(finding.fact->kind))) : finding.fact->label;
}

std::string title_of(const Finding& finding, const ReportOptions& options) {
  if (finding.check) return visible(about(finding, options));
  return options.message("relation." + std::string(name_of(finding.relation))) + ": " + visible(about(finding, options));
}

std::string reference_of(const Position* position, const ReportOptions& options) {
  if (!position || !position->reference) return {};
  const Reference& reference = *position->reference;
  return fill(options.message(reference.as_of.empty() ? "report.reference" : "report.reference-as-of"), {reference.id, reference.source, reference.as_of});
}

std::string remarks_of(const Finding& finding, const ReportOptions& options) {
  std::string remarks;
  if (!finding.between) return remarks;
  if (!finding.between->slip.empty()) remarks += options.message("slip." + finding.between->slip);
  if (!finding.between->excuse.empty()) remarks += (remarks.empty() ? "" : " ") + options.message("excuse." + finding.between->excuse);
  return remarks;
}

std::string message_of(const Finding& finding, const ReportOptions& options, const MessageStyle& given) {
  MessageStyle style;
  style.words = [&](const std::string& words) { return given.words ? given.words(visible(words)) : visible(words); };
  style.article = [&](const std::string& name, std::size_t told) { return given.article ? given.article(visible(name), told) : visible(name); };
  if (finding.check) return check_message(finding, options, style);
  const auto value = [&](const Position& position) { return style.words(value_in_words(position.value, options.message)); };
  const std::string title = options.message("relation." + std::string(name_of(finding.relation))) + ": " + style.words(about(finding, options));
  std::string message = fill(options.message("finding.says"), {title, value(*finding.value), value(*finding.other), others_of(finding, options, style)});
  if (const std::string remarks = remarks_of(finding, options); !remarks.empty()) message += " " + remarks;
  if (!finding.between->why.empty()) message += " " + fill(options.message("report.why"), {style.words(finding.between->why)});
  return message + sure(finding, options);
}

std::string place_in_words(const TextPlace& place) {
  std::string words = visible(place.path);
  if (place.line > 0) words += ":" + std::to_string(place.line);
  if (place.column > 0) words += ":" + std::to_string(place.column);
  return words;
}

}  // namespace mizan
