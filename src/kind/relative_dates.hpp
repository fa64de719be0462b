#pragma once
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "kind/kinds.hpp"
#include "reading/rules.hpp"

namespace mizan {

/// What a rule captured of a date, as numbers.
class DateParts {
 public:
  DateParts(const SentenceContext& context, const Mention& mention) : context_(context), mention_(mention) {}

 protected:
  /// A rule for fragments builds what its twin for running text does.
  std::string_view rule_name() const {
    const std::string_view name = mention_.rule->name;
    const auto rule = name.substr(name.rfind(':') + 1);
    constexpr std::string_view kFragment = "-fragment";
    return rule.ends_with(kFragment) ? rule.substr(0, rule.size() - kFragment.size()) : rule;
  }
  const Atom* get(std::string_view label) const { return mention_.get(label); }

  std::optional<int> number(std::string_view label) const {
    const Atom* atom = get(label);
    if (!atom) return std::nullopt;
    Decimal value;
    if (atom->number >= 0) value = context_.sentence.numbers[static_cast<std::size_t>(atom->number)].value;
    else if (atom->entry->list == List::numerals) value = atom->entry->value;
    else return atom->entry->amount;
    return whole(value);
  }

  static std::optional<int> whole(const Decimal& value) {
    std::int64_t result = value.mantissa;
    if (value.exponent < 0 || value.exponent > 5) return std::nullopt;
    for (std::int32_t i = 0; i < value.exponent; ++i) result *= 10;
    if (result < 0 || result > 100000) return std::nullopt;
    return static_cast<int>(result);
  }

  static DatePoint point(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    DatePoint p;
    const auto set = [](int& field, Certainty& is, std::optional<int> value) {
      if (!value) return;
      field = *value;
      is = Certainty::certain;
    };
    set(p.year, p.year_is, year);
    set(p.month, p.month_is, month);
    set(p.day, p.day_is, day);
    return p;
  }

  static DateRange single(const DatePoint& p) {
    DateRange range;
    range.first = range.last = p;
    return range;
  }

  static DateRange from_to(const DatePoint& first, const DatePoint& last) {
    DateRange range;
    range.first = first;
    range.last = last;
    range.is_range = true;
    return range;
  }

  static bool exists(const DatePoint& p) {
    if (p.month_is == Certainty::unknown) return p.day_is == Certainty::unknown;
    if (p.month < 1 || p.month > 12) return false;
    const int year = p.year_is == Certainty::unknown ? 2000 : p.year;
    return p.day_is == Certainty::unknown || (p.day >= 1 && p.day <= days_in_month(year, p.month));
  }

  int shift_amount() const {
    const Atom* shift = get("shift");
    return shift ? shift->entry->amount : 0;
  }

  static DatePoint implied(DatePoint p) {
    for (Certainty* is : {&p.year_is, &p.month_is, &p.day_is})
      if (*is == Certainty::certain) *is = Certainty::implied;
    return p;
  }

  const SentenceContext& context_;
  const Mention& mention_;
};

/// The words of a sentence that tell its times, gathered once: every date of a long sentence asks for them. By token; [first, last) where a word has several.
struct TenseWords {
  struct Word {
    std::uint32_t first = 0, last = 0;
  };
  std::vector<Word> future;         ///< wherever they stand in the clause
  std::vector<Word> future_before;  ///< only before the date
  std::vector<Word> modal;          ///< of the verb behind a fronted date
  std::vector<Word> future_verbs, speech, past;
  std::vector<Word> ahead_preps;    ///< right before the date: by, until

  explicit TenseWords(const SentenceContext& context);
};

/// Dates told from the dateline, or from a date that the text told before. Each is nothing where there is none.
class RelativeDates : public DateParts {
 public:
  RelativeDates(const SentenceContext& context, const Mention& mention, const TenseWords& tense) : DateParts(context, mention), tense_(tense) {}

 protected:
  /// The year of a day or month that the text tells without one.
  void imply_year(DatePoint& p, int shift) const;
  [[nodiscard]] std::optional<DateRange> ago() const;
  [[nodiscard]] std::optional<DateRange> days_from_day() const;
  [[nodiscard]] std::optional<DateRange> weekday_ago() const;
  [[nodiscard]] std::optional<DateRange> relative_day() const;
  [[nodiscard]] std::optional<DateRange> weekday() const;
  [[nodiscard]] std::optional<DateRange> weekday_of_week() const;
  [[nodiscard]] std::optional<DateRange> day_of_weekday() const;
  [[nodiscard]] std::optional<DateRange> day_alone() const;
  [[nodiscard]] std::optional<DateRange> day_of_month() const;
  [[nodiscard]] std::optional<DateRange> period(std::string_view rule) const;
  [[nodiscard]] std::optional<DateRange> quarter_now() const;
  [[nodiscard]] std::optional<DateRange> weekend() const;
  [[nodiscard]] std::optional<DateRange> this_period(std::string_view rule) const;
  [[nodiscard]] std::optional<DateRange> narrated() const;
  [[nodiscard]] std::optional<DateRange> decade_now() const;
  [[nodiscard]] std::optional<DateRange> year_beside() const;
  [[nodiscard]] std::optional<DateRange> year_elided() const;
  /// The month that lies `shift` months from the dateline.
  [[nodiscard]] std::optional<DatePoint> month_from_now(int shift) const;
  /// The year of the date that was told before: "November of the same year".
  [[nodiscard]] std::optional<int> year_before() const;
  [[nodiscard]] std::int32_t weekday_day(int wanted) const;
  [[nodiscard]] bool is_past() const;

 private:
  enum class Ahead : std::uint8_t { no, leaning, yes };
  struct Around {
    std::uint32_t first = 0, last = 0, fronted_last = 0;  ///< tokens; last 0: no clause; fronted_last 0: the date is not fronted
  };
  [[nodiscard]] Around clause_around() const;
  [[nodiscard]] Ahead looks_ahead() const;
  [[nodiscard]] bool imply_year_of_weekday(DatePoint& p) const;
  [[nodiscard]] const Atom* weekday_of_point(const DatePoint& p) const;
  [[nodiscard]] bool imply_year_of_relative_day(DatePoint& p) const;
  [[nodiscard]] bool is_told_before() const;
  [[nodiscard]] bool ends_part() const;

  const TenseWords& tense_;
};

}  // namespace mizan
