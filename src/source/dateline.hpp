#pragma once
#include <string>
#include <string_view>

namespace mizan {

/// The first ten characters of `text` where they are a day that exists (YYYY-MM-DD) and no further digit follows: a date, or a
/// date-time cut to its day. Else empty.
[[nodiscard]] std::string iso_day(std::string_view text);

/// The first such day in a file's name, as in `treaty-2015-05-24.txt`; digits on either side are another number. Else empty.
[[nodiscard]] std::string day_in_name(std::string_view file_name);

}  // namespace mizan
