#include "cli/settings.hpp"

#include <algorithm>
#include <sstream>

namespace mizan::cli {

const std::vector<SettingRow>& setting_rows() {
  using enum SettingRow::Type;
  static const std::vector<SettingRow> rows{
      {text, "store", "", true},       {texts, "reference", "", true}, {texts, "format", "text", true}, {text, "fail-on", "conflict"},
      {number, "min-confidence", "0"}, {text, "baseline", "", true},   {text, "lang", ""},              {text, "published", ""},
      {text, "ui-lang", "en"},         {text, "facts", "", true},       {whole, "jobs", "1"},             {number, "wait", "10"},
      {flag, "allow-empty", "false"},  {flag, "skip-unreadable", "false"}, {text, "color", "auto"},      {text, "progress", "auto"},
      {text, "today", "", false, false}, {flag, "quiet", "false"},     {flag, "verbose", "false"},
  };
  return rows;
}

std::optional<std::filesystem::path> find_config(const std::string& from) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored);
  fs::path at = from.empty() || from == "-" ? here : (here / from).lexically_normal();
  for (;;) {
    const fs::path candidate = at / "mizan.toml";
    // As people would write it: a path under the working folder stays short in messages.
    if (fs::is_regular_file(candidate, ignored)) return candidate.parent_path() == here ? fs::path("mizan.toml") : candidate.lexically_proximate(here);
    if (at == at.root_path() || !at.has_parent_path()) return std::nullopt;
    at = at.parent_path();
  }
}

std::string variable_of(std::string_view name) {
  std::string variable = "MIZAN_";
  for (const char c : name) variable.push_back(c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
  return variable;
}

std::vector<Setting> settings_in(const std::map<std::string, std::string>& variables) {
  std::vector<Setting> settings;
  for (const SettingRow& row : setting_rows()) {
    const auto found = variables.find(variable_of(row.name));
    if (found == variables.end() || found->second.empty()) continue;
    Setting setting{std::string(row.name), {}, found->first};
    std::istringstream parts(found->second);
    for (std::string part; row.type == SettingRow::Type::texts && std::getline(parts, part, ',');) setting.values.push_back(part);
    if (row.type != SettingRow::Type::texts) setting.values.push_back(found->second);
    settings.push_back(std::move(setting));
  }
  return settings;
}

}  // namespace mizan::cli
