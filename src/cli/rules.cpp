#include "cli/rules.hpp"

#include <algorithm>
#include <ostream>

#include "cli/run.hpp"
#include "cli/session.hpp"
#include "report/rule_text.hpp"
#include "report/visible.hpp"

namespace mizan::cli {
namespace {

/// "en/count.rules:unit" and every shorter way to write it: count.rules:unit, unit.
bool is_named(std::string_view whole, std::string_view asked) {
  if (!whole.ends_with(asked)) return false;
  const std::size_t before = whole.size() - asked.size();
  return before == 0 || whole[before - 1] == ':' || whole[before - 1] == '/';
}

/// `units.tsv:12` may be of any language; `en/units.tsv:12` is of one.
std::vector<std::string> files_called(const Checker& checker, const std::string& file) {
  if (file.find('/') != file.npos) return {file};
  std::vector<std::string> files{"model/" + file, "world/" + file};
  for (const LanguageInfo& language : checker.languages()) files.push_back(language.tag + "/" + file);
  return files;
}

void add_row(const Checker& checker, const std::string& file, std::size_t line, NamedRules& named) {
  const auto rules = checker.rules();
  const auto rule = std::ranges::find_if(rules, [&](const RuleInfo& each) { return each.file == file && each.line == line; });
  if (rule != rules.end()) named.rules.push_back(*rule);
  else if (auto row = checker.pack_row(file, line)) named.rows.push_back(std::move(*row));
}

}  // namespace

NamedRules find_rules(const Checker& checker, const std::string& name) {
  NamedRules named;
  const std::size_t colon = name.rfind(':');
  const std::string file = colon == name.npos ? "" : name.substr(0, colon), last = name.substr(colon == name.npos ? 0 : colon + 1);
  const bool is_pack_file = file.ends_with(".tsv") || file.ends_with(".rules");
  if (is_pack_file && !last.empty() && last.size() < 8 && last.find_first_not_of("0123456789") == last.npos) {
    for (const std::string& each : files_called(checker, file)) add_row(checker, each, std::stoul(last), named);
    return named;
  }
  for (std::size_t begin = 0; begin <= last.size();) {
    const std::size_t end = std::min(last.find('+', begin), last.size());
    const std::string asked = (file.empty() ? "" : file + ":") + last.substr(begin, end - begin);
    for (const RuleInfo& rule : checker.rules())
      if (is_named(rule.name, asked)) named.rules.push_back(rule);
    begin = end + 1;
  }
  const Words words = [&](const std::string& key) { return checker.message(key); };
  if (file.ends_with(".tsv") && !built_in_in_words(name, words).empty()) named.built_in.push_back(name);
  return named;
}

int run_rules(const Options& options, Context& context) {
  if (options.paths.size() != 1) return fail(context, {"", "rules takes one word: list", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const auto rules = (*opened)->rules();
  const auto written = write_outputs(options, context, [&](const Output& output, std::ostream& out) {
    std::string file;
    for (const RuleInfo& rule : rules) {
      if (output.format == "json") {
        out << rule_to_json(rule) << '\n';
        continue;
      }
      if (rule.file != file) out << (file.empty() ? "" : "\n") << visible(rule.file) << '\n';
      file = rule.file;
      out << "  " << visible(rule.name.substr(rule.name.find(':') + 1)) << '\t' << visible(rule.example) << '\n';
    }
  });
  return written ? all_well : fail(context, written.error());
}

}  // namespace mizan::cli
