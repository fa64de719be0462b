#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>

#include "kind/scan.hpp"
#include "mizan/value.hpp"

namespace mizan {
namespace {

__extension__ typedef __int128 Wide;

/// Far beyond anything an article counts. It keeps the plain notation short and every value inside the range of a double.
constexpr std::int32_t exponent_limit = 256;

bool fits(Wide mantissa) {
  return mantissa >= std::numeric_limits<std::int64_t>::min() && mantissa <= std::numeric_limits<std::int64_t>::max();
}

/// The one place where a Decimal is made, so that each is normalised: equal amounts are equal structs.
std::optional<Decimal> normalised(Wide mantissa, std::int64_t exponent) {
  if (mantissa == 0) return Decimal{};
  while (fits(mantissa) ? static_cast<std::int64_t>(mantissa) % 10 == 0 : mantissa % 10 == 0) {  // 128 bits divide ten times as slowly
    mantissa /= 10;
    ++exponent;
  }
  if (!fits(mantissa) || exponent < -exponent_limit || exponent > exponent_limit) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(mantissa), static_cast<std::int32_t>(exponent)};
}

Wide power_of_ten(std::int64_t exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

/// The digits of |mantissa|; also right for the smallest int64, which has no positive twin.
std::string digits_of(std::int64_t mantissa) {
  const auto bits = static_cast<std::uint64_t>(mantissa);
  return std::to_string(mantissa < 0 ? std::uint64_t{0} - bits : bits);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a run of digits off the front of `text`.
std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  const auto digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

/// The whole of `text` as the number after an e; nothing where it is none or beyond an int32.
std::optional<std::int32_t> read_exponent(std::string_view text) {
  if (take(text, '+') && text.starts_with('-')) return std::nullopt;
  std::int32_t exponent = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return exponent;
}

/// Digits before and after the point, joined: a mantissa of any length, as long as what is left without its trailing zeros fits.
std::optional<Decimal> join(bool negative, std::string_view whole, std::string_view fraction, std::int64_t exponent) {
  exponent -= static_cast<std::int64_t>(fraction.size());
  Wide mantissa = 0;
  std::int64_t zeros = 0;  // held back: they may turn out to be trailing
  for (const auto part : {whole, fraction}) {
    for (const char digit : part) {
      if (digit == '0') {
        ++zeros;
        continue;
      }
      if (mantissa != 0) {
        if (zeros > 18) return std::nullopt;  // twenty digits or more
        mantissa *= power_of_ten(zeros);      // below 10^37, which leaves room for one digit more
      }
      mantissa = mantissa * 10 + (digit - '0');
      zeros = 0;
      if (!fits(mantissa) && mantissa != -Wide{std::numeric_limits<std::int64_t>::min()}) return std::nullopt;
    }
  }
  return normalised(negative ? -mantissa : mantissa, exponent + zeros);
}

}  // namespace

Decimal make_decimal(std::int64_t mantissa, std::int32_t exponent) {
  const auto made = normalised(mantissa, exponent);
  if (!made) throw std::out_of_range("decimal exponent out of range");
  return *made;
}

std::strong_ordering compare(const Decimal& a, const Decimal& b) {
  if (a.exponent == b.exponent) return a.mantissa <=> b.mantissa;
  const auto sign = [](const Decimal& value) { return (value.mantissa > 0) - (value.mantissa < 0); };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (a.mantissa == 0) return std::strong_ordering::equal;
  // Where the leading digits stand decides first; where they stand alike, the exponents differ by at most 18 and scaling fits 128 bits.
  const auto leading = [](const Decimal& value) { return static_cast<std::int64_t>(digits_of(value.mantissa).size()) + value.exponent; };
  if (leading(a) != leading(b)) return sign(a) > 0 ? leading(a) <=> leading(b) : leading(b) <=> leading(a);
  const std::int64_t lower = std::min(a.exponent, b.exponent);
  const Wide left = Wide{a.mantissa} * power_of_ten(a.exponent - lower);
  const Wide right = Wide{b.mantissa} * power_of_ten(b.exponent - lower);
  return left < right ? std::strong_ordering::less : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  return normalised(Wide{a.mantissa} * Wide{b.mantissa}, std::int64_t{a.exponent} + b.exponent);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  if (a.mantissa == 0) return b;
  if (b.mantissa == 0) return a;
  const Decimal& high = a.exponent >= b.exponent ? a : b;
  const Decimal& low = a.exponent >= b.exponent ? b : a;
  const std::int64_t shift = std::int64_t{high.exponent} - low.exponent;
  if (shift > 19) return std::nullopt;  // the sum has more than 19 digits and, as `low` does not end in 0, none of them can go
  return normalised(Wide{high.mantissa} * power_of_ten(shift) + low.mantissa, low.exponent);
}

std::string show(const Decimal& value) {
  std::string digits = digits_of(value.mantissa);
  if (value.exponent >= 0) {
    digits.append(static_cast<std::size_t>(value.exponent), '0');
  } else {
    const auto places = static_cast<std::size_t>(-std::int64_t{value.exponent});
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return value.mantissa < 0 ? '-' + digits : digits;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = take(text, '-');
  const auto whole = take_digits(text);
  if (whole.empty()) return std::nullopt;
  std::string_view fraction;
  if (take(text, '.')) {
    fraction = take_digits(text);
    if (fraction.empty()) return std::nullopt;
  }
  std::int32_t exponent = 0;
  if (take(text, 'e') || take(text, 'E')) {
    const auto read = read_exponent(text);
    if (!read) return std::nullopt;
    exponent = *read;
    text = {};
  }
  if (!text.empty()) return std::nullopt;
  return join(negative, whole, fraction, exponent);
}

double to_double(const Decimal& value) {
  // Through text, because from_chars rounds once; mantissa × 10^n in floating point would round twice.
  const std::string text = std::to_string(value.mantissa) + 'e' + std::to_string(value.exponent);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

}  // namespace mizan
