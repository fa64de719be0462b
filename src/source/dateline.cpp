#include "source/dateline.hpp"

#include "mizan/value.hpp"

namespace mizan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string iso_day(std::string_view text) {
  if (text.size() < 10 || (text.size() > 10 && is_digit(text[10]))) return {};
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    for (std::size_t i = from; i < from + size; ++i) {
      if (!is_digit(text[i])) return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (text[4] != '-' || text[7] != '-' || year < 1 || month < 1 || month > 12 || day < 1) return {};
  return day <= days_in_month(year, month) ? std::string(text.substr(0, 10)) : std::string();
}

std::string day_in_name(std::string_view file_name) {
  for (std::size_t at = 0; at + 10 <= file_name.size(); ++at) {
    if (at > 0 && is_digit(file_name[at - 1])) continue;
    if (auto day = iso_day(file_name.substr(at)); !day.empty()) return day;
  }
  return {};
}

}  // namespace mizan
