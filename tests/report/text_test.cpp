#include <algorithm>
#include <catch2/catch.hpp>

#include "report/made_report.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

using namespace mizan;
using namespace mizan::test;
using Catch::Matchers::Contains;

namespace {

std::string text(const Report& report, bool verbose = false) {
  ReportOptions options = options_for("en");
  options.verbose = verbose;
  return written("text", report, options);
}

std::string shown(const Value& value, const std::string& tag = "en") { return value_in_words(value, options_for(tag).message); }

}  // namespace

TEST_CASE("the report for people: conflicts, updates, agreements", "[report][text]") {
  CHECK(text(sample_report()) ==
        "CONFLICTS (1)\n"
        "\n"
        "f2  Conflict: states represented at the conference (number)\n"
        "  190 (state)\n"
        "    a.txt · 2015-05-24 · المؤتمر\n"
        "      شاركت [[١٩٠ دولة]] في المؤتمر عام 2012. صوت 122 دولة.\n"
        "  189 (state)\n"
        "    b.txt\n"
        "      Delegates of [[189 states]] met. It moves to 2016. 122 states voted.\n"
        "  Why: same conference, same role (confidence 94%)\n"
        "  Looks like a slip of the pen: one digit differs.\n"
        "\n"
        "UPDATES (1)\n"
        "\n"
        "f1  Update: when the conference is (date)\n"
        "  2012\n"
        "    a.txt · 2015-05-24 · المؤتمر\n"
        "      شاركت ١٩٠ دولة في المؤتمر عام [[2012]]. صوت 122 دولة.\n"
        "  2016\n"
        "    b.txt\n"
        "      Delegates of 189 states met. It moves to [[2016]]. 122 states voted.\n"
        "  Why: same conference, same role (confidence 94%)\n"
        "\n"
        "AGREEMENTS (1)\n"
        "  f3  states that voted for: 122 (state) — a.txt · b.txt\n");
}

TEST_CASE("verbose tells agreements in full, and the features", "[report][text]") {
  const std::string report = text(sample_report(), true);
  CHECK_THAT(report, Contains("f3  Agreement: states that voted for (number)\n  122 (state)\n    a.txt"));
  CHECK_THAT(report, Contains("    +1.234  both say it, and the values stand for the same thing\n    -0.020  how far apart the two values are\n"));
}

TEST_CASE("a report without findings says so, and one without articles too", "[report][text]") {
  Report report;
  CHECK(text(report) == "No article was read.\n");
  report.summary.documents = 1;
  CHECK(text(report) == "No conflict and no update found.\n");
}

TEST_CASE("the words of the report are those of its language", "[report][text]") {
  const std::string report = written("text", sample_report(), options_for("ar"));
  CHECK_THAT(report, Contains("تعارضات (1)\n"));
  CHECK_THAT(report, Contains("190 (دولة)"));
  CHECK_THAT(report, Contains("الثقة 94%"));
}

TEST_CASE("both languages have the same keys, but for names of things", "[report][text]") {
  const auto is_name = [](const std::string& key) {
    return key.starts_with("unit.") || key.starts_with("country.") || key.starts_with("place.");
  };
  const auto english = messages_of("en"), arabic = messages_of("ar");
  for (const auto& [key, word] : english) CHECK((is_name(key) || arabic.contains(key)));
  for (const auto& [key, word] : arabic) CHECK((is_name(key) || english.contains(key)));
}

TEST_CASE("every key that the report asks for has its word", "[report][text]") {
  Report report = sample_report();
  report.checks.push_back({"77ab", "weekday", "b.txt", {report.claims[4].id}, 0.99, "3 May 2011 was a Tuesday"});
  report.facts[1].relations[0].excuse = "attribution";
  for (const char* tag : {"en", "ar"}) {
    ReportOptions options = options_for(tag);
    options.verbose = true;
    options.message = [&, words = messages_of(tag)](const std::string& key) {
      const auto word = words.find(key);
      const bool may_lack = key.starts_with("unit.");
      CAPTURE(tag, key);
      CHECK((may_lack || word != words.end()));
      return word == words.end() ? key : word->second;
    };
    (void)written("text", report, options);
  }
}

TEST_CASE("quotes are isolated on a terminal only", "[report][text]") {
  ReportOptions options = options_for("en");
  CHECK(written("text", sample_report(), options).find("\u2068") == std::string::npos);
  options.terminal = true;
  CHECK_THAT(written("text", sample_report(), options),
             Contains("\n      \u2068شاركت [[١٩٠ دولة]] في المؤتمر عام 2012. صوت 122 دولة.\u2069\n"));
}

TEST_CASE("colours come on request", "[report][text]") {
  ReportOptions options = options_for("en");
  CHECK(written("text", sample_report(), options).find('\x1b') == std::string::npos);
  options.color = true;
  CHECK_THAT(written("text", sample_report(), options), Contains("\x1b[1m[[189 states]]\x1b[0m"));
}

TEST_CASE("hostile text does not reach the terminal raw", "[report][text]") {
  const std::string hostile = "\x1b[2J\x1b]0;title\x07\u202Eevil\u2066\u2069\u009B31m\x7f\r\n{0}\u2028";
  Report report;
  report.documents = {article("a" + hostile, hostile + " 190 states " + hostile, "t" + hostile), article("b", "189 states")};
  report.documents[0].published = hostile;
  report.summary.documents = 2;
  report.claims.reserve(2);
  const Claim& a = add_claim(report, 0, "190 states " + hostile, count(190, "state" + hostile));
  const Claim& b = add_claim(report, 1, "189 states", count(189, "state"));
  report.facts = {fact("f1", "label" + hostile, Relation::conflict, {{&a}, {&b}})};
  report.facts[0].relations[0].why = "why" + hostile;
  const std::string written_text = text(report, true);
  for (const char* raw : {"\x1b", "\x07", "\x7f", "\r", "\u202E", "\u2066", "\u2069", "\u009B", "\u2028"}) {
    CAPTURE(raw);
    CHECK(written_text.find(raw) == std::string::npos);
  }
  CHECK_THAT(written_text, Contains("\\u001B[2J\\u001B]0;title\\u0007\\u202Eevil"));
}

TEST_CASE("what an article says is made visible", "[report][text]") {
  struct Row {
    std::string given, shown;
  };
  const auto row = GENERATE(values<Row>({
      {"a\n\t b", "a b"},
      {"  a  ", "a"},
      {"a\u200Fb\u200E\uFEFFc", "abc"},
      {"می\u200Cخواهم", "می\u200Cخواهم"},  // a joiner is spelling
      {"\u202A\u202B\u202C\u202D\u202E", "\\u202A\\u202B\\u202C\\u202D\\u202E"},
      {std::string("a\0b", 3), "a\\u0000b"},
      {"\U000E0041", "\\uDB40\\uDC41"},
      {"😀 é دُولَة", "😀 é دُولَة"},
      {"", ""},
  }));
  CAPTURE(row.given);
  CHECK(visible(row.given) == row.shown);
}

TEST_CASE("a long sentence is cut around its value", "[report][text]") {
  Report report;
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "كلمة ";
  report.documents = {article("a", words + "190 states " + words), article("b", std::string(9000, 'x') + "189 states")};
  report.summary.documents = 2;
  report.claims.reserve(2);
  const Claim& a = add_claim(report, 0, "190 states", count(190, "state"));
  const Claim& b = add_claim(report, 1, "189 states", count(189, "state"));
  report.facts = {fact("f1", "states", Relation::conflict, {{&a}, {&b}})};
  const std::string written_text = text(report);
  CHECK(written_text.size() < 1000);
  CHECK_THAT(written_text, Contains("      … كلمة كلمة"));
  CHECK_THAT(written_text, Contains("كلمة [[190 states]] كلمة"));
  CHECK_THAT(written_text, Contains("كلمة …\n"));
  CHECK_THAT(written_text, Contains("      …[[189 states]]\n"));
}

TEST_CASE("a value as long as an article is cut in its middle", "[report][text]") {
  Report report;
  std::string list = "Egypt";
  for (int i = 0; i < 2000; ++i) list += ", Egypt";
  report.documents = {article("a", list), article("b", "189 states")};
  report.summary.documents = 2;
  report.claims.reserve(2);
  const Claim& a = add_claim(report, 0, list, CountryList{{"EG"}, false});
  const Claim& b = add_claim(report, 1, "189 states", CountryList{{"IQ"}, true});
  report.facts = {fact("f1", "who", Relation::conflict, {{&a}, {&b}})};
  CHECK(text(report).size() < 700);
  CHECK_THAT(text(report), Contains(" … "));
}

TEST_CASE("claims in the title, and claims whose article is not there", "[report][text]") {
  Report report;
  report.documents = {article("a", "Body", "190 states meet")};
  report.summary.documents = 1;
  report.claims.reserve(2);
  const Claim& a = add_claim(report, 0, "190 states", count(190, "state"), true);
  Claim b = a;
  b.id = "gone:count:0";
  b.document = "gone";
  b.quote = "189 states";
  b.value = count(189, "state");
  report.claims.push_back(b);
  report.facts = {fact("f1", "states", Relation::conflict, {{&a}, {&report.claims[1]}})};
  CHECK_THAT(text(report), Contains("      [[190 states]] meet\n"));
  CHECK_THAT(text(report), Contains("    gone\n      [[189 states]]\n"));
}

TEST_CASE("long lists are cut, and say so", "[report][text]") {
  Report report;
  for (int i = 10; i < 40; ++i) report.documents.push_back(article("d" + std::to_string(i), "190 states"));
  report.summary.documents = 30;
  report.claims.reserve(30);
  std::vector<const Claim*> all;
  for (std::size_t i = 0; i < 30; ++i) all.push_back(&add_claim(report, i, "190 states", count(190, "state")));
  for (int i = 0; i < 25; ++i) report.facts.push_back(fact("f" + std::to_string(i), "states", Relation::agree, {all}));
  report.facts[0].positions[0].witnesses = 2;
  CHECK_THAT(text(report), Contains("d10 · d11 · d12 · d13 · d14 · d15 · +24\n"));
  CHECK_THAT(text(report), Contains("… and 5 more (--verbose lists all)\n"));
  CHECK_THAT(text(report, true), Contains("190 (state)  (30 articles, independent sources: 2)\n"));
  CHECK_THAT(text(report, true), Contains("    d39\n"));
}

TEST_CASE("with three positions a reason names the two that it is about", "[report][text]") {
  Report report;
  report.documents = {article("a", "190 states"), article("b", "189 states"), article("c", "188 states")};
  report.summary.documents = 3;
  report.claims.reserve(3);
  const Claim& a = add_claim(report, 0, "190 states", count(190, ""));
  const Claim& b = add_claim(report, 1, "189 states", count(189, ""));
  const Claim& c = add_claim(report, 2, "188 states", count(188, ""));
  report.facts = {fact("f1", "states", Relation::conflict, {{&a}, {&b}, {&c}})};
  report.facts[0].relations[1].relation = Relation::compatible;
  CHECK_THAT(text(report), Contains("  190 – 189: Conflict. Why: same conference"));
  CHECK_THAT(text(report), !Contains("189 – 188"));
  CHECK_THAT(text(report, true), Contains("  189 – 188: Compatible. Why: same conference"));
}

TEST_CASE("slips inside one article stand behind the conflicts", "[report][text]") {
  Report report = sample_report();
  report.checks.push_back({"77ab", "weekday", "b.txt", {report.claims[4].id}, 0.99, "3 May 2011 was a Tuesday"});
  CHECK_THAT(text(report), Contains("SLIPS INSIDE ONE ARTICLE (1)\n\nThe weekday does not fit the date\n    b.txt\n"
                                    "      Delegates of 189 states met. It moves to [[2016]]. 122 states voted.\n"
                                    "  Why: 3 May 2011 was a Tuesday (confidence 99%)\n\nUPDATES"));
}

TEST_CASE("values as people write them", "[report][text]") {
  struct Row {
    const char *edtf, *english, *arabic;
  };
  const auto row = GENERATE(values<Row>({
      {"2012", "2012", "2012"},
      {"2012-12", "December 2012", "ديسمبر 2012"},
      {"2012-12-03", "3 December 2012", "3 ديسمبر 2012"},
      {"XXXX-04-27", "27 April", "27 أبريل"},
      {"197X", "the 1970s", "عقد 1970"},
      {"1974~", "about 1974", "نحو 1974"},
      {"2015-04-27/2015-05-22", "27 April 2015 – 22 May 2015", "27 أبريل 2015 – 22 مايو 2015"},
      {"../2015", "until 2015", "حتى 2015"},
      {"2015/..", "from 2015 on", "منذ 2015"},
  }));
  CAPTURE(row.edtf);
  CHECK(shown(*parse_edtf(row.edtf)) == row.english);
  CHECK(shown(*parse_edtf(row.edtf), "ar") == row.arabic);
}

TEST_CASE("numbers, countries and places as people write them", "[report][text]") {
  const auto amount = [](std::optional<std::int64_t> min, std::optional<std::int64_t> max, const char* unit, bool strict = false,
                         bool about = false) {
    Quantity quantity;
    if (min) quantity.min = make_decimal(*min);
    if (max) quantity.max = make_decimal(*max);
    quantity.unit = unit;
    quantity.strict = strict;
    quantity.approximate = about;
    return Value(quantity);
  };
  CHECK(shown(amount(190, 190, "state")) == "190 (state)");
  CHECK(shown(amount(5000, 5000, "")) == "5000");
  CHECK(shown(amount(3000000000, 3000000000, "USD")) == "3,000,000,000 (USD)");
  CHECK(shown(amount(200, {}, "warhead", true)) == "more than 200 (warhead)");
  CHECK(shown(amount(200, {}, "~stem")) == "at least 200");
  CHECK(shown(amount({}, 5, "", true)) == "less than 5");
  CHECK(shown(amount({}, 5, "")) == "at most 5");
  CHECK(shown(amount(10, 12, "day")) == "10 to 12 (day)");
  CHECK(shown(amount(180, 180, "", false, true)) == "about 180");
  CHECK(shown(amount(12, 12, "percent")) == "12%");
  CHECK(shown(amount({}, {}, "")) == "?");
  CHECK(shown(CountryList{{"GB", "US"}, true}) == "GB, US and others");
  CHECK(shown(Place{"Helsinki", "FI"}) == "Helsinki");
}

TEST_CASE("patterns are filled once", "[report][text]") {
  CHECK(fill("{0} and {1}", {"{1}", "b"}) == "{1} and b");
  CHECK(fill("{2}|{x}|{", {"a"}) == "|{x}|{");
}

TEST_CASE("report formats have names, help and writers of their own", "[report][table]") {
  std::vector<std::string_view> names;
  for (const ReportFormat& format : report_formats()) {
    CAPTURE(format.name);
    CHECK_FALSE(format.help.empty());
    CHECK(format.write != nullptr);
    CHECK(std::find(names.begin(), names.end(), format.name) == names.end());
    names.push_back(format.name);
  }
}
