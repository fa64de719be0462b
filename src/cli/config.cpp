#include <algorithm>
#include <ostream>

#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/visible.hpp"

namespace mizan::cli {
namespace {

/// A value as TOML has it, so that what is shown may be pasted into a file.
std::string in_toml(const SettingRow& row, const std::vector<std::string>& values) {
  const auto quoted = [](const std::string& text) {
    std::string out = "\"";
    for (const char c : visible(text)) {
      if (c == '"' || c == '\\') out.push_back('\\');
      out.push_back(c);
    }
    return out + "\"";
  };
  using enum SettingRow::Type;
  if (row.type == text) return quoted(values.empty() ? "" : values.front());
  if (row.type != texts) return values.front();
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + quoted(value);
  return "[" + list + "]";
}

const Setting* said(const std::vector<Setting>& settings, std::string_view name) {
  const auto found = std::ranges::find(settings, name, &Setting::name);
  return found == settings.end() ? nullptr : &*found;
}

void show(const Options& options, Context& context) {
  const ConfigFile& file = options.config_file;
  context.out << "# " << (file.path.empty() ? "no mizan.toml" : visible(file.path)) << '\n';
  std::vector<std::pair<std::string, std::string>> lines;
  std::size_t width = 0;
  for (const SettingRow& row : setting_rows()) {
    const Setting* setting = said(options.variables, row.name);
    if (!setting) setting = said(file.settings, row.name);
    std::vector<std::string> fallback;
    if (!row.fallback.empty()) fallback.emplace_back(row.fallback);
    std::string line = std::string(row.name) + " = " + in_toml(row, setting ? setting->values : fallback);
    width = std::max(width, line.size());
    lines.emplace_back(std::move(line), setting ? visible(setting->where) : "default");
  }
  for (const auto& [line, origin] : lines) context.out << line << std::string(width + 2 - line.size(), ' ') << "# " << origin << '\n';
  for (const Ignore& ignore : file.ignores) {
    context.out << "\n[[ignore]]  # " << visible(ignore.where) << '\n';
    const std::pair<const char*, const std::string*> members[] = {{"id", &ignore.id},     {"check", &ignore.check},   {"document", &ignore.document},
                                                                  {"kind", &ignore.kind}, {"reason", &ignore.reason}, {"expires", &ignore.expires}};
    for (const auto& [name, value] : members) {
      if (!value->empty()) context.out << name << " = " << in_toml({SettingRow::Type::text, name, ""}, {*value}) << '\n';
    }
  }
}

}  // namespace

int run_config(const Options& options, Context& context) {
  for (const Error& mistake : options.config_mistakes) complain(context, mistake);
  if (!options.config_mistakes.empty()) return usage_wrong;
  if (options.paths.front() == "show") {
    show(options, context);
    return all_well;
  }
  if (options.config_file.path.empty()) return fail(context, {"", "no mizan.toml here or above", Error::Cause::usage});
  context.out << visible(options.config_file.path) << ": well, settings: " << options.config_file.settings.size()
              << ", ignores: " << options.config_file.ignores.size() << '\n';
  return all_well;
}

}  // namespace mizan::cli
