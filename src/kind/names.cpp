#include "mizan/fact.hpp"

namespace mizan {

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::agree: return "agree";
    case Relation::compatible: return "compatible";
    case Relation::conflict: return "conflict";
    case Relation::update: return "update";
  }
  return {};
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::date: return "date";
    case Kind::count: return "count";
    case Kind::countries: return "countries";
    case Kind::place: return "place";
  }
  return {};
}

}  // namespace mizan
