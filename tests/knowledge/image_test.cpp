// The compiled image of the packs: the same from every way to it, and refused where it is not whole.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "knowledge/flat_words.hpp"
#include "knowledge/image.hpp"
#include "reading/packs.hpp"
#include "reading/reader.hpp"
#include "support/packs.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;

namespace {

namespace fs = std::filesystem;

const std::string& compiled() {
  static const std::string bytes = *compile_packs(MIZAN_SOURCE_FACTS);
  return bytes;
}

/// A small folder of packs: these tests compile it over and over.
void write_small_packs(const test::TempFolder& folder) {
  for (const char* place : {"model", "world", "en"}) {
    fs::create_directories(folder.path() / "facts" / place);
    for (const auto& item : fs::directory_iterator(fs::path(MIZAN_SOURCE_FACTS) / place))
      if (item.is_regular_file()) fs::copy_file(item.path(), folder.path() / "facts" / place / item.path().filename());
  }
}

std::string error_of(std::string bytes) {
  const auto image = Image::of(std::move(bytes));
  return image ? "" : image.error().what;
}

std::string text_of_claims(const Checker& checker) {
  Document document;
  document.id = "a";
  document.lang = "en";
  document.text = "In May 2015 delegates from 190 states met in Vienna. Egypt, Iran and Mexico abstained on Monday; 12 people were killed.";
  std::string shown;
  for (const auto& claim : checker.extract(checker.prepare(document))) shown += claim.id + " " + show(claim.value) + " " + claim.rule + " " + claim.row + "\n";
  return shown;
}

Checker open_with(const fs::path& facts, const fs::path& image) {
  CheckerOptions options;
  options.facts = facts;
  options.image = image;
  return *Checker::open(options);
}

/// The places of the head, as knowledge/image.cpp lays them out.
constexpr std::size_t kHeadBytes = 56, kChecksumAt = 24;

/// A checksum that fits whatever the bytes have become.
void seal(std::string& bytes) {
  std::memset(bytes.data() + kChecksumAt, 0, 8);
  const auto seed = XXH3_64bits(bytes.data(), kHeadBytes);
  const auto sum = XXH3_64bits_withSeed(bytes.data() + kHeadBytes, bytes.size() - kHeadBytes, seed);
  std::memcpy(bytes.data() + kChecksumAt, &sum, sizeof sum);
}

}  // namespace

TEST_CASE("the same packs give the same image, byte by byte", "[knowledge][image]") {
  CHECK(compiled() == *compile_packs(MIZAN_SOURCE_FACTS));
  // From a folder elsewhere too: nothing of the machine is in it. The image that the build made is the same.
  const test::TempFolder folder;
  fs::copy(MIZAN_SOURCE_FACTS, folder.path() / "facts", fs::copy_options::recursive);
  CHECK(compiled() == *compile_packs(folder.path() / "facts"));
  CHECK(test::bytes_of(MIZAN_BUILT_IMAGE) == compiled());
}

TEST_CASE("what is read does not depend on the image", "[knowledge][image]") {
  const auto mapped = open_with(MIZAN_SOURCE_FACTS, MIZAN_BUILT_IMAGE);
  const auto in_memory = open_with(MIZAN_SOURCE_FACTS, "nowhere.image");
  CHECK(mapped.packs_origin() == MIZAN_BUILT_IMAGE);
  CHECK(in_memory.packs_origin() == "compiled in memory: nowhere.image: there is no such image");
  CHECK(mapped.packs() == in_memory.packs());
  CHECK(text_of_claims(mapped) == text_of_claims(in_memory));
  CHECK(!text_of_claims(mapped).empty());
}

TEST_CASE("an image beside the folder is found, and passed over once a file has changed", "[knowledge][image]") {
  const test::TempFolder folder;
  write_small_packs(folder);
  const auto facts = folder.path() / "facts";
  const auto path = folder.path() / "packs.image";
  folder.write("packs.image", *compile_packs(facts));
  CHECK(open_with(facts, {}).packs_origin() == path.string());
  CHECK(open_with(facts / "", {}).packs_origin() == path.string());

  const auto bytes = test::bytes_of((facts / "en" / "names.tsv").string());
  folder.write("facts/en/names.tsv", bytes + "zzz zzz\n");
  const auto changed = open_with(facts, {});
  CHECK(changed.packs_origin() == "compiled in memory: " + path.string() + ": is of other packs");
  // Of the same size too.
  auto other = bytes;
  REQUIRE(other.at(other.size() - 2) != '~');
  other[other.size() - 2] = '~';
  folder.write("facts/en/names.tsv", other);
  CHECK(open_with(facts, {}).packs_origin() == "compiled in memory: " + path.string() + ": is of other packs");
  folder.write("facts/en/names.tsv", bytes);
  CHECK(open_with(facts, {}).packs_origin() == path.string());

  folder.write("packs.image", "no image");
  CHECK(open_with(facts, {}).packs_origin() == "compiled in memory: " + path.string() + ": is cut short");
  folder.write("facts/en/weekdays.tsv", "monday\n");
  CheckerOptions options;
  options.facts = facts;
  CHECK(show(Checker::open(options).error()).starts_with("en/weekdays.tsv:1: "));
}

TEST_CASE("an image that is not whole is refused", "[knowledge][image][slow]") {
  const std::string& whole = compiled();
  CHECK(error_of(whole).empty());
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{55}, std::size_t{56}, std::size_t{4096}, whole.size() - 1})
    CHECK(error_of(whole.substr(0, size)) == "is cut short");
  CHECK(error_of(whole + '\0') == "goes on behind its end");

  const auto with_byte = [&](std::size_t at, char byte) {
    auto bytes = whole;
    bytes[at] = byte;
    return bytes;
  };
  CHECK(error_of(with_byte(0, 'X')) == "is no image of packs");
  auto swapped = whole;
  std::reverse(swapped.begin() + 8, swapped.begin() + 12);
  CHECK(error_of(swapped) == "was written on a machine of other byte order");
  CHECK(error_of(with_byte(12, 99)) == "was written by another version of the program");
  CHECK(error_of(with_byte(32, static_cast<char>(whole[32] + 1))) == "was written by another version of the program");

  // Any one bit, wherever it is: every bit of the head, and some behind it.
  std::mt19937 random(1);
  std::uniform_int_distribution<std::size_t> anywhere(0, whole.size() - 1);
  for (std::size_t i = 0; i < kHeadBytes + 500; ++i) {
    auto bytes = whole;
    const std::size_t at = i < kHeadBytes ? i : anywhere(random);
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << i % 8));
    CAPTURE(at);
    CHECK(!error_of(bytes).empty());
  }
}

/// A checksum tells damage, not malice: whoever makes one that fits must still not get the program to read outside of the image. The sanitizers watch.
TEST_CASE("an image with a checksum that fits is read within its bounds or refused", "[knowledge][image][slow]") {
  const test::TempFolder folder;
  write_small_packs(folder);
  const std::string whole = *compile_packs(folder.path() / "facts");
  std::mt19937 random(2);
  std::uniform_int_distribution<std::size_t> anywhere(kHeadBytes, whole.size() - 1), near_begin(kHeadBytes, 4096);
  std::size_t refused = 0;
  for (int i = 0; i < 300; ++i) {
    auto bytes = whole;
    for (int change = 0; change < 1 + i % 8; ++change) {
      const auto at = i % 2 == 0 ? anywhere(random) : near_begin(random);
      bytes[at] = static_cast<char>(random());
    }
    seal(bytes);
    auto image = Image::of(std::move(bytes));
    auto knowledge = image ? Knowledge::open(std::move(*image)) : Result<Knowledge>(image.error());
    auto reader = knowledge ? Reader::make(*knowledge) : Result<Reader>(knowledge.error());
    if (!reader) {
      ++refused;
      continue;
    }
    const Reading reading = reader->read("In May 2015 delegates from 190 states met in Vienna. Egypt, Iran and 3 others abstained on Monday; 12 people were killed.",
                                         "en");
    CHECK(!reading.sentences.empty());
  }
  CHECK(refused > 20);
}

TEST_CASE("words of a block are found by their text, and others are not", "[knowledge][image]") {
  WordTable words;
  for (int i = 0; i < 1000; ++i) words.intern("word" + std::to_string(i * 7));
  words.intern("");
  FlatWriter writer;
  FlatWords::write(writer, writer.root<FlatWords>(), words);
  const auto block = writer.finish();
  const Bounds bounds(block);
  const auto* flat = bounds.root<FlatWords>();
  REQUIRE(flat);
  REQUIRE(flat->is_inside(bounds));
  CHECK(flat->size() == 1001);
  for (WordId id = 0; id < words.size(); ++id) CHECK(flat->find(words.text(id)) == id);
  CHECK(flat->find("word1") == WordTable::no_word);
  CHECK_FALSE(flat->is_inside(Bounds(std::string_view(block).substr(0, block.size() - 1))));
}
