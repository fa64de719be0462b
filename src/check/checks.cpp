#include "check/checks.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "check/modules.hpp"
#include "kind/kinds.hpp"
#include "text/stable_hash.hpp"

namespace mizan {
namespace {

/// Where the headline ends that is a part of the text: a text file's first line. 0 where there is none.
std::size_t end_of_headline(const Document& document) {
  if (!document.title_in_text) return 0;
  const auto begin = document.text.find(document.title, document.body_begin);
  return begin == std::string::npos ? 0 : begin + document.title.size();
}

/// Without offsets and order: an edit elsewhere in the article leaves it as it is.
std::string id_of(std::string_view check, const Document& document, const Slip& slip) {
  std::vector<std::string> parts{std::string(check), document.id};
  for (const Claim* claim : slip.claims) parts.push_back(show(claim->value));
  std::sort(parts.begin() + 2, parts.end());
  return stable_hash(parts);
}

}  // namespace

const std::vector<Check>& checks() {
  static const std::vector<Check> all{
      {"headline", check_headline}, {"weekday", check_weekday}, {"calendar", check_calendar}, {"list", check_list},
      {"parts", check_parts},       {"range", check_range},     {"self", check_self},
  };
  return all;
}

const Decimal* exact_figure(const Claim& claim) {
  const auto* quantity = std::get_if<Quantity>(&claim.value);
  if (!quantity || quantity->approximate || quantity->strict || !quantity->min || quantity->min != quantity->max) return nullptr;
  return &*quantity->min;
}

bool may_be_slip(const Decimal& a, const Decimal& b, double near) {
  const double p = to_double(a), q = to_double(b);
  if (a.mantissa == b.mantissa || std::abs(p - q) <= near * std::max(p, q)) return true;
  const std::string x = show(a), y = show(b);
  return x.size() > 1 && std::is_permutation(x.begin(), x.end(), y.begin(), y.end());
}

std::string day_in_words(std::int32_t days, const Words& words) {
  const DatePoint day = civil_from_days(days);
  return words.phrase("date.day-month-year", {std::to_string(day.day), words.phrase("month." + std::to_string(day.month), {}), std::to_string(day.year)});
}

CheckContext check_context(const Document& document, const std::vector<const Claim*>& claims, const World& world, const Words& words) {
  CheckContext context{document, {}, {}, world, words, {}};
  const std::size_t headline = end_of_headline(document);
  for (const Claim* claim : claims) (claim->in_title || index_of(claim->span.end) <= headline ? context.title : context.body).push_back(claim);
  for (auto* part : {&context.title, &context.body})
    std::sort(part->begin(), part->end(), [](const Claim* a, const Claim* b) { return std::tie(a->span, a->kind) < std::tie(b->span, b->kind); });
  return context;
}

std::vector<CheckFinding> check_document(const CheckContext& context) {
  std::vector<CheckFinding> findings;
  std::set<std::string> told;  // the same slip made twice is told once
  for (const auto& check : checks())
    for (const auto& slip : check.find(context)) {
      CheckFinding finding{id_of(check.name, context.document, slip), std::string(check.name), context.document.id, {}, slip.confidence, slip.why};
      if (!told.insert(finding.id).second) continue;
      for (const Claim* claim : slip.claims) finding.claims.push_back(claim->id);
      findings.push_back(std::move(finding));
    }
  return findings;
}

}  // namespace mizan
