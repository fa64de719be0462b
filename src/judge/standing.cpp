#include "mizan/fact.hpp"

namespace mizan {

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::known: return "known";
    case Standing::ignored: return "ignored";
    case Standing::fresh: break;
  }
  return "fresh";
}

bool is_finding(const FactRelation& relation) { return relation.relation == Relation::conflict || relation.relation == Relation::update; }

Standing standing_of(const Fact& fact) {
  bool is_known = false, is_ignored = false;
  for (const FactRelation& relation : fact.relations) {
    if (!is_finding(relation)) continue;
    if (relation.judgement.standing == Standing::fresh) return Standing::fresh;
    (relation.judgement.standing == Standing::known ? is_known : is_ignored) = true;
  }
  if (is_known) return Standing::known;
  return is_ignored ? Standing::ignored : Standing::fresh;
}

}  // namespace mizan
