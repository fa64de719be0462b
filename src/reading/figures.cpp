#include "reading/figures.hpp"
#include "text/marks.hpp"

#include <charconv>
#include <string>

namespace mizan {

constexpr std::size_t kMaxDigits = 15;

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
  // Groups of three behind the same mark, at most one other mark for the decimals.
  while (!in_chain && end + 1 < sentence_.last && token(end).kind == TokenKind::mark && glued(end) && is_number(end + 1) && glued(end + 1)) {
    const std::string here(text(end));
    if ((here != "," && here != "." && here != marks::arabic_thousands && here != marks::arabic_comma && here != marks::arabic_decimal) || text(end + 1).size() != 3 || first_size > 3 || number.leading_zero) break;
    if (here == marks::arabic_decimal || (groups > 0 && here != mark)) break;
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
    if (other && (here == "." || here == "," || here == marks::arabic_decimal || here == marks::arabic_comma) && text(end + 1).size() <= 6 &&
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

/// 1 234 567 and 12 000: groups of three behind spaces, where they can be nothing else: two groups or more, or thousands. Behind a month or another
/// figure a space groups nothing.
std::uint32_t FigureReader::behind_spaced_groups(std::uint32_t at) const {
  const auto is_group = [&](std::uint32_t i) { return is_number(i) && text(i).size() == 3 && token(i).space_before && !token(i).break_before; };
  if (text(at).size() > 3 || text(at)[0] == '0' || !is_group(at + 1)) return at + 1;
  if (at > sentence_.first && (is_number(at - 1) || glued(at))) return at + 1;
  const auto is_month = [](const Entry& e) { return e.list == List::months; };
  if (at > sentence_.first && longest_at(at - 1, is_month)) return at + 1;
  std::uint32_t last = at + 1;
  while (is_group(last)) ++last;
  if (is_number(last)) return at + 1;
  return last - at > 2 || text(at + 1) == "000" ? last : at + 1;
}

}  // namespace mizan
