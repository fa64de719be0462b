#include "compare/verdict.hpp"

#include <algorithm>
#include <stdexcept>

#include "compare/alignment.hpp"
#include "compare/pairing.hpp"

namespace mizan {
namespace {

const Claim& claim_in(const DocumentView& document, const std::string& id) {
  const auto found = std::find_if(document.claims.begin(), document.claims.end(), [&](const Claim& claim) { return claim.id == id; });
  if (found == document.claims.end()) throw std::out_of_range("no claim " + id + " in " + document.id);
  return *found;
}

std::size_t node_of(const std::vector<Restatements>& nodes, const Claim& claim) {
  const auto holds = [&](const Restatements& node) { return std::find(node.begin(), node.end(), &claim) != node.end(); };
  return static_cast<std::size_t>(std::find_if(nodes.begin(), nodes.end(), holds) - nodes.begin());
}

/// The pair's score with its shares, and whose claims they are where others of their nodes tell it better than `x` and `y`.
PairVerdict told_by(const Pairing& pair, const Claim& x, const Claim& y, const Model& model) {
  PairVerdict verdict;
  const Calibration& acceptance = acceptance_of(pair, model);
  verdict.is_weighed = true;
  verdict.features = shares_of(pair.observations, model);
  verdict.score = score_of(verdict.features);
  verdict.bar = acceptance.bar;
  verdict.same = acceptance.probability(verdict.score);
  if (pair.claim_a != &x || pair.claim_b != &y) {
    verdict.told_a = pair.claim_a->id;
    verdict.told_b = pair.claim_b->id;
  }
  return verdict;
}

}  // namespace

PairVerdict judge_pair(const DocumentView& a, const std::string& claim_a, const DocumentView& b, const std::string& claim_b,
                       const Knowledge& knowledge, const Model& model) {
  const Claim &x = claim_in(a, claim_a), &y = claim_in(b, claim_b);
  PairVerdict verdict;
  const auto kept_apart = [&](std::string barrier) {
    verdict.barrier = std::move(barrier);
    return verdict;
  };
  if (a.id == b.id) return kept_apart("one-article");
  if (x.kind != y.kind) return kept_apart("kind");
  const double alike = story(a, b, knowledge.background);
  if (alike < kOneStory) return kept_apart("story");

  const auto pairings = weighed_pairs(a, b, knowledge, model);
  const std::size_t i = node_of(pairings.a, x), j = node_of(pairings.b, y);
  const auto chosen = partners(pairings, model);
  const auto partner = std::find_if(chosen.begin(), chosen.end(), [&](const Pairing* p) { return p->a == i && p->b == j; });
  if (partner != chosen.end()) return told_by(**partner, x, y, model);
  const auto pair = std::find_if(pairings.pairs.begin(), pairings.pairs.end(), [&](const Pairing& p) { return p.a == i && p.b == j; });
  auto barrier = barrier_between(x, y, alike, knowledge);
  // A claim that cannot be weighed may have a restatement that can.
  if (pair == pairings.pairs.end()) return kept_apart(barrier.empty() ? "title" : std::move(barrier));
  verdict = told_by(*pair, x, y, model);
  if (verdict.score < verdict.bar) return kept_apart("bar");
  const auto rival = std::find_if(chosen.begin(), chosen.end(), [&](const Pairing* p) { return p->a == i || p->b == j; });
  if (rival == chosen.end()) return kept_apart("uncorroborated");
  verdict.rival_a = (*rival)->claim_a->id;
  verdict.rival_b = (*rival)->claim_b->id;
  return kept_apart("rival");
}

}  // namespace mizan
