// Writing that changes no meaning changes no value: other digits, vowel marks, tatweel, habits of hamza, invisible characters,
// no-break spaces, other Unicode forms. Told of the sample articles, the packs' examples and dates that the tests spell.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <set>
#include <sstream>

#include "knowledge/pack_file.hpp"
#include "support/date_speller.hpp"
#include "support/packs.hpp"
#include "support/temp_folder.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

using namespace mizan;
using namespace mizan::test;

namespace {

struct Sample {
  std::string name, lang, published, text;
};

/// An article with its front matter off; the title is its first paragraph.
Sample article_sample(const std::filesystem::path& path) {
  const std::string bytes = bytes_of(path.string());
  const auto end = bytes.find("\n---\n", 4);
  REQUIRE(bytes.starts_with("---\n"));
  REQUIRE(end != std::string::npos);
  Sample sample{path.filename().string(), "", "", bytes.substr(end + 5)};
  std::istringstream head(bytes.substr(4, end - 4));
  for (std::string line; std::getline(head, line);) {
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const auto key = line.substr(0, colon), value = line.substr(colon + 2);
    if (key == "title") sample.text = value + "\n\n" + sample.text;
    if (key == "lang") sample.lang = value;
    if (key == "published") sample.published = value;
  }
  return sample;
}

const std::vector<Sample>& samples() {
  static const auto all = [] {
    std::vector<Sample> found;
    std::set<std::filesystem::path> articles;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(MIZAN_TESTS_DIR) / "articles")) articles.insert(entry.path());
    for (const auto& path : articles) found.push_back(article_sample(path));
    for (const auto* language : packs().languages)
      for (const auto& kind : claim_kinds()) {
        const auto name = language->tag + "/examples/" + std::string(kind.name) + ".tsv";
        const auto bytes = bytes_of((std::filesystem::path(MIZAN_SOURCE_FACTS) / name).string());
        const auto file = parse_pack_file(bytes, name, 2, RowOrder::sorted);
        REQUIRE(file);
        for (const auto& row : file->rows)
          found.push_back({name + ":" + std::to_string(row.line), language->tag, row.cells.size() > 2 ? std::string(row.cells[2]) : "",
                           std::string(row.cells[0])});
      }
    Dice dice(11);
    for (const auto& form : date_forms())
      for (int i = 0; i < 6; ++i) {
        const auto dateline = days_from_civil(dice.between(2002, 2030), 1, 1) + dice.between(0, 364);
        const auto date = spell(form, dice, dateline);
        const bool undated = form.needs == Needs::no_dateline;
        found.push_back({form.lang + ", " + form.name, form.lang, undated ? "" : edtf(day_of(dateline)), date.sentence + "\n\n" + form.aside});
      }
    return found;
  }();
  return all;
}

/// A letter with the marks that stand on it, and the letter behind.
struct Cluster {
  char32_t letter = 0, next = 0, before = 0;
  bool marked = false, next_is_marked = false;
  std::string_view bytes;
  std::uint32_t begin = 0;
};
std::vector<Cluster> clusters_of(std::string_view text) {
  std::vector<Cluster> clusters;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = decode_utf8(text, at);
    if (!clusters.empty() && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) {
      clusters.back().marked = true;
      clusters.back().bytes = text.substr(clusters.back().begin, at - clusters.back().begin);
      continue;
    }
    Cluster cluster;
    cluster.letter = c;
    cluster.begin = begin;
    cluster.bytes = text.substr(begin, at - begin);
    clusters.push_back(cluster);
  }
  for (std::size_t i = 1; i < clusters.size(); ++i) {
    clusters[i - 1].next = clusters[i].letter;
    clusters[i - 1].next_is_marked = clusters[i].marked;
    clusters[i].before = clusters[i - 1].letter;
  }
  return clusters;
}

bool is_arabic_letter(char32_t c) { return c >= 0x0621 && c <= 0x064A && c != 0x0640; }
bool joins_behind(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE) == U_JT_DUAL_JOINING; }

std::string encoded(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}
std::string with(const Cluster& cluster, char32_t behind) { return std::string(cluster.bytes) + encoded(behind); }

std::string digit_of(const Cluster& cluster, char32_t zero) {
  const auto c = static_cast<UChar32>(cluster.letter);
  if (u_charType(c) != U_DECIMAL_DIGIT_NUMBER) return std::string(cluster.bytes);
  return encoded(zero + static_cast<char32_t>(u_charDigitValue(c)));
}
std::string normalised(std::string_view bytes, const icu::Normalizer2* form) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  form->normalize(icu::UnicodeString::fromUTF8(bytes), status).toUTF8String(out);
  return out;
}
const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}
const icu::Normalizer2* nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status);
}

/// A way to write the same: what becomes of one letter. `arabic` alone, where the habit is of its script.
struct Writing {
  const char* name;
  bool arabic;
  std::function<std::string(const Cluster&, Dice&)> write;
};
const std::vector<Writing>& writings() {
  static const std::vector<Writing> all{
      {"ASCII digits", true, [](const Cluster& c, Dice&) { return digit_of(c, U'0'); }},
      {"Arabic-Indic digits", true, [](const Cluster& c, Dice&) { return digit_of(c, 0x0660); }},
      {"Persian digits", true, [](const Cluster& c, Dice&) { return digit_of(c, 0x06F0); }},
      {"vowel marks", true,
       [](const Cluster& c, Dice& dice) {
         static const std::vector<char32_t> marks{0x064E, 0x064F, 0x0650, 0x0651, 0x0652};  // fatha, damma, kasra, shadda, sukun
         if (!is_arabic_letter(c.letter) || c.marked || !dice.one_in(3)) return std::string(c.bytes);
         const char32_t mark = dice.of(marks);
         return with(c, mark) + (mark == 0x0651 && dice.one_in(2) ? encoded(0x064E) : "");
       }},
      {"tatweel", true,
       [](const Cluster& c, Dice& dice) {
         const bool fits = joins_behind(c.letter) && is_arabic_letter(c.next) && c.letter != 0x0640;
         return fits && dice.one_in(4) ? with(c, 0x0640) + (dice.one_in(3) ? encoded(0x0640) : "") : std::string(c.bytes);
       }},
      {"alef without its hamza", true,
       [](const Cluster& c, Dice& dice) {
         const bool has = c.letter == 0x0622 || c.letter == 0x0623 || c.letter == 0x0625;
         return has && !c.marked && dice.one_in(2) ? encoded(0x0627) : std::string(c.bytes);
       }},
      {"ya and alef maqsura", true,
       [](const Cluster& c, Dice& dice) {
         const bool last = !is_arabic_letter(c.next) && !c.marked;
         if (!last || !dice.one_in(2)) return std::string(c.bytes);
         return c.letter == 0x0649 ? encoded(0x064A) : c.letter == 0x064A ? encoded(0x0649) : std::string(c.bytes);
       }},
      {"ha for ta marbuta", true,
       [](const Cluster& c, Dice& dice) { return c.letter == 0x0629 && !c.marked && dice.one_in(2) ? encoded(0x0647) : std::string(c.bytes); }},
      {"Persian letters", true,
       [](const Cluster& c, Dice&) {
         if (c.marked) return std::string(c.bytes);
         return c.letter == 0x0643 ? encoded(0x06A9) : c.letter == 0x064A ? encoded(0x06CC) : std::string(c.bytes);
       }},
      {"zero-width characters", false,
       [](const Cluster& c, Dice& dice) {
         static const std::vector<char32_t> none{0x200B, 0x200C, 0x200D, 0x2060, 0x00AD, 0xFEFF};
         return dice.one_in(6) ? with(c, dice.of(none)) : std::string(c.bytes);
       }},
      {"bidi controls", false,
       [](const Cluster& c, Dice& dice) {
         static const std::vector<char32_t> controls{0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2069};
         return dice.one_in(6) ? with(c, dice.of(controls)) : std::string(c.bytes);
       }},
      {"no-break spaces", false,
       [](const Cluster& c, Dice& dice) {
         return c.letter == U' ' && dice.one_in(2) ? encoded(dice.one_in(4) ? 0x202F : 0x00A0) : std::string(c.bytes);
       }},
      {"decomposed", false, [](const Cluster& c, Dice&) { return normalised(c.bytes, nfd()); }},
      {"marks in the order of composed text", true,  // shadda behind the vowel, whichever was typed first
       [](const Cluster& c, Dice& dice) {
         if (!is_arabic_letter(c.letter) || !dice.one_in(3)) return std::string(c.bytes);
         return normalised(c.marked ? with(c, 0x0651) : with(c, 0x0651) + encoded(0x064E), nfc());
       }},
  };
  return all;
}

/// A text written otherwise; `from` leads each of its bytes, and its end, to the letter of the source that it stands for.
struct Rewritten {
  std::string text;
  std::vector<std::uint32_t> from;
};
Rewritten rewrite(const std::string& text, const Writing& writing, Dice& dice) {
  Rewritten result;
  for (const auto& cluster : clusters_of(text)) {
    result.text += writing.write(cluster, dice);
    result.from.resize(result.text.size(), cluster.begin);
  }
  result.from.push_back(static_cast<std::uint32_t>(text.size()));
  return result;
}

/// The letters of a word joined as they are printed, in the code points of old systems: what PDF files give. Words with marks stay.
std::string presentation_forms(const std::string& text) {
  std::string out, word;
  bool marked = false;
  const auto flush = [&] {
    if (!marked && !word.empty()) {
      const auto source = icu::UnicodeString::fromUTF8(word);
      std::vector<UChar> shaped(static_cast<std::size_t>(source.length()) + 1);
      UErrorCode status = U_ZERO_ERROR;
      const auto length = u_shapeArabic(source.getBuffer(), source.length(), shaped.data(), static_cast<std::int32_t>(shaped.size()),
                                        U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_GROW_SHRINK, &status);
      REQUIRE(U_SUCCESS(status));
      word.clear();
      icu::UnicodeString(shaped.data(), length).toUTF8String(word);
    }
    out += word;
    word.clear();
    marked = false;
  };
  for (const auto& cluster : clusters_of(text)) {
    if (!is_arabic_letter(cluster.letter)) flush();
    (is_arabic_letter(cluster.letter) ? word : out) += cluster.bytes;
    marked = marked || cluster.marked;
  }
  flush();
  return out;
}

/// Kind and value of each claim; units of open classes are words of the text, so their letters are made equal.
std::vector<std::string> values_of(const std::vector<Claim>& claims) {
  std::vector<std::string> values;
  for (const auto& claim : claims) values.push_back(std::string(claim_kind(claim.kind).name) + " " + folded(show(claim.value)));
  return values;
}
/// The words under a claim with all space alike.
std::string words_of(std::string_view quote) {
  std::string text, space;
  for (const char c : folded(quote)) {
    if (c == ' ' || c == '\n') space = " ";
    else text += (text.empty() ? "" : space) + c, space.clear();
  }
  return text;
}

/// Places are told once an article; dates and counts as often as they stand there.
std::vector<Claim> dates_and_counts(std::vector<Claim> claims) {
  std::erase_if(claims, [](const Claim& claim) { return claim.kind != Kind::date && claim.kind != Kind::count; });
  return claims;
}

/// Where the two lists part, with the sentence of it.
std::string difference(const std::vector<Claim>& plain, const std::vector<Claim>& other, const std::string& text, const std::string& written) {
  const auto a = values_of(plain), b = values_of(other);
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  const auto sentence = [](const std::vector<Claim>& claims, std::size_t at, const std::string& of) {
    return at < claims.size() ? std::string(slice(of, claims[at].sentence)) : of.substr(0, 300);
  };
  if (i >= a.size() && i >= b.size()) return "";
  return "\n  plain: " + (i < a.size() ? a[i] : "nothing") + ", written otherwise: " + (i < b.size() ? b[i] : "nothing") + "\n  " +
         sentence(plain, i, text) + "\n  " + sentence(other, i, written);
}

std::string shortened(std::string text) { return text.size() < 2000 ? text : text.substr(0, text.find(' ', 1900)) + " …"; }

/// Fails at most a few times, with what tells the reader why.
class Misses {
 public:
  void add(const Sample& sample, const std::string& what) {
    if (what.empty()) return;
    ++count_;
    if (count_ <= 8) shown_ += "\n" + sample.name + " [" + sample.published + "]" + shortened(what);
  }
  void check(const std::string& name) const {
    INFO(name << ": " << count_ << " texts are read otherwise" << shown_);
    CHECK(count_ == 0);
  }

 private:
  std::size_t count_ = 0;
  std::string shown_;
};

std::string off_the_letters(const std::vector<Claim>& plain, const std::vector<Claim>& other, const std::string& written,
                            const std::vector<std::uint32_t>& from) {
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (slice(written, other[i].span) != other[i].quote) return "\n  a quote is not what stands under its span: " + other[i].quote;
    // The article's lam and the alef behind it may be one letter, which stands under the claim whole.
    const auto words = words_of(other[i].quote), plain_words = words_of(plain[i].quote);
    const bool same_words = words == plain_words || (from.empty() && words == "ل" + plain_words);
    if (!same_words) return "\n  plain: " + plain[i].quote + ", written otherwise: " + other[i].quote;
    if (from.empty()) continue;
    const auto begin = from[index_of(other[i].span.begin)], last = from[index_of(other[i].span.end) - 1];
    const bool fits = begin == index_of(plain[i].span.begin) && last >= begin && last < index_of(plain[i].span.end);
    if (!fits) return "\n  the claim stands elsewhere: " + plain[i].quote + ", written otherwise: " + other[i].quote;
  }
  return "";
}

}  // namespace

TEST_CASE("writing that changes no meaning changes no value", "[reading][metamorphic][slow]") {
  for (const auto& writing : writings()) {
    Dice dice(21);
    Misses misses;
    std::size_t changed = 0, claims = 0;
    for (const auto& sample : samples()) {
      if (writing.arabic && sample.lang != "ar") continue;
      const auto rewritten = rewrite(sample.text, writing, dice);
      changed += rewritten.text != sample.text;
      const auto plain = claims_of(sample.text, sample.lang, sample.published), other = claims_of(rewritten.text, sample.lang, sample.published);
      auto what = difference(plain, other, sample.text, rewritten.text);
      if (what.empty()) what = off_the_letters(plain, other, rewritten.text, rewritten.from);
      misses.add(sample, what);
      claims += plain.size();
    }
    misses.check(writing.name);
    CHECK(changed > 100);
    CHECK(claims > 1000);
  }
}

TEST_CASE("joined letters of old systems change no value", "[reading][metamorphic]") {
  Misses misses;
  for (const auto& sample : samples()) {
    if (sample.lang != "ar") continue;
    const auto written = presentation_forms(sample.text);
    const auto plain = claims_of(sample.text, sample.lang, sample.published), other = claims_of(written, sample.lang, sample.published);
    auto what = difference(plain, other, sample.text, written);
    if (what.empty()) what = off_the_letters(plain, other, written, {});
    misses.add(sample, what);
  }
  misses.check("presentation forms");
}

TEST_CASE("a conjunction before the date that opens a sentence changes no value", "[reading][metamorphic]") {
  Dice dice(31);
  Misses misses;
  int count = 0;
  for (const auto& form : date_forms()) {
    if (form.lang != "ar") continue;
    for (int i = 0; i < 60; ++i) {
      const auto dateline = days_from_civil(dice.between(2002, 2030), 1, 1) + dice.between(0, 364);
      const auto date = spell(form, dice, dateline);
      if (!date.opens || date.sentence.starts_with("و")) continue;
      ++count;
      const Sample sample{form.name, "ar", form.needs == Needs::no_dateline ? "" : edtf(day_of(dateline)), date.sentence};
      const auto written = "و" + date.sentence;
      const auto plain = claims_of(sample.text, "ar", sample.published), other = claims_of(written, "ar", sample.published);
      misses.add(sample, difference(plain, other, sample.text, written));
    }
  }
  misses.check("و");
  CHECK(count > 300);
}

TEST_CASE("a sentence is read alike alone and among others", "[reading][metamorphic]") {
  constexpr int kArticles = 150, kSentences = 12;
  for (const std::string lang : {"en", "ar"}) {
    Dice dice(41);
    Misses misses;
    std::vector<const DateForm*> forms;
    for (const auto& form : date_forms())
      if (form.lang == lang && form.needs != Needs::own_article) forms.push_back(&form);
    for (int i = 0; i < kArticles; ++i) {
      const auto dateline = days_from_civil(dice.between(2002, 2030), 1, 1) + dice.between(0, 364);
      const std::string published = dice.one_in(3) ? "" : edtf(day_of(dateline));
      std::string text;
      std::vector<SpelledDate> sentences;
      for (int k = 0; k < kSentences; ++k) {
        sentences.push_back(spell(*dice.of(forms), dice, dateline));
        text += sentences.back().sentence + "\n\n";
      }
      const auto together = dates_and_counts(claims_of(text, lang, published));
      std::size_t begin = 0;
      for (const auto& date : sentences) {
        std::vector<Claim> here;
        for (const auto& claim : together)
          if (index_of(claim.span.begin) >= begin && index_of(claim.span.begin) < begin + date.sentence.size()) here.push_back(claim);
        const auto alone = dates_and_counts(claims_of(date.sentence, lang, published));
        const Sample sample{date.form->name, lang, published, date.sentence};
        misses.add(sample, values_of(alone) == values_of(here) ? "" : difference(alone, here, date.sentence, text));
        begin += date.sentence.size() + 2;
      }
    }
    misses.check(lang);
  }
}
