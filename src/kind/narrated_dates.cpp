#include "kind/narrated_dates.hpp"

#include <algorithm>
#include <cstdlib>

namespace mizan {
namespace {

/// How many tokens back a date may stand that "the same year" speaks of.
constexpr std::uint32_t kAnchorReach = 60;

}  // namespace

bool NarratedDates::is_told_before() const {
  const auto& before = context_.discourse;
  return before.date && before.date->last.year_is != Certainty::unknown && before.token + kAnchorReach >= mention_.first;
}

std::optional<int> NarratedDates::year_before() const {
  if (!is_told_before() || context_.discourse.date->last.unknown_year_digits > 0) return std::nullopt;
  return context_.discourse.date->last.year;
}

/// Behind the mention its part of the sentence ends.
bool NarratedDates::ends_part() const {
  return mention_.last >= context_.sentence.last || context_.reading.tokens[mention_.last].kind == TokenKind::mark;
}

/// "In 2022 … than in the previous year", "to June 2024, against 9.3% a year before": from the date that the sentence told last, which no other stands behind.
/// "A year before" compares where a word of comparing stands before it; elsewhere it counts from what happened.
std::optional<DateRange> NarratedDates::year_beside() const {
  constexpr std::uint32_t kReach = 25, kCompared = 7;
  const auto& discourse = context_.discourse;
  const auto& sentence = context_.sentence;
  if (!discourse.date || discourse.token <= sentence.first || discourse.token + kReach < mention_.first) return std::nullopt;
  const DateRange& date = *discourse.date;
  if (date.first.year_is == Certainty::unknown || date.last.year_is == Certainty::unknown || date.last.unknown_year_digits > 0) return std::nullopt;
  const bool is_behind_another = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& other) {
    return other.rule->makes == Makes::date && other.first >= discourse.token && other.last <= mention_.first;
  });
  if (is_behind_another || (sentence.word_at(mention_.last - 1, "month-prep") && !ends_part())) return std::nullopt;  // the year before the war
  const auto shifted = [&](DatePoint p) {
    p = point(p.year + (get("year-after") ? 1 : -1), p.month_is == Certainty::unknown ? std::nullopt : std::optional(p.month), std::nullopt);
    return implied(p);
  };
  if (!sentence.word_at(mention_.first, "indefinite")) {
    const DatePoint first = shifted(date.first), last = shifted(date.last);
    if (first.year != last.year) return std::nullopt;
    return single(implied(point(first.year, std::nullopt, std::nullopt)));
  }
  if (date.first.day_is != Certainty::unknown || date.last.day_is != Certainty::unknown) return std::nullopt;
  for (std::uint32_t at = mention_.first; at > std::max(discourse.token, mention_.first - std::min(mention_.first, kCompared)); --at)
    if (sentence.word_before(at, "compared") || sentence.word_before(at, "than"))
      return date.is_range ? from_to(shifted(date.first), shifted(date.last)) : single(shifted(date.first));
  return std::nullopt;
}

/// "1.8% this year and 2.1% next": the noun was told before.
std::optional<DateRange> NarratedDates::year_elided() const {
  if (!context_.dateline || shift_amount() == 0) return std::nullopt;
  const auto& mentions = context_.sentence.mentions;
  const bool is_behind_figure = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& figure) {
    return figure.rule->makes == Makes::count && figure.last == mention_.first;
  });
  if (!is_behind_figure) return std::nullopt;
  const Mention* before = nullptr;
  for (const Mention& other : mentions)
    if (other.rule->makes == Makes::date && other.last <= mention_.first && (!before || other.last > before->last)) before = &other;
  const Atom* shift = before ? before->get("shift") : nullptr;
  if (!shift || !shift->entry || !before->rule->name.ends_with(":year") || std::abs(shift->entry->amount - shift_amount()) != 1) return std::nullopt;
  return single(implied(point(civil_from_days(*context_.dateline).year + shift_amount(), std::nullopt, std::nullopt)));
}

/// November of the same year; the third of the same month; August of the year after: from the date told before.
std::optional<DateRange> NarratedDates::narrated() const {
  if (!is_told_before()) return std::nullopt;
  const DatePoint& before = context_.discourse.date->last;
  const Atom* step = get("narrated-before") ? get("narrated-before") : get("narrated-after");
  const int shift = step ? step->entry->amount : 0;
  DatePoint p;
  if (get("year-word")) {
    const auto year = year_before();
    if (!year) return std::nullopt;
    p = point(*year + shift, number("month"), number("day"));
    p.year_is = Certainty::implied;
  } else {
    if (before.month_is == Certainty::unknown) return std::nullopt;
    const int months = before.year * 12 + before.month - 1 + shift;
    p = implied(point(months / 12, months % 12 + 1, std::nullopt));
    if (const auto day = number("day")) {
      p.day = *day;
      p.day_is = Certainty::certain;
    }
  }
  return exists(p) ? std::optional(single(p)) : std::nullopt;
}

}  // namespace mizan
