#include "compare/once.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "compare/evidence.hpp"

namespace mizan {
namespace {

using Names = std::vector<std::string_view>;
/// What anchors of names begin with (claim.hpp).
constexpr std::string_view kWritten = "n:", kConsonants = "x:";

/// The names of the sentence of a claim: as they are written where a script has capitals, else by their consonants.
Names names_of(const Claim& claim, std::string_view prefix) {
  constexpr std::size_t consonants = 3;
  Names names;
  for (const std::string_view anchor : claim.anchors)
    if (anchor.starts_with(prefix) && (prefix == kWritten || anchor.size() >= prefix.size() + consonants)) names.push_back(anchor.substr(prefix.size()));
  return names;
}

bool tells_its_year(const Claim& claim) {
  if (const auto* place = std::get_if<Place>(&claim.value)) return !place->name.empty();
  const auto* date = std::get_if<DateRange>(&claim.value);
  return date && !claim.anchor && !date->open_begin && !date->open_end && date->first.year_is == Certainty::certain;
}

/// Does its sentence name nobody: no more names than places and states?
bool names_nobody(const Claim& claim) {
  const auto places = std::count_if(claim.anchors.begin(), claim.anchors.end(), [](const std::string& anchor) { return anchor.starts_with("p:") || anchor.starts_with("c:"); });
  const auto written = names_of(claim, kWritten);
  return std::ssize(written.empty() ? names_of(claim, kConsonants) : written) <= places;
}

bool has_come(const Topic& topic) { return !topic.modality || topic.modality.id == "actual"; }

/// Do the sentences of two claims name one thing: a rare name is in both, and where each names others, too, two are? A sentence that names nobody ("the composer
/// died in Graz") is of whom its article is: there the articles must `share_names` (story.hpp).
bool name_one_thing(const Claim& a, const Claim& b, bool share_names, const Background& background) {
  if (share_names && (names_nobody(a) || names_nobody(b))) return true;
  const auto prefix = names_of(a, kWritten).empty() || names_of(b, kWritten).empty() ? kConsonants : kWritten;
  const auto x = names_of(a, prefix), y = names_of(b, prefix);
  Names both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  const bool each_has_own = both.size() < x.size() && both.size() < y.size();
  const auto is_rare = [&](std::string_view name) { return prefix == kConsonants || background.idf(name) >= kRareWord; };
  return std::count_if(both.begin(), both.end(), is_rare) >= (each_has_own ? 2 : 1);
}

}  // namespace

bool are_once_of_one_thing(const Claim& a, const Claim& b, bool share_names, const Knowledge& knowledge) {
  if (!tells_its_year(a) || !tells_its_year(b) || !has_come(a.topic) || !has_come(b.topic)) return false;
  if (!both_known(a.topic.role, b.topic.role) || a.topic.role.id != b.topic.role.id) return false;
  const auto role = knowledge.world.roles.find(a.topic.role.id);
  if (role == knowledge.world.roles.end() || !role->second.is_once) return false;
  return name_one_thing(a, b, share_names, knowledge.background);
}

}  // namespace mizan
