#include "kind/kinds.hpp"

#include "kind/modules.hpp"

namespace mizan {

const std::vector<ClaimKind>& claim_kinds() {
  static const std::vector<ClaimKind> kinds{
      {.kind = Kind::date, .name = "date", .build = build_dates, .relate = relate_dates, .show = show_date},
      {.kind = Kind::count, .name = "count", .build = build_counts, .relate = relate_counts, .show = show_count},
      {.kind = Kind::countries, .name = "countries", .build = build_countries, .relate = relate_countries, .show = show_countries},
      {.kind = Kind::place, .name = "place", .build = build_places, .relate = relate_places, .show = show_place},
  };
  return kinds;
}

const ClaimKind& claim_kind(Kind kind) { return claim_kinds()[static_cast<std::size_t>(kind)]; }
std::string show(const Value& value) { return claim_kind(kind_of(value)).show(value); }

}  // namespace mizan
