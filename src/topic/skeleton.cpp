#include "topic/skeleton.hpp"

#include <array>

#include "text/utf8.hpp"

namespace mizan {

std::string skeleton(std::string_view folded, const World& world, std::size_t least) {
  constexpr std::size_t longest = 3;  // letters of world/letters.tsv
  std::string consonants;
  for (std::size_t at = 0; at < folded.size();) {
    std::array<std::size_t, longest> ends{};
    std::size_t count = 0;
    for (std::size_t end = at; end < folded.size() && count < longest; ends[count++] = end) static_cast<void>(decode_utf8(folded, end));
    auto found = world.letters.end();
    std::size_t end = ends[0];
    for (std::size_t i = count; i > 0 && found == world.letters.end(); --i) {
      found = world.letters.find(folded.substr(at, ends[i - 1] - at));
      if (found != world.letters.end()) end = ends[i - 1];
    }
    at = end;
    if (found == world.letters.end()) continue;
    for (const char c : found->second.view())
      if (consonants.empty() || consonants.back() != c) consonants += c;
  }
  return consonants.size() < least ? std::string() : consonants;
}

}  // namespace mizan
