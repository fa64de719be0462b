// Dates that the tests spell themselves, in sentences of news, are read back as what they were. A wrong value costs most: not
// one is allowed. Not reading, or reading only part, is allowed one time in a hundred.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <sstream>

#include "support/date_speller.hpp"
#include "support/packs.hpp"

using namespace mizan;
using namespace mizan::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int kDates = 5'000;
#else
constexpr int kDates = 100'000;
#endif

enum class Outcome { read, refused, wrong };

bool fields_fit(const DatePoint& less, const DatePoint& more) {
  const auto fits = [](Certainty is, int value, Certainty other_is, int other) {
    return is == Certainty::unknown || (other_is != Certainty::unknown && value == other);
  };
  return fits(less.year_is, less.year, more.year_is, more.year) && fits(less.month_is, less.month, more.month_is, more.month) &&
         fits(less.day_is, less.day, more.day_is, more.day);
}
/// Is `less` the same point told less exactly?
bool covers(const DatePoint& less, const DatePoint& more) {
  const auto a = interval(less), b = interval(more);
  return a && b ? a->first <= b->first && b->last <= a->last : fields_fit(less, more);
}
/// A part of the expression, or all of it less exactly: the year of a day, the end of a range. Nothing false is said.
bool is_part_of(const DateRange& read, const DateRange& told) {
  if (read.is_range) return covers(read.first, told.first) && covers(read.last, told.last);
  return covers(read.first, told.first) || covers(read.first, told.last);
}

struct Judged {
  Outcome outcome = Outcome::refused;
  std::string read;  ///< what stands over the expression, for people
};

Judged judge(const SpelledDate& date, const std::vector<Claim>& claims, std::size_t begin) {
  Judged judged;
  std::vector<std::string> values;
  bool is_partial = true;
  for (const auto& claim : claims) {
    if (claim.in_title || index_of(claim.span.end) <= begin + date.begin || index_of(claim.span.begin) >= begin + date.end) continue;
    const auto value = show(claim.value);
    judged.read += (judged.read.empty() ? "" : " ; ") + (claim.kind == Kind::date ? value : "no date: " + value) + " (" + claim.quote + ")";
    values.push_back(claim.kind == Kind::date ? value : "");
    const auto* range = std::get_if<DateRange>(&claim.value);
    const bool is_listed = range && std::find(date.partial.begin(), date.partial.end(), value) != date.partial.end();
    is_partial = is_partial && range && (is_listed || std::any_of(date.expected.begin(), date.expected.end(), [&](const auto& told) {
      const auto parsed = parse_edtf(told);
      return parsed && is_part_of(*range, *parsed);
    }));
  }
  if (values == date.expected || (!values.empty() && values == date.accept)) judged.outcome = Outcome::read;
  else judged.outcome = is_partial ? Outcome::refused : Outcome::wrong;
  if (judged.read.empty()) judged.read = "nothing";
  return judged;
}

/// Outcomes of one form, with the shortest phrases that failed.
struct Tally {
  int count = 0, refused = 0, wrong = 0;
  std::map<std::pair<std::size_t, std::string>, std::string> wrongs, refusals;
  struct OfPattern {
    int count = 0, failed = 0;
  };
  std::map<std::string, OfPattern> patterns;

  void add(const SpelledDate& date, const Judged& judged, const std::string& published) {
    ++count;
    auto& of_pattern = patterns[date.pattern];
    ++of_pattern.count;
    if (judged.outcome == Outcome::read) return;
    ++of_pattern.failed;
    (judged.outcome == Outcome::wrong ? wrong : refused) += 1;
    auto& examples = judged.outcome == Outcome::wrong ? wrongs : refusals;
    std::string expected;
    for (const auto& value : date.expected) expected += (expected.empty() ? "" : " ; ") + value;
    const std::string what = "expected " + (expected.empty() ? "nothing" : expected) + ", read " + judged.read;
    examples.emplace(std::pair(date.phrase().size(), date.phrase()), what + (published.empty() ? "" : ", dateline " + published) + ": " + date.sentence);
    if (examples.size() > kExamples) examples.erase(std::prev(examples.end()));
  }
  std::string show() const {
    std::ostringstream out;
    for (const auto& [pattern, of] : patterns)
      if (of.failed > 0) out << "\n  " << of.failed << " of " << of.count << " of the pattern " << pattern;
    for (const auto& [name, examples] : {std::pair{"WRONG", &wrongs}, std::pair{"refused", &refusals}})
      for (const auto& [phrase, what] : *examples) out << "\n  " << name << " \"" << phrase.second << "\": " << what;
    return out.str();
  }
  static constexpr std::size_t kExamples = 6;
};
using Tallies = std::map<const DateForm*, Tally>;

Document article_of(const std::string& lang, const std::string& published, std::string text) {
  Document document;
  document.id = "generated";
  document.lang = lang;
  document.published = published;
  document.text = std::move(text);
  return checker().prepare(std::move(document));
}

void read_article(const std::string& lang, const std::string& published, const std::vector<SpelledDate>& dates, const std::string& aside,
                  Tallies& tallies) {
  std::string text = aside.empty() ? "" : aside + "\n\n";
  std::vector<std::size_t> begins;
  for (const auto& date : dates) {
    begins.push_back(text.size());
    text += date.sentence + "\n\n";
  }
  const auto claims = checker().extract(article_of(lang, published, text));
  for (std::size_t i = 0; i < dates.size(); ++i) tallies[dates[i].form].add(dates[i], judge(dates[i], claims, begins[i]), published);
}

/// Articles of a dozen sentences; forms that lean on the habits of their article have one of their own.
Tallies read_back(const std::string& lang, int dates, std::uint64_t seed) {
  constexpr int kSentences = 12;
  Dice dice(seed);
  std::vector<const DateForm*> all, with_dateline, without;
  for (const auto& form : date_forms()) {
    if (form.lang != lang) continue;
    all.push_back(&form);
    if (form.needs == Needs::nothing || form.needs == Needs::dateline) with_dateline.push_back(&form);
    if (form.needs == Needs::nothing || form.needs == Needs::no_dateline) without.push_back(&form);
  }
  Tallies tallies;
  for (int done = 0; done < dates;) {
    const auto dateline = days_from_civil(dice.between(2002, 2030), 1, 1) + dice.between(0, 364);
    if (const DateForm* form = dice.of(all); form->needs == Needs::own_article) {
      read_article(lang, edtf(day_of(dateline)), {spell(*form, dice, dateline)}, form->aside, tallies);
      ++done;
      continue;
    }
    const bool dated = !dice.one_in(5);
    std::vector<SpelledDate> group;
    for (int i = 0; i < kSentences; ++i) group.push_back(spell(*dice.of(dated ? with_dateline : without), dice, dateline));
    read_article(lang, dated ? edtf(day_of(dateline)) : "", group, "", tallies);
    done += kSentences;
  }
  return tallies;
}

void check_promises(const std::string& lang, const Tallies& tallies) {
  for (const auto& form : date_forms()) {
    if (form.lang != lang) continue;
    const auto found = tallies.find(&form);
    const Tally tally = found == tallies.end() ? Tally{} : found->second;
    INFO(lang << ", " << form.name << ": " << tally.count << " read, " << tally.wrong << " wrong, " << tally.refused << " refused" << tally.show());
    CHECK(tally.count > 0);
    CHECK(tally.wrong == 0);
    if (form.promise == Promise::read) CHECK(tally.refused <= std::max(1, tally.count / 100));  // under sanitizers a form is drawn some sixty times
  }
}

}  // namespace

TEST_CASE("dates spelled in English are read back", "[kind][date][properties][slow]") { check_promises("en", read_back("en", kDates, 1)); }
TEST_CASE("dates spelled in Arabic are read back", "[kind][date][properties][slow]") { check_promises("ar", read_back("ar", kDates, 2)); }
TEST_CASE("a million dates are read back", "[.million]") {
  check_promises("en", read_back("en", 1'000'000, 3));
  check_promises("ar", read_back("ar", 1'000'000, 4));
}

TEST_CASE("days that no calendar has are not read", "[kind][date][properties]") {
  const std::string lang = GENERATE("en", "ar");
  Dice dice(5);
  Tally tally;
  std::vector<std::pair<const DateForm*, std::string>> patterns;
  for (const auto& form : date_forms()) {
    if (form.lang != lang || form.needs == Needs::dateline) continue;
    const Drawn sample = form.draw(dice, 0);
    if (!sample.a.day || sample.b.day || sample.number) continue;
    // Its weekday, its Hijri date, its ordinal in words: nobody can tell.
    const auto can_be_told = [](const std::string& pattern) {
      const auto has = [&](const char* field) { return pattern.find(field) != std::string::npos; };
      return has("{d") && !has("{w") && !has("{h") && !has("{D");
    };
    for (const auto& pattern : form.patterns)
      if (can_be_told(pattern)) patterns.emplace_back(&form, pattern);
  }
  for (int i = 0; i < kDates / 10; ++i) {
    const auto& [form, pattern] = dice.of(patterns);
    Drawn drawn;
    drawn.a = impossible_day(dice);
    const bool has_year = pattern.find("{y}") != std::string::npos;
    if (!has_year && drawn.a.month == 2 && drawn.a.day == 29) continue;  // of some other year
    const auto date = spell(*form, pattern, drawn, dice);
    const auto claims = checker().extract(article_of(lang, dice.one_in(2) ? "2015-03-10" : "", date.sentence));
    Judged judged{Outcome::read, ""};
    for (const auto& claim : claims) {
      if (index_of(claim.span.end) <= date.begin || index_of(claim.span.begin) >= date.end) continue;
      judged.read += show(claim.value) + " (" + claim.quote + ") ";
      const auto* range = std::get_if<DateRange>(&claim.value);
      // The month and the year may stand: the text says them. A figure of it is no count.
      const bool fits = range && !range->is_range && range->first.day_is == Certainty::unknown &&
                        (range->first.month_is == Certainty::unknown || range->first.month == drawn.a.month) &&
                        (range->first.year_is == Certainty::unknown || range->first.year == drawn.a.year || !has_year);
      if (!fits) judged.outcome = Outcome::wrong;
    }
    tally.add(date, judged, "");
  }
  INFO(lang << ": " << tally.wrong << " of " << tally.count << tally.show());
  CHECK(tally.count > kDates / 20);
  CHECK(tally.wrong == 0);
}
