#include "kind/value_words.hpp"

namespace mizan {
namespace {

/// 3000000000 as 3,000,000,000; four digits and what stands behind the point stay as they are.
std::string grouped(const Decimal& number) {
  std::string digits = show(number);
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(digits.find('.'), digits.size());
  if (end - begin <= 4) return digits;
  for (std::size_t at = end; at > begin + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string amount_in_words(const Quantity& quantity, const Message& words) {
  const auto say = [&](const char* key, const Decimal& number) { return fill(words(key), {grouped(number)}); };
  if (quantity.min && quantity.max) {
    if (*quantity.min != *quantity.max) return fill(words("value.between"), {grouped(*quantity.min), grouped(*quantity.max)});
    return quantity.approximate ? say("value.about", *quantity.min) : grouped(*quantity.min);
  }
  if (quantity.min) return say(quantity.strict ? "value.more-than" : "value.at-least", *quantity.min);
  if (quantity.max) return say(quantity.strict ? "value.less-than" : "value.at-most", *quantity.max);
  return words("value.unknown");
}

std::string in_words(const Quantity& quantity, const Message& words) {
  const std::string amount = amount_in_words(quantity, words);
  if (quantity.unit == "percent") return fill(words("value.percent"), {amount});
  // ~stem is the stem of a noun that no list knows: the quote shows it better.
  if (quantity.unit.empty() || quantity.unit.starts_with('~')) return amount;
  return fill(words("value.unit"), {amount, term(words, "unit", quantity.unit)});
}

std::string point_in_words(const DatePoint& point, const Message& words) {
  const bool has_year = point.year_is != Certainty::unknown, has_month = point.month_is != Certainty::unknown,
             has_day = point.day_is != Certainty::unknown;
  const std::string year = std::to_string(point.year), day = std::to_string(point.day);
  const std::string month = has_month ? words("month." + std::to_string(point.month)) : std::string();
  if (has_year && point.unknown_year_digits == 1) return fill(words("date.decade"), {year});
  if (has_year && point.unknown_year_digits > 1) return fill(words("date.century"), {year, std::to_string(point.year / 100 + 1)});
  if (has_year && has_month && has_day) return fill(words("date.day-month-year"), {day, month, year});
  if (has_year && has_month) return fill(words("date.month-year"), {month, year});
  if (has_year) return year;
  if (has_month && has_day) return fill(words("date.day-month"), {day, month});
  if (has_month) return month;
  return to_edtf({point, point, false, false, false});
}

std::string in_words(const DateRange& date, const Message& words) {
  const auto end = [&](const DatePoint& point) {
    const std::string text = point_in_words(point, words);
    return point.approximate ? fill(words("date.about"), {text}) : text;
  };
  if (date.open_begin && date.open_end) return to_edtf(date);
  if (date.open_begin) return fill(words("date.until"), {end(date.last)});
  if (date.open_end) return fill(words("date.from"), {end(date.first)});
  if (!date.is_range) return end(date.first);
  return fill(words("date.range"), {end(date.first), end(date.last)});
}

std::string in_words(const CountryList& list, const Message& words) {
  std::string names;
  for (const std::string& code : list.codes) {
    if (!names.empty()) names += words("value.comma");
    names += term(words, "country", code);
  }
  return list.partial ? fill(words("value.among-others"), {names}) : names;
}

std::string in_words(const Place& place, const Message& words) {
  return term(words, "place", place.name);
}

}  // namespace

std::string fill(std::string_view pattern, const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_slot = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' && pattern[at + 1] >= '0' &&
                         pattern[at + 1] <= '9';
    if (!is_slot) {
      out.push_back(pattern[at]);
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < parts.size()) out += parts[index];
    at += 2;
  }
  return out;
}

std::string term(const Message& words, std::string_view list, std::string_view id) {
  const std::string key = std::string(list) + "." + std::string(id);
  const std::string word = words(key);
  return word == key ? std::string(id) : word;
}

std::string value_in_words(const Value& value, const Message& words) {
  return std::visit([&](const auto& each) { return in_words(each, words); }, value);
}

}  // namespace mizan
