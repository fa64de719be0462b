#include <algorithm>
#include <iterator>

#include "reading/language_reader.hpp"

namespace mizan {

/// Follows what pivots reach from each to the next atom or word, on both sides: what is further is no part of any match.
void LanguageReader::find_near_pivots(const Sentence& sentence, NearPivots& near) const {
  const std::size_t count = sentence.last - sentence.first;
  near.before.assign(count + 1, 0);
  near.behind.assign(count + 1, 0);
  near.long_atoms.clear();
  std::uint8_t *const before = near.before.data(), *const behind = near.behind.data();
  const auto put = [&](std::uint32_t first, std::uint32_t last, PivotReach reach) {
    auto &at_first = before[first - sentence.first], &at_last = behind[last - sentence.first];
    at_first = std::max(at_first, reach.before);
    at_last = std::max(at_last, reach.behind);
  };
  for (const auto& number : sentence.numbers) put(number.first, number.last, tables_.figure_reach);
  for (const auto& atom : sentence.atoms) {
    put(atom.first, atom.last, place_of(*atom.entry).reach);
    if (atom.last - atom.first > 1) near.long_atoms.push_back({atom.first - sentence.first, atom.last - sentence.first});
  }
  const auto pass_on = [](std::uint8_t from, std::uint8_t& to) {
    if (from > to + 1) to = static_cast<std::uint8_t>(from - 1);
  };
  // Pointers of our own: bytes that are written might be those of the vector, for all that the compiler knows.
  const auto *const first_long = near.long_atoms.data(), *const behind_long = first_long + near.long_atoms.size();
  const auto* atom = first_long;
  for (std::size_t i = 0; i < count; ++i) {
    pass_on(behind[i], behind[i + 1]);
    for (; atom != behind_long && atom->first == i; ++atom) pass_on(behind[i], behind[atom->second]);
  }
  for (std::size_t i = count; i-- > 0;) {
    pass_on(before[i + 1], before[i]);
    for (; atom != first_long && std::prev(atom)->first == i; --atom) pass_on(before[std::prev(atom)->second], before[i]);
  }
}

}  // namespace mizan
