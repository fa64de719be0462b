#pragma once
#include <string>
#include <string_view>

#include "report/visible.hpp"

namespace mizan {

enum class Color { red = 31, green = 32, yellow = 33 };

/// How text for people is dressed: colours where they are asked for, directions kept apart on a terminal.
struct Style {
  bool terminal = false, color = false;

  [[nodiscard]] std::string bold(const std::string& text) const { return styled(text, "1"); }
  [[nodiscard]] std::string colored(const std::string& text, Color which) const { return styled(text, "1;" + std::to_string(static_cast<int>(which))); }
  /// On a terminal, text of either direction keeps its order to itself: FSI … PDI.
  [[nodiscard]] std::string isolated(const std::string& text) const { return terminal ? "\u2068" + text + "\u2069" : text; }
  /// Words out of an article, an id or a reason.
  [[nodiscard]] std::string foreign(std::string_view text) const { return isolated(visible(text)); }

 private:
  [[nodiscard]] std::string styled(const std::string& text, const std::string& style) const { return color ? "\x1b[" + style + "m" + text + "\x1b[0m" : text; }
};

}  // namespace mizan
