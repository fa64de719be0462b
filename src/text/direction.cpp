#include "text/direction.hpp"

#include <unicode/uloc.h>

#include <algorithm>

namespace mizan {

std::string sound_tag(std::string_view tag) {
  constexpr std::size_t kLongest = 35;  // what RFC 5646 asks a program to hold
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
  return tag.size() <= kLongest && std::ranges::all_of(tag, fits) ? std::string(tag) : std::string();
}

std::string with_lower_language(std::string tag) {
  for (std::size_t i = 0; i < tag.size() && tag[i] != '-'; ++i)
    if (tag[i] >= 'A' && tag[i] <= 'Z') tag[i] = static_cast<char>(tag[i] - 'A' + 'a');
  return tag;
}

std::string_view direction_of(const std::string& tag) {
  const std::string sound = sound_tag(tag);
  if (sound.empty() || sound == "und") return "auto";
  return uloc_isRightToLeft(sound.c_str()) ? "rtl" : "ltr";
}

}  // namespace mizan
