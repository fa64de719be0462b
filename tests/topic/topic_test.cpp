#include <catch2/catch.hpp>
#include <filesystem>

#include "kind/kinds.hpp"
#include "knowledge/pack_file.hpp"
#include "support/packs.hpp"
#include "support/reports.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;
using test::article;

namespace {

/// The topic of the one claim of `text` whose quote holds `figure`.
Topic topic_of(const std::string& lang, const std::string& text, const std::string& figure) {
  const auto claims = test::checker().extract(article("a", lang, "2015-05-24", text));
  for (const auto& claim : claims)
    if (claim.quote.find(figure) != std::string::npos) return claim.topic;
  FAIL("no claim holds " + figure + " in: " + text);
  return {};
}

}  // namespace

TEST_CASE("the role of a figure stands in its clause, on the side of its word", "[topic]") {
  struct Row {
    const char *lang, *text, *figure, *role;
  };
  const Row rows[] = {
      {"en", "The storm killed 12 people and injured 40 others in the port.", "12", "killed"},
      {"en", "The storm killed 12 people and injured 40 others in the port.", "40", "injured"},
      {"en", "Some 122 states voted for the treaty, while 40 states boycotted the vote.", "122", "voted-for"},
      {"en", "Some 122 states voted for the treaty, while 40 states boycotted the vote.", "40", "boycotted"},
      {"ar", "شاركت في المؤتمر 190 دولة، وقاطعته 40 دولة.", "190", "attended"},
      {"ar", "وصوتت لصالح المعاهدة 122 دولة فيما امتنعت 19 دولة عن التصويت.", "122", "voted-for"},
      {"ar", "وصوتت لصالح المعاهدة 122 دولة فيما امتنعت 19 دولة عن التصويت.", "19", "abstained"},
      {"ar", "وأسفر الانفجار عن سقوط 12 قتيلاً و40 جريحاً.", "12", "killed"},
      {"ar", "وصادقت عليها حتى الآن 151 دولة.", "151", "ratified"},
      // What the structure of the sentence says: people joined to the dead, what something fell by and what it fell to, worth of a loan and of a destroyed thing,
      // by whom.
      {"ar", "أسفرت الهجمات عن مقتل 3 ضباط و29 مجنداً و5 مدنيين.", "29", "killed"},
      {"ar", "أسفرت الهجمات عن مقتل 3 ضباط، وحضر الجنازة 29 مجنداً.", "29", "attended"},
      {"ar", "وتراجعت صادرات القمح إلى الصين في مايو 12 في المئة.", "12", "fell"},
      {"ar", "وتراجع معدل البطالة إلى 12 في المئة.", "12", "unemployment"},
      {"ar", "حققت الشركة أرباحاً صافية بقيمة 30 مليون دولار.", "30", "profit"},
      {"ar", "دمرت النيران بضائع بقيمة 30 مليون دولار.", "30", "value"},
      {"ar", "تم إنقاذ العالقين من قبل 620 جندياً.", "620", ""},
      {"ar", "بلغ عدد القتلى في المدينة 62 شخصاً.", "62", "killed"},
      {"ar", "تجاوز عدد الوفيات بين الحجاج هذا الموسم 900 شخص.", "900", "killed"},
      {"ar", "لا تزال فرق البحث تسعى للعثور على 20 مفقوداً.", "20", "missing"},
      {"ar", "أعلنت الوزارة وفاة 22 مصاباً.", "22", "killed"},
      {"ar", "وأعلن المغرب الحداد الوطني ثلاثة أيام.", "ثلاثة", "duration"},  // it has the stem of "the highest"
      {"ar", "جاءت 120 دار نشر من 14 دولة.", "14", ""},
      {"ar", "وقالت مصادر أمنية إن 5 منازل تضررت.", "5", "damaged"},
      // A verb that stands behind its figure is not that of the next one; what came into force is told, that a treaty is signed is only concluded.
      {"en", "The bill failed after 164 deputies voted against it and 139 deputies voted for it.", "139", "voted-for"},
      {"ar", "ومن المقرر أن يبدأ سريان الاتفاقية في 15 يناير 2016.", "2016", "in-force"},
      // What an event is for says nothing about its day.
      {"ar", "دعت الدول إلى عقد مؤتمر لإنشاء منطقة خالية من السلاح عام 2012.", "2012", "held"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text, row.figure);
    CHECK(topic_of(row.lang, row.text, row.figure).role.id == row.role);
  }
}

/// Every row of the roles that the packs show: what is told of a figure or a day, and where nothing must be concluded (-).
TEST_CASE("the packs read the roles of their own examples", "[topic][examples]") {
  for (const auto* language : test::packs().languages) {
    const auto name = language->tag + "/examples/role.tsv";
    const auto bytes = test::bytes_of((std::filesystem::path(MIZAN_SOURCE_FACTS) / name).string());
    const auto file = parse_pack_file(bytes, name, 3, RowOrder::sorted);
    if (!file) FAIL(file.error().where << ": " << file.error().what);
    std::size_t negative = 0;
    for (const auto& row : file->rows) {
      INFO(name << ":" << row.line << ": " << row.cells[0]);
      const std::string role(row.cells[2] == "-" ? "" : row.cells[2]);
      CHECK(topic_of(language->tag, std::string(row.cells[0]), std::string(row.cells[1])).role.id == role);
      negative += role.empty();
    }
    INFO(name);
    CHECK(negative * 6 >= file->rows.size());
  }
}

TEST_CASE("how a figure stands to its verb says its role", "[topic]") {
  struct Row {
    const char *text, *figure, *role;
  };
  const Row rows[] = {
      {"Four people drowned and 61 were pulled from the sea.", "61", "rescued"},                           // the subject of what follows
      {"Fifteen people, among them a girl, were rescued by a boat.", "Fifteen", "rescued"},                // past what is put in between
      {"The jury deliberated for 31 hours after the start of the trial.", "31", "duration"},               // how long, not how long ago
      {"The text passed by 74 votes to 38.", "38", "voted-against"},                                       // the other side
      {"Net profit was 84 million dollars, up from 61 million dollars.", "61", "profit"},                  // no change itself
  };
  for (const auto& row : rows) {
    CAPTURE(row.text, row.figure);
    CHECK(topic_of("en", row.text, row.figure).role.id == row.role);
  }
  // What is written on a word with a hyphen only describes a thing.
  CHECK(topic_of("en", "The council will replace the smoke-damaged library for 92 million dollars.", "92").role.id != "damaged");
}

TEST_CASE("a role takes only figures that it can count", "[topic]") {
  CHECK(topic_of("en", "The merger brings savings and 1,200 job cuts.", "1,200").role.id != "savings");
}

TEST_CASE("a plan is a modality, a change of date sets the day that it was moved to", "[topic]") {
  const std::string moved = "The committee's first meeting, planned for March 2016, has been postponed to June 2016.";
  CHECK(topic_of("en", moved, "March").modality.id == "planned");
  CHECK(topic_of("en", moved, "June").updates);
  CHECK(topic_of("en", moved, "June").role.id == "held");
}

TEST_CASE("a figure that the text puts into the past is not of the article's day", "[topic]") {
  const auto past = topic_of("en", "Turnout was 92 percent in 2009, the commission said.", "92");
  CHECK(past.as_of.from == AsOf::From::text);
  const auto now = topic_of("en", "Turnout was 84 percent, the commission said.", "84");
  CHECK(now.as_of.from == AsOf::From::dateline);
  // What has been counted since something began is of today.
  const auto since = topic_of("en", "The outbreak has killed 18 people since it began on 5 February 2015.", "18");
  CHECK(since.as_of.from == AsOf::From::dateline);
  CHECK(topic_of("en", "Turnout was 43 percent, the lowest since 2003.", "43").as_of.from == AsOf::From::dateline);
  // Beyond another figure, in another clause, a year is of that one.
  const std::string stocks = "The reserves sank to 7 billion litres, after they had held 18 billion litres in 2009.";
  CHECK(topic_of("en", stocks, "7").as_of.from == AsOf::From::dateline);
  CHECK(topic_of("en", stocks, "18").as_of.from == AsOf::From::text);
}

TEST_CASE("what plays another role than the figure that it is a part of is all there was of it", "[topic]") {
  CHECK(topic_of("en", "The ministry counted 1,012 cholera cases, including 39 deaths.", "39").scope.id.empty());
  CHECK(topic_of("en", "The flood killed 31 people, including seven children.", "seven").scope.id == "part");
}

TEST_CASE("what the next figure begins with is no scope of this one", "[topic]") {
  CHECK_FALSE(topic_of("en", "Cholera has killed 27 people and sickened more than 640.", "27").scope);
}

TEST_CASE("words inside a form of a scope say nothing for themselves", "[topic]") {
  CHECK(topic_of("ar", "حقق البنك أرباحا بزيادة نسبتها 13 في المئة عن العام السابق.", "13").scope.id == "change-by");
}

TEST_CASE("a place is claimed only where an event is", "[topic][place]") {
  struct Row {
    const char *lang, *text, *place;  // place: nullptr where none must be claimed
  };
  const Row rows[] = {
      {"en", "The conference was held in Helsinki on Monday.", "Helsinki"},
      {"en", "Washington rejected the proposal on Monday.", nullptr},
      {"ar", "عُقد المؤتمر في هلسنكي يوم الاثنين.", "Helsinki"},
      {"ar", "رفضت واشنطن الاقتراح يوم الاثنين.", nullptr},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    std::string found;
    for (const auto& claim : test::checker().extract(article("a", row.lang, "2015-05-24", row.text)))
      if (claim.kind == Kind::place) found = show(claim.value);
    CHECK(found == (row.place ? row.place : ""));
  }
}
