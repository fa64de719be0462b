// Writes facts/<tag>/frequency.tsv out of a list of folded words with the number of documents that hold them.
//   mizan_frequency FACTS TAG DOCUMENTS < words.tsv > frequency.tsv
// Rows: stem, documents of 10,000. Stems are made by the very code that makes the contexts of claims, so that the two always meet.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "reading/language_reader.hpp"
#include "reading/packs.hpp"
#include "reading/reader.hpp"

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: mizan_frequency FACTS TAG DOCUMENTS < words.tsv\n";
    return 2;
  }
  const auto packs = mizan::open_packs(arguments[1]);
  if (!packs) {
    std::cerr << show(packs.error()) << '\n';
    return 2;
  }
  const auto& languages = packs->knowledge.languages;
  const auto language = std::find_if(languages.begin(), languages.end(), [&](const auto* one) { return one->tag == arguments[2]; });
  const double documents = std::atof(arguments[3]);
  if (language == languages.end() || documents < 1) return 2;
  const auto reader = mizan::LanguageReader::make(packs->knowledge, static_cast<std::size_t>(language - languages.begin()));
  if (!reader) return 2;
  const mizan::Stemmer stemmer((*language)->stemmer);
  std::map<std::string, double> stems;
  for (std::string line; std::getline(std::cin, line);) {
    const auto tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    const double in = std::atof(line.c_str() + tab + 1);
    // Forms of one word share articles: the commonest counts whole, the rest half.
    auto& sum = stems[mizan::bare_stem(**reader, stemmer, line.substr(0, tab))];
    sum = std::max(sum, in) + std::min(sum, in) / 2;
  }
  for (const auto& [stem, in] : stems)
    if (const long share = std::lround(std::min(1.0, in / documents) * 10000); share >= 20) std::cout << stem << '\t' << share << '\n';
}
