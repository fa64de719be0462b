#include "source/claim_lines.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "kind/claim_json.hpp"
#include "source/json_lines.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

using Json = nlohmann::json;

/// More than any article's claims take.
constexpr std::size_t kLongestLine = 1u << 28;

}  // namespace

GivenClaims read_claim_lines(std::istream& in, const std::string& name, const std::function<void(Error)>& unreadable) {
  GivenClaims given;
  std::set<std::string> ids;
  LineReader reader(in, kLongestLine);
  for (auto got = reader.next(); got != LineReader::Got::end; got = reader.next()) {
    const std::string where = name + ":" + std::to_string(reader.number());
    if (got == LineReader::Got::too_long) {
      unreadable({where, "the line is longer than " + std::to_string(kLongestLine) + " bytes", Error::Cause::limit});
      continue;
    }
    const std::string_view line = reader.number() == 1 ? strip_bom(reader.line()) : reader.line();
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const Json json = Json::parse(line, nullptr, false);
    const auto document = json.is_object() ? json.find("document") : json.end();
    if (!json.is_object() || document == json.end() || !document->is_string()) {
      unreadable({where, "no line of a claim stream: no JSON object with `document`"});
      continue;
    }
    const auto claims = json.find("claims");
    if (claims == json.end() && json.contains("error")) continue;
    if (claims == json.end() || !claims->is_array()) {
      unreadable({where, "`claims` is no list"});
      continue;
    }
    auto& of_document = given[document->get<std::string>()];
    for (Json one : *claims) {
      if (one.is_object()) one["document"] = *document;
      auto claim = claim_from_json(one);
      if (!claim) {
        unreadable({where, show(claim.error())});
      } else if (!ids.insert(claim->id).second) {
        unreadable({where, "a second claim of the id " + claim->id});
      } else {
        of_document.push_back(std::move(*claim));
      }
    }
  }
  return given;
}

}  // namespace mizan
