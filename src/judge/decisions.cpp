#include "judge/decisions.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "judge/findings.hpp"
#include "kind/kinds.hpp"

namespace mizan {
namespace {

bool is_about_claims(const Decision& decision) { return decision.ruling == Ruling::same || decision.ruling == Ruling::different; }

/// The claims of the store that the mark means: more than one where an article says the same in the same words again.
Result<std::vector<std::string>> marked(Store& store, const ClaimMark& mark) {
  const auto claims = store.claims(mark.document);
  if (!claims) return claims.error();
  std::vector<std::string> ids;
  for (const Claim& claim : *claims)
    if (mark_of(claim) == mark) ids.push_back(claim.id);
  return ids;
}

/// All pairs of claims that the decision is about, each in order.
Result<std::vector<std::pair<std::string, std::string>>> pairs_of(Store& store, const Decision& decision) {
  auto a = marked(store, decision.a), b = marked(store, decision.b);
  if (!a || !b) return a ? b.error() : a.error();
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& x : *a)
    for (const auto& y : *b)
      if (x != y) pairs.emplace_back(std::minmax(x, y));
  return pairs;
}

Judgement judgement_of(const Decision& decision) {
  return {decision.ruling == Ruling::accept ? Standing::accepted : Standing::dismissed, decision.reason, decision.by, decision.on};
}

/// What the decision is about: one of each stands. Of notes each stands for itself.
auto subject_of(const Decision& decision) {
  const bool is_note = decision.ruling == Ruling::note;
  return std::tuple(is_note, decision.finding, decision.a, decision.b, is_note ? decision.on : "", is_note ? decision.by : "", is_note ? decision.reason : "");
}

}  // namespace

std::string_view name_of(Ruling ruling) {
  switch (ruling) {
    case Ruling::accept: return "accept";
    case Ruling::dismiss: return "dismiss";
    case Ruling::same: return "same";
    case Ruling::different: return "different";
    case Ruling::note: break;
  }
  return "note";
}

ClaimMark mark_of(const Claim& claim) {
  std::string words;
  for (auto word = claim.left.rbegin(); word != claim.left.rend(); ++word) words += *word + ' ';
  words += '#';
  for (const auto& word : claim.right) words += ' ' + word;
  return {claim.document, (claim.in_title ? "title-" : "") + std::string(name_of(claim.kind)), show(claim.value), std::move(words)};
}

void bind_decisions(Report& report, const std::vector<Decision>& decisions) {
  std::map<std::string_view, const Decision*> by_finding;
  for (const auto& decision : decisions)
    if (decision.ruling == Ruling::accept || decision.ruling == Ruling::dismiss) by_finding[decision.finding] = &decision;
  if (by_finding.empty()) return;
  for (const FindingToJudge& finding : findings_to_judge(report)) {
    // Several where two findings have become one, as when a third article joins them: the latest stands, of one day the finding's own.
    const Decision* latest = nullptr;
    any_name(finding.names, [&](const std::string& id) {
      const auto found = by_finding.find(id);
      if (found != by_finding.end() && (!latest || latest->on < found->second->on)) latest = found->second;
      return false;
    });
    if (latest) *finding.judgement = judgement_of(*latest);
  }
}

Status draw_decided_edges(Store& store, const std::vector<Decision>& decisions, const std::set<std::string>& documents) {
  std::vector<Edge> edges;
  for (const auto& decision : decisions) {
    const bool is_touched = documents.empty() || documents.contains(decision.a.document) || documents.contains(decision.b.document);
    if (!is_about_claims(decision) || !is_touched) continue;
    const auto pairs = pairs_of(store, decision);
    if (!pairs) return pairs.error();
    const std::int32_t score = decision.ruling == Ruling::same ? decided_score : -decided_score;
    for (const auto& [a, b] : *pairs) edges.push_back({a, b, score, {{"decided", score}}});
  }
  return edges.empty() ? ok() : store.put_edges(edges);
}

Status erase_decided_edges(Store& store, const Decision& decision) {
  const auto pairs = pairs_of(store, decision);
  if (!pairs) return pairs.error();
  for (const auto& [a, b] : *pairs)
    if (auto dropped = store.drop_edge(a, b); !dropped) return dropped;
  return ok();
}

std::optional<PairVerdict> verdict_of(const std::vector<Decision>& decisions, const Claim& a, const Claim& b) {
  const std::pair<ClaimMark, ClaimMark> marks = std::minmax(mark_of(a), mark_of(b));
  const auto is_theirs = [&](const Decision& each) { return is_about_claims(each) && each.a == marks.first && each.b == marks.second; };
  const auto decided = std::find_if(decisions.begin(), decisions.end(), is_theirs);
  if (decided == decisions.end()) return std::nullopt;
  const bool is_same = decided->ruling == Ruling::same;
  PairVerdict verdict;
  verdict.barrier = is_same ? "" : "decided";
  verdict.is_weighed = is_same;
  verdict.score = is_same ? decided_score : 0;
  verdict.same = is_same ? 1 : 0;
  if (is_same) verdict.features = {{"decided", decided_score}};
  return verdict;
}

std::vector<Decision> merged(std::vector<Decision> first, const std::vector<Decision>& second) {
  std::map<decltype(subject_of(Decision{})), Decision> by_subject;
  first.insert(first.end(), second.begin(), second.end());
  for (auto& decision : first) {
    const auto [known, is_new] = by_subject.try_emplace(subject_of(decision), decision);
    if (!is_new && known->second.on <= decision.on) known->second = std::move(decision);
  }
  std::vector<Decision> list;
  for (auto& [subject, decision] : by_subject) list.push_back(std::move(decision));
  return list;
}

}  // namespace mizan
