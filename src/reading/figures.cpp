#include "reading/figures.hpp"
#include "text/marks.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace mizan {

/// As many as every 64-bit mantissa holds.
constexpr std::size_t kMaxDigits = 18;
/// More places than this are a key or a coordinate, and no share of anything.
constexpr std::size_t kMaxPlaces = 12;

std::optional<NumberPart> FigureReader::figure_at(std::uint32_t at, NumberMention& number) const {
  if (!is_number(at)) return std::nullopt;
  NumberPart part;
  part.literal = true;
  part.first = at;
  part.begin = token(at).begin;
  std::string digits(text(at));
  std::uint32_t end = at + 1;
  number.leading_zero = digits.size() > 1 && digits[0] == '0';
  const auto first_size = digits.size();
  std::size_t groups = 0;
  std::string mark;
  for (const std::uint32_t last = behind_spaced_groups(at); end < last; ++end, ++groups) digits += text(end);
  // The later parts of 24.05.2015 stand for themselves.
  const bool in_chain = at >= sentence_.first + 2 && is_mark(at - 1, ".") && glued(at) && glued(at - 1) && is_number(at - 2);
  // 12,34,567: groups of two before one of three, as India writes them.
  if (const std::uint32_t last = in_chain ? end : behind_indian_groups(at); last > end) {
    for (; end < last; end += 2, ++groups) digits += text(end + 1);
    mark = ",";
  }
  // Groups of three behind the same mark, at most one other mark for the decimals.
  while (!in_chain && end + 1 < sentence_.last && token(end).kind == TokenKind::mark && glued(end) && is_number(end + 1) && glued(end + 1)) {
    const std::string here(text(end));
    const bool groups_thousands = here == "," || here == "." || here == "'" || here == marks::arabic_thousands || here == marks::arabic_comma;
    if (!groups_thousands || text(end + 1).size() != 3 || first_size > 3 || digits[0] == '0') break;
    if (groups > 0 && here != mark) break;
    mark = here;
    digits += text(end + 1);
    ++groups;
    end += 2;
  }
  std::int32_t exponent = 0;
  const bool point_follows = !in_chain && end + 1 < sentence_.last && token(end).kind == TokenKind::mark && glued(end) && is_number(end + 1) && glued(end + 1);
  if (point_follows) {
    const std::string here(text(end));
    const bool other = groups == 0 || here != mark;
    if (other && (here == "." || here == "," || here == marks::arabic_decimal || here == marks::arabic_comma) && text(end + 1).size() <= kMaxPlaces &&
        !(end + 3 < sentence_.last && token(end + 2).kind == TokenKind::mark && text(end + 2) == here && glued(end + 2) && is_number(end + 3) && glued(end + 3))) {
      digits += text(end + 1);
      exponent = -static_cast<std::int32_t>(text(end + 1).size());
      number.decimal = true;
      end += 2;
    }
  }
  if (digits.size() > kMaxDigits) number.refused = true;
  std::int64_t mantissa = 0;
  std::from_chars(digits.data(), digits.data() + std::min(digits.size(), kMaxDigits), mantissa);
  part.value = make_decimal(mantissa, exponent);
  number.grouped = groups > 0;
  number.digits = groups == 0 && !number.decimal ? static_cast<std::uint8_t>(first_size) : 0;
  // One group behind a point, or behind a comma in a text that may write decimals so: 4.500.
  if (groups == 1 && mark == "." && !number.decimal) {
    number.other_value = make_decimal(mantissa, -3);
    if (reading_.point_groups && !*reading_.point_groups) std::swap(part.value, *number.other_value);
    if (reading_.point_groups) number.other_value.reset();
  }
  part.last = end;
  part.end = token(end - 1).end;
  return part;
}

/// Behind 12,34,567; `at + 1` where the figure is not written so.
std::uint32_t FigureReader::behind_indian_groups(std::uint32_t at) const {
  if (text(at).size() > 2 || text(at)[0] == '0') return at + 1;
  std::uint32_t last = at + 1;
  std::size_t size = 2;
  while (size == 2 && is_mark(last, ",") && glued(last) && is_number(last + 1) && glued(last + 1)) {
    size = text(last + 1).size();
    last += 2;
  }
  const bool goes_on = is_mark(last, ",") && glued(last) && is_number(last + 1) && glued(last + 1);
  return size == 3 && last > at + 3 && !goes_on ? last : at + 1;
}

/// 1 234 567 and 12 000: groups of three behind spaces, where they can be nothing else: two groups or more, thousands, or spaces that keep together. Behind a month
/// or another figure a space groups nothing.
std::uint32_t FigureReader::behind_spaced_groups(std::uint32_t at) const {
  const auto is_group = [&](std::uint32_t i) { return is_number(i) && text(i).size() == 3 && token(i).space_before && !token(i).break_before; };
  if (text(at).size() > 3 || text(at)[0] == '0' || !is_group(at + 1)) return at + 1;
  if (at > sentence_.first && (is_number(at - 1) || glued(at))) return at + 1;
  const auto is_month = [](const Entry& e) { return e.list == List::months; };
  if (at > sentence_.first && longest_at(at - 1, is_month)) return at + 1;
  std::uint32_t last = at + 1;
  while (is_group(last)) ++last;
  if (is_number(last)) return at + 1;
  const bool kept_together = std::all_of(reading_.tokens.begin() + at + 1, reading_.tokens.begin() + last, [](const Token& t) { return t.joined_by_space; });
  return kept_together || last - at > 2 || text(at + 1) == "000" ? last : at + 1;
}

}  // namespace mizan
