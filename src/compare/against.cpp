#include "compare/against.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "compare/evidence.hpp"
#include "compare/slips.hpp"
#include "compare/updates.hpp"
#include "kind/finding_id.hpp"
#include "kind/kinds.hpp"
#include "kind/value_words.hpp"
#include "text/stable_hash.hpp"

namespace mizan {
namespace {

/// How sure words that name the subject and tell the fact are those of the fact; the rest is other subjects of one name.
constexpr double kSame = 0.95;
/// How many days off its time a figure that moves still holds: a state may join any week.
constexpr std::int32_t kAround = 14;

bool differ(const Slot& a, const Slot& b) { return both_known(a, b) && a.id != b.id; }

bool is_of_its_time(const Claim& claim, const ReferenceFact& reference) {
  if (!reference.when) return true;
  const auto day = claim.topic.as_of.days;
  return day && *day >= reference.when->first - kAround && *day <= reference.when->last + kAround;
}

/// How the claims of a position stand to the reference; nothing where their values do not compare.
std::optional<FactRelation> relate(const Fact& fact, std::size_t index, const ReferenceFact& reference, const std::vector<const Claim*>& claims,
                                   const Knowledge& knowledge, const Words& words) {
  const Position& position = fact.positions[index];
  const auto values = claim_kind(fact.kind).relate(position.value, reference.claim.value, knowledge.world);
  if (!values.comparable) return std::nullopt;
  FactRelation relation;
  relation.first = index;
  relation.second = fact.positions.size() - 1;
  relation.relation = values.relation;
  std::string reason = values.reason;
  double read = 0;
  for (const Claim* claim : claims) read = std::max(read, claim->reading);
  if (values.relation == Relation::conflict) {
    if (read < kSureReading) return std::nullopt;
    // A figure of a day moves; what was on a day does not.
    const auto said = reference.when ? update_reason(*claims.front(), reference.claim, knowledge.world) : std::string();
    if (!said.empty()) {
      relation.relation = Relation::update;
      reason = said;
    }
    relation.slip = slip_between(position.value, reference.claim.value);
  }
  relation.same = kSame;
  relation.read = read;
  relation.reason = reason;
  relation.confidence = std::round(kSame * read * 1000) / 1000;
  relation.severity = relation.relation == Relation::conflict ? relation.confidence : 0;
  relation.id = finding_id(fact.kind, side_of(*first_witness(claims)), side_of(reference.reference, reference.claim.value));
  const auto in_words = [&](const Value& value) { return value_in_words(value, [&](const std::string& key) { return words.phrase(key, {}); }); };
  const std::string ground = words.phrase("ground.reference", {reference.reference.id});
  relation.why = words.phrase("why." + reason, {ground, in_words(position.value), in_words(reference.claim.value)});
  return relation;
}

}  // namespace

bool may_be_held_against(const Claim& claim, const ReferenceFact& reference, const World& world) {
  const Topic &said = claim.topic, &known = reference.claim.topic;
  if (claim.kind != reference.claim.kind || !claim_kind(claim.kind).relate(claim.value, reference.claim.value, world).comparable) return false;
  if (said.modality && said.modality.id != known.modality.id) return false;
  if (differ(said.event.year, known.event.year) || differ(said.event.ordinal, known.event.ordinal)) return false;
  return is_of_its_time(claim, reference);
}

void hold_against(Fact& fact, const ReferenceFact& reference, const std::vector<const Claim*>& claims, const Knowledge& knowledge, const Words& words) {
  fact.positions.push_back({reference.claim.value, {}, 0, reference.reference});
  for (std::size_t i = 0; i + 1 < fact.positions.size(); ++i) {
    std::vector<const Claim*> told;
    const auto& ids = fact.positions[i].claims;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(told), [&](const Claim* claim) { return std::binary_search(ids.begin(), ids.end(), claim->id); });
    if (told.empty()) continue;
    if (auto relation = relate(fact, i, reference, told, knowledge, words)) fact.relations.push_back(std::move(*relation));
  }
  fact.status = status_of(fact.relations);
}

Fact fact_of(const ReferenceFact& reference, const std::vector<const Claim*>& claims, const Knowledge& knowledge, const Words& words) {
  Fact fact = adjudicate({claims, {}}, knowledge, words);
  fact.key = stable_hash({std::string(name_of(fact.kind)), "reference", reference.reference.id});
  hold_against(fact, reference, claims, knowledge, words);
  return fact;
}

}  // namespace mizan
