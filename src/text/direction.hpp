#pragma once
#include <string>
#include <string_view>

namespace mizan {

/// A language tag as it may stand in markup: letters, digits and hyphens. Empty where `tag` is none.
[[nodiscard]] std::string sound_tag(std::string_view tag);

/// The tag with its first part, the language, in small letters, as the packs are called: tags mean the same in either case.
[[nodiscard]] std::string with_lower_language(std::string tag);

/// rtl or ltr, as the language of the tag is written; auto where that is not known.
[[nodiscard]] std::string_view direction_of(const std::string& tag);

}  // namespace mizan
