#include "mizan/fact.hpp"

namespace mizan {

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::known: return "known";
    case Standing::ignored: return "ignored";
    case Standing::dismissed: return "dismissed";
    case Standing::accepted: return "accepted";
    case Standing::fresh: break;
  }
  return "fresh";
}

bool is_finding(const FactRelation& relation) { return relation.relation == Relation::conflict || relation.relation == Relation::update; }

Standing standing_of(const Fact& fact) {
  // Foremost what still asks something of the reader.
  for (const Standing standing : {Standing::fresh, Standing::accepted, Standing::known, Standing::dismissed, Standing::ignored})
    for (const FactRelation& relation : fact.relations)
      if (is_finding(relation) && relation.judgement.standing == standing) return standing;
  return Standing::fresh;
}

}  // namespace mizan
