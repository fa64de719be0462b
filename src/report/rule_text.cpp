#include "report/rule_text.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "report/visible.hpp"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

/// "count+4!" in its parts (reading/rules.hpp): what the rule makes, its rank among rules, and two marks.
struct Making {
  std::string what, rank;
  bool owns_figure = false, is_fragment = false;
};

Making making_of(std::string_view written) {
  Making making;
  while (written.ends_with('!') || written.ends_with('=')) {
    (written.back() == '!' ? making.owns_figure : making.is_fragment) = true;
    written.remove_suffix(1);
  }
  const std::size_t sign = std::min(written.find_first_of("+-"), written.size());
  making.what = written.substr(0, sign);
  making.rank = sign < written.size() ? written.substr(sign) : "0";
  return making;
}

void line(const Words& words, const char* key, const std::string& what, std::ostream& out) { out << "  " << words(key) << ": " << what << '\n'; }

std::string row_of(const Words& words, const std::string& file, std::size_t number) { return fill(words("rule.row"), {visible(file), std::to_string(number)}); }

}  // namespace

void write_rule(const RuleInfo& rule, const Words& words, std::ostream& out) {
  const Making making = making_of(rule.makes);
  out << visible(rule.name) << '\n';
  line(words, "rule.makes", term(words, "makes", making.what), out);
  line(words, "rule.example", visible(rule.example), out);
  line(words, "rule.pattern", visible(rule.pattern), out);
  line(words, "rule.file", row_of(words, rule.file, rule.line), out);
  out << "  " << fill(words("rule.priority"), {making.rank}) << '\n';
  if (making.owns_figure) out << "  " << words("rule.owns") << '\n';
  if (making.is_fragment) out << "  " << words("rule.fragment") << '\n';
  out << "  " << words("rule.pattern-help") << '\n';
}

void write_pack_row(const PackRowInfo& row, const Words& words, std::ostream& out) {
  out << visible(row.file) << ':' << row.line << '\n';
  out << "  " << words("rule.entry") << ": " << row_of(words, row.file, row.line) << '\n';
  for (const auto& [column, cell] : row.cells) out << "  " << visible(column) << ": " << visible(cell) << '\n';
}

std::string built_in_in_words(const std::string& name, const Words& words) {
  const std::string key = "built-in." + name.substr(name.rfind(':') + 1), told = words(key);
  return told == key ? std::string() : told;
}

std::string rule_to_json(const RuleInfo& rule) {
  return inert_json(
      Json{{"name", rule.name}, {"file", rule.file}, {"line", rule.line}, {"makes", rule.makes}, {"pattern", rule.pattern}, {"example", rule.example}}.dump());
}

std::string pack_row_to_json(const PackRowInfo& row) {
  Json cells = Json::object();
  for (const auto& [column, cell] : row.cells) cells[column] = cell;
  return inert_json(Json{{"file", row.file}, {"line", row.line}, {"cells", std::move(cells)}}.dump());
}

std::string built_in_to_json(const std::string& name, const Words& words) {
  return inert_json(Json{{"name", name}, {"what", built_in_in_words(name, words)}}.dump());
}

}  // namespace mizan
