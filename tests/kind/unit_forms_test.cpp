// Every form of a unit in the packs is read as that unit behind a number that takes it, and the nouns that news counts most often are among them.
#include <catch2/catch.hpp>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "knowledge/pack_file.hpp"
#include "support/packs.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;

namespace {

/// A sentence that counts the form; empty where the number of the form takes no sentence of these.
std::string sentence_with(const std::string& tag, GrammaticalNumber number, const std::string& form) {
  if (tag == "ar") {
    if (number == GrammaticalNumber::du) return "شاهد الناس " + form + " هناك.";
    return number == GrammaticalNumber::pl ? "شاهد الناس 5 " + form + "." : "شاهد الناس 15 " + form + ".";
  }
  if (number == GrammaticalNumber::one) return "They waited for " + form + ".";
  if (number == GrammaticalNumber::length) return "They spoke of " + form + " of that.";
  return number == GrammaticalNumber::sg ? "They saw one " + form + "." : "They saw 5 " + form + ".";
}

/// Is a unit that the text gives the one of the row, or the currency that a bare name stands for where no country is named?
bool is_same_unit(const World& world, const std::string& read, const std::string& row) {
  const auto whole = row.substr(0, row.find('/'));
  if (read == whole) return true;
  if ((row == "fortnight" && read == "week") || (row == "century" && read == "year")) return true;  // told in the smaller one
  const auto generic = world.currencies.find(whole);
  return generic != world.currencies.end() && generic->second.contains("-") && generic->second.at("-") == read;
}

bool begins_with_letter(const std::string& form) {
  const auto first = static_cast<unsigned char>(form.front());
  return first >= 0x80 ? first != 0xC2 && first != 0xE2 : std::isalpha(first) != 0;
}

}  // namespace

TEST_CASE("each form of a unit is read as that unit", "[kind][count][units]") {
  const auto& packs = test::packs();
  for (const auto* language : packs.languages) {
    std::size_t forms = 0, wrong = 0;
    std::string first_wrong;
    for (const auto& entry : language->entries) {
      const auto number = static_cast<GrammaticalNumber>(entry.type);
      // One letter is a unit only beside its figure, and signs stand before theirs.
      if (entry.list != List::units || number == GrammaticalNumber::sign || entry.form.size() < 2 || !begins_with_letter(entry.form)) continue;
      const auto text = sentence_with(language->tag, number, entry.form);
      const auto claims = test::claims_of(text, language->tag);
      const bool is_read = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        const auto* quantity = std::get_if<Quantity>(&claim.value);
        return quantity && is_same_unit(packs.world, quantity->unit, entry.id);
      });
      ++forms;
      if (is_read) continue;
      ++wrong;
      first_wrong += "\n  " + text + " · " + entry.id;
    }
    INFO(language->tag << ": " << wrong << " of " << forms << first_wrong);
    CHECK(forms > 1000);
    CHECK(wrong * 500 <= forms);
  }
}

constexpr GrammaticalNumber kNumbers[] = {GrammaticalNumber::sg, GrammaticalNumber::pl};

TEST_CASE("the nouns that news counts most often are units", "[kind][count][units]") {
  const auto bytes = test::bytes_of((std::filesystem::path(MIZAN_TESTS_DIR) / "kind/common_nouns.tsv").string());
  const auto file = parse_pack_file(bytes, "common_nouns.tsv", 3, RowOrder::sorted);
  if (!file) FAIL(file.error().where << ": " << file.error().what);
  std::map<std::string, std::size_t> rows;
  for (const auto& row : file->rows) {
    const std::string lang(row.cells[0]), form(row.cells[1]), unit(row.cells[2]);
    ++rows[lang];
    CAPTURE(lang, form, unit);
    const bool is_read = std::any_of(std::begin(kNumbers), std::end(kNumbers), [&](GrammaticalNumber number) {
      const auto claims = test::claims_of(sentence_with(lang, number, form), lang);
      return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        const auto* quantity = std::get_if<Quantity>(&claim.value);
        return quantity && is_same_unit(test::packs().world, quantity->unit, unit);
      });
    });
    CHECK(is_read);
  }
  CHECK(rows["ar"] >= 200);
  CHECK(rows["en"] >= 100);
}
