#include "compare/sketch.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

#include "compare/pairing.hpp"
#include "text/stable_hash.hpp"

namespace mizan {
namespace {

// Bytes: 8 of the packs' hash, 4 of the language's, the two weights, then 8 for each name, in order: 4 of its hash, 4 of its squared rarity.
// Numbers have their lowest byte first, fractions are floats.
constexpr std::size_t kPacks = 0, kLanguage = 8, kWeight = 12, kNeutralWeight = 16, kNames = 20, kNameBytes = 8;

/// The lowest bits of a name's hash say where it counts: between documents of one language, of two.
constexpr std::uint32_t kOneLanguage = 1, kAnyLanguage = 2, kClasses = 3;

/// Floats are a little off; and equal hashes only make two documents more alike.
constexpr double kSlack = 0.999;

void add_number(std::string& bytes, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}
void add_fraction(std::string& bytes, double fraction) { add_number(bytes, std::bit_cast<std::uint32_t>(static_cast<float>(fraction)), 4); }

std::uint32_t number_at(std::string_view bytes, std::size_t place) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i > 0; --i) number = number << 8 | static_cast<unsigned char>(bytes[place + i - 1]);
  return number;
}
double fraction_at(std::string_view bytes, std::size_t place) { return double{std::bit_cast<float>(number_at(bytes, place))}; }

}  // namespace

std::string sketch_of(const DocumentView& document, const Knowledge& knowledge) {
  struct Name {
    std::uint32_t hash;
    double weight;
  };
  std::vector<Name> names;
  const auto add = [&](std::string_view name, std::uint32_t classes) {
    const double rare = rarity(name, knowledge.background);
    names.push_back({(static_cast<std::uint32_t>(stable_number(name)) & ~kClasses) | classes, rare * rare});
  };
  const auto is_in = [](const std::vector<std::string_view>& list, std::string_view name) { return std::binary_search(list.begin(), list.end(), name); };
  for (const auto& name : document.names) add(name, kOneLanguage | (is_in(document.neutral, name) ? kAnyLanguage : 0));
  for (const auto& name : document.neutral)
    if (!is_in(document.names, name)) add(name, kAnyLanguage);
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return std::tuple(a.hash, a.weight) < std::tuple(b.hash, b.weight); });
  std::string bytes;
  bytes.reserve(kNames + kNameBytes * names.size());
  add_number(bytes, stable_number(knowledge.hash), 8);
  add_number(bytes, stable_number(document.lang), 4);
  add_fraction(bytes, document.weight);
  add_fraction(bytes, document.neutral_weight);
  for (const auto& name : names) {
    add_number(bytes, name.hash, 4);
    add_fraction(bytes, name.weight);
  }
  return bytes;
}

bool may_be_one_story(std::string_view a, std::string_view b) {
  if (a.size() < kNames || b.size() < kNames || a.substr(kPacks, kLanguage) != b.substr(kPacks, kLanguage)) return true;
  const bool one_language = number_at(a, kLanguage) == number_at(b, kLanguage);
  const auto counts = one_language ? kOneLanguage : kAnyLanguage;
  const auto weight = one_language ? kWeight : kNeutralWeight;
  const double enough = kSlack * kOneStory * std::sqrt(fraction_at(a, weight) * fraction_at(b, weight));
  double both = 0;
  for (std::size_t i = kNames, j = kNames; i < a.size() && j < b.size();) {
    const auto x = number_at(a, i), y = number_at(b, j);
    if (x == y && (x & counts) != 0) both += std::max(fraction_at(a, i + 4), fraction_at(b, j + 4));
    i += x <= y ? kNameBytes : 0;
    j += y <= x ? kNameBytes : 0;
  }
  return both >= enough;
}

}  // namespace mizan
