#include <algorithm>

#include "kind/claim_json.hpp"
#include "kind/json_members.hpp"

namespace mizan {
namespace {

using Json = nlohmann::json;
using namespace json_members;

std::optional<Decimal> bound_in(const Json& object, const char* member) {
  const Json* bound = find(object, member);
  if (!bound) return std::nullopt;
  if (!bound->is_number() && !bound->is_string()) refuse(member, "is no number");
  const auto value = parse_decimal(bound->is_string() ? bound->get<std::string>() : bound->dump());
  if (!value) refuse(member, "is no number that fits: " + bound->dump());
  return value;
}

DateRange date_from(const Json& value) {
  const std::string edtf = string_in(value, "edtf");
  const auto date = parse_edtf(edtf);
  if (!date) refuse("edtf", edtf.empty() ? "is missing" : "is no date: " + edtf);
  return *date;
}

Quantity quantity_from(const Json& value, const std::string& unit) {
  Quantity quantity{bound_in(value, "min"), bound_in(value, "max"), bool_in(value, "strict"), bool_in(value, "approx"), unit};
  if (!value.contains("min") && !value.contains("max")) refuse("min", "is missing, and max too");
  return quantity;
}

CountryList countries_from(const Json& value) {
  if (!find(value, "codes")) refuse("codes", "is missing");
  CountryList list{strings_in(value, "codes"), bool_in(value, "partial")};
  std::sort(list.codes.begin(), list.codes.end());
  list.codes.erase(std::unique(list.codes.begin(), list.codes.end()), list.codes.end());
  return list;
}

Place place_from(const Json& value) {
  if (!find(value, "name")) refuse("name", "is missing");
  return {string_in(value, "name"), string_in(value, "country")};
}

Value value_from(Kind kind, const Json& value, const std::string& unit) {
  if (!value.is_object()) refuse("value", "is no object");
  switch (kind) {
    case Kind::date: return date_from(value);
    case Kind::count: return quantity_from(value, unit);
    case Kind::countries: return countries_from(value);
    case Kind::place: return place_from(value);
  }
  refuse("kind", "is unknown");
}

}  // namespace

Result<Value> value_from_json(Kind kind, const Json& value, const std::string& unit) {
  try {
    return value_from(kind, value, unit);
  } catch (const Error& error) {
    return error;
  }
}

}  // namespace mizan
