#include "support/date_speller.hpp"

#include <unicode/ucal.h>

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "mizan/value.hpp"

namespace mizan::test {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2039;

using Words = std::vector<const char*>;

std::string digits(int n, bool two = false) {
  std::string text = std::to_string(n);
  return two && text.size() < 2 ? "0" + text : text;
}

// ---- English

const Words kEnglishMonths{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
const std::vector<Words> kEnglishShort{{}, {"Jan.", "Jan"}, {"Feb.", "Feb"}, {"Mar.", "Mar"}, {"Apr.", "Apr"}, {"May"}, {"June", "Jun"}, {"July", "Jul"},
                                       {"Aug.", "Aug"}, {"Sept.", "Sept", "Sep"}, {"Oct.", "Oct"}, {"Nov.", "Nov"}, {"Dec.", "Dec"}};
const Words kEnglishWeekdays{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
const std::vector<Words> kEnglishWeekdaysShort{{}, {"Mon."}, {"Tues.", "Tue."}, {"Wed."}, {"Thurs.", "Thu."}, {"Fri."}, {"Sat."}, {"Sun."}};
const Words kEnglishSmall{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
                          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
const Words kEnglishTens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
const Words kEnglishOrdinals{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
                             "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
const Words kEnglishDecades{"", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};

std::size_t at(int n) { return static_cast<std::size_t>(n); }

std::string english_number(int n) {
  if (n < 20) return kEnglishSmall[at(n)];
  return kEnglishTens[at(n / 10)] + (n % 10 ? std::string("-") + kEnglishSmall[at(n % 10)] : "");
}
std::string english_ordinal(int n) {
  if (n <= 20) return kEnglishOrdinals[at(n)];
  if (n == 30) return "thirtieth";
  return std::string(kEnglishTens[at(n / 10)]) + "-" + kEnglishOrdinals[at(n % 10)];
}
std::string english_suffix(int n) {
  static const Words suffixes{"th", "st", "nd", "rd"};
  return std::to_string(n) + (n % 10 <= 3 && n / 10 != 1 ? suffixes[at(n % 10)] : "th");
}
/// As people say years: nineteen ninety-nine, nineteen oh five, two thousand and eight, twenty twenty-four.
std::string english_year(int year, Dice& dice) {
  const int rest = year % 100;
  if (year >= 2000 && (rest < 10 || dice.one_in(3)))
    return "two thousand" + (rest == 0 ? "" : (dice.one_in(3) ? " " : " and ") + english_number(rest));
  return english_number(year / 100) + " " + (rest == 0 ? "hundred" : rest < 10 ? "oh " + english_number(rest) : english_number(rest));
}

// ---- Arabic

/// Every family of names of the Gregorian months, and the spellings that news uses within each.
const std::vector<std::vector<Words>> kArabicMonths{
    {{},  // Egypt, the Gulf
     {"يناير"}, {"فبراير", "فيبراير"}, {"مارس"}, {"أبريل", "إبريل", "ابريل"}, {"مايو"}, {"يونيو", "يونيه"}, {"يوليو", "يوليه"},
     {"أغسطس", "اغسطس", "أوغسطس"}, {"سبتمبر"}, {"أكتوبر", "اكتوبر", "أوكتوبر"}, {"نوفمبر"}, {"ديسمبر"}},
    {{},  // the Levant, Iraq
     {"كانون الثاني", "كانون ثاني"}, {"شباط"}, {"آذار", "اذار"}, {"نيسان"}, {"أيار", "ايار"}, {"حزيران"}, {"تموز"}, {"آب"}, {"أيلول", "ايلول"},
     {"تشرين الأول", "تشرين الاول", "تشرين أول"}, {"تشرين الثاني", "تشرين ثاني"}, {"كانون الأول", "كانون الاول", "كانون أول"}},
    {{},  // Tunisia, Algeria
     {"جانفي"}, {"فيفري"}, {"مارس"}, {"أفريل", "افريل"}, {"ماي"}, {"جوان"}, {"جويلية"}, {"أوت", "اوت"}, {"سبتمبر"}, {"أكتوبر"}, {"نوفمبر"}, {"ديسمبر"}},
    {{},  // Morocco
     {"يناير"}, {"فبراير"}, {"مارس"}, {"أبريل"}, {"ماي"}, {"يونيو"}, {"يوليوز"}, {"غشت"}, {"شتنبر"}, {"أكتوبر", "أكطوبر"}, {"نونبر"}, {"دجنبر"}},
};
const std::vector<Words> kHijriMonths{{}, {"محرم", "المحرم", "محرم الحرام"}, {"صفر"}, {"ربيع الأول", "ربيع الاول"}, {"ربيع الآخر", "ربيع الثاني"},
                                      {"جمادى الأولى", "جمادى الاولى"}, {"جمادى الآخرة", "جمادى الثانية"}, {"رجب"}, {"شعبان"}, {"رمضان", "رمضان المبارك"},
                                      {"شوال"}, {"ذو القعدة", "ذي القعدة"}, {"ذو الحجة", "ذي الحجة"}};
const Words kHijriEnglish{"", "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Awwal", "Jumada al-Thani", "Rajab", "Shaaban", "Ramadan",
                          "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah"};
const Words kArabicWeekdays{"", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};
const Words kArabicUnits{"", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"};
const Words kArabicBareOrdinals{"", "أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"};
const Words kArabicTens{"", "", "العشرين", "الثلاثين"};
const Words kArabicDecades{"", "", "عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات", "ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات"};
const Words kArabicDecadesShort{"", "", "عشرينات", "ثلاثينات", "أربعينات", "خمسينات", "ستينات", "سبعينات", "ثمانينات", "تسعينات"};
const Words kArabicMasculine{"", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"};  // before a masculine noun
const Words kArabicFeminine{"", "واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"};

/// In the genitive, as after "in" and "on": الحادي والعشرين.
std::string arabic_ordinal(int n) {
  if (n <= 10) return kArabicUnits[at(n)];
  const std::string unit = n % 10 == 1 ? "الحادي" : n % 10 ? kArabicUnits[at(n % 10)] : "";
  if (n < 20) return unit + " عشر";
  return unit + (unit.empty() ? "" : " و") + kArabicTens[at(n / 10)];
}

/// 1900 to 2099 in words, in the oblique case; after سنة the units are of the other gender.
std::string arabic_year(int year, bool feminine, Dice& dice) {
  static const Words nine_hundred{"تسعمئة", "تسعمائة"};
  static const Words tens{"", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"};
  std::string text = year < 2000 ? std::string("ألف و") + dice.of(nine_hundred) : "ألفين";
  const int rest = year % 100;
  const Words& units = feminine ? kArabicFeminine : kArabicMasculine;
  if (rest == 0) return text;
  text += " و";
  if (rest <= 10) return text + units[at(rest)];
  if (rest == 11) return text + (feminine ? "إحدى عشرة" : "أحد عشر");
  if (rest == 12) return text + (feminine ? "اثنتي عشرة" : "اثني عشر");
  if (rest < 20) return text + units[at(rest % 10)] + (feminine ? " عشرة" : " عشر");
  return text + (rest % 10 ? units[at(rest % 10)] + std::string(" و") : "") + tens[at(rest / 10)];
}

// ---- Hijri, by ICU: the way back from a day, where the program goes the way there

Day hijri_of(const Day& day) {
  struct Closer {
    void operator()(UCalendar* calendar) const { ucal_close(calendar); }
  };
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<UCalendar, Closer> calendar(ucal_open(u"UTC", -1, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status));
  ucal_setMillis(calendar.get(), days_of(day) * 86400000.0, &status);
  Day hijri{ucal_get(calendar.get(), UCAL_YEAR, &status), ucal_get(calendar.get(), UCAL_MONTH, &status) + 1,
            ucal_get(calendar.get(), UCAL_DAY_OF_MONTH, &status)};
  if (U_FAILURE(status)) throw std::runtime_error(std::string("no Hijri calendar: ") + u_errorName(status));
  return hijri;
}

// ---- Patterns

/// Fills the fields of one expression; an article keeps to one family of names and one script of digits in it.
class Speller {
 public:
  Speller(bool arabic, const Drawn& drawn, Dice& dice) : arabic_(arabic), drawn_(drawn), dice_(dice) {
    indic_ = arabic && dice.one_in(2);
    family_ = &dice.of(kArabicMonths);
  }

  std::string fill(std::string_view pattern) const {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '{') {
        out += pattern[i];
        continue;
      }
      const auto end = pattern.find('}', i);
      std::string name(pattern.substr(i + 1, end - i - 1));
      const Day* point = &drawn_.a;
      if (name.back() == '2' || name.back() == '3') {
        point = name.back() == '2' ? &drawn_.b : &drawn_.c;
        name.pop_back();
      }
      out += field(name, *point);
      i = end;
    }
    return out;
  }

 private:
  std::string number(int n, bool two = false) const {
    const std::string ascii = digits(n, two);
    if (!indic_) return ascii;
    std::string out;
    for (const char c : ascii) out += {'\xD9', static_cast<char>('\xA0' + (c - '0'))};  // U+0660 …
    return out;
  }

  std::string field(std::string_view name, const Day& p) const {
    if (name == "d") return number(p.day);
    if (name == "dd") return number(p.day, true);
    if (name == "m") return number(p.month);
    if (name == "mm") return number(p.month, true);
    if (name == "y") return number(p.year);
    if (name == "yy") return number(p.year % 100, true);
    if (name == "n") return number(drawn_.number);
    return arabic_ ? arabic_field(name, p) : english_field(name, p);
  }

  std::string english_field(std::string_view name, const Day& p) const {
    if (name == "ds") return english_suffix(p.day);
    if (name == "D") return english_ordinal(p.day);
    if (name == "M") return kEnglishMonths[at(p.month)];
    if (name == "A") return dice_.of(kEnglishShort[at(p.month)]);
    if (name == "Y") return english_year(p.year, dice_);
    if (name == "w") return kEnglishWeekdays[at(weekday_of(days_of(p)))];
    if (name == "wa") return dice_.of(kEnglishWeekdaysShort[at(weekday_of(days_of(p)))]);
    if (name == "N") return english_number(drawn_.number);
    if (name == "O") return english_ordinal(drawn_.number);
    if (name == "Os") return english_suffix(drawn_.number);
    if (name == "decade") return kEnglishDecades[at(p.year / 10 % 10)];
    if (name == "hd") return digits(hijri_of(p).day);
    if (name == "hM") return kHijriEnglish[at(hijri_of(p).month)];
    if (name == "hy") return digits(hijri_of(p).year);
    throw std::logic_error("no field " + std::string(name));
  }

  std::string arabic_field(std::string_view name, const Day& p) const {
    if (name == "D") return arabic_ordinal(p.day);
    if (name == "Di") return kArabicBareOrdinals[at(p.day)];
    if (name == "M") return dice_.of((*family_)[at(p.month)]);
    if (name.size() > 2 && name.front() == 'M') {  // both names, in either order: M/M, M(M)
      const bool levant_first = dice_.one_in(2);
      const std::string a = dice_.of(kArabicMonths[levant_first ? 1 : 0][at(p.month)]), b = dice_.of(kArabicMonths[levant_first ? 0 : 1][at(p.month)]);
      return name == "M(M)" ? a + " (" + b + ")" : a + std::string(name.substr(1, name.size() - 2)) + b;
    }
    if (name == "Y") return arabic_year(p.year, false, dice_);
    if (name == "Yf") return arabic_year(p.year, true, dice_);
    if (name == "w") return kArabicWeekdays[at(weekday_of(days_of(p)))];
    if (name == "N") return kArabicMasculine[at(drawn_.number)];
    if (name == "Nf") return kArabicFeminine[at(drawn_.number)];
    if (name == "O") return arabic_ordinal(drawn_.number);
    if (name == "decade") return dice_.one_in(2) ? kArabicDecades[at(p.year / 10 % 10)] : kArabicDecadesShort[at(p.year / 10 % 10)];
    if (name == "hd") return number(hijri_of(p).day);
    if (name == "hD") return arabic_ordinal(hijri_of(p).day);
    if (name == "hm") return number(hijri_of(p).month);
    if (name == "hmm") return number(hijri_of(p).month, true);
    if (name == "hM") return dice_.of(kHijriMonths[at(hijri_of(p).month)]);
    if (name == "hy") return number(hijri_of(p).year);
    throw std::logic_error("no field " + std::string(name));
  }

  bool arabic_, indic_ = false;
  const std::vector<Words>* family_;
  const Drawn& drawn_;
  Dice& dice_;
};

// ---- Sentences: @ is the expression with what leads it, # the expression alone

const Words kEnglishPast{
    "The delegation arrived in Beirut @ and left soon after.", "@, the ministers signed the accord in Geneva.",
    "The museum, which opened @, draws many visitors.",        "Police said the suspects were arrested @ near the border.",
    "The old bridge collapsed @.",                             "“The factory closed @,” the mayor recalled.",
    "@, 45 people were killed in the clashes.",                "The storm killed 45 people @, the agency reported.",
    "The minister said @ that the plant will close.",          "The law, passed on 5 June 1993, was amended @.",
    "The 12 suspects were charged @ with 3 counts of fraud.",  "The law was amended @ after a vote on 5 June 2003.",
};
const Words kEnglishAlone{"The agency published the ruling (#) on its website."};
const Words kEnglishFuture{"The delegation will arrive in Beirut @ and leave soon after.", "The court will hear the appeal @, a spokesman said.",
                           "@, the ministers will sign the accord in Geneva.", "The summit is scheduled to open @ in Cairo."};
const Words kEnglishSpan{"The exhibition ran @ in the capital.", "The talks, held @, ended without a deal.", "@, the city was under siege.",
                         "The army shelled the town @."};
const Words kEnglishSpanAlone{"The tournament (#) drew large crowds."};
const Words kArabicPast{
    "وصل الوفد إلى بيروت @ وغادرها بعد أيام.", "وكان المجلس قد أقر القانون @ بأغلبية كبيرة.", "@ افتتح الرئيس المعرض في دمشق.",
    "وقالت الشرطة إن المشتبه بهم أوقفوا @ قرب الحدود.", "انهار الجسر القديم @.", "أغلق المصنع @، وفق ما قاله رئيس البلدية.",
    "@ قتل 45 شخصا في الاشتباكات.", "وأسفر الانفجار @ عن مقتل 45 شخصا.", "وقال الوزير @ إن المصنع سيغلق.",
    "وعدل القانون الصادر في 5 يونيو 1993 مجددا @.", "انفجرت قنبلة @ فقتل 12 جنديا.", "عدل القانون @ بعد تصويت جرى في 5 يونيو 2003.",
};
const Words kArabicAlone{"نشرت الوكالة نتائج التحقيق (#) على موقعها."};
const Words kArabicFuture{"سيصل الوفد إلى بيروت @ ويغادرها بعد أيام.", "ومن المقرر أن يعقد المؤتمر @ في جنيف.",
                          "من المنتظر أن يصل الوفد @ إلى عمان."};
const Words kArabicSpan{"أقيم المعرض @ في العاصمة.", "شهدت المدينة @ معارك عنيفة.", "وعقدت المحادثات @ من دون اتفاق.", "@ كانت المدينة محاصرة."};
const Words kArabicSpanAlone{"استمرت البطولة (#) وسط حضور كبير."};

const Words& sentences_for(const DateForm& form, Tense tense, Dice& dice) {
  const bool arabic = form.lang == "ar";
  const bool alone = form.needs == Needs::nothing && dice.one_in(7);
  if (form.is_span && alone) return arabic ? kArabicSpanAlone : kEnglishSpanAlone;
  if (tense == Tense::future) return arabic ? kArabicFuture : kEnglishFuture;
  if (form.is_span) return arabic ? kArabicSpan : kEnglishSpan;
  if (alone) return arabic ? kArabicAlone : kEnglishAlone;
  return arabic ? kArabicPast : kEnglishPast;
}
/// Another date of the sentence may lend its year to one that has none.
bool may_stand_in(const std::string& sentence, const DateForm& form) {
  return form.needs != Needs::no_dateline || (sentence.find("1993") == std::string::npos && sentence.find("2003") == std::string::npos);
}

// ---- What is drawn

/// Any day of two centuries; the ends of months and years come up more often than chance has it.
Day any_day(Dice& dice, int first_year = kFirstYear, int last_year = kLastYear) {
  Day day{dice.between(first_year, last_year), dice.between(1, 12), 0};
  if (dice.one_in(16)) day.month = dice.one_in(2) ? 2 : dice.one_in(2) ? 1 : 12;
  const int last = days_in_month(day.year, day.month);
  day.day = dice.one_in(8) ? (dice.one_in(2) ? 1 : last) : dice.between(1, last);
  return day;
}

Drawn one_day(Dice& dice, std::int32_t) {
  const Day a = any_day(dice);
  return {.a = a, .expected = {edtf(a)}};
}
Drawn one_month(Dice& dice, std::int32_t) {
  Day a = any_day(dice);
  a.day = 0;
  return {.a = a, .expected = {edtf(a)}};
}
Drawn one_year(Dice& dice, std::int32_t) {
  const Day a{dice.between(kFirstYear, kLastYear)};
  return {.a = a, .expected = {edtf(a)}};
}
std::string range(const Day& a, const Day& b) { return edtf(a) + "/" + edtf(b); }

/// Two days, the second 1 to `reach` days behind the first, where `fits` says so.
template <class Fits>
Drawn two_days(Dice& dice, int reach, Fits fits) {
  for (;;) {
    const Day a = any_day(dice), b = day_of(days_of(a) + dice.between(1, reach));
    if (fits(a, b)) return {.a = a, .b = b, .expected = {range(a, b)}};
  }
}
Drawn days_of_month(Dice& dice, std::int32_t) {
  return two_days(dice, 30, [](const Day& a, const Day& b) { return a.month == b.month; });
}
/// The eighth and the twentieth are the twenty-eighth in Arabic, if one does not say otherwise.
Drawn days_before_a_ten(Dice& dice, std::int32_t) {
  return two_days(dice, 30, [](const Day& a, const Day& b) { return a.month == b.month && b.day % 10 != 0; });
}
Drawn days_of_year(Dice& dice, std::int32_t) {
  return two_days(dice, 200, [](const Day& a, const Day& b) { return a.month != b.month && a.year == b.year; });
}
Drawn days_of_two_years(Dice& dice, std::int32_t) {
  for (;;) {
    Day a = any_day(dice, kFirstYear, kLastYear - 1), b = any_day(dice);
    a.month = dice.between(9, 12);
    a.day = std::min(a.day, days_in_month(a.year, a.month));
    b.year = a.year + 1;
    b.month = dice.between(1, 4);
    b.day = std::min(b.day, days_in_month(b.year, b.month));
    return {.a = a, .b = b, .expected = {range(a, b)}};
  }
}
Drawn months_of_year(Dice& dice, std::int32_t) {
  Day a{dice.between(kFirstYear, kLastYear), dice.between(1, 11)}, b{a.year, dice.between(a.month + 1, 12)};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
Drawn months_of_two_years(Dice& dice, std::int32_t) {
  Day a{dice.between(kFirstYear, kLastYear - 8), dice.between(1, 12)}, b{a.year + dice.between(1, 7), dice.between(1, 12)};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
Drawn months_over_new_year(Dice& dice, std::int32_t) {
  Day a{dice.between(kFirstYear, kLastYear - 1), dice.between(9, 12)}, b{a.year + 1, dice.between(1, 4)};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
Drawn two_years(Dice& dice, std::int32_t) {
  const Day a{dice.between(kFirstYear, kLastYear - 40)}, b{a.year + dice.between(1, 40)};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
/// 2014-15: with a second half that is no month, or it might be one.
Drawn two_years_of_century(Dice& dice, std::int32_t) {
  const int century = dice.one_in(2) ? 1900 : 2000, last = century == 1900 ? 99 : 39;
  const Day a{century + dice.between(10, last - 3)}, b{dice.between(std::max(a.year + 1, century + 13), century + last)};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
/// The same points, named one by one: two days in a row may be one claim.
template <class Draw>
auto listed(Draw draw) {
  return [draw](Dice& dice, std::int32_t dateline) {
    Drawn drawn = draw(dice, dateline);
    const auto whole = drawn.expected.front();
    drawn.expected = {edtf(drawn.a), edtf(drawn.b)};
    const bool in_a_row = drawn.a.day      ? days_of(drawn.b) - days_of(drawn.a) == 1
                          : drawn.a.month ? drawn.b.year * 12 + drawn.b.month - drawn.a.year * 12 - drawn.a.month == 1
                                          : drawn.b.year - drawn.a.year == 1;
    if (in_a_row) drawn.accept = {whole};
    return drawn;
  };
}
Drawn three_days(Dice& dice, std::int32_t) {
  Day a = any_day(dice), b = a, c = a;
  a.day = dice.between(1, 9);
  b.day = a.day + dice.between(2, 8);
  c.day = b.day + dice.between(2, 8);
  return {.a = a, .b = b, .c = c, .expected = {edtf(a), edtf(b), edtf(c)}};
}

/// In Egypt the sixth of October is a city as well, and only a year tells the day from it.
bool is_name(const Day& day) { return day.day == 6 && day.month == 10; }

/// A day near the dateline, in a sentence of its tense: whatever names it need not say the year.
auto near_day(int first, int last) {
  return [first, last](Dice& dice, std::int32_t dateline) {
    int away = dice.between(first, last);
    if (first != last && is_name(day_of(dateline + away))) away += away < last ? 1 : -1;
    const Day a = day_of(dateline + away);
    return Drawn{.a = a, .expected = {edtf(a)}, .tense = away > 0 ? Tense::future : Tense::past};
  };
}
auto near_month(int first, int last) {
  return [first, last](Dice& dice, std::int32_t dateline) {
    const Day today = day_of(dateline);
    const int away = dice.between(first, last), months = today.year * 12 + today.month - 1 + away;
    const Day a{months / 12, months % 12 + 1};
    return Drawn{.a = a, .expected = {edtf(a)}, .tense = away > 0 ? Tense::future : Tense::past};
  };
}
auto near_year(int away) {
  return [away](Dice&, std::int32_t dateline) {
    const Day a{day_of(dateline).year + away};
    return Drawn{.a = a, .expected = {edtf(a)}, .tense = away > 0 ? Tense::future : Tense::past};
  };
}
/// A day or month of the year before or behind the dateline's.
auto in_year(int away, bool with_day) {
  return [away, with_day](Dice& dice, std::int32_t dateline) {
    const int year = day_of(dateline).year + away;
    Day a = any_day(dice, year, year);
    if (is_name(a)) ++a.day;
    if (!with_day) a.day = 0;
    return Drawn{.a = a, .expected = {edtf(a)}, .tense = away > 0 ? Tense::future : Tense::past};
  };
}
auto in_month(int away) {
  return [away](Dice& dice, std::int32_t dateline) {
    const Day today = day_of(dateline);
    const int months = today.year * 12 + today.month - 1 + away;
    Day a{months / 12, months % 12 + 1};
    a.day = dice.between(1, days_in_month(a.year, a.month));
    return Drawn{.a = a, .expected = {edtf(a)}, .tense = away > 0 ? Tense::future : Tense::past};
  };
}
/// Monday to Sunday.
auto week(int away) {
  return [away](Dice&, std::int32_t dateline) {
    const std::int32_t monday = dateline - (weekday_of(dateline) - 1) + away * 7;
    return Drawn{.a = day_of(monday), .expected = {range(day_of(monday), day_of(monday + 6))}, .tense = away > 0 ? Tense::future : Tense::past};
  };
}
enum class Unit { day, month, year, decade };
/// So many days, months or years back, as exact as the unit.
auto back(Unit unit, int first, int last) {
  return [unit, first, last](Dice& dice, std::int32_t dateline) {
    const int n = dice.between(first, last);
    Day a = day_of(dateline);
    if (unit == Unit::day) a = day_of(dateline - n);
    if (unit == Unit::month) a = Day{(a.year * 12 + a.month - 1 - n) / 12, (a.year * 12 + a.month - 1 - n) % 12 + 1};
    if (unit == Unit::year || unit == Unit::decade) a = Day{a.year - n * (unit == Unit::decade ? 10 : 1)};
    return Drawn{.a = a, .expected = {edtf(a)}, .number = n};
  };
}
Drawn unknown_year(Dice& dice, std::int32_t) {
  for (;;) {
    Day a = any_day(dice);
    a.year = 0;
    if (!is_name(a)) return {.a = a, .expected = {edtf(a)}};
  }
}
Drawn near_range(Dice& dice, std::int32_t dateline) {
  for (;;) {
    const Day b = day_of(dateline - dice.between(1, 140)), a = day_of(days_of(b) - dice.between(1, 20));
    if (a.month == b.month) return {.a = a, .b = b, .expected = {range(a, b)}};
  }
}
Drawn near_range_of_months(Dice& dice, std::int32_t dateline) {
  for (;;) {
    const Day b = day_of(dateline - dice.between(1, 90)), a = day_of(days_of(b) - dice.between(1, 60));
    if (a.month != b.month) return {.a = a, .b = b, .expected = {range(a, b)}};
  }
}

Drawn decade(Dice& dice, std::int32_t) {
  const Day a{1900 + dice.between(2, 9) * 10};
  return {.a = a, .expected = {std::to_string(a.year / 10) + "X"}};
}
Drawn century(Dice& dice, std::int32_t) {
  const int n = dice.between(12, 20);
  return {.expected = {std::to_string(n - 1) + "XX"}, .number = n};
}
/// A stretch of months of one year: quarters, halves, the first nine months.
auto months(int size, int count) {
  return [size, count](Dice& dice, std::int32_t) {
    const int n = dice.between(1, count), year = dice.between(kFirstYear, kLastYear);
    const Day a{year, (n - 1) * size + 1}, b{year, n * size};
    return Drawn{.a = a, .b = b, .expected = {range(a, b)}, .number = n};
  };
}
auto half(int n) {
  return [n](Dice& dice, std::int32_t) {
    const Day a{dice.between(kFirstYear, kLastYear), n * 6 - 5}, b{a.year, n * 6};
    return Drawn{.a = a, .b = b, .expected = {range(a, b)}, .number = n};
  };
}
Drawn first_months(Dice& dice, std::int32_t) {
  const Day a{dice.between(kFirstYear, kLastYear), 1}, b{a.year, dice.between(3, 10)};
  return {.a = a, .b = b, .expected = {range(a, b)}, .number = b.month};
}
/// 25/05/2011: a day that is no month.
Drawn plain_numeric(Dice& dice, std::int32_t) {
  for (;;)
    if (const Day a = any_day(dice); a.day > 12) return {.a = a, .expected = {edtf(a)}};
}
Drawn twin_numeric(Dice& dice, std::int32_t) {
  Day a = any_day(dice);
  a.day = a.month;
  return {.a = a, .expected = {edtf(a)}};
}
Drawn doubtful_numeric(Dice& dice, std::int32_t) {
  for (;;)
    if (const Day a = any_day(dice); a.day <= 12 && a.day != a.month) return {.a = a, .expected = {edtf(a)}};
}
/// 25/5/74, of this century or the last by the dateline.
Drawn short_numeric(Dice& dice, std::int32_t dateline) {
  for (;;) {
    const int now = day_of(dateline).year;
    if (const Day a = any_day(dice, now - 85, now); a.day > 12) return {.a = a, .expected = {edtf(a)}};
  }
}
/// The Hijri month around a day, from its first day to its last; years are of 354 or 355 days.
std::string hijri_month_of(const Day& day) {
  const std::int32_t first = days_of(day) - hijri_of(day).day + 1;
  return range(day_of(first), day_of(first + (hijri_of(day_of(first + 29)).day == 30 ? 29 : 28)));
}
std::string hijri_year_of(const Day& day) {
  const int year = hijri_of(day).year;
  std::int32_t first = days_of(day) - hijri_of(day).day + 1;
  while (hijri_of(day_of(first - 1)).year == year) first -= hijri_of(day_of(first - 1)).day;
  std::int32_t last = first + 353;
  if (hijri_of(day_of(last + 1)).year == year) ++last;
  return range(day_of(first), day_of(last));
}
/// Days of which ICU knows the Hijri date.
Drawn hijri_day(Dice& dice, std::int32_t) {
  const Day a = any_day(dice, 1930, 2035);
  return {.a = a, .expected = {edtf(a)}, .partial = {hijri_month_of(a), hijri_year_of(a)}};
}
Drawn hijri_month(Dice& dice, std::int32_t) {
  const Day a = any_day(dice, 1930, 2035);
  return {.a = a, .expected = {hijri_month_of(a)}, .partial = {hijri_year_of(a)}};
}
Drawn hijri_year(Dice& dice, std::int32_t) {
  const Day a = any_day(dice, 1930, 2035);
  return {.a = a, .expected = {hijri_year_of(a)}};
}
Drawn tenth_or_less(Dice& dice, std::int32_t) {
  Day a = any_day(dice);
  a.day = dice.between(1, 10);
  return {.a = a, .expected = {edtf(a)}};
}
Drawn first_of_month(Dice& dice, std::int32_t) {
  Day a = any_day(dice);
  a.day = 1;
  return {.a = a, .expected = {edtf(a)}};
}
/// A season or a fiscal year.
Drawn season(Dice& dice, std::int32_t) {
  const Day a{dice.between(1950, kLastYear - 1)}, b{a.year + 1};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
Drawn last_quarter(Dice& dice, std::int32_t) {
  const Day a{dice.between(kFirstYear, kLastYear), 10}, b{a.year, 12};
  return {.a = a, .b = b, .expected = {range(a, b)}};
}
/// Of another era: no year of ours may be read.
Drawn before_christ(Dice& dice, std::int32_t) { return {.a = Day{dice.between(1000, 1999)}, .expected = {}}; }
Drawn hijri_century(Dice& dice, std::int32_t) { return {.expected = {}, .number = dice.between(2, 14)}; }
Drawn hijri_days(Dice& dice, std::int32_t) {
  for (;;) {
    const Day a = any_day(dice, 1930, 2035), b = day_of(days_of(a) + dice.between(1, 20));
    if (hijri_of(a).month == hijri_of(b).month) return {.a = a, .b = b, .expected = {range(a, b)}, .partial = {hijri_month_of(a), hijri_year_of(a)}};
  }
}
Drawn three_years(Dice& dice, std::int32_t) {
  const Day a{dice.between(kFirstYear, kLastYear - 20)}, b{a.year + dice.between(2, 9)}, c{b.year + dice.between(2, 9)};
  return {.a = a, .b = b, .c = c, .expected = {edtf(a), edtf(b), edtf(c)}};
}
Drawn nth_weekday(Dice& dice, std::int32_t) {
  Day a = any_day(dice);
  a.day = dice.between(1, 28);
  return {.a = a, .expected = {edtf(a)}, .number = (a.day - 1) / 7 + 1};
}

// ---- The table

std::vector<DateForm> make_forms() {
  using enum Needs;
  using enum Promise;
  std::vector<DateForm> forms;
  const auto en = [&](const char* name, Needs needs, Promise promise, bool is_span, std::function<Drawn(Dice&, std::int32_t)> draw,
                      std::vector<std::string> patterns, std::string aside = {}) {
    forms.push_back({"en", name, needs, promise, is_span, std::move(draw), std::move(patterns), std::move(aside)});
  };
  const auto ar = [&](const char* name, Needs needs, Promise promise, bool is_span, std::function<Drawn(Dice&, std::int32_t)> draw,
                      std::vector<std::string> patterns, std::string aside = {}) {
    forms.push_back({"ar", name, needs, promise, is_span, std::move(draw), std::move(patterns), std::move(aside)});
  };

  en("day month year", nothing, read, false, one_day,
     {"on |{d} {M} {y}", "on |{d} {A} {y}", "on |{d} {M}, {y}", "by |{d} {M} {y}", "before |{d} {M} {y}"});
  en("month day year", nothing, read, false, one_day, {"on |{M} {d}, {y}", "on |{A} {d}, {y}", "on |{M} {d} {y}", "since |{M} {d}, {y}"});
  en("day with its suffix", nothing, read, false, one_day,
     {"on |{M} {ds}, {y}", "on |{ds} {M} {y}", "on |{ds} {M}, {y}", "on |the {ds} of {M} {y}", "on the |{ds} of {M}, {y}",
      "on |{M} the {ds}, {y}"});
  en("day as an ordinal in words", nothing, read, false, one_day,
     {"on |the {D} of {M} {y}", "on |the {D} of {M}, {y}", "on |{M} the {D}, {y}"});
  en("weekday and date", nothing, read, false, one_day,
     {"on |{w}, {d} {M} {y}", "on |{w} {d} {M} {y}", "on |{w}, {M} {d}, {y}", "on |{wa} {d} {M} {y}", "on |{wa}, {A} {d}, {y}",
      "on |{w} the {ds} of {M} {y}", "on |{w}, the {D} of {M} {y}"});
  en("name between marks", nothing, read, false, one_day, {"on |{d}-{M}-{y}", "on |{dd}-{M}-{y}", "dated |{d}/{M}/{y}"});
  en("before a noun", nothing, read, false, one_day,
     {"in the |{d} {M} {y}| attack", "after the |{M} {d}, {y}| attack", "in the |{M} {d}, {y},| attack"});
  en("with a clock time", nothing, read, false, one_day,
     {"on |{d} {M} {y}| at 4:17 p.m.", "at 10:30 on |{d} {M} {y}", "on |{M} {d}, {y}|, at noon", "at 8 p.m. on |{w}, {M} {d}, {y}",
      "on the morning of |{d} {M} {y}"});
  en("since and until", nothing, read, false, one_day,
     {"after |{d} {M} {y}", "until |{M} {d}, {y}", "as of |{M} {d}, {y}", "effective |{d} {M} {y}", "ahead of |{w}, {d} {M} {y}"});
  en("ISO", nothing, read, false, one_day, {"on |{y}-{mm}-{dd}"});
  en("numeric, a day beyond twelve", nothing, read, false, plain_numeric,
     {"on |{d}/{m}/{y}", "on |{dd}/{mm}/{y}", "on |{m}/{d}/{y}", "on |{mm}/{dd}/{y}", "on |{d}.{m}.{y}", "on |{dd}.{mm}.{y}"});
  en("numeric, hyphens", nothing, read, false, plain_numeric, {"on |{d}-{m}-{y}", "on |{dd}-{mm}-{y}"});
  en("numeric, day and month alike", nothing, read, false, twin_numeric, {"on |{d}/{m}/{y}", "on |{dd}/{mm}/{y}"});
  en("numeric, the article puts days first", own_article, read, false, doubtful_numeric,
     {"on |{d}/{m}/{y}", "on |{dd}/{mm}/{y}"},
     "The lease was signed on 25/12/2009.");
  en("numeric, the article puts months first", own_article, read, false, doubtful_numeric,
     {"on |{m}/{d}/{y}", "on |{mm}/{dd}/{y}"},
     "The lease was signed on 12/25/2009.");
  en("numeric, in doubt", own_article, never_wrong, false, doubtful_numeric,
     {"on |{d}/{m}/{y}", "on |{mm}/{dd}/{y}", "on |{d}.{m}.{y}", "on |{d}-{m}-{y}"});
  en("numeric, two digits of the year", dateline, read, false, short_numeric, {"on |{d}/{m}/{yy}", "on |{m}/{d}/{yy}"});
  en("month and year", nothing, read, false, one_month, {"in |{M} {y}", "in |{M}, {y}", "in |{M} of {y}", "in |{A} {y}", "since |{M} {y}"});
  en("month number and year", nothing, read, false, one_month, {"in |{mm}/{y}", "in |{m}/{y}"});
  en("season of the year", nothing, read, false, one_year, {"in the |summer of {y}", "in |spring {y}", "in the |autumn of {y}"});
  en("season of two years", nothing, read, false, season,
     {"in the |{y}/{yy2}| season", "in the |{y}-{yy2}| season", "in |{y}/{y2}", "in the |{y}–{yy2}| season"});
  en("part of a month that has no value", nothing, never_wrong, false, one_month,
     {"in |the first half of {M} {y}", "in |the first week of {M} {y}", "in |the last days of {M} {y}",
      "in |the second half of {M} {y}"});
  en("before Christ", nothing, read, false, before_christ, {"in |{y} BC", "in |{y} B.C.", "around |{y} BCE"});
  en("three years", nothing, never_wrong, false, three_years, {"in |{y}, {y2} and {y3}"});
  en("last quarter", nothing, read, false, last_quarter, {"in |the last quarter of {y}", "in |the final quarter of {y}"});
  en("relative and date", dateline, read, false, near_day(-7, -1), {"|last {w}, {d} {M}", "|last {w}, {M} {d}, {y}"});
  en("yesterday and date", dateline, read, false, near_day(-1, -1),
     {"|yesterday, {d} {M}", "|yesterday ({w}, {d} {M})", "|yesterday, {w}"});
  en("year", nothing, read, false, one_year, {"in |{y}", "in |the year {y}", "since |{y}", "by |{y}"});
  en("year in words", nothing, read, false, one_year, {"in |{Y}", "in |the year {Y}"});
  en("range of days", nothing, read, true, days_of_month,
     {"|from {d} to {d2} {M} {y}", "|{d}-{d2} {M} {y}", "|{d}–{d2} {M} {y}", "|between {d} and {d2} {M} {y}", "|{M} {d}-{d2}, {y}",
      "|{M} {d}–{d2}, {y}", "|from {M} {d} to {d2}, {y}", "|from {d} until {d2} {M}, {y}", "|from the {ds} to the {ds2} of {M} {y}",
      "|from the {D} to the {D2} of {M} {y}", "|between {M} {d} and {d2}, {y}"});
  en("range over months", nothing, read, true, days_of_year,
     {"|from {d} {M} to {d2} {M2} {y}", "|{M} {d}-{M2} {d2}, {y}", "|{M} {d} – {M2} {d2}, {y}", "|from {M} {d} to {M2} {d2}, {y}",
      "|between {d} {M} and {d2} {M2} {y}", "|{d} {M} – {d2} {M2} {y}", "|from {A} {d} through {A2} {d2}, {y}",
      "|from {w}, {d} {M} to {w2}, {d2} {M2} {y}"});
  en("range over years", nothing, read, true, days_of_two_years,
     {"|from {d} {M} {y} to {d2} {M2} {y2}", "|from {M} {d}, {y} to {M2} {d2}, {y2}", "|between {d} {M} {y} and {d2} {M2} {y2}",
      "|from {M} {d}, {y}, to {M2} {d2}, {y2}", "|from {d} {M} to {d2} {M2} {y2}"});
  en("range of months", nothing, read, true, months_of_year,
     {"|from {M} to {M2} {y}", "|between {M} and {M2} {y}", "|{M}-{M2} {y}", "|from {M} through {M2} {y}"});
  en("range of months over years", nothing, read, true, months_of_two_years,
     {"|from {M} {y} to {M2} {y2}", "|between {M} {y} and {M2} {y2}", "|{M} {y} – {M2} {y2}"});
  en("range of months, the year turns", nothing, read, true, months_over_new_year, {"|from {M} to {M2} {y2}"});
  en("range of years", nothing, read, true, two_years,
     {"|from {y} to {y2}", "|between {y} and {y2}", "in |{y}-{y2}", "in |{y}–{y2}", "|from {y} until {y2}"});
  en("range of years, the second short", nothing, read, true, two_years_of_century, {"in |{y}-{yy2}", "in |{y}–{yy2}"});
  en("range near the dateline", dateline, read, true, near_range, {"|from {d} to {d2} {M}", "|{M} {d}-{d2}", "|between {d} and {d2} {M}"});
  en("range over months near the dateline", dateline, read, true, near_range_of_months,
     {"|from {d} {M} to {d2} {M2}", "|from {M} {d} to {M2} {d2}"});
  en("two days of a month", nothing, never_wrong, false, listed(days_of_month),
     {"on |{d} and {d2} {M} {y}", "on |{M} {d} and {d2}, {y}", "on |the {ds} and {ds2} of {M} {y}"});
  en("three days of a month", nothing, never_wrong, false, three_days,
     {"on |{d}, {d2} and {d3} {M} {y}", "on |{M} {d}, {d2} and {d3}, {y}"});
  en("two days of a year", nothing, never_wrong, false, listed(days_of_year),
     {"on |{d} {M} and {d2} {M2} {y}", "on |{M} {d} and {M2} {d2}, {y}"});
  en("two months of a year", nothing, never_wrong, false, listed(months_of_year), {"in |{M} and {M2} {y}"});
  en("two years", nothing, never_wrong, false, listed(two_years), {"in |{y} and {y2}"});
  en("decade", nothing, read, false, decade,
     {"in |the {y}s", "in |the late {y}s", "in the |{decade}", "in the |nineteen {decade}", "in the |early {decade}"});
  en("century", nothing, read, false, century,
     {"in |the {O} century", "in |the {Os} century", "in |the late {Os} century", "in |the early {O} century"});
  en("quarter", nothing, read, false, months(3, 4),
     {"in |the {O} quarter of {y}", "in |Q{n} {y}", "in |Q{n} of {y}", "in |the {Os} quarter of {y}"});
  en("first half", nothing, read, false, half(1), {"in |the first half of {y}", "in |H1 {y}"});
  en("second half", nothing, read, false, half(2), {"in |the second half of {y}", "in |H2 {y}"});
  en("first months", nothing, read, false, first_months, {"in |the first {N} months of {y}", "in |the first {n} months of {y}"});
  en("part of a month", nothing, read, false, one_month,
     {"in |early {M} {y}", "in |mid-{M} {y}", "in |late {M} {y}", "at |the end of {M} {y}", "at |the beginning of {M} {y}",
      "in |the middle of {M} {y}"});
  en("part of a year", nothing, read, false, one_year,
     {"in |early {y}", "in |mid-{y}", "in |late {y}", "at |the end of {y}", "at |the beginning of {y}", "at |the start of {y}"});
  en("day and month near the dateline", dateline, read, false, near_day(-150, 150),
     {"on |{d} {M}", "on |{M} {d}", "on |the {D} of {M}", "on |{w}, {d} {M}", "on |{M} {ds}", "on |{A} {d}", "on |{w}, {M} {d}"});
  en("day and month of no year", no_dateline, read, false, unknown_year,
     {"on |{d} {M}", "on |{M} {d}", "on |the {ds} of {M}", "on |the {D} of {M}"});
  en("month near the dateline", dateline, read, false, near_month(-5, 5), {"in |{M}"});
  en("today", dateline, read, false, near_day(0, 0), {"|today", "|this morning", "|earlier today"});
  en("yesterday", dateline, read, false, near_day(-1, -1), {"|yesterday", "|yesterday evening", "|last night", "|yesterday afternoon"});
  en("the day before yesterday", dateline, read, false, near_day(-2, -2), {"|the day before yesterday"});
  en("tomorrow", dateline, read, false, near_day(1, 1), {"|tomorrow", "|tomorrow morning"});
  en("the day after tomorrow", dateline, read, false, near_day(2, 2), {"|the day after tomorrow"});
  en("weekday before", dateline, read, false, near_day(-6, 0), {"on |{w}", "on |{w} night", "on |{w} morning"});
  en("last weekday", dateline, read, false, near_day(-7, -1), {"|last {w}"});
  en("weekday to come", dateline, read, false, near_day(1, 6), {"on |{w}", "on |{w} evening"});
  en("next weekday", dateline, read, false, near_day(1, 7), {"|next {w}"});
  en("last week", dateline, read, false, week(-1), {"|last week"});
  en("next week", dateline, read, false, week(1), {"|next week"});
  en("last month", dateline, read, false, near_month(-1, -1), {"|last month"});
  en("this month", dateline, read, false, near_month(0, 0), {"|this month", "|earlier this month"});
  en("next month", dateline, read, false, near_month(1, 1), {"|next month"});
  en("last year", dateline, read, false, near_year(-1), {"|last year", "late |last year", "early |last year"});
  en("this year", dateline, read, false, near_year(0), {"|this year", "|earlier this year"});
  en("next year", dateline, read, false, near_year(1), {"|next year", "early |next year"});
  en("last named month", dateline, read, false, near_month(-12, -1), {"|last {M}"});
  en("next named month", dateline, read, false, near_month(1, 12), {"|next {M}"});
  en("day of last year", dateline, read, false, in_year(-1, true),
     {"on |{d} {M} last year", "on |{M} {d} last year", "on |{M} {d}, last year"});
  en("month of last year", dateline, read, false, in_year(-1, false), {"in |{M} last year", "in |{M} of last year"});
  en("month of this year", dateline, read, false, in_year(0, false), {"in |{M} this year", "in |{M} of this year"});
  en("day of last month", dateline, read, false, in_month(-1), {"on |the {ds} of last month", "on |the {D} of last month"});
  en("day of next month", dateline, read, false, in_month(1), {"on |the {ds} of next month"});
  en("days ago", dateline, read, false, back(Unit::day, 2, 19), {"|{N} days ago", "|{n} days ago"});
  en("months ago", dateline, read, false, back(Unit::month, 2, 19), {"|{N} months ago", "|{n} months ago"});
  en("years ago", dateline, read, false, back(Unit::year, 2, 60), {"|{N} years ago", "|{n} years ago"});
  en("decades ago", dateline, read, false, back(Unit::decade, 2, 6), {"|{N} decades ago"});
  en("a day, month, year ago", dateline, read, false, back(Unit::year, 1, 1), {"|a year ago", "|one year ago"});
  en("ordered weekday of a month", nothing, read, false, nth_weekday, {"on |the {O} {w} of {M} {y}", "on |the {O} {w} in {M} {y}"});
  en("Hijri", nothing, read, false, hijri_day, {"on |{hd} {hM} {hy} AH", "on |{hd} {hM} {hy}"});
  en("both calendars", nothing, read, false, hijri_day,
     {"on |{d} {M} {y} ({hd} {hM} {hy} AH)", "on |{hd} {hM} {hy} AH ({d} {M} {y})", "on |{hd} {hM} {hy}, corresponding to {d} {M} {y}",
      "on |{M} {d}, {y} ({hd} {hM} {hy} AH)"});
  en("Hijri month", nothing, read, false, hijri_month, {"in |{hM} {hy} AH"});

  ar("day month year", nothing, read, false, one_day,
     {"في |{d} {M} {y}", "في |{d} {M}، {y}", "بتاريخ |{d} {M} {y}م", "في |{d} {M} من عام {y}", "في |{d} {M} عام {y}",
      "في |{d} {M} سنة {y}", "في |{d} من {M} {y}", "قبل |{d} {M} {y}", "في |{d} من شهر {M} {y}", "يوم |{d} {M} {y}", "منذ |{d} {M} {y}",
      "في |{d} {M} {y} م"});
  ar("both names of the month", nothing, read, false, one_day,
     {"في |{d} {M/M} {y}", "في |{d} {M(M)} {y}", "يوم |{d} {M/M} {y}", "في |{D} من {M/M} {y}", "في |{D} من {M(M)} {y}"});
  ar("day as an ordinal in words", nothing, read, false, one_day,
     {"في |{D} من {M} {y}", "في |{D} من شهر {M} عام {y}", "في |{D} من {M} عام {y}", "في اليوم |{D} من {M} {y}",
      "في |{D} من {M} من عام {y}", "منذ |{D} من {M} {y}"});
  ar("behind a noun that numbers stand with", nothing, read, false, one_day,
     {"بموجب القرار (|{d} {M} {y}|)", "بموجب الاتفاق (|{d} {M/M} {y}|)"});
  ar("bare ordinal", nothing, read, false, tenth_or_less, {"يوم |{w} {Di} {M} {y}"});
  ar("first of a month", nothing, read, false, first_of_month, {"في |فاتح {M} {y}", "في |أول {M} {y}", "في |الأول من {M} {y}"});
  ar("weekday and date", nothing, read, false, one_day,
     {"يوم |{w} {d} {M} {y}", "|{w} {d} {M} {y}", "|{w} الموافق {d} {M} {y}", "يوم |{w} الموافق {d} {M} {y}", "يوم |{w}، {d} {M} {y}",
      "مساء |{w} {d} {M} {y}", "يوم |{w} {D} من {M} {y}", "يوم |{w} الموافق لـ {d} {M} {y}", "يوم |{w} ({d} {M} {y})",
      "يوم |{w} الموافق {D} من {M} {y}", "صباح يوم |{w} {d} {M/M} {y}", "يوم |{w} المصادف {d} {M} {y}", "يوم |{w} {d}/{m}/{y}",
      "يوم |{w} الموافق {d}/{m}/{y}"});
  ar("name between marks", nothing, read, false, one_day, {"بتاريخ |{d}/{M}/{y}", "بتاريخ |{d}-{M}-{y}"});
  ar("both names, other marks", nothing, never_wrong, false, one_day,
     {"في |{d} {M/M} {y}", "في |{d} {M\\M} {y}", "في |{d} {M - M} {y}", "في |{d} {M / M} {y}", "في |{d} {M أو M} {y}",
      "في |{d} {M-M} {y}"});
  ar("with a clock time", nothing, read, false, one_day,
     {"في |{d} {M} {y}| عند الساعة 10:30", "عند الساعة 10:30 من يوم |{d} {M} {y}", "ظهر يوم |{w} {d} {M} {y}",
      "في تمام الساعة الثامنة من مساء |{w} {d} {M} {y}"});
  ar("since and until", nothing, read, false, one_day,
     {"حتى |{d} {M} {y}", "ابتداء من |{d} {M} {y}", "اعتبارا من |{d} {M} {y}", "بحلول |{d} {M} {y}", "بعد |{d} {M} {y}",
      "منذ يوم |{w} {d} {M} {y}", "لغاية |{d} {M} {y}"});
  ar("ISO", nothing, read, false, one_day, {"في |{y}-{mm}-{dd}", "بتاريخ |{y}/{mm}/{dd}", "بتاريخ |{y}/{m}/{d}"});
  ar("numeric, a day beyond twelve", nothing, read, false, plain_numeric,
     {"في |{d}/{m}/{y}", "بتاريخ |{dd}/{mm}/{y}", "في |{d}-{m}-{y}", "في |{dd}-{mm}-{y}", "في |{d}.{m}.{y}", "في |{d}/{m}/{y}م"});
  ar("numeric, day and month alike", nothing, read, false, twin_numeric, {"في |{d}/{m}/{y}", "بتاريخ |{dd}/{mm}/{y}"});
  ar("numeric, the article puts days first", own_article, read, false, doubtful_numeric,
     {"في |{d}/{m}/{y}", "بتاريخ |{dd}/{mm}/{y}", "في |{d}-{m}-{y}"},
     "وكان العقد قد وقع في 25/12/2009.");
  ar("numeric, in doubt", own_article, never_wrong, false, doubtful_numeric, {"في |{d}/{m}/{y}", "في |{d}-{m}-{y}", "في |{d}.{m}.{y}"});
  ar("month and year", nothing, read, false, one_month,
     {"في |{M} {y}", "في |{M} من عام {y}", "في شهر |{M} {y}", "في |{M/M} {y}", "في |{M(M)} {y}", "في |{M} عام {y}", "خلال |{M} {y}",
      "منذ |{M} {y}", "في |{M} سنة {y}"});
  ar("month number and year", nothing, read, false, one_month, {"في |شهر {m} من عام {y}", "في |شهر {m} عام {y}", "في |{m}/{y}"});
  ar("season of the year", nothing, read, false, one_year, {"في |صيف {y}", "|صيف عام {y}", "في |خريف عام {y}", "|ربيع {y}"});
  ar("season of two years", nothing, read, false, season,
     {"في موسم |{y}/{y2}", "خلال الموسم |{y}-{y2}", "في العام الدراسي |{y}/{y2}", "في موسم |{y} - {y2}"});
  ar("part of a month that has no value", nothing, never_wrong, false, one_month,
     {"في |النصف الأول من {M} {y}", "في |الأسبوع الأول من {M} {y}", "في |الأيام الأخيرة من {M} {y}", "في |العشر الأواخر من {M} {y}",
      "خلال |الثلث الأول من {M} {y}"});
  ar("before Christ", nothing, read, false, before_christ, {"في |عام {y} قبل الميلاد", "|سنة {y} ق.م", "نحو |عام {y} ق.م."});
  ar("Hijri century", nothing, read, false, hijri_century, {"في |القرن {O} الهجري", "خلال |القرن {O} للهجرة"});
  ar("three years", nothing, never_wrong, false, three_years,
     {"أعوام |{y} و{y2} و{y3}", "في |الأعوام {y} و{y2} و{y3}", "في |سنوات {y}، {y2}، {y3}"});
  ar("last quarter", nothing, read, false, last_quarter, {"في |الربع الأخير من عام {y}", "خلال |الربع الأخير من {y}"});
  ar("relative and date", dateline, read, false, near_day(-7, -1),
     {"يوم |{w} الماضي {d} {M}", "يوم |{w} الماضي الموافق {d} {M} {y}", "|{w} الماضي ({d} {M})", "يوم |{w} الماضي، {d} {M}"});
  ar("yesterday and date", dateline, read, false, near_day(-1, -1),
     {"|أمس {w} {d} {M}", "|أمس {w} الموافق {d} {M} {y}", "مساء |أمس {w} {d} {M}", "يوم |أمس ({d} {M})"});
  ar("today and date", dateline, read, false, near_day(0, 0),
     {"|اليوم {w} {d} {M}", "|اليوم {w} الموافق {d} {M} {y}م", "صباح |اليوم {w} {d} {M}"});
  ar("Hijri days", nothing, read, true, hijri_days, {"|من {hd} إلى {hd2} {hM} {hy}هـ", "|بين {hd} و{hd2} {hM} {hy}هـ"});
  ar("Hijri without its mark", nothing, read, false, hijri_day, {"في |{hd} {hM} {hy}", "في |{hD} من {hM} {hy}", "يوم |{w} {hd} {hM} {hy}"});
  ar("Hijri near the dateline", dateline, never_wrong, false, near_day(-100, 100), {"في |{hd} {hM}", "يوم |{hd} من {hM}"});
  ar("year", nothing, read, false, one_year,
     {"|عام {y}", "في |عام {y}", "|سنة {y}م", "في |العام {y}", "منذ |عام {y}", "|سنة {y}", "في |عام {y} م", "|منذ {y}", "|في {y}"});
  ar("year in words", nothing, read, false, one_year, {"|عام {Y}", "في |عام {Y}", "|سنة {Yf}", "في |سنة {Yf}"});
  ar("range of days", nothing, read, true, days_of_month,
     {"|من {d} إلى {d2} {M} {y}", "|بين {d} و{d2} {M} {y}", "|ما بين {d} و{d2} {M} {y}", "|{d}-{d2} {M} {y}",
      "|من {d} حتى {d2} {M} {y}", "|من {d} وحتى {d2} {M} {y}", "في الفترة |من {d} إلى {d2} {M} {y}", "خلال الفترة |{d} - {d2} {M} {y}",
      "|من {D} إلى {D2} من {M} {y}", "|من {d} إلى {d2} {M/M} {y}", "|من {d} إلى {d2} من {M} {y}", "|من {d} ولغاية {d2} {M} {y}"});
  ar("range of days, ordinals", nothing, read, true, days_before_a_ten,
     {"|بين {D} و{D2} من {M} {y}", "|ما بين {D} و{D2} من {M} {y}", "|من {D} وحتى {D2} من {M} {y}"});
  ar("range over months", nothing, read, true, days_of_year,
     {"|من {d} {M} إلى {d2} {M2} {y}", "|بين {d} {M} و{d2} {M2} {y}", "|ما بين {d} {M} و{d2} {M2} {y}", "|من {d} {M} حتى {d2} {M2} {y}",
      "|{d} {M} - {d2} {M2} {y}", "|من {D} من {M} إلى {D2} من {M2} {y}", "|من {d} {M/M} إلى {d2} {M/M2} {y}",
      "في الفترة |بين {d} {M} و{d2} {M2} {y}", "|بين {D} من {M} و{D2} من {M2} {y}"});
  ar("range over years", nothing, read, true, days_of_two_years,
     {"|من {d} {M} {y} إلى {d2} {M2} {y2}", "|بين {d} {M} {y} و{d2} {M2} {y2}", "|من {d} {M} {y} وحتى {d2} {M2} {y2}",
      "|من {d} {M} إلى {d2} {M2} {y2}"});
  ar("range of months", nothing, read, true, months_of_year,
     {"|من {M} إلى {M2} {y}", "|بين {M} و{M2} {y}", "|بين شهري {M} و{M2} {y}", "|من {M} حتى {M2} {y}", "|بين {M} و{M2} من عام {y}"});
  ar("range of months over years", nothing, read, true, months_of_two_years,
     {"|من {M} {y} إلى {M2} {y2}", "|بين {M} {y} و{M2} {y2}", "|من {M} {y} حتى {M2} {y2}"});
  ar("range of months, the year turns", nothing, read, true, months_over_new_year, {"|من {M} إلى {M2} {y2}"});
  ar("range of years", nothing, read, true, two_years,
     {"|بين عامي {y} و{y2}", "|من {y} إلى {y2}", "|من عام {y} إلى عام {y2}", "في الفترة |{y}-{y2}", "|بين {y} و{y2}",
      "|ما بين عامي {y} و{y2}", "|من عام {y} حتى عام {y2}", "|بين سنتي {y} و{y2}", "|من {y} وحتى {y2}"});
  ar("range near the dateline", dateline, read, true, near_range, {"|من {d} إلى {d2} {M}", "|بين {d} و{d2} {M}"});
  ar("range over months near the dateline", dateline, read, true, near_range_of_months,
     {"|من {d} {M} إلى {d2} {M2}", "|بين {d} {M} و{d2} {M2}"});
  ar("two days of a month, ordinals", nothing, never_wrong, false, listed(days_before_a_ten),
     {"في |{D} و{D2} من {M} {y}", "يومي |{D} و{D2} من {M} {y}"});
  ar("two days of a month", nothing, never_wrong, false, listed(days_of_month),
     {"في |{d} و{d2} {M} {y}", "يومي |{d} و{d2} {M} {y}", "يومي |{d} و{d2} من {M} {y}", "في يومي |{d} و{d2} {M/M} {y}"});
  ar("three days of a month", nothing, never_wrong, false, three_days,
     {"في |{d} و{d2} و{d3} {M} {y}", "أيام |{d} و{d2} و{d3} {M} {y}", "أيام |{d}، {d2}، {d3} {M} {y}"});
  ar("two days of a year", nothing, never_wrong, false, listed(days_of_year),
     {"في |{d} {M} و{d2} {M2} {y}", "يومي |{d} {M} و{d2} {M2} {y}"});
  ar("two months of a year", nothing, never_wrong, false, listed(months_of_year),
     {"في |{M} و{M2} {y}", "خلال شهري |{M} و{M2} {y}", "في شهري |{M} و{M2} من عام {y}"});
  ar("two years", nothing, never_wrong, false, listed(two_years),
     {"|عامي {y} و{y2}", "في |عامي {y} و{y2}", "في |{y} و{y2}", "في |سنتي {y} و{y2}"});
  ar("decade", nothing, read, false, decade,
     {"في |{decade} القرن الماضي", "في |ال{decade}", "في |عقد ال{decade}", "في أواخر |{decade} القرن العشرين",
      "|مطلع {decade} القرن الماضي", "خلال |ال{decade} من القرن الماضي"});
  ar("century", nothing, read, false, century,
     {"في |القرن {O}", "في أوائل |القرن {O}", "مطلع |القرن {O}", "خلال |القرن {O}", "في |القرن {O} الميلادي"});
  ar("quarter", nothing, read, false, months(3, 4),
     {"في |الربع {O} من عام {y}", "في |الربع {O} من {y}", "خلال |الربع {O} لعام {y}", "خلال |الربع {O} من العام {y}"});
  ar("first half", nothing, read, false, half(1), {"في |النصف الأول من عام {y}", "خلال |النصف الأول من {y}", "في |النصف الأول لعام {y}"});
  ar("second half", nothing, read, false, half(2), {"في |النصف الثاني من عام {y}", "خلال |النصف الثاني من {y}"});
  ar("first months", nothing, read, false, first_months,
     {"في |الأشهر ال{N} الأولى من عام {y}", "خلال |أول {N} أشهر من {y}", "خلال |الأشهر ال{N} الأولى من {y}"});
  ar("part of a month", nothing, read, false, one_month,
     {"في |أوائل {M} {y}", "في |منتصف {M} {y}", "في |أواخر {M} {y}", "في |نهاية {M} {y}", "في |مطلع {M} {y}", "في |بداية شهر {M} {y}",
      "في |منتصف {M/M} {y}"});
  ar("part of a year", nothing, read, false, one_year,
     {"في |أوائل عام {y}", "في |منتصف عام {y}", "في |أواخر {y}", "في |نهاية {y}", "|مطلع عام {y}", "في |بداية العام {y}",
      "مع |نهاية عام {y}"});
  ar("day and month near the dateline", dateline, read, false, near_day(-150, 150),
     {"في |{d} {M}", "في |{D} من {M}", "يوم |{w} {d} {M}", "|{w} {d} {M}", "في |{d} {M/M}", "|{w} الموافق {d} {M}",
      "في |{d} من شهر {M}"});
  ar("day and month of no year", no_dateline, read, false, unknown_year,
     {"في |{d} {M}", "في |{D} من {M}", "يوم |{d} {M}", "في |{d} {M/M}"});
  ar("month near the dateline", dateline, read, false, near_month(-5, 5), {"في |{M}", "في شهر |{M}", "في |{M/M}"});
  ar("today", dateline, read, false, near_day(0, 0), {"|اليوم", "صباح |اليوم", "|اليوم {w}", "مساء |اليوم {w}"});
  ar("yesterday", dateline, read, false, near_day(-1, -1), {"|أمس", "مساء |أمس", "يوم |أمس", "|أمس {w}", "مساء |أمس {w}", "يوم |أمس {w}"});
  ar("the day before yesterday", dateline, read, false, near_day(-2, -2), {"|أول أمس", "|أول من أمس", "|أمس الأول", "|أول أمس {w}"});
  ar("tomorrow", dateline, read, false, near_day(1, 1), {"|غدا", "|غدا {w}", "يوم |غد", "|غداً", "|غد {w}"});
  ar("the day after tomorrow", dateline, read, false, near_day(2, 2), {"|بعد غد", "|بعد غد {w}"});
  ar("weekday before", dateline, read, false, near_day(-6, 0), {"يوم |{w}", "|{w}", "مساء |{w}", "فجر |{w}"});
  ar("last weekday", dateline, read, false, near_day(-7, -1), {"|{w} الماضي", "يوم |{w} الماضي", "يوم |{w} الفائت", "مساء |{w} الماضي"});
  ar("weekday to come", dateline, read, false, near_day(1, 6), {"يوم |{w}", "|{w}"});
  ar("next weekday", dateline, read, false, near_day(1, 7), {"|{w} المقبل", "يوم |{w} المقبل", "يوم |{w} القادم"});
  ar("last week", dateline, read, false, week(-1), {"|الأسبوع الماضي", "في |الأسبوع الماضي"});
  ar("next week", dateline, read, false, week(1), {"|الأسبوع المقبل"});
  ar("last month", dateline, read, false, near_month(-1, -1),
     {"|الشهر الماضي", "في |الشهر الماضي", "خلال |الشهر الماضي", "أواخر |الشهر الماضي"});
  ar("this month", dateline, read, false, near_month(0, 0), {"|هذا الشهر", "|الشهر الجاري", "|الشهر الحالي", "مطلع |الشهر الجاري"});
  ar("next month", dateline, read, false, near_month(1, 1), {"|الشهر المقبل", "|الشهر القادم", "مطلع |الشهر المقبل"});
  ar("last year", dateline, read, false, near_year(-1), {"|العام الماضي", "|السنة الماضية", "في |العام الماضي", "نهاية |العام الماضي"});
  ar("this year", dateline, read, false, near_year(0),
     {"|هذا العام", "|العام الجاري", "|العام الحالي", "|هذه السنة", "مطلع |العام الجاري"});
  ar("next year", dateline, read, false, near_year(1), {"|العام المقبل", "|العام القادم", "|السنة المقبلة", "مطلع |العام المقبل"});
  ar("last named month", dateline, read, false, near_month(-12, -1),
     {"في |{M} الماضي", "في |{M/M} الماضي", "في شهر |{M} الماضي", "منتصف |{M} الماضي"});
  ar("next named month", dateline, read, false, near_month(1, 12), {"في |{M} المقبل", "في شهر |{M} المقبل"});
  ar("this named month", dateline, read, false, near_month(0, 0), {"في |{M} الجاري", "في شهر |{M} الحالي"});
  ar("last day and month", dateline, read, false, near_day(-364, -1),
     {"في |{d} {M} الماضي", "في |{D} من {M} الماضي", "يوم |{w} {d} {M} الماضي"});
  ar("next day and month", dateline, read, false, near_day(1, 364), {"في |{d} {M} المقبل", "في |{D} من {M} المقبل"});
  ar("day of last year", dateline, read, false, in_year(-1, true), {"في |{d} {M} من العام الماضي", "في |{D} من {M} من العام الماضي"});
  ar("month of last year", dateline, read, false, in_year(-1, false),
     {"في |{M} من العام الماضي", "في |{M} العام الماضي", "في شهر |{M} من العام الماضي"});
  ar("month of this year", dateline, read, false, in_year(0, false), {"في |{M} من العام الجاري", "في |{M} من هذا العام"});
  ar("day of last month", dateline, read, false, in_month(-1), {"في |{d} من الشهر الماضي", "في |{D} من الشهر الماضي"});
  ar("day of this month", dateline, read, false, in_month(0), {"في |{d} من الشهر الجاري", "في |{D} من الشهر الجاري"});
  ar("day of next month", dateline, read, false, in_month(1), {"في |{d} من الشهر المقبل"});
  ar("days ago", dateline, read, false, back(Unit::day, 3, 10), {"|قبل {N} أيام", "|قبل {n} أيام"});
  ar("two days ago", dateline, read, false, back(Unit::day, 2, 2), {"|قبل يومين"});
  ar("months ago", dateline, read, false, back(Unit::month, 3, 10), {"|قبل {N} أشهر", "|قبل {n} أشهر", "|قبل {N} شهور"});
  ar("two months ago", dateline, read, false, back(Unit::month, 2, 2), {"|قبل شهرين"});
  ar("years ago", dateline, read, false, back(Unit::year, 3, 10), {"|قبل {N} أعوام", "|قبل {Nf} سنوات", "|قبل {n} سنوات"});
  ar("more years ago", dateline, read, false, back(Unit::year, 11, 60), {"|قبل {n} عاما", "|قبل {n} سنة", "|قبل {n} عاماً"});
  ar("two years ago", dateline, read, false, back(Unit::year, 2, 2), {"|قبل عامين", "|قبل سنتين"});
  ar("a year ago", dateline, read, false, back(Unit::year, 1, 1), {"|قبل عام", "|قبل سنة"});
  ar("a month ago", dateline, read, false, back(Unit::month, 1, 1), {"|قبل شهر"});
  ar("decades ago", dateline, read, false, back(Unit::decade, 3, 6), {"|قبل {N} عقود"});
  ar("two decades ago", dateline, read, false, back(Unit::decade, 2, 2), {"|قبل عقدين"});
  ar("Hijri", nothing, read, false, hijri_day,
     {"في |{hd} {hM} {hy}هـ", "في |{hd} {hM} {hy} هـ", "في |{hD} من {hM} {hy}هـ", "في |{hd} من {hM} عام {hy}هـ",
      "في |{hd} من شهر {hM} {hy}هـ", "يوم |{w} {hd} {hM} {hy}هـ", "في |{hd} {hM} لعام {hy}هـ", "في |{hD} من شهر {hM} عام {hy} هجري"});
  ar("numeric Hijri", nothing, read, false, hijri_day,
     {"بتاريخ |{hd}/{hm}/{hy}هـ", "في |{hd} / {hm} / {hy}هـ", "بتاريخ |{hd}-{hm}-{hy}هـ", "بتاريخ |{hy}/{hm}/{hd}هـ"});
  ar("both calendars", nothing, read, false, hijri_day,
     {"في |{hd} {hM} {hy}هـ الموافق {d} {M} {y}م", "في |{hd} {hM} {hy}هـ، الموافق {d} {M} {y}", "في |{hd} {hM} {hy}هـ ({d} {M} {y})",
      "في |{d} {M} {y} ({hd} {hM} {hy}هـ)", "في |{d} {M} {y}م الموافق {hd} {hM} {hy}هـ",
      "يوم |{w} {hd} {hM} {hy}هـ الموافق {d} {M} {y}م", "في |{hd} {hM} {hy}هـ الموافق لـ {d} {M} {y}",
      "في |{hD} من {hM} {hy}هـ الموافق {D} من {M} {y}م", "في |{hd} {hM} {hy} هـ - {d} {M} {y} م",
      "في |{hd} {hM} {hy}هـ الموافق {d}/{m}/{y}م"});
  ar("both calendars in figures", nothing, read, false, hijri_day,
     {"بتاريخ |{hd}/{hm}/{hy}هـ الموافق {d}/{m}/{y}م", "بتاريخ |{hd}/{hm}/{hy}هـ الموافق {d} {M} {y}م",
      "بتاريخ |{d}/{m}/{y}م الموافق {hd}/{hm}/{hy}هـ"});
  ar("Hijri month", nothing, read, false, hijri_month, {"في |{hM} {hy}هـ", "في شهر |{hM} {hy}هـ", "في شهر |{hM} عام {hy}هـ"});
  ar("Hijri year", nothing, read, false, hijri_year, {"|عام {hy}هـ", "في |سنة {hy}هـ", "|عام {hy} للهجرة", "|عام {hy} هجري"});
  return forms;
}

}  // namespace

std::string edtf(const Day& day) {
  std::array<char, 16> text{};
  if (day.year) std::snprintf(text.data(), text.size(), "%04d", day.year);
  std::string result = day.year ? text.data() : "XXXX";
  if (day.month) result += "-" + digits(day.month, true);
  if (day.day) result += "-" + digits(day.day, true);
  return result;
}
Day day_of(std::int32_t days) {
  const DatePoint point = civil_from_days(days);
  return {point.year, point.month, point.day};
}
std::int32_t days_of(const Day& day) { return days_from_civil(day.year, day.month, day.day); }

SpelledDate spell(const DateForm& form, const std::string& pattern, const Drawn& drawn, Dice& dice) {
  const Speller speller(form.lang == "ar", drawn, dice);
  const std::string_view whole = pattern;
  const auto border = whole.find('|'), second = whole.find('|', border + 1);
  if (border == std::string::npos) throw std::logic_error("no border in " + pattern);
  std::string lead = speller.fill(whole.substr(0, border));
  std::string phrase = speller.fill(whole.substr(border + 1, second == std::string::npos ? second : second - border - 1));
  const std::string tail = second == std::string::npos ? "" : speller.fill(whole.substr(second + 1));
  const Words& sentences = sentences_for(form, drawn.tense, dice);
  std::string sentence = dice.of(sentences);
  while (!may_stand_in(sentence, form)) sentence = dice.of(sentences);
  const auto hole = sentence.find_first_of("@#");
  if (sentence[hole] == '#' && tail.empty()) lead.clear();
  if (hole == 0) {
    char& letter = lead.empty() ? phrase.front() : lead.front();
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  SpelledDate result;
  result.form = &form;
  result.pattern = pattern;
  result.opens = hole == 0;
  result.begin = hole + lead.size();
  result.end = result.begin + phrase.size();
  result.sentence = sentence.substr(0, hole) + lead + phrase + tail + sentence.substr(hole + 1);
  result.expected = drawn.expected;
  result.accept = drawn.accept;
  result.partial = drawn.partial;
  return result;
}

SpelledDate spell(const DateForm& form, Dice& dice, std::int32_t dateline) {
  const Drawn drawn = form.draw(dice, dateline);
  return spell(form, dice.of(form.patterns), drawn, dice);
}

Day impossible_day(Dice& dice) {
  Day day = any_day(dice);
  const int last = days_in_month(day.year, day.month);
  const int kind = dice.between(1, 4);
  if (kind == 1) day.day = 32;
  else if (kind == 2 || last == 31) day = {day.year, 2, day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0) ? 30 : 29};
  else day.day = last + 1;
  if (kind == 4 && day.month == 2) day.day = dice.between(30, 31);
  return day;
}

const std::vector<DateForm>& date_forms() {
  static const std::vector<DateForm> forms = make_forms();
  return forms;
}

}  // namespace mizan::test
