#include <algorithm>

#include "kind/modules.hpp"
#include "kind/date_periods.hpp"
#include "kind/life_span.hpp"
#include "reading/rules.hpp"

namespace mizan {
namespace {

/// A date that a mention told: the whole of it, or one of several days named together.
struct DatePiece {
  DateRange date;
  const Atom *first = nullptr, *last = nullptr;  ///< what of the mention tells it; none where the whole does
};

/// Does the clause say before this token that something was moved to another date?
bool tells_move(const SentenceContext& context, std::uint32_t token) {
  const auto& clauses = context.sentence.clauses;
  const auto clause = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.first <= token && token < c.last; });
  return clause != clauses.end() && std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), [&](const Atom& a) {
           return a.list == List::change && a.entry->id == "moved" && a.first >= clause->first && a.first < token;
         });
}

class DateBuilder : private DatePeriods {
 public:
  using DatePeriods::DatePeriods;

  /// Empty where a relative date has no dateline, where the parts make no date, or where they could make two.
  std::vector<DatePiece> build() {
    const auto rule = rule_name();
    if (rule.starts_with("days-m") || rule == "m-days") return days_of_month_list();
    if (rule.starts_with("weekday-range")) return weekdays();
    if (is_joined_by_and() ? !get("from") && !get("between") : is_moved()) return coordination();
    const auto date = build_one(rule);
    if (!date) return {};
    if (date->is_range && is_life_span(context_.reading, context_.sentence, context_.world, date->first, date->last, mention_.first, mention_.last)) return ends_of(*date);
    return ends_before_it_begins(*date) ? backwards(*date) : std::vector<DatePiece>{{*date}};
  }

  /// What the text tells beside a date of this mention.
  [[nodiscard]] Beside beside(const DateRange& date) const {
    Beside beside;
    const Atom* weekday = get("weekday");
    const auto rule = rule_name();
    // Rules of weekdays work the day out of it, so that the two fit.
    const bool is_told = weekday && weekday->entry && weekday->list == List::weekdays && !rule.starts_with("weekday") && !rule.starts_with("day") &&
                         (!rule.starts_with("hijri") || rule.starts_with("hijri-both"));
    if (is_told && !date.is_range && date.first.day_is != Certainty::unknown) beside.weekday = static_cast<std::uint8_t>(weekday->entry->amount);
    if (rule.starts_with("hijri-both"))
      if (const auto days = hijri_days()) beside.hijri = days->first;
    beside.backwards = is_backwards_;
    return beside;
  }

  /// How surely the date is read, with what stands beside it.
  [[nodiscard]] double reading(const DateRange& date, const Beside& beside) const {
    constexpr double kContradicted = 0.4, kBareYear = 0.9;
    const auto days = interval(date);
    if (beside.backwards || (beside.hijri && days && are_calendars_apart(*days, {*beside.hijri, *beside.hijri}))) return kContradicted;
    // A bare figure that looks like a year may be a count whose noun is not known.
    return mention_.last - mention_.first == 1 && date.first.month_is == Certainty::unknown ? kBareYear : 1.0;
  }

  /// Was it worked out from the dateline?
  static bool is_anchored(const DateRange& date) {
    const auto implied = [](const DatePoint& p) { return p.year_is == Certainty::implied; };
    return implied(date.first) || implied(date.last);
  }

 private:
  std::optional<DateRange> build_one(std::string_view rule) {
    if (rule.starts_with("hijri")) return hijri(rule);
    if (rule == "decade-now") return decade_now();
    if (rule.starts_with("decade")) return decade();
    if (rule == "century") return century();
    if (rule == "range-numeric") return numeric_range();
    if (rule.starts_with("numeric")) return numeric();
    if (rule == "quarter-now") return quarter_now();
    if (rule.starts_with("quarter-range")) return quarters();
    if (rule.starts_with("quarter") || rule.starts_with("half") || rule.starts_with("first-months") || rule == "first-quarters") return part_of_year(rule);
    if (rule.starts_with("ago-day")) return days_from_day();
    if (rule == "ago-weekday") return weekday_ago();
    if (rule.starts_with("ago") || rule.starts_with("ahead")) return ago();
    if (rule == "weekday-week") return weekday_of_week();
    if (rule == "week-of-day") return week_of_day();
    if (rule.starts_with("weekday-of-month")) return weekday_of_month();
    if (rule.starts_with("last-day")) return last_day();
    if (rule.starts_with("day-of-weekday")) return day_of_weekday();
    if (rule == "day-alone") return day_alone();
    if (rule == "day-of-month" || rule == "range-d-relative") return day_of_month();
    if (rule.starts_with("day") || rule == "weekday-day") return relative_day();
    if (rule.starts_with("weekday")) return weekday();
    if (rule == "weekend") return weekend();
    if (rule == "week" || rule == "month" || rule == "year") return period(rule);
    if (rule == "year-beside") return year_beside();
    if (rule == "year-elided") return year_elided();
    if (rule.starts_with("month-now") || rule.starts_with("year-now")) return this_period(rule);
    if (rule.ends_with("-narrated")) return narrated();
    return calendar();
  }

  /// "27 and 31 March" names two days, "27 to 31 March" one range.
  bool is_joined_by_and() const {
    if (get("month-and") || get("ordinal-and") || (get("day2") && get("day2")->conjunction)) return true;
    const Atom* to = get("to");
    return to && to->entry && to->is_word("and");
  }

  /// "moved from 3 May to 5 June" tells two dates of one event, not the days between.
  bool is_moved() const {
    const Atom* to = get("to");
    if (!to || context_.reading.tokens[to->first].kind != TokenKind::word) return false;  // a dash tells a range
    const auto is_from = [&](std::uint32_t i) {
      const auto atoms = context_.sentence.atoms_at(i);
      return std::any_of(atoms.begin(), atoms.end(), [](const Atom& a) { return a.is_word("from"); });
    };
    if (!is_from(mention_.first) && (mention_.first == context_.sentence.first || !is_from(mention_.first - 1))) return false;
    return tells_move(context_, mention_.first);
  }

  std::vector<DatePiece> coordination() {
    const auto range = build_one(rule_name());
    if (!range) return {};
    const bool moved = !is_joined_by_and();
    const auto a = interval(range->first), b = interval(range->last);
    const bool has_days = range->first.day_is != Certainty::unknown;
    // Side by side days or months are one stretch, the 13th and 14th of June, March and April; years are told apart.
    const bool has_months = range->first.month_is != Certainty::unknown;
    const bool days_adjoin = has_days && range->first.month == range->last.month && range->first.day + 1 == range->last.day;
    const bool adjoin = has_months && (a && b ? a->last + 1 == b->first : days_adjoin);
    if (ends_before_it_begins(*range) && !moved) return {};
    if ((adjoin && !moved) || !range->is_range) return {{*range}};
    return ends_of(*range);
  }

  /// Does the last day lie before the first? Where no year is known, December to March may turn the year.
  static bool ends_before_it_begins(const DateRange& date) {
    if (!date.is_range) return false;
    const auto a = interval(date.first), b = interval(date.last);
    if (a && b) return a->first > b->last;
    const auto &first = date.first, &last = date.last;
    return first.month_is != Certainty::unknown && first.month == last.month && first.day > last.day && last.day_is != Certainty::unknown;
  }

  /// From 15 to 4 November: nobody can say which end is wrong, so that both are told. Not "15-4 November", which is a range as little as a score.
  std::vector<DatePiece> backwards(const DateRange& date) {
    const Atom* to = get("to");
    if (!to || context_.reading.tokens[to->first].kind != TokenKind::word || !(get("from") || get("between"))) return {};
    if (date.first.month_is == Certainty::unknown && !are_surely_years(date)) return {};
    is_backwards_ = true;
    return ends_of(date);
  }

  /// Not "from 2000 to 1500 workers", nor of another age: a long way back is no slip of the pen.
  bool are_surely_years(const DateRange& date) const {
    constexpr int kFirst = 1900, kLast = 2100, kLongest = 40;
    const auto behind = context_.sentence.atoms_at(mention_.last);
    const bool counts = std::any_of(behind.begin(), behind.end(), [](const Atom& atom) { return atom.list == List::units; });
    return !counts && date.last.year >= kFirst && date.first.year <= kLast && date.first.year - date.last.year <= kLongest;
  }

  /// The two ends of a range, each in its words.
  std::vector<DatePiece> ends_of(const DateRange& range) const {
    auto border = std::find_if(mention_.captures.begin(), mention_.captures.end(), [&](const Capture& c) {
      return c.label == "to" || c.label == "month-and" || c.label == "ordinal-and" || (c.label == "day2" && c.atom.conjunction);
    });
    // A dash has no label: there the last date begins with the first capture that is of it.
    if (border == mention_.captures.end())
      border = std::find_if(mention_.captures.begin(), mention_.captures.end(), [](const Capture& c) { return c.label == "day2" || c.label == "month2" || c.label == "year2"; });
    if (border == mention_.captures.begin() || border == mention_.captures.end()) return {{range}};
    const bool is_word = border->label == "to";
    const bool behind_dash = context_.reading.tokens[std::prev(border)->atom.first].kind == TokenKind::mark;
    if (behind_dash && std::prev(border) == mention_.captures.begin()) return {{range}};
    const Atom* first_last = &std::prev(border, behind_dash ? 2 : 1)->atom;
    const Atom* last_first = is_word ? &std::next(border)->atom : &border->atom;
    return {{single(range.first), &mention_.captures.front().atom, first_last}, {single(range.last), last_first, &mention_.captures.back().atom}};
  }

  /// 3, 5 and 7 May 2011.
  std::vector<DatePiece> days_of_month_list() {
    DatePoint last = point(told_year(), number("month"), number("day"));
    take_year_beside(last);
    imply_year(last, 0);
    std::vector<DatePiece> pieces;
    for (const std::string_view label : {"d1", "d2", "d3", "day"}) {
      const Atom* day = get(label);
      if (!day) continue;
      DatePoint p = last;
      p.day = number(label).value_or(0);
      if (!exists(p)) return {};
      pieces.push_back({single(p), day, label == "day" && rule_name() != "m-days" ? &mention_.captures.back().atom : day});
    }
    return pieces;
  }

  /// Monday and Tuesday are one stretch, Monday and Thursday two days; Monday to Thursday is a range.
  std::vector<DatePiece> weekdays() const {
    if (!context_.dateline) return {};
    if (rule_name() == "weekday-range-relative") {
      // From tomorrow to Friday: the next Friday behind it.
      const std::int32_t first = *context_.dateline + get("relative-day")->entry->amount;
      const int on = (get("weekday2")->entry->amount - weekday_of(first) + 7) % 7;
      if (on == 0) return {};
      return {{from_to(civil_from_days(first), civil_from_days(first + on))}};
    }
    const Atom *a = get("weekday"), *b = get("weekday2") ? get("weekday2") : get("weekday-and");
    const int days = (b->entry->amount - a->entry->amount + 7) % 7;
    if (days == 0) return {};
    const std::int32_t on_first = weekday_day(a->entry->amount), on_last = weekday_day(b->entry->amount);
    const bool by_and = get("weekday-and") || is_joined_by_and();
    // Two days that are told together lie on one side of today; a range may reach over it.
    const bool from_first = !by_and || on_last > *context_.dateline;
    const std::int32_t first = from_first ? on_first : on_last - days, last = first + days;
    if (!by_and || days == 1) return {{from_to(civil_from_days(first), civil_from_days(last))}};
    if (get("between") || get("from")) return {{from_to(civil_from_days(first), civil_from_days(last))}};
    // Far apart or told backwards, each is the last such day by itself.
    const bool apart = days > 3 && !from_first;
    return {{single(civil_from_days(apart ? on_first : first)), a, a}, {single(civil_from_days(apart ? on_last : last)), b, b}};
  }

  bool is_backwards_ = false;
};

/// Remembers the date for words that lean on it; a weekday or "yesterday" is no date that "the same year" would speak of.
void remember(Discourse& discourse, const DateRange& date, std::uint32_t end) {
  const DatePoint& p = date.last;
  const bool told = p.year_is == Certainty::certain || p.month_is == Certainty::certain;
  if (!told || p.year_is == Certainty::unknown || date.open_end) return;
  discourse.date = date;
  discourse.token = end;
}

/// Two dates that the words between them make one range, whatever the form of each: "January 12, 2016 - 01/22/2016", "from yesterday to 3 May".
class RangeJoiner {
 public:
  explicit RangeJoiner(const SentenceContext& context) : context_(context) {}

  /// Is `b` the end of the range that `a` begins?
  [[nodiscard]] bool joins(const ReadValue& a, const ReadValue& b) const {
    const auto &from = std::get<DateRange>(a.value), &to = std::get<DateRange>(b.value);
    if (!is_point(from) || !is_point(to) || b.first <= a.last || b.first - a.last > kLongestLink) return false;
    const auto first = interval(from.first), last = interval(to.last);
    if (!first || !last || first->last >= last->first) return false;
    if (links(a, b, "and")) return stands_behind(a, "between");
    if (!links(a, b, "to")) return false;
    if (context_.reading.tokens[a.last].kind == TokenKind::word) return stands_behind(a, "from") && !tells_move(context_, a.first);
    // A dateline ends with a dash too, but two days told in full on its sides are a stretch; a year there may be a figure of the text.
    return is_told_day(from.first) && is_told_day(to.last);
  }

  /// The days of a birth and a death are told apart.
  [[nodiscard]] bool are_life_span(const ReadValue& a, const ReadValue& b) const {
    return is_life_span(context_.reading, context_.sentence, context_.world, std::get<DateRange>(a.value).first, std::get<DateRange>(b.value).last, a.first, b.last);
  }

  /// The range of both, told by the words of both.
  static ReadValue join(const ReadValue& a, const ReadValue& b) {
    ReadValue joined = a;
    DateRange range;
    range.first = std::get<DateRange>(a.value).first;
    range.last = std::get<DateRange>(b.value).last;
    range.is_range = true;
    joined.value = range;
    joined.last = b.last;
    joined.end = b.end;
    joined.rule += '+' + b.rule.substr(b.rule.rfind(':') + 1);
    if (b.anchor) joined.anchor = b.anchor;
    joined.reading = std::min(a.reading, b.reading);
    return joined;
  }

 private:
  static constexpr std::uint32_t kLongestLink = 4;  ///< tokens

  static bool is_point(const DateRange& date) {
    const DatePoint& p = date.first;
    return !date.is_range && !p.approximate && p.unknown_year_digits == 0 && p.year_is != Certainty::unknown;
  }
  static bool is_told_day(const DatePoint& p) { return p.year_is == Certainty::certain && p.day_is == Certainty::certain; }

  /// Where the word ends that has this class and begins at `i`; 0 where none does.
  std::uint32_t end_of(std::uint32_t i, WordList list) const {
    std::uint32_t end = 0;
    if (i >= context_.sentence.last) return end;
    for (const auto& atom : context_.sentence.atoms_at(i))
      if (atom.is_word(list)) end = std::max(end, atom.last);
    return end;
  }

  /// Does this word alone, and perhaps an article, stand between the two?
  bool links(const ReadValue& a, const ReadValue& b, WordList list) const {
    const std::uint32_t end = end_of(a.last, list);
    return end != 0 && (end == b.first || end_of(end, "article") == b.first);
  }

  bool stands_behind(const ReadValue& a, WordList list) const {
    if (end_of(a.first, list)) return true;
    for (std::uint32_t back = 1; back <= kLongestLink && a.first >= context_.sentence.first + back; ++back) {
      const std::uint32_t end = end_of(a.first - back, list);
      if (end == a.first || (end != 0 && end_of(end, "article") == a.first)) return true;
    }
    return false;
  }

  const SentenceContext& context_;
};

}  // namespace

std::vector<ReadValue> build_dates(const SentenceContext& context) {
  std::vector<ReadValue> values;
  const auto is_date = [](const Mention& mention) { return mention.rule->makes == Makes::date; };
  if (std::none_of(context.sentence.mentions.begin(), context.sentence.mentions.end(), is_date)) return values;
  values.reserve(context.sentence.mentions.size());
  const TenseWords tense(context);
  const RangeJoiner joiner(context);
  for (const auto& mention : context.sentence.mentions) {
    if (!is_date(mention)) continue;
    DateBuilder builder(context, mention, tense);
    for (const auto& piece : builder.build()) {
      remember(context.discourse, piece.date, mention.last);
      ReadValue value;
      value.value = piece.date;
      value.first = piece.first ? piece.first->first : mention.first;
      value.last = piece.last ? piece.last->last : mention.last;
      value.begin = piece.first ? piece.first->begin : mention.begin;
      value.end = piece.last ? piece.last->end : mention.end;
      value.rule = mention.rule->name;
      if (context.dateline && DateBuilder::is_anchored(piece.date)) value.anchor = context.dateline;
      value.beside = builder.beside(piece.date);
      value.reading = builder.reading(piece.date, value.beside);
      if (!values.empty() && joiner.joins(values.back(), value) && !joiner.are_life_span(values.back(), value)) values.back() = RangeJoiner::join(values.back(), value);
      else values.push_back(std::move(value));
    }
  }
  return values;
}

std::string show_date(const Value& value) { return to_edtf(std::get<DateRange>(value)); }

}  // namespace mizan
