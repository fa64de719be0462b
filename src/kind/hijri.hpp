#pragma once
#include <cstdint>
#include <optional>

namespace mizan {

/// Days since 1970-01-01 of a day of the Umm al-Qura calendar (ICU's islamic-umalqura, tables of the KACST), month from 1; nothing where the month
/// has no such day.
[[nodiscard]] std::optional<std::int32_t> days_from_hijri(int year, int month, int day);

}  // namespace mizan
