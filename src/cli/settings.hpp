#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/ignores.hpp"
#include "mizan/result.hpp"

namespace mizan::cli {

/// An option that may also stand in the environment (MIZAN_FAIL_ON) or in mizan.toml (fail-on): all but those that mean one run only.
struct SettingRow {
  enum class Type { flag, number, whole, text, texts } type;
  std::string_view name, fallback;  ///< of the option; and what it is where nobody says anything
  bool is_path = false;             ///< in a file, relative to the file's folder; of texts, only where something of that name is there
  bool in_file = true;              ///< may stand in mizan.toml, and not in the environment alone
};
[[nodiscard]] const std::vector<SettingRow>& setting_rows();

/// One value of a setting as somebody gave it, in words as the command line has them.
struct Setting {
  std::string name;
  std::vector<std::string> values;
  std::string where;  ///< mizan.toml:3:11, or MIZAN_FAIL_ON
};

/// What a mizan.toml says.
struct ConfigFile {
  std::string path;
  std::vector<Setting> settings;
  std::vector<Ignore> ignores;
};

/// The mizan.toml nearest to the path (a file or a folder, there or not) in its folder or one above; without a path, from the working folder on.
[[nodiscard]] std::optional<std::filesystem::path> find_config(const std::string& from);
/// Reads it. What is wrong comes back all at once, each with file, line and column; then there are no settings.
[[nodiscard]] ConfigFile read_config(const std::filesystem::path& path, std::vector<Error>& mistakes);

/// The settings among the variables MIZAN_* of the environment; others, and those that are empty, are passed over. Lists are split at commas.
[[nodiscard]] std::vector<Setting> settings_in(const std::map<std::string, std::string>& variables);

/// MIZAN_FAIL_ON for fail-on.
[[nodiscard]] std::string variable_of(std::string_view name);

}  // namespace mizan::cli
