#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cli/options.hpp"
#include "cli/settings.hpp"
#include "source/dateline.hpp"

namespace mizan::cli {
namespace {

namespace fs = std::filesystem;

/// Reads one file; keeps what is wrong with it.
class ConfigReader {
 public:
  ConfigReader(fs::path path, std::vector<Error>& mistakes) : path_(std::move(path)), mistakes_(mistakes) {}

  ConfigFile read() {
    ConfigFile config{path_.string(), {}, {}};
    std::ifstream in(path_, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf())) {
      mistakes_.push_back({path_.string(), "cannot be read", Error::Cause::usage});
      return config;
    }
    const auto parsed = toml::parse(bytes.str());
    if (!parsed) {
      refuse(parsed.error().source(), std::string(parsed.error().description()));
      return config;
    }
    for (const auto& [key, value] : parsed.table()) {
      if (key.str() == "ignore") read_ignores(value, config);
      else read_setting(key, value, config);
    }
    const auto by_row = [](const Setting& setting) { return std::ranges::find(setting_rows(), setting.name, &SettingRow::name); };
    std::ranges::sort(config.settings, {}, by_row);
    return config;
  }

 private:
  [[nodiscard]] std::string place(const toml::source_region& region) const {
    return path_.string() + ":" + std::to_string(region.begin.line) + ":" + std::to_string(region.begin.column);
  }
  void refuse(const toml::source_region& region, const std::string& what) { mistakes_.push_back({place(region), what, Error::Cause::usage}); }

  void refuse_key(const toml::key& key, const std::vector<std::string_view>& known) {
    std::string given(key.str()), near = nearest(given, known);
    std::ranges::replace(given, '_', '-');
    if (std::ranges::find(known, given) != known.end()) near = given;  // the one slip that everybody makes
    refuse(key.source(), "unknown key '" + std::string(key.str()) + "'" + (near.empty() ? "; 'mizan config show' lists all" : "; did you mean '" + near + "'?"));
  }

  void read_setting(const toml::key& key, const toml::node& value, ConfigFile& config) {
    const auto row = std::ranges::find(setting_rows(), key.str(), &SettingRow::name);
    if (row != setting_rows().end() && !row->in_file) {
      return refuse(key.source(), std::string(key.str()) + " stands on the command line or in " + variable_of(key.str()) + ", not in a file");
    }
    if (row == setting_rows().end()) {
      std::vector<std::string_view> known{"ignore"};
      for (const SettingRow& each : setting_rows()) {
        if (each.in_file) known.push_back(each.name);
      }
      return refuse_key(key, known);
    }
    Setting setting{std::string(row->name), {}, place(value.source())};
    if (const char* wanted = take(*row, value, setting.values)) return refuse(value.source(), std::string(row->name) + " takes " + wanted);
    if (row->name == "format" && std::ranges::any_of(setting.values, [&](const std::string& each) { return writes_elsewhere(each); })) {
      return refuse(value.source(), "a report that is asked for here is written into the folder of this file or below it");
    }
    config.settings.push_back(std::move(setting));
  }

  /// The value as words of the command line, or what kind of value it should be.
  const char* take(const SettingRow& row, const toml::node& value, std::vector<std::string>& words) const {
    switch (row.type) {
      case SettingRow::Type::flag:
        if (!value.is_boolean()) return "true or false";
        words.emplace_back(*value.value<bool>() ? "true" : "false");
        return nullptr;
      case SettingRow::Type::whole:
        if (!value.is_integer()) return "a whole number";
        words.push_back(std::to_string(*value.value<std::int64_t>()));
        return nullptr;
      case SettingRow::Type::number:
        if (!value.is_number()) return "a number";
        words.push_back(number(*value.value<double>()));
        return nullptr;
      case SettingRow::Type::text:
        if (const auto day = value.value_exact<toml::date>()) words.push_back(iso(*day));
        else if (value.is_string()) words.push_back(located(row, *value.value<std::string>()));
        else return "a text in quotes";
        return nullptr;
      case SettingRow::Type::texts: break;
    }
    const char* const wanted = "a text in quotes, or a list of such texts";
    if (value.is_string()) words.push_back(located(row, *value.value<std::string>()));
    const toml::array* list = value.as_array();
    if (!list) return value.is_string() ? nullptr : wanted;
    for (const toml::node& each : *list) {
      if (!each.is_string()) return wanted;
      words.push_back(located(row, *each.value<std::string>()));
    }
    return nullptr;
  }

  static std::string number(double value) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << value;
    return out.str();
  }

  static std::string iso(const toml::date& day) {
    std::ostringstream out;
    out << day;
    return out.str();
  }

  /// A relative path is meant from the file's folder, wherever the program runs. Of json:report.json the file is; a name of a pack of references is none.
  [[nodiscard]] std::string located(const SettingRow& row, const std::string& given) const {
    if (!row.is_path || given.empty() || given == ":memory:") return given;
    if (row.name == "format") {
      const std::size_t colon = given.find(':');
      return colon == given.npos || colon + 1 == given.size() ? given : given.substr(0, colon + 1) + from_folder(given.substr(colon + 1));
    }
    std::error_code ignored;
    const std::string path = from_folder(given);
    return row.type == SettingRow::Type::texts && !fs::exists(path, ignored) ? given : path;
  }
  /// A folder of articles may come from anybody, and its mizan.toml with it: that must not overwrite what lies elsewhere. A command line may.
  [[nodiscard]] bool writes_elsewhere(const std::string& format) const {
    const std::size_t colon = format.find(':');
    if (colon == format.npos || colon + 1 == format.size()) return false;
    const fs::path folder = fs::absolute(path_).parent_path().lexically_normal();
    const fs::path inside = fs::absolute(format.substr(colon + 1)).lexically_normal().lexically_relative(folder);
    return inside.empty() || *inside.begin() == "..";
  }
  [[nodiscard]] std::string from_folder(const std::string& given) const { return (path_.parent_path() / given).lexically_normal().string(); }

  void read_ignores(const toml::node& value, ConfigFile& config) {
    const toml::array* rows = value.as_array();
    if (!rows || !std::ranges::all_of(*rows, [](const toml::node& each) { return each.is_table(); })) {
      return refuse(value.source(), "ignores are written as [[ignore]] and below it id, check, document or kind, and reason");
    }
    for (const toml::node& row : *rows) read_ignore(*row.as_table(), config);
  }

  void read_ignore(const toml::table& row, ConfigFile& config) {
    Ignore ignore;
    ignore.where = path_.string() + ":" + std::to_string(row.source().begin.line);
    const std::vector<std::pair<std::string_view, std::string*>> members{{"id", &ignore.id},     {"check", &ignore.check},   {"document", &ignore.document},
                                                                        {"kind", &ignore.kind}, {"reason", &ignore.reason}, {"expires", &ignore.expires}};
    const std::size_t before = mistakes_.size();
    for (const auto& [key, value] : row) {
      const auto member = std::ranges::find(members, key.str(), &std::pair<std::string_view, std::string*>::first);
      if (member == members.end()) {
        std::vector<std::string_view> known;
        for (const auto& each : members) known.push_back(each.first);
        refuse_key(key, known);
      } else if (key.str() == "expires") {
        read_expiry(value, ignore);
      } else if (const auto text = value.value_exact<std::string>(); text && !text->empty()) {
        *member->second = *text;
      } else {
        refuse(value.source(), std::string(key.str()) + " takes a text in quotes");
      }
    }
    if (mistakes_.size() > before) return;
    if (ignore.reason.empty()) return refuse(row.source(), "an ignore needs a reason");
    if (ignore.id.empty() && ignore.check.empty() && ignore.document.empty() && ignore.kind.empty()) {
      return refuse(row.source(), "an ignore needs one of id, check, document and kind: else it would hide everything");
    }
    config.ignores.push_back(std::move(ignore));
  }

  void read_expiry(const toml::node& value, Ignore& ignore) {
    if (const auto day = value.value_exact<toml::date>()) ignore.expires = iso(*day);
    else if (const auto text = value.value_exact<std::string>(); text && text->size() == 10) ignore.expires = iso_day(*text);
    if (ignore.expires.empty()) refuse(value.source(), "expires takes a day that exists, YYYY-MM-DD");
  }

  const fs::path path_;
  std::vector<Error>& mistakes_;
};

}  // namespace

ConfigFile read_config(const fs::path& path, std::vector<Error>& mistakes) { return ConfigReader(path, mistakes).read(); }

}  // namespace mizan::cli
