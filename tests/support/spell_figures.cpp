#include "support/spellers.hpp"

namespace mizan::test {

std::string with_digits(std::string text, int digits) {
  static const char* const arabic[] = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  static const char* const persian[] = {"۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"};
  if (digits == 0) return text;
  std::string out;
  for (const char c : text) {
    if (c < '0' || c > '9') out += c;
    else out += (digits == 1 ? arabic : persian)[c - '0'];
  }
  return out;
}

std::string figures(const Decimal& value, const FigureStyle& style) {
  std::string plain = show(value), fraction;
  const bool negative = plain.front() == '-';
  if (negative) plain.erase(0, 1);
  if (const auto point = plain.find('.'); point != std::string::npos) {
    fraction = plain.substr(point + 1);
    plain.resize(point);
  }
  std::string grouped;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::size_t left = plain.size() - i;
    const bool border = i > 0 && (style.indian ? left == 3 || (left > 3 && left % 2 == 1) : left % 3 == 0);
    if (border) grouped += style.group;
    grouped += plain[i];
  }
  if (!fraction.empty()) grouped += style.point + fraction;
  return (negative ? "-" : "") + with_digits(grouped, style.digits);
}

std::int64_t draw_whole(Random& random) {
  if (random.chance(1)) return random.chance(50) ? 0 : 1'000'000'000'000'000;
  std::int64_t low = 1;
  for (auto length = random.between(1, 15); length > 1; --length) low *= 10;
  std::int64_t n = random.between(low, low * 10 - 1);
  // Round ones are what people write in words: drop whole groups, or all but the first figures.
  for (const std::int64_t unit : {1'000LL, 1'000'000LL, 1'000'000'000LL})
    if (n > unit && random.chance(30)) n -= n % unit;
  if (random.chance(30)) {
    std::int64_t unit = 1;
    while (n / unit >= 100) unit *= 10;
    n -= n % unit;
  }
  return n;
}

}  // namespace mizan::test
