#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "mizan/result.hpp"

namespace mizan::json_members {

// Members of a JSON object, read with their type. A mistake is thrown as the Error, which names the member, that the public
// functions of claim_json.hpp return. null is the same as absent.

[[noreturn]] inline void refuse(std::string member, std::string what) { throw Error{std::move(member), std::move(what)}; }

inline const nlohmann::json* find(const nlohmann::json& object, const char* member) {
  const auto found = object.find(member);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

inline std::string string_in(const nlohmann::json& object, const char* member) {
  const nlohmann::json* text = find(object, member);
  if (!text) return {};
  if (!text->is_string()) refuse(member, "is no string");
  return text->get<std::string>();
}

inline bool bool_in(const nlohmann::json& object, const char* member) {
  const nlohmann::json* flag = find(object, member);
  if (!flag) return false;
  if (!flag->is_boolean()) refuse(member, "is neither true nor false");
  return flag->get<bool>();
}

inline std::vector<std::string> strings_in(const nlohmann::json& object, const char* member) {
  const nlohmann::json* list = find(object, member);
  if (!list) return {};
  if (!list->is_array()) refuse(member, "is no list");
  std::vector<std::string> strings;
  strings.reserve(list->size());
  for (const nlohmann::json& text : *list) {
    if (!text.is_string()) refuse(member, "holds something that is no string");
    strings.push_back(text.get<std::string>());
  }
  return strings;
}

}  // namespace mizan::json_members
